"""The built-in templates: enough for everyone who may sit opposite, and not the same lines everywhere."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from interview_coach.domain.kinds import InterviewKind, Part, Section
from interview_coach.domain.prep import Template, check_item
from interview_coach.store.templates import for_kind

COMPANIES_OF_PARTS = [
    frozenset(chosen) for size in range(len(Part) + 1) for chosen in combinations(Part, size)
]


@pytest.fixture(params=InterviewKind, ids=str)
def template(request: pytest.FixtureRequest) -> Template:
    return for_kind(request.param)


def test_there_are_templates_for_eight_kinds_at_least() -> None:
    templates = [for_kind(kind) for kind in InterviewKind]
    assert len(templates) >= 8
    assert [t.kind for t in templates] == list(InterviewKind)
    names = {t.name for t in templates}
    assert len(names) == len(templates)
    assert "" not in names


def test_twelve_to_twenty_five_items_whoever_sits_opposite(template: Template) -> None:
    assert len(COMPANIES_OF_PARTS) == 32
    for parts in COMPANIES_OF_PARTS:
        items = template.for_parts(parts)
        assert 12 <= len(items) <= 25, parts
        # Nobody is left without something to read, to say, to tell, to ask and to pack.
        assert {item.draft.section for item in items} == set(Section), parts


def test_an_item_for_a_part_comes_with_that_part_only(template: Template) -> None:
    for item in template.items:
        for parts in COMPANIES_OF_PARTS:
            fits = not item.parts or bool(item.parts & parts)
            assert (item in template.for_parts(parts)) is fits


def test_whom_it_is_about_is_said_of_talking_points_only(template: Template) -> None:
    for item in template.items:
        is_point = item.draft.section is Section.TALKING_POINT
        assert (item.draft.about is not None) is is_point, item.key


def test_every_line_is_sound_short_and_clean(template: Template) -> None:
    for item in template.items:
        draft = item.draft
        assert draft == draft.cleaned(), item.key
        assert check_item(draft) == [], item.key
        assert len(draft.text) <= 90, item.key
        assert draft.details, item.key
        assert 1 <= draft.weight <= 3, item.key
        assert 1 <= draft.minutes <= 60, item.key


def test_keys_are_unique_over_all_templates() -> None:
    keys = Counter(item.key for kind in InterviewKind for item in for_kind(kind).items)
    assert [key for key, times in keys.items() if times > 1] == []
    assert all(key == key.strip() and key for key in keys)


def test_no_line_stands_in_more_than_three_templates() -> None:
    texts = Counter(
        text
        for kind in InterviewKind
        for text in {item.draft.text.casefold() for item in for_kind(kind).items}
    )
    assert [text for text, times in texts.items() if times > 3] == []


def test_no_line_stands_twice_in_one_template(template: Template) -> None:
    texts = Counter(item.draft.text.casefold() for item in template.items)
    assert [text for text, times in texts.items() if times > 1] == []
