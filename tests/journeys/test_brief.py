"""The brief from the window: by its key, and from the day."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from interview_coach.ui.brief.dialog import BriefDialog
from tests.journeys.person import CTRL, Key, Person
from tests.stores import new_store


def open_brief(person: Person) -> BriefDialog:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, BriefDialog)]
    (shown,) = [dialog for dialog in found if dialog.isVisible()]
    return shown


def test_one_page_from_wherever_one_is(person: Person, tmp_path: Path) -> None:
    new_store(tmp_path / "data", person.clock, sample=True).close()
    person.start()
    person.press(Key.Key_P, CTRL)
    person.wait_to_see("One page to take along")
    assert "Northwind Robotics" in open_brief(person).sheet.text
    person.press(Key.Key_Escape)
    ready = person.window.today.next_card.shown
    assert ready is not None
    person.window.navigator.open("interview", ready.id, "interview")
    person.click("Brief")
    person.wait_to_see("One page to take along")
    assert open_brief(person).sheet.text.startswith("Northwind Robotics")


def test_without_an_interview_there_is_none(person: Person) -> None:
    person.start()
    person.press(Key.Key_P, CTRL)
    person.wait_to_see("No interview is planned, so there is no brief yet.")
