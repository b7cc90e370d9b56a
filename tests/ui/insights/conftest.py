"""The Insights page in a window, with what it has counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.exchange.figures import keep
from interview_coach.ui.desk import Desk
from interview_coach.ui.insights.card import Table
from interview_coach.ui.insights.page import InsightsPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme

Keep = Callable[[Path, bytes | Table], None]
Show = Callable[[Desk], InsightsPage]


@pytest.fixture
def show(navigator: Navigator, theme: Theme, qtbot: QtBot) -> Show:
    def shown(desk: Desk) -> InsightsPage:
        page = InsightsPage(desk, navigator, keep)
        qtbot.addWidget(page, before_close_func=lambda p: p.jobs.drain())
        page.resize(1072, 820)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(lambda: not page.jobs.busy)
        return page

    return shown


@pytest.fixture
def page(full_desk: Desk, show: Show) -> InsightsPage:
    """The page with the sample data."""
    return show(full_desk)


@pytest.fixture
def opened(navigator: Navigator) -> list[Place]:
    """What the window was asked to open."""
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places
