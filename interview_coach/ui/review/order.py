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
            # Tab also stops at what hands its focus on, so that has to stand beside its proxy.
            hands_on = widget.focusProxy() is not None
            if hands_on or widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            below = widget.layout()
            if below is not None and (hands_on or not widget.focusPolicy()):
                yield from stops(below)


def tab_as_read(layout: QLayout) -> None:
    """Let Tab go as one reads, after the layout's widgets have been moved or made."""
    for before, after in pairwise(stops(layout)):
        QWidget.setTabOrder(before, after)
