"""How a hand does the deeds of postings."""

from __future__ import annotations

from dataclasses import replace

from tests.store.recipes.hand import LINES, Call, Hand, on, recipe


@recipe("take_posting")
def _take_posting(hand: Hand) -> Call:
    draft = replace(
        hand.opportunity(),
        posting_url=hand.one(("", "https://jobs.example.com/7?utm_source=a")),
        place=hand.line(),
        closes_on=hand.one((None, hand.day())),
    )
    into = hand.key("opportunity") if hand.yes() else None
    return Call((draft, (hand.one(LINES), "Patience"), into or ""))


@recipe("add_requirements")
def _add_requirements(hand: Hand) -> Call | None:
    return on(hand.key("opportunity"), (hand.one(LINES), "Patience", hand.line()))
