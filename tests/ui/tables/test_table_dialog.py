"""A table looked over: nothing is guessed, nothing taken over before, and what was said is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.domain.incoming import Understood
from interview_coach.domain.table import Fate, Part
from interview_coach.domain.table_days import DayOrder
from interview_coach.exchange.table import reading
from interview_coach.store import backup, interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.tables.dialog import TableDialog

OWN = (
    b"Company,Role,Applied,Interview,Status,Colour\n"
    b"Tarn,Baker,03/04/2026,,Rejected,red\n"
    b"Wren,Steward,05/06/2026,2026-11-30,Hmm,blue\n"
    b",Nobody,05/06/2026,,Hmm,blue\n"
)


def opened(desk: Desk, qtbot: QtBot, data: bytes = OWN) -> TableDialog:
    dialog = TableDialog(desk, Understood("table", "mine.csv", reading.read(data, "mine.csv")))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def choose(dialog: TableDialog, state: str, fate: Fate) -> None:
    choice = dialog.meanings.states[state]
    choice.setCurrentIndex(list(Fate).index(fate))


def answer(dialog: TableDialog) -> None:
    dialog.meanings.order.choices[0].click()
    choose(dialog, "Hmm", Fate.INTERVIEWING)


def companies(desk: Desk) -> set[str]:
    found = desk.ask(interviews.interview_list)
    rounds = (*found.upcoming, *found.closed)
    return {row.company for row in found.no_round} | {row.company for row in rounds}


def test_what_only_the_person_knows_is_asked_first(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    assert [c.value for c in dialog.columns.choices] == [
        *(Part.COMPANY, Part.TITLE, Part.APPLIED, Part.INTERVIEW, Part.STATE, Part.LEFT_OUT),
    ]
    assert not dialog.import_button.isEnabled()
    assert "Which number of a day" in dialog.still_open.text()
    assert "What does one state mean?" in dialog.still_open.text()
    assert dialog.meanings.states["Rejected"].value is Fate.REJECTED
    assert dialog.meanings.states["Hmm"].value is None
    answer(dialog)
    assert dialog.choices.order is DayOrder.DAY_FIRST
    assert dialog.still_open.text() == ""
    assert dialog.import_button.isEnabled()
    assert "2 rows are new. One names no company." in dialog.would.text()
    assert "Tarn · Baker · applied" in dialog.rows.text()
    # One interview names no hour, one answer no day.
    assert dialog.hour_field.isVisible()
    assert dialog.undated_field.isVisible()
    assert companies(desk) == set()


def test_it_is_backed_up_taken_over_and_undone_in_one_step(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(desk, qtbot)
    answer(dialog)
    dialog.hour.setValue(15)
    with qtbot.waitSignal(dialog.accepted):
        dialog.import_button.click()
    assert companies(desk) == {"Tarn", "Wren"}
    (upcoming,) = desk.ask(interviews.interview_list).upcoming
    assert upcoming.start.hour == 15
    assert backup.found(desk.store.folder)
    desk.undo()
    assert companies(desk) == set()


def test_the_next_table_of_that_make_asks_nothing_and_knows_its_rows(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = opened(desk, qtbot)
    answer(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.import_button.click()
    again = opened(desk, qtbot)
    assert again.choices.order is DayOrder.DAY_FIRST
    assert again.meanings.states["Hmm"].value is Fate.INTERVIEWING
    assert "2 are here already and stay." in again.would.text()
    assert not again.import_button.isEnabled()
    assert again.import_button.text() == "Nothing to import"


def test_a_column_can_be_about_something_else(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    dialog.columns.choices[5].setCurrentIndex(list(Part).index(Part.NOTES))
    assert dialog.choices.parts[5] is Part.NOTES
    dialog.columns.choices[1].setCurrentIndex(list(Part).index(Part.COMPANY))
    assert dialog.columns.choices[0].value is Part.LEFT_OUT
    dialog.columns.choices[1].setCurrentIndex(list(Part).index(Part.TITLE))
    assert "Which column names the company?" in dialog.still_open.text()
    # Days are asked about only while a column of them is kept.
    dialog.columns.choices[2].setCurrentIndex(list(Part).index(Part.LEFT_OUT))
    assert "number of a day" not in dialog.still_open.text()


def test_leaving_takes_nothing_over(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    answer(dialog)
    dialog.reject()
    assert companies(desk) == set()
    assert desk.can().undo is None


@pytest.mark.parametrize("name", ["notion.csv", "huntr-jobs.csv", "jobsync.csv", "german.txt"])
def test_exports_of_others_need_no_answer(desk: Desk, qtbot: QtBot, name: str) -> None:
    data = (Path(__file__).parents[2] / "exchange" / "tables" / name).read_bytes()
    dialog = opened(desk, qtbot, data)
    assert dialog.import_button.isEnabled()


def test_it_can_be_stopped_and_leaves_nothing(desk: Desk, qtbot: QtBot) -> None:
    rows = b"".join(b"Company %d,Role,,,Rejected,\n" % n for n in range(3000))
    dialog = opened(desk, qtbot, b"Company,Role,Applied,Interview,Status,Colour\n" + rows)
    dialog.import_button.click()
    assert dialog.bar.isVisible()
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: not dialog.bar.isVisible())
    assert dialog.isVisible()
    assert companies(desk) == set()
    assert dialog.import_button.isEnabled()
