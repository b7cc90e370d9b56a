"""The whole loop without a mouse."""

from __future__ import annotations

from datetime import UTC, datetime

from interview_coach.domain.interview import Standing
from interview_coach.domain.kinds import Rating, Section
from interview_coach.store import interviews, outcomes, prep, reviews
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person
from tests.stores import Clock


def tab_to(person: Person, name: str) -> None:
    """Press Tab until the focus is on what is called so; fails when it never is."""
    seen = []
    for _ in range(120):
        called = person.focused_name()
        if called == name or (name.endswith("…") and called.startswith(name[:-1])):
            return
        seen.append(called)
        person.press(Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name!r}; it went over {seen}")


def test_the_loop_by_keyboard(person: Person, clock: Clock) -> None:
    person.start()
    # Begin: the button has the focus at the first start.
    person.press(Key.Key_Space)
    person.wait_to_see("New interview")
    tab_to(person, "Company")
    person.type("Civic Lab")
    person.press(Key.Key_Tab)
    person.type("Data Engineer")
    person.press(Key.Key_Return, CTRL)
    person.wait_to_see("Civic Lab")
    key = person.window.here.id
    before = person.desk.ask(prep.checklist, key)
    # Add a talking point, tick the first item, undo the tick.
    person.press(Key.Key_N, CTRL | SHIFT)
    person.choose_from_menu("Talking points")
    person.type("Batch to events mirrors what I led")
    person.press(Key.Key_Return)
    person.press(Key.Key_Escape)
    after = person.desk.ask(prep.checklist, key)
    added = [i for i in after.items if i.text == "Batch to events mirrors what I led"]
    assert [i.section for i in added] == [Section.TALKING_POINT]
    assert len(after.items) == len(before.items) + 1
    person.press(Key.Key_Z, CTRL)
    assert len(person.desk.ask(prep.checklist, key).items) == len(before.items)
    person.press(Key.Key_Z, CTRL | SHIFT)
    # The interview is over: review it.
    clock.now = datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
    person.press(Key.Key_3, ALT)
    person.wait_to_see("In one word, how did it feel?")
    tab_to(person, "Next question")
    person.type("Why data?")
    person.press(Key.Key_Return)
    tab_to(person, "That is all I remember")
    person.press(Key.Key_Space)
    person.wait_to_see("Before you hear back: how likely is a yes?")
    tab_to(person, "My answers")
    person.press(Key.Key_4)
    tab_to(person, "Finish and seal review")
    person.press(Key.Key_Space)
    person.wait_to_see("Sealed")
    form = person.desk.ask(reviews.review_form, key)
    assert form.sealed_at is not None
    assert getattr(form, Rating.MY_ANSWERS.value) == 4
    assert [a.text for a in form.asked] == ["Why data?"]
    # The answer.
    person.press(Key.Key_4, ALT)
    tab_to(person, "Advanced…")
    person.press(Key.Key_Space)
    assert person.desk.ask(interviews.interview_head, key).standing is Standing.ADVANCED
    assert person.desk.ask(outcomes.debrief, key).outcome is not None
    # And over the pages.
    for digit, page in (
        (Key.Key_1, "today"),
        (Key.Key_2, "interviews"),
        (Key.Key_3, "timeline"),
        (Key.Key_4, "settings"),
    ):
        person.press(digit, CTRL)
        assert person.window.here.kind == page
