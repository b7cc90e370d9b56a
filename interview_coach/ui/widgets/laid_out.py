"""Owns looking into a layout without leaving traces in the binding.

`QLayout.itemAt` gives objects that Qt made and deletes without a word to Python, which goes on knowing their
address. What is made there next is taken for the old one, and the program falls over when it goes.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout) -> dict[int, QWidget | QLayout]:
    """The widgets and layouts in a layout by their index, in its order; spaces are left out."""
    holder = layout.parentWidget()
    parts = [*layout.children(), *(holder.children() if holder is not None else ())]
    found: dict[int, QWidget | QLayout] = {}
    for part in parts:
        if isinstance(part, QWidget | QLayout):
            at = layout.indexOf(part)
            if at >= 0:
                found[at] = part
    return dict(sorted(found.items()))
