"""Owns the line of names above the form: each leads to its part of a page that is several windows long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import SPACE
from interview_coach.ui.widgets import FlowLayout, LinkButton, small

NEXT_KEY, BACK_KEY = "F6", "Shift+F6"


class JumpBar(QWidget):
    """The names of the parts, which stay while the page scrolls.

    Signals:
        wanted(int): go to this part.
    """

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Parts of this review"))
        self.links: list[LinkButton] = []
        self._names: tuple[str, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.page, 0, SPACE.page, 10)
        row.setSpacing(14)
        holder = QWidget()
        self._flow = FlowLayout(holder, spacing=14, line_spacing=2)
        keys = QKeySequence(NEXT_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        row.addWidget(holder, 1)
        row.addWidget(small(tr("{keys}: next part", keys=keys), wrap=False))

    def show_names(self, names: Sequence[str]) -> None:
        """Show these, made anew only when there are others."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        self._flow.clear()
        self.links = []
        for place, name in enumerate(names):
            link = LinkButton(name)
            link.setAccessibleName(tr("Go to: {part}", part=name))
            link.clicked.connect(partial(self._wanted, place))
            self._flow.addWidget(link)
            link.show()
            self.links.append(link)

    def _wanted(self, place: int, checked: bool = False) -> None:
        del checked
        self.wanted.emit(place)
