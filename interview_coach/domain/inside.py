"""What is in a backup beside what is in the store now: what would come back, what would go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from interview_coach.domain.kinds import EntryKind, InterviewKind


class Fate(StrEnum):
    """What a restore would do to something."""

    BACK = "back"
    GONE = "gone"
    EARLIER = "earlier"
    SAME = "same"


def fate(then: str | None, now: str | None) -> Fate:
    """What becomes of a thing, by the time it was last changed in the backup and now; None: not there.

    >>> fate("2026-11-22", None), fate(None, "2026-11-22")
    (<Fate.BACK: 'back'>, <Fate.GONE: 'gone'>)
    """
    if now is None:
        return Fate.BACK
    if then is None:
        return Fate.GONE
    return Fate.SAME if then == now else Fate.EARLIER


@dataclass(frozen=True, slots=True)
class Event:
    """One event of the timeline, of the backup or of now."""

    kind: EntryKind
    wall: datetime
    company: str
    title: str
    interview_kind: InterviewKind | None = None


@dataclass(frozen=True, slots=True)
class Inside:
    """A look inside a backup.

    `counts` says how many rows of each table it holds; `fates` how many rows of each table a restore
    would bring back, take away or turn back. `events` are the newest of each fate, `more` how many
    there are beyond those.
    """

    counts: Mapping[str, int]
    fates: Mapping[Fate, Mapping[str, int]]
    events: Mapping[Fate, tuple[Event, ...]]
    more: Mapping[Fate, int]
    compared: bool
