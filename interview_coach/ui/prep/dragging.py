"""Owns a row on its way: a picture of it under the mouse, and a line where it would land."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from interview_coach.ui.prep.groups import Group
from interview_coach.ui.theme import current
from interview_coach.ui.widgets.drawing import start

_EDGE = 36
_STEP = 14
_TICK_MS = 16


class Landing(NamedTuple):
    """Where a row would go: the group, the place in it, and the height of that place."""

    group: Group
    place: int
    y: int


class _Ghost(QWidget):
    """The picture of the row."""

    def __init__(self, parent: QWidget, picture: QPixmap) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(picture.deviceIndependentSize().toSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it as a sheet that one sees through."""
        del event
        painter = QPainter(self)
        painter.setOpacity(0.85)
        colours = current().colours
        painter.fillRect(self.rect(), QColor(colours.card))
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QColor(colours.control_line))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class _Mark(QWidget):
    """The line where it would land."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dot and a line."""
        del event
        painter = QPainter(self)
        start(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().colours.accent))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect.adjusted(3, 2, -8, -2), 1, 1)
        left = rect.left()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = rect.right() - rect.height()
        painter.drawEllipse(QRectF(left, rect.top(), rect.height(), rect.height()))


class Dragging:
    """Follows one drag over `ground`, the widget that holds all rows."""

    def __init__(self, ground: QWidget, landing: Callable[[QWidget, int], Landing | None]) -> None:
        self._ground = ground
        self._landing = landing
        self._mark = _Mark(ground)
        self._ghost: _Ghost | None = None
        self._row: QWidget | None = None
        self._grip = QPoint()
        self._at = QPoint()
        self._timer = QTimer(ground)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll)

    def move(self, row: QWidget, at: QPoint) -> None:
        """Follow the mouse, which is at this global point."""
        if self._ghost is None:
            self._row = row
            self._grip = row.mapFromGlobal(at)
            self._ghost = _Ghost(self._ground, row.grab())
            self._ghost.show()
            self._timer.start()
        self._at = at
        self._follow()

    def drop(self, row: QWidget, at: QPoint) -> Landing | None:
        """Give where the row lands; the drag is over."""
        self._at = at
        found = self._landing(row, self._ground.mapFromGlobal(at).y())
        self.end()
        return found

    def end(self) -> None:
        """Take the picture and the line away."""
        self._timer.stop()
        self._mark.hide()
        self._row = None
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

    def _follow(self) -> None:
        if self._ghost is None or self._row is None:
            return
        here = self._ground.mapFromGlobal(self._at)
        # Only up and down: there is nowhere to go at the sides.
        self._ghost.move(self._row.x(), here.y() - self._grip.y())
        self._ghost.raise_()
        found = self._landing(self._row, here.y())
        self._mark.setVisible(found is not None)
        if found is not None:
            self._mark.setGeometry(4, found.y - 4, self._ground.width() - 8, 7)
            self._mark.raise_()

    def _scroll(self) -> None:
        area = self._area()
        if area is None:
            return
        y = area.viewport().mapFromGlobal(self._at).y()
        bar = area.verticalScrollBar()
        if y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif y > area.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)
        self._follow()

    def _area(self) -> QScrollArea | None:
        widget: QWidget | None = self._ground
        while widget is not None and not isinstance(widget, QScrollArea):
            widget = widget.parentWidget()
        return widget
