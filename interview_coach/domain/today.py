"""Today: what the page shows, and which three things are most worth doing next.

Its shapes are named tuples, where the other features have frozen dataclasses: they behave alike, and the
first paint, which waits for them, comes earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import NamedTuple

from interview_coach.domain.kinds import InterviewKind, Mode, Section
from interview_coach.domain.silence import UsualWait
from interview_coach.domain.standing import Standing

USEFUL_COUNT = 3
WEEKS = 12
NOTHING_WAITED = UsualWait(0, 0)


def strip_begins(today: date) -> date:
    """The Monday with which the strip of weeks begins.

    From Thursday on it ends with the coming week: that is where the next interview usually is.

    >>> strip_begins(date(2026, 11, 18)), strip_begins(date(2026, 11, 22))
    (datetime.date(2026, 8, 31), datetime.date(2026, 9, 7))
    """
    ahead = today + timedelta(days=4)
    return ahead - timedelta(days=ahead.weekday(), weeks=WEEKS - 1)


class Why(IntEnum):
    """Why something is worth doing, the most pressing first."""

    LOGISTICS_SOON = 1
    REQUIREMENT_GAP = 2
    LESSON_OPEN = 3
    ASKED_AGAIN = 4
    UNREHEARSED = 5
    RESEARCH = 6
    NOT_DONE = 7


class Candidate(NamedTuple):
    """Something that could be done for the next interview.

    `what` is "item", "requirement", "lesson" or "question"; `section` only for items; `times` how
    often a question was asked before.
    """

    what: str
    id: str
    text: str
    section: Section | None = None
    weight: int = 3
    rehearsed: bool = False
    times: int = 0
    position: int = 0


class Useful(NamedTuple):
    """A thing worth doing, and why."""

    candidate: Candidate
    why: Why


def _reason(candidate: Candidate, left: timedelta) -> Why | None:
    by_what = {"requirement": Why.REQUIREMENT_GAP, "lesson": Why.LESSON_OPEN}
    if candidate.what in by_what:
        return by_what[candidate.what]
    if candidate.what == "question":
        return Why.ASKED_AGAIN if candidate.times >= 2 else None
    if candidate.section is Section.LOGISTICS:
        return Why.LOGISTICS_SOON if left < timedelta(hours=24) else Why.NOT_DONE
    if candidate.section in {Section.TALKING_POINT, Section.STORY} and not candidate.rehearsed:
        return Why.UNREHEARSED
    return Why.RESEARCH if candidate.section is Section.RESEARCH else Why.NOT_DONE


def most_useful(
    candidates: Sequence[Candidate],
    left: timedelta,
    count: int = USEFUL_COUNT,
) -> tuple[Useful, ...]:
    """The things most worth doing in the time `left` until the interview, each saying why.

    Candidates are what is *not yet done*. In order of: logistics when less than 24 hours are
    left, requirements without evidence, lessons not done, questions asked twice or more without
    a prepared answer, points and stories never said aloud, research, anything else. Within one
    reason: heavier first, more often asked first, then page order.

    | left   | candidates                                        | first, second, third            |
    | ------ | ------------------------------------------------- | ------------------------------- |
    | 5 h    | research, gap, logistics                          | logistics, gap, research        |
    | 24 h   | research, gap, logistics                          | gap, research, logistics        |
    | 3 days | lesson, question asked 2x, unrehearsed point, gap | gap, lesson, question           |
    | 3 days | question asked once                               | nothing                         |
    | 3 days | rehearsed point, unrehearsed story                | story, point (not done)         |
    | 3 days | nothing                                           | nothing                         |
    """
    ranked = []
    for candidate in candidates:
        why = _reason(candidate, left)
        if why is not None:
            key = (why, -candidate.weight, -candidate.times, candidate.position, candidate.id)
            ranked.append((key, Useful(candidate, why)))
    return tuple(useful for _, useful in sorted(ranked, key=lambda pair: pair[0])[:count])


class NextUp(NamedTuple):
    """The next interview, as Today shows it. `start` naive in `zone`; `*_at` aware UTC.

    `setbacks` says that the person wants to be reminded, before this one, that setbacks are part of it.
    """

    id: str
    company: str
    title: str
    kind: InterviewKind
    start: datetime
    zone: str
    start_at: datetime
    end_at: datetime
    mode: Mode
    link: str
    place: str
    people: tuple[str, ...]
    prepared: int
    planned: int
    rehearsed: int
    useful: tuple[Useful, ...]
    setbacks: bool = False


class ToReview(NamedTuple):
    """An interview that was held and has no sealed review."""

    id: str
    company: str
    title: str
    kind: InterviewKind
    end_at: datetime
    started: bool


class Awaited(NamedTuple):
    """An interview whose answer is awaited. `days` since it was held."""

    id: str
    company: str
    kind: InterviewKind
    forecast: int | None
    days: int
    promised_on: date | None


class Landed(NamedTuple):
    """Something of mine that landed before: its text, how often it landed and was planned."""

    text: str
    landed: int
    planned: int


class WeekMark(NamedTuple):
    """One interview in the strip of weeks."""

    interview_id: str
    day: date
    standing: Standing
    company: str


class Today(NamedTuple):
    """All that the Today page shows. Lists are cut; the totals say how many there are.

    `this_week` counts the interviews of the coming seven days.
    """

    now: datetime
    next_up: NextUp | None = None
    this_week: int = 0
    to_review: tuple[ToReview, ...] = ()
    to_review_total: int = 0
    awaited: tuple[Awaited, ...] = ()
    awaited_total: int = 0
    usual_wait: UsualWait = NOTHING_WAITED
    landed: tuple[Landed, ...] = ()
    went_well: str = ""
    weeks: tuple[WeekMark, ...] = ()
    weeks_held: int = 0
    weeks_reviewed: int = 0
    weeks_offers: int = 0
    any_interview: bool = False
    any_opportunity: bool = False
