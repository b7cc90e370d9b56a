"""The Outcome step in a window, and where it wants to go."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.panel import OutcomePanel
from tests.ui.outcome.acting import Show, appear


@pytest.fixture
def wanted(navigator: Navigator) -> list[Place]:
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places


@pytest.fixture
def show(full_desk: Desk, navigator: Navigator, qtbot: QtBot) -> Show:
    """Show the step of an interview in a window as wide as the real one's content."""

    def shown(key: str) -> OutcomePanel:
        panel = OutcomePanel(full_desk, navigator)
        qtbot.addWidget(panel)
        panel.resize(1072, 672)
        appear(qtbot, panel)
        panel.show_interview(key)
        return panel

    return shown
