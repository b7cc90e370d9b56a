"""Somebody deletes, edits and thinks again: undo on other pages, restore from the trash, an earlier text."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from interview_coach.store import interviews, prep, reviews, trash
from interview_coach.ui.versions.dialog import VersionsDialog
from interview_coach.ui.widgets import Flash
from tests.journeys.person import CTRL, SHIFT, Key, Person
from tests.stores import Clock, new_store


def test_second_thoughts(person: Person, clock: Clock) -> None:
    new_store(person.folder, sample=True).close()
    person.start()
    desk, go = person.desk, person.window.navigator.open
    listed = desk.ask(interviews.interview_list)
    upcoming = listed.upcoming[0]
    begun = next(r for r in listed.to_review if r.review_started)

    # A point is deleted, and missed on another page.
    items = desk.ask(prep.checklist, upcoming.id).items
    go("interview", upcoming.id, "prepare")
    desk.do(prep.delete_item, items[1].id)
    go("timeline")
    undo = person.session.menu.actions["undo"] if person.session else None
    assert undo is not None
    assert undo.text().startswith("Undo delete ")
    person.press(Key.Key_Z, CTRL)
    assert (person.window.here.kind, person.window.here.step) == ("interview", "prepare")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(Flash)))
    assert person.sees(items[1].text)
    person.press(Key.Key_Z, CTRL | SHIFT)
    assert items[1].text not in [i.text for i in desk.ask(prep.checklist, upcoming.id).items]

    # A text is written over, and the earlier one brought back by its key.
    go("interview", begun.id, "review")
    before = desk.ask(reviews.review_form, begun.id).went_well
    person.into("What went well", "Nothing at all", QPlainTextEdit)
    clock.forward(minutes=10)
    person.press(Key.Key_H, CTRL | SHIFT)
    person.wait_to_see("Restore this version")
    front = person.front
    assert isinstance(front, VersionsDialog)
    assert front.view.before.text.text == before
    assert front.view.after.text.text == "Nothing at all"
    person.click("Restore this version")
    assert desk.ask(reviews.review_form, begun.id).went_well == before
    go("today")
    person.press(Key.Key_Z, CTRL)
    assert (person.window.here.id, person.window.here.step) == (begun.id, "review")
    assert person.sees("Nothing at all")

    # The interview goes, too; the point that went before it comes back with it.
    go("interviews")
    person.command("trash")
    from interview_coach.store.interview import delete_interview

    clock.forward(minutes=1)
    desk.do(delete_interview, upcoming.id)
    person.wait_to_see("What is in it")
    thing = desk.ask(trash.trash_batches)[1].thing
    assert thing.title == items[1].text
    assert person.sees("Belongs to something in the trash")
    person.click(f"Restore {items[1].text}")
    assert desk.ask(trash.trash_batches) == ()
    assert [i.text for i in desk.ask(prep.checklist, upcoming.id).items] == [i.text for i in items]

    # All of it is there after a new start.
    person.close()
    person.start()
    assert [i.text for i in person.desk.ask(prep.checklist, upcoming.id).items] == [
        i.text for i in items
    ]
