"""Migrations: Alembic in process, one transaction for all of them, an explicit BEGIN."""

from __future__ import annotations

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store import entries
from interview_coach.store.engine import engine_on

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(raw: dbapi2.Connection, target: str = "head") -> None:
    """Bring the store of `raw` to revision `target`, or leave it exactly as it was.

    Raises `Trouble("broken_migration")` when rows would be lost or a reference broken.
    """
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    script = ScriptDirectory.from_config(config)
    # Inside a transaction this PRAGMA does nothing, and a batch rebuild then deletes children.
    raw.execute("PRAGMA foreign_keys=OFF")
    engine = engine_on(raw)
    try:
        with engine.begin() as connection:
            before = _counts(connection)
            current = _run(config, script, connection, target)
            _verify(connection, before)
            if current == script.get_current_head():
                # What is derived may be made of other rows now, or of others as well.
                entries.rebuild(raw)
    finally:
        # Not engine.dispose(): it would close `raw`, which is not ours.
        raw.execute("PRAGMA foreign_keys=ON")


def _run(config: Config, script: ScriptDirectory, connection: Connection, target: str) -> str:
    def upgrade(revision: tuple[str, ...], _context: MigrationContext) -> list[object]:
        return list(script._upgrade_revs(target, revision))  # type: ignore[arg-type]  # noqa: SLF001  what alembic's own command calls

    with EnvironmentContext(config, script, fn=upgrade) as environment:
        environment.configure(
            connection=connection,
            render_as_batch=True,
            transactional_ddl=False,
            transaction_per_migration=False,
        )
        environment.run_migrations()
    current = MigrationContext.configure(connection).get_current_revision() or "0"
    connection.execute(text(f"PRAGMA user_version={int(current)}"))
    return current


def _counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has; those that the search index keeps for itself aside."""
    names = connection.execute(
        text(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND substr(name, 1, 7) <> 'sqlite_'"
        )
    ).scalars()
    return {
        name: connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
        for name in names.all()
    }


def _verify(connection: Connection, before: dict[str, int]) -> None:
    after = _counts(connection)
    if any(after.get(name, 0) < count for name, count in before.items()):
        raise Trouble("broken_migration")
    if connection.execute(text("PRAGMA foreign_key_check")).fetchall():
        raise Trouble("broken_migration")
    checked = connection.execute(text("PRAGMA quick_check")).fetchall()
    if [tuple(row) for row in checked] != [("ok",)]:
        raise Trouble("broken_migration")
    connection.execute(text("INSERT INTO search(search, rank) VALUES('integrity-check', 1)"))
    found = connection.execute(text("SELECT count(*) FROM search")).scalar_one()
    if found != after["entry"]:
        raise Trouble("broken_migration")
