"""The exported document as values: everything the person wrote, table by table, as the store keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

Value = str | int | float | bool | None
Values = Mapping[str, Value]
Tables = Mapping[str, Sequence[Values]]


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its format's version, the store's schema, when and by which program it was written."""

    version: int
    schema: int
    written_at: datetime
    program: str
    tables: Tables

    @property
    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        return {name: len(rows) for name, rows in self.tables.items()}
