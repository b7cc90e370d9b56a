"""Cleaning what was typed or pasted: nothing unseen stays, nothing said is lost."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.text import (
    LINE_LIMIT,
    TEXT_LIMIT,
    check_line,
    check_text,
    clean_line,
    clean_text,
    without_bullet,
)

# With everything that a paste can hold: control characters, odd line ends, halves of pairs.
ANYTHING = st.text(
    st.one_of(
        st.characters(categories=["Cc", "Cs", "Zs", "Zl", "Zp", "Cf"]),
        st.characters(),
        st.sampled_from("\r\n\t\x00\x85\u2028\u2029\u200b\ufeff\ud83d\ude00 ab"),
    )
)
# The ASCII ones; those from U+0080 to U+009F print as nothing and are harmless.
CONTROL = {chr(i) for i in range(32)} | {"\x7f"}


@given(ANYTHING)
def test_a_line_is_one_line_without_control_characters(text: str) -> None:
    line = clean_line(text)
    assert not CONTROL & set(line)
    assert not {"\u2028", "\u2029", "\x85"} & set(line)
    assert line == line.strip()
    assert "  " not in line
    assert len(line.splitlines()) <= 1


@given(ANYTHING)
def test_a_text_has_no_control_characters_but_tabs_and_line_breaks(text: str) -> None:
    cleaned = clean_text(text)
    assert CONTROL & set(cleaned) <= {"\n", "\t"}
    assert not {"\u2028", "\u2029"} & set(cleaned)
    assert cleaned == cleaned.rstrip()


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)


@given(ANYTHING)
def test_what_is_cleaned_can_be_stored(text: str) -> None:
    assert clean_line(text).encode().decode() == clean_line(text)
    assert clean_text(text).encode().decode() == clean_text(text)


@given(ANYTHING)
def test_no_letter_gets_lost(text: str) -> None:
    def said(value: str) -> list[str]:
        return [c for c in value if category(c)[0] in "LMNPS"]

    assert said(clean_line(text)) == said(text)
    assert said(clean_text(text)) == said(text)


@given(ANYTHING)
def test_cleaning_never_makes_longer(text: str) -> None:
    assert len(clean_line(text)) <= len(text)
    assert len(clean_text(text)) <= len(text)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", ""),
        (" \t\r\n\x00", ""),
        ("  Halden\tBank \n", "Halden Bank"),
        ("a\u2028b\u2029c", "a b c"),
        ("a\xa0\u3000b", "a b"),
        ("\x1b[31mred", "[31mred"),
        ("half \ud83d of a pair", "half of a pair"),
        ("\ud800", ""),
        ("👩‍💻 naïve Ünïcode עברית", "👩‍💻 naïve Ünïcode עברית"),
    ],
)
def test_lines(typed: str, line: str) -> None:
    assert clean_line(typed) == line


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", ""),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("  indented\n\n\tand tabbed  \n\n", "  indented\n\n\tand tabbed"),
        ("a\x00b\x07c\x7f", "abc"),
        ("half \ud83d of a pair", "half  of a pair"),
        ("\udfff", ""),
    ],
)
def test_texts(typed: str, text: str) -> None:
    assert clean_text(typed) == text


def test_limits() -> None:
    assert check_line("f", "") == []
    assert [(c.field, c.code) for c in check_line("f", "", needed=True)] == [("f", "missing")]
    assert check_line("f", "x" * LINE_LIMIT, needed=True) == []
    (found,) = check_line("f", "x" * (LINE_LIMIT + 1))
    assert (found.field, found.code, dict(found.args)) == ("f", "too_long", {"limit": LINE_LIMIT})
    assert check_text("f", "x" * TEXT_LIMIT) == []
    (found,) = check_text("f", "x" * (TEXT_LIMIT + 1))
    assert (found.field, found.code, dict(found.args)) == ("f", "too_long", {"limit": TEXT_LIMIT})


@pytest.mark.parametrize("gap", ["\r", "\x0b", "\x0c", "\x1c", "\x1f", "\x85", "\u2028", "\u2029"])
def test_what_parts_words_elsewhere_parts_them_here(gap: str) -> None:
    assert clean_line(f"Halden{gap}Bank") == "Halden Bank"
    assert clean_text(f"Halden{gap}Bank") == "Halden\nBank"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("- What they build", "What they build"),
        ("• What they build ", "What they build"),
        ("1. What they build", "What they build"),
        ("10) What they build", "What they build"),
        ("3 years of Python", "3 years of Python"),
        ("2.5 million rows", "2.5 million rows"),
        ("-", "-"),
        ("What they build", "What they build"),
    ],
)
def test_a_pasted_line_loses_the_mark_of_its_list(given: str, wanted: str) -> None:
    assert without_bullet(given) == wanted
