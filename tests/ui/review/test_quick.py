"""The quick note: into the same review, as one types, and with what was planned out of sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Felt
from interview_coach.domain.review import ReviewForm
from interview_coach.store import interviews, review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review.quick import QuickNote
from interview_coach.ui.widgets import Label
from tests.stores import Clock
from tests.ui.review.conftest import PLANNED, focus, presses, types

OpensNote = Callable[[], QuickNote]


def stored(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


@pytest.fixture
def opens_note(qtbot: QtBot, desk: Desk, held: str) -> OpensNote:
    """Opens the quick note on the held interview."""

    def open_note() -> QuickNote:
        note = QuickNote(desk, desk.ask(interviews.interview_head, held))
        note.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(note)
        with qtbot.waitActive(note):
            note.show()
            note.activateWindow()
        return note

    return open_note


def test_everything_by_keyboard_in_one_go(
    opens_note: OpensNote, desk: Desk, held: str, clock: Clock
) -> None:
    note = opens_note()
    presses(Qt.Key.Key_4)
    presses(Qt.Key.Key_Return)
    for text in ("Why us?", "How do you test?"):
        types(text)
        presses(Qt.Key.Key_Return)
    assert focus() is note.lines.new.text
    presses(Qt.Key.Key_Tab)
    types("She named a book")
    presses(Qt.Key.Key_Tab)
    types("A call with the team")
    presses(Qt.Key.Key_Tab)
    assert focus() is note.promised.quick[0][0]
    presses(Qt.Key.Key_Space)
    presses(Qt.Key.Key_Escape)
    found = stored(desk, held)
    assert found.felt is Felt.GOOD
    assert [one.text for one in found.asked] == ["Why us?", "How do you test?"]
    assert (found.quick_note, found.next_step) == ("She named a book", "A call with the team")
    assert found.promised_on == date(2026, 11, 23)
    assert found.captured_at == clock.now
    assert not found.recall_done


def test_what_was_planned_stays_hidden(opens_note: OpensNote) -> None:
    said = " ".join(label.text() for label in opens_note().findChildren(Label))
    assert all(text not in said for _section, _about, text in PLANNED)


def test_closed_in_the_middle_of_a_word_it_is_kept_and_gone_on_with(
    opens_note: OpensNote, desk: Desk, held: str
) -> None:
    note = opens_note()
    note.lost.text.setFocus()
    types("Half a tho")
    note.reject()
    assert stored(desk, held).quick_note == "Half a tho"
    again = opens_note()
    assert again.lost.text.text == "Half a tho"


def test_killed_while_typing_it_opens_with_what_was_typed(
    opens_note: OpensNote, desk: Desk, held: str
) -> None:
    desk.store.scribble(f"review:{held}:quick_note", "Half a tho", "")
    desk.store.scribble(f"review:{held}:asked:new", "Why did", "")
    note = opens_note()
    assert note.lost.text.text == "Half a tho"
    assert note.lines.new.text.text == "Why did"


def test_it_goes_away_when_the_review_is_sealed_or_its_interview_is_gone(
    opens_note: OpensNote, desk: Desk, held: str
) -> None:
    desk.do(review.set_felt, held, Felt.GOOD)
    note = opens_note()
    desk.do(review.seal_review, held)
    assert not note.isVisible()
