"""What a test does with the Today page, and what it reads off it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import InterviewKind
from interview_coach.store import interview
from interview_coach.ui.desk import Desk


def texts(page: QWidget) -> list[str]:
    """All texts that can be read."""
    return [x.text() for x in page.findChildren(QLabel) if x.isVisible() and x.text()]


def planned(desk: Desk, start: datetime, zone: str = "Europe/Berlin", **more: str) -> str:
    """Add an interview without a checklist."""
    draft = InterviewDraft(
        more.get("company", "Aurelia"),
        "Engineer",
        start,
        zone,
        InterviewKind.TECHNICAL,
        link=more.get("link", ""),
        place=more.get("place", ""),
    )
    return desk.do(interview.add_interview, draft, checklist=False)


def click(qtbot: QtBot, widget: QWidget) -> None:
    """Click it."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
