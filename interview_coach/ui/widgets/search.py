"""Owns the field that is searched with."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import current, paint_icon
from interview_coach.ui.widgets.buttons import IconButton
from interview_coach.ui.widgets.drawing import live
from interview_coach.ui.widgets.texts import LineText

_ICON = 16
_EDGE = 12
_WIDTH = 280


class SearchField(LineText):
    """A line with a glass, a hint of its shortcut, a note of how many were found; Esc clears it.

    Signals: those of LineText, and
        cleared(): the person emptied it with Esc or the cross.
    """

    cleared = Signal()

    def __init__(
        self,
        placeholder: str = "",
        name: str = "",
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", name or placeholder, placeholder=placeholder, parent=parent)
        self.setProperty("look", "search")
        self._hint = hint
        self._cross = IconButton("x", tr("Clear the search"), parent=self)
        # No stop for Tab: Esc in the line does the same, and says so.
        self._cross.setAccessibleDescription(tr("Esc"))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setFixedSize(22, 22)
        self._cross.clicked.connect(self.clear_search)
        self._found = ""
        self._note_box = QRect()
        self.textChanged.connect(self._arrange)
        live(self._arrange)

    def set_note(self, text: str) -> None:
        """Say how many were found, such as `4 found`; shown while there is something to search."""
        self._found = text
        self.setAccessibleDescription(text)
        self._arrange()
        self.update()

    def clear_search(self) -> None:
        """Empty it as the person would."""
        if self.text():
            self.clear()
            self.edited.emit()
        self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears; on an empty field it is left to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep note and cross at the end."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = current().px(_ICON)
        box = QRect(_EDGE, (self.height() - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        colours = current().colours
        paint_icon(painter, "search", box, colours.ink if self.text() else colours.muted)
        # Painted, as a label in here would take the field's colour from the style sheet.
        painter.setPen(QColor(colours.muted))
        painter.setFont(current().font("small"))
        painter.drawText(self._note_box, int(Qt.AlignmentFlag.AlignCenter), self._note_text())

    def sizeHint(self) -> QSize:
        """As wide as in the pictures."""
        return QSize(current().px(_WIDTH), super().sizeHint().height())

    def _note_text(self) -> str:
        return self._found if self.text() else self._hint

    def _arrange(self) -> None:
        typed = bool(self.text())
        shown = self._note_text()
        self._cross.setVisible(typed)
        right = self.width() - _EDGE
        if typed:
            right -= self._cross.width() - 6
            self._put(self._cross, right)
            right -= 4
        if shown:
            width = QFontMetrics(current().font("small")).horizontalAdvance(shown) + 2
            right -= width
            box = QRect(right, 0, width, self.height())
            self._note_box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        used = self.width() - _EDGE - right + (6 if shown else 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        leading = current().px(_ICON) + 8
        margins = (used, 0, leading, 0) if rtl else (leading, 0, used, 0)
        QLineEdit.setTextMargins(self, *margins)

    def _put(self, widget: QWidget, left: int) -> None:
        box = QRect(left, (self.height() - widget.height()) // 2, widget.width(), widget.height())
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
