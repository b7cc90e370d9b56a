"""From the stairs outside to the thank-you: noted in a minute, completed hours later, sealed, thanked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from interview_coach.domain.kinds import Felt
from interview_coach.store import interviews, reviews, thanks
from tests.journeys.person import CTRL, SHIFT, Key, Person
from tests.stores import Clock, new_store


def test_noted_on_the_stairs_completed_at_home_and_thanked(
    person: Person, clock: Clock, tmp_path: Path
) -> None:
    new_store(tmp_path / "data", clock, sample=True).close()
    person.start()
    listed = person.desk.ask(interviews.interview_list)
    held = next(row.id for row in listed.to_review if not row.review_started)
    person.click("Or a quick note, a minute…")
    person.wait_to_see("A minute is enough")
    person.press(Key.Key_4)
    person.press(Key.Key_Return)
    person.type("How would you test a pipeline?")
    person.press(Key.Key_Return)
    person.press(Key.Key_Tab)
    person.type("Ines asked for the clinic twice")
    noted = clock.now
    # Closed in the middle of it, as the tram comes.
    person.close()

    clock.forward(hours=3)
    person.start()
    person.window.navigator.open("interview", held, "review")
    person.wait_to_see("Ines asked for the clinic twice")
    assert person.sees("Your first note")
    assert person.sees("How would you test a pipeline?")
    person.click("That is all I remember")
    person.wait_to_see("Like in your bank: How do you test a pipeline?")
    person.click("Question 1 is the same as in the bank")
    person.into("What went well", "The clinic story", QPlainTextEdit)
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    assert person.sees("First note")
    form = person.desk.ask(reviews.review_form, held)
    assert form.captured_at == noted
    assert form.felt is Felt.GOOD
    assert form.asked[0].question == "How do you test a pipeline?"
    assert form.sealed_at == clock.now

    person.press(Key.Key_G, CTRL | SHIFT)
    person.wait_to_see("One thing you talked about")
    assert person.sees("The clinic story")
    person.click("Copy")
    assert "The clinic story" in QApplication.clipboard().text()
    person.click("I have sent it")
    person.press(Key.Key_Escape)
    found = person.desk.ask(thanks.thank_you, held)
    assert found.text == QApplication.clipboard().text()
    assert found.thanked_at == clock.now
    person.wait_to_see("Sent ")
