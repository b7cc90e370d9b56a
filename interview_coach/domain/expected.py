"""Prepared against asked: which expected questions came, which did not, and which came unprepared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.likeness import PROPOSED, resembling
from interview_coach.domain.proportions import Share
from interview_coach.domain.recurring import same_ones
from interview_coach.domain.search import index_text
from interview_coach.domain.text import check_line
from interview_coach.domain.trouble import Complaint

# In so many interviews of one kind a question has come unprepared before it is proposed.
AGAIN = 2


class Why(StrEnum):
    """Why a question is offered to be expected, the most telling first."""

    UNPREPARED = "unprepared"
    EARLIER = "earlier"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Expected:
    """A question that is expected in an interview; `question_id` is what it is in the bank.

    `times` says in how many interviews it was asked before, `rating` how I rated my newest answer.
    """

    id: str
    text: str
    question_id: str | None = None
    times: int = 0
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that may be expected: why it is offered, and in how many interviews it came."""

    text: str
    why: Why
    times: int = 0
    question_id: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedList:
    """What is expected in one interview, in order; once its review is sealed it is not changed.

    `again` is what came unprepared before in interviews of this kind, and is not expected yet.
    """

    questions: tuple[Expected, ...] = ()
    sealed: bool = False
    again: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question asked in an earlier interview, and whether it had been prepared there."""

    text: str
    interview_id: str
    question_id: str = ""
    rating: int | None = None
    prepared: bool = False
    same_kind: bool = True


@dataclass(frozen=True, slots=True)
class AskedHere:
    """A question asked in one interview, with what the person linked it to."""

    id: str
    text: str
    expected_id: str | None = None
    question_id: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedHere:
    """An expected question beside a review: the asked one that it came as, or one proposed for it."""

    id: str
    text: str
    came_as: str = ""
    proposed: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """One interview's counts: `came` of `expected` came, `prepared` of `asked` had been prepared."""

    interview_id: str
    kind: InterviewKind
    expected: int = 0
    came: int = 0
    asked: int = 0
    prepared: int = 0

    @property
    def missed(self) -> int:
        """How many expected questions did not come."""
        return self.expected - self.came

    @property
    def unprepared(self) -> int:
        """How many questions came unprepared."""
        return self.asked - self.prepared


@dataclass(frozen=True, slots=True)
class Matching:
    """What a review shows of what was expected: each question, those asked, and the counts.

    `unprepared` are those of the asked that came unprepared.
    """

    expected: tuple[ExpectedHere, ...]
    asked: tuple[AskedHere, ...]
    against: Against
    unprepared: tuple[AskedHere, ...] = ()


@dataclass(frozen=True, slots=True)
class AgainstOf:
    """Both shares over interviews of one kind, or of all kinds, and the interviews that they count."""

    kind: InterviewKind | None
    precision: Share
    recall: Share
    interview_ids: tuple[str, ...]


def check_expected(text: str) -> list[Complaint]:
    """What is wrong with a cleaned expected question; empty when it is sound."""
    return check_line("expected", text, needed=True)


def against(
    interview: str,
    kind: InterviewKind,
    expected: Sequence[tuple[str, str | None]],
    asked: Sequence[AskedHere],
    prepared: Collection[str] = (),
) -> Against:
    """Count one interview; `expected` holds (id, id in the bank), `prepared` what else of the bank was planned.

    An expected question came when the person said so. One that was asked had been prepared when it is
    such a one, or is linked to a question of the bank that was expected or planned. What only sounds
    alike is not counted.

    | expected   | asked, with its links       | expected, came, asked, prepared |
    | ---------- | --------------------------- | ------------------------------- |
    | a          | x (is a)                    | 1, 1, 1, 1                      |
    | a, b       | x (is a), y                 | 2, 1, 2, 1                      |
    | a          | x (is a), y (is a)          | 1, 1, 2, 2                      |
    | a (bank q) | x (bank q)                  | 1, 0, 1, 1                      |
    | a          | x (bank q), with q prepared | 1, 0, 1, 1                      |
    | none       | x                           | 0, 0, 1, 0                      |
    """
    keys = {key for key, _ in expected}
    came = {one.expected_id for one in asked if one.expected_id in keys}
    surprising = unprepared(expected, asked, prepared)
    return Against(interview, kind, len(keys), len(came), len(asked), len(asked) - len(surprising))


def unprepared(
    expected: Sequence[tuple[str, str | None]],
    asked: Sequence[AskedHere],
    prepared: Collection[str] = (),
) -> tuple[AskedHere, ...]:
    """The questions that came unprepared, by the rule of `against`."""
    keys = {key for key, _ in expected}
    ready = {question for _, question in expected if question} | set(prepared)
    return tuple(
        one for one in asked if one.expected_id not in keys and one.question_id not in ready
    )


