"""Owns the strip of weeks: what became of each interview, week by week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui.theme import TextRole, Tone, current
from interview_coach.ui.widgets.buttons import PaintedButton
from interview_coach.ui.widgets.drawing import paint_box, paint_focus, plain_flags, start
from interview_coach.ui.widgets.labels import Label, set_tooltip

_HEIGHT = 20
_MOST = 4


class WeekBox(NamedTuple):
    """One box: its word, its tone, what a click on it means, and what it is in full."""

    text: str
    tone: Tone = "neutral"
    key: object = None
    full: str = ""


class Week(NamedTuple):
    """One week: the date under it (empty under every other one) and its boxes, oldest first."""

    label: str
    boxes: Sequence[WeekBox] = ()


class _Box(PaintedButton):
    """One box of the strip."""

    role: TextRole = "tiny"

    def __init__(self, box: WeekBox, parent: QWidget) -> None:
        super().__init__(box.text, "", parent)
        self.box = box
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(box.full or box.text)
        set_tooltip(self, box.full)
        if box.key is None:
            # A sum of others leads nowhere: it is only read.
            self.setEnabled(False)
            self.unsetCursor()

    def sizeHint(self) -> QSize:
        """As wide as its week."""
        return QSize(40, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow weeks cut words."""
        return QSize(12, current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, word and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        line = colours.text(self.box.tone) if self.underMouse() and self.box.key else None
        paint_box(painter, rect, 4, fill=colours.ground(self.box.tone), line=line)
        painter.setPen(QColor(colours.ink))
        painter.setFont(self.font())
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        flags = Qt.AlignmentFlag.AlignCenter | plain_flags()
        painter.drawText(self.rect(), int(flags), shown)
        if self.hasFocus() and self._ring:
            paint_focus(painter, rect, 4)


class WeekStrip(QWidget):
    """Weeks side by side, each with its boxes stacked upwards. Arrow keys move along them.

    Signals:
        chosen(object): the person chose a box; its key.
    """

    chosen = Signal(object)

    def __init__(
        self, weeks: Sequence[Week] = (), name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._boxes: list[_Box] = []
        self.set_weeks(weeks)

    @property
    def boxes(self) -> list[PaintedButton]:
        """All boxes, week by week."""
        return list(self._boxes)

    def set_weeks(self, weeks: Sequence[Week]) -> None:
        """Show other weeks."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._boxes = []
        for column, week in enumerate(weeks):
            stack = QVBoxLayout()
            stack.setSpacing(4)
            stack.addStretch(1)
            holder = QWidget(self)
            holder.setLayout(stack)
            stack.setContentsMargins(0, 0, 0, 0)
            for box in self._shown(week.boxes):
                shown = _Box(box, holder)
                shown.clicked.connect(self._clicked)
                stack.addWidget(shown)
                self._boxes.append(shown)
            self._grid.addWidget(holder, 0, column)
            label = Label(week.label, "small", "muted", parent=self)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(label, 1, column)
            self._grid.setColumnStretch(column, 1)
            for widget in (holder, label):
                widget.setVisible(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along the boxes."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        moves = {
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
        }
        reachable = [box for box in self._boxes if box.isEnabled()]
        focused = next((at for at, box in enumerate(reachable) if box.hasFocus()), None)
        move = moves.get(Qt.Key(event.key()))
        if move is None or focused is None:
            super().keyPressEvent(event)
            return
        target = min(max(focused + move, 0), len(reachable) - 1)
        reachable[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self, boxes: Sequence[WeekBox]) -> list[WeekBox]:
        if len(boxes) <= _MOST:
            return list(boxes)
        hidden = boxes[: len(boxes) - _MOST + 1]
        full = "\n".join(box.full or box.text for box in hidden)
        return [WeekBox(f"+{len(hidden)}", "neutral", None, full), *boxes[len(hidden) :]]

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Box) and sender.box.key is not None:
            self.chosen.emit(sender.box.key)
