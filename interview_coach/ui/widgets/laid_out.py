"""Owns looking into a layout without leaving traces in the binding.

`QLayout.itemAt` gives objects that Qt made and deletes without a word to Python, which goes on knowing their
address. What is made there next is taken for the old one, and the program falls over when it goes.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def laid_out(layout: QLayout) -> dict[int, QWidget | QLayout]:
    """The widgets and layouts in a layout by their index, in its order; spaces are left out."""
    holder = layout.parentWidget()
    parts: list[QWidget | QLayout] = list(layout.findChildren(QLayout, options=_DIRECT))
    if holder is not None:
        parts += children_of(holder)
    found: dict[int, QWidget | QLayout] = {}
    for part in parts:
        at = layout.indexOf(part)
        if at >= 0:
            found[at] = part
    return dict(sorted(found.items()))


def children_of(widget: QWidget) -> list[QWidget]:
    """The widgets right in a widget: without the timers and strokes of movement that Qt keeps there a while."""
    return widget.findChildren(QWidget, options=_DIRECT)
