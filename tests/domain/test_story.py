"""Stories: how long they are when told, what they lack, and when the situation outweighs the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.story import (
    SHORT_SITUATION,
    StoryPart,
    missing_parts,
    situation_outweighs,
    spoken_minutes,
)


def words(n: int) -> str:
    return "word " * n


@pytest.mark.parametrize(
    ("texts", "minutes"),
    [
        ((), 0.0),
        (("",), 0.0),
        (("———",), 0.0),
        ((words(130),), 1.0),
        ((words(65), words(65)), 1.0),
        (("あ" * 280,), 1.0),
        (("中" * 140, words(65)), 1.0),
        (("don't stop well-known",), 3 / 130),
        # A Japanese story of a minute is not one endless word.
        (("毎晩の集計に六時間かかった。" * 20,), 260 / 280),
    ],
)
def test_how_long_it_takes_to_say(texts: tuple[str, ...], minutes: float) -> None:
    assert spoken_minutes(*texts) == pytest.approx(minutes)


@given(st.text(max_size=300), st.text(max_size=300))
def test_more_words_never_take_less_time(one: str, more: str) -> None:
    together = spoken_minutes(f"{one} {more}")
    assert together >= spoken_minutes(one) >= 0
    assert together == pytest.approx(spoken_minutes(one, more))


@pytest.mark.parametrize(
    ("situation", "action", "result", "heavy"),
    [
        (0, 0, 0, False),
        (80, 0, 0, False),
        (40, 20, 10, True),
        (40, 20, 20, False),
        (10, 5, 0, False),
        (SHORT_SITUATION, 5, 5, False),
        (SHORT_SITUATION + 1, 5, 5, True),
    ],
)
def test_a_situation_that_outweighs(
    situation: int, action: int, result: int, *, heavy: bool
) -> None:
    assert situation_outweighs(words(situation), words(action), words(result)) is heavy


@given(st.integers(0, 90), st.integers(0, 90), st.integers(0, 90))
def test_more_action_never_makes_it_heavier(situation: int, action: int, result: int) -> None:
    if not situation_outweighs(words(situation), words(action + 1), words(result)):
        assert not situation_outweighs(words(situation), words(action + 2), words(result))


def test_what_is_missing_is_named_in_the_order_of_telling() -> None:
    assert missing_parts("", "", "", "") == tuple(StoryPart)
    assert missing_parts("then", "  \n", "did", "") == (StoryPart.TASK, StoryPart.RESULT)
    assert missing_parts("a", "b", "c", "d") == ()
