"""Moving house: an archive leaves one store and comes into another that is filled, and all of it goes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from interview_coach.domain.interview import InterviewDraft
from interview_coach.store import interview, interviews, today
from interview_coach.store.document import everything
from tests.journeys.person import CTRL, SHIFT, Key, Person
from tests.stores import new_store

MINE, THEIRS = "Mine, written on the old computer", "Written on the laptop, after the call"
HERE = InterviewDraft("Otter Press", "Editor", datetime(2026, 12, 3, 9), "Europe/Berlin")
THERE = InterviewDraft("Ferry Lines", "Planner", datetime(2026, 12, 4, 9), "Europe/Berlin")


@pytest.fixture
def laptop(person: Person, tmp_path: Path) -> Person:
    """The store that the archive leaves: the sample, open in its window."""
    new_store(person.folder, person.clock, sample=True).close()
    person.start()
    return person


@pytest.fixture
def desktop(person: Person, tmp_path: Path) -> Iterator[Person]:
    """The store that it comes into: the same of last week, to which something else was written since."""
    store = new_store(tmp_path / "desktop", person.clock, sample=True)
    key = next_up(store.ask(today.today, ZoneInfo("Europe/Berlin")))
    store.do(interview.set_interview_notes, key, MINE)
    store.do(interview.add_interview, HERE)
    store.close()
    somebody = Person(person.qtbot, tmp_path / "desktop", person.clock, person.theme)
    yield somebody
    if somebody.session is not None:
        somebody.close()


def next_up(found: Any) -> str:
    assert found.next_up is not None
    return str(found.next_up.id)


def answer_files(person: Person, path: Path) -> None:
    """Choose a file as one does in the dialog that asks for one."""
    person.qtbot.waitUntil(lambda: isinstance(person.front, QFileDialog))
    dialog = person.front
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    with person.qtbot.waitSignal(dialog.destroyed):
        dialog.accept()


def held(person: Person) -> dict[str, Any]:
    """All that stands in the store, but for when rows were last touched."""
    tables = person.desk.ask(everything)[1]
    return {
        name: [{k: v for k, v in row.items() if k != "changed_at"} for row in rows]
        for name, rows in tables.items()
    }


def test_an_archive_moves_into_a_filled_store_and_back_out_and_comes_twice_for_nothing(
    laptop: Person, desktop: Person, tmp_path: Path
) -> None:
    archive = tmp_path / "all-of-it.zip"
    key = next_up(laptop.desk.ask(today.today, laptop.desk.local()))
    laptop.desk.do(interview.add_interview, THERE)
    laptop.window.navigator.open("interview", key, "interview")
    laptop.into("Notes", THEIRS, QPlainTextEdit)
    laptop.window.navigator.open("settings", "", "export")
    laptop.click("Export everything…")
    answer_files(laptop, archive)
    laptop.wait_to_see("all-of-it.zip is written")
    laptop.close()

    desktop.start()
    before = held(desktop)
    desktop.press(Key.Key_I, CTRL | SHIFT)
    answer_files(desktop, archive)
    desktop.wait_to_see("Where yours and the file differ")
    # Both texts can be read, and nothing has changed before it is asked for.
    assert desktop.sees(MINE)
    assert desktop.sees(THEIRS)
    assert held(desktop) == before
    desktop.click("Take theirs")
    desktop.click("Import")
    desktop.qtbot.waitUntil(lambda: desktop.front is desktop.window)
    head = desktop.desk.ask(interviews.interview_head, key)
    assert head.notes == THEIRS
    assert {"Otter Press", "Ferry Lines"} <= {row["name"] for row in held(desktop)["company"]}

    desktop.press(Key.Key_Z, CTRL)
    assert held(desktop) == before
    desktop.press(Key.Key_Z, CTRL | SHIFT)
    after = held(desktop)
    assert after != before

    desktop.press(Key.Key_I, CTRL | SHIFT)
    answer_files(desktop, archive)
    desktop.wait_to_see("Everything in this file is here already.")
    assert not desktop.one("Import").isEnabled()
    desktop.click("Close")
    assert held(desktop) == after
