"""Owns how a row's two texts are set: wrapped at any width, the second one cut after a few lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from interview_coach.ui.theme import TextRole, current

SECOND_LINES = 3
# More than this cannot be shown in so few lines, and setting it would take time for nothing.
_MOST = 1000
_NARROWEST = 24.0
_WIDTHS_KEPT = 6


class Lines:
    """A text and a quieter one under it, set for one width at a time."""

    gap = 2.0
    leading = 2.0

    def __init__(self, role: TextRole = "body") -> None:
        self._role: TextRole = role
        self.text = ""
        self.second = ""
        self.backwards = False
        self._width = -1.0
        self._first: list[QTextLayout] = []
        self._rest: list[QTextLayout] = []
        self._height = 0.0
        self._known: dict[float, float] = {}

    def set(self, text: str, second: str) -> bool:
        """Show other texts; whether they differ from those before."""
        if (text, second) == (self.text, self.second):
            return False
        self.text, self.second = text, second
        self.forget()
        return True

    def forget(self) -> None:
        """Set the texts anew: they or the font have changed."""
        self._width = -1.0
        self._known.clear()

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Begin lines at the side where the page begins them."""
        backwards = direction == Qt.LayoutDirection.RightToLeft
        if backwards != self.backwards:
            self.backwards = backwards
            self.forget()

    def height(self, width: float) -> float:
        """Return how high the texts are at a width."""
        width = max(width, _NARROWEST)
        if width not in self._known:
            # Layouts ask for several widths in turn before they settle on one.
            if len(self._known) > _WIDTHS_KEPT:
                self._known.clear()
            self._set(width)
            self._known[width] = self._height
        return self._known[width]

    def first_middle(self) -> float:
        """Return the middle of the first line, where a box beside it stands."""
        return QFontMetricsF(current().font(self._role)).height() / 2 + self.leading / 2

    def paint(
        self, painter: QPainter, at: QPointF, width: float, ink: str, second_ink: str
    ) -> None:
        """Paint both texts from this corner."""
        self._set(max(width, _NARROWEST))
        for layouts, colour in ((self._first, ink), (self._rest, second_ink)):
            painter.setPen(QColor(colour))
            for layout in layouts:
                layout.draw(painter, at)

    def _set(self, width: float) -> None:
        if width == self._width:
            return
        self._width = width
        first_font, second_font = current().font(self._role), current().font("small")
        side = _side(self.backwards)
        self._first, y = _laid(self.text, first_font, width, 0.0, 0, self.leading, side)
        self._rest = []
        if self.second:
            shown = self.second[:_MOST]
            start = y + self.gap - self.leading / 2
            self._rest, y = _laid(shown, second_font, width, start, SECOND_LINES, 1.0, side)
        self._height = y


def _laid(
    text: str,
    font: QFont,
    width: float,
    top: float,
    most: int,
    leading: float,
    side: Qt.AlignmentFlag,
) -> tuple[list[QTextLayout], float]:
    layout, starts, y = _set_text(text, font, width, top, leading, side)
    if not most or len(starts) <= most:
        return [layout], y
    # What does not fit any more stands in a last line that ends in …
    head, last_from = text[: starts[most - 1]], starts[most - 1]
    rest = QFontMetricsF(font).elidedText(text[last_from:], Qt.TextElideMode.ElideRight, width)
    layouts = []
    y = top
    if head:
        layout, _, y = _set_text(head, font, width, y, leading, side)
        layouts.append(layout)
    # One pixel more: the cut text fits its width to the last fraction.
    layout, _, y = _set_text(rest, font, width + 1, y, leading, side)
    return [*layouts, layout], y


def _set_text(
    text: str, font: QFont, width: float, top: float, leading: float, side: Qt.AlignmentFlag
) -> tuple[QTextLayout, list[int], float]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(side)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    starts = []
    y = top
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y + leading / 2))
        y += line.height() + leading
        starts.append(line.textStart())
    layout.endLayout()
    return layout, starts, y


def _side(backwards: bool) -> Qt.AlignmentFlag:
    # The side of the box, whichever way the text itself runs.
    edge = Qt.AlignmentFlag.AlignRight if backwards else Qt.AlignmentFlag.AlignLeft
    return edge | Qt.AlignmentFlag.AlignAbsolute


def mirrored(box: QRectF, inside: QRectF, direction: Qt.LayoutDirection) -> QRectF:
    """Return a box as it stands where text runs from right to left."""
    if direction == Qt.LayoutDirection.LeftToRight:
        return box
    return QRectF(
        inside.left() + inside.right() - box.right(), box.top(), box.width(), box.height()
    )
