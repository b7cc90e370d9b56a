"""Owns where the sheet stands: beside the list, or under it in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_coach.ui.theme import current

_SEARCH_WIDTH, _NARROW_SEARCH, _PANE_WIDTH = 280, 200, 430
_STACKED_BELOW, _ROOMY = 1000, 1100
_PANE_SHARE, _PANE_LEAST = 0.55, 260
_WIDEST = 16_777_215


def fit(page: QWidget, split: QBoxLayout, panes: QWidget, search: QWidget) -> None:
    """Give list, sheet and search the room that the window has."""
    scale = max(current().scale, 1.0)
    width = page.window().width()
    stacked = width < _STACKED_BELOW * scale
    ways = QBoxLayout.Direction
    split.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
    beside = current().px(_PANE_WIDTH)
    height = round(page.height() * _PANE_SHARE)
    panes.setMinimumSize(0 if stacked else beside, min(height, _PANE_LEAST) if stacked else 0)
    panes.setMaximumSize(_WIDEST if stacked else beside, height if stacked else _WIDEST)
    roomy = width >= _ROOMY * scale
    search.setFixedWidth(current().px(_SEARCH_WIDTH if roomy else _NARROW_SEARCH))
