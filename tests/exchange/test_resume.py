"""CVs in JSON Resume: every shape met in the wild, and anything else without a crash."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.incoming import Refused
from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.library import check_library
from interview_coach.domain.resume import (
    MOST_STORIES,
    TITLE_LENGTH,
    Resume,
    known_already,
    partial_date,
    short_title,
    span,
)
from interview_coach.domain.search import index_text
from interview_coach.exchange import recognise, resume

NEW = {
    "basics": {"name": "Ada Example"},
    "work": [
        {
            "name": "Acme",
            "position": "Engineer",
            "startDate": "2019-03-01",
            "endDate": "2021",
            "summary": "Pipelines.",
            "highlights": ["Cut load time from 6 h to 40 min", "• Led the team"],
        }
    ],
    "projects": [
        {"name": "Atlas", "roles": ["Lead"], "keywords": ["SQL", "maps"], "highlights": ["Drew it"]}
    ],
}
OLD = {
    "work": [
        {
            "company": "Acme",
            "position": "Engineer",
            "website": "https://acme.example.com",
            "startDate": "2019-19",
            "highlights": ["Cut load time"],
        }
    ],
    "volunteer": [{"organization": "Club", "highlights": ["Taught"]}],
}


def read(found: Any) -> Resume:
    return resume.read(json.dumps(found).encode(), "cv.json")


def test_the_format_of_today() -> None:
    found = read(NEW)
    assert found.name == "Ada Example"
    assert [story.text for story in found.stories] == [
        "Cut load time from 6 h to 40 min",
        "Led the team",
        "Drew it",
    ]
    first, _, last = found.stories
    assert first.kind is LibraryKind.STORY
    assert first.situation == "Engineer, Acme, 2019-03 – 2021\nPipelines."
    assert (first.task, first.action, first.result) == ("", "", "Cut load time from 6 h to 40 min")
    assert (last.situation, last.skills) == ("Lead, Atlas", "SQL, maps")


def test_the_names_of_before() -> None:
    found = read(OLD)
    assert [s.situation for s in found.stories] == ["Engineer, Acme, 2019 –", "Club"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2013-12-01", "2013-12"),
        ("2013-12", "2013-12"),
        ("2013", "2013"),
        ("2013-19", "2013"),
        ("2013-00-00", "2013"),
        ("2013-1", "2013-01"),
        ("2013-12-01T00:00:00Z", "2013-12"),
        ("Dec 2013", ""),
        ("", ""),
        ("٢٠١٣", ""),
    ],
)
def test_dates_as_far_as_they_make_sense(text: str, date: str) -> None:
    assert partial_date(text) == date


@pytest.mark.parametrize(
    ("begun", "ended", "text"),
    [
        ("2013", "2014", "2013 – 2014"),
        ("2013", "2013", "2013"),
        ("", "2014", "– 2014"),
        ("", "", ""),
    ],
)
def test_from_when_to_when(begun: str, ended: str, text: str) -> None:
    assert span(begun, ended) == text


@pytest.mark.parametrize(
    ("found", "stories", "passed"),
    [
        ({"basics": {}}, 0, 0),
        ({"basics": {}, "work": None}, 0, 0),
        ({"work": "none"}, 0, 1),
        ({"work": [None, 3, {"name": "A"}, {"highlights": None}]}, 0, 2),
        ({"work": [{"highlights": "One\n\n- Two"}]}, 2, 1),
        ({"work": [{"highlights": [None, {}, "", " ", "Yes"]}]}, 1, 4),
        ({"work": [{"highlights": ["Same", "Same"]}]}, 1, 1),
        ({"work": [{"name": 7, "startDate": 2019, "highlights": ["Yes"]}]}, 1, 0),
        ({"work": [{"highlights": [f"No {n}" for n in range(MOST_STORIES + 5)]}]}, MOST_STORIES, 5),
    ],
)
def test_missing_and_malformed_parts(found: Any, stories: int, passed: int) -> None:
    what = read(found)
    assert (len(what.stories), what.passed_over) == (stories, passed)
    assert resume.describe(what)["passed_over"] == passed


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[" * 200_000, "not_json"),
        (b"[]", "not_ours"),
        (b'{"title": "Job"}', "not_ours"),
        (b"\xff\x00", "not_json"),
        (b" " * (resume.LARGEST + 1), "too_large"),
    ],
)
def test_what_is_no_cv_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        resume.read(data, "cv.json")
    assert refused.value.code == code


def test_the_door_knows_a_cv() -> None:
    for found in (NEW, OLD):
        known = recognise.read_bytes(json.dumps(found, indent=2).encode(), "cv.json")
        assert known.kind == resume.KIND
        assert recognise.describe(known)["understood"]["stories"]


def test_a_long_line_becomes_a_short_title_and_stays_whole() -> None:
    line = "word " * 60
    assert len(short_title(line)) <= TITLE_LENGTH + 1
    (story,) = read({"work": [{"highlights": [line]}]}).stories
    assert story.result == line.strip()
    assert known_already(story, {index_text(line)})


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "company",
                    "highlights",
                    "position",
                    "roles",
                    "startDate",
                    "summary",
                    "keywords",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(
    st.dictionaries(
        st.sampled_from(["basics", "work", "volunteer", "projects"]), _VALUES, min_size=1
    )
)
def test_anything_shaped_like_a_cv_is_read_without_a_crash(found: dict[str, Any]) -> None:
    what = read(found)
    for story in what.stories:
        assert check_library(story) == []
        assert story.cleaned() == story
    json.dumps(resume.describe(what))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(Refused):
        resume.read(data, "cv.json")
