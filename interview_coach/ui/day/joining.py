"""Owns the line with the link to join: opened on a click, only by schemes that are known, or copied."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from interview_coach.ui.links import address_of, open_link
from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.widgets import (
    IconButton,
    IconLabel,
    Label,
    QuietButton,
    announce,
    live,
    paint_box,
)
from interview_coach.ui.widgets.drawing import start


class JoinLine(QFrame):
    """The link, a button that opens it and one that copies it.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 7)
        row.setSpacing(10)
        self._text = Label("", "small", wrap=True, selectable=True)
        self.copy = IconButton("copy", tr("Copy the link"))
        self.join = QuietButton(tr("Join"), "external-link")
        row.addWidget(IconLabel("video", "ink", 16))
        row.addWidget(self._text, 1)
        row.addWidget(self.copy)
        row.addWidget(self.join)
        self.copy.clicked.connect(self._copy)
        self.join.clicked.connect(self._join)
        live(self.update)

    def show_link(self, link: str) -> None:
        """Show a link; without one the line is away."""
        self._link = link
        self._text.setText(link.removeprefix("https://"))
        self.join.setEnabled(address_of(link) is not None)
        self.setVisible(bool(link))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        paint_box(painter, rect, RADIUS.control, fill=colours.card, line=colours.line)

    def _join(self) -> None:
        open_link(self._link, self)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        announce(self, tr("Copied"))
