"""Interview Coach: prepare for an interview, review it, and carry both into the next one.

Owns the version, in this one place: the build reads it from here, and so does the program, because
`importlib.metadata` would cost its start more than the first window's rows do.
"""

__version__ = "0.1.0"
