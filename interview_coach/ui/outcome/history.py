"""Owns what stands beneath a reason of how it stood before, and the line for what came to light since."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.outcome import ReasonRow, ReasonThen
from interview_coach.store import outcome
from interview_coach.ui import spots, words_outcome
from interview_coach.ui.dates import short_day
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconButton, LineText, small


class KnowMore(QWidget):
    """A line for what came to light about a reason since. Enter keeps it, Esc leaves.

    Signals:
        closed(): it is done with.
    """

    closed = Signal()

    def __init__(self, desk: Desk, field: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._reason = ""
        self.line = LineText(
            name=tr("What came to light: {reason}", reason=title),
            placeholder=tr("What came to light? The posting was back, a later reply…"),
        )
        self._kept = Kept(desk, self.line, f"{field}:because", self._commit)
        self.typing = self._kept.typing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._kept)
        column.addWidget(
            small(tr("How it stands now is kept beside it, with the day. Then change it."))
        )
        self.setFocusProxy(self.line)
        self.line.submitted.connect(self._submitted)
        self.line.left.connect(self._left)

    def open(self, reason: str) -> None:
        """Show it and wait for words about this reason."""
        self._reason = reason
        self._kept.show_stored("")
        self.show()
        self.line.setFocus()

    def recover(self, reason: str) -> None:
        """Show again what was being typed before a crash."""
        self._reason = reason
        self._kept.show_stored("")
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves without keeping."""
        if event.key() == Qt.Key.Key_Escape:
            self.typing.drop()
            self._close()
            return
        super().keyPressEvent(event)

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if not text.strip() or not self._reason:
            return None
        return outcome.learn_more, (self._reason, text)

    def _submitted(self) -> None:
        if self.typing.finish():
            self._close()

    def _left(self) -> None:
        # `left` reached the typing first; what was refused stays in sight.
        if not self.typing.dirty:
            self.line.set_text("")
            self.hide()

    def _close(self) -> None:
        self.line.set_text("")
        self.hide()
        self.closed.emit()


class Earlier(QWidget):
    """How a reason stood before, a line for each, with the day on which that changed.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = title
        self._shown: tuple[ReasonThen, ...] = ()
        self.removers: list[IconButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(0)
        self._lines: list[QWidget] = []

    def show_earlier(self, reason: ReasonRow) -> None:
        """Show the history of this reason."""
        if reason.earlier == self._shown:
            return
        self._shown = reason.earlier
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.removers = [], []
        for then in reason.earlier:
            self._lines.append(self._line(then))
            self._column.addWidget(self._lines[-1])
            self._lines[-1].show()
        self.setVisible(bool(reason.earlier))

    def _line(self, then: ReasonThen) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        day = short_day(then.until.astimezone(self._desk.local()).date())
        row.addWidget(small(words_outcome.stood(then, day)), 1)
        remove = IconButton(
            "x", tr("Remove the earlier state of {day}: {reason}", day=day, reason=self._title)
        )
        remove.clicked.connect(lambda: self._desk.do(outcome.forget_earlier, then.id))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.removers.append(remove)
        spots.tag(line, then.id)
        return line
