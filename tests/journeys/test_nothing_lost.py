"""Ordinary ways of leaving that once cost words, or the way back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, interviews, prep
from tests.journeys.person import CTRL, SHIFT, Key, Person


def begin(person: Person) -> str:
    """An interview, and the program open on it."""
    person.start()
    person.click("Not now")
    key = person.desk.do(
        interview.add_interview,
        InterviewDraft("Northwind", "Engineer", datetime(2026, 12, 1, 10, 0), "Europe/Berlin"),
    )
    person.window.navigator.open("interview", key, "interview")
    return key


def test_a_jotted_line_and_notes_both_outlive_quitting(person: Person) -> None:
    key = begin(person)
    person.into("Jot a line", "JOTTED", QLineEdit)
    person.into("Notes", "and notes", QPlainTextEdit)
    person.close()
    person.start()
    kept = person.desk.ask(interviews.interview_head, key).notes
    assert "JOTTED" in kept
    assert "and notes" in kept


def test_deleting_what_one_types_in_can_be_undone_with_every_word(person: Person) -> None:
    key = begin(person)
    person.into("Notes", "words I was typing", QPlainTextEdit)
    person.press(Key.Key_Delete, CTRL | SHIFT)
    person.qtbot.waitUntil(lambda: person.window.here.kind == "interviews")
    person.window.navigator.open("timeline")
    person.window.undo()
    assert person.desk.ask(interviews.interview_head, key).notes == "words I was typing"


def test_the_note_s_undo_means_the_deed_that_it_names(person: Person) -> None:
    key = begin(person)
    person.window.navigator.open("interview", key, "prepare")
    item = person.desk.do(prep.add_item, key, PrepDraft(Section.STORY, "The outage"))
    person.desk.do(prep.delete_item, item)
    assert person.sees("Item deleted")
    other = person.desk.ask(prep.checklist, key).items[0]
    person.desk.do(prep.tick_item, other.id, done=True)
    assert not person.window.toast.isVisible()


def test_the_end_with_an_open_dialog_keeps_what_it_holds(person: Person) -> None:
    begin(person)
    person.command("new_interview")
    person.wait_to_see("Who you will meet")
    person.into("Company", "Halden Bank", QLineEdit)
    person.close()
    person.start()
    person.command("new_interview")
    person.wait_to_see("From before the program stopped. Not saved yet.")
    assert person.sees("Halden Bank")
