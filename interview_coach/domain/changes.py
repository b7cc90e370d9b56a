"""What a deed tells the rest of the program when it has been committed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from interview_coach.domain.kinds import Topic
from interview_coach.domain.trouble import Args


class Way(StrEnum):
    """How a change came about."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is shown: a kind ("interview", "opportunity", ...), its id, and the step."""

    kind: str
    id: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a deed: a code and its arguments."""

    code: str
    args: Args = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Touched:
    """One row that a change was about: which columns of it, and whether it is there afterwards."""

    table: str
    key: str
    columns: tuple[str, ...] = ()
    there: bool = True

    @property
    def spots(self) -> tuple[str, ...]:
        """What a screen may call the place of it: the nearest first, by row or by column."""
        return (
            *(f"{self.key}.{column}" for column in self.columns),
            *(f"{self.table}.{column}" for column in self.columns),
            self.key,
            self.table,
        )


@dataclass(frozen=True, slots=True)
class Changes:
    """The broadcast after a commit: what it touched, what it is called, where it shows."""

    topics: frozenset[Topic]
    label: Label
    place: Place | None = None
    way: Way = Way.DONE
    undoable: bool = True
    touched: tuple[Touched, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryState:
    """What can be undone and redone now; None where nothing can."""

    undo: Label | None = None
    redo: Label | None = None
