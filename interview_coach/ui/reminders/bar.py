"""Owns the bar of reminders: one calm line above the pages, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.reminders import Reminder
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.widgets import (
    FlatButton,
    IconLabel,
    Label,
    QuietButton,
    announce,
    live,
    paint_box,
    small,
)
from interview_coach.ui.widgets.drawing import start
from interview_coach.ui.words_reminders import reminder_text


class _Line(QFrame):
    """The soft ground of the line."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        start(painter)
        ground = current().colours.ground("accent")
        paint_box(painter, QRectF(self.rect()), RADIUS.card, fill=ground)


class ReminderBar(QWidget):
    """The most pressing reminder, and how many wait behind it.

    Signals:
        opened(Reminder): go where it is about.
        postponed(Reminder): later.
        dismissed(Reminder): no more of this one.
    """

    opened = Signal(object)
    postponed = Signal(object)
    dismissed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Reminder | None = None
        self.text = Label("", "body", wrap=True)
        self.more = small()
        self.open = QuietButton(tr("Open"))
        self.later = FlatButton(tr("Later"))
        self.off = FlatButton(tr("Off"))
        self.off.setToolTip(tr("No more of this one. Which kinds there are is chosen in Settings."))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 12, 28, 0)
        line = _Line()
        outer.addWidget(line)
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.text)
        words.addWidget(self.more)
        row.addWidget(IconLabel("clock", "accent", 18), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for button in (self.open, self.later, self.off):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.open.clicked.connect(lambda: self._emit(self.opened))
        self.later.clicked.connect(lambda: self._emit(self.postponed))
        self.off.clicked.connect(lambda: self._emit(self.dismissed))
        live(self.update)
        self.hide()

    @property
    def shown(self) -> Reminder | None:
        """The reminder that stands there."""
        return self._shown

    def show_reminders(self, found: Sequence[Reminder]) -> None:
        """Show the first of these; without any the bar is away. The focus stays where it is."""
        before, self._shown = self._shown, found[0] if found else None
        self.setVisible(bool(found))
        if self._shown is None:
            return
        text = reminder_text(self._shown)
        self.text.setText(text)
        self.setAccessibleName(text)
        count = len(found) - 1
        self.more.setText(tr_n("{n} more waits.", "{n} more wait.", count) if count else "")
        self.more.setVisible(bool(count))
        if before is None or before.key != self._shown.key:
            announce(self, text)

    def _emit(self, signal: object) -> None:
        if self._shown is not None:
            signal.emit(self._shown)  # type: ignore[attr-defined]
