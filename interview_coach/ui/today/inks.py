"""Owns the line that begins in ink and steps back: a company, then what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtGui import QTextCharFormat as Format
from PySide6.QtWidgets import QWidget

from interview_coach.ui.theme import current
from interview_coach.ui.widgets import Label


class TwoInks(Label):
    """Wrapped plain text, the first part of which stands out.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._first = 0
        super().__init__("", "body", wrap=True, parent=parent)

    def show_text(self, first: str, rest: str) -> None:
        """Show both parts, a dot between them."""
        # The dot stays with the first part when the line breaks there.
        self._first = len(first.encode("utf-16-le", "surrogatepass")) // 2
        self.setText(f"{first}\u00a0· {rest}" if rest else first)

    def _height_at(self, width: int) -> int:
        return int(self._laid_out(width).boundingRect().height() + 0.99)

    def sizeHint(self) -> QSize:
        """All on one line, where there is room."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 4
        return QSize(width, QFontMetrics(self.font()).height())

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(80, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both parts."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(current().colours.muted))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        look = Format()
        look.setForeground(QColor(current().colours.ink))
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, self._first, look
        layout.setFormats([span])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(float(width))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout
