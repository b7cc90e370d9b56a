"""Tests of the Timeline page with real clicks and keys on a real store."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewDraft, OpportunityDraft
from interview_coach.domain.kinds import EntryKind, InterviewKind
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Card, Filters, Show
from interview_coach.store import interview, opportunity, review, timeline
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from interview_coach.ui.timeline import feed as feeding
from interview_coach.ui.timeline.page import TimelinePage
from tests.stores import Clock
from tests.ui.timeline.conftest import Opener


def chosen(page: TimelinePage) -> Card:
    """The current entry."""
    card = page.model.card(page.view.currentIndex().row())
    assert card is not None
    return card


def companies(page: TimelinePage) -> list[str]:
    """The companies of all entries, newest first."""
    cards = [page.model.card(row) for row in range(page.model.rowCount()) if page.model.key(row)]
    return [card.company for card in cards if card is not None]


def settled(qtbot: QtBot, page: TimelinePage) -> None:
    """Wait until all keys are there and the preview shows what is chosen."""
    qtbot.waitUntil(lambda: page.feed.complete)
    qtbot.waitUntil(lambda: not page._preview_later.isActive())


def add(desk: Desk, company: str, start: datetime) -> str:
    """Add an interview."""
    draft = InterviewDraft(company, "Engineer", start, "Europe/Berlin", InterviewKind.PANEL)
    return desk.do(interview.add_interview, draft)


# --- showing ------------------------------------------------------------------------------------


def test_all_interviews_by_month_newest_first(page: TimelinePage, full_desk: Desk) -> None:
    assert page.model.is_month(0)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters()))
    assert chosen(page).key == page.model.keys[0]
    assert page.preview.shown is not None
    assert page.preview.shown.card.key == page.model.keys[0]


def test_the_model_is_sound(page: TimelinePage, qtbot: QtBot) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(page.model, mode)
    page.search.setText("pipe")
    settled(qtbot, page)
    page.search.clear()
    settled(qtbot, page)
    assert tester.model() is page.model


def test_nothing_at_all_leads_to_a_new_interview(
    empty_page: TimelinePage, opened: list[Place], qtbot: QtBot
) -> None:
    assert empty_page.nothing.isVisible()
    assert not empty_page.view.isVisible()
    qtbot.mouseClick(empty_page.nothing.action_button, Qt.MouseButton.LeftButton)
    assert opened == [Place("new_interview")]


def test_the_first_entry_appears_at_once(empty_page: TimelinePage, desk: Desk) -> None:
    add(desk, "Aurelia", datetime(2026, 11, 24, 9, 0))
    assert empty_page.view.isVisible()
    assert companies(empty_page) == ["Aurelia"]
    assert chosen(empty_page).company == "Aurelia"


@pytest.mark.parametrize("show", Show)
def test_show_chips(page: TimelinePage, qtbot: QtBot, full_desk: Desk, show: Show) -> None:
    chip = next(c for c, s in zip(page.bar.shows.choices, Show, strict=True) if s is show)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters(show=show)))


# --- search -------------------------------------------------------------------------------------


def test_search_as_you_type_paints_at_each_key(page: TimelinePage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.open_search()
    for length, key in enumerate("pipeline", 1):
        QTest.keyClicks(page.search, key)
        # Without going back to the event loop: what was asked for is there.
        wanted = page.desk.ask(timeline.keys, Filters(query="pipeline"[:length]), limit=60)
        if length > 1:
            assert list(page.model.keys[:60]) == list(wanted)
    settled(qtbot, page)
    assert page.search.accessibleDescription() == f"{len(page.model.keys)} found"
    assert chosen(page).marks


def test_one_letter_is_too_few(page: TimelinePage, qtbot: QtBot) -> None:
    before = list(page.model.keys)
    QTest.keyClicks(page.search, "p")
    settled(qtbot, page)
    assert list(page.model.keys) == before
    assert page.search.accessibleDescription() == "Two letters at least"


def test_esc_clears(page: TimelinePage, qtbot: QtBot) -> None:
    before = list(page.model.keys)
    QTest.keyClicks(page.search, "pipe")
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    settled(qtbot, page)
    assert page.search.text() == ""
    assert list(page.model.keys) == before
    QTest.keyClicks(page.search, "pipe")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.search.text() == ""


def test_an_old_answer_never_overwrites_a_new_one(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    monkeypatch.setattr(feeding, "SLICE", 2)
    page.search.setText("the")
    assert not page.feed.complete
    page.search.setText("pipeline")
    settled(qtbot, page)
    wanted = page.desk.ask(timeline.keys, Filters(query="pipeline"))
    assert list(page.model.keys) == list(wanted)


def test_the_rest_comes_in_slices_and_keeps_choice_and_place(
    page: TimelinePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, full_desk: Desk
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    monkeypatch.setattr(feeding, "SLICE", 2)
    page.bar.changed.emit()
    assert len(page.model.keys) == 3
    page.view.choose(page.model.row_of(page.model.keys[2]))
    key = chosen(page).key
    settled(qtbot, page)
    assert list(page.model.keys) == list(full_desk.ask(timeline.keys, Filters()))
    assert chosen(page).key == key


def test_nothing_found_and_back(page: TimelinePage, qtbot: QtBot) -> None:
    page.bar.drops[3].value_changed.emit(None)
    QTest.keyClicks(page.search, "zzzz")
    assert page.none_found.isVisible()
    assert not page.view.isVisible()
    qtbot.mouseClick(page.none_found.action_button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert page.view.isVisible()
    assert page.search.text() == ""
    assert page.view.hasFocus()


# --- filters ------------------------------------------------------------------------------------


def trigger(page: TimelinePage, place: int, text: str) -> None:
    """Choose an entry of a drop chip's menu."""
    menu = page.bar.drops[place].menu()
    next(a for a in menu.actions() if a.text() == text).trigger()


