"""What a test does with a Timeline page, and what it reads off it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.timeline import Card
from interview_coach.store import interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.timeline.page import TimelinePage


def chosen(page: TimelinePage) -> Card:
    """The current entry."""
    card = page.model.card(page.view.currentIndex().row())
    assert card is not None
    return card


def companies(page: TimelinePage) -> list[str]:
    """The companies of all entries, newest first."""
    cards = [page.model.card(row) for row in range(page.model.rowCount()) if page.model.key(row)]
    return [card.company for card in cards if card is not None]


def settled(qtbot: QtBot, page: TimelinePage) -> None:
    """Wait until all keys are there and the preview shows what is chosen."""
    qtbot.waitUntil(lambda: page.feed.complete)
    qtbot.waitUntil(lambda: not page._preview_later.isActive())


def add(desk: Desk, company: str, start: datetime) -> str:
    """Add an interview."""
    draft = InterviewDraft(company, "Engineer", start, "Europe/Berlin", InterviewKind.PANEL)
    return desk.do(interview.add_interview, draft)


def press(page: TimelinePage, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key)


def trigger(page: TimelinePage, place: int, text: str) -> None:
    """Choose an entry of a drop chip's menu."""
    menu = page.bar.drops[place].menu()
    next(a for a in menu.actions() if a.text() == text).trigger()
