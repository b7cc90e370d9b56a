"""Owns the bar of three parts: what was not yours, what nobody can know, what was yours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_coach.ui.theme import RADIUS, Tone, current
from interview_coach.ui.widgets.drawing import live, plain_flags, start

_TONES: tuple[Tone, Tone, Tone] = ("not_yours", "neutral", "accent")
_HEIGHT = 26
_PADDING = 10


class ThreeParts(QLabel):
    """Three lengths and three words, never a number: it is a weighing, not a measurement.

    Signals: none of its own.
    """

    def __init__(
        self,
        shares: Sequence[float] = (0.0, 1.0, 0.0),
        words: Sequence[str] = ("", "", ""),
        *,
        solid: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._solid = solid
        self._shares: tuple[float, float, float] = (0.0, 1.0, 0.0)
        self._words: tuple[str, str, str] = ("", "", "")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(shares, words)
        live(self._retheme)

    def set_parts(self, shares: Sequence[float], words: Sequence[str]) -> None:
        """Show other lengths (any three weights, of which none is below 0) and words."""
        weights = [max(share, 0.0) for share in shares]
        total = sum(weights) or 1.0
        self._shares = (weights[0] / total, weights[1] / total, weights[2] / total)
        self._words = (words[0], words[1], words[2])
        shown = [
            word
            for word, share in zip(self._words, self._shares, strict=True)
            if share > 0 and word
        ]
        self.setAccessibleName(", ".join(shown))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        metrics = QFontMetricsF(current().font("small_label"))
        width = sum(metrics.horizontalAdvance(word) + 2 * _PADDING for word in self._words)
        return QSize(round(width), current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words are cut before the page is."""
        return QSize(120, current().px(_HEIGHT))

    def widths(self, total: float) -> list[float]:
        """Return the three lengths, each long enough for its word where there is room."""
        metrics = QFontMetricsF(current().font("small_label"))
        least = [
            metrics.horizontalAdvance(word) + 2 * _PADDING if share > 0 and word else 0.0
            for word, share in zip(self._words, self._shares, strict=True)
        ]
        if sum(least) >= total:
            scale = total / sum(least)
            return [width * scale for width in least]
        widths = [share * total for share in self._shares]
        for _ in range(len(widths)):
            short = [max(low - width, 0.0) for low, width in zip(least, widths, strict=True)]
            spare = [max(width - low, 0.0) for low, width in zip(least, widths, strict=True)]
            if sum(short) <= 0 or sum(spare) <= 0:
                break
            given = min(sum(short) / sum(spare), 1.0)
            widths = [
                width + more - less * given
                for width, more, less in zip(widths, short, spare, strict=True)
            ]
        return widths

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint three grounds in one rounded box, and their words."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(rect, RADIUS.control - 1, RADIUS.control - 1)
        painter.setClipPath(clip)
        painter.setFont(current().font("small_label"))
        metrics = QFontMetricsF(painter.font())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # A widget's painter turns left into right by itself where text runs that way.
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | plain_flags())
        x = 0.0
        for tone, word, width in zip(_TONES, self._words, self.widths(rect.width()), strict=True):
            left = rect.right() - x - width if rtl else x
            box = QRectF(left, 0, width, rect.height())
            strong = self._solid and tone != "neutral"
            ground = colours.text(tone) if strong else colours.ground(tone)
            # Antialiased neighbours would let the page shine through between them.
            painter.fillRect(box.adjusted(-0.5, 0, 0.5, 0), QColor(ground))
            if word and width > 0:
                painter.setPen(QColor(colours.card if strong else colours.text(tone)))
                inner = box.adjusted(_PADDING, 0, -2, 0)
                if rtl:
                    inner = box.adjusted(2, 0, -_PADDING, 0)
                shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, inner.width())
                painter.drawText(inner, flags, shown)
            x += width

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()
