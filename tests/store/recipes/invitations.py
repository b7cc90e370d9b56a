"""How a hand does the deeds of invitations."""

from __future__ import annotations

from interview_coach.domain.calendar import Invitation
from tests.store.recipes.hand import LINES, ZONES, Call, Hand, on, recipe

UIDS = ("040000008200E00074C5B7101A82E008", "7abc@calendar.example.com")


def _invitation(hand: Hand) -> Invitation:
    return Invitation(hand.one(UIDS), hand.one(("", "20261124T140000")), hand.choose(4))


@recipe("take_invitation")
def _take(hand: Hand) -> Call:
    return Call((hand.interview(), _invitation(hand)))


@recipe("follow_invitation")
def _follow(hand: Hand) -> Call | None:
    times = (hand.start(), hand.one(ZONES), None, hand.one((30, 60)))
    link = hand.one(("", "https://meet.example.com/b"))
    return on(hand.key("interview"), times, _invitation(hand), link, hand.one(("", *LINES)))


@recipe("call_off_invited")
def _call_off(hand: Hand) -> Call | None:
    return on(hand.key("interview"), _invitation(hand))
