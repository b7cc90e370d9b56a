"""Owns what every card of Insights has: its picture and its data to keep, and the way to the interviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    IconButton,
    Label,
    LinkButton,
    Rows,
    give_letters,
    small,
)

# A header and rows, as a table is kept: every cell as text or a number.
Row = Sequence[str | int | float]
Table = Sequence[Row]


def table_of(head: Row, rows: Iterable[Row]) -> Table:
    """A table of this head and these rows."""
    return [head, *rows]


class InsightCard(Card):
    """A card with one picture.

    Signals:
        behind_wanted(str, tuple): show these interviews, under this title.
        copy_wanted(): copy a picture of the card.
        picture_wanted(): save a picture of the card.
        data_wanted(): save the data of the card.
    """

    behind_wanted = Signal(str, object)
    copy_wanted = Signal()
    picture_wanted = Signal()
    data_wanted = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.name = heading
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.more = IconButton("ellipsis", tr("Keep {card}", card=heading))
        self.more.clicked.connect(self._offer)
        self.add_to_heading(self.more)

    def table(self) -> Table:
        """The data behind the picture, its first row the heads of the columns."""
        raise NotImplementedError

    def menu(self) -> QMenu:
        """What can be done with the card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy as a picture"), self.copy_wanted.emit)
        menu.addAction(tr("Save as a picture (PNG)…"), self.picture_wanted.emit)
        menu.addAction(tr("Save the data (CSV)…"), self.data_wanted.emit)
        give_letters(menu.actions())
        return menu

    def _offer(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class MarkRow(QWidget):
    """One line of a card: what it is about, something small beside it, and a count to open.

    Signals:
        opened(): the person wants the interviews behind it.
    """

    opened = Signal()

    def __init__(
        self,
        text: str,
        count: str,
        spoken: str,
        *,
        note: str = "",
        beside: QWidget | None = None,
        opens: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opens = opens
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label(text, "body", wrap=True))
        if note:
            words.addWidget(small(note))
        row.addLayout(words, 1)
        if beside is not None:
            row.addWidget(beside, 0, Qt.AlignmentFlag.AlignVCenter)
        if opens:
            self.count = LinkButton(count)
            self.count.setAccessibleName(tr("{what}: show the interviews", what=spoken))
            self.count.clicked.connect(self.opened)
            row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif count:
            row.addWidget(Label(count, "small", "muted"), 0, Qt.AlignmentFlag.AlignVCenter)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the line opens it too."""
        if self._opens and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()
        super().mouseReleaseEvent(event)


class ListCard(InsightCard):
    """A card of lines, with a sentence under them, or one where there are none.

    Signals: those of InsightCard.
    """

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.rows = Rows()
        self.add(self.rows)
        self.sentence = small()
        self.add(self.sentence)

    def open_by(self, row: MarkRow, title: str, ids: tuple[str, ...]) -> MarkRow:
        """Let a line open its interviews."""
        row.opened.connect(lambda: self.behind_wanted.emit(title, ids))
        return row

    def say(self, text: str) -> None:
        """Change the sentence; none hides it."""
        self.sentence.setText(text)
        self.sentence.setVisible(bool(text))
