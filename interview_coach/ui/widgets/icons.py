"""Owns the icon that stands in a layout beside text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_coach.ui.theme import Ink, current, paint_icon
from interview_coach.ui.widgets.drawing import live


class IconLabel(QLabel):
    """An icon in the colour of its role; silent for screen readers unless it is given a name.

    Signals: none of its own.
    """

    def __init__(
        self,
        name: str,
        ink: Ink = "ink",
        size: int = 16,
        *,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._ink: Ink = ink
        self._size = size
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        live(self._retheme)

    @property
    def name(self) -> str:
        """Which icon it is."""
        return self._name

    def set_icon(self, name: str, ink: Ink | None = None) -> None:
        """Show another icon."""
        self._name = name
        self._ink = ink or self._ink
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = current().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        del event
        painter = QPainter(self)
        colours = current().colours
        paint_icon(painter, self._name, QRectF(self.rect()), colours.text(self._ink))

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()
