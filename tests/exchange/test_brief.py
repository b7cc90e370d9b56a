"""The brief as Markdown: all of it, and nothing that a person wrote becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.brief import Block, Brief, Part
from interview_coach.exchange.brief import markdown, plain

BRIEF = Brief(
    "Nørdlys & Sons",
    "Writer · Technical interview",
    ("Tue 24 Nov, 15:00 – 15:45 (Asia/Kolkata)", "Ada"),
    (
        Block(Part.THEM, "About them", ("They *ship* weekly", "# not a heading")),
        Block(Part.ME, "About me", ()),
        Block(Part.STORIES, "Stories", ("1. The outage",)),
    ),
)


def test_the_whole_document() -> None:
    assert markdown(BRIEF) == (
        "# Nørdlys & Sons\n\nWriter · Technical interview\n\n"
        "- Tue 24 Nov, 15:00 – 15:45 (Asia/Kolkata)\n- Ada\n\n"
        "## About them\n\n- They \\*ship\\* weekly\n- \\# not a heading\n\n"
        "## Stories\n\n- 1\\. The outage\n"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain", "plain"),
        ("a_b", "a\\_b"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("<script>", "\\<script\\>"),
        ("- list", "\\- list"),
        ("+ list", "\\+ list"),
        ("12) twelfth", "12\\) twelfth"),
        ("5 years", "5 years"),
        ("two\nlines", "two lines"),
        ("`code`", "\\`code\\`"),
    ],
)
def test_one_s_words_stay_words(text: str, escaped: str) -> None:
    assert plain(text) == escaped


@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_text_makes_a_line_of_its_own(texts: list[str]) -> None:
    brief = Brief("T", "s", tuple(texts), (Block(Part.ME, "About me", tuple(texts)),))
    lines = markdown(brief).rstrip("\n").split("\n")
    assert sum(line.startswith("#") for line in lines) == 1 + bool(texts)
    assert sum(line.startswith("-") for line in lines) == 2 * len(texts)