def test_company_kind_and_outcome(page: TimelinePage, qtbot: QtBot) -> None:
    trigger(page, 0, "Northwind Robotics")
    settled(qtbot, page)
    assert set(companies(page)) == {"Northwind Robotics"}
    trigger(page, 0, "All companies")
    trigger(page, 1, "Technical")
    trigger(page, 3, "Not this time")
    settled(qtbot, page)
    cards = [page.model.card(page.model.row_of(key)) for key in page.model.keys]
    assert {(c.interview_kind, c.standing) for c in cards if c} == {
        (InterviewKind.TECHNICAL, Standing.REJECTED)
    }
    assert page.bar.narrowed


@pytest.mark.parametrize("text", ["This month", "Last 3 months", "This year"])
def test_spans_of_time(page: TimelinePage, qtbot: QtBot, text: str) -> None:
    trigger(page, 2, text)
    settled(qtbot, page)
    filters = page.bar.filters("")
    assert filters.since is not None
    assert filters.until is not None
    walls = [page.model.card(page.model.row_of(k)) for k in page.model.keys]
    assert walls
    assert all(c and filters.since <= c.wall.date() <= filters.until for c in walls)


def test_own_days_are_asked_for(page: TimelinePage, qtbot: QtBot) -> None:
    from interview_coach.ui.timeline.days import DaysDialog

    trigger(page, 2, "Choose days…")
    dialog = page.bar.findChild(DaysDialog)
    assert dialog is not None
    dialog.first.setDate(dialog.first.date().addYears(2))
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.last_field.error
    dialog.first.setDate(dialog.last.date().addDays(-7))
    assert not dialog.last_field.error
    days = dialog.days
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    filters = page.bar.filters("")
    assert (filters.since, filters.until) == days
    assert "–" in page.bar.drops[2].text()
    trigger(page, 2, "Choose days…")
    second = next(d for d in page.bar.findChildren(DaysDialog) if d.isVisible())
    assert second.days == days
    second.reject()
    assert page.bar.filters("").since == days[0]


# --- keyboard -----------------------------------------------------------------------------------


