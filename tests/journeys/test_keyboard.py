"""The whole loop without a mouse."""

from __future__ import annotations

from datetime import UTC, datetime

from interview_coach.domain.interview import InterviewDraft, Standing
from interview_coach.domain.kinds import Rating, Section
from interview_coach.store import interview, interviews, outcomes, prep, reviews
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person
from tests.stores import Clock


def rows_of(person: Person, key: str, section: Section) -> list[str]:
    """The texts of a section in their order."""
    items = person.desk.ask(prep.checklist, key).items
    return [i.text for i in sorted(items, key=lambda i: i.position) if i.section is section]


def test_the_loop_by_keyboard(person: Person, clock: Clock) -> None:
    person.start()
    # Begin: the button has the focus at the first start.
    person.press(Key.Key_Space)
    person.wait_to_see("New interview")
    person.tab_to("Company")
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
    person.tab_to("Next question")
    person.type("Why data?")
    person.press(Key.Key_Return)
    person.tab_to("That is all I remember")
    person.press(Key.Key_Space)
    person.wait_to_see("Before you hear back: how likely is a yes?")
    person.tab_to("My answers")
    person.press(Key.Key_4)
    person.tab_to("Finish and seal review")
    person.press(Key.Key_Space)
    person.wait_to_see("Sealed")
    form = person.desk.ask(reviews.review_form, key)
    assert form.sealed_at is not None
    assert getattr(form, Rating.MY_ANSWERS.value) == 4
    assert [a.text for a in form.asked] == ["Why data?"]
    # The answer.
    person.press(Key.Key_4, ALT)
    person.tab_to("Advanced…")
    person.press(Key.Key_Space)
    assert person.desk.ask(interviews.interview_head, key).standing is Standing.ADVANCED
    assert person.desk.ask(outcomes.debrief, key).outcome is not None
    # And over the pages.
    for digit, page in (
        (Key.Key_1, "today"),
        (Key.Key_2, "interviews"),
        (Key.Key_3, "timeline"),
        (Key.Key_4, "library"),
        (Key.Key_5, "insights"),
        (Key.Key_6, "settings"),
    ):
        person.press(digit, CTRL)
        assert person.window.here.kind == page


def test_items_are_put_in_order_by_keyboard(person: Person) -> None:
    person.start()
    person.press(Key.Key_Space)
    person.wait_to_see("New interview")
    person.tab_to("Company")
    person.type("Civic Lab")
    person.tab_to("Role")
    person.type("Data Engineer")
    person.press(Key.Key_Return, CTRL)
    person.wait_to_see("Civic Lab")
    key = person.window.here.id
    before = rows_of(person, key, Section.RESEARCH)
    first, second, third, *rest = before
    person.tab_to(first)
    person.press(Key.Key_Down, ALT)
    person.press(Key.Key_Down, ALT)
    assert rows_of(person, key, Section.RESEARCH) == [second, third, first, *rest]
    # The focus goes with the row, so the next key is about the same one.
    assert person.focused_name() == first
    person.press(Key.Key_Up, ALT)
    assert rows_of(person, key, Section.RESEARCH) == [second, first, third, *rest]
    person.press(Key.Key_Down)
    assert person.focused_name() == third
    # The arrows alone only walk; and each move is one step back.
    assert rows_of(person, key, Section.RESEARCH) == [second, first, third, *rest]
    for _ in range(3):
        person.press(Key.Key_Z, CTRL)
    assert rows_of(person, key, Section.RESEARCH) == before


def test_an_old_interview_is_found_by_keyboard(person: Person, clock: Clock) -> None:
    person.start()
    person.click("Not now")
    held = {
        company: person.desk.do(
            interview.add_interview,
            InterviewDraft(
                company,
                "Data Engineer",
                datetime(2026, 11, 10 + n, 10, 0),
                "Europe/Berlin",
                notes=notes,
            ),
        )
        for n, (company, notes) in enumerate(
            (("Civic Lab", ""), ("Halden Bank", "They spoke of ledgers"), ("Brightwater", ""))
        )
    }
    person.press(Key.Key_3, CTRL)
    assert person.window.here.kind == "timeline"
    person.press(Key.Key_F, CTRL)
    assert person.focused_name().startswith("Search")
    person.type("ledgers")
    person.wait_to_see("1 found")
    person.press(Key.Key_Down)
    assert person.focused_name() == "Timeline"
    person.press(Key.Key_Return)
    assert person.window.here.kind == "interview"
    assert person.window.here.id == held["Halden Bank"]
    person.wait_to_see("Halden Bank")
    # Back where it was found, the words still stand and the list still is what they found.
    person.press(Key.Key_Left, ALT)
    assert person.window.here.kind == "timeline"
    person.wait_to_see("1 found")
    person.press(Key.Key_F, CTRL)
    person.type("nobody ever said this")
    person.wait_to_see("Nothing found")
