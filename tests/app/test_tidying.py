"""The trash empties itself when nothing else happens, and tells the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from interview_coach.app.tidying import AGAIN_MS, Tidying
from interview_coach.domain.changes import Changes
from interview_coach.store import interviews, trash
from interview_coach.store.interview import delete_interview
from tests.stores import Clock, new_store


def test_what_is_old_goes_and_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    clock = Clock()
    store = new_store(tmp_path / "data", clock, sample=True)
    store.do(delete_interview, store.ask(interviews.interview_list).upcoming[0].id)
    store.history.forget()
    told: list[Changes] = []
    store.heard = told.append
    tidying = Tidying(store)
    tidying.begin()
    tidying._job.join()  # type: ignore[union-attr]
    assert len(store.ask(trash.trash_batches)) == 1
    clock.forward(days=31)
    tidying.begin()
    qtbot.waitUntil(lambda: bool(told))
    assert store.ask(trash.trash_batches) == ()
    assert [change.undoable for change in told] == [False]
    assert tidying._timer.interval() == AGAIN_MS
    tidying.end()
    store.close()
    tidying.deleteLater()


def test_it_ends_with_the_store_while_it_works(tmp_path: Path, qtbot: QtBot) -> None:
    clock = Clock()
    store = new_store(tmp_path / "data", clock, sample=True)
    store.do(delete_interview, store.ask(interviews.interview_list).upcoming[0].id)
    store.history.forget()
    clock.forward(days=31)
    tidying = Tidying(store)
    tidying.begin()
    tidying.end()
    store.close()
    tidying.deleteLater()
