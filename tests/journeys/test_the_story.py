"""The story that the product begins with: prepared well, sure of a yes, and the role was re-scoped."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QRadioButton, QSlider

from interview_coach.domain.interview import InterviewDraft, Standing
from interview_coach.domain.kinds import (
    About,
    Coverage,
    Felt,
    InterviewKind,
    LessonFamily,
    Section,
)
from interview_coach.store import interview, interviews, lessons, outcomes, prep, reviews
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person, name_of
from tests.stores import Clock

POINT = "Cut load time from 6 h to 40 min"
CHANGE = "Slow down at the start"


def prepared(person: Person) -> str:
    """An interview with a talking point about me, typed under the template's; its key."""
    key = person.desk.do(
        interview.add_interview,
        InterviewDraft(
            "Fieldstone",
            "Data Engineer",
            datetime(2026, 11, 24, 9, 0),
            "Europe/Berlin",
            InterviewKind.PANEL,
        ),
    )
    person.window.navigator.open("interview", key, "prepare")
    person.wait_to_see("Research")
    person.press(Key.Key_N, CTRL | SHIFT)
    person.choose_from_menu("Talking points · about you")
    person.type(POINT)
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    added = [i for i in person.desk.ask(prep.checklist, key).items if i.text == POINT]
    assert [(i.section, i.about) for i in added] == [(Section.TALKING_POINT, About.ME)]
    return key


def landed(person: Person) -> None:
    """Click Landed beside the point that was planned."""
    beside = [
        segment
        for segment in person.all("Landed", QRadioButton)
        if segment.accessibleDescription() == POINT
    ]
    assert len(beside) == 1, [name_of(w) for w in person.all("Landed", QRadioButton)]
    segment = beside[0]
    # The page has only just changed: nobody clicks what has not got its place yet.
    person.qtbot.waitUntil(lambda: segment.height() >= segment.sizeHint().height())
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    person.wait_to_see("1 landed")


def reviewed(person: Person, key: str) -> None:
    """Review it through the window: recall, what landed, the forecast, what to change, the seal."""
    person.press(Key.Key_3, ALT)
    person.wait_to_see("In one word, how did it feel?")
    person.click("Good")
    person.tab_to("Next question")
    person.type("What do you know about farming?")
    person.press(Key.Key_Return)
    person.click("That is all I remember")
    person.wait_to_see("What you planned to say")
    landed(person)
    slider = person.one("Before you hear back: how likely is a yes?", QSlider)
    person.tab_to(name_of(slider))
    assert person.focused is slider
    person.press(Key.Key_PageUp)
    for _ in range(5):
        person.press(Key.Key_Right)
    person.wait_to_see("85%")
    person.tab_to("What I would change")
    person.type(CHANGE)
    person.wait_to_see("1 lesson will be carried to your next interview")
    person.click("Finish and seal review")
    person.wait_to_see("Sealed")
    form = person.desk.ask(reviews.review_form, key)
    assert (form.felt, form.forecast, form.would_change) == (Felt.GOOD, 85, CHANGE)
    assert [a.text for a in form.asked] == ["What do you know about farming?"]
    assert {p.text for p in form.planned if p.coverage is Coverage.LANDED} == {POINT}
    assert form.sealed_at is not None
    assert [lesson.text for lesson in form.lessons] == [CHANGE]


def test_a_great_interview_a_no_and_what_is_carried_on(person: Person, clock: Clock) -> None:
    person.start()
    person.click("Not now")
    key = prepared(person)
    clock.now = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
    reviewed(person, key)
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
    person.click("Carry …")
    carried = person.desk.ask(lessons.carried, following)
    assert {(lesson.text, lesson.family) for lesson in carried} == {
        (POINT, LessonFamily.STRENGTH),
        (CHANGE, LessonFamily.CHANGE),
    }
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
