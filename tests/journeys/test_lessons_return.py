"""A lesson and a question on their way: taught by one review, beside the next preparation, checked in its review."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import InterviewKind, LessonState
from interview_coach.domain.lessons import Check
from interview_coach.store import expecting, interview, lessons
from interview_coach.ui.prep.expected import OfferRow
from tests.journeys.person import Key, Person
from tests.stores import Clock

QUESTION = "How do you test a pipeline?"
LESSON = "One example, with the bug it caught"


def planned(person: Person, company: str, day: int) -> str:
    return person.desk.do(
        interview.add_interview,
        InterviewDraft(
            company,
            "Data Engineer",
            datetime(2026, 11, day, 10, 0),
            "Europe/Berlin",
            InterviewKind.TECHNICAL,
        ),
        checklist=False,
    )


def recalled(person: Person, key: str) -> None:
    """Free recall through the window: a word, the question, and on to the prompts."""
    person.window.navigator.open("interview", key, "review")
    person.wait_to_see("In one word, how did it feel?")
    person.click("Good")
    person.tab_to("Next question")
    person.type(QUESTION)
    person.press(Key.Key_Return)
    person.click("That is all I remember")
    person.wait_to_see("What went well")


def answers(person: Person, word: str, *, place: int) -> None:
    """Click a word beside the lesson; of equal ones the one at this place."""
    beside = [
        one for one in person.all(word, QRadioButton) if one.accessibleDescription() == LESSON
    ]
    segment = beside[place]
    person.qtbot.waitUntil(lambda: segment.height() >= segment.sizeHint().height())
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_a_lesson_is_brought_checked_and_working(person: Person, clock: Clock) -> None:
    person.start(height=1400)
    person.click("Not now")
    first, second = planned(person, "Lumen", 23), planned(person, "Harbour", 26)
    # The first review teaches.
    clock.now = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    recalled(person, first)
    person.tab_to("What I would change")
    person.type(LESSON)
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    # It stands beside the next preparation, and so does what one expects this time.
    person.window.navigator.open("interview", second, "prepare")
    person.wait_to_see(LESSON)
    field = person.one("Question they may ask", QLineEdit)
    field.setFocus()
    person.type(QUESTION)
    person.press(Key.Key_Return)
    person.wait_to_see("Asked in 1 interview before")
    # The next review asks about both.
    clock.now = datetime(2026, 11, 26, 11, 0, tzinfo=UTC)
    recalled(person, second)
    person.wait_to_see("Lessons you brought")
    person.click(QUESTION)
    person.wait_to_see("1 of the 1 you expected came. None came unprepared.")
    answers(person, "Yes", place=0)
    answers(person, "Yes", place=1)
    person.tab_to("It came up and you did it: working?")
    person.press(Key.Key_Space)
    (found,) = person.desk.ask(lessons.to_check, second)
    assert (found.check, found.state) == (Check(happened=True, done=True), LessonState.WORKING)
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    person.wait_to_see("Prepared against asked")
    assert person.desk.ask(expecting.matching, second).against.came == 1
    # What works is not brought again, and what was prepared is not proposed as unprepared.
    third = planned(person, "Kestrel", 30)
    person.window.navigator.open("interview", third, "prepare")
    person.wait_to_see("Questions you expect")
    assert not person.sees(LESSON)
    assert person.window.findChildren(OfferRow) == []
    # And insights say so, with counts.
    person.window.navigator.open("insights")
    person.wait_to_see("You did it when it came up")
    assert person.sees("1 of 1")
    assert person.sees("too few to tell")
