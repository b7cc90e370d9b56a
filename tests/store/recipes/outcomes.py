"""How a hand does the deeds of outcomes."""

from __future__ import annotations

from interview_coach.domain.kinds import Answer, Certainty, Family, LessonFamily, ReasonKind, Sign
from interview_coach.domain.outcome import ReasonDraft
from tests.store.recipes.hand import LINES, Call, Hand, on, recipe


@recipe("record_outcome")
def _record_outcome(hand: Hand) -> Call | None:
    opportunity = hand.key("opportunity")
    held = hand.key("interview", "opportunity_id = ?", opportunity)
    return on(opportunity, hand.outcome(hand.one((None, held))))


@recipe("edit_outcome")
def _edit_outcome(hand: Hand) -> Call | None:
    return on(hand.key("outcome"), hand.outcome(None))


@recipe("answer_offer")
def _answer(hand: Hand) -> Call | None:
    return on(hand.key("outcome", "decision = 'offer'"), hand.one(tuple(Answer)))


@recipe("note_words")
def _words(hand: Hand) -> Call | None:
    return on(hand.key("outcome"), hand.text())


@recipe("weigh_reason")
def _weigh(hand: Hand) -> Call | None:
    draft = ReasonDraft(
        family=hand.one(tuple(Family)),
        what=hand.one(tuple(ReasonKind)),
        text=hand.one(LINES),
        sign=hand.one(tuple(Sign)),
        certainty=hand.one(tuple(Certainty)),
        evidence=hand.text(),
    )
    return on(hand.key("outcome"), draft)


@recipe("carry_on")
def _carry_on(hand: Hand) -> Call | None:
    outcome, interview = hand.key("outcome"), hand.key("interview")
    if outcome is None or interview is None:
        return None
    choices = [
        (hand.one(LINES), hand.one(tuple(LessonFamily)), "debrief") for _ in range(hand.choose(3))
    ]
    target = hand.one(("", hand.key("interview") or ""))
    return Call((outcome, interview, choices, target), {"dropped": [hand.one(LINES)]})


@recipe("learn_more")
def _learn_more(hand: Hand) -> Call | None:
    return on(hand.key("reason"), hand.one(LINES))


@recipe("forget_earlier")
def _forget_earlier(hand: Hand) -> Call | None:
    return on(hand.key("reason_change"))


@recipe("keep_writing")
def _keep_writing(hand: Hand) -> Call | None:
    return on(hand.key("outcome"), hand.one(LINES))


@recipe("delete_writing")
def _delete_writing(hand: Hand) -> Call | None:
    return on(hand.key("free_writing"))
