"""What these tests share: windows that are open and active, and drafts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QDate, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewDraft
from interview_coach.store import interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
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


@pytest.fixture
def dialog(desk: Desk, opened: Opener) -> InterviewDialog:
    """A new interview."""
    made = InterviewDialog(desk)
    opened(made)
    return made


def only(desk: Desk) -> str:
    """The id of the one interview there is."""
    found = desk.ask(interviews.interview_list)
    (row,) = (*found.upcoming, *found.to_review)
    return row.id


def scratch(desk: Desk, field: str = "dialog:interview:new") -> dict[str, Any] | None:
    """What is kept of a dialog, or None."""
    kept = desk.store.scribbled(field).get(field)
    return json.loads(kept) if kept is not None else None


def put_when(dialog: InterviewDialog, day: tuple[int, int, int], at: tuple[int, int]) -> None:
    """Set day and start as by hand."""
    dialog.when.day.setDate(QDate(*day))
    dialog.when.start.setTime(QTime(*at))


def fill(dialog: InterviewDialog) -> None:
    """Type what no interview can be without."""
    QTest.keyClicks(dialog.company, "Acme")
    QTest.keyClicks(dialog.role, "Engineer")
