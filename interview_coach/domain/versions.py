"""Earlier versions of a long text: which ones to keep as they age, and what differs between two."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from enum import StrEnum

RECENT = timedelta(hours=1)
HOURLY = timedelta(days=1)
DAILY = timedelta(days=30)
WEEKLY = timedelta(days=365)
_MINUTES = 5
# Beyond so many words two texts are compared line by line only: word by word it would take seconds.
MOST_WORDS = 6_000
_WORD = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it stood until `until`, when something else was written in its place."""

    id: str
    text: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Versions:
    """A long text as it is now, and its earlier versions, newest first.

    `field` names table and column ("review.went_well"), `owner` the row; `fixed` says that it can be
    read but not changed any more.
    """

    field: str
    owner: str
    text: str
    earlier: tuple[Version, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What thinning needs to know of a version: how long its text is, and until when it stood."""

    id: str
    until: datetime
    length: int


def _slot(until: datetime, age: timedelta) -> Hashable:
    if age < RECENT:
        return ("minutes", until.date(), until.hour, until.minute // _MINUTES)
    if age < HOURLY:
        return ("hour", until.date(), until.hour)
    if age < DAILY:
        return ("day", until.date())
    if age < WEEKLY:
        return ("week", *until.isocalendar()[:2])
    return ("month", until.year, until.month)


def thinned(stamps: Sequence[Stamp], now: datetime) -> tuple[str, ...]:
    """The versions to let go, by id: all of a slot but the first and the longest.

    The first is the text as it was before that sitting began. The longest is what an accident, such as
    a field that was emptied and begun anew, would take away.

    slots: within the last hour five minutes, then an hour for a day, a day for thirty days, a week for
    a year, then a month. A version from the future (the clock was set back) counts as of this hour.
    """
    slots: dict[Hashable, list[Stamp]] = {}
    for stamp in sorted(stamps, key=lambda s: (s.until, s.id)):
        slots.setdefault(_slot(stamp.until, now - stamp.until), []).append(stamp)
    staying = set()
    for slot in slots.values():
        staying |= {slot[0].id, max(slot, key=lambda s: s.length).id}
    return tuple(s.id for s in stamps if s.id not in staying)


class Mark(StrEnum):
    """What became of a piece of text between two versions."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one mark."""

    mark: Mark
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """The two texts as runs that are the same, gone or new, in reading order, word by word.

    The runs that are not new make `before`, those that are not gone make `after`.

    >>> [(p.mark.value, p.text) for p in differences("a calm day", "a bright day")]
    [('same', 'a '), ('gone', 'calm'), ('new', 'bright'), ('same', ' day')]
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > MOST_WORDS:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(_merged(_runs(old, new)))


def _runs(old: list[str], new: list[str]) -> Iterator[Piece]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield Piece(Mark.SAME, "".join(old[a:b]))
            continue
        if b > a:
            yield Piece(Mark.GONE, "".join(old[a:b]))
        if d > c:
            yield Piece(Mark.NEW, "".join(new[c:d]))


def _merged(runs: Iterator[Piece]) -> Iterator[Piece]:
    """Changes with only white space between them are one: it reads better than word by word."""
    gone = new = ""
    held = ""
    for piece in runs:
        if piece.mark is Mark.SAME and not piece.text.strip() and "\n" not in piece.text:
            if gone or new:
                held += piece.text
                continue
        elif piece.mark is not Mark.SAME:
            gone += held + (piece.text if piece.mark is Mark.GONE else "")
            new += held + (piece.text if piece.mark is Mark.NEW else "")
            held = ""
            continue
        yield from _changed(gone, new)
        gone = new = ""
        yield Piece(Mark.SAME, held + piece.text)
        held = ""
    yield from _changed(gone, new)
    if held:
        yield Piece(Mark.SAME, held)


def _changed(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(Mark.GONE, gone)
    if new:
        yield Piece(Mark.NEW, new)
