"""Tests of the door through which sentences reach the window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from interview_coach.ui.text import mark, tr, tr_marked, tr_n


class Backwards(QTranslator):
    """A language in which every sentence is translated, with three plural forms."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Translate what the tests below say, and nothing else."""
        if context != "InterviewCoach":
            return ""
        if text == "{n} interviews with {company}":
            form = 1 if n == 1 else 2 if n < 5 else 5
            return f"{{company}}: form {form} of {{n}}"
        return {"Good morning, {name}": "{name}, dobré ráno"}.get(text, "")


def test_without_a_translation_the_text_stays() -> None:
    assert tr("Today") == "Today"


def test_placeholders_are_named() -> None:
    assert tr("{role} at {company}", company="Acme", role="Tester") == "Tester at Acme"


@given(st.text())
def test_what_a_person_typed_is_never_read_as_a_placeholder(typed: str) -> None:
    assert tr("{a}|{b}", a=typed, b="{a} {} {0} %n %1") == f"{typed}|{{a}} {{}} {{0}} %n %1"
    assert tr("{a}", a="{b}", b=typed) == "{b}"


def test_a_placeholder_that_is_not_given_stays_to_be_seen() -> None:
    assert tr("{a} {b}", a=1) == "1 {b}"


@pytest.mark.parametrize(
    ("n", "expected"),
    [(0, "0 lessons"), (1, "1 lesson"), (2, "2 lessons"), (1234, "1,234 lessons")],
)
def test_english_plurals_without_a_translation(n: int, expected: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert tr_n("{n} lesson", "{n} lessons", n) == expected
    finally:
        QLocale.setDefault(before)


def test_a_number_can_be_left_out() -> None:
    assert tr_n("A lesson from {who}", "Lessons from {who}", 1, who="Ada") == "A lesson from Ada"


def test_a_marked_text_is_translated_when_it_is_shown() -> None:
    assert tr_marked(mark("Full: {what}"), what="disk") == "Full: disk"


@pytest.mark.parametrize(
    ("n", "expected"), [(1, "A: form 1 of 1"), (3, "A: form 2 of 3"), (7, "A: form 5 of 7")]
)
def test_a_language_with_more_plural_forms(qapp: QCoreApplication, n: int, expected: str) -> None:
    translator = Backwards()
    qapp.installTranslator(translator)
    try:
        said = tr_n("{n} interview with {company}", "{n} interviews with {company}", n, company="A")
        assert said == expected
        assert tr("Good morning, {name}", name="Ada") == "Ada, dobré ráno"
    finally:
        qapp.removeTranslator(translator)
