"""What an import would do: each row of a document held beside the store's own.

The rules, in the order in which they are asked. A row is known again by its key.

    the file's row ...                                     what becomes of it
    is in the trash here, or belongs to what is            DELETED: it stays deleted
    belongs to a review that is sealed here                SAME, or SEALED: what is sealed stays as it is
    is not here                                            NEW: it is added
    says the same, but for its order and times             SAME: nothing to do
    says something else                                    CHANGED: a conflict, mine is kept unless asked

Two conflicts are about a whole review, with its questions, signals and ticks: theirs is sealed while
mine is open (SEALED_THERE), and both have one of their own for one interview (DOUBLE). An import never
deletes what only the store has, save that taking their review puts what it replaces in the trash.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interview_coach.domain.kinds import InterviewKind

Shown = str | int | float | bool | date | datetime | StrEnum | None


class Fate(StrEnum):
    """What becomes of one row of the file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SEALED = "sealed"
    DELETED = "deleted"


class Clash(StrEnum):
    """How mine and theirs stand against each other."""

    CHANGED = "changed"
    SEALED_THERE = "sealed_there"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Difference:
    """One column that differs; a reference is shown by what it names."""

    column: str
    mine: Shown
    theirs: Shown


@dataclass(frozen=True, slots=True)
class Conflict:
    """One row about which mine and theirs differ, and where it belongs.

    `title` is "" where rows of that table have no wording of their own. `id` is the file's row, and
    what a choice is named by.
    """

    id: str
    table: str
    clash: Clash
    title: str
    differences: tuple[Difference, ...]
    company: str = ""
    kind: InterviewKind | None = None
    start: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of one table go which way."""

    table: str
    new: int = 0
    changed: int = 0
    same: int = 0
    sealed: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import would do, or did."""

    tallies: tuple[Tally, ...]
    conflicts: tuple[Conflict, ...]

    def total(self, fate: Fate) -> int:
        """How many rows go that way, over all tables."""
        return sum(int(getattr(tally, fate.value)) for tally in self.tallies)

    @property
    def idle(self) -> bool:
        """Whether there is nothing to add and nothing to decide."""
        return not self.conflicts and not self.total(Fate.NEW)


def tally(table: str, fates: Iterable[Fate]) -> Tally:
    """Count the fates of a table's rows."""
    found = list(fates)
    return Tally(table, **{fate.value: found.count(fate) for fate in Fate})
