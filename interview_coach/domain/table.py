"""Tables of past applications: what their columns and states mean, and what only the person knows.

A table is rows of text; reading files is `exchange/table`. What a row becomes is `table_rows`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from interview_coach.domain.search import fold
from interview_coach.domain.table_days import DayOrder, day_order, is_open
from interview_coach.domain.table_names import (
    BY_NAME,
    BY_STATE,
    NOTHING,
    Fate,
    Part,
    plain_name,
)

__all__ = [
    "DAYS",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Asked",
    "Choices",
    "Fate",
    "Part",
    "Table",
    "asked",
    "proposed",
    "recalled",
    "remembered",
    "said",
    "signature",
    "states_of",
    "with_part",
]

MOST_ROWS = 5000
MOST_COLUMNS = 100


DAYS = (Part.APPLIED, Part.INTERVIEW, Part.DECIDED)
# Several columns may be notes; of the others the first one counts.
_MANY = frozenset({Part.LEFT_OUT, Part.NOTES})


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under a header; `lines` says where in its file each row stands."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    # How it was read, to be shown: encoding and delimiter, or the sheet's name.
    read_as: str = ""
    cut: int = 0

    def column(self, place: int) -> tuple[str, ...]:
        """The values of one column that say something."""
        return tuple(value for row in self.rows if (value := said(row[place])))


@dataclass(frozen=True, slots=True)
class Choices:
    """How a table is to be understood: a part for each column, the order of days, known states."""

    parts: tuple[Part, ...]
    order: DayOrder | None = None
    states: Mapping[str, Fate] = field(default_factory=lambda: MappingProxyType({}))

    def place(self, part: Part) -> int | None:
        """The column that tells of a part, if one does."""
        return self.parts.index(part) if part in self.parts else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What must be answered before a table can be imported."""

    company: bool = False
    order: bool = False
    states: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.company or self.order or bool(self.states)


def said(value: str) -> str:
    """What a cell says; "" where it only says that it says nothing.

    >>> said(" N/A "), said("Na dann GmbH")
    ('', 'Na dann GmbH')
    """
    text = value.strip()
    return "" if text.casefold() in NOTHING else text


def proposed(table: Table) -> Choices:
    """What the columns are called and hold says of them; what it leaves open is asked."""
    parts: list[Part] = []
    for place, name in enumerate(table.header):
        part = BY_NAME.get(plain_name(name), Part.LEFT_OUT)
        if part not in _MANY and part in parts:
            part = Part.LEFT_OUT
        parts.append(part if table.column(place) else Part.LEFT_OUT)
    choices = Choices(tuple(parts))
    return Choices(choices.parts, day_order(_days(table, choices)), _known(table, choices))


def _known(table: Table, choices: Choices) -> dict[str, Fate]:
    known = {}
    for value in states_of(table, choices):
        fate = BY_STATE.get(plain_name(value))
        if fate is not None:
            known[value] = fate
    return known


def _days(table: Table, choices: Choices) -> list[str]:
    places = [place for place, part in enumerate(choices.parts) if part in DAYS]
    return [value for place in places for value in table.column(place)]


def states_of(table: Table, choices: Choices) -> tuple[str, ...]:
    """The different states in a table, in the order in which they come."""
    place = choices.place(Part.STATE)
    return () if place is None else tuple(dict.fromkeys(table.column(place)))


def asked(table: Table, choices: Choices) -> Asked:
    """What is still to be answered."""
    states = states_of(table, choices)
    return Asked(
        company=choices.place(Part.COMPANY) is None,
        order=choices.order is None and is_open(_days(table, choices)),
        states=tuple(state for state in states if state not in choices.states),
    )


def with_part(table: Table, choices: Choices, place: int, part: Part) -> Choices:
    """The choices with another part for one column; a part that only one may have is taken from the other.

    Days and states are looked at anew where the columns that hold them changed.
    """
    parts = list(choices.parts)
    if part not in _MANY:
        parts = [Part.LEFT_OUT if known is part else known for known in parts]
    parts[place] = part
    changed = Choices(tuple(parts))
    same_days = [p in DAYS for p in parts] == [p in DAYS for p in choices.parts]
    order = choices.order if same_days else day_order(_days(table, changed))
    return Choices(changed.parts, order, {**_known(table, changed), **choices.states})


def signature(header: Sequence[str]) -> str:
    """What tables of one make have in common: the names of their columns, in their order."""
    names = json.dumps([fold(name) for name in header], ensure_ascii=False)
    return hashlib.blake2b(names.encode("utf-8", "replace"), digest_size=8).hexdigest()


def remembered(choices: Choices) -> str:
    """Choices as text, to be kept for the next table of that make."""
    return json.dumps(
        {
            "parts": [part.value for part in choices.parts],
            "order": choices.order.value if choices.order else "",
            "states": {state: fate.value for state, fate in choices.states.items()},
        },
        ensure_ascii=False,
    )


def recalled(table: Table, kept: str) -> Choices:
    """The choices kept for tables of this make, filled up with what this one says; never raises.

    Days are read as then only where this table's own values do not prove otherwise.
    """
    fresh = proposed(table)
    try:
        raw = json.loads(kept)
        parts = tuple(Part(part) for part in raw["parts"])
        order = DayOrder(raw["order"]) if raw["order"] else None
        states = {str(state): Fate(fate) for state, fate in raw["states"].items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return fresh
    if len(parts) != len(table.header):
        return fresh
    choices = Choices(parts)
    proven = day_order(_days(table, choices))
    return Choices(parts, proven or order, {**_known(table, choices), **states})
