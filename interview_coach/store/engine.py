"""SQLAlchemy on a connection that was opened without it. Errors never show parameters."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2


def engine_on(raw: dbapi2.Connection, *, writes: bool = True) -> Engine:
    """An engine whose only connection is `raw`; a writer begins its transactions at once."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: raw,
        poolclass=StaticPool,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine, "reset")
    def _keep(_connection: Any, _record: Any, _state: Any) -> None:
        """Nothing to reset: a transaction is always ended by its own block."""

    return engine
