"""Owns a column of parts that is changed in place: what stays keeps its focus, text and selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Column(QWidget):
    """Parts under each other.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def put(
        self,
        wanted: Sequence[QWidget],
        others: Iterable[QWidget] = (),
        focus: Callable[[], None] | None = None,
    ) -> bool:
        """Show these parts in this order and hide the others; whether the order is another now.

        `focus` is called when what is new can take the focus and nothing has been hidden yet:
        hiding what has the focus would send it anywhere.
        """
        changed = list(wanted) != self._placed
        # Showing a part lays its whole column out anew: once for all of them is enough.
        self._layout.setEnabled(False)
        if changed:
            self._place(wanted)
        for part in wanted:
            if part.isHidden():
                part.setVisible(True)
        self._layout.setEnabled(True)
        if focus is not None:
            focus()
        kept = set(wanted)
        for part in others:
            if part not in kept and not part.isHidden():
                part.setVisible(False)
        if changed:
            self._layout.invalidate()
        return changed

    def let_go(self, part: QWidget) -> None:
        """Take a part away for good."""
        self._layout.removeWidget(part)
        if part in self._placed:
            self._placed.remove(part)
        part.hide()
        part.deleteLater()

    def _place(self, wanted: Sequence[QWidget]) -> None:
        kept = set(wanted)
        for part in self._placed:
            if part not in kept:
                self._layout.removeWidget(part)
        placed = [part for part in self._placed if part in kept]
        for place, part in enumerate(wanted):
            if place >= len(placed) or placed[place] is not part:
                if part in placed:
                    placed.remove(part)
                self._layout.insertWidget(place, part)
                placed.insert(place, part)
        self._placed = placed


def chain(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each of these to the next."""
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
