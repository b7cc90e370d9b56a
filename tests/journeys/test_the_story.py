"""The story that the product begins with: prepared well, sure of a yes, and the role was re-scoped."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from interview_coach.domain.interview import InterviewDraft, Standing
from interview_coach.domain.kinds import (
    About,
    Coverage,
    Felt,
    InterviewKind,
    LessonFamily,
    ReviewText,
    Section,
)
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, interviews, lessons, outcomes, prep, review
from tests.journeys.person import CTRL, Key, Person
from tests.stores import Clock

POINT = "Cut load time from 6 h to 40 min"


def prepared_and_reviewed(person: Person, clock: Clock) -> str:
    """An interview that was prepared, held and reviewed; its key."""
    desk = person.desk
    key = desk.do(
        interview.add_interview,
        InterviewDraft(
            "Fieldstone",
            "Data Engineer",
            datetime(2026, 11, 24, 9, 0),
            "Europe/Berlin",
            InterviewKind.PANEL,
        ),
    )
    item = desk.do(prep.add_item, key, PrepDraft(Section.TALKING_POINT, POINT, about=About.ME))
    clock.now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    desk.do(review.set_felt, key, Felt.GOOD)
    desk.do(review.add_asked, key, "What do you know about farming?")
    desk.do(review.finish_recall, key)
    desk.do(review.cover_item, key, item, Coverage.LANDED)
    desk.do(review.write_review, key, ReviewText.WOULD_CHANGE, "Slow down at the start")
    desk.do(review.set_forecast, key, 85)
    desk.do(review.seal_review, key)
    return key


def test_a_great_interview_a_no_and_what_is_carried_on(person: Person, clock: Clock) -> None:
    person.start()
    person.click("Not now")
    key = prepared_and_reviewed(person, clock)
    clock.forward(days=9)
    # The answer: one click.
    person.window.navigator.open("interview", key, "outcome")
    person.click("Not this time", QAbstractButton)
    head = person.desk.ask(interviews.interview_head, key)
    assert head.standing is Standing.REJECTED
    # Nothing is filled in by the program.
    assert {r.sign.value for r in person.desk.ask(outcomes.debrief, key).reasons} == {"none"}
    person.wait_to_see("The job changed")
    assert person.sees("85%"), "what the sealed review knew stands beside it"
    # A strength is carried into the next interview, where it waits beside the preparation.
    following = person.desk.do(
        interview.add_interview,
        InterviewDraft(
            "Brightwater", "Data Platform Engineer", datetime(2026, 12, 10, 10, 0), "Europe/Berlin"
        ),
    )
    person.click(POINT + "…")
    person.click("Carry 1…")
    carried = person.desk.ask(lessons.carried, following)
    assert (carried[0].text, carried[0].family) == (POINT, LessonFamily.STRENGTH)
    person.window.navigator.open("interview", following, "prepare")
    person.wait_to_see(POINT)
    # And it is found again by search.
    person.press(Key.Key_K, CTRL)
    person.qtbot.waitUntil(lambda: person.front is not person.window)
    field = person.one("Search everything…", QLineEdit)
    field.setFocus()
    person.type("farming")
    person.press(Key.Key_Return)
    person.qtbot.waitUntil(lambda: person.window.here.id == key)
