"""SQLAlchemy on a connection that was opened without it. Errors never show parameters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2


def engine_on(raw: dbapi2.Connection) -> Engine:
    """An engine whose only connection is `raw`; it begins its transactions at once, to write."""
    engine = _engine(raw)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def statements_on(raw: dbapi2.Connection) -> Connection:
    """A connection for statements only: transactions are begun and ended on `raw` itself."""
    return _engine(raw).connect()


def _engine(raw: dbapi2.Connection) -> Engine:
    return create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: raw,
        poolclass=StaticPool,
        hide_parameters=True,
        # Nothing to reset: a transaction is always ended by its own block.
        pool_reset_on_return=None,
    )
