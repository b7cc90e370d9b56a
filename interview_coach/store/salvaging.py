"""Rows of a damaged store put into a new one: each value looked at, each reference made good or named.

Owns what happens to a row that was read: where it belongs, what of it has to be replaced, and what
stands in for a parent that is gone. Reading is `pages`, the whole of it `salvage`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Table
from sqlcipher3 import dbapi2

from interview_coach.domain.incoming import Refused
from interview_coach.domain.text import TEXT_LIMIT, without_controls
from interview_coach.domain.zones import WALL_FORMAT
from interview_coach.store.columns import Grade, Instant, WallTime, Word
from interview_coach.store.pages import Found, Value
from interview_coach.store.preparing import check_of, limits
from interview_coach.store.rows import uniques
from interview_coach.store.stamps import new_key, utc_text
from interview_coach.store.tables import KEPT

Raw = dbapi2.Connection
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_BY_NAME = {table.name: table for table in KEPT}


class Salvage:
    """A new store, in a transaction, that takes rows in and counts.

    `label` is the text of what stands in for something lost. `current` says that the store has the
    schema of today: then single values are mended; an older one takes rows as they are, or not.
    """

    def __init__(self, raw: Raw, now: datetime, label: str, *, current: bool) -> None:
        self._raw = raw
        self._now = now
        self._label = label
        self._current = current
        self.read: Counter[str] = Counter()
        self.mended: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.placeholders: Counter[str] = Counter()
        self.unreadable = 0
        self.let_go = 0
        self._columns: dict[str, list[tuple[str, Any]]] = {}
        self._stand_ins: dict[str, str] = {}

    def columns(self, table: str) -> list[tuple[str, Any]]:
        """The columns of a table of the new store, each with its default."""
        if table not in self._columns:
            found = self._raw.execute(f'PRAGMA table_info("{table}")').fetchall()
            self._columns[table] = [(row[1], row[4]) for row in found]
        return self._columns[table]

    def fits(self, table: str, found: Found) -> bool:
        """Whether a row has the shape of a table's rows."""
        columns = self.columns(table)
        # A column that came later is missing in rows that were never written again.
        if not len(columns) - 3 <= len(found.values) <= len(columns):
            return False
        if columns[0][0] != "id":
            return True
        key, created, changed = (*found.values, None, None, None)[:3]
        return _matches(_KEY, key) and (_matches(_INSTANT, created) or _matches(_INSTANT, changed))

    # --- taking rows in -----------------------------------------------------------------------

    def take(self, table: str, found: Found) -> None:
        """Take a row in, mended where it must be; a newer one of the same key stays."""
        columns = self.columns(table)
        values = [*found.values, *(_default(d) for _, d in columns[len(found.values) :])]
        row = dict(zip((name for name, _ in columns), values, strict=True))
        mended = found.mended
        if self._current and table in _BY_NAME:
            row, changed = self._mend(_BY_NAME[table], row)
            mended = mended or changed
        if self._older(table, columns[0][0], row):
            return
        if self._insert(table, row):
            self.read[table] += 1
            self.mended[table] += mended
        else:
            self.refused[table] += 1

    def _older(self, table: str, key: str, row: dict[str, Value]) -> bool:
        """Whether the row is there already and is no older; else it goes."""
        there = self._raw.execute(f"SELECT * FROM {table} WHERE {key} = ?", (row[key],)).fetchone()
        if there is None:
            return False
        names = [name for name, _ in self.columns(table)]
        stamp = next((n for n in ("changed_at", "saved_at") if n in names), None)
        if stamp is None or str(there[names.index(stamp)]) >= str(row[stamp]):
            return True
        self._raw.execute(f"DELETE FROM {table} WHERE {key} = ?", (row[key],))
        self.read[table] -= 1
        return False

    def _insert(self, table: str, row: dict[str, Value]) -> bool:
        names, marks = ", ".join(f'"{n}"' for n in row), ", ".join("?" * len(row))
        try:
            self._raw.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", list(row.values()))
        except (dbapi2.IntegrityError, OverflowError, UnicodeEncodeError):
            return False
        return True

    def would_take(self, table: str, rows: Sequence[Found]) -> tuple[int, int]:
        """How many of these rows a table would take as they are, and of how many the parents are there."""
        taken = parents = 0
        names = [name for name, _ in self.columns(table)]
        for found in rows:
            if not self.fits(table, found) or len(found.values) != len(names):
                continue
            row = dict(zip(names, found.values, strict=True))
            if self._current and table in _BY_NAME and self._mend(_BY_NAME[table], dict(row))[1]:
                continue
            self._raw.execute("SAVEPOINT trial")
            taken += self._insert(table, row)
            self._raw.execute("ROLLBACK TO trial")
            self._raw.execute("RELEASE trial")
            parents += self._has_parents(table, row)
        return taken, parents

    def _has_parents(self, table: str, row: dict[str, Value]) -> bool:
        return all(
            row[column] is None
            or self._raw.execute(f"SELECT 1 FROM {parent} WHERE id = ?", (row[column],)).fetchone()
            for column, parent, _needed in self._references(table)
        )

    # --- single values ------------------------------------------------------------------------

    def _mend(self, table: Table, row: dict[str, Value]) -> tuple[dict[str, Value], bool]:
        """The row with each value that no form would take replaced; whether any was."""
        changed = False
        for column, check in _checks(table):
            value = row[column.name]
            try:
                sound = check(value)
            except Refused:
                sound = self._instead(table, column, row)
            changed = changed or sound != value
            row[column.name] = sound
        return row, changed

    def _instead(self, table: Table, column: Column[Any], row: dict[str, Value]) -> Any:
        """What stands in for a value: what is nearest to nothing."""
        value, kind = row[column.name], column.type
        if column.nullable:
            return None
        if column.name == "id" or column.foreign_keys:
            return value
        if isinstance(kind, Word):
            words = [word.value for word in kind.vocabulary]
            return "other" if "other" in words else words[0]
        if isinstance(kind, Instant):
            stamps = (row.get(n) for n in ("changed_at", "created_at", "start_at", "end_at"))
            return next((s for s in stamps if _matches(_INSTANT, s)), utc_text(self._now))
        if isinstance(kind, WallTime):
            return self._now.strftime(WALL_FORMAT)
        if isinstance(kind, Date):
            return self._now.date().isoformat()
        if isinstance(kind, Integer | Boolean | Grade):
            low, _high = limits(table, column.name)
            return max(low, 0)
        if column.name == "zone":
            return "UTC"
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
        return without_controls(text)[: TEXT_LIMIT if len(text) > 500 else 500]

    # --- references ---------------------------------------------------------------------------

    def _references(self, table: str) -> list[tuple[str, str, bool]]:
        """The columns of a table that name a row, the table of that row, and whether they must."""
        found = self._raw.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        needed = {r[1]: bool(r[3]) for r in self._raw.execute(f'PRAGMA table_info("{table}")')}
        return [(row[3], row[2], needed[row[3]]) for row in found]

    def make_good(self, tables: Iterable[str]) -> None:
        """Give every row what it belongs to: children first, so that stand-ins get theirs too."""
        for table in reversed(list(tables)):
            for column, parent, needed in self._references(table):
                gone = [
                    key
                    for (key,) in self._raw.execute(
                        f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL "
                        f"AND {column} NOT IN (SELECT id FROM {parent})"
                    ).fetchall()
                ]
                for key in gone:
                    if needed:
                        self._stand_in(parent, self._named(table, column, key))
                    else:
                        self.let_go += self._raw.execute(
                            f"UPDATE {table} SET {column} = NULL WHERE {column} = ?", (key,)
                        ).rowcount

    def _named(self, table: str, column: str, key: object) -> str:
        """What a row says it belongs to; where that is no text, a new name for it."""
        if isinstance(key, str):
            return key
        fresh = new_key()
        self._raw.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (fresh, key))
        return fresh

    def _stand_in(self, name: str, key: str | None = None) -> str:
        """A row in place of one that is gone; those that it belongs to are made for all such at once."""
        table = _BY_NAME[name]
        row: dict[str, Value] = {}
        above = {column: parent for column, parent, needed in self._references(name) if needed}
        for column in table.columns:
            if column.name not in {known for known, _ in self.columns(name)}:
                continue
            if column.name in above:
                # One for all, unless only one may belong to it.
                own = any(column.name in together for together in uniques(name))
                parent = above[column.name]
                if own or parent not in self._stand_ins:
                    self._stand_ins[parent] = self._stand_in(parent)
                row[column.name] = self._stand_ins[parent]
            elif column.name in {"name", "title", "text"}:
                row[column.name] = self._label
            elif column.name == "minutes":
                row[column.name] = 60
            else:
                row[column.name] = (
                    None if column.nullable else self._instead(table, column, {column.name: None})
                )
        row["id"] = key or new_key()
        if self._insert(name, row):
            self.placeholders[name] += 1
        return str(row["id"])


@cache
def _checks(table: Table) -> list[tuple[Column[Any], Callable[[Any], Any]]]:
    return [(column, check_of(table, column.name)) for column in table.columns]


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and bool(pattern.fullmatch(value))


def _default(text: str | None) -> Value:
    """The default of a column as `table_info` gives it: a number or a quoted text."""
    if text is None or text.upper() == "NULL":
        return None
    if text.lstrip("-").isdigit():
        return int(text)
    return text.strip("'").replace("''", "'")
