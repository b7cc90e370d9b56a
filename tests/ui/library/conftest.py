"""What the library's tests share: the page on the sample data, and on nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.app.borders import borders
from interview_coach.domain.changes import Place
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme

Opener = Callable[..., LibraryPage]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, navigator: Navigator) -> Iterator[Opener]:
    """Opens pages, and hides them before the store is closed."""
    pages: list[LibraryPage] = []

    def show(desk: Desk, width: int = 1072) -> LibraryPage:
        page = LibraryPage(desk, navigator, borders())
        qtbot.addWidget(page)
        pages.append(page)
        page.resize(width, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield show
    for page in pages:
        page.hide()


@pytest.fixture
def page(full_desk: Desk, open_page: Opener) -> LibraryPage:
    """The page with the sample data."""
    return open_page(full_desk)


@pytest.fixture
def empty_page(desk: Desk, open_page: Opener) -> LibraryPage:
    """The page with nothing."""
    return open_page(desk)


@pytest.fixture
def opened(navigator: Navigator) -> list[Place]:
    """What the window was asked to open."""
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places
