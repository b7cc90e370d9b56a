"""What tests of the day share: its panel on the sample's next interview."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.ui.day.panel import DayPanel
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from tests.ui.prep.conftest import northwind, show


@pytest.fixture
def open_day(qtbot: QtBot, navigator: Navigator) -> Iterator[Callable[[Desk, str], DayPanel]]:
    """Opens the day's panel on an interview."""
    panels: list[DayPanel] = []

    def opened(desk: Desk, key: str) -> DayPanel:
        panel = DayPanel(desk, navigator)
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.show_interview(key)
        show(qtbot, panel)
        return panel

    yield opened
    for panel in panels:
        panel.hide()


@pytest.fixture
def day(full_desk: Desk, open_day: Callable[[Desk, str], DayPanel]) -> DayPanel:
    """The day's panel on the sample's next interview."""
    return open_day(full_desk, northwind(full_desk))
