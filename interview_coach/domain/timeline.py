"""The timeline: what an entry shows, how it is filtered, and keys in the order of time."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from interview_coach.domain.kinds import Answer, EntryKind, InterviewKind
from interview_coach.domain.standing import Standing

_EPOCH = datetime(1900, 1, 1)  # noqa: DTZ001  wall-clock time has no zone
_HASH_BITS = 30


def entry_key(wall: datetime, kind: EntryKind, owner: str) -> int:
    """A positive 63-bit key that sorts by wall-clock second and is the same at every rebuild.

    `wall` is naive. Entries of one second are told apart by 30 bits of a checksum of the owner.
    """
    seconds = int((wall - _EPOCH).total_seconds())
    seconds = min(max(seconds, 0), (1 << 33) - 1)
    tail = zlib.crc32(f"{kind}:{owner}".encode()) >> (32 - _HASH_BITS)
    return (seconds << _HASH_BITS) | tail


def library_key(wall: datetime, owner: str) -> int:
    """The key of what stands in the library: below zero, where no entry of the timeline lies."""
    return -1 - entry_key(wall, EntryKind.LIBRARY, owner)


def key_wall(key: int) -> datetime:
    """The naive wall-clock time that a key stands for."""
    return _EPOCH + timedelta(seconds=key >> _HASH_BITS)


def key_month(key: int) -> tuple[int, int]:
    """The (year, month) of a key."""
    wall = key_wall(key)
    return wall.year, wall.month


def key_at(day: date) -> int:
    """The smallest key of a day."""
    wall = datetime(day.year, day.month, day.day)  # noqa: DTZ001  wall-clock time has no zone
    return int((wall - _EPOCH).total_seconds()) << _HASH_BITS


class Show(StrEnum):
    """What the timeline lists."""

    INTERVIEWS = "interviews"
    EVERYTHING = "everything"
    REVIEWS = "reviews"
    OUTCOMES = "outcomes"
    LESSONS = "lessons"


SHOWN_KINDS = {
    Show.INTERVIEWS: (EntryKind.INTERVIEW, EntryKind.OPPORTUNITY),
    Show.EVERYTHING: tuple(kind for kind in EntryKind if kind is not EntryKind.LIBRARY),
    Show.REVIEWS: (EntryKind.REVIEW, EntryKind.REMARK),
    Show.OUTCOMES: (EntryKind.OUTCOME,),
    Show.LESSONS: (EntryKind.LESSON,),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person narrowed the timeline to. Empty means no narrowing.

    `since` and `until` are days of the wall clock, both inclusive. `outcome` is the value of a
    `Standing`: upcoming, to_review, waiting, advanced, offer, rejected, withdrew, cancelled.
    """

    show: Show = Show.INTERVIEWS
    query: str = ""
    company_id: str = ""
    kind: InterviewKind | None = None
    since: date | None = None
    until: date | None = None
    outcome: Standing | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One visible row. `line` is its second line, `marks` the places of the query's words in it.

    `line_code` says what the line is ("lesson", "asked", "told", "prepared", "review_now",
    "words", "plain", "found"), so that `words.py` can put a word before it.
    """

    key: int
    kind: EntryKind
    owner_id: str
    interview_id: str | None
    opportunity_id: str
    wall: datetime
    company: str
    title: str
    interview_kind: InterviewKind | None
    standing: Standing | None
    rating: int | None = None
    forecast: int | None = None
    answer: Answer | None = None
    line_code: str = "plain"
    line: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    prepared: int = 0
    planned: int = 0
    archived: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands beside the list for the chosen entry."""

    card: Card
    zone: str = ""
    my_answers: int | None = None
    connection: int | None = None
    asked: tuple[tuple[str, int | None], ...] = ()
    landed: tuple[str, ...] = ()
    went_well: str = ""
    would_change: str = ""
    lessons: tuple[str, ...] = ()
    words: str = ""
    found: tuple[str, ...] = ()
    notes: str = ""
