"""Outcomes: reasons in two families, and how signs weigh out into three parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from interview_coach.domain.kinds import (
    Answer,
    Certainty,
    Decision,
    Family,
    InterviewKind,
    LessonFamily,
    ReasonKind,
    Sign,
)
from interview_coach.domain.text import check_text, clean_text
from interview_coach.domain.trouble import Complaint

SIGN_WEIGHT = {Sign.NONE: 0.0, Sign.SOME: 1.0, Sign.CLEAR: 2.0}
CERTAINTY_FACTOR = {Certainty.TOLD: 1.0, Certainty.OBSERVED: 1.0, Certainty.GUESSED: 0.5}
CANT_KNOW_WEIGHT = 2.0
# What is changed within one sitting is one thought; what is changed later is knowledge that came later.
SITTING = timedelta(hours=6)

NOT_MINE_USUAL = (
    ReasonKind.JOB_CHANGED,
    ReasonKind.OTHER_CANDIDATE,
    ReasonKind.SOMEONE_IN_MIND,
    ReasonKind.CLASH,
)
NOT_MINE_MORE = (
    ReasonKind.BUDGET,
    ReasonKind.PAY,
    ReasonKind.PLACE,
    ReasonKind.LEVEL,
    ReasonKind.TIMING,
)


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """What was decided, as recorded. `interview_id` is the round that brought it, if one did."""

    decision: Decision
    decided_on: date
    answer: Answer | None = None
    words: str = ""
    interview_id: str | None = None

    def cleaned(self) -> OutcomeDraft:
        """The same draft; only an offer has an answer, open until given."""
        answer = (self.answer or Answer.OPEN) if self.decision is Decision.OFFER else None
        return replace(self, words=clean_text(self.words), answer=answer)


def ends_it(decision: Decision) -> bool:
    """Whether a decision is the last one on its opportunity: all are but "they want to go on"."""
    return decision is not Decision.ADVANCED


def check_outcome(draft: OutcomeDraft, today: date) -> list[Complaint]:
    """What is wrong with a cleaned outcome; empty when it is sound."""
    found = check_text("words", draft.words)
    if draft.decided_on > today:
        found.append(Complaint("decided_on", "in_the_future"))
    return found


def another_day(began: datetime, now: datetime) -> bool:
    """Whether what is said now belongs to another sitting than the one that `began` then.

    Six hours on it does. A clock that was set back begins no new one.
    """
    return now - began >= SITTING


@dataclass(frozen=True, slots=True)
class ReasonThen:
    """How a reason stood until `until`, and what was learned then, if the person said it."""

    id: str
    until: datetime
    sign: Sign
    certainty: Certainty
    evidence: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class OwnWording:
    """A reason in the person's own words, as they can choose it again."""

    family: Family
    text: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One line of the debrief. `id` is empty while nothing was said about it.

    `what` is the kind; `ref` names the asked question, prep item or line it comes from ("" for
    the usual kinds); `text` is the person's own wording where it has one; `note` the code of the
    small line beneath ("rated" with a rating, "unsaid", "own_note", ""); `earlier` how it stood before,
    the oldest first.
    """

    id: str
    family: Family
    what: ReasonKind
    ref: str
    text: str
    sign: Sign = Sign.NONE
    certainty: Certainty = Certainty.GUESSED
    evidence: str = ""
    note: str = ""
    rating: int | None = None
    earlier: tuple[ReasonThen, ...] = ()


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """What the person says of one reason."""

    family: Family
    what: ReasonKind
    ref: str = ""
    text: str = ""
    sign: Sign = Sign.NONE
    certainty: Certainty = Certainty.GUESSED
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ThreeParts:
    """Shares of a no: not yours, can't know, yours. They add up to 1.0."""

    not_yours: float
    cant_know: float
    yours: float


