"""Owns two texts side by side with their differences marked: struck through, underlined, and tinted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QColor, QTextCharFormat
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.versions import Mark, Piece, differences
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import Label, LongText, live, small

_LINES = 14
# So much of a difference is read out; who wants more reads the texts.
_SAID = 300


class Side(QWidget):
    """One of the texts, under what it is called.

    Signals: none of its own.
    """

    def __init__(self, name: str, mine: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mine = mine
        self._pieces: Sequence[Piece] = ()
        self.heading = Label(name, "label", wrap=True)
        self.text = LongText(name=name, min_lines=_LINES, max_lines=_LINES)
        self.text.setReadOnly(True)
        self.heading.setBuddy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addStretch(1)
        live(self._paint)

    def set_name(self, name: str) -> None:
        """Call it otherwise."""
        self.heading.setText(name)
        self.text.setAccessibleName(name)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show its side of a comparison."""
        self._pieces = [p for p in pieces if p.mark in {Mark.SAME, self._mine}]
        self._paint()
        different = [" ".join(p.text.split()) for p in self._pieces if p.mark is self._mine]
        said = "; ".join(text for text in different if text)[:_SAID]
        self.text.setAccessibleDescription(said and tr("Only here: {text}", text=said))

    def _paint(self) -> None:
        whole = "".join(piece.text for piece in self._pieces)
        self.text.set_text("")
        self.text.set_text(whole)
        # A text of a usual length is made writable by that.
        self.text.setReadOnly(True)
        if self.text.toPlainText() != whole:
            return  # Too large to be shown whole: then nothing is marked in it.
        cursor = self.text.textCursor()
        marked = self._format()
        at = 0
        for piece in self._pieces:
            # Qt counts in halves of what lies beyond the first plane.
            end = at + len(piece.text.encode("utf-16-le")) // 2
            if piece.mark is self._mine:
                cursor.setPosition(at)
                cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(marked)
            at = end

    def _format(self) -> QTextCharFormat:
        colours = current().colours
        gone = self._mine is Mark.GONE
        found = QTextCharFormat()
        found.setFontStrikeOut(gone)
        found.setFontUnderline(not gone)
        found.setForeground(QBrush(QColor(colours.bad if gone else colours.good)))
        found.setBackground(QBrush(QColor(colours.bad_soft if gone else colours.good_soft)))
        return found


class CompareView(QWidget):
    """Two texts side by side: what only the left one holds is struck through, the right one's underlined.

    Signals: none of its own.
    """

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = Side(before, Mark.GONE)
        self.after = Side(after, Mark.NEW)
        self.note = small()
        sides = QHBoxLayout()
        sides.setSpacing(14)
        sides.addWidget(self.before, 1)
        sides.addWidget(self.after, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(sides)
        column.addWidget(self.note)
        column.addStretch(1)

    def show_texts(self, before: str, after: str) -> None:
        """Compare two texts."""
        pieces = differences(before, after)
        self.before.show_pieces(pieces)
        self.after.show_pieces(pieces)
        places = sum(
            p.mark is not Mark.SAME and (at == 0 or pieces[at - 1].mark is Mark.SAME)
            for at, p in enumerate(pieces)
        )
        self.note.setText(
            tr_n(
                "They differ in {n} place: struck through is what is gone, underlined what is new.",
                "They differ in {n} places: struck through is what is gone, underlined what is new.",
                places,
            )
            if places
            else tr("Both say the same.")
        )
