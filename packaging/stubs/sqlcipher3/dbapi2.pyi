# Types for sqlcipher3.dbapi2, which has none: it is the standard library's module, built with
# another engine.
from sqlite3.dbapi2 import *  # noqa: F403
