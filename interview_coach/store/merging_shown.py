"""A conflict as the person is shown it: what differs, in values rather than columns, and where it belongs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlcipher3 import dbapi2

from interview_coach.domain.document import Value
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.merging import Clash, Conflict, Difference, Shown
from interview_coach.domain.zones import parse_wall
from interview_coach.store.preparing import Row, Rows
from interview_coach.store.tables import KEPT

_TITLES = ("name", "title", "text", "decision", "kind")
_DIALECT = SQLiteDialect_pysqlite()
_BY_NAME = {table.name: table for table in KEPT}
# From any row to its company, one step at a time: the nearest first.
_UP = ("review", "outcome", "interview", "opportunity", "company")


def shown(
    raw: dbapi2.Connection,
    tables: Rows,
    table: Table,
    row: Row,
    mine: Row,
    clash: Clash,
    differing: Sequence[str],
) -> Conflict:
    """What the person is shown of mine and theirs."""
    see = _Seer(raw, tables)
    company, kind, start = see.place(table.name, mine)
    return Conflict(
        id=str(row["id"]),
        table=table.name,
        clash=clash,
        title=see.title(table.name, mine),
        differences=tuple(
            Difference(name, see.value(table, name, mine[name]), see.value(table, name, row[name]))
            for name in differing
        ),
        company=company,
        kind=InterviewKind(kind) if kind else None,
        start=parse_wall(start) if start else None,
    )


class _Seer:
    """Looks rows up, in the store and then in the file."""

    def __init__(self, raw: dbapi2.Connection, tables: Rows) -> None:
        self._raw = raw
        self._tables = tables

    def title(self, table: str, row: Mapping[str, Value]) -> str:
        """What a row is called; a code where its table has no wording of its own."""
        name = next((n for n in _TITLES if n in row), None)
        return "" if name is None else str(row[name])

    def value(self, table: Table, name: str, value: Value) -> Shown:
        """A stored value as a value of the domain, and a reference as what it names."""
        column = table.columns[name]
        for reference in column.foreign_keys:
            target = reference.column.table.name
            found = None if value is None else self._row(target, str(value))
            return None if found is None else self._called(target, found)
        give = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
        read: Any = give(value) if give and value is not None else value
        seen: Shown = read
        return seen

    def _called(self, table: str, row: Mapping[str, Value]) -> str:
        if table == "interview":
            return str(row["start"]).replace("T", " ")
        return self.title(table, row)

    def place(self, table: str, row: Mapping[str, Value]) -> tuple[str, str, str]:
        """The company, and the kind and start of the round, that a row belongs to; "" for none."""
        kind = start = ""
        while True:
            if table == "interview":
                kind, start = str(row["kind"]), str(row["start"])
            if table == "company":
                return str(row["name"]), kind, start
            up = next((one for one in _UP if row.get(f"{one}_id")), None)
            found = None if up is None else self._row(up, str(row[f"{up}_id"]))
            if up is None or found is None:
                return "", kind, start
            table, row = up, found

    def _row(self, table: str, key: str) -> Mapping[str, Value] | None:
        names = [column.name for column in _BY_NAME[table].columns]
        found = self._raw.execute(
            f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (key,)
        ).fetchone()
        if found is not None:
            return dict(zip(names, found, strict=True))
        return next((row for row in self._tables.get(table, ()) if row["id"] == key), None)
