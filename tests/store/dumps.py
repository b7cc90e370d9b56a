"""What a store holds, as plain values that can be compared."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

import interview_coach.store
from interview_coach.store import entries
from interview_coach.store.opening import connect
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT

Dump = dict[str, list[tuple[Any, ...]]]
# Entries and the search index are derived; undo writes a fresh change time; scratch is not kept.
LEFT_OUT = {"changed_at"}


def learn_all() -> None:
    """Import every module of the store, so that the registry knows every deed and question."""
    for module in pkgutil.iter_modules(interview_coach.store.__path__):
        if module.name != "migrations":
            importlib.import_module(f"interview_coach.store.{module.name}")


def dump_of(raw: dbapi2.Connection) -> Dump:
    """Every kept row without its change time, ordered by key."""
    found: Dump = {}
    for table in KEPT:
        names = ", ".join(c.name for c in table.columns if c.name not in LEFT_OUT)
        found[table.name] = raw.execute(f"SELECT {names} FROM {table.name} ORDER BY id").fetchall()
    return found


def dump(store: Store) -> Dump:
    """Every kept row of an open store."""
    return dump_of(store._raw_reader)


def derived_of(raw: dbapi2.Connection) -> Dump:
    """The timeline's entries and every word of the search index with the row it stands in."""
    raw.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, instance)"
    )
    return {
        "entry": raw.execute("SELECT * FROM entry ORDER BY key").fetchall(),
        "search": raw.execute("SELECT DISTINCT doc, term FROM temp.words ORDER BY 1, 2").fetchall(),
    }


def check_derived(store: Store) -> None:
    """Hold entries and index against a rebuild of both, which is then rolled back."""
    raw = store._writer
    raw.execute("BEGIN IMMEDIATE")
    try:
        entries.catch_up(raw)
        kept = derived_of(raw)
        entries.rebuild(raw)
        assert kept == derived_of(raw)
    finally:
        raw.execute("ROLLBACK")


def check_file(path: Path) -> None:
    """Let SQLite check a file: its pages, its references, its search index."""
    raw = connect(path)
    try:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        raw.execute("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")
    finally:
        raw.close()
