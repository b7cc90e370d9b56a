"""Owns the wall of cards: as many beside each other as there is room for, all of one width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from interview_coach.ui.theme import SPACE, current


class Tiles(QWidget):
    """Cards in rows. Each has a span: of three columns a chart may want two.

    Signals: none of its own.
    """

    def __init__(self, tiles: Sequence[tuple[QWidget, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = list(tiles)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE.gap)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self._arrange(3)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look how many columns there is room for."""
        super().resizeEvent(event)
        width = self.width() / max(current().scale, 1.0)
        self._arrange(3 if width >= 960 else 2 if width >= 660 else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for tile, _ in self._tiles:
            self._grid.removeWidget(tile)
        row = column = 0
        for tile, wanted in self._tiles:
            span = min(wanted, columns)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(tile, row, column, 1, span)
            column += span
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
            self._grid.setColumnMinimumWidth(place, 0)
