"""Owns the line above the list that says how many went quiet, and offers to put them aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LinkButton, small


class QuietLine(QWidget):
    """Hidden while nothing went quiet. Its action stands in the menu of the page too.

    Signals:
        wanted(): the person wants to put them aside.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = small()
        self.put_aside = LinkButton(tr("Put aside…"))
        self.put_aside.setAccessibleName(tr("Put aside what went quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.put_aside)
        self.action = QAction(tr("Put aside what went quiet…"), self)
        self.put_aside.clicked.connect(self.wanted)
        self.action.triggered.connect(self.wanted)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_quiet(self, number: int, days: int) -> None:
        """Say how many; none hides it."""
        self._text.setText(
            tr_n(
                "Nothing heard of {n} for {days} days or more.",
                "Nothing heard of {n} for {days} days or more.",
                number,
                days=days,
            )
        )
        self.setVisible(bool(number))