def press(page: TimelinePage, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def test_the_keyboard_alone(page: TimelinePage, qtbot: QtBot, opened: list[Place]) -> None:
    page.open_search()
    press(page, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    first = chosen(page).key
    # Every entry is reached, and no month is.
    seen = [first]
    for _ in range(len(page.model.keys)):
        press(page, Qt.Key.Key_Down)
        if chosen(page).key != seen[-1]:
            seen.append(chosen(page).key)
    assert seen == list(page.model.keys)
    press(page, Qt.Key.Key_Home)
    assert chosen(page).key == first
    press(page, Qt.Key.Key_End)
    assert chosen(page).key == page.model.keys[-1]
    press(page, Qt.Key.Key_PageUp)
    assert first > chosen(page).key > page.model.keys[-1] or chosen(page).key > page.model.keys[-1]
    press(page, Qt.Key.Key_PageDown)
    assert chosen(page).key == page.model.keys[-1]
    press(page, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert opened[-1] == Place("interview", chosen(page).interview_id or "", "")
    press(page, Qt.Key.Key_Up)
    assert page.search.hasFocus()
    press(page, Qt.Key.Key_Return)
    assert page.view.hasFocus()


def test_letters_typed_in_the_list_are_searched(page: TimelinePage) -> None:
    page.view.setFocus()
    for letter in "pipe":
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, letter)
    assert page.search.text() == "pipe"
    assert page.search.hasFocus()
    assert page.model.query == "pipe"


def test_end_reads_all_first(
    page: TimelinePage, monkeypatch: pytest.MonkeyPatch, full_desk: Desk
) -> None:
    monkeypatch.setattr(feeding, "FIRST", 3)
    page.bar.changed.emit()
    page.view.setFocus()
    press(page, Qt.Key.Key_End)
    assert chosen(page).key == full_desk.ask(timeline.keys, Filters())[-1]


def test_tab_leaves_the_list(page: TimelinePage) -> None:
    page.view.setFocus()
    press(page, Qt.Key.Key_Tab)
    assert not page.view.hasFocus()


def test_a_click_on_a_month_changes_nothing(page: TimelinePage, qtbot: QtBot) -> None:
    before = chosen(page).key
    viewport = page.view.viewport()
    top = QPoint(40, page.view.rowViewportPosition(0) + 10)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=top)
    assert chosen(page).key == before


# --- opening ------------------------------------------------------------------------------------

STEPS = {
    EntryKind.INTERVIEW: "",
    EntryKind.REVIEW: "review",
    EntryKind.LESSON: "review",
    EntryKind.REMARK: "review",
    EntryKind.OUTCOME: "outcome",
}


def test_each_kind_of_entry_opens_its_step(
    page: TimelinePage, qtbot: QtBot, opened: list[Place]
) -> None:
    page.bar.shows.set_value(Show.EVERYTHING)
    page.bar.changed.emit()
    settled(qtbot, page)
    met = set()
    for row in range(page.model.rowCount()):
        if page.model.is_month(row):
            continue
        page.view.choose(row)
        card = chosen(page)
        if card.kind in met:
            continue
        met.add(card.kind)
        page.view.setFocus()
        press(page, Qt.Key.Key_Return)
        if card.interview_id is None:
            assert opened[-1] == Place("opportunity", card.opportunity_id)
        else:
            assert opened[-1] == Place("interview", card.interview_id, STEPS[card.kind])
    assert met == set(EntryKind)


def test_a_double_click_opens_and_a_click_chooses(
    page: TimelinePage, qtbot: QtBot, opened: list[Place]
) -> None:
    row = page.model.row_of(page.model.keys[1])
    spot = page.view.visualRect(page.model.index(row, 0)).center()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen(page).key == page.model.keys[1]
    assert opened == []
    qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == [Place("interview", chosen(page).interview_id or "", "")]


def test_the_preview_s_buttons(page: TimelinePage, qtbot: QtBot, opened: list[Place]) -> None:
    qtbot.mouseClick(page.preview.open_button, Qt.MouseButton.LeftButton)
    assert opened[-1].id == chosen(page).interview_id
    assert not page.preview.outcome_button.isVisible()
    for row in range(page.model.rowCount()):
        card = None if page.model.is_month(row) else page.model.card(row)
        if card is not None and card.standing is Standing.WAITING:
            page.view.choose(row)
            break
    settled(qtbot, page)
    assert page.preview.outcome_button.isVisible()
    qtbot.mouseClick(page.preview.outcome_button, Qt.MouseButton.LeftButton)
    assert opened[-1] == Place("interview", chosen(page).interview_id or "", "outcome")


# --- staying ------------------------------------------------------------------------------------


def test_choice_and_place_survive_changes_and_coming_back(
    page: TimelinePage, full_desk: Desk, qtbot: QtBot
) -> None:
    bar = page.view.verticalScrollBar()
    page.view.choose(page.model.row_of(page.model.keys[12]), show=True)
    bar.setValue(400)
    anchor, key = page.view.anchor(), chosen(page).key
    # One more above what is in sight, one more below.
    add(full_desk, "Above", datetime(2026, 12, 24, 9, 0))
    add(full_desk, "Below", datetime(2020, 1, 1, 9, 0))
    settled(qtbot, page)
    assert "Above" in companies(page)
    assert "Below" in companies(page)
    assert page.view.anchor() == anchor
    assert chosen(page).key == key
    value = bar.value()
    page.hide()
    full_desk.undo()
    page.show()
    settled(qtbot, page)
    assert "Below" not in companies(page)
    assert bar.value() == value
    assert chosen(page).key == key


def test_what_a_card_says_follows_a_deed(page: TimelinePage, full_desk: Desk) -> None:
    row = next(
        r
        for r in range(page.model.rowCount())
        if (c := page.model.card(r) if page.model.key(r) else None)
        and c.standing is Standing.TO_REVIEW
    )
    key = page.model.key(row)
    card = page.model.card(row)
    assert card is not None
    assert card.interview_id is not None
    full_desk.do(review.add_asked, card.interview_id, "Why us?")
    full_desk.do(review.seal_review, card.interview_id)
    after = page.model.card(page.model.row_of(key))
    assert after is not None
    assert after.standing is Standing.WAITING


def test_time_passes(page: TimelinePage, clock: Clock) -> None:
    standing = [page.model.card(page.model.row_of(k)) for k in page.model.keys[:3]]
    assert Standing.UPCOMING in {c.standing for c in standing if c}
    clock.forward(days=40)
    page.tick()
    after = [page.model.card(page.model.row_of(k)) for k in page.model.keys[:3]]
    assert {c.standing for c in after if c} == {Standing.TO_REVIEW}


def test_a_new_company_can_be_chosen(page: TimelinePage, full_desk: Desk, qtbot: QtBot) -> None:
    full_desk.do(opportunity.add_opportunity, OpportunityDraft("Zebra & Co", "Keeper"))
    texts = [a.text() for a in page.bar.drops[0].menu().actions()]
    assert "Zebra && Co" in texts


# --- looks --------------------------------------------------------------------------------------


def test_narrow_hides_the_preview_until_an_entry_is_chosen(
    full_desk: Desk, open_page: Opener
) -> None:
    page = open_page(full_desk, 896)
    assert not page.preview.isVisible()
    page.view.setFocus()
    press(page, Qt.Key.Key_Down)
    assert page.preview.isVisible()
    assert page.preview.y() > page.view.y()
    row = page.view.currentIndex().row()
    assert (
        page.view.viewport()
        .rect()
        .contains(page.view.visualRect(page.model.index(row, 0)).center())
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_strange_texts_are_painted(
    qtbot: QtBot,
    desk: Desk,
    open_page: Opener,
    theme: Theme,
    mode: str,
    scale: float,
    way: Qt.LayoutDirection,
) -> None:
    texts = [
        "🎉👩‍🔬 Lab",
        "مقابلة الشركة",
        "<img src='x'> & Söhne",
        "W" * 200,
        "e\u0301e\u0301e\u0301",
    ]
    for place, text in enumerate(texts):
        key = add(desk, text, datetime(2026, 11, 2 + place, 9, 0))
        desk.do(review.add_asked, key, f"{text} pipeline {text}")
    theme.set_mode("dark" if mode == "dark" else "light")
    theme.set_scale(scale)
    page = open_page(desk, 1100)
    page.setLayoutDirection(way)
    page.search.setText("pipe")
    settled(qtbot, page)
    assert len(page.model.keys) == len(texts)
    picture = page.grab().toImage()
    ground = picture.pixelColor(2, 2).name()
    assert ground == theme.colours.page.lower()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(150, 600, 3)
    }
    assert theme.colours.attention_soft.lower() in colours
