"""All reasons as a person goes through them: whose no, filters, keys, and what each leads to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Certainty, Decision, Family, Sign
from interview_coach.domain.ledger import LedgerFilters, Side
from interview_coach.store import ledger, outcome
from interview_coach.ui.desk import Desk
from interview_coach.ui.ledger import page as ledger_page
from interview_coach.ui.ledger.page import LedgerPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme

Opened = Callable[[Desk], LedgerPage]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, navigator: Navigator) -> Iterator[Opened]:
    assert theme
    pages: list[LedgerPage] = []

    def show(desk: Desk) -> LedgerPage:
        page = LedgerPage(desk, navigator)
        QAbstractItemModelTester(
            page.model, QAbstractItemModelTester.FailureReportingMode.Fatal, page
        )
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(1072, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: page.complete)
        return page

    yield show
    for page in pages:
        page.hide()


@pytest.fixture
def went(navigator: Navigator) -> list[Place]:
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places


def choose(page: LedgerPage, side: Side) -> None:
    page.bar.side.choices[list(Side).index(side)].click()


def test_each_side_has_a_list_of_its_own(opened: Opened, full_desk: Desk) -> None:
    page = opened(full_desk)
    for side in Side:
        choose(page, side)
        rows = [page.model.row(place) for place in range(page.model.rowCount())]
        decisions = {row.decision for row in rows if row is not None}
        theirs = Decision.REJECTED in decisions
        assert theirs is (side is Side.THEIRS)
        assert not theirs or decisions == {Decision.REJECTED}
    choose(page, Side.THEIRS)
    assert page.header.accessibleName() == "All reasons"
    assert page.model.rowCount() > 5


def test_keys_go_through_the_list_and_open_the_outcome(
    opened: Opened, full_desk: Desk, went: list[Place], qtbot: QtBot
) -> None:
    page = opened(full_desk)
    page.focus_first()
    assert page.view.hasFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.currentIndex().row() == page.model.rowCount() - 1
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    qtbot.keyClick(page.view, Qt.Key.Key_Down)
    row = page.model.row(1)
    assert row is not None
    assert page.pane.about.text().startswith(row.company)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.pane.whole_button, Qt.Key.Key_Space)
    assert went == [
        Place("interview", row.interview_id, "outcome"),
        Place("opportunity", row.opportunity_id),
    ]
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    assert page.bar.side.choices[0].hasFocus()


def test_filters_narrow_and_are_taken_back(opened: Opened, full_desk: Desk, qtbot: QtBot) -> None:
    page = opened(full_desk)
    before = page.model.rowCount()
    page.bar.sign.set_value(Sign.CLEAR)
    page.bar.family.set_value(Family.NOT_MINE)
    page.bar.changed.emit()
    rows = [page.model.row(place) for place in range(page.model.rowCount())]
    assert 0 < len(rows) < before
    assert {(r.reason.sign, r.reason.family) for r in rows if r} == {(Sign.CLEAR, Family.NOT_MINE)}
    # What nothing is like says so, with the way back.
    page.bar.certainty.set_value(Certainty.GUESSED)
    page.bar.changed.emit()
    choose(page, Side.CANCELLED)
    assert page.none_found.isVisible()
    page.none_found.acted.emit()
    choose(page, Side.THEIRS)
    qtbot.waitUntil(lambda: page.model.rowCount() == before)


def test_a_long_list_comes_in_slices_and_stays_where_it_is(
    opened: Opened, full_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_page, "FIRST", 3)
    monkeypatch.setattr(ledger_page, "SLICE", 4)
    page = opened(full_desk)
    assert tuple(page.model.keys) == full_desk.ask(ledger.ledger_keys, LedgerFilters())
    page.view.choose(5)
    chosen = page.view.chosen_key
    # A reason further up goes: the same one stays chosen.
    full_desk.do(outcome.delete_reason, page.model.keys[1].id)
    page.finish()
    assert page.view.chosen_key == chosen
    assert page.view.currentIndex().row() == 4


def test_a_newcomer_is_told_what_will_be_here(opened: Opened, desk: Desk) -> None:
    page = opened(desk)
    assert page.nothing.isVisible()
    choose(page, Side.MINE)
    assert page.nothing.isVisible()
