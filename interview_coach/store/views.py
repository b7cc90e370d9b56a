"""One consistent view of the store on a bare connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2


@contextmanager
def one_view(raw: dbapi2.Connection) -> Iterator[None]:
    """One view of the store for all that is read within; a question within a question shares it."""
    if raw.in_transaction:
        yield
        return
    raw.execute("BEGIN")
    try:
        yield
    finally:
        _end(raw)


def _end(raw: dbapi2.Connection) -> None:
    # A drive that fails has ended it already, and why it failed is what is to be told.
    if raw.in_transaction:
        raw.execute("COMMIT")
