"""Owns what shows how much of something is done: the ring and the thin bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from interview_coach.ui.theme import Tone, current
from interview_coach.ui.widgets.drawing import live, paint_box, start

_WHOLE = 100


class Ring(QProgressBar):
    """A percentage as a ring with the number in it.

    Signals: those of QProgressBar.
    """

    def __init__(
        self, percent: int = 0, name: str = "", *, size: int = 92, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._empty = False
        self.setRange(0, _WHOLE)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_percent(percent)
        live(self._retheme)

    def set_percent(self, percent: int, *, empty: bool = False) -> None:
        """Show another percentage; an `empty` ring has no number, as nothing has begun."""
        self._empty = empty
        self.setValue(min(max(percent, 0), _WHOLE))
        self.update()

    def _inside(self) -> str:
        return "" if self._empty else f"{self.value()}%"

    def sizeHint(self) -> QSize:
        """A square that grows with the text in it."""
        side = current().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring from the top, clockwise, and the number."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        width = current().px(self._size) / 11
        edge = width / 2 + 3
        rect = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        pen = QPen(QColor(colours.track), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(rect)
        if self.value() > 0:
            pen.setColor(QColor(colours.accent))
            painter.setPen(pen)
            painter.drawArc(rect, 90 * 16, -round(360 * 16 * self.value() / _WHOLE))
        painter.setPen(QColor(colours.ink))
        font = current().font("title")
        font.setPointSizeF(font.pointSizeF() * self._size / 92 * 0.96)
        painter.setFont(font)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._inside())

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


class Bar(QProgressBar):
    """A thin bar.

    Signals: those of QProgressBar.
    """

    def __init__(
        self,
        done: int = 0,
        total: int = 100,
        name: str = "",
        *,
        tone: Tone = "accent",
        thickness: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self._thickness = thickness
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(done, total)
        live(self.update)

    def set_share(self, done: int, total: int) -> None:
        """Show `done` of `total`; nothing of nothing is empty."""
        self.setRange(0, max(total, 1))
        self.setValue(min(max(done, 0), max(total, 1)))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, self._thickness)

    def minimumSizeHint(self) -> QSize:
        """Short, but there."""
        return QSize(32, self._thickness)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track and the filled part, from the side where text starts."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        radius = min(rect.height() / 2, 5)
        paint_box(painter, rect, radius, fill=colours.track)
        if self.value() > 0:
            width = max(rect.width() * self.value() / self.maximum(), rect.height())
            filled = QRectF(rect.left(), rect.top(), width, rect.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                filled.moveRight(rect.right())
            paint_box(painter, filled, radius, fill=colours.text(self._tone))
