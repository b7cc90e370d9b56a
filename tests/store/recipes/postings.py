"""How a hand does the deeds of postings."""

from __future__ import annotations

from dataclasses import replace

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.table import Fate
from interview_coach.domain.table_rows import Row
from tests.store.recipes.hand import LINES, ZONES, Call, Hand, on, recipe


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


@recipe("import_table")
def _import_table(hand: Hand) -> Call:
    rows = [
        Row(
            line=line,
            key=f"{hand.choose(1000):016x}",
            draft=replace(hand.opportunity(), place=hand.line()),
            fate=hand.one((None, *Fate)),
            start=hand.one((None, hand.start())),
            timed=hand.yes(),
            kind=hand.one(tuple(InterviewKind)),
            decided_on=hand.one((None, hand.past())),
        )
        for line in range(1 + hand.choose(3))
    ]
    return Call((rows, hand.one(ZONES), 10, hand.past()))
