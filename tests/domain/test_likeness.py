"""Which texts are likely the same in other words; nothing follows from it by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.likeness import (
    ALIKE,
    PROPOSED,
    Comparison,
    compare,
    groups_alike,
    likeness,
    most_alike,
    resembling,
)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Why us?", "why us", True),
        ("Tell me about a conflict", "A conflict: tell me", True),
        ("Why do you want this job?", "Why would you want this job?", True),
        ("Café at noon", "cafe at noon!", True),
        ("What are the steps from here?", "What are the steps?", False),
        ("How do you test a pipeline?", "Why are you leaving?", False),
        ("テストはどうしますか", "テストはどうしますか？", True),
        ("なぜ転職しますか", "給料はいくらですか", False),
        ("", "", True),
        ("", "Why us?", False),
    ],
)
def test_alike_or_not(one: str, other: str, *, alike: bool) -> None:
    assert (likeness(one, other) >= ALIKE) is alike
    assert likeness(one, other) == likeness(other, one)


@given(st.text(max_size=80), st.text(max_size=80))
def test_a_text_is_like_itself_and_likeness_has_no_direction(one: str, other: str) -> None:
    assert likeness(one, one) == 1.0
    assert 0.0 <= likeness(one, other) <= 1.0


def test_the_one_most_alike_is_found() -> None:
    others = ["Why are you leaving?", "How do you test pipelines?", "How do you test a pipeline"]
    assert resembling("How do you test a pipeline?", others) == 2
    assert resembling("What would you delete first?", others) is None
    assert resembling("anything", []) is None


def test_groups_are_proposed_largest_first() -> None:
    texts = {
        "a": "How do you test a pipeline?",
        "b": "Why are you leaving?",
        "c": "How would you test a pipeline?",
        "d": "Why are you leaving us?",
        "e": "how do you TEST a pipeline",
        "f": "Something else entirely",
    }
    assert groups_alike(texts) == (("a", "c", "e"), ("b", "d"))
    assert groups_alike({}) == ()


@given(st.dictionaries(st.integers(0, 50).map(str), st.text(max_size=30), max_size=12))
def test_a_key_is_in_one_group_at_most(texts: dict[str, str]) -> None:
    groups = groups_alike(texts)
    keys = [key for group in groups for key in group]
    assert len(keys) == len(set(keys))
    assert all(len(group) > 1 for group in groups)


def test_many_alike_stay_quick_and_can_be_given_up() -> None:
    many = {str(n): f"Question number {n} about topic{n % 500}" for n in range(3000)}
    steps: list[int] = []

    def told(done: int, total: int) -> None:
        assert total == 3000
        steps.append(done)
        if done > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        groups_alike(many, told=told)
    assert steps == list(range(12))


def test_each_text_finds_the_one_that_is_most_like_it() -> None:
    bank = (
        ("test", "How do you test a pipeline?"),
        ("leave", "Why are you leaving?"),
        ("self", "Tell me about yourself"),
    )
    texts = (
        ("a", "How would you test this pipeline?"),
        ("b", "What do you read?"),
        ("c", "Why are you leaving"),
    )
    assert most_alike(Comparison(texts, bank)) == {"a": "test", "c": "leave"}
    refused = frozenset({("how would you test this pipeline", "test")})
    assert most_alike(Comparison(texts, bank, refused)) == {"c": "leave"}
    assert most_alike(Comparison(texts)) == {}


@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30))
def test_what_is_found_is_never_worse_than_asked_for(others: list[str], text: str) -> None:
    bank = tuple((str(place), other) for place, other in enumerate(others))
    for key in most_alike(Comparison((("x", text),), bank)).values():
        assert likeness(text, dict(bank)[key]) >= PROPOSED


def test_a_step_is_one_comparison_however_large_the_bank() -> None:
    bank = tuple((str(n), f"How do you test pipeline number {n}?") for n in range(300))
    steps = list(compare(Comparison((("x", "How would you test a pipeline?"),), bank)))
    assert len(steps) >= len(bank) + 100
    assert len([step for step in steps if step is not None]) <= 1