def weigh(reasons: Iterable[tuple[Family, Sign, Certainty]]) -> ThreeParts:
    """Turn signs into three parts. It weighs what the person saw; it measures nothing.

    A sign weighs none 0, some 1, clear 2, times 1 if told or observed and 0.5 if guessed.
    "Can't know" always weighs 2. Each part is its share of the sum. A stronger or surer sign
    never makes its own part smaller nor another part larger.

    | not mine             | mine               | not yours | can't know | yours |
    | -------------------- | ------------------ | --------- | ---------- | ----- |
    | nothing              | nothing            | 0         | 1          | 0     |
    | none, told           | none, observed     | 0         | 1          | 0     |
    | some, guessed        | nothing            | 0.2       | 0.8        | 0     |
    | some, told           | nothing            | 1/3       | 2/3        | 0     |
    | clear, told          | nothing            | 0.5       | 0.5        | 0     |
    | clear, guessed       | nothing            | 1/3       | 2/3        | 0     |
    | nothing              | clear, observed    | 0         | 0.5        | 0.5   |
    | clear, told          | clear, told        | 1/3       | 1/3        | 1/3   |
    | clear told, some obs | some g., some g.   | 0.5       | 1/3        | 1/6   |
    """
    weight = {Family.NOT_MINE: 0.0, Family.MINE: 0.0}
    for family, sign, certainty in reasons:
        weight[family] += SIGN_WEIGHT[sign] * CERTAINTY_FACTOR[certainty]
    total = sum(weight.values()) + CANT_KNOW_WEIGHT
    return ThreeParts(
        weight[Family.NOT_MINE] / total,
        CANT_KNOW_WEIGHT / total,
        weight[Family.MINE] / total,
    )


def verdict(parts: ThreeParts) -> str:
    """The code of the sentence that says the three parts in words.

    "nothing_known" without any sign; "cannot_tell" when "can't know" is the largest part;
    "more_not_yours" or "more_yours" when that part is larger than the other; "both" when they
    are equal.
    """
    if parts.not_yours == 0 and parts.yours == 0:
        return "nothing_known"
    if parts.cant_know > max(parts.not_yours, parts.yours):
        return "cannot_tell"
    if abs(parts.not_yours - parts.yours) < 1e-9:
        return "both"
    return "more_not_yours" if parts.not_yours > parts.yours else "more_yours"


def knew_before(sealed_at: datetime | None, recorded_at: datetime | None) -> bool:
    """Whether a sealed review says what was known *before* the answer.

    no review sealed -> no; no answer yet -> yes; sealed before the answer was recorded -> yes; sealed
    after it -> no: it may be honest, but it knew.
    """
    if sealed_at is None:
        return False
    return recorded_at is None or sealed_at < recorded_at


@dataclass(frozen=True, slots=True)
class CarryChoice:
    """Something the person wrote that can be carried on.

    `carried` when it already is, and `target` then the interview it waits at, "" for the next one.
    """

    key: str
    text: str
    family: LessonFamily
    source: str
    carried: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class NextInterview:
    """The next planned interview, where what is carried will wait."""

    id: str
    company: str
    kind: InterviewKind


@dataclass(frozen=True, slots=True)
class Recorded:
    """An outcome as stored."""

    id: str
    decision: Decision
    decided_on: date
    answer: Answer | None
    words: str
    interview_id: str | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Debrief:
    """All that the Outcome step shows of one interview.

    `sealed_at` and what stands beside it are of a review that was sealed before the answer.

    `felt_alike` and `went_on` count the other sealed interviews that felt this good and have an
    answer, and how many of those went on. `held` says that the interview's end has passed;
    `waiting_since` is the day of that end.
    """

    interview_id: str
    outcome: Recorded | None
    reasons: tuple[ReasonRow, ...] = ()
    sealed_at: datetime | None = None
    felt: int | None = None
    my_answers: int | None = None
    connection: int | None = None
    forecast: int | None = None
    felt_alike: int = 0
    went_on: int = 0
    choices: tuple[CarryChoice, ...] = ()
    next_interview: NextInterview | None = None
    waiting_since: date | None = None
    promised_on: date | None = None
    opportunity_id: str = ""
    held: bool = True
    next_step: str = ""
