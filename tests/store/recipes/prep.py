"""How a hand does the deeds of preparation."""

from __future__ import annotations

from interview_coach.domain.kinds import About, InterviewKind, LessonState, Section
from interview_coach.domain.lessons import Check
from interview_coach.store import templates
from tests.store.recipes.hand import LINES, Call, Hand, on, recipe


@recipe("add_prep_item")
def _add_item(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.prep())


@recipe("edit_prep_item")
def _edit_item(hand: Hand) -> Call | None:
    return on(hand.key("prep_item"), hand.prep())


@recipe("tick_prep_item")
def _tick_item(hand: Hand) -> Call | None:
    return on(hand.key("prep_item"), done=hand.yes())


@recipe("move_prep_item")
def _move_item(hand: Hand) -> Call | None:
    about = hand.one((None, *About))
    return on(hand.key("prep_item"), hand.one(tuple(Section)), about, hand.choose(30))


@recipe("apply_template")
def _apply_template(hand: Hand) -> Call | None:
    items = templates.for_kind(hand.one(tuple(InterviewKind))).items
    return on(hand.key("interview"), items[: hand.choose(5) + 1])


@recipe("copy_points")
def _copy_points(hand: Hand) -> Call | None:
    target, point = hand.key("interview"), hand.key("prep_item")
    return on(target, [point]) if point else None


@recipe(
    "delete_prep_item", "note_rehearsal", "delete_requirement", "delete_lesson",
    "delete_outcome", "delete_reason", "delete_remark",
)  # fmt: skip
def _row(hand: Hand, label: str) -> Call | None:
    table = "prep_item" if label == "note_rehearsal" else label.removeprefix("delete_")
    return on(hand.key(table))


@recipe("close_lesson")
def _close_lesson(hand: Hand) -> Call | None:
    where = hand.one(("", hand.key("interview") or ""))
    return on(hand.key("lesson"), hand.one(tuple(LessonState)), where)


@recipe("check_lesson")
def _check_lesson(hand: Hand) -> Call | None:
    interview, lesson = hand.opened(), hand.key("lesson")
    said = Check(hand.one((None, True, False)), hand.one((None, True, False)))
    return on(interview, lesson, said) if lesson else None


@recipe("set_lesson_topic")
def _set_lesson_topic(hand: Hand) -> Call | None:
    return on(hand.key("lesson"), hand.line())


@recipe("phrase_lesson")
def _phrase_lesson(hand: Hand) -> Call | None:
    return on(hand.key("lesson"), hand.one(LINES), hand.line(), hand.line())
