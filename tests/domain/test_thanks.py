"""The thank-you: what it can name, what people are called, and the address for the mail program."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.links import is_link
from interview_coach.domain.review import AskedQuestion, Signal, minutes_between, told_again
from interview_coach.domain.text import clean_line, clean_text
from interview_coach.domain.thanks import LONGEST_ADDRESS, first_name, mail_address, notes_of
from tests.domain.test_review import EMPTY


def test_what_was_talked_about_is_offered_once_in_my_own_words_and_never_what_i_would_change() -> (
    None
):
    form = replace(
        EMPTY,
        went_well="- The migration story\n\nThe drawing",
        would_change="Talk less",
        surprises="No tests",
        asked=(
            AskedQuestion("a", "Why us?", 2, "", 0),
            AskedQuestion("b", "How do you test?", 5, "", 1),
            AskedQuestion("c", "the drawing", None, "", 2),
        ),
        signals=(Signal("s", "She drew on in my diagram", 0, meaning="They want me"),),
        quick_note="The book she named",
    )
    assert [note.text for note in notes_of(form)] == [
        "The migration story",
        "The drawing",
        "How do you test?",
        "Why us?",
        "She drew on in my diagram",
        "The book she named",
    ]


def test_long_paragraphs_are_not_offered_and_the_choice_stays_short() -> None:
    lines = "\n".join(f"Point {n}" for n in range(40))
    assert len(notes_of(replace(EMPTY, went_well=lines))) == 12
    assert notes_of(replace(EMPTY, went_well="long " * 60)) == ()


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Priya Raman", "Priya"),
        ("Greta", "Greta"),
        ("Dr. Mei Chen", "Dr. Chen"),
        ("  Tom   Okafor ", "Tom"),
        ("", ""),
    ],
)
def test_what_people_are_called(name: str, called: str) -> None:
    assert first_name(name) == called


@given(st.text(max_size=40), st.text(max_size=200))
def test_the_address_gives_back_what_was_written(subject: str, body: str) -> None:
    address = mail_address(subject, body)
    if address:
        assert is_link(address)
        assert address.isascii()
        said = parse_qs(urlsplit(address).query, keep_blank_values=True)
        assert said["subject"] == [clean_line(subject)]
        assert said["body"][0].replace("\r\n", "\n") == clean_text(body)


def test_an_address_that_systems_would_cut_is_none() -> None:
    assert mail_address("Thanks", "x" * (LONGEST_ADDRESS - 60))
    assert mail_address("Thanks", "ü" * (LONGEST_ADDRESS - 60)) == ""


def test_a_story_told_in_two_answers_is_noticed() -> None:
    asked = [
        AskedQuestion("a", "Why?", None, "", 0, story_id="s", story="The migration"),
        AskedQuestion("b", "How?", None, "", 1),
        AskedQuestion("c", "When?", None, "", 2, story_id="s", story="The migration"),
        AskedQuestion("d", "Who?", None, "", 3, story_id="t", story="The outage"),
    ]
    assert told_again(asked) == {"s": (1, 3)}
    assert told_again(asked[:2]) == {}


def test_minutes_between_two_instants_are_whole() -> None:
    assert minutes_between(EMPTY.end_at, None) is None
    assert minutes_between(EMPTY.end_at, EMPTY.end_at.replace(minute=6, second=59)) == 6
