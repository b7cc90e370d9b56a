"""Owns the icon that menus and tool tips ask Qt for: it takes its colour when it is painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from interview_coach.ui.theme.icons import paint_icon
from interview_coach.ui.theme.theme import current
from interview_coach.ui.theme.tokens import Ink


class LiveIcon(QIconEngine):
    """Paints one named icon in the colour that its role has in the current theme."""

    def __init__(self, name: str, role: Ink) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint at the device's own resolution."""
        del state
        colours = current().colours
        value = QColor(colours.text(self._role))
        if mode == QIcon.Mode.Disabled:
            value = QColor(colours.control_line)
        paint_icon(painter, self._name, rect, value)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a pixmap of `size` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return a pixmap of `size` device pixels; Qt sets its ratio."""
        del scale
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made
