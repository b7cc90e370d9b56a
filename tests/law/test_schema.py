"""The tables that the code knows are the tables that the migrations make, column by column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlcipher3 import dbapi2

from interview_coach.store.engine import statements_on
from interview_coach.store.opening import APPLICATION_ID, SCHEMA
from interview_coach.store.store import TOPICS, Store
from interview_coach.store.tables import KEPT, metadata
from tests.stores import new_store

NAMES = sorted(metadata.tables)
DERIVED = {"search", "sqlite_sequence", "alembic_version"}


@pytest.fixture
def migrated(tmp_path: Path) -> dbapi2.Connection:
    store = new_store(tmp_path / "made")
    store.close()
    return dbapi2.connect(str(tmp_path / "made" / "interview-coach.db"))


@pytest.fixture
def declared() -> dbapi2.Connection:
    raw = dbapi2.connect(":memory:", isolation_level=None)
    with statements_on(raw) as connection:
        metadata.create_all(connection)
    return raw


def plain(sql: str) -> str:
    """SQL without the freedom of its spelling."""
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(sql.replace('"', "").split()))


def kinds(raw: dbapi2.Connection, table: str) -> object:
    """A table's columns, references and indexes, by name."""
    indexes = {}
    for row in raw.execute(f"PRAGMA index_list({table})").fetchall():
        columns = [c[2] for c in raw.execute(f"PRAGMA index_info({row[1]})").fetchall()]
        indexes[row[1]] = (row[2:], columns)
    return {
        "columns": [row[1:] for row in raw.execute(f"PRAGMA table_info({table})").fetchall()],
        "references": sorted(
            row[2:] for row in raw.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        ),
        "indexes": indexes,
    }


@pytest.mark.parametrize("table", NAMES)
def test_a_table_is_as_declared(
    migrated: dbapi2.Connection, declared: dbapi2.Connection, table: str
) -> None:
    assert kinds(migrated, table) == kinds(declared, table)


def test_the_sql_is_as_declared(migrated: dbapi2.Connection, declared: dbapi2.Connection) -> None:
    def made(raw: dbapi2.Connection) -> dict[str, str]:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        return {
            name: plain(sql)
            for name, sql in rows
            if name.split("_")[0] not in DERIVED and name not in DERIVED
        }

    assert made(migrated) == made(declared)


def test_the_declaration_can_be_read_as_sql() -> None:
    # What a new migration is written from.
    for table in KEPT:
        assert str(CreateTable(table)).strip().startswith("CREATE TABLE")
        assert all(str(CreateIndex(index)) for index in table.indexes)


def test_every_constraint_has_a_name(migrated: dbapi2.Connection) -> None:
    made = dict(migrated.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    for name in NAMES:
        pieces = re.findall(r"(\w+ +\S+ +)?(PRIMARY KEY|FOREIGN KEY|CHECK) ?\(", made[name])
        assert pieces
        assert all(piece[0].startswith("CONSTRAINT ") for piece in pieces), made[name]


def test_a_new_store_says_what_it_is(migrated: dbapi2.Connection) -> None:
    def pragma(name: str) -> object:
        return migrated.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("application_id") == APPLICATION_ID
    assert pragma("user_version") == SCHEMA
    assert migrated.execute("SELECT version_num FROM alembic_version").fetchall() == [
        (str(SCHEMA),)
    ]


def test_every_kept_table_has_a_topic() -> None:
    assert {table.name for table in KEPT} <= set(TOPICS)


def test_every_kept_table_is_noted_for_undo(tmp_path: Path) -> None:
    store: Store = new_store(tmp_path / "noted")
    try:
        triggers = store._writer.execute("SELECT name FROM temp.sqlite_master WHERE type='trigger'")
        wanted = {f"note_{t.name}_{e}" for t in KEPT for e in ("insert", "update", "delete")}
        assert {name for (name,) in triggers} == wanted
    finally:
        store.close()
