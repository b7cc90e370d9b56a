"""Owns the shelf of all lessons: narrowed by where they stand; none that was not let go is missing."""

from __future__ import annotations

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.lessons import RETURNING, KnownLesson
from interview_coach.store import lesson_list
from interview_coach.ui import words, words_lessons
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.cards import CardText
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import DropChip

_KEPT, _RETURNING = "kept", "returning"
_TONES: dict[LessonState, Tone] = {
    LessonState.WORKING: "good",
    LessonState.DONE: "good",
    LessonState.NOT_YET: "accent",
    LessonState.OPEN: "accent",
}


class StateChip(DropChip):
    """Which lessons are meant, by where they stand; at first all that were not let go.

    Signals: those of DropChip.
    """

    def __init__(self) -> None:
        super().__init__(
            [
                (_KEPT, tr("All but let go")),
                (_RETURNING, tr("That return")),
                *((state.value, words.word(state)) for state in LessonState),
                ("", tr("All lessons")),
            ],
            name=tr("Where they stand"),
        )

    @property
    def states(self) -> tuple[LessonState, ...]:
        """The states that are meant; none means all."""
        chosen = str(self.value or "")
        if chosen == _KEPT:
            return tuple(state for state in LessonState if state is not LessonState.LET_GO)
        if chosen == _RETURNING:
            return tuple(state for state in LessonState if state in RETURNING)
        return (LessonState(chosen),) if chosen else ()

    @property
    def narrows(self) -> bool:
        """Whether the person narrowed it."""
        return str(self.value or "") not in {_KEPT, ""}

    def show_all(self) -> None:
        """Show all lessons, those that were let go as well."""
        self.set_value("")


def lesson_cards(
    desk: Desk, query: str, states: tuple[LessonState, ...], limit: int
) -> tuple[int, list[CardText]]:
    """How many there are, and the newest of them as cards."""
    found = desk.ask(lesson_list.all_lessons, query, states, limit)
    return found.total, [_card(desk, one) for one in found.lessons]


def _card(desk: Desk, one: KnownLesson) -> CardText:
    plan = words_lessons.plan(one.if_text, one.then_text)
    origin = words_lessons.origin(one.company, one.learned_on, desk.local())
    parts = [one.topic, words_lessons.tries(one.happened, one.did), origin, plan]
    line = " · ".join(part for part in parts if part)
    chip = words.word(one.state)
    return CardText(one.id, one.text, line=line, chip=chip, tone=_TONES.get(one.state, "neutral"))
