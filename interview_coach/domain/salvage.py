"""What was read out of a damaged store, and what could not be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableRead:
    """One table: rows read, rows of which a value had to be replaced, rows that could not be kept.

    `before` is how many the last backup held, outside the trash; None where there is none to tell.
    """

    read: int = 0
    mended: int = 0
    refused: int = 0
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The report: each table, cells that no table would take, and what was done to hold it together.

    `placeholders` counts rows made because others belonged to something that is gone, `let_go` those
    that point to nothing now instead.
    """

    tables: Mapping[str, TableRead]
    unreadable: int
    placeholders: Mapping[str, int]
    let_go: int

    @property
    def read(self) -> int:
        """All rows that were read."""
        return sum(table.read for table in self.tables.values())

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be missing or changed."""
        return not (self.unreadable or self.placeholders or self.let_go) and not any(
            t.mended or t.refused or (t.before or 0) > t.read for t in self.tables.values()
        )
