"""The interview dialog: what it begins with, what it completes, what it saves, by mouse and by keyboard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import InterviewKind, Mode, Part
from interview_coach.store import interview, interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.dialogs import make_dialog, open_dialog, round_draft
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.navigator import Navigator
from tests.stores import Clock
from tests.ui.conftest import Memory
from tests.ui.interviews.conftest import Opener, a_draft, fill, only, scratch

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


# --- what a new one begins with ---------------------------------------------------------------------


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
    fill(dialog)
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
    fill(dialog)
    dialog.save()
    again = InterviewDialog(desk)
    opened(again)
    assert again.company.text() == ""
    assert not again.restored.isVisible()
    assert scratch(desk) is None


# --- completion -------------------------------------------------------------------------------------


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


# --- edit and next round ----------------------------------------------------------------------------


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
    assert dialog.windowTitle() == "Next round"
    opened(dialog)
    assert (dialog.company.text(), dialog.role.text()) == (last.company, last.title)
    assert dialog.company.isReadOnly()
    assert QApplication.focusWidget() is dialog.kind
    assert not dialog.touched
    dialog.save()
    head = full_desk.ask(interviews.interview_head, last.id)
    assert head.rounds[-1].start > last.start
    assert head.rounds[-1].start.weekday() < 5
    assert len(head.rounds) == 4


def test_the_first_round_of_an_opportunity_starts_from_it(full_desk: Desk, opened: Opener) -> None:
    job = full_desk.ask(interviews.interview_list).no_round[0]
    dialog = InterviewDialog(full_desk, None, round_draft(full_desk, job.id))
    assert dialog.windowTitle() == "First round"
    opened(dialog)
    assert (dialog.company.text(), dialog.role.text()) == (job.company, job.title)
    dialog.save()
    assert job.id not in [x.id for x in full_desk.ask(interviews.interview_list).no_round]


# --- keyboard only ----------------------------------------------------------------------------------


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
    fill(dialog)
    QTest.keyClick(dialog.role, Key.Key_Return)
    assert dialog.isVisible()
    assert not desk.ask(interviews.interview_list).upcoming


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_tab_goes_through_all_of_it_and_round(
    qtbot: QtBot, dialog: InterviewDialog, key: Qt.Key
) -> None:
    seen: list[QWidget] = []
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, key)
    assert dialog.save_button in seen
    assert dialog.posting in seen
    assert dialog.people.add_button in seen
    assert set(dialog.mode.choices) & set(seen)
    assert QApplication.focusWidget() is seen[0]


def test_every_input_has_a_name(dialog: InterviewDialog) -> None:
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

    kinds = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    inputs = [w for kind in kinds for w in dialog.findChildren(kind)]
    inner = [w for w in inputs if isinstance(w.parent(), QAbstractSpinBox | QComboBox)]
    nameless = [w for w in inputs if w not in inner and not w.accessibleName()]
    assert nameless == []


# --- the navigator ----------------------------------------------------------------------------------


def test_a_saved_new_interview_opens_its_preparation(
    qtbot: QtBot, desk: Desk, navigator: Navigator, went: list[Place]
) -> None:
    dialog = make_dialog(Place("new_interview"), desk, navigator, None)
    assert isinstance(dialog, InterviewDialog)
    qtbot.addWidget(dialog)
    fill(dialog)
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


def test_another_new_one_is_begun_after_this_one(dialog: InterviewDialog, desk: Desk) -> None:
    QTest.keyClicks(dialog.company, "Acme")
    dialog.notes.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert dialog.first_this.isVisible()
    assert dialog.company.hasFocus()
    assert dialog.company.text() == "Acme"
