"""Where a lesson stands, and what reviews said of it since, in words."""

from __future__ import annotations

from datetime import datetime, tzinfo

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.lessons import Check
from interview_coach.ui import dates, words
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_PROPOSED: dict[LessonState, Marked] = {
    LessonState.WORKING: mark("It came up and you did it: working?"),
    LessonState.NOT_YET: mark("It came up and you did not do it: not yet?"),
}


def plan(if_text: str, then_text: str) -> str:
    """A lesson's plan, once both halves are there."""
    if if_text and then_text:
        return tr("If {cause}, then {deed}", cause=if_text, deed=then_text)
    return ""


def tries(happened: int, did: int) -> str:
    """How often a lesson was tried: came up 2 times, done 1."""
    if not happened:
        return ""
    if did:
        return tr_n(
            "came up {n} time, done {did}", "came up {n} times, done {did}", happened, did=did
        )
    return tr_n("came up {n} time", "came up {n} times", happened)


def standing(state: LessonState, happened: int = 0, did: int = 0) -> str:
    """Where a lesson stands, with how often it was tried: Not yet, came up 2 times."""
    tried = tries(happened, did)
    if not tried:
        return "" if state is LessonState.OPEN else words.word(state)
    if state is LessonState.OPEN:
        return tried[:1].upper() + tried[1:]
    return tr("{state}, {tried}", state=words.word(state), tried=tried)


def origin(company: str, learned_on: datetime, local: tzinfo) -> str:
    """Where a lesson is from: Halden Bank, 3 Nov."""
    day = dates.short_day(learned_on.astimezone(local).date())
    return tr("{company}, {day}", company=company, day=day)


def checked(check: Check) -> str:
    """What one review says of a lesson."""
    if check.happened is None:
        return tr("Not said")
    if not check.happened:
        return tr("Did not come up")
    if check.done is None:
        return tr("Came up")
    return tr("Came up, you did it") if check.done else tr("Came up, you did not do it")


def proposal(state: LessonState) -> str:
    """What is proposed after a check."""
    return tr_marked(_PROPOSED[state])
