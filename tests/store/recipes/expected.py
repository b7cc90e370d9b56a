"""How a hand does the deeds of expected questions."""

from __future__ import annotations

from tests.store.recipes.hand import LINES, SEALED, Call, Hand, on, recipe


def _expected(hand: Hand) -> str | None:
    """An expected question of an interview whose review is not sealed."""
    opened = "1" if hand.dares() else f"interview_id NOT IN ({SEALED})"
    return hand.key("expected_question", opened)


def _in_bank(hand: Hand) -> str | None:
    return hand.one((None, hand.key("library_item", "kind = 'question'")))


@recipe("add_expected")
def _add_expected(hand: Hand) -> Call | None:
    return on(hand.opened(), hand.one(LINES), _in_bank(hand))


@recipe("expect_questions")
def _expect_questions(hand: Hand) -> Call | None:
    several = [(hand.one(LINES), _in_bank(hand)) for _ in range(hand.choose(3))]
    return on(hand.opened(), several)


@recipe("edit_expected")
def _edit_expected(hand: Hand) -> Call | None:
    return on(_expected(hand), hand.one(LINES))


@recipe("move_expected")
def _move_expected(hand: Hand) -> Call | None:
    return on(_expected(hand), hand.choose(5) - 1)


@recipe("delete_expected")
def _delete_expected(hand: Hand) -> Call | None:
    return on(_expected(hand))


@recipe("match_expected")
def _match_expected(hand: Hand) -> Call | None:
    key = _expected(hand)
    here = (
        "review_id IN (SELECT r.id FROM review r JOIN expected_question e "
        "ON e.interview_id = r.interview_id WHERE e.id = ? AND r.trashed_at IS NULL)"
    )
    return on(key, hand.one((None, hand.key("asked", here, key))))


@recipe("note_expected")
def _note_expected(hand: Hand) -> Call | None:
    begun = "interview_id IN (SELECT interview_id FROM review WHERE trashed_at IS NULL AND sealed_at IS NULL)"
    return on(hand.key("expected_question", begun))
