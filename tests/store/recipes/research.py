"""How a hand does the deeds of research and pay."""

from __future__ import annotations

from interview_coach.domain.kinds import Confidence
from interview_coach.domain.pay import PayDraft
from interview_coach.domain.research import NoteDraft
from tests.store.recipes.hand import TEXTS, Call, Hand, on, recipe

LINKS = ("", "https://a.example/about", "b.example/news")


def _note(hand: Hand) -> NoteDraft:
    day = hand.one((None, hand.past()))
    return NoteDraft(hand.one(TEXTS), hand.one(LINKS), day, hand.one(tuple(Confidence)))


def _pay(hand: Hand) -> PayDraft:
    return PayDraft(hand.past(), hand.line(), hand.text(), hand.one(TEXTS))


@recipe("add_research_note")
def _add_note(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), _note(hand))


@recipe("edit_research_note")
def _edit_note(hand: Hand) -> Call | None:
    return on(hand.key("research_note"), _note(hand))


@recipe("move_research_note")
def _move_note(hand: Hand) -> Call | None:
    return on(hand.key("research_note"), hand.choose(4))


@recipe("disprove_note")
def _disprove(hand: Hand) -> Call | None:
    held = hand.one(("", hand.key("interview") or ""))
    return on(hand.key("research_note"), held, hand.text())


@recipe("undisprove_note")
def _undisprove(hand: Hand) -> Call | None:
    return on(hand.key("research_note", "disproved"))


@recipe("add_pay_talk")
def _add_talk(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), _pay(hand), hand.key("interview") or "")


@recipe("edit_pay_talk")
def _edit_talk(hand: Hand) -> Call | None:
    return on(hand.key("pay_talk"), _pay(hand), hand.one(("", hand.key("interview") or "")))


@recipe("delete_research_note", "delete_pay_talk")
def _row(hand: Hand, label: str) -> Call | None:
    return on(hand.key(label.removeprefix("delete_")))
