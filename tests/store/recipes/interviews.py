"""How a hand does the deeds of interviews and opportunities."""

from __future__ import annotations

from interview_coach.domain.kinds import Cancelled, Strength
from tests.store.recipes.hand import LINES, ZONES, Call, Hand, on, recipe


@recipe("add_interview")
def _add_interview(hand: Hand) -> Call:
    return Call((hand.interview(),), {"checklist": hand.yes()})


@recipe("edit_interview")
def _edit_interview(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.interview())


@recipe("reschedule_interview")
def _reschedule(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.start(), hand.one(ZONES), None, hand.one((30, 60)))


@recipe("call_off_interview")
def _call_off(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.one(tuple(Cancelled)))


@recipe("mark_not_held", "delete_interview")
def _interview(hand: Hand, _label: str) -> Call | None:
    return on(hand.key("interview"))


@recipe("restore_interview")
def _restore_interview(hand: Hand) -> Call | None:
    return on(hand.key("interview", "called_off_by IS NOT NULL OR not_held"))


@recipe("set_interview_notes")
def _notes(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.text())


@recipe("jot")
def _jot(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.one(LINES))


@recipe("add_opportunity")
def _add_opportunity(hand: Hand) -> Call:
    return Call((hand.opportunity(),))


@recipe("edit_opportunity")
def _edit_opportunity(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), hand.opportunity())


@recipe("archive_opportunity", "unarchive_opportunity", "delete_opportunity")
def _opportunity(hand: Hand, label: str) -> Call | None:
    archived = "archived_at IS NOT NULL" if label == "unarchive_opportunity" else "1"
    return on(hand.key("opportunity", archived))


@recipe("add_requirement")
def _add_requirement(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), hand.one(LINES), hand.line(), hand.one(tuple(Strength)))


@recipe("edit_requirement")
def _edit_requirement(hand: Hand) -> Call | None:
    return on(hand.key("requirement"), hand.one(LINES), hand.line(), hand.one(tuple(Strength)))


@recipe("put_aside_silent")
def _put_aside(hand: Hand) -> Call | None:
    key = hand.key("opportunity", "archived_at IS NULL")
    other = hand.key("opportunity")
    return Call(([key, other],)) if key and other else None
