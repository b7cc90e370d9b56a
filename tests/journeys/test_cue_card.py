"""The cue card beside the window: opened from everywhere, worked in, put away, closed with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from interview_coach.store import reviews
from interview_coach.ui.day.cue_window import CueWindow
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person
from tests.stores import Clock, new_store

UNDER_WAY = {"days": 1, "hours": 16, "minutes": 5}


def card_of(person: Person) -> CueWindow:
    """The card, which is in front now."""
    assert person.session is not None
    card = person.session.menu.cue_cards.card
    assert card is not None
    person.qtbot.waitUntil(card.isActiveWindow)
    return card


def begin(person: Person, tmp_path: Path) -> None:
    new_store(tmp_path / "data", person.clock, sample=True).close()
    person.start()


def test_from_today_into_the_review(person: Person, clock: Clock, tmp_path: Path) -> None:
    clock.forward(**UNDER_WAY)
    begin(person, tmp_path)
    person.click("Cue card")
    card = card_of(person)
    assert card.clock.text() == "40:00"
    line = next(iter(card.lines.lines.values()))
    line.box.click()
    QTest.keyClicks(card.jot.line, "How would you test a pipeline?")
    QTest.keyClick(card.jot.line, Key.Key_Return)
    QTest.keyClick(card.jot.line, Key.Key_Escape)
    assert not card.isVisible()
    clock.forward(hours=1)
    person.window.navigator.open("interview", card.interview, "review")
    person.wait_to_see("How would you test a pipeline?")
    person.click("That is all I remember")
    person.wait_to_see(line.label.text())
    form = person.desk.ask(reviews.review_form, card.interview)
    assert [i.text for i in form.planned if i.coverage] == [line.label.text()]


def test_its_key_works_everywhere(person: Person, tmp_path: Path) -> None:
    begin(person, tmp_path)
    # From a page, from the card itself, from a dialog.
    person.press(Key.Key_C, CTRL | SHIFT)
    card = card_of(person)
    first = card.interview
    QTest.keyClick(card.jot.line, Key.Key_C, CTRL | SHIFT)
    assert not card.isVisible()
    person.window.activateWindow()
    person.press(Key.Key_N, CTRL)
    person.wait_to_see("New interview")
    person.press(Key.Key_C, CTRL | SHIFT)
    assert card_of(person) is card
    card.hide()
    person.press(Key.Key_Escape)
    # On an interview's own page it is that interview's card.
    person.window.navigator.open("interview", first, "interview")
    person.click("Cue card")
    assert card_of(person).interview == first


def test_it_never_takes_the_focus_by_itself(person: Person, clock: Clock, tmp_path: Path) -> None:
    clock.forward(**UNDER_WAY)
    begin(person, tmp_path)
    person.press(Key.Key_C, CTRL | SHIFT)
    card = card_of(person)
    person.window.activateWindow()
    person.qtbot.waitUntil(person.window.isActiveWindow)
    # A tick elsewhere, and time: it shows both, and the keys stay where they were.
    clock.forward(minutes=1)
    card.show_time()
    person.window.navigator.open("interview", card.interview, "prepare")
    person.press(Key.Key_2, ALT)
    assert person.window.isActiveWindow()
    assert card.isVisible()


def test_without_an_interview_it_says_so(person: Person) -> None:
    person.start()
    person.press(Key.Key_C, CTRL | SHIFT)
    person.wait_to_see("No interview is planned, so there is nothing to put on a cue card.")


def test_it_goes_with_the_window(person: Person, tmp_path: Path) -> None:
    begin(person, tmp_path)
    person.press(Key.Key_C, CTRL | SHIFT)
    card = card_of(person)
    QTest.keyClicks(card.jot.line, "Half a quest")
    assert not card.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    key = card.interview
    person.close()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, CueWindow) and w.isVisible()]  # fmt: skip
    # What was half typed when the window closed has become a question, as every line does.
    person.start()
    form = person.desk.ask(reviews.review_form, key)
    assert [q.text for q in form.asked] == ["Half a quest"]
