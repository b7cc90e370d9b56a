"""Turns what came of an opportunity into words: how a round went, how far it came, what was decided."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.kinds import Answer, Decision, LessonState
from interview_coach.domain.opportunity import LessonTold, OpportunityTold, OutcomeTold, RoundTold
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr


def round_line(found: RoundTold) -> str:
    """Felt good · my answers 4 of 5 · I gave a yes 70 %: it went on."""
    parts = []
    if found.felt is not None:
        parts.append(tr("Felt {word}", word=words.word(found.felt).lower()))
    if found.my_answers is not None:
        parts.append(tr("my answers {n} of 5", n=found.my_answers))
    if found.forecast is not None:
        text = tr("I gave a yes {n} %", n=found.forecast)
        if found.went_on is not None:
            came = tr("it went on") if found.went_on else tr("it was a no")
            text = tr("{forecast}: {came}", forecast=text, came=came)
        parts.append(text)
    return " · ".join(parts)


def as_far_as(told: OpportunityTold) -> str:
    """How far it came, whatever the answer; nothing before the first round has been held."""
    if told.offered:
        return tr("Came as far as an offer")
    if told.stage is None:
        return ""
    return tr("Came as far as: {stage}", stage=words.kind_word(told.stage))


def decided(found: OutcomeTold, today: date) -> str:
    """Not this time · Fri 4 Dec."""
    text = words.word(found.decision)
    if found.decision is Decision.OFFER and found.answer not in {None, Answer.OPEN}:
        text = tr("{offer}, {answer}", offer=text, answer=words.word(found.answer).lower())
    return tr("{what} · {day}", what=text, day=dates.day_text(found.decided_on, today))


def lesson_line(found: LessonTold) -> str:
    """From which round it is, and where it stands unless it is simply open."""
    kind = words.kind_title(found.kind)
    if found.state is LessonState.OPEN:
        return kind
    return tr("{kind} · {state}", kind=kind, state=words.word(found.state).lower())
