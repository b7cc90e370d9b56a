"""All keys on one sheet (F1)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QGridLayout, QVBoxLayout, QWidget

from interview_coach.ui.shell.actions import key_text, plain
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, QuietButton, ScrollPage

_Scroll = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Down: _Scroll.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Scroll.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Scroll.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Scroll.SliderPageStepSub,
    Qt.Key.Key_End: _Scroll.SliderToMaximum,
    Qt.Key.Key_Home: _Scroll.SliderToMinimum,
}


def page_keys() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The keys that belong to a page rather than to a menu."""
    return (
        (
            tr("In lists"),
            (
                (tr("Arrows, Home, End"), tr("Move")),
                (tr("Enter"), tr("Open")),
                (tr("F2"), tr("Edit")),
                (tr("Delete"), tr("Delete, undoable")),
            ),
        ),
        (
            tr("In a preparation"),
            (
                (tr("N"), tr("Add an item")),
                (tr("W"), tr("Proved wrong, on a note about them")),
                (tr("Space"), tr("Tick")),
                (tr("R"), tr("Said out loud")),
                (tr("Alt+Up, Alt+Down"), tr("Reorder")),
                (tr("F2"), tr("Edit in place")),
            ),
        ),
        (
            tr("In an interview"),
            ((tr("Alt+1 to Alt+4"), tr("Prepare, Interview, Review, Outcome")),),
        ),
        (
            tr("In a review"),
            (
                (tr("Enter"), tr("Next question or signal")),
                (tr("1 to 5"), tr("Rate, on the dots")),
                (tr("F6, Shift+F6"), tr("Next part, the part before")),
            ),
        ),
    )


class Shortcuts(QDialog):
    """The sheet of keys."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        page = ScrollPage(margin=20)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        menu = [(plain(a), key_text(a)) for a in actions if a.shortcuts()]
        sheets = [(tr("Everywhere"), tuple((keys, text) for text, keys in menu)), *page_keys()]
        row = 0
        for title, lines in sheets:
            grid.addWidget(Label(title, "heading"), row, 0, 1, 2)
            row += 1
            for keys, text in lines:
                grid.addWidget(Label(keys, "small_label"), row, 0)
                grid.addWidget(Label(text, "body"), row, 1)
                row += 1
            grid.setRowMinimumHeight(row, 10)
            row += 1
        page.body.addWidget(inner)
        column.addWidget(page, 1)
        close = QuietButton(tr("Close"))
        close.clicked.connect(self.accept)
        close.setAutoDefault(True)
        close.installEventFilter(self)
        self._bar = page.verticalScrollBar()
        column.addWidget(close)
        column.setContentsMargins(14, 0, 14, 14)
        self.resize(560, 620)
        close.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll by the keys that scroll: the one button would keep them to itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action = _SCROLLS.get(Qt.Key(event.key()))
            if action is not None:
                self._bar.triggerAction(action)
                return True
        return super().eventFilter(watched, event)
