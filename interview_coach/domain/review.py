"""Reviews: the order of asking, what sealing needs, and the lessons a review teaches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from interview_coach.domain.kinds import (
    About,
    Confidence,
    Coverage,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    Section,
)
from interview_coach.domain.text import LINE_LIMIT, clean_line, clean_text

SEAL_UNDO = timedelta(minutes=10)
LOW_RATING = 2
_BULLET = re.compile(r"^(?:[-*•] )+")


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question they asked, in the person's words; `rating` of my answer 1 to 5 or None.

    `question` is the wording of the same one in the bank, `story` what was told as the answer.
    """

    id: str
    text: str
    rating: int | None
    next_time: str
    position: int
    question_id: str | None = None
    question: str = ""
    story_id: str | None = None
    story: str = ""


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing they did or said; apart from it what it may mean, and how sure I am of that."""

    id: str
    text: str
    position: int
    meaning: str = ""
    confidence: Confidence = Confidence.UNSURE


@dataclass(frozen=True, slots=True)
class Planned:
    """A prep item beside the review form: a point, story or question to ask, and its coverage.

    `mine` says that the person made it their own: see `made_mine`.
    """

    id: str
    section: Section
    about: About | None
    text: str
    coverage: Coverage | None
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """A dated remark on a sealed review."""

    id: str
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a review taught, with its if-then wording where the person gave one."""

    id: str
    text: str
    if_text: str
    then_text: str
    family: LessonFamily
    state: LessonState
    source: str
    created_at: datetime
    topic: str = ""


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """All that the Review step shows of one interview.

    `recall_done` says that free recall is over and the prompts may show. Ratings are 1 to 5 or
    None, `forecast` 0 to 100 or None, `answered` whether an outcome stands, `minutes_after` whole minutes between the interview's end
    and the first word of the review (negative when it was opened before the end). `captured_at` is when
    the quick note was begun, if there was one. `notes` are those of the day; `called_off` and `not_held` say that there may be nothing to review.
    """

    interview_id: str
    kind: InterviewKind
    end_at: datetime
    review_id: str | None
    felt: Felt | None
    recall_done: bool
    asked: tuple[AskedQuestion, ...]
    signals: tuple[Signal, ...]
    planned: tuple[Planned, ...]
    my_answers: int | None = None
    connection: int | None = None
    learned: int | None = None
    energy: int | None = None
    went_well: str = ""
    would_change: str = ""
    surprises: str = ""
    next_step: str = ""
    promised_on: date | None = None
    forecast: int | None = None
    minutes_after: int | None = None
    sealed_at: datetime | None = None
    remarks: tuple[Remark, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    seal_undoable_until: datetime | None = None
    answered: bool = False
    notes: str = ""
    called_off: bool = False
    not_held: bool = False
    feedback: str = ""
    quick_note: str = ""
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """A story of the library that may have been told; `planned` for this very interview."""

    id: str
    text: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Likeness:
    """A question they asked, and the one of the bank that is likely the same in other words."""

    asked_id: str
    question_id: str
    question: str


def told_again(asked: Sequence[AskedQuestion]) -> dict[str, tuple[int, ...]]:
    """Stories told in two answers or more: the places of those questions, counted from 1, by story.

    cases: one story in questions 1 and 3 -> {story: (1, 3)}; each in one answer, or none -> {}
    """
    places: dict[str, tuple[int, ...]] = {}
    for place, question in enumerate(asked, 1):
        if question.story_id:
            places[question.story_id] = (*places.get(question.story_id, ()), place)
    return {story: found for story, found in places.items() if len(found) > 1}


def minutes_between(earlier: datetime, later: datetime | None) -> int | None:
    """Whole minutes from one instant to another, None while there is no other."""
    return None if later is None else int((later - earlier).total_seconds() // 60)


def leads_with_change(felt: Felt | None) -> bool:
    """Whether the form leads with "what would you change": after a very good one.

    After success people learn most by looking for what went wrong (Ellis, Mendel and Nir 2006,
    doi 10.1037/0021-9010.91.3.669).
    """
    return felt is Felt.VERY_GOOD


def made_mine(*, from_template: bool, reworded: bool, done: bool, rehearsed: bool) -> bool:
    """Whether a planned line is the person's own, so that leaving it unsaid can say something.

    Own lines are. A template's line is once the person reworded it, ticked it or said it out loud;
    untouched it was only on offer, and nobody is blamed for not saying it.
    """
    return not from_template or reworded or done or rehearsed


def worth_sealing(form: ReviewForm) -> bool:
    """Whether anything was said in a review: a seal on nothing would only hide the form.

    What happened to planned points, and a promised date, are something too.
    """
    reviewed = (form.went_well, form.would_change, form.surprises, form.next_step)
    texts = (*reviewed, form.feedback, form.quick_note)
    ratings = (form.felt, form.my_answers, form.connection, form.learned, form.energy)
    dated = form.forecast is not None or form.promised_on is not None
    covered = any(item.coverage is not None for item in form.planned)
    said = bool(form.asked) or bool(form.signals) or any(texts) or any(ratings)
    return said or dated or covered


def lessons_from(
    would_change: str, next_times: list[tuple[str, str]]
) -> list[tuple[str, str, str]]:
    r"""The lessons a review teaches, as (source, asked question's id or "", text).

    Each line of "what I would change" is one, each "next time" is one; empty lines and repeats
    are dropped, and a line longer than a lesson can be is cut. `next_times` holds (asked id, text)
    in the order of asking.

    >>> lessons_from("Team first\n\n- Shorter", [("q1", "Draw it"), ("q2", "")])
    [('would_change', '', 'Team first'), ('would_change', '', 'Shorter'), ('next_time', 'q1', 'Draw it')]
    """
    found: list[tuple[str, str, str]] = []
    for line in clean_text(would_change).split("\n"):
        text = _BULLET.sub("", clean_line(line))
        found.append(("would_change", "", text))
    found += [("next_time", asked, clean_line(text)) for asked, text in next_times]
    seen: set[str] = set()
    kept = []
    for source, asked, whole in found:
        text = whole[:LINE_LIMIT].rstrip()
        if text.strip("-*• ") and text.casefold() not in seen:
            seen.add(text.casefold())
            kept.append((source, asked, text))
    return kept


def if_then(if_text: str, then_text: str) -> bool:
    """Whether both halves of an if-then plan are there."""
    return bool(clean_line(if_text)) and bool(clean_line(then_text))
