"""Owns the order in which Tab goes through a page: the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def stops(layout: QLayout) -> Iterator[QWidget]:
    """The widgets that Tab stops at, as the layouts set them out."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from stops(inner)
        elif widget is not None:
            below = widget.layout()
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
                yield widget
            elif below is not None:
                yield from stops(below)


def tab_as_read(layout: QLayout) -> None:
    """Let Tab go as one reads, after the layout's widgets have been moved or made."""
    for before, after in pairwise(stops(layout)):
        QWidget.setTabOrder(before, after)
