"""What tests of the Outcome step do and look at: clicks, menus, rows, texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewRow
from interview_coach.domain.kinds import (
    Decision,
    ReasonKind,
    Sign,
)
from interview_coach.domain.outcome import Debrief, ReasonRow
from interview_coach.store import interviews, outcomes
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.panel import After, OutcomePanel
from interview_coach.ui.outcome.row import ReasonLine

Show = Callable[[str], OutcomePanel]


def appear(qtbot: QtBot, panel: OutcomePanel) -> None:
    """Show it, and wait until it has the keyboard: a field that loses the window ends its editing."""
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()


def rows(desk: Desk) -> list[InterviewRow]:
    found = desk.ask(interviews.interview_list)
    return [*found.upcoming, *found.to_review, *found.waiting, *found.closed]


def find(desk: Desk, company: str, kind: str) -> str:
    return next(r.id for r in rows(desk) if r.company.startswith(company) and r.kind == kind)


def told(desk: Desk, key: str) -> Debrief:
    return desk.ask(outcomes.debrief, key)


def decision(desk: Desk, key: str) -> Decision | None:
    recorded = told(desk, key).outcome
    return recorded.decision if recorded else None


def after(panel: OutcomePanel) -> After:
    assert panel.after is not None
    return panel.after


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible(), widget
    # What has just been made has no room yet.
    qtbot.waitUntil(lambda: not widget.rect().isEmpty())
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, menu: QMenu | None, text: str) -> None:
    """Choose an entry of a menu by its keys, as it would be from an open menu."""
    assert menu is not None
    action = next(a for a in menu.actions() if a.text() == text)
    menu.popup(menu.mapToGlobal(menu.rect().topLeft()))
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def line(panel: OutcomePanel, what: ReasonKind, text: str = "") -> ReasonLine:
    return next(
        x for x in after(panel).reasons.lines if x.reason.what is what and text in x.reason.text
    )


def stored(desk: Desk, key: str, what: ReasonKind, text: str = "") -> ReasonRow:
    return next(r for r in told(desk, key).reasons if r.what is what and text in r.text)


def sign_of(widget: ReasonLine, sign: Sign) -> QAbstractButton:
    return widget.sign.choices[list(Sign).index(sign)]


def texts(root: QWidget) -> list[str]:
    """All that a person or a screen reader could read on a widget."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget is not root and not widget.isVisibleTo(root):
            continue
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
    return [text for text in found if text]
