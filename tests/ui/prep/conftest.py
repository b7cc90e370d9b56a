"""What tests of the preparation share: the panel on the sample's next interview, shown and active."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import About, InterviewKind, Section
from interview_coach.domain.prep import Checklist, PrepDraft
from interview_coach.store import interview, interviews, prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.prep.panel import PreparePanel
from interview_coach.ui.prep.row import PrepRow
from tests.stores import NOW


def northwind(desk: Desk) -> str:
    """The sample's next interview."""
    return desk.ask(interviews.interview_list).upcoming[0].id


def new_interview(desk: Desk, *, checklist: bool = False) -> str:
    """An interview of one's own, a week from now."""
    start = NOW.replace(tzinfo=None, day=30, hour=10)
    draft = InterviewDraft("Harbour", "Analyst", start, "Europe/Berlin", InterviewKind.TECHNICAL)
    return desk.do(interview.add_interview, draft, checklist=checklist)


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget as the active window."""
    widget.resize(1072, 794)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


@dataclass
class Bench:
    """A panel with what a test wants to know of it."""

    desk: Desk
    navigator: Navigator
    panel: PreparePanel
    key: str

    @property
    def found(self) -> Checklist:
        """What the store says."""
        return self.desk.ask(prep.checklist, self.key)

    def texts(self, section: Section, about: About | None = None) -> list[str]:
        """The texts of one group, in the store's order."""
        return [i.text for i in self.found.items if (i.section, i.about) == (section, about)]

    def row(self, text: str) -> PrepRow:
        """The row that begins with this text."""
        return next(r for r in self.panel.items.rows if r.item.text.startswith(text))

    def focus(self, text: str) -> PrepRow:
        """The row that begins with this text, with the focus."""
        row = self.row(text)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        return row


@pytest.fixture
def open_panel(qtbot: QtBot, navigator: Navigator) -> Iterator[Callable[[Desk, str], Bench]]:
    """Opens a panel on an interview; as often as a test likes."""
    panels: list[PreparePanel] = []

    def opened(desk: Desk, key: str) -> Bench:
        panel = PreparePanel(desk, navigator)
        panels.append(panel)
        qtbot.addWidget(panel)
        panel.show_interview(key)
        show(qtbot, panel)
        return Bench(desk, navigator, panel, key)

    yield opened
    for panel in panels:
        panel.hide()


@pytest.fixture
def bench(full_desk: Desk, open_panel: Callable[[Desk, str], Bench]) -> Bench:
    """The panel on the sample's next interview."""
    return open_panel(full_desk, northwind(full_desk))


@pytest.fixture
def own(desk: Desk, open_panel: Callable[[Desk, str], Bench]) -> Bench:
    """The panel on an interview of one's own with five items."""
    key = new_interview(desk)
    for text in ("first", "second", "third"):
        desk.do(prep.add_item, key, PrepDraft(Section.RESEARCH, text))
    desk.do(prep.add_item, key, PrepDraft(Section.TALKING_POINT, "of them", about=About.THEM))
    desk.do(prep.add_item, key, PrepDraft(Section.TALKING_POINT, "of me", about=About.ME))
    return open_panel(desk, key)


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    """Send a mouse event of the left button to a widget at one of its points."""
    release = kind == QEvent.Type.MouseButtonRelease
    held = Qt.MouseButton.NoButton if release else Qt.MouseButton.LeftButton
    moving = kind == QEvent.Type.MouseMove
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        button,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def drag(row: QWidget, to: QWidget, *, below: bool = False, drop: bool = True) -> None:
    """Drag a row by its grip to just above another widget, or just below it."""
    begin = QPoint(6, row.height() // 2)
    target = to.rect().bottomLeft() + QPoint(60, -3) if below else QPoint(60, 3)
    end = row.mapFromGlobal(to.mapToGlobal(target))
    mouse(row, QEvent.Type.MouseButtonPress, begin)
    mouse(row, QEvent.Type.MouseMove, begin + QPoint(0, 15))
    mouse(row, QEvent.Type.MouseMove, end)
    if drop:
        mouse(row, QEvent.Type.MouseButtonRelease, end)
