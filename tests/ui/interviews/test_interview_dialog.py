"""The interview dialog: what is wrong is named beside its field, and nothing typed is lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QMimeData, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import InterviewKind, Mode, Part
from interview_coach.store import interview, interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.dialogs import make_dialog, open_dialog, round_draft
from interview_coach.ui.interviews.form import DraftDialog
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.navigator import Navigator
from tests.stores import Clock
from tests.ui.conftest import Memory
from tests.ui.interviews.conftest import Opener, a_draft

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(desk: Desk, opened: Opener) -> InterviewDialog:
    """A new interview."""
    made = InterviewDialog(desk)
    opened(made)
    return made


def only(desk: Desk) -> str:
    """The id of the one interview there is."""
    found = desk.ask(interviews.interview_list)
    (row,) = (*found.upcoming, *found.to_review)
    return row.id


def scratch(desk: Desk, field: str = "dialog:interview:new") -> dict[str, Any] | None:
    kept = desk.store.scribbled(field).get(field)
    return json.loads(kept) if kept is not None else None


def put_when(dialog: InterviewDialog, day: tuple[int, int, int], at: tuple[int, int]) -> None:
    dialog.when.day.setDate(QDate(*day))
    dialog.when.start.setTime(QTime(*at))


def fill(qtbot: QtBot, dialog: InterviewDialog) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.role, "Engineer")


# --- what a new one begins with -------------------------------------------------------------------


def test_a_new_one_begins_with_tomorrow_and_the_first_field(dialog: InterviewDialog) -> None:
    draft = dialog.draft()
    assert draft.start == datetime(2026, 11, 23, 10, 0)
    assert (draft.minutes, draft.zone, draft.mode) == (45, "Europe/Berlin", Mode.VIDEO)
    assert QApplication.focusWidget() is dialog.company
    assert not dialog.touched


def test_by_day_it_is_the_next_full_hour(desk: Desk, clock: Clock, opened: Opener) -> None:
    clock.now = datetime(2026, 11, 23, 13, 20, tzinfo=UTC)
    dialog = InterviewDialog(desk)
    opened(dialog)
    assert dialog.draft().start == datetime(2026, 11, 24, 15, 0)


def test_saving_keeps_all_of_it(qtbot: QtBot, desk: Desk, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(InterviewKind.PANEL))
    dialog.mode.choices[2].click()
    QTest.keyClicks(dialog.place, "Mill Lane 4")
    QTest.keyClicks(dialog.link, "maps.example.com/mill-lane")
    QTest.keyClicks(dialog.people.rows[0].name, "Priya Raman")
    dialog.people.rows[0].part.setCurrentIndex(2)
    QTest.keyClicks(dialog.posting, "We build robots.")
    QTest.keyClicks(dialog.notes, "Bring water.")
    with qtbot.waitSignal(dialog.saved) as saved:
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    draft = desk.ask(interviews.interview_draft, saved.args[0])
    assert (draft.company, draft.title, draft.kind) == ("Acme", "Engineer", InterviewKind.PANEL)
    assert (draft.mode, draft.place) == (Mode.ON_SITE, "Mill Lane 4")
    assert draft.link == "maps.example.com/mill-lane"
    assert [(p.name, p.part) for p in draft.interviewers] == [("Priya Raman", Part.HIRING_MANAGER)]
    assert (draft.posting_text, draft.notes) == ("We build robots.", "Bring water.")


def test_the_next_new_one_begins_fresh(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    fill(qtbot, dialog)
    dialog.save()
    again = InterviewDialog(desk)
    opened(again)
    assert again.company.text() == ""
    assert not again.restored.isVisible()
    assert scratch(desk) is None


# --- what is wrong --------------------------------------------------------------------------------


def test_each_fault_stands_beside_its_field_and_the_first_gets_the_focus(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.link, "room 4")
    dialog.notes.setFocus()
    QTest.keyClick(dialog.notes, Key.Key_Return, CTRL)
    assert dialog.isVisible()
    assert dialog.fields["title"].error == "Please fill this in."
    assert dialog.fields["link"].error.startswith("That is not a link.")
    assert dialog.fields["company"].error == ""
    assert QApplication.focusWidget() is dialog.role
    assert (dialog.company.text(), dialog.link.text()) == ("Acme", "room 4")
    assert not desk.ask(interviews.interview_list).upcoming
    assert "Please fill this in." in dialog.role.accessibleDescription()


def test_typing_takes_a_complaint_away(qtbot: QtBot, dialog: InterviewDialog) -> None:
    dialog.save()
    assert dialog.fields["company"].error
    QTest.keyClicks(dialog.company, "A")
    assert not dialog.fields["company"].error
    assert dialog.fields["title"].error


def test_an_end_before_the_start_is_named_and_not_mended(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    fill(qtbot, dialog)
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 30))
    dialog.when.end.editingFinished.emit()
    assert dialog.when.end_field.error == "The end is before the start."
    dialog.save()
    assert dialog.isVisible()
    assert dialog.when.end_field.error == "The end is before the start."
    assert dialog.when.end.time() == QTime(13, 30)
    assert dialog.when.start.time() == QTime(14, 0)
    dialog.when.end.setTime(QTime(14, 30))
    assert not dialog.when.end_field.error
    dialog.save()
    assert desk.ask(interviews.interview_draft, only(desk)).minutes == 30


def test_a_start_moved_before_a_wrong_end_makes_it_right(dialog: InterviewDialog) -> None:
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 0))
    dialog.when.start.setTime(QTime(12, 0))
    assert dialog.when.minutes == 60
    assert dialog.when.end.time() == QTime(13, 0)


def test_a_skipped_time_is_named(qtbot: QtBot, desk: Desk, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    put_when(dialog, (2027, 3, 28), (2, 30))
    assert "jump over 02:30" in dialog.when.start_field.error
    dialog.save()
    assert dialog.isVisible()
    assert "jump over 02:30" in dialog.when.start_field.error
    assert QApplication.focusWidget() is dialog.when.start
    dialog.when.start.setTime(QTime(3, 30))
    assert not dialog.when.start_field.error
    dialog.save()
    assert only(desk)


@pytest.mark.parametrize(("choice", "hour"), [(0, 0), (1, 1)])
def test_a_repeated_time_must_be_answered(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, choice: int, hour: int
) -> None:
    fill(qtbot, dialog)
    assert not dialog.when.which_field.isVisible()
    put_when(dialog, (2027, 10, 31), (2, 30))
    assert dialog.when.which_field.isVisible()
    assert dialog.when.fold is None
    dialog.save()
    assert "twice that day" in dialog.when.which_field.error
    assert QApplication.focusWidget() is dialog.when.which.choices[0]
    QTest.mouseClick(dialog.when.which.choices[choice], Qt.MouseButton.LeftButton)
    assert not dialog.when.which_field.error
    dialog.save()
    head = desk.ask(interviews.interview_head, only(desk))
    assert head.fold == choice
    assert head.start_at == datetime(2027, 10, 31, hour, 30, tzinfo=UTC)


def test_another_time_forgets_the_answer(dialog: InterviewDialog) -> None:
    put_when(dialog, (2027, 10, 31), (2, 30))
    dialog.when.which.choices[1].click()
    assert dialog.when.fold == 1
    dialog.when.start.setTime(QTime(2, 45))
    assert dialog.when.fold is None
    dialog.when.start.setTime(QTime(4, 0))
    assert not dialog.when.which_field.isVisible()


def test_a_zone_that_is_none_is_named(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    dialog.when.zone.setEditText("Atlantis")
    dialog.save()
    assert "Atlantis" in dialog.when.zone_field.error
    assert dialog.when.zone.currentText() == "Atlantis"


def test_somebody_named_twice_is_told(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    dialog.people.show_people([Interviewer("Ann"), Interviewer("ann")])
    dialog.save()
    assert dialog.fields["interviewers"].error == "ann is named twice."


def test_an_odd_year_stands_beside_the_day(qtbot: QtBot, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    put_when(dialog, (1926, 11, 24), (10, 0))
    dialog.save()
    assert "1926" in dialog.when.day_field.error


def test_a_paste_that_would_freeze_is_refused_beside_the_field(dialog: InterviewDialog) -> None:
    mime = QMimeData()
    mime.setText("x" * 300_000)
    dialog.posting.set_text("before")
    dialog.posting.insertFromMimeData(mime)
    assert dialog.fields["posting_text"].error
    assert dialog.posting.text == "before"


# --- time and zone --------------------------------------------------------------------------------


def test_moving_the_start_keeps_the_length(dialog: InterviewDialog) -> None:
    dialog.when.length.setValue(90)
    dialog.when.start.setTime(QTime(9, 15))
    assert dialog.when.end.time() == QTime(10, 45)
    assert dialog.when.minutes == 90
    dialog.when.end.setTime(QTime(10, 0))
    assert dialog.when.length.value() == 45


def test_over_midnight_the_next_day_is_said(dialog: InterviewDialog) -> None:
    dialog.when.start.setTime(QTime(23, 30))
    dialog.when.length.setValue(60)
    assert dialog.when.end.time() == QTime(0, 30)
    assert "the next day" in dialog.when.end.accessibleDescription()
    dialog.when.end.setTime(QTime(0, 45))
    assert dialog.when.minutes == 75


def test_another_zone_shows_the_time_for_me(qtbot: QtBot, dialog: InterviewDialog) -> None:
    line = dialog.when.zone.lineEdit()
    assert line is not None
    dialog.when.zone.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.when.zone, "new york")
    popup = dialog.when.zone.completer().popup()
    assert popup.isVisible()
    assert popup.model().rowCount() == 1
    QTest.keyClick(popup, Key.Key_Tab)
    assert dialog.when.zone.zone == "America/New_York"
    assert dialog.when.zone.currentText() == "America/New York"
    assert (
        "16:00 for you" in line.accessibleDescription() + dialog.when.zone.accessibleDescription()
    )


def test_my_own_zone_stands_first(dialog: InterviewDialog) -> None:
    assert dialog.when.zone.itemText(0) == "Europe/Berlin"


def test_the_label_of_the_place_follows_how(dialog: InterviewDialog) -> None:
    from PySide6.QtWidgets import QLabel

    def labels() -> list[str]:
        fields = (dialog.fields["link"], dialog.fields["place"])
        return [field.findChildren(QLabel)[0].text() for field in fields]

    video = labels()
    dialog.mode.choices[2].click()
    assert video != labels()
    assert labels()[1] == "Address"


# --- completion -----------------------------------------------------------------------------------


def completions(line: QWidget, text: str) -> list[str]:
    completer = line.completer()  # type: ignore[attr-defined]
    completer.setCompletionPrefix(text)
    model = completer.completionModel()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_company_and_role_complete_from_what_is_known(
    qtbot: QtBot, full_desk: Desk, opened: Opener
) -> None:
    dialog = InterviewDialog(full_desk)
    opened(dialog)
    assert completions(dialog.company, "robot") == ["Northwind Robotics"]
    QTest.keyClicks(dialog.company, "northwind robotics")
    assert completions(dialog.role, "SENIOR") == ["Senior Data Engineer"]
    assert completions(dialog.role, "lead") == []
    assert "Priya Raman" in completions(dialog.people.rows[0].name, "pri")


def test_a_known_person_stays_the_same_person(
    qtbot: QtBot, full_desk: Desk, opened: Opener
) -> None:
    key = full_desk.ask(interviews.interview_list).upcoming[0].id
    before = full_desk.ask(interviews.interview_draft, key).interviewers
    dialog = InterviewDialog(full_desk, None, None, key)
    opened(dialog)
    dialog.people.rows[0].name.selectAll()
    QTest.keyClicks(dialog.people.rows[0].name, "Somebody New")
    dialog.save()
    after = full_desk.ask(interviews.interview_draft, key).interviewers
    assert [p.name for p in after] == ["Somebody New", before[1].name]
    assert after[0].person_id != before[0].person_id
    known = full_desk.ask(interviews.known_names).people["Northwind Robotics"]
    assert before[0].name in [p.name for p in known]


# --- edit and next round --------------------------------------------------------------------------


def test_editing_changes_the_one_that_is_there(qtbot: QtBot, desk: Desk, opened: Opener) -> None:
    key = desk.do(interview.add_interview, a_draft())
    dialog = InterviewDialog(desk, None, None, key)
    opened(dialog)
    assert not dialog.touched
    dialog.company.selectAll()
    QTest.keyClicks(dialog.company, "Zenith")
    dialog.save()
    assert only(desk) == key
    assert desk.ask(interviews.interview_draft, key).company == "Zenith"
    desk.undo()
    assert desk.ask(interviews.interview_draft, key).company == "Acme"


def test_a_repeated_time_keeps_its_answer_when_edited(desk: Desk, opened: Opener) -> None:
    start = datetime(2027, 10, 31, 2, 30)
    from dataclasses import replace

    key = desk.do(interview.add_interview, replace(a_draft(), start=start, fold=1))
    dialog = InterviewDialog(desk, None, None, key)
    opened(dialog)
    assert dialog.when.fold == 1
    assert dialog.when.which_field.isVisible()


def test_the_next_round_starts_from_the_last_one(full_desk: Desk, opened: Opener) -> None:
    last = full_desk.ask(interviews.interview_list).waiting[-1]
    dialog = InterviewDialog(full_desk, None, round_draft(full_desk, last.opportunity_id))
    opened(dialog)
    assert (dialog.company.text(), dialog.role.text()) == (last.company, last.title)
    assert dialog.company.isReadOnly()
    assert QApplication.focusWidget() is dialog.kind
    assert not dialog.touched
    dialog.save()
    head = full_desk.ask(interviews.interview_head, last.id)
    assert head.rounds[-1].start > last.start
    assert len(head.rounds) == 4


def test_the_first_round_of_an_opportunity_starts_from_it(full_desk: Desk, opened: Opener) -> None:
    job = full_desk.ask(interviews.interview_list).no_round[0]
    dialog = InterviewDialog(full_desk, None, round_draft(full_desk, job.id))
    opened(dialog)
    assert (dialog.company.text(), dialog.role.text()) == (job.company, job.title)
    dialog.save()
    assert job.id not in [x.id for x in full_desk.ask(interviews.interview_list).no_round]


# --- nothing typed is lost ------------------------------------------------------------------------


def test_typing_is_kept_within_a_second_and_restored(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    with qtbot.waitSignal(desk.scribbled, timeout=1000):
        QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.notes, "half a sen")
    dialog.people.show_people([Interviewer("Ann", Part.PEER), Interviewer("Bob")])
    dialog.when.zone.set_zone("Asia/Tokyo")
    dialog.when.start.setTime(QTime(9, 5))
    desk.scribble_all()
    # A crash: nobody asks, nothing is closed in order.
    again = InterviewDialog(desk)
    opened(again)
    assert again.restored.isVisible()
    assert again.company.text() == "Acme"
    assert again.notes.text == "half a sen"
    assert [(p.name, p.part) for p in again.people.people] == [("Ann", Part.PEER), ("Bob", None)]
    assert (again.when.zone.zone, again.when.start.time()) == ("Asia/Tokyo", QTime(9, 5))
    assert again.touched


def test_start_afresh_lets_it_go(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    again = InterviewDialog(desk)
    opened(again)
    again.restored.acted.emit()
    assert again.company.text() == ""
    assert not again.restored.isVisible()
    assert not again.touched
    assert scratch(desk) is None


def test_a_wrong_end_is_restored_as_it_was(
    desk: Desk, dialog: InterviewDialog, opened: Opener
) -> None:
    dialog.when.start.setTime(QTime(14, 0))
    dialog.when.end.setTime(QTime(13, 0))
    desk.scribble_all()
    again = InterviewDialog(desk)
    opened(again)
    assert (again.when.start.time(), again.when.end.time()) == (QTime(14, 0), QTime(13, 0))
    assert again.when.minutes == -60


@pytest.mark.parametrize("rubbish", ["", "{", "[1]", '{"when": 3, "people": [[1]], "mode": "x"}'])
def test_scratch_that_cannot_be_read_does_no_harm(desk: Desk, opened: Opener, rubbish: str) -> None:
    desk.store.scribble("dialog:interview:new", rubbish)
    dialog = InterviewDialog(desk)
    opened(dialog)
    assert not dialog.restored.isVisible()
    assert dialog.draft().minutes == 45


def test_saving_wipes_the_scratch_with_the_deed(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    fill(qtbot, dialog)
    desk.scribble_all()
    assert scratch(desk) is not None
    dialog.save()
    assert scratch(desk) is None


def test_a_refused_save_keeps_the_scratch(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    dialog.save()
    kept = scratch(desk)
    assert kept is not None
    assert kept["company"] == "Acme"


def test_closing_the_program_keeps_it_too(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.flush()
    kept = scratch(desk)
    assert kept is not None
    assert kept["company"] == "Acme"


def test_esc_asks_when_something_was_typed(
    qtbot: QtBot, desk: Desk, dialog: InterviewDialog, voice: Memory
) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    desk.scribble_all()
    voice.answer = False
    QTest.keyClick(dialog, Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.company.text() == "Acme"
    assert scratch(desk) is not None
    voice.answer = True
    QTest.keyClick(dialog, Key.Key_Escape)
    assert len(voice.said) == 2
    assert scratch(desk) is None


def test_esc_asks_nothing_when_nothing_was_typed(
    qtbot: QtBot, dialog: InterviewDialog, voice: Memory
) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Key.Key_Escape)
    assert not voice.said


def test_each_interview_has_its_own_scratch(desk: Desk, opened: Opener, qtbot: QtBot) -> None:
    key = desk.do(interview.add_interview, a_draft())
    dialog = InterviewDialog(desk, None, None, key)
    opened(dialog)
    QTest.keyClicks(dialog.notes, "later")
    desk.scribble_all()
    assert scratch(desk) is None
    assert scratch(desk, f"dialog:interview:{key}") is not None


def test_a_closed_dialog_is_freed(qtbot: QtBot, desk: Desk, navigator: Navigator) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    assert open_dialog(Place("new_interview"), desk, navigator, window)
    (dialog,) = window.findChildren(InterviewDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(DraftDialog))
    desk.flush()


# --- keyboard only --------------------------------------------------------------------------------


def test_an_interview_by_keyboard_alone(qtbot: QtBot, desk: Desk, dialog: InterviewDialog) -> None:
    def focused() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    QTest.keyClicks(focused(), "Acme")
    QTest.keyClick(focused(), Key.Key_Tab)
    assert focused() is dialog.role
    QTest.keyClicks(focused(), "Engineer")
    order = []
    for _ in range(40):
        QTest.keyClick(focused(), Key.Key_Tab)
        if focused() is dialog.people.rows[0].name:
            break
        order.append(focused())
    names = [dialog.kind, dialog.when.day, dialog.when.start, dialog.when.end, dialog.when.length]
    places = [order.index(widget) for widget in names]
    assert places == sorted(places)
    assert order.index(dialog.link) < order.index(dialog.place)
    QTest.keyClicks(focused(), "Ann")
    QTest.keyClick(focused(), Key.Key_Return)
    assert len(dialog.people.rows) == 2
    assert focused() is dialog.people.rows[1].name
    QTest.keyClick(focused(), Key.Key_Backspace)
    assert len(dialog.people.rows) == 1
    assert focused() is dialog.people.rows[0].name
    QTest.keyClick(focused(), Key.Key_Return, CTRL)
    draft = desk.ask(interviews.interview_draft, only(desk))
    assert (draft.company, [p.name for p in draft.interviewers]) == ("Acme", ["Ann"])


def test_enter_alone_saves_nothing(qtbot: QtBot, desk: Desk, dialog: InterviewDialog) -> None:
    fill(qtbot, dialog)
    QTest.keyClick(dialog.role, Key.Key_Return)
    assert dialog.isVisible()
    assert not desk.ask(interviews.interview_list).upcoming


def test_tab_leaves_the_dialog_at_no_field(qtbot: QtBot, dialog: InterviewDialog) -> None:
    seen = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    assert dialog.save_button in seen
    assert dialog.posting in seen
    assert QApplication.focusWidget() is seen[0]


def test_every_input_has_a_name(dialog: InterviewDialog) -> None:
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    inputs = [w for kind in kinds for w in dialog.findChildren(kind)]
    inner = [w for w in inputs if isinstance(w.parent(), QAbstractSpinBox | QComboBox)]
    nameless = [w for w in inputs if w not in inner and not w.accessibleName()]
    assert nameless == []


# --- the navigator --------------------------------------------------------------------------------


def test_a_saved_new_interview_opens_its_preparation(
    qtbot: QtBot, desk: Desk, navigator: Navigator, went: list[Place]
) -> None:
    dialog = make_dialog(Place("new_interview"), desk, navigator, None)
    assert isinstance(dialog, InterviewDialog)
    qtbot.addWidget(dialog)
    fill(qtbot, dialog)
    dialog.save()
    assert went == [Place("interview", only(desk), "prepare")]


def test_only_known_kinds_open_a_dialog(desk: Desk, navigator: Navigator) -> None:
    assert not open_dialog(Place("timeline"), desk, navigator, None)


def test_what_is_gone_is_said(desk: Desk, navigator: Navigator, voice: Memory) -> None:
    assert open_dialog(Place("edit_interview", "nowhere"), desk, navigator, None)
    assert [s.title for s in voice.said] == ["This is not there any more"]


def test_reschedule_moves_it_and_puts_it_on_again(
    qtbot: QtBot, desk: Desk, navigator: Navigator
) -> None:
    from interview_coach.domain.kinds import Cancelled
    from interview_coach.domain.standing import Standing
    from interview_coach.ui.interviews.reschedule_dialog import RescheduleDialog

    key = desk.do(interview.add_interview, a_draft())
    desk.do(interview.call_off_interview, key, Cancelled.THEM)
    dialog = make_dialog(Place("reschedule_interview", key), desk, navigator, None)
    assert isinstance(dialog, RescheduleDialog)
    qtbot.addWidget(dialog)
    dialog.when.end.setTime(QTime(13, 0))
    dialog.save()
    assert dialog.when.end_field.error
    dialog.when.end.setTime(QTime(15, 0))
    dialog.when.day.setDate(dialog.when.day.date().addDays(2))
    dialog.save()
    head = desk.ask(interviews.interview_head, key)
    assert head.standing is Standing.UPCOMING
    assert head.start == a_draft().start + timedelta(days=2)
    assert head.minutes == 60
    desk.undo()
    assert desk.ask(interviews.interview_head, key).standing is Standing.CALLED_OFF
