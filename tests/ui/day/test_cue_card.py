"""The cue card: one's own words, ticks and questions that reach the review, its own look and place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import About, Coverage, Felt, Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.review import ReviewForm
from interview_coach.store import interview, interviews, prep, review, reviews, today
from interview_coach.store.store import Store
from interview_coach.ui.day.cue_place import SMALLEST, USUAL, place_within, stays_on_top
from interview_coach.ui.day.cue_time import minutes_and_seconds
from interview_coach.ui.day.cue_window import CueWindow
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import DARK, LIGHT
from tests.stores import Clock
from tests.ui.prep.conftest import new_interview, northwind

Key = Qt.Key
Opener = Callable[[Desk, str], CueWindow]


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_card(qtbot: QtBot, settings: QSettings) -> Iterator[Opener]:
    cards: list[CueWindow] = []

    def opened(desk: Desk, key: str) -> CueWindow:
        card = CueWindow(desk, settings)
        cards.append(card)
        qtbot.addWidget(card)
        card.show_interview(key)
        qtbot.waitUntil(card.isActiveWindow)
        return card

    yield opened
    for card in cards:
        card.hide()


@pytest.fixture
def key(desk: Desk) -> str:
    """An interview with a template's checklist and three lines of one's own."""
    made = new_interview(desk, checklist=True)
    for draft in (
        PrepDraft(Section.STORY, "The outage"),
        PrepDraft(Section.TALKING_POINT, "About me", about=About.ME),
        PrepDraft(Section.TALKING_POINT, "About them", about=About.THEM),
        PrepDraft(Section.QUESTION, "Who decides?"),
        PrepDraft(Section.RESEARCH, "Their founder"),
    ):
        desk.do(prep.add_item, made, draft)
    return made


@pytest.fixture
def card(desk: Desk, key: str, open_card: Opener) -> CueWindow:
    return open_card(desk, key)


def form(card: CueWindow) -> ReviewForm:
    return card._desk.ask(reviews.review_form, card.interview)


def covered(card: CueWindow) -> dict[str, Coverage]:
    return {i.text: i.coverage for i in form(card).planned if i.coverage is not None}


def line_of(card: CueWindow, text: str) -> str:
    return next(k for k, line in card.lines.lines.items() if line.label.text() == text)


def read(card: CueWindow) -> list[str]:
    return [x.text() for x in card.findChildren(QLabel) if x.isVisible() and x.text()]


def jot(card: CueWindow, text: str) -> None:
    QTest.keyClicks(card.jot.line, text)


# --- what stands on it --------------------------------------------------------------------------


def test_it_holds_only_what_the_person_wrote(card: CueWindow) -> None:
    cues = card.lines.cues
    assert cues is not None
    assert [text for _, text in cues.say] == ["About them", "About me", "The outage"]
    assert [text for _, text in cues.ask] == ["Who decides?"]
    # The template gave it a dozen lines more.
    assert len(card._desk.ask(prep.checklist, card.interview).items) > 10


def test_a_template_s_line_is_ones_own_once_it_is_worded_anew(
    card: CueWindow, qtbot: QtBot
) -> None:
    desk = card._desk
    line = next(
        i
        for i in desk.ask(prep.checklist, card.interview).items
        if i.section is Section.QUESTION and not i.own
    )
    desk.do(prep.tick_item, line.id, done=True)
    assert line.text not in read(card)
    desk.do(prep.edit_item, line.id, PrepDraft(Section.QUESTION, "What breaks most?"))
    qtbot.waitUntil(lambda: "What breaks most?" in read(card))


def test_lessons_are_remembered_in_ones_own_words(full_desk: Desk, open_card: Opener) -> None:
    opened = open_card(full_desk, northwind(full_desk))
    cues = opened.lines.cues
    assert cues is not None
    assert cues.remember
    assert "REMEMBER" in read(opened)
    assert "Northwind Robotics" in read(opened)
    assert "Priya Raman, Tom Okafor" in read(opened)


def test_markup_in_ones_words_is_text(desk: Desk, open_card: Opener) -> None:
    made = new_interview(desk)
    desk.do(prep.add_item, made, PrepDraft(Section.STORY, "<b>bold</b> & <img src='/etc/x'>"))
    opened = open_card(desk, made)
    assert "<b>bold</b> & <img src='/etc/x'>" in read(opened)
    assert {x.textFormat() for x in opened.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_line_written_meanwhile_stands_on_it(card: CueWindow, qtbot: QtBot) -> None:
    card._desk.do(prep.add_item, card.interview, PrepDraft(Section.STORY, "A new one"))
    qtbot.waitUntil(lambda: "A new one" in read(card))


# --- ticks and questions ------------------------------------------------------------------------


def test_a_tick_is_said_in_the_review_and_can_be_taken_back(card: CueWindow) -> None:
    line = line_of(card, "The outage")
    card.lines.lines[line].box.click()
    assert covered(card) == {"The outage": Coverage.SAID}
    QTest.mouseClick(card.lines.lines[line], Qt.MouseButton.LeftButton)
    assert covered(card) == {}


def test_what_landed_already_stays_landed(card: CueWindow) -> None:
    line = line_of(card, "The outage")
    card._desk.do(review.cover_item, card.interview, line, Coverage.LANDED)
    box = card.lines.lines[line].box
    assert box.isChecked()
    box.click()
    box.click()
    assert covered(card) == {"The outage": Coverage.SAID}


def test_a_jotted_question_is_one_that_was_asked(card: CueWindow) -> None:
    jot(card, "Why us?")
    assert form(card).asked == ()
    QTest.keyClick(card.jot.line, Key.Key_Return)
    assert [q.text for q in form(card).asked] == ["Why us?"]
    assert card.jot.line.text() == ""
    assert "Kept for the review." in read(card)
    QTest.keyClick(card.jot.line, Key.Key_Return)
    assert len(form(card).asked) == 1


def test_half_a_question_survives_esc_and_a_crash(
    card: CueWindow, store: Store, open_card: Opener
) -> None:
    jot(card, "What would yo")
    QTest.keyClick(card.jot.line, Key.Key_Escape)
    assert not card.isVisible()
    card.show_interview(card.interview)
    assert card.jot.line.text() == "What would yo"
    again = open_card(Desk(store), card.interview)
    assert again.jot.line.text() == "What would yo"
    assert "From before the program stopped. Not saved yet." in read(again)


def press(card: CueWindow, name: str) -> None:
    QTest.mouseClick(
        next(b for b in card.findChildren(QPushButton) if b.isVisible() and b.text() == name),
        Qt.MouseButton.LeftButton,
    )


def test_what_a_crash_left_in_the_line_can_be_kept_for_the_review(
    card: CueWindow, store: Store, open_card: Opener
) -> None:
    jot(card, "What would yo")
    card.hide()
    again = open_card(Desk(store), card.interview)
    press(again, "Keep")
    assert [q.text for q in form(again).asked] == ["What would yo"]
    assert again.jot.line.text() == ""
    assert "Kept for the review." in read(again)
    assert "From before the program stopped. Not saved yet." not in read(again)


def test_what_a_crash_left_in_the_line_can_be_thrown_away_and_brought_back(
    card: CueWindow, store: Store, open_card: Opener
) -> None:
    jot(card, "What would yo")
    card.hide()
    again = open_card(Desk(store), card.interview)
    press(again, "Throw away")
    assert again.jot.line.text() == ""
    assert "Thrown away." in read(again)
    press(again, "Bring it back")
    assert again.jot.line.text() == "What would yo"
    press(again, "Throw away")
    assert form(again).asked == ()
    third = open_card(Desk(store), card.interview)
    assert third.jot.line.text() == ""


def test_a_question_that_cannot_be_kept_says_why_and_stays(card: CueWindow) -> None:
    card.jot.line.setText("x" * 501)
    card.jot.line.edited.emit()
    QTest.keyClick(card.jot.line, Key.Key_Return)
    assert card.jot.line.text() == "x" * 501
    assert card.jot.said.isVisible()
    assert card.jot.said.property("look") == "wrong"


def test_a_sealed_review_takes_nothing_more(card: CueWindow, clock: Clock) -> None:
    clock.forward(days=30)
    card._desk.do(review.set_felt, card.interview, Felt.GOOD)
    card._desk.do(review.seal_review, card.interview)
    assert not card.jot.line.isEnabled()
    assert not any(line.box.isEnabled() for line in card.lines.lines.values())
    assert "The review is sealed: nothing more is added to it here." in read(card)


def test_what_the_card_noted_is_no_review_begun(card: CueWindow, clock: Clock) -> None:
    card._desk.do(review.add_asked, card.interview, "Why us?")
    clock.now = card._desk.now().replace(month=12, day=1)
    desk = card._desk
    waiting = desk.ask(today.today, desk.local()).to_review
    assert [row.started for row in waiting if row.id == card.interview] == [False]
    assert not desk.ask(interviews.interview_head, card.interview).review_started
    desk.do(review.set_felt, card.interview, Felt.GOOD)
    waiting = desk.ask(today.today, desk.local()).to_review
    assert [row.started for row in waiting if row.id == card.interview] == [True]
    assert desk.ask(interviews.interview_head, card.interview).review_started
    # The first word of the review itself was said after the end.
    assert (form(card).minutes_after or 0) > 0


# --- hiding, the clock --------------------------------------------------------------------------


def test_esc_hides_it_at_once_from_wherever_the_focus_is(card: CueWindow, qtbot: QtBot) -> None:
    box = card.lines.lines[line_of(card, "The outage")].box
    box.setFocus()
    QTest.keyClick(box, Key.Key_Escape)
    assert not card.isVisible()
    assert not card._second.isActive()


def test_an_interview_that_is_deleted_takes_its_card_along(card: CueWindow) -> None:
    card._desk.do(interview.delete_interview, card.interview)
    assert not card.isVisible()


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59, "0:59"), (1122, "18:42"), (3600, "1:00:00")]
)
def test_seconds_as_a_clock(seconds: int, shown: str) -> None:
    assert minutes_and_seconds(seconds) == shown


def test_it_counts_what_is_left(full_desk: Desk, open_card: Opener, clock: Clock) -> None:
    opened = open_card(full_desk, northwind(full_desk))
    assert opened.clock.text() == "in 1 day 16 h"
    clock.forward(days=1, hours=16, minutes=26, seconds=18)
    opened.show_time()
    assert opened.clock.text() == "18:42"
    assert opened.clock.accessibleName() == "19 min left"
    clock.forward(minutes=20)
    opened.show_time()
    assert opened.clock.text() == "time is up"


# --- its look and its place ---------------------------------------------------------------------


def test_its_look_is_its_own_and_kept(
    card: CueWindow, desk: Desk, key: str, open_card: Opener
) -> None:
    assert card.look.colours is LIGHT
    QTest.keyClick(card, Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)  # fmt: skip
    assert card.look.colours is DARK
    QTest.keyClick(card, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    again = open_card(desk, key)
    assert again.look.colours is DARK
    assert again.look.letters == pytest.approx(1.1)
    again.switch.click()
    assert again.look.colours is LIGHT


def test_its_letters_are_larger_than_the_program_s(card: CueWindow) -> None:
    line = next(iter(card.lines.lines.values()))
    assert line.label.font().pointSizeF() >= 1.19 * QApplication.font().pointSizeF()


SCREEN, SECOND = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1000)


@pytest.mark.parametrize(
    ("wanted", "result"),
    [
        (None, QRect(1920 - 24 - USUAL.width(), 24, USUAL.width(), USUAL.height())),
        (QRect(100, 100, 400, 500), QRect(100, 100, 400, 500)),
        (QRect(2500, 300, 400, 500), QRect(2500, 300, 400, 500)),
        # Over an edge: inside the screen that has most of it.
        (QRect(1700, -50, 400, 500), QRect(1520, 0, 400, 500)),
        (QRect(3000, 700, 400, 500), QRect(2800, 500, 400, 500)),
        # On a screen that is gone.
        (QRect(5000, 100, 400, 500), QRect(1496, 24, 400, 500)),
        (QRect(-390, 100, 400, 500), QRect(1496, 24, 400, 500)),
        # Larger than any, or too small to be read.
        (QRect(100, 100, 5000, 5000), QRect(0, 0, 1920, 1040)),
        (QRect(100, 100, 5, 5), QRect(1920 - 24 - SMALLEST.width(), 24, *SMALLEST.toTuple())),
    ],
)
def test_it_stands_within_a_screen(wanted: QRect | None, result: QRect) -> None:
    assert place_within(wanted, [SCREEN, SECOND]) == result


def test_its_place_and_size_are_kept(
    card: CueWindow, desk: Desk, key: str, open_card: Opener, qtbot: QtBot
) -> None:
    card.setGeometry(60, 70, 333, 444)
    card.hide()
    assert open_card(desk, key).geometry() == QRect(60, 70, 333, 444)


@pytest.mark.parametrize(
    ("platform", "on_top"),
    [
        ("xcb", True), ("windows", True), ("cocoa", True),
        ("wayland", False), ("wayland-egl", False), ("offscreen", False), ("vnc", False),
    ],
)  # fmt: skip
def test_where_on_top_can_be_had(platform: str, on_top: bool) -> None:
    assert stays_on_top(platform) == on_top


def test_it_asks_for_the_top_and_says_where_there_is_none(card: CueWindow) -> None:
    assert card.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    # These tests run without a desktop.
    assert card.note.isVisible()
    assert "does not let a window stay on top" in card.note.text()


def test_that_others_see_it_is_said_once(
    card: CueWindow, desk: Desk, key: str, open_card: Opener
) -> None:
    assert "If you share your screen, others see this card too." in read(card)
    card.hide()
    card.show_interview(key)
    assert not card.shared.isVisible()
    assert not open_card(desk, key).shared.isVisible()


def test_tab_goes_as_one_reads(card: CueWindow, qapp: QApplication) -> None:
    card.switch.setFocus()
    met = []
    for _ in range(len(card.lines.lines) + 1):
        focused = qapp.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Key.Key_Tab)
        met.append(qapp.focusWidget())
    assert met == [*(line.box for line in card.lines.lines.values()), card.jot.line]
