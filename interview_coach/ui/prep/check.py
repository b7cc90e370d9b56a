"""Owns the line that can be ticked: box, text and second line in one widget, painted.

It is a check box for the keyboard and for screen readers. One widget per line keeps a checklist of two
hundred lines as quick as one of twenty.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from interview_coach.ui.prep.lines import Lines, mirrored
from interview_coach.ui.theme import RADIUS, Colours, current, paint_icon
from interview_coach.ui.widgets import live, paint_box, paint_focus
from interview_coach.ui.widgets.drawing import by_keyboard, start

_SIDE = 18
_GAP = 10
_PADDING = 8


class TextCheck(QCheckBox):
    """A line with a box; only a click on the box ticks it, and Space.

    Signals: those of QCheckBox.
    """

    start_room = 0
    end_room = 0
    under_end = 0
    fades = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines()
        self._last = False
        self._ring = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        live(self._retheme)

    def set_texts(self, text: str, second: str, description: str = "") -> None:
        """Show other texts; the description is the whole of what the second line may cut."""
        if self.lines.set(text, second):
            self.updateGeometry()
            self.update()
        self.setAccessibleName(text)
        self.setAccessibleDescription(description or second)

    def set_last(self, last: bool) -> None:
        """Leave out the line under it, for the last one."""
        if last != self._last:
            self._last = last
            self.update()

    def hitButton(self, position: QPoint) -> bool:
        """Only the box and a little around it tick."""
        reach = self._box().adjusted(-6, -7, 6, 7)
        return reach.contains(QPointF(position))

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts at a width."""
        return round(self.lines.height(self._text_width(width)) + 2 * _PADDING + 0.49)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        width = max(self.width(), 240)
        return QSize(240, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(160, 20)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hovered look."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the usual look."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, box, texts, the line under it and the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        self.lines.set_direction(self.layoutDirection())
        colours = current().colours
        rect = QRectF(self.rect())
        lively = self.underMouse() or self.hasFocus()
        if lively:
            paint_box(painter, rect.adjusted(0, 1, 0, -2), 6, fill=self.hover_fill(colours))
        self._paint_box(painter, colours)
        ink = colours.muted if self.isChecked() and self.fades else colours.ink
        at = QPointF(self._text_left(), _PADDING)
        self.lines.paint(painter, at, self._text_width(self.width()), ink, colours.muted)
        self.paint_more(painter, colours, lively=lively)
        if not self._last:
            line = mirrored(self._under(rect), rect, self.layoutDirection())
            painter.fillRect(line, QColor(colours.line))
        if self.hasFocus() and self._ring:
            paint_focus(painter, rect.adjusted(0, 0, 0, -1), 6)

    def hover_fill(self, colours: Colours) -> str:
        """Return the ground under the mouse and with the focus."""
        return colours.page

    def paint_more(self, painter: QPainter, colours: Colours, *, lively: bool) -> None:
        """Paint what a kind of line has besides."""

    def _paint_box(self, painter: QPainter, colours: Colours) -> None:
        box = self._box()
        if self.isChecked():
            paint_box(painter, box, RADIUS.check, fill=colours.accent)
            side = box.width() * 0.78
            tick = QRectF(0, 0, side, side)
            tick.moveCenter(box.center())
            paint_icon(painter, "check", tick, colours.on_accent)
            return
        over = self.underMouse() and self.hitButton(self.mapFromGlobal(self.cursor().pos()))
        line = colours.accent if over else colours.control_line
        paint_box(painter, box, RADIUS.check, fill=colours.card, line=line)

    def _box(self) -> QRectF:
        side = current().px(_SIDE)
        top = _PADDING + self.lines.first_middle() - side / 2
        box = QRectF(self.start_room, round(top), side, side)
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())

    def _text_left(self) -> float:
        used = self.start_room + current().px(_SIDE) + _GAP
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.end_room
        return used

    def _text_width(self, width: float) -> float:
        return width - self.start_room - current().px(_SIDE) - _GAP - self.end_room

    def _under(self, rect: QRectF) -> QRectF:
        width = rect.width() - self.start_room - self.under_end
        return QRectF(self.start_room, rect.bottom() - 1, width, 1)

    def _retheme(self) -> None:
        self.lines.forget()
        self.updateGeometry()
        self.update()
