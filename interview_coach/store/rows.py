"""Rows in and out on the bare connection: the SQL of each table, made once.

A session's bookkeeping costs several times the commit it is for, so deeds do without one: a row
comes as an instance of its table's class that belongs to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import configure_mappers
from sqlalchemy.orm.instrumentation import manager_of_class
from sqlcipher3 import dbapi2

from interview_coach.store import tables
from interview_coach.store.long_texts import LONG_TEXTS

T = TypeVar("T", bound=tables.Row)
Values = Mapping[str, Any]
_DIALECT = SQLiteDialect_pysqlite()


class Shape(Generic[T]):
    """How the rows of one table are written and read."""

    def __init__(self, row: type[T]) -> None:
        configure_mappers()
        table = tables.table_of(row)
        self.name = table.name
        self.columns = tuple(column.name for column in table.columns)
        kinds = {c.name: c.type.dialect_impl(_DIALECT) for c in table.columns}
        keep = {name: kind.bind_processor(_DIALECT) for name, kind in kinds.items()}
        give = [kind.result_processor(_DIALECT, None) for kind in kinds.values()]
        self._keep: dict[str, Callable[[Any], Any]] = {n: k for n, k in keep.items() if k}
        self._give = [(place, made) for place, made in enumerate(give) if made]
        self._defaults = {
            name: field.get_default(call_default_factory=True)
            for name, field in row.model_fields.items()
            if not field.is_required()
        }
        self._instance: Callable[[], T] = manager_of_class(row).new_instance
        names = ", ".join(self.columns)
        marks = ", ".join("?" * len(self.columns))
        self._insert = f"INSERT INTO {self.name}({names}) VALUES ({marks})"
        self._select = f"SELECT {names} FROM {self.name} WHERE "

    def kept(self, name: str, value: Any) -> Any:
        """A value as its column keeps it."""
        keep = self._keep.get(name)
        return value if keep is None else keep(value)

    def insert(self, raw: dbapi2.Connection, many: Iterable[Values]) -> list[T]:
        """New rows, in one statement; a value that is not given is the column's default."""
        made = [self.made({**self._defaults, **values}) for values in many]
        raw.executemany(
            self._insert,
            [[self.kept(n, row.__dict__[n]) for n in self.columns] for row in made],
        )
        return made

    def find(self, raw: dbapi2.Connection, where: str, args: Sequence[object]) -> list[T]:
        """The rows that meet a condition."""
        found = raw.execute(self._select + where, args).fetchall()
        return [self.read(row) for row in found]

    def where(self, equal: Values) -> tuple[str, list[object]]:
        """The condition that columns hold these values and the row is not in the trash."""
        tests = [f"{n} IS NULL" if v is None else f"{n} = ?" for n, v in equal.items()]
        return " AND ".join(["trashed_at IS NULL", *tests]), [
            self.kept(n, v) for n, v in equal.items() if v is not None
        ]

    def read(self, found: Sequence[Any]) -> T:
        """A row as the database gave it."""
        values = list(found)
        for place, give in self._give:
            values[place] = give(values[place])
        return self.made(dict(zip(self.columns, values, strict=True)))

    def update(self, raw: dbapi2.Connection, row: T, values: Values) -> None:
        """Set columns of a row, here and in the database."""
        sets = ", ".join(f"{name} = ?" for name in values)
        args = [self.kept(name, value) for name, value in values.items()]
        raw.execute(f"UPDATE {self.name} SET {sets} WHERE id = ?", [*args, row.id])
        row.__dict__.update(values)

    def copy(self, fresh: T, known: T) -> None:
        """Bring one instance of a row up to date with another."""
        known.__dict__.update((name, fresh.__dict__[name]) for name in self.columns)

    def made(self, values: Values) -> T:
        """An instance with these values."""
        # Past the instrumentation: nobody tracks these rows, and it costs twenty times as much.
        row = self._instance()
        row.__dict__.update(values)
        return row


@cache
def shape(row: type[T]) -> Shape[T]:
    """The shape of a table."""
    return Shape(row)


@cache
def below(table: str) -> tuple[tuple[str, str], ...]:
    """The tables whose rows belong to rows of `table`, each with the column that says so."""
    found = tuple(
        (child.name, reference.parent.name)
        for child in tables.KEPT
        for reference in child.foreign_keys
        if reference.column.table.name == table and reference.ondelete == "CASCADE"
    )
    return (*found, ("version", "owner_id")) if table in LONG_TEXTS else found


@cache
def above(table: str) -> tuple[tuple[str, str], ...]:
    """The tables that rows of `table` belong to, each with the column that says so."""
    if table == "version":
        return tuple((owner, "owner_id") for owner in LONG_TEXTS)
    (child,) = [kept for kept in tables.KEPT if kept.name == table]
    return tuple(
        (reference.column.table.name, reference.parent.name)
        for reference in child.foreign_keys
        if reference.ondelete == "CASCADE"
    )


@cache
def uniques(table: str) -> tuple[tuple[str, ...], ...]:
    """The columns of which no two rows outside the trash share all values; the key aside."""
    (kept,) = [one for one in tables.KEPT if one.name == table]
    return tuple(
        tuple(column.name for column in index.columns) for index in kept.indexes if index.unique
    )
