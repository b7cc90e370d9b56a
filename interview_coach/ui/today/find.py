"""Owns the field on Today that leads to find-anything: it looks like a search and opens one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, current, paint_icon
from interview_coach.ui.widgets import PaintedButton, paint_box, paint_focus, placed

_WIDTH = 280
_EDGE = 13
_ICON = 16


class FindButton(PaintedButton):
    """A button with the look of a search field.

    Signals: those of QPushButton.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Search everything"), "search", parent)
        self._hint = tr("Ctrl K")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("Finds anything and runs any command. Ctrl+K"))

    def sizeHint(self) -> QSize:
        """As wide as in the pictures."""
        return QSize(current().px(_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(current().px(190), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a field with a glass, its words and the shortcut."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = current().colours
        rect = QRectF(self.rect())
        line = colours.ink if self.underMouse() else colours.control_line
        paint_box(painter, rect, RADIUS.control, fill=colours.card, line=line)
        inner = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)

        def part(left: int, width: int) -> QRect:
            box = QRect(inner.left() + left, inner.top(), width, inner.height())
            return placed(self.layoutDirection(), inner, box)

        side = current().px(_ICON)
        paint_icon(painter, "search", part(0, side), colours.muted)
        hint = QFontMetrics(current().font("small")).horizontalAdvance(self._hint) + 2
        painter.setPen(QColor(colours.muted))
        painter.setFont(current().font("small"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.drawText(part(inner.width() - hint, hint), centre, self._hint)
        painter.setFont(current().font("body"))
        start = side + 8
        room = inner.width() - start - hint - 8
        shown = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room
        )
        way = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(part(start, room), int(way), shown)
        if self.hasFocus() and self._ring:
            paint_focus(painter, rect, RADIUS.control)
