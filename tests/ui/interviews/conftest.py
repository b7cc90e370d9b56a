"""What these tests share: windows that are open and active, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewDraft
from interview_coach.ui.navigator import Navigator

Opener = Callable[[QWidget], QWidget]


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Show a widget as a window of the usual size, with the keyboard."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        if not widget.isModal():
            widget.resize(1280, 820)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


@pytest.fixture
def went(navigator: Navigator) -> list[Place]:
    """Where the navigator was asked to go."""
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places


def a_draft(company: str = "Acme", title: str = "Engineer", **others: object) -> InterviewDraft:
    """A sound interview."""
    start = datetime(2026, 11, 25, 14, 0)
    return InterviewDraft(company, title, start, "Europe/Berlin", **others)  # type: ignore[arg-type]
