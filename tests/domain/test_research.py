"""What a sound note about them is, and a sound talk of pay."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from interview_coach.domain.pay import PayDraft, check_pay
from interview_coach.domain.research import NoteDraft, check_note

TODAY = date(2026, 11, 22)


def codes(draft: NoteDraft | PayDraft) -> list[tuple[str, str]]:
    if isinstance(draft, NoteDraft):
        found = check_note(draft.cleaned(), TODAY)
    else:
        found = check_pay(draft.cleaned(), TODAY)
    return [(one.field, one.code) for one in found]


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (NoteDraft("Nine people"), []),
        (NoteDraft(" \n\t "), [("text", "missing")]),
        (NoteDraft("x" * 1_000_001), [("text", "too_long")]),
        (NoteDraft("x", "acme.example/about"), []),
        (NoteDraft("x", " https://acme.example "), []),
        (NoteDraft("x", "their page"), [("link", "not_a_link")]),
        (NoteDraft("x", "javascript:alert(1)"), [("link", "not_a_link")]),
        (NoteDraft("x", noted_on=TODAY), []),
        # Where the sun rises first it is tomorrow already.
        (NoteDraft("x", noted_on=TODAY + timedelta(days=1)), []),
        (NoteDraft("x", noted_on=TODAY + timedelta(days=2)), [("noted_on", "in_the_future")]),
        (NoteDraft("x", noted_on=date(1026, 11, 20)), [("noted_on", "odd_year")]),
    ],
)
def test_a_note_needs_words_and_a_sound_link_and_day(
    draft: NoteDraft, wrong: list[tuple[str, str]]
) -> None:
    assert codes(draft) == wrong


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (PayDraft(TODAY, said="90"), []),
        (PayDraft(TODAY, asked="What do you want?"), []),
        (PayDraft(TODAY, "Ada"), [("said", "missing")]),
        (PayDraft(TODAY, "x" * 501, "a", "b"), [("person", "too_long")]),
        (PayDraft(TODAY + timedelta(days=9), said="90"), [("said_on", "in_the_future")]),
        (PayDraft(date(26, 1, 1), said="90"), [("said_on", "odd_year")]),
    ],
)
def test_of_a_talk_of_pay_one_side_is_enough(draft: PayDraft, wrong: list[tuple[str, str]]) -> None:
    assert codes(draft) == wrong


def test_texts_are_cleaned_and_lines_kept() -> None:
    note = NoteDraft("  They ship\r\non Fridays \x00\n", " acme.example ").cleaned()
    assert (note.text, note.link) == ("They ship\non Fridays", "acme.example")
    said = PayDraft(TODAY, "  Ada \n B ", " why? ", " 90\nor more ").cleaned()
    assert (said.person, said.asked, said.said) == ("Ada B", "why?", "90\nor more")
