"""The trash: what was deleted together comes back together."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.trash import Thing
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, trash
from interview_coach.store.document import everything
from interview_coach.store.interview import delete_interview
from interview_coach.store.opportunity import delete_opportunity
from interview_coach.store.outcome import delete_outcome
from interview_coach.store.outcomes import debrief
from interview_coach.store.prep import checklist, delete_item
from interview_coach.ui import words_data
from interview_coach.ui.desk import Desk
from tests.store.dumps import dump
from tests.stores import Clock
from tests.ui.conftest import Memory
from tests.ui.settings.acting import Show, click, first_closed, said


def test_what_was_deleted_together_comes_back_together(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    page = show(full_desk)
    assert said(page.trash)[1] == "Nothing is in the trash."
    assert not page.trash.empty.isVisible()
    before = full_desk.ask(everything)[1]
    upcoming = full_desk.ask(interviews.interview_list).upcoming[0]
    item = full_desk.ask(checklist, upcoming.id).items[0]
    full_desk.do(delete_item, item.id)
    clock.forward(minutes=1)
    full_desk.do(delete_opportunity, upcoming.opportunity_id)
    told = said(page.trash)
    assert upcoming.title in told
    assert item.text in told
    stays = "deleted today · goes for good in 30 days"
    assert f"Opportunity · {upcoming.company} · {stays}" in told
    assert any(text.startswith("With ") and "interview" in text for text in told)
    section = words_data.trashed(Thing("prep_item", "", item.section.value))[1]
    assert f"{section} · {upcoming.company} · {stays}" in told
    assert any(text.startswith("Belongs to something in the trash: Opportunity") for text in told)
    newest = page.trash.rows[full_desk.ask(trash.trash_batches)[0].id]
    newest.restore.setFocus()
    qtbot.keyClick(newest.restore, Qt.Key.Key_Space)
    assert len(page.trash.rows) == 1, "only that batch came back"
    assert page.trash.empty.hasFocus()
    click(qtbot, next(iter(page.trash.rows.values())).restore)
    assert page.trash.rows == {}
    now = full_desk.ask(everything)[1]
    assert {k: [r["id"] for r in v] for k, v in now.items()} == {
        k: [r["id"] for r in v] for k, v in before.items()
    }
    full_desk.undo()
    assert len(page.trash.rows) == 1, "bringing back can be undone"


def test_every_sort_of_deletion_has_a_name_and_no_code(show: Show, full_desk: Desk) -> None:
    closed = full_desk.ask(interviews.interview_list).closed
    decided = full_desk.ask(debrief, closed[0].id).outcome
    assert decided is not None
    full_desk.do(delete_outcome, decided.id)
    full_desk.do(delete_interview, closed[1].id)
    page = show(full_desk)
    told = said(page.trash)
    assert any(text.startswith("Outcome · ") for text in told)
    assert any(text.startswith("Interview · ") for text in told)
    batches = full_desk.ask(trash.trash_batches)
    assert all(batch.company for batch in batches)
    assert not [text for text in told if "_" in text or "-7" in text]


def test_emptying_asks_first_and_is_final(
    show: Show, full_desk: Desk, voice: Memory, qtbot: QtBot
) -> None:
    full_desk.do(delete_interview, first_closed(full_desk))
    page = show(full_desk)
    voice.answer = False
    click(qtbot, page.trash.empty)
    assert voice.said[-1].title == "Empty the trash?"
    assert "for good" in voice.said[-1].text
    assert len(page.trash.rows) == 1
    voice.answer = True
    click(qtbot, page.trash.empty)
    assert page.trash.rows == {}
    assert full_desk.ask(trash.trash_batches) == ()
    assert full_desk.can().undo is None
    with pytest.raises(Trouble):
        full_desk.undo()
    assert page.data.open.hasFocus()


def test_what_is_in_a_deletion_opens_beneath_it(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    upcoming = full_desk.ask(interviews.interview_list).upcoming[0]
    items = full_desk.ask(checklist, upcoming.id).items
    full_desk.do(delete_interview, upcoming.id)
    page = show(full_desk)
    (row,) = page.trash.rows.values()
    assert items[0].text not in said(page.trash)
    row.look.setFocus()
    qtbot.keyClick(row.look, Qt.Key.Key_Space)
    told = "\n".join(said(page.trash))
    assert all(item.text in told for item in items)
    qtbot.keyClick(row.look, Qt.Key.Key_Space)
    assert not row.list.isVisible()


def test_what_lies_in_something_deleted_later_is_offered_with_it(
    show: Show, full_desk: Desk, voice: Memory, clock: Clock, qtbot: QtBot
) -> None:
    before = dump(full_desk.store)
    upcoming = full_desk.ask(interviews.interview_list).upcoming[0]
    item = full_desk.ask(checklist, upcoming.id).items[0]
    full_desk.do(delete_item, item.id)
    clock.forward(minutes=1)
    full_desk.do(delete_interview, upcoming.id)
    page = show(full_desk)
    row = list(page.trash.rows.values())[-1]
    voice.answer = False
    click(qtbot, row.restore)
    assert "deleted after it" in voice.said[-1].text
    assert item.text in voice.said[-1].text
    assert len(page.trash.rows) == 2
    voice.answer = True
    click(qtbot, row.restore)
    assert page.trash.rows == {}
    assert dump(full_desk.store) == before
