"""After a no, and only if wanted: ten minutes of writing, and the reminder that setbacks are part of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

WRITING_MINUTES = 10


class Wish(StrEnum):
    """Whether the person wants something that is offered: not asked yet, yes, or no thanks, for good."""

    UNASKED = ""
    YES = "yes"
    NO = "no"


def wish_of(text: str) -> Wish:
    """A wish as it is stored; what is no wish is none yet."""
    return Wish(text) if text in set(Wish) else Wish.UNASKED


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written after a no, and kept."""

    id: str
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What is offered after a no, and what was kept of it."""

    writing: Wish = Wish.UNASKED
    setbacks: Wish = Wish.UNASKED
    kept: tuple[Writing, ...] = ()

    @property
    def offered(self) -> bool:
        """Whether to offer writing; never again after "no thanks"."""
        return self.writing is not Wish.NO


def minutes_left(begun: datetime, now: datetime) -> int:
    """How many minutes of the ten are left, begun ones counted whole; 0 when they are over."""
    seconds = WRITING_MINUTES * 60 - (now - begun).total_seconds()
    return max(-int(-seconds // 60), 0)


def remind_before(
    wish: Wish,
    refused_at: datetime | None,
    last_end: datetime | None,
    end_at: datetime,
    now: datetime,
) -> bool:
    """Whether the reminder stands before an interview that ends at `end_at`.

    Only where it was wished for, after a no, and before the first interview since: `refused_at` is when
    the newest no was recorded, `last_end` when the last interview before this one ended.

    | wished, a no, no interview since, this one to come | yes |
    | not asked, or no thanks                             | no  |
    | no no yet                                           | no  |
    | an interview has ended since the no                 | no  |
    | this one is over                                    | no  |
    """
    if wish is not Wish.YES or refused_at is None or end_at <= now:
        return False
    return last_end is None or last_end <= refused_at
