"""Prep items: cleaning, complaints, progress, and which lessons stand beside a preparation."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import (
    About,
    Section,
)
from interview_coach.domain.prep import (
    PrepDraft,
    PrepItem,
    Progress,
    check_item,
    progress,
)
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT

BEGIN = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("about", [None, *About])
def test_only_a_talking_point_is_about_somebody(section: Section, about: About | None) -> None:
    found = PrepDraft(section, "x", about=about).cleaned().about
    if section is Section.TALKING_POINT:
        assert found is (about or About.ME)
    else:
        assert found is None


def test_texts_are_cleaned() -> None:
    draft = PrepDraft(
        Section.RESEARCH, "  two\n  words\x00 ", details="one\r\ntwo \n\n", source="\tthe\tsite "
    ).cleaned()
    assert (draft.text, draft.details, draft.source) == ("two words", "one\ntwo", "the site")


@given(st.sampled_from(Section), st.text(), st.text(), st.text(), st.sampled_from([None, *About]))
def test_cleaning_twice_changes_nothing(
    section: Section, text: str, details: str, source: str, about: About | None
) -> None:
    once = PrepDraft(section, text, details, source, about).cleaned()
    assert once.cleaned() == once


@pytest.mark.parametrize(
    ("draft", "complaints"),
    [
        (PrepDraft(Section.STORY, "x"), []),
        (PrepDraft(Section.STORY, ""), [("text", "missing")]),
        (PrepDraft(Section.STORY, " \t\x00"), [("text", "missing")]),
        (PrepDraft(Section.STORY, "x" * LINE_LIMIT), []),
        (PrepDraft(Section.STORY, "x" * (LINE_LIMIT + 1)), [("text", "too_long")]),
        (PrepDraft(Section.STORY, "x", "d" * TEXT_LIMIT), []),
        (PrepDraft(Section.STORY, "x", "d" * (TEXT_LIMIT + 1)), [("details", "too_long")]),
        (
            PrepDraft(Section.STORY, "", source="s" * (LINE_LIMIT + 1)),
            [("text", "missing"), ("source", "too_long")],
        ),
    ],
)
def test_what_is_wrong_with_an_item(draft: PrepDraft, complaints: list[tuple[str, str]]) -> None:
    assert [(c.field, c.code) for c in check_item(draft.cleaned())] == complaints


def item(place: int, section: Section, *, done: bool) -> PrepItem:
    return PrepItem(str(place), section, None, f"item {place}", "", "", done, place)


def test_progress_of_nothing_is_nothing() -> None:
    assert progress([]) == Progress(0, 0)
    assert Progress().share == 0.0
    assert progress([item(1, Section.STORY, done=True)], Section.QUESTION) == Progress(0, 0)


@given(st.lists(st.builds(item, st.integers(), st.sampled_from(Section), done=st.booleans())))
def test_progress_of_the_sections_adds_up(items: list[PrepItem]) -> None:
    parts = [progress(items, section) for section in Section]
    whole = progress(items)
    assert whole == Progress(sum(p.done for p in parts), sum(p.planned for p in parts))
    assert whole.planned == len(items)
    assert whole.done == len([i for i in items if i.done])
    assert 0.0 <= whole.share <= 1.0
    assert (whole.share == 1.0) is (whole.done == whole.planned > 0)
