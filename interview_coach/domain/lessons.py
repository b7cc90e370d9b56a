"""Lessons that return: which stand beside a preparation, what a check says, and where each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from interview_coach.domain.kinds import CARRIED_LIMIT, InterviewKind, LessonFamily, LessonState
from interview_coach.domain.search import index_text

# The states in which a lesson returns beside later preparations.
RETURNING = frozenset({LessonState.OPEN, LessonState.NOT_YET})
# Shorter words begin too many others: "go" would be found in "good".
_WHOLE_WORD = 4


class Carryable(NamedTuple):
    """A lesson that may stand beside a preparation; `carried` to that very one by the person."""

    id: str
    text: str
    family: LessonFamily
    state: LessonState
    carried: bool
    same_kind: bool
    topic: str = ""


class Check(NamedTuple):
    """What one later review says of a lesson. `done` says something only where the if happened."""

    happened: bool | None = None
    done: bool | None = None


class CheckedLesson(NamedTuple):
    """A lesson that was carried into an interview, with what its review says of it."""

    id: str
    text: str
    if_text: str
    then_text: str
    state: LessonState
    company: str
    learned_on: datetime
    check: Check


class KnownLesson(NamedTuple):
    """A lesson in the list of all, with how often its if happened since, and how often I did the then."""

    id: str
    text: str
    if_text: str
    then_text: str
    topic: str
    family: LessonFamily
    state: LessonState
    company: str
    kind: InterviewKind
    interview_id: str
    learned_on: datetime
    happened: int = 0
    did: int = 0


def appears(topic: str, text: str) -> bool:
    """Whether a text speaks of a topic: each of its words begins a word there, a short one is a whole word.

    `text` is folded already, by `index_text`.

    | topic        | text                          |     |
    | ------------ | ----------------------------- | --- |
    | test         | we test, and testing is fun   | yes |
    | Testing      | we test                       | no  |
    | go           | a good team                   | no  |
    | system       | distributed systems           | yes |
    | (none)       | anything                      | no  |
    """
    wanted = index_text(topic).split()
    there = text.split()
    return bool(wanted) and all(
        any(word == one or (len(one) >= _WHOLE_WORD and word.startswith(one)) for word in there)
        for one in wanted
    )


def topics_named(topics: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Those of the topics that one of these texts speaks of."""
    folded = [index_text(text) for text in texts]
    return frozenset(topic for topic in set(topics) if any(appears(topic, text) for text in folded))


def carry_order(
    lessons: Sequence[Carryable],
    named: Collection[str] = (),
    limit: int = CARRIED_LIMIT,
) -> tuple[Carryable, ...]:
    """The lessons that stand beside a preparation, at most `limit`; the newest are given first.

    Only those that return: open ones, and those that are not there yet. What the person carried to
    this very interview comes first; then lessons of the same kind of interview; then those whose topic
    is `named` by the posting, the requirements or the expected questions; then the newest. Each later
    rule decides only between those that are equal by the ones before it.

    | lessons, newest first                                | shown, for a limit of 2         |
    | ---------------------------------------------------- | ------------------------------- |
    | other kind, same kind old, same kind older           | same kind old, same kind older  |
    | other kind new, other kind with a named topic        | the named one, other kind new   |
    | same kind new, same kind with a named topic          | the named one, same kind new    |
    | same kind, other kind carried to this one            | the carried one, same kind      |
    | working, let go, done, not yet                       | not yet                         |
    | other kind with a topic that is not named, other new | in the order given              |
    """
    returning = [one for one in lessons if one.state in RETURNING]
    ranked = sorted(
        returning, key=lambda one: (not one.carried, not one.same_kind, one.topic not in named)
    )
    return tuple(ranked[:limit])


def proposed(check: Check) -> LessonState | None:
    """Where a lesson may stand after a check; a proposal that the person takes or leaves.

    | the if happened | I did the then | proposed |
    | --------------- | -------------- | -------- |
    | yes             | yes            | working  |
    | yes             | no             | not yet  |
    | yes             | not said       | nothing  |
    | no, or not said | whatever       | nothing  |

    Where the if did not happen, nothing was learned about the plan: the lesson just stays.
    """
    if not check.happened or check.done is None:
        return None
    return LessonState.WORKING if check.done else LessonState.NOT_YET


def sound(check: Check) -> Check:
    """A check as it is kept: what I did says nothing where the if did not happen."""
    return check if check.happened else Check(check.happened)


class Checked(NamedTuple):
    """One check of a lesson: in which interview, and what its review says."""

    interview_id: str
    company: str
    kind: InterviewKind
    start: datetime
    check: Check


class LessonSheet(NamedTuple):
    """A lesson with every check of it, newest first."""

    lesson: KnownLesson
    checks: tuple[Checked, ...] = ()


class LessonList(NamedTuple):
    """The first lessons of a narrowed list, and how many there are."""

    lessons: tuple[KnownLesson, ...]
    total: int
