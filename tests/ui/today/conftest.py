"""What Today's tests share: the page as it is after the store has been loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.store import today
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme
from interview_coach.ui.today.page import TodayPage

BERLIN = ZoneInfo("Europe/Berlin")
Opener = Callable[..., TodayPage]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, navigator: Navigator) -> Iterator[Opener]:
    """Opens pages, and hides them before the store is closed."""
    pages: list[TodayPage] = []

    def show(desk: Desk, *, attach: bool = True, width: int = 1072) -> TodayPage:
        page = TodayPage(navigator)
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 780)
        page.show_today(desk.ask(today.today, BERLIN), BERLIN)
        if attach:
            page.attach(desk)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield show
    for page in pages:
        page.hide()


@pytest.fixture
def page(full_desk: Desk, open_page: Opener) -> TodayPage:
    """The page with the sample data."""
    return open_page(full_desk)


@pytest.fixture
def opened(navigator: Navigator) -> list[Place]:
    """What the window was asked to open."""
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places
