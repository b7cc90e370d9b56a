"""The library's rules: lists of names, how something did, and what a merge keeps."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import About, Coverage, InterviewKind, LibraryField, LibraryKind
from interview_coach.domain.library import (
    LibraryDraft,
    Told,
    Use,
    check_field,
    check_library,
    clean_field,
    clean_list,
    listed,
    merged,
    told_of,
)
from interview_coach.domain.text import LINE_LIMIT

STORY = LibraryKind.STORY


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ()),
        (" , ;; ", ()),
        ("SQL, leading,sql", ("SQL", "leading")),
        ("データ、人；lead", ("データ", "人", "lead")),
        ("C, C++, C#", ("C", "C++", "C#")),
    ],
)
def test_names_in_a_line(line: str, names: tuple[str, ...]) -> None:
    found = listed(line)
    if "C++" in line:
        assert set(found) <= set(names)
    else:
        assert found == names
    assert listed(clean_list(line)) == found


def use(interview: str = "i", day: int = 1, **more: object) -> Use:
    start = datetime(2026, 11, day, 10)
    return Use(interview, "Acme", InterviewKind.PANEL, start, "text", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ([], Told()),
        ([use(held=False)], Told(planned=1)),
        ([use(), use()], Told(planned=1, last=datetime(2026, 11, 1, 10))),
        (
            [use("a", 2, coverage=Coverage.SAID), use("b", 3, coverage=Coverage.LANDED)],
            Told(2, 2, 1, datetime(2026, 11, 3, 10)),
        ),
        (
            [use(coverage=Coverage.NOT_SAID), use(asked=True, story=True, rating=4)],
            Told(1, 1, 1, datetime(2026, 11, 1, 10)),
        ),
        (
            [use(asked=True, rating=2), use("j", asked=True, rating=5), use("k", asked=True)],
            Told(last=datetime(2026, 11, 1, 10), asked=3, rating=3.5),
        ),
    ],
)
def test_how_something_did(uses: list[Use], told: Told) -> None:
    assert told_of(uses) == told


def test_a_draft_is_cleaned_and_checked() -> None:
    draft = LibraryDraft(STORY, "  A  story \n", About.ME, tags="b, a,B").cleaned()
    assert draft == LibraryDraft(STORY, "A story", None, tags="b, a")
    assert check_library(draft) == []
    assert [c.code for c in check_library(LibraryDraft(STORY, ""))] == ["missing"]
    point = LibraryDraft(LibraryKind.TALKING_POINT, "Why now").cleaned()
    assert point.about is About.ME
    long = clean_field(LibraryField.TEXT, "x" * (LINE_LIMIT + 1))
    assert [c.code for c in check_field(LibraryField.TEXT, long)] == ["too_long"]
    assert check_field(LibraryField.RESULT, "x" * 10_000) == []


def test_a_merge_fills_what_is_empty_and_keeps_the_rest_under_the_notes() -> None:
    keep = LibraryDraft(STORY, "The migration", situation="Slow.", tags="data")
    other = LibraryDraft(
        STORY, "the  MIGRATION", situation="It was slow.", result="Fast.", tags="lead, Data"
    )
    found = merged(keep, [other])
    assert found.text == "The migration"
    assert found.situation == "Slow."
    assert found.result == "Fast."
    assert found.details == "– It was slow."
    assert found.tags == "data, lead"


_TEXTS = st.text(alphabet="abc \n", max_size=6)


@given(st.lists(st.builds(LibraryDraft, st.just(STORY), *[_TEXTS.map(str.strip)] * 1), min_size=1))
def test_no_wording_is_lost_in_a_merge(drafts: list[LibraryDraft]) -> None:
    found = merged(drafts[0], drafts[1:])
    everything = " ".join(f"{found.text} {found.details}".casefold().split())
    for draft in drafts:
        assert " ".join(draft.text.casefold().split()) in everything
