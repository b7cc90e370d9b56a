"""A document from outside made fit for the store: brought up to its schema, and every value checked.

Nothing of the person's store is touched here. An older document goes the way of an older store: into
an empty one of its schema, in memory, which is then migrated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CheckConstraint, Table
from sqlalchemy import types as sql
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlcipher3 import dbapi2

from interview_coach.domain.document import Document, Value, Values
from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT, without_controls
from interview_coach.domain.zones import is_zone
from interview_coach.store.opening import SCHEMA
from interview_coach.store.rows import uniques
from interview_coach.store.tables import KEPT

Row = dict[str, Value]
Rows = Mapping[str, Sequence[Row]]
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_DIALECT = SQLiteDialect_pysqlite()
_LARGEST_NUMBER = 2**63
# Columns that a form keeps to one line; every other text may be long.
_LINES = frozenset(
    {"name", "title", "place", "link", "website", "zone", "posting_url", "found_at", "pay"}
)
Check = Callable[[Value], Value]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of a document, in the store's own shape: outside the trash, sound, with their parents."""

    tables: Rows


def prepared(document: Document, told: Told = unheard) -> Prepared:
    """Check a document and bring it up to this schema. Raises `Refused`: newer, malformed, damaged."""
    if document.schema > SCHEMA:
        raise Refused("newer", schema=document.schema)
    tables = document.tables
    if document.schema < SCHEMA:
        tables = _migrated(document)
    return _checked(tables, told)


def _migrated(document: Document) -> dict[str, list[Values]]:
    from interview_coach.store.migrating import migrate

    raw = dbapi2.connect(":memory:", isolation_level=None)
    try:
        migrate(raw, str(document.schema))
        raw.execute("PRAGMA foreign_keys=OFF")
        known = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        for table, rows in document.tables.items():
            _fill(raw, table, rows if table in known else None)
        migrate(raw)
        return {
            table.name: [
                dict(zip((c.name for c in table.columns), found, strict=True))
                for found in raw.execute(
                    f"SELECT {', '.join(c.name for c in table.columns)} FROM {table.name} ORDER BY id"
                )
            ]
            for table in KEPT
        }
    except Refused:
        raise
    except Exception as error:
        # Old rows that no program wrote can lead a migration anywhere; nothing of it is kept.
        raise Refused("malformed", part="tables") from error
    finally:
        raw.close()


def _fill(raw: dbapi2.Connection, table: str, rows: Sequence[Values] | None) -> None:
    if rows is None:
        raise Refused("malformed", part=table)
    columns = {row[1] for row in raw.execute(f'PRAGMA table_info("{table}")')}
    for row in rows:
        # The names go into the statement, so none but the table's own may.
        if not set(row) <= columns:
            raise Refused("malformed", part=table)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        raw.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", list(row.values()))


# --- every value ----------------------------------------------------------------------------------


def _checked(tables: Mapping[str, Sequence[Values]], told: Told) -> Prepared:
    known = {table.name for table in KEPT}
    for name in tables:
        if name not in known:
            raise Refused("malformed", part=name)
    total = sum(len(rows) for rows in tables.values())
    done = 0
    kept: dict[str, list[Row]] = {}
    for table in KEPT:
        checks = {column.name: check_of(table, column.name) for column in table.columns}
        rows: list[Row] = []
        for row in tables.get(table.name, ()):
            if done % 500 == 0:
                told(done, total)
            done += 1
            if set(row) != set(checks):
                raise Refused("malformed", part=table.name)
            # What was in the trash there is no part of what the file holds.
            if row["trashed_at"] is None:
                rows.append(
                    {column: checks[column](value) for column, value in row.items()}
                    | {"trash_batch": None}
                )
        kept[table.name] = rows
        _check_unique(table, rows)
    return Prepared(kept)


def _check_unique(table: Table, rows: Sequence[Row]) -> None:
    for columns in uniques(table.name):
        seen = {tuple(row[column] for column in columns) for row in rows}
        if len(seen) != len(rows):
            raise Refused("damaged", part=table.name)


def check_of(table: Table, name: str) -> Check:
    """What a value of this column must be; gives it as the store keeps it."""
    column = table.columns[name]
    part = f"{table.name}.{name}"
    kind = column.type.dialect_impl(_DIALECT)
    give = kind.result_processor(_DIALECT, None)
    keep = kind.bind_processor(_DIALECT)
    number = isinstance(getattr(column.type, "impl", column.type), sql.Integer | sql.Boolean)
    low, high = limits(table, name)
    names_a_row = bool(column.foreign_keys) or name == "id" or name.endswith("_id")

    def sound(value: Value) -> bool:
        if number:
            # Python's truths are numbers, the document's are not.
            return type(value) is int and low <= value <= high
        if not isinstance(value, str) or (names_a_row and not _KEY.fullmatch(value)):
            return False
        longest = LINE_LIMIT if name in _LINES else TEXT_LIMIT
        return len(value) <= longest and (name != "zone" or is_zone(value))

    def check(value: Value) -> Value:
        if value is None and column.nullable:
            return None
        if isinstance(value, str):
            value = without_controls(value)
        if not sound(value) or not _comes_back(value, give, keep):
            raise Refused("malformed", part=part)
        return value

    return check


def limits(table: Table, name: str) -> tuple[int, int]:
    """The range that the table's CHECKs give a number."""
    column = table.columns[name]
    if isinstance(column.type, sql.Boolean):
        return 0, 1
    low, high = -_LARGEST_NUMBER, _LARGEST_NUMBER - 1
    for constraint in table.constraints:
        if isinstance(constraint, CheckConstraint):
            text = str(constraint.sqltext)
            if found := re.fullmatch(rf"{name} BETWEEN (-?\d+) AND (-?\d+)", text):
                low, high = int(found[1]), int(found[2])
            elif found := re.fullmatch(rf"{name} (>=?) (-?\d+)", text):
                low = int(found[2]) + (found[1] == ">")
    return low, high


def _comes_back(
    value: Value, give: Callable[[Any], Any] | None, keep: Callable[[Any], Any] | None
) -> bool:
    """Whether the value can be read, and would be written just so."""
    try:
        read = give(value) if give else value
        return bool((keep(read) if keep else read) == value)
    except (ValueError, TypeError, KeyError, OverflowError):
        return False
