"""Owns text in which the words that were looked for are marked: one line, or wrapped in a label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from interview_coach.ui.theme import Ink, TextRole, current
from interview_coach.ui.widgets import Label

Marks = Sequence[tuple[int, int]]
_ELLIPSIS = "…"
_BOLD: dict[TextRole, TextRole] = {"small": "small_label", "body": "label"}
_ENDLESS = 100_000.0
# Put together once: Python's flags are slow, and a page has fifty lines.
_FLAGS = Qt.AlignmentFlag
LINE_LEFT = int(_FLAGS.AlignLeft | _FLAGS.AlignAbsolute | _FLAGS.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)
LINE_RIGHT = int(_FLAGS.AlignRight | _FLAGS.AlignAbsolute | _FLAGS.AlignVCenter) | int(
    Qt.TextFlag.TextSingleLine
)
_WIDTH = 200


def advance(text: str, role: TextRole) -> float:
    """How wide a text is in the font of its role."""
    return _advance(text, role, current().scale)


@lru_cache(maxsize=2048)
def _advance(text: str, role: TextRole, scale: float) -> float:
    del scale  # it is part of what the font depends on
    return QFontMetricsF(current().font(role)).horizontalAdvance(text)


def elided(text: str, role: TextRole, width: float) -> str:
    """A text, cut with … where it is wider than `width`."""
    if advance(text, role) + 1 <= width:
        return text
    metrics = QFontMetricsF(current().font(role))
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(width - 1, 0.0))


def _units(text: str) -> int:
    """How many of Qt's units (UTF-16) a text has."""
    return len(text) + sum(char > "\uffff" for char in text)


def _formats(text: str, marks: Marks, role: TextRole) -> list[QTextLayout.FormatRange]:
    colours = current().colours
    found = []
    for start, length in marks:
        look = QTextCharFormat()
        look.setFont(current().font(_BOLD.get(role, role)))
        look.setBackground(QColor(colours.attention_soft))
        look.setForeground(QColor(colours.ink))
        span = QTextLayout.FormatRange()
        span.start = _units(text[:start])
        span.length = _units(text[start : start + length])
        span.format = look
        found.append(span)
    return found


def _laid_out(
    text: str,
    marks: Marks,
    role: TextRole,
    width: float,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    wrap: bool = False,
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), current().font(role))
    option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if wrap else modes.NoWrap)
    # What the person wrote runs as its own letters do, whichever way the window does.
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats(_formats(text, marks, role))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def paint_line(
    painter: QPainter, rect: QRectF, text: str, marks: Marks, role: TextRole, ink: Ink
) -> None:
    """Paint one line into `rect`, cut with … where it ends, from the side where text starts."""
    painter.setPen(QColor(current().colours.text(ink)))
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if not marks:
        painter.setFont(current().font(role))
        shown = elided(text, role, rect.width() + 1)
        way = painter.layoutDirection()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(rect, LINE_RIGHT if rtl else LINE_LEFT, shown)
        painter.setLayoutDirection(way)
        return
    layout = _cut(text, marks, role, rect.width())
    line = layout.lineAt(0)
    x = rect.right() - line.naturalTextWidth() if rtl else rect.left()
    layout.draw(painter, QPointF(x, rect.center().y() - line.height() / 2))


def _cut(text: str, marks: Marks, role: TextRole, width: float) -> QTextLayout:
    layout = _laid_out(text, marks, role, _ENDLESS)
    line = layout.lineAt(0)
    natural = line.naturalTextWidth()
    if natural <= width:
        return layout
    room = width - advance(_ELLIPSIS, role)
    backwards = line.cursorToX(0)[0] > natural / 2  # type: ignore[index]
    at = line.xToCursor(natural - room if backwards else room)
    raw = text.encode("utf-16-le", "surrogatepass")[: max(at, 0) * 2]
    kept = raw.decode("utf-16-le", "ignore").rstrip()
    inside = [(s, min(n, len(kept) - s)) for s, n in marks if s < len(kept)]
    return _laid_out(kept + _ELLIPSIS, inside, role, _ENDLESS)


class MarkedLabel(Label):
    """Wrapped plain text, some places of which are marked.

    Signals: none of its own.
    """

    def __init__(
        self, role: TextRole = "body", ink: Ink = "ink", parent: QWidget | None = None
    ) -> None:
        self._marks: Marks = ()
        super().__init__("", role, ink, wrap=True, parent=parent)

    def show_text(self, text: str, marks: Marks = ()) -> None:
        """Show another text and its marks."""
        if (text, list(marks)) != (self.text(), list(self._marks)):
            self._marks = marks
            self.setText(text)
            self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines."""
        layout = self._wrapped(width)
        return int(layout.boundingRect().height() + 0.99)

    def sizeHint(self) -> QSize:
        """Wrapped where there is no room."""
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """One line of a few words."""
        return QSize(_WIDTH // 2, int(QFontMetricsF(self.font()).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text and its marks."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(current().colours.text(self._ink)))
        self._wrapped(self.width()).draw(painter, QPointF(0, 0))

    def _wrapped(self, width: int) -> QTextLayout:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        return _laid_out(self.text(), self._marks, self._role, float(width), side, wrap=True)
