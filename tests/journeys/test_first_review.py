"""From the first start to the first sealed review, and what was typed when the program died."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit

from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.timeline import Filters, Show
from interview_coach.store import interviews, reviews, timeline
from tests.journeys.person import CTRL, Key, Person
from tests.stores import Clock


def add_interview(person: Person, company: str, role: str) -> None:
    """Fill in the dialog's two needed fields and save; the rest has sensible defaults."""
    person.into("Company", company, QLineEdit)
    person.into("Role", role, QLineEdit)
    person.press(Key.Key_Return, CTRL)


def test_first_start_to_first_review(person: Person, clock: Clock) -> None:
    person.start()
    person.wait_to_see("Walk in prepared. Come out wiser.")
    person.click("Begin: add an interview")
    person.wait_to_see("New interview")
    add_interview(person, "Northwind Robotics", "Senior Data Engineer")
    # It opens at its preparation, with the items of its kind's template.
    person.wait_to_see("Northwind Robotics")
    person.wait_to_see("Research")
    assert person.window.here.step == "prepare"
    held = person.desk.ask(interviews.interview_list).upcoming[0]
    assert held.planned >= 12
    # The day after, the interview is over: the program asks, and the review is one click away.
    person.close()
    clock.now = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
    person.start()
    person.wait_to_see("Your interview at Northwind Robotics is over")
    person.click("Review it now")
    person.wait_to_see("In one word, how did it feel?")
    assert not person.sees("My answers"), "ratings wait for the end of free recall"
    person.click("Good")
    person.one("Next question").setFocus()
    for question in ("How do you test a pipeline?", "Why are you leaving?"):
        person.type(question)
        person.press(Key.Key_Return)
    person.click("That is all I remember")
    person.wait_to_see("Before you hear back: how likely is a yes?")
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    form = person.desk.ask(reviews.review_form, held.id)
    assert form.sealed_at == clock.now
    assert [a.text for a in form.asked] == ["How do you test a pipeline?", "Why are you leaving?"]
    kinds = {
        card.kind
        for card in person.desk.ask(
            timeline.cards,
            list(person.desk.ask(timeline.keys, Filters(show=Show.EVERYTHING))),
        ).values()
    }
    assert kinds == {EntryKind.INTERVIEW, EntryKind.REVIEW}


def test_close_while_typing_loses_nothing(person: Person, clock: Clock) -> None:
    person.start()
    person.click("Begin: add an interview")
    add_interview(person, "Halden Bank", "Analytics Lead")
    person.wait_to_see("Halden Bank")
    key = person.window.here.id
    clock.forward(days=2)
    person.window.navigator.open("interview", key, "review")
    person.wait_to_see("What did they ask?")
    person.one("Next question").setFocus()
    person.type("What would you delete fi")
    person.close()
    person.start()
    asked = person.desk.ask(reviews.review_form, key).asked
    assert [a.text for a in asked] == ["What would you delete fi"]


def test_a_kill_while_typing_loses_at_most_the_last_second(
    person: Person, clock: Clock, tmp_path: Path
) -> None:
    person.start()
    person.click("Begin: add an interview")
    add_interview(person, "Halden Bank", "Analytics Lead")
    person.wait_to_see("Halden Bank")
    key = person.window.here.id
    clock.forward(days=2)
    person.window.navigator.open("interview", key, "review")
    person.wait_to_see("What did they ask?")
    person.one("Next question").setFocus()
    person.type("Something about ledgers")
    person.qtbot.waitUntil(lambda: bool(person.desk.store.scribbled("")), timeout=3000)
    again = person.killed(tmp_path / "after the crash")
    person.close()
    again.start()
    again.window.navigator.open("interview", key, "review")
    again.wait_to_see("Something about ledgers")
    again.close()


def test_the_window_comes_back_as_it_was(person: Person) -> None:
    person.start(width=1100, height=700)
    person.click("Not now")
    person.window.navigator.open("timeline")
    person.theme.set_mode("dark")
    person.close()
    person.theme.set_mode("light")
    person.start()
    assert person.window.here.kind == "timeline"
    assert person.theme.mode == "dark"
    QApplication.sendPostedEvents()
