"""Owns the strokes that several painted widgets and item delegates share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from interview_coach.ui.theme import RADIUS, Tone, current, paint_icon

RING = 2.0
DOTS = 5
_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    }
)


def live(slot: Callable[[], None]) -> None:
    """Call `slot` now and after every change of colours or text size; it must belong to a widget."""
    current().follow(slot)
    slot()


def show_when(widget: QWidget, shown: bool) -> None:
    """Show or hide a widget, and leave it alone where it is so already.

    Qt would polish it and lay it out all the same, before its window is there to be seen.
    """
    if widget.isHidden() == shown:
        widget.setVisible(shown)


def placed(direction: Qt.LayoutDirection, outer: QRect, box: QRect) -> QRect:
    """Return where `box` lies in `outer` when text runs in `direction`: over on the other side.

    QStyle.visualRect by hand: its class alone takes the start a twentieth of an empty window.
    """
    if direction == Qt.LayoutDirection.LeftToRight:
        return box
    return box.translated(outer.left() + outer.right() - box.left() - box.right(), 0)


def by_keyboard(reason: Qt.FocusReason) -> bool:
    """Tell whether focus came in a way that needs to be shown: a click needs no ring."""
    return reason in _KEYBOARD


def start(painter: QPainter) -> None:
    """Make round shapes smooth."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: str | None = None,
    line: str | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose line lies inside `rect`."""
    half = width / 2 if line else 0.0
    inner = rect.adjusted(half, half, -half, -half)
    if line:
        pen = QPen(QColor(line), width)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def paint_focus(painter: QPainter, rect: QRectF, radius: float, colour: str | None = None) -> None:
    """Paint the focus ring along the inside of `rect`."""
    paint_box(painter, rect, radius, line=colour or current().colours.accent, width=RING)


def paint_dots(
    painter: QPainter,
    rect: QRectF,
    rating: int | None,
    *,
    size: float = 10.0,
    step: float = 14.0,
    colour: str | None = None,
    backwards: bool = False,
) -> None:
    """Paint five dots from the start of `rect`, as many of them filled as the rating says."""
    colours = current().colours
    full = colour or colours.accent
    for place in range(DOTS):
        filled = rating is not None and place < rating
        middle = size / 2 + place * step
        x = rect.right() - middle if backwards else rect.left() + middle
        inset = 0.0 if filled else 0.5
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colours.control_line), 1.2))
        painter.setBrush(QColor(full) if filled else Qt.BrushStyle.NoBrush)
        radius = size / 2 - inset
        painter.drawEllipse(QPointF(x, rect.center().y()), radius, radius)


def chip_width(text: str, *, icon: bool = False) -> float:
    """Return the width that a chip with this text takes."""
    metrics = QFontMetricsF(current().font("small_label"))
    return metrics.horizontalAdvance(text) + 20 + (20 if icon else 0)


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: Tone, *, icon: str = "") -> None:
    """Paint a chip as `Chip` shows it, for item delegates."""
    colours = current().colours
    paint_box(painter, rect, min(RADIUS.chip, rect.height() / 2), fill=colours.ground(tone))
    painter.setPen(QColor(colours.text(tone)))
    painter.setFont(current().font("small_label"))
    inner = rect.adjusted(10, 0, -10, 0)
    if icon:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = inner.right() - 14 if rtl else inner.left()
        paint_icon(painter, icon, QRectF(x, rect.center().y() - 7, 14, 14), colours.text(tone))
        inner = inner.adjusted(0, 0, -20, 0) if rtl else inner.adjusted(20, 0, 0, 0)
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | plain_flags()), shown)


def paint_rail(
    painter: QPainter,
    rect: QRect,
    dot: QPointF,
    tone: Tone,
    *,
    first: bool = False,
    last: bool = False,
) -> None:
    """Paint the timeline's vertical line through `rect` at the height of all rows, and a dot on it."""
    colours = current().colours
    top = dot.y() if first else rect.top()
    bottom = dot.y() if last else rect.bottom() + 1
    painter.setPen(QPen(QColor(colours.line), RING))
    painter.drawLine(QPointF(dot.x(), top), QPointF(dot.x(), bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.text(tone)))
    painter.drawEllipse(dot, 4, 4)


def plain_flags() -> Qt.TextFlag:
    """Return the flags of text that is one line and whose ampersands are ampersands."""
    return Qt.TextFlag.TextSingleLine
