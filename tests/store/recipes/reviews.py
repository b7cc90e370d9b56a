"""How a hand does the deeds of reviews."""

from __future__ import annotations

from interview_coach.domain.kinds import Confidence, Coverage, Felt, Rating, ReviewText
from interview_coach.store.stamps import utc_text
from tests.store.recipes.hand import LINES, TEXTS, Call, Hand, on, recipe


@recipe("set_felt")
def _felt(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, *Felt)))


@recipe("finish_recall")
def _recall(hand: Hand) -> Call | None:
    return on(hand.opened(), finished=hand.yes())


@recipe("rate_review")
def _rate_review(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one(tuple(Rating)), hand.one((None, 1, 5)))


@recipe("write_review")
def _write_review(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one(tuple(ReviewText)), hand.text())


@recipe("set_forecast")
def _forecast(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, 0, 70, 100)))


@recipe("set_promised")
def _promised(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one((None, hand.day())))


@recipe("set_meaning")
def _meaning(hand: Hand) -> Call | None:
    return on(hand.of_open_review("signal"), hand.line())


@recipe("set_confidence")
def _confidence(hand: Hand) -> Call | None:
    return on(hand.of_open_review("signal"), hand.one(tuple(Confidence)))


@recipe("capture_felt")
def _capture_felt(hand: Hand) -> Call | None:
    return on(_begun(hand), hand.one((None, *Felt)))


@recipe("capture_asked")
def _capture_asked(hand: Hand) -> Call | None:
    return on(_begun(hand), hand.one(LINES))


@recipe("capture_text")
def _capture_text(hand: Hand) -> Call | None:
    return on(_begun(hand), hand.one((ReviewText.QUICK_NOTE, ReviewText.NEXT_STEP)), hand.text())


@recipe("capture_promised")
def _capture_promised(hand: Hand) -> Call | None:
    return on(_begun(hand), hand.one((None, hand.day())))


def _begun(hand: Hand) -> str | None:
    return hand.opened(f"start_at < '{utc_text(hand.store.clock())}'")


@recipe("refuse_likeness")
def _refuse(hand: Hand) -> Call | None:
    question = hand.key("library_item", "kind = 'question'")
    return on(hand.key("asked"), question) if question else None


@recipe("write_thanks")
def _thanks(hand: Hand) -> Call | None:
    return on(hand.key("interview"), hand.text())


@recipe("tick_thanks")
def _tick_thanks(hand: Hand) -> Call | None:
    return on(hand.key("interview"), sent=hand.yes())


@recipe("add_asked", "add_signal")
def _add_line(hand: Hand, _label: str) -> Call | None:
    return on(hand.opened(), hand.one(LINES))


@recipe("edit_asked", "edit_signal")
def _edit_line(hand: Hand, label: str) -> Call | None:
    return on(hand.of_open_review(label.removeprefix("edit_")), hand.one(LINES))


@recipe("delete_asked", "delete_signal")
def _delete_line(hand: Hand, label: str) -> Call | None:
    return on(hand.of_open_review(label.removeprefix("delete_")))


@recipe("rate_asked")
def _rate_asked(hand: Hand) -> Call | None:
    return on(hand.of_open_review("asked"), hand.one((None, 1, 3, 5)))


@recipe("set_next_time")
def _next_time(hand: Hand) -> Call | None:
    return on(hand.of_open_review("asked"), hand.line())


@recipe("cover_item")
def _cover_item(hand: Hand) -> Call | None:
    interview = hand.opened("id IN (SELECT interview_id FROM prep_item WHERE trashed_at IS NULL)")
    item = hand.key("prep_item", "interview_id = ?", interview)
    return Call((interview, item, hand.one((None, *Coverage)))) if item else None


@recipe("seal_review")
def _seal(hand: Hand) -> Call | None:
    return on(
        hand.key(
            "interview",
            "id IN (SELECT interview_id FROM review WHERE sealed_at IS NULL AND trashed_at IS NULL "
            "AND (felt IS NOT NULL OR forecast IS NOT NULL)) AND start_at < ?",
            utc_text(hand.store.clock()),
        )
    )


@recipe("add_remark")
def _add_remark(hand: Hand) -> Call | None:
    return on(hand.sealed(), hand.one(TEXTS))
