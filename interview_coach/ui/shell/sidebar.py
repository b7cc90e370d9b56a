"""The sidebar: where one is, and where one can go."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui import dates
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Colours, current, paint_icon
from interview_coach.ui.widgets import IconLabel, Label, PaintedButton, live, show_when
from interview_coach.ui.widgets.buttons import Look

NARROW = 64


class PlaceButton(PaintedButton):
    """One place of the sidebar; a button and no box to check: Tab stops at each, Space goes there.

    Signals: those of PaintedButton.
    """

    icon_size = 18

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent)
        self._here = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._narrow = False

    @property
    def here(self) -> bool:
        """Whether this is where one is."""
        return self._here

    def set_here(self, *, here: bool) -> None:
        """Show whether this is where one is."""
        self._here = here
        self.setAccessibleDescription(tr("You are here") if here else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, with the name as tooltip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sidebar lets it be."""
        return QSize(40 if self._narrow else super().sizeHint().width(), current().px(34))

    def look(self, colours: Colours) -> Look:
        """The chosen one stands on a card."""
        if self._here:
            return Look(colours.card, colours.line, colours.ink, colours.accent)
        fill = colours.line if self.underMouse() else None
        return Look(fill, None, colours.muted, colours.accent)

    def paint_content(self, painter: QPainter, ink: str) -> None:
        """Icon at the beginning, name beside it."""
        if not self._narrow:
            super().paint_content(painter, ink)
            return
        side = current().px(self.icon_size)
        middle = self.rect().center()
        box = QRect(middle.x() - side // 2 + 1, middle.y() - side // 2 + 1, side, side)
        paint_icon(painter, self._icon_name, box, ink)

    def _content_left(self, inner: QRect, width: int) -> int:
        del width
        return inner.left() + 10


class Sidebar(QFrame):
    """The places, and at the bottom what is saved where.

    Signals:
        chosen(str): the person chose a place: today, interviews, timeline, library, insights, settings.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Places"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 12, 20)
        column.setSpacing(2)
        brand = QWidget()
        row = QHBoxLayout(brand)
        row.setContentsMargins(8, 0, 0, 18)
        row.setSpacing(8)
        row.addWidget(IconLabel("messages-square", "accent", 20))
        self._name = Label(tr("Interview Coach"), "heading")
        row.addWidget(self._name, 1)
        column.addWidget(brand)
        self._places: dict[str, PlaceButton] = {}
        for key, text, icon in (
            ("today", tr("Today"), "sun"),
            ("interviews", tr("Interviews"), "calendar-days"),
            ("timeline", tr("Timeline"), "history"),
            ("library", tr("Library"), "library"),
            ("insights", tr("Insights"), "chart-line"),
        ):
            column.addWidget(self._place(key, text, icon))
        column.addStretch(1)
        column.addWidget(self._place("settings", tr("Settings"), "settings"))
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(10, 10, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(IconLabel("shield-check", "muted", 15), 0, Qt.AlignmentFlag.AlignVCenter)
        self._saved = Label("", "small", "muted", wrap=True)
        foot.addWidget(self._saved, 1)
        column.addWidget(self._foot)
        self.set_backed_up(None, None)
        self._narrow = False
        live(self._dress)

    def _place(self, key: str, text: str, icon: str) -> PlaceButton:
        button = PlaceButton(text, icon)
        self._places[key] = button
        button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        return button

    def choose(self, key: str) -> None:
        """Show where one is; a page inside another counts as that."""
        inside = {"interview": "interviews", "opportunity": "interviews", "reasons": "insights"}
        place = inside.get(key, key)
        if place in self._places:
            for name, button in self._places.items():
                button.set_here(here=name == place)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, for a narrow window."""
        self._narrow = narrow
        show_when(self._name, not narrow)
        show_when(self._foot, not narrow)
        self.setFixedWidth(NARROW if narrow else current().px(208))
        for button in self._places.values():
            button.set_narrow(narrow)

    def _dress(self) -> None:
        # Larger text needs a wider sidebar.
        self.set_narrow(narrow=self._narrow)
        self.update()

    def set_backed_up(self, made_at: datetime | None, now: datetime | None) -> None:
        """Say that everything is saved here, and when it was last backed up."""
        lines = [tr("Saved on this computer")]
        if made_at is not None and now is not None:
            lines.append(tr("Backed up {when}", when=dates.since_text(made_at, now)))
        self._saved.setText("\n".join(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line to the pages."""
        del event
        painter = QPainter(self)
        colours = current().colours
        painter.fillRect(self.rect(), colours.sidebar)
        edge = self.rect()
        ltr = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        painter.setPen(colours.line)
        x = edge.right() if ltr else edge.left()
        painter.drawLine(x, edge.top(), x, edge.bottom())
