"""One short word for what a store holds."""

from __future__ import annotations

import hashlib

from sqlcipher3 import dbapi2

from interview_coach.store.behind import TYPED
from tests.store.dumps import dump_of


def digest_of(raw: dbapi2.Connection) -> str:
    """For everything kept in a store and everything in scratch."""
    typed = f"SELECT field, text FROM scratch WHERE {TYPED} ORDER BY field"
    scratch = raw.execute(typed).fetchall()
    return _short((dump_of(raw), scratch))


def digest_of_rows(raw: dbapi2.Connection) -> str:
    """For everything kept, without scratch: typing comes and goes there by the second."""
    return _short(dump_of(raw))


def _short(values: object) -> str:
    return hashlib.sha256(repr(values).encode()).hexdigest()[:16]
