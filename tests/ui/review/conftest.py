"""What tests of the Review step share: a held interview with a plan, and its panel with the focus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import About, Felt, InterviewKind, Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.store import interview, prep, review
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.form import Form
from interview_coach.ui.review.recall import Recall
from interview_coach.ui.review.sealed import Sealed

# The clock of the tests stands at 22:00 in Berlin, 25 minutes after this one's end.
STARTS = datetime(2026, 11, 22, 20, 50)
LATER = datetime(2026, 11, 24, 14, 0)
PLANNED = (
    (Section.TALKING_POINT, About.THEM, "Batch to events mirrors what I led"),
    (Section.TALKING_POINT, About.ME, "Why now: own a platform"),
    (Section.STORY, None, "The outage that taught me ownership"),
    (Section.QUESTION, None, "What would make the first months a success?"),
)
Opens = Callable[..., ReviewPanel]


def add_interview(desk: Desk, start: datetime = STARTS, *, notes: str = "") -> str:
    """An interview of 45 minutes with four planned points."""
    draft = InterviewDraft(
        "Northwind Robotics",
        "Senior Data Engineer",
        start,
        "Europe/Berlin",
        kind=InterviewKind.TECHNICAL,
        minutes=45,
        notes=notes,
    )
    key = desk.do(interview.add_interview, draft, checklist=False)
    for section, about, text in PLANNED:
        desk.do(prep.add_item, key, PrepDraft(section, text, about=about))
    return key


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def types(text: str) -> None:
    """Type into whatever has the focus."""
    QTest.keyClicks(focus(), text)


def presses(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focus(), key, modifiers)


def clicks(widget: QWidget) -> None:
    """Click in the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def pastes(text: str) -> None:
    """Copy a text elsewhere and paste it where the focus is."""
    QApplication.clipboard().setText(text)
    presses(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def recall_of(panel: ReviewPanel) -> Recall:
    """The panel's free recall, which shows now."""
    assert isinstance(panel.face, Recall)
    return panel.face


def form_of(panel: ReviewPanel) -> Form:
    """The panel's form, which shows now."""
    assert isinstance(panel.face, Form)
    return panel.face


def sealed_of(panel: ReviewPanel) -> Sealed:
    """The panel's sealed review, which shows now."""
    assert isinstance(panel.face, Sealed)
    return panel.face


@pytest.fixture
def opens(qtbot: QtBot, navigator: Navigator) -> Opens:
    """Opens the panel of an interview in an active window."""

    def open_panel(desk: Desk, key: str, width: int = 1072, height: int = 640) -> ReviewPanel:
        panel = ReviewPanel(desk, navigator)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show_interview(key)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        panel.focus_first()
        return panel

    return open_panel


@pytest.fixture
def held(desk: Desk) -> str:
    """An interview that ended 25 minutes ago."""
    return add_interview(desk)


@pytest.fixture
def panel(opens: Opens, desk: Desk, held: str) -> ReviewPanel:
    """The panel of the held interview, at free recall."""
    return opens(desk, held)


@pytest.fixture
def form_panel(opens: Opens, desk: Desk, held: str) -> ReviewPanel:
    """The panel of the held interview, after free recall with two questions."""
    desk.do(review.set_felt, held, Felt.GOOD)
    desk.do(review.add_asked, held, "Why us?")
    desk.do(review.add_asked, held, "How do you test a pipeline?")
    desk.do(review.finish_recall, held)
    return opens(desk, held)
