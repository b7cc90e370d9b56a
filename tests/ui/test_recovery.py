"""A field that opens with typing from before a crash says so, and lets the person decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.store import interview, interviews, versions
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import CompareDialog, RecoveredNote, Recovery, put_under
from interview_coach.ui.widgets import Label, LongText


@dataclass
class Page:
    """A page with one field for the notes of an interview."""

    host: QWidget
    field: LongText
    typing: Typing
    recovery: Recovery
    desk: Desk
    key: str

    def show(self) -> None:
        """Show what is stored, as a page does when it is seen and after every change."""
        self.typing.show(self.stored)

    @property
    def stored(self) -> str:
        return self.desk.ask(interviews.interview_head, self.key).notes

    @property
    def note(self) -> RecoveredNote:
        assert self.recovery.note is not None
        return self.recovery.note


@pytest.fixture
def key(desk: Desk) -> str:
    draft = InterviewDraft("Acme", "Engineer", datetime(2026, 12, 1, 10), "Europe/Berlin")
    key = desk.do(interview.add_interview, draft, checklist=False)
    desk.do(interview.set_interview_notes, key, "Before")
    return key


@pytest.fixture
def opened(desk: Desk, key: str, qtbot: QtBot) -> Callable[[], Page]:
    """Opens the page, as at a start."""

    def open_page() -> Page:
        host = QWidget()
        qtbot.addWidget(host)
        field = LongText(name="Notes")
        column = QVBoxLayout(host)
        column.addWidget(Label("Notes"))
        column.addWidget(field)
        column.addStretch(1)
        typing = Typing(
            desk,
            field,
            f"notes:{key}",
            lambda: field.text,
            field.set_text,
            lambda text: (interview.set_interview_notes, (key, text)),
        )
        field.edited.connect(typing.edited)
        page = Page(host, field, typing, Recovery(typing, field), desk, key)
        host.show()
        page.show()
        return page

    return open_page


def crash_while_typing(desk: Desk, key: str, text: str = "Before, and mo") -> None:
    """Leave behind what a killed program does: scratch, with what it began with."""
    desk.store.scribble(f"notes:{key}", text, "Before")


def test_what_was_typed_is_there_and_the_field_says_so(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    page = opened()
    assert page.field.text == "Before, and mo"
    assert page.stored == "Before"
    assert page.note.isVisible()
    assert page.note.said.text() == "From before the program stopped. Not saved yet."
    assert page.field.accessibleDescription() == page.note.said.text()
    assert page.note.y() > page.field.y()
    assert not page.note.compare.isVisible()
    page.note.keep.click()
    assert page.stored == "Before, and mo"
    assert not page.note.isVisible()
    assert page.field.accessibleDescription() == ""
    assert desk.store.scribbled() == {}


def test_going_on_typing_and_leaving_saves_as_ever(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    page = opened()
    page.field.insertPlainText("More. ")
    desk.flush()
    assert page.stored == "More. Before, and mo"
    assert not page.note.isVisible()


def test_thrown_away_it_can_be_brought_back(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    page = opened()
    page.note.throw.click()
    assert page.field.text == "Before"
    assert desk.store.scribbled() == {}
    assert page.note.said.text() == "Thrown away."
    page.note.back.click()
    assert page.field.text == "Before, and mo"
    assert page.typing.dirty
    desk.flush()
    assert page.stored == "Before, and mo"


def test_a_change_meanwhile_is_buried_by_nothing_unasked(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    desk.do(interview.set_interview_notes, key, "Written elsewhere")
    page = opened()
    assert page.field.text == "Before, and mo"
    assert "changed since" in page.note.said.text()
    # Neither going on nor leaving nor closing decides it.
    page.field.insertPlainText("Mine: ")
    desk.flush()
    assert page.stored == "Written elsewhere"
    assert page.note.isVisible()
    again = opened()
    assert again.field.text == "Mine: Before, and mo"
    assert again.typing.undecided


def test_mine_is_kept_and_the_other_one_is_an_earlier_version(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    desk.do(interview.set_interview_notes, key, "Written elsewhere")
    page = opened()
    page.note.keep.click()
    assert page.stored == "Before, and mo"
    assert not page.note.isVisible()
    earlier = desk.ask(versions.versions, "interview.notes", key).earlier
    assert "Written elsewhere" in [version.text for version in earlier]


def test_the_saved_one_is_taken_and_mine_can_be_brought_back(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    crash_while_typing(desk, key)
    desk.do(interview.set_interview_notes, key, "Written elsewhere")
    page = opened()
    page.note.throw.click()
    assert page.field.text == "Written elsewhere"
    page.note.back.click()
    assert page.field.text == "Before, and mo"


def test_both_are_seen_side_by_side(
    desk: Desk, key: str, opened: Callable[[], Page], qtbot: QtBot
) -> None:
    crash_while_typing(desk, key)
    desk.do(interview.set_interview_notes, key, "Written elsewhere")
    page = opened()
    page.note.compare.click()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, CompareDialog)]
    assert dialog.view.before.text.text == "Written elsewhere"
    assert dialog.view.after.text.text == "Before, and mo"
    dialog.later.click()
    assert page.typing.undecided
    page.note.compare.click()
    dialog = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, CompareDialog) and w.isVisible()
    )
    dialog.mine.click()
    assert page.stored == "Before, and mo"
    qtbot.waitUntil(
        lambda: not [w for w in QApplication.topLevelWidgets() if isinstance(w, CompareDialog)]
    )


def test_scratch_of_an_older_program_is_shown_as_ever(
    desk: Desk, key: str, opened: Callable[[], Page]
) -> None:
    desk.store.scribble(f"notes:{key}", "Before, and mo")
    desk.do(interview.set_interview_notes, key, "Written elsewhere")
    page = opened()
    assert page.field.text == "Before, and mo"
    assert not page.typing.undecided


def test_a_start_in_peace_says_nothing(opened: Callable[[], Page]) -> None:
    page = opened()
    assert page.recovery.note is None


def test_the_note_stands_in_the_nearest_column(qtbot: QtBot) -> None:
    host, control, note = QWidget(), LongText(), QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    row = QHBoxLayout()
    row.addWidget(Label("beside"))
    row.addWidget(control)
    column.addLayout(row)
    last = Label("beneath")
    column.addWidget(last)
    put_under(control, note)
    assert column.indexOf(note) == 1
    assert column.indexOf(last) == 2
