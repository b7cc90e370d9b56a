"""Owns the rating of five dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets.drawing import (
    DOTS,
    by_keyboard,
    live,
    paint_dots,
    paint_focus,
    plain_flags,
    start,
)

_DOT = 10
_STEP = 14
_EDITED_STEP = 18
_HEIGHT = 24
_MARGIN = 4
_GAP = 12


class RatingDots(QSlider):
    """One to five, or not rated: a slider for the keyboard and screen readers, dots for the eye.

    A digit or an arrow rates, Delete takes the rating back, and so does a click on the last full dot.

    Signals:
        rated(object): the person chose another rating (int), or took it back (None).
    """

    rated = Signal(object)

    def __init__(
        self,
        rating: int | None = None,
        name: str = "",
        *,
        words: Sequence[str] = (),
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._words = list(words)
        self._read_only = read_only
        # Room for the focus ring, which a rating that is only read never has.
        self._margin = 0 if read_only else _MARGIN
        self._ring = False
        self._hover: int | None = None
        self.setRange(0, DOTS)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(not read_only)
        if read_only:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_rating(rating)
        live(self._retheme)

    @property
    def rating(self) -> int | None:
        """The rating, or None."""
        return self.value() or None

    def set_rating(self, rating: int | None) -> None:
        """Show a rating without a signal."""
        self.setValue(rating or 0)
        said = tr("{n} of 5", n=rating) if rating else tr("Not rated")
        word = self.word()
        self.setAccessibleDescription(f"{said}, {word}" if word else said)
        self.update()

    def word(self) -> str:
        """Return the word beside the dots."""
        rating = self.rating
        if rating is None or rating > len(self._words):
            return ""
        return self._words[rating - 1]

    def sizeHint(self) -> QSize:
        """Five dots, and the longest word."""
        width = self._dots_width() + 2 * self._margin
        if self._words:
            metrics = QFontMetrics(current().font("small"))
            longest = max(metrics.horizontalAdvance(word) for word in self._words)
            width += _GAP + longest + 1
        if self._read_only:
            metrics = QFontMetrics(current().font("small"))
            width = max(width, metrics.horizontalAdvance(tr("Not rated")) + 1)
        return QSize(width, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Dots are not cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate with digits and arrows; Delete, Backspace and 0 take the rating back."""
        if self._read_only:
            event.ignore()
            return
        key = event.key()
        forwards = Qt.Key.Key_Right
        backwards = Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forwards, backwards = backwards, forwards
        self._ring = True
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_5:
            self._rate(int(key) - int(Qt.Key.Key_0))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._rate(0)
        elif key in {forwards, Qt.Key.Key_Up, Qt.Key.Key_Plus}:
            self._rate(min(self.value() + 1, DOTS))
        elif key in {backwards, Qt.Key.Key_Down, Qt.Key.Key_Minus}:
            # Stepping down ends at one: to have no rating is another statement than a low one.
            self._rate(max(self.value() - 1, 1))
        elif key == Qt.Key.Key_Home:
            self._rate(1)
        elif key == Qt.Key.Key_End:
            self._rate(DOTS)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rate by a click; a second one on the same dot takes it back."""
        if self._read_only or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        place = self._place(event.position().x())
        if place is not None:
            self._rate(0 if place == self.value() else place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a click would do."""
        place = None if self._read_only else self._place(event.position().x())
        if place != self._hover:
            self._hover = place
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press did it all."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hovered dot."""
        del event
        self._hover = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots, the word and the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = QRectF(self.rect()).adjusted(self._margin, 0, -self._margin, 0)
        colour = colours.accent if self.isEnabled() else colours.control_line
        shown = self.rating
        dots = {"size": float(_DOT * current().scale), "step": float(self._step())}
        if self._read_only and shown is None:
            # Five empty dots would read as a rating of nothing.
            painter.setPen(QColor(colours.muted))
            painter.setFont(current().font("small"))
            at_start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(at_start | plain_flags()), tr("Not rated"))
            return
        paint_dots(painter, area, shown, colour=colour, backwards=rtl, **dots)
        if self._hover is not None:
            soft = QColor(colours.accent)
            soft.setAlphaF(0.35)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(soft)
            for place in range(shown or 0, self._hover):
                middle = dots["size"] / 2 + place * dots["step"]
                x = area.right() - middle if rtl else area.left() + middle
                half = dots["size"] / 2
                painter.drawEllipse(QRectF(x - half, area.center().y() - half, 2 * half, 2 * half))
        word = self.word()
        if word:
            painter.setPen(QColor(colours.muted))
            painter.setFont(current().font("small"))
            offset = self._dots_width() + _GAP
            box = area.adjusted(0, 0, -offset, 0) if rtl else area.adjusted(offset, 0, 0, 0)
            # The painter turns left into right by itself where text runs that way.
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(side | plain_flags()), word)
        if self.hasFocus() and self._ring:
            width = self._dots_width() + 2 * self._margin
            x = self.width() - width if rtl else 0
            paint_focus(painter, QRectF(x, 0, width, self.height()), 6)

    def _step(self) -> int:
        return current().px(_STEP if self._read_only else _EDITED_STEP)

    def _dots_width(self) -> int:
        return self._step() * (DOTS - 1) + current().px(_DOT)

    def _place(self, x: float) -> int | None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.width() - x
        step = self._step()
        place = int((x - self._margin + (step - current().px(_DOT)) / 2) // step) + 1
        return min(max(place, 1), DOTS) if x <= self._dots_width() + 2 * self._margin else None

    def _rate(self, value: int) -> None:
        if value != self.value():
            self.set_rating(value or None)
            self.rated.emit(self.rating)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()
