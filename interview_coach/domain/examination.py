"""What a thorough check of a store found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """One kind of thing that can be wrong."""

    PAGES = "pages"
    REFERENCES = "references"
    INDEX = "index"
    ENTRIES = "entries"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: how often, and in which table where it is one's."""

    fault: Fault
    count: int
    table: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """What was looked at, and what was found wrong."""

    schema: int
    rows: int
    entries: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings
