"""Turns what the database and the system raise into the known troubles that a person is told of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from interview_coach.store.opening import trouble_of


@contextmanager
def known_trouble() -> Iterator[None]:
    """Raise `Trouble` for what is known, and anything else as it is."""
    try:
        yield
    except DBAPIError as error:
        known = trouble_of(error.orig) if error.orig is not None else None
        if known is None:
            raise
        raise known from error
    except (dbapi2.Error, OSError) as error:
        known = trouble_of(error)
        if known is None:
            raise
        raise known from error
