"""The interviews page, with real clicks and keys on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewRow
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.standing import Standing
from interview_coach.store import interview, interviews, opportunity, prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.page import InterviewsPage
from interview_coach.ui.interviews.reschedule_dialog import RescheduleDialog
from interview_coach.ui.interviews.subject import Act
from interview_coach.ui.navigator import Navigator
from tests.stores import Clock
from tests.ui.interviews.conftest import Opener, a_draft

Key = Qt.Key


@pytest.fixture
def page(full_desk: Desk, navigator: Navigator, opened: Opener) -> InterviewsPage:
    shown = InterviewsPage(full_desk, navigator)
    opened(shown)
    shown.focus_first()
    return shown


def listed(desk: Desk, company: str, standing: Standing) -> InterviewRow:
    """One interview of the sample."""
    found = desk.ask(interviews.interview_list)
    rows = [*found.upcoming, *found.to_review, *found.waiting, *found.closed]
    return next(r for r in rows if r.company == company and r.standing is standing)


def standing_of(desk: Desk, key: str) -> Standing:
    return desk.ask(interviews.interview_head, key).standing


def search(qtbot: QtBot, page: InterviewsPage, text: str) -> None:
    assert page.open_search()
    QTest.keyClicks(page.search, text)
    before = page.search.text().strip()
    qtbot.waitUntil(lambda: not page._wait.isActive())
    assert before == page.search.text().strip()


# --- the list -----------------------------------------------------------------------------------


def test_the_list_begins_with_what_is_next_and_shows_it_beside(page: InterviewsPage) -> None:
    first = page.list.keys[0]
    card = page.list.card(first)
    assert card.card.company == "Northwind Robotics"
    assert "18 of 28 prepared" in card.card.line
    assert card.selected
    assert page.preview.subject is not None
    assert page.preview.subject.interview == first
    assert page.preview.link.text() == "meet.example.com/northwind-2411"


def test_no_rejection_is_in_sight_while_closed_is_folded(page: InterviewsPage) -> None:
    assert page.list.fold.isVisible()
    assert not page.list.is_open
    chips = {page.list.card(key).card.chip for key in page.list.keys}
    assert "Not this time" not in chips


def test_closed_unfolds_by_a_click_and_tells_its_count(qtbot: QtBot, page: InterviewsPage) -> None:
    folded = len(page.list.keys)
    count = int(page.list.fold.text().rsplit(" ", 1)[-1])
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.list.keys) == folded + count)
    chips = [page.list.card(key).card.chip for key in page.list.keys[folded:]]
    assert "Not this time" in chips
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    assert len(page.list.keys) == folded


def test_a_search_opens_the_fold_where_it_hits(qtbot: QtBot, page: InterviewsPage) -> None:
    folded = len(page.list.keys)
    search(qtbot, page, "kestrel")
    assert {page.list.card(key).card.company for key in page.list.keys} == {"Kestrel Maps"}
    QTest.keyClick(page.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: not page._wait.isActive())
    assert len(page.list.keys) == folded


def test_a_search_reads_what_was_planned_and_said(qtbot: QtBot, page: InterviewsPage) -> None:
    key = listed(page.desk, "Quillon", Standing.UPCOMING).id
    page.desk.do(interview.set_interview_notes, key, "Ask about the zebra crossing")
    search(qtbot, page, "zebr")
    assert page.list.keys == [key]


def test_a_search_without_hits_says_so_and_clears(qtbot: QtBot, page: InterviewsPage) -> None:
    search(qtbot, page, "xylophone")
    assert page.nothing.isVisible()
    assert not page.preview.isVisible()
    QTest.mouseClick(page.nothing.action_button, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    assert page.search.text() == ""


def test_where_it_is_found_by_where_it_was_found(qtbot: QtBot, page: InterviewsPage) -> None:
    job = page.desk.ask(interviews.interview_list).no_round[0]
    draft = page.desk.ask(opportunity.opportunity_head, job.id).draft

    page.desk.do(opportunity.edit_opportunity, job.id, replace(draft, found_at="Ostrich weekly"))
    search(qtbot, page, "ostrich")
    assert page.list.keys == [job.id]


# --- keyboard -----------------------------------------------------------------------------------


def test_arrows_walk_over_the_heads_of_groups(qtbot: QtBot, page: InterviewsPage) -> None:
    keys = page.list.keys
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is page.list.card(key)
        assert page.preview.subject is not None
        assert page.preview.subject.key == key
        QTest.keyClick(focused, Key.Key_Down)
    assert QApplication.focusWidget() is page.list.fold
    QTest.keyClick(page.list.fold, Key.Key_Up)
    assert QApplication.focusWidget() is page.list.card(keys[-1])


def test_the_fold_opens_and_is_walked_through_by_keyboard(
    qtbot: QtBot, page: InterviewsPage
) -> None:
    open_ones = len(page.list.keys)
    page.list.fold.setFocus()
    QTest.keyClick(page.list.fold, Key.Key_Space)
    assert page.list.is_open
    QTest.keyClick(page.list.fold, Key.Key_Down)
    assert QApplication.focusWidget() is page.list.card(page.list.keys[open_ones])


def test_home_and_end(qtbot: QtBot, page: InterviewsPage) -> None:
    keys = page.list.keys
    QTest.keyClick(page.list.card(keys[0]), Key.Key_End)
    assert QApplication.focusWidget() is page.list.card(keys[-1])
    QTest.keyClick(page.list.card(keys[-1]), Key.Key_Home)
    assert QApplication.focusWidget() is page.list.card(keys[0])


def test_tab_reaches_one_card_only(qtbot: QtBot, page: InterviewsPage) -> None:
    reachable = [
        key for key in page.list.keys if page.list.card(key).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reachable == page.list.keys[:1]


def test_enter_opens_f2_edits(qtbot: QtBot, page: InterviewsPage, went: list[Place]) -> None:
    first = page.list.keys[0]
    QTest.keyClick(page.list.card(first), Key.Key_Return)
    QTest.keyClick(page.list.card(first), Key.Key_F2)
    assert went == [Place("interview", first), Place("edit_interview", first)]


def test_an_opportunity_without_a_round_opens_its_own_page(
    qtbot: QtBot, page: InterviewsPage, went: list[Place]
) -> None:
    job = page.desk.ask(interviews.interview_list).no_round[0]
    page.list.choose(job.id, Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list.card(job.id), Key.Key_Return)
    QTest.mouseClick(page.preview.buttons[Act.NEXT_ROUND], Qt.MouseButton.LeftButton)
    assert went == [Place("opportunity", job.id), Place("new_interview", job.id)]


def test_delete_goes_to_the_next_card_and_undo_brings_it_back(
    qtbot: QtBot, page: InterviewsPage
) -> None:
    first, second = page.list.keys[:2]
    QTest.keyClick(page.list.card(first), Key.Key_Delete)
    assert first not in page.list.keys
    assert page.list.card(second).selected
    assert QApplication.focusWidget() is page.list.card(second)
    page.desk.undo()
    assert page.list.keys[0] == first


def test_delete_in_the_search_field_deletes_no_interview(
    qtbot: QtBot, page: InterviewsPage
) -> None:
    before = page.list.keys
    page.open_search()
    QTest.keyClicks(page.search, "no")
    QTest.keyClick(page.search, Key.Key_Home)
    QTest.keyClick(page.search, Key.Key_Delete)
    QTest.keyClick(page.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: not page._wait.isActive())
    assert page.list.keys == before


def test_down_from_the_search_goes_to_the_first_hit(qtbot: QtBot, page: InterviewsPage) -> None:
    search(qtbot, page, "brightwater")
    QTest.keyClick(page.search, Key.Key_Down)
    assert QApplication.focusWidget() is page.list.card(page.list.keys[0])


# --- actions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [Cancelled.THEM, Cancelled.ME])
def test_call_off_and_it_takes_place_after_all(
    qtbot: QtBot, page: InterviewsPage, by: Cancelled
) -> None:
    key = page.list.keys[0]
    button = page.preview.call_off
    assert button is not None
    menu = button.menu()
    menu.aboutToShow.emit()
    menu.actions()[0 if by is Cancelled.THEM else 1].trigger()
    head = page.desk.ask(interviews.interview_head, key)
    assert (head.standing, head.called_off_by) == (Standing.CALLED_OFF, by)
    assert key not in page.list.keys  # folded away with what is closed
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    page.list.choose(key)
    QTest.mouseClick(page.preview.buttons[Act.RESTORE], Qt.MouseButton.LeftButton)
    assert standing_of(page.desk, key) is Standing.UPCOMING
    page.desk.undo()
    assert standing_of(page.desk, key) is Standing.CALLED_OFF


def test_did_not_happen_and_did_after_all(qtbot: QtBot, page: InterviewsPage) -> None:
    key = listed(page.desk, "Halden Bank", Standing.TO_REVIEW).id
    page.list.choose(key)
    QTest.mouseClick(page.preview.buttons[Act.NOT_HELD], Qt.MouseButton.LeftButton)
    assert standing_of(page.desk, key) is Standing.NOT_HELD
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    page.list.choose(key)
    assert page.preview.buttons[Act.RESTORE].text() == "It did happen"
    QTest.mouseClick(page.preview.buttons[Act.RESTORE], Qt.MouseButton.LeftButton)
    assert standing_of(page.desk, key) is Standing.TO_REVIEW


def test_archive_and_back(qtbot: QtBot, page: InterviewsPage) -> None:
    key = page.list.keys[0]
    QTest.mouseClick(page.preview.buttons[Act.ARCHIVE], Qt.MouseButton.LeftButton)
    assert key not in page.list.keys
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    assert page.list.card(key).card.line.startswith("Archived")
    page.list.choose(key)
    QTest.mouseClick(page.preview.buttons[Act.UNARCHIVE], Qt.MouseButton.LeftButton)
    assert page.list.keys[0] == key


def test_record_outcome_opens_the_step(
    qtbot: QtBot, page: InterviewsPage, went: list[Place]
) -> None:
    key = listed(page.desk, "Brightwater", Standing.WAITING).id
    page.list.choose(key)
    QTest.mouseClick(page.preview.buttons[Act.OUTCOME], Qt.MouseButton.LeftButton)
    assert went == [Place("interview", key, "outcome")]


def test_reschedule_opens_its_dialog(qtbot: QtBot, page: InterviewsPage) -> None:
    QTest.mouseClick(page.preview.buttons[Act.RESCHEDULE], Qt.MouseButton.LeftButton)
    dialogs = [w for w in page.findChildren(RescheduleDialog) if w.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_the_context_menu_offers_the_same(qtbot: QtBot, page: InterviewsPage) -> None:
    subject = page.list.current
    assert subject is not None
    menu = page._acting.menu(subject, page)
    texts = [a.text() for a in menu.actions() if a.text()]
    assert texts == [
        "Open",
        "Edit",
        "Reschedule",
        "Record outcome",
        "Next round",
        "Cancel this round",
        "Archive",
        "Delete",
    ]
    sub = next(a.menu() for a in menu.actions() if a.menu() is not None)
    assert isinstance(sub, QMenu)
    assert [a.text() for a in sub.actions()] == ["Cancelled by them", "Cancelled by me"]


def test_the_menu_bar_offers_the_same_about_the_chosen_card(page: InterviewsPage) -> None:
    key = listed(page.desk, "Halden Bank", Standing.TO_REVIEW).id
    page.list.choose(key)
    actions = {a.text(): a for a in page.menu_actions()}
    actions["Did not happen"].trigger()
    assert standing_of(page.desk, key) is Standing.NOT_HELD


def test_a_round_in_the_preview_opens(page: InterviewsPage, went: list[Place]) -> None:
    links = [
        w for row in page.preview.rounds.rows for w in row.findChildren(type(page.preview.read_on))
    ]
    other = next(link for link in links if link.isEnabled())
    other.click()
    assert went[0].kind == "interview"
    assert went[0].id != page.list.keys[0]


# --- staying in place -----------------------------------------------------------------------------


def test_a_change_elsewhere_keeps_card_focus_and_scroll(qtbot: QtBot, page: InterviewsPage) -> None:
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    key = page.list.keys[9]
    page.list.choose(key, Qt.FocusReason.TabFocusReason)
    bar = page.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(300)
    card = page.list.card(key)
    first = page.list.keys[0]
    item = page.desk.ask(prep.checklist, first)
    page.desk.do(prep.tick_item, item.items[0].id, done=not item.items[0].done)
    assert page.list.card(key) is card
    assert QApplication.focusWidget() is card
    assert bar.value() == 300


def test_a_tick_changes_the_card_in_place(page: InterviewsPage) -> None:
    first = page.list.keys[0]
    card = page.list.card(first)
    todo = next(i for i in page.desk.ask(prep.checklist, first).items if not i.done)
    page.desk.do(prep.tick_item, todo.id, done=True)
    assert page.list.card(first) is card
    assert "19 of 28 prepared" in card.card.line


def test_time_moves_what_is_over_to_review(page: InterviewsPage, clock: Clock) -> None:
    key = page.list.keys[0]
    clock.now += timedelta(days=2)
    page.tick()
    assert page.list.card(key).card.chip == "Review waiting"


# --- empty and new --------------------------------------------------------------------------------


def test_the_empty_page_helps(
    qtbot: QtBot, desk: Desk, navigator: Navigator, opened: Opener, went: list[Place]
) -> None:
    page = InterviewsPage(desk, navigator)
    opened(page)
    page.focus_first()
    assert page.empty.isVisible()
    assert not page.search.isVisible()
    assert not page.open_search()
    QTest.keyClick(page.empty.action_button, Key.Key_Space)
    QTest.mouseClick(page.empty_opportunity, Qt.MouseButton.LeftButton)
    assert went == [Place("new_interview"), Place("new_opportunity")]
    desk.do(interview.add_interview, a_draft())
    assert page.list.isVisible()
    assert page.list.card(page.list.keys[0]).card.company == "Acme"


def test_older_closed_ones_come_on_demand(
    qtbot: QtBot, desk: Desk, navigator: Navigator, opened: Opener
) -> None:
    for n in range(7):
        key = desk.do(interview.add_interview, a_draft(f"Company {n}"), checklist=False)
        desk.do(interview.call_off_interview, key, Cancelled.ME)
    page = InterviewsPage(desk, navigator)
    page._limit = 5
    opened(page)
    QTest.mouseClick(page.list.fold, Qt.MouseButton.LeftButton)
    assert len(page.list.keys) == 5
    assert page.list.fold.text() == "Closed · 7"
    QTest.mouseClick(page.list.more, Qt.MouseButton.LeftButton)
    assert len(page.list.keys) == 7
    assert not page.list.more.isVisible()


def test_what_was_typed_as_html_stays_text(
    desk: Desk, navigator: Navigator, opened: Opener
) -> None:
    company = "<b>A & B</b>"
    desk.do(interview.add_interview, a_draft(company, "<i>Engineer</i>"))
    page = InterviewsPage(desk, navigator)
    opened(page)
    assert page.preview.accessibleName() == company
    assert page.list.card(page.list.keys[0]).accessibleName().startswith(company)
