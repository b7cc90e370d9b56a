"""Owns the card: the sheet that almost everything on a page lies on."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from interview_coach.ui.theme import RADIUS, SPACE, current
from interview_coach.ui.widgets.drawing import RING, live, paint_box, show_when, start
from interview_coach.ui.widgets.icons import IconLabel
from interview_coach.ui.widgets.labels import Label

CardLook = Literal["plain", "tinted", "dashed"]


class Card(QFrame):
    """A rounded sheet with an optional heading, a note at its right, and a column of content.

    Signals: none of its own.
    """

    def __init__(
        self,
        heading: str = "",
        *,
        look: CardLook = "plain",
        icon: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look: CardLook = look
        self._selected = False
        self._sheet = QVBoxLayout(self)
        self._sheet.setContentsMargins(SPACE.card, 16, SPACE.card, SPACE.card)
        self._sheet.setSpacing(0)
        self._body = QVBoxLayout()
        self._body.setSpacing(10)
        self._sheet.addLayout(self._body)
        self._sheet.addStretch(1)
        self._top = QHBoxLayout()
        self._top.setSpacing(8)
        ink: Literal["accent", "ink"] = "accent" if look == "tinted" else "ink"
        self._icon = IconLabel(icon, ink, 16)
        self._heading = Label("", "heading", ink, wrap=True)
        self._note = Label("", "small", "muted")
        self._top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        # Far more than the stretch after it, which only keeps the rest at the end without a heading.
        self._top.addWidget(self._heading, 100)
        self._top.addStretch(1)
        self._top.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._body.addLayout(self._top)
        show_when(self._icon, bool(icon))
        self.set_heading(heading)
        self.set_note(note)
        live(self.update)

    @property
    def body(self) -> QVBoxLayout:
        """The column that content goes into."""
        return self._body

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end."""
        self._body.addWidget(widget, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Put a layout at the end."""
        self._body.addLayout(layout, stretch)

    def add_to_heading(self, widget: QWidget) -> None:
        """Put a widget at the end of the heading's line."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_heading(self, text: str) -> None:
        """Change the heading; none hides it."""
        self._heading.setText(text)
        show_when(self._heading, bool(text))
        self.setAccessibleName(text)

    def set_note(self, text: str) -> None:
        """Change the note at the right of the heading; none hides it."""
        self._note.setText(text)
        show_when(self._note, bool(text))

    def set_selected(self, selected: bool) -> None:
        """Draw the accent's line around it."""
        if selected != self._selected:
            self._selected = selected
            self.update()

    def set_look(self, look: CardLook) -> None:
        """Change its ground."""
        self._look = look
        self._heading.set_ink("accent" if look == "tinted" else "ink")
        self.update()

    def event(self, event: QEvent) -> bool:
        """Look again at who takes the room that is left over."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        # Room that is left over stays blank at the bottom, unless something in here wants to grow:
        # otherwise lines would drift apart in a card that is as high as its neighbour.
        grows = bool(self._body.expandingDirections() & Qt.Orientation.Vertical)
        for place, stretch in ((0, int(grows)), (1, int(not grows))):
            if self._sheet.stretch(place) != stretch:
                self._sheet.setStretch(place, stretch)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        tinted = self._look == "tinted"
        fill = colours.accent_soft if tinted else colours.card
        line = None if tinted else colours.line
        width = 1.0
        if self._selected:
            line, width = colours.accent, RING
        dashed = self._look == "dashed" and not self._selected
        paint_box(painter, rect, RADIUS.card, fill=fill, line=line, width=width, dashed=dashed)
