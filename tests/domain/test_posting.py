"""When two addresses are the same, and what a posting changes about an opportunity that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.posting import Posting, merged, same_address

BASE = "https://jobs.example.com/view/7"


@pytest.mark.parametrize(
    "other",
    [
        "http://jobs.example.com/view/7",
        "https://www.jobs.example.com/view/7/",
        "HTTPS://JOBS.example.com/view/7#apply",
        "jobs.example.com/view/7",
        "https://jobs.example.com:443/view/7?utm_source=mail&utm_medium=x",
        "https://jobs.example.com/view/7?trk=public_jobs&refId=abc&gh_src=1",
    ],
)
def test_it_is_the_same_address(other: str) -> None:
    assert same_address(other) == same_address(BASE) != ""


@pytest.mark.parametrize(
    "other",
    [
        "https://jobs.example.com/view/8",
        "https://jobs.example.com/View/7",
        "https://example.com/view/7",
        "https://jobs.example.com/view/7?id=1",
        "https://jobs.example.com:8443/view/7",
    ],
)
def test_it_is_another_address(other: str) -> None:
    assert same_address(other) != same_address(BASE)


@pytest.mark.parametrize(
    "text", ["", "room 4", "mailto:a@example.com", "tel:123", "https://[", "x:99999999"]
)
def test_what_is_no_page_has_no_spelling(text: str) -> None:
    assert same_address(text) == ""


def test_the_order_of_a_query_does_not_count_but_its_values_do() -> None:
    assert same_address(f"{BASE}?a=1&b=2") == same_address(f"{BASE}?b=2&a=1")
    assert same_address(f"{BASE}?a=1&b=2") != same_address(f"{BASE}?a=2&b=1")


@given(st.text(max_size=60))
def test_any_text_has_one_spelling_or_none(text: str) -> None:
    found = same_address(text)
    assert same_address(found) in {found, ""}


def test_what_a_posting_is_silent_about_stays() -> None:
    mine = OpportunityDraft(
        "Tarn", "Baker", "Old text", BASE, "A friend", "Vale", "much", "cv.pdf", date(2026, 11, 1),
        notes="Nice people",
    )  # fmt: skip
    told = Posting(
        company="TARN BAKERY", title="Head Baker", text="New text", closes_on=date(2027, 1, 1)
    )
    assert merged(mine, told.draft()) == replace(
        mine, title="Head Baker", posting_text="New text", closes_on=date(2027, 1, 1)
    )
    assert merged(mine, Posting().draft()) == mine


def test_what_is_too_long_or_no_link_never_reaches_a_field() -> None:
    found = Posting(
        title="a" * 900, url="javascript:x", places=("", "A", "A"), asks=(" ", "b\nc")
    ).cleaned()
    assert (len(found.title), found.url, found.places, found.asks) == (500, "", ("A",), ("b c",))