def precision(counts: Iterable[Against]) -> Share:
    """Of what was expected, how much came: Σ came / Σ expected.

    Pooled over the interviews, so that each question counts once and not each interview. The
    terms are those of retrieval (van Rijsbergen, Information Retrieval, 1979, chapter 7): precision
    is |expected and asked| / |expected|.

    cases: 3 of 5 and 1 of 1 -> 4 of 6; nothing expected -> 0 of 0.
    """
    every = list(counts)
    return Share(sum(one.came for one in every), sum(one.expected for one in every))


def recall(counts: Iterable[Against]) -> Share:
    """Of what was asked, how much had been prepared: Σ prepared / Σ asked.

    Recall is |asked and prepared| / |asked|, pooled as `precision` is, from the same source.

    cases: 2 of 6 and 1 of 2 -> 3 of 8; nothing asked -> 0 of 0.
    """
    every = list(counts)
    return Share(sum(one.prepared for one in every), sum(one.asked for one in every))


def by_kind(counts: Iterable[Against]) -> tuple[AgainstOf, ...]:
    """Both shares over all, then by kind in the order of the vocabulary; nothing without a count.

    Only interviews in which something was expected and something is known to have been asked: where
    nothing was expected, nothing was there to be right or wrong, and a review without questions says
    nothing of what was asked.
    """
    told = [one for one in counts if one.expected and one.asked]
    if not told:
        return ()
    groups: dict[InterviewKind, list[Against]] = defaultdict(list)
    for one in told:
        groups[one.kind].append(one)
    kinds = [(kind, groups[kind]) for kind in InterviewKind if kind in groups]
    return tuple(
        AgainstOf(kind, precision(group), recall(group), tuple(one.interview_id for one in group))
        for kind, group in [(None, told), *(kinds if len(kinds) > 1 else [])]
    )


def proposals(
    expected: Sequence[tuple[str, str, str | None]], asked: Sequence[AskedHere]
) -> tuple[ExpectedHere, ...]:
    """Each expected question with the asked one that it came as, or else the likeliest one.

    `expected` holds (id, text, id in the bank). An asked question is proposed once, and never when it
    is said already which one it is; the person confirms.
    """
    named = {one.expected_id: one for one in reversed(asked) if one.expected_id}
    keys = {key for key, _text, _question in expected}
    free = [one for one in asked if one.expected_id not in keys]
    found = []
    for key, text, question in expected:
        came = named.get(key)
        if came is not None:
            found.append(ExpectedHere(key, text, came.id))
            continue
        linked = [one for one in free if question and one.question_id == question]
        place = None if linked else resembling(text, [one.text for one in free], PROPOSED)
        likely = linked[0] if linked else (free[place] if place is not None else None)
        if likely is not None:
            free.remove(likely)
        found.append(ExpectedHere(key, text, "", likely.id if likely else ""))
    return tuple(found)


def offers(
    before: Iterable[AskedBefore],
    bank: Iterable[tuple[str, str]],
    there: Sequence[tuple[str, str | None]],
) -> tuple[Offer, ...]:
    """What may be expected and does not stand there yet, the most telling first.

    First what came unprepared in `AGAIN` interviews of this kind or more, then what else was asked in
    this kind, then the rest of the bank, given as (id, text). `there` is what is expected already, as
    (text, id in the bank). The same question is offered once: see `recurring.same_ones`.
    """
    texts = {index_text(text) for text, _ in there}
    links = {question for _, question in there if question}
    found: list[Offer] = []
    asked = [one for one in before if one.same_kind]
    for group in same_ones(asked, lambda one: (index_text(one.text), one.question_id)):
        linked = next((one.question_id for one in reversed(group) if one.question_id), "")
        if (linked and linked in links) or any(index_text(one.text) in texts for one in group):
            continue
        every = {one.interview_id for one in group}
        ready = {one.interview_id for one in group if one.prepared}
        why = Why.UNPREPARED if len(every - ready) >= AGAIN else Why.EARLIER
        times = len(every - ready) if why is Why.UNPREPARED else len(every)
        found.append(Offer(group[-1].text, why, times, linked or None))
        texts |= {index_text(one.text) for one in group}
        links.add(linked)
    order = list(Why)
    found.sort(key=lambda one: (order.index(one.why), -one.times))
    rest = [
        Offer(text, Why.BANK, 0, key)
        for key, text in bank
        if key not in links and index_text(text) not in texts
    ]
    return (*found, *rest)


def heard_before(
    text: str, question: str | None, before: Iterable[AskedBefore]
) -> tuple[int, int | None]:
    """In how many interviews a question was asked, and my newest rating; `before` is oldest first."""
    folded = index_text(text)
    same = [
        one
        for one in before
        if (question and one.question_id == question) or index_text(one.text) == folded
    ]
    ratings = [one.rating for one in same if one.rating is not None]
    return len({one.interview_id for one in same}), ratings[-1] if ratings else None
