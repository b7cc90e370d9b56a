"""Owns the segmented control: a few short words in one frame, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from interview_coach.ui.theme import RADIUS, Tone, current
from interview_coach.ui.widgets.choices import Choice, ChoiceRow
from interview_coach.ui.widgets.drawing import paint_box, paint_focus, plain_flags, start

_HEIGHT = 30
_PADDING = 10


class Segment(NamedTuple):
    """One word of the control: what it stands for, its text, and its colours when chosen."""

    value: object
    text: str
    tone: Tone = "accent"


class _SegmentButton(Choice):
    """One segment; it paints the part of the frame that it stands in."""

    def __init__(self, segment: Segment, parent: QWidget) -> None:
        super().__init__(segment.text, parent)
        self._tone: Tone = segment.tone
        self.first = False
        self.last = False

    def sizeHint(self) -> QSize:
        """Room for the text."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.plain)
        return QSize(width + 2 * _PADDING + 2, current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, frame, text and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (self.last, self.first) if rtl else (self.first, self.last)
        # The frame is one rounded box; each segment shows its piece of it.
        frame = rect.adjusted(0 if left else -20, 0, 0 if right else 20, 0)
        clip = QPainterPath()
        clip.addRect(rect)
        painter.setClipPath(clip)
        on = self.isChecked() and self.isEnabled()
        fill = colours.card
        if self.isChecked():
            fill = colours.ground(self._tone) if on else colours.track
        elif self.underMouse() and self.isEnabled():
            fill = colours.page
        paint_box(painter, frame, RADIUS.control, fill=fill, line=colours.line)
        if not left:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        if on:
            # The soft ground alone is too faint to be told from the card: so is its line in full.
            edge = QColor(colours.text(self._tone))
            painter.setPen(QPen(edge, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_outline(rect.adjusted(0.5, 0.5, -0.5, -0.5), left=left, right=right))
        ink = colours.text(self._tone) if self.isChecked() else colours.muted
        painter.setPen(QColor(ink if self.isEnabled() else colours.muted))
        painter.setFont(self.font())
        flags = Qt.AlignmentFlag.AlignCenter | plain_flags()
        painter.drawText(self.rect(), int(flags), self.plain)
        if self.shows_ring():
            paint_focus(painter, rect.adjusted(1, 1, -1, -1), RADIUS.control - 1)


def _outline(rect: QRectF, *, left: bool, right: bool) -> QPainterPath:
    """Return a box that is round only where the frame ends."""
    radius = RADIUS.control
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(rect, radius, radius)
    square = rect.adjusted(radius if left else 0, 0, -radius if right else 0, 0)
    path.addRect(square)
    return path.simplified()


class Segmented(ChoiceRow):
    """A few short words of which one is chosen; with `optional`, choosing it again takes it back.

    Signals:
        value_changed(object): the person chose another one, or gave it up (None).
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        value: object = None,
        name: str = "",
        *,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent, optional=optional)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        buttons = [_SegmentButton(segment, self) for segment in segments]
        for segment, button in zip(segments, buttons, strict=True):
            self.add_choice(segment.value, button)
            row.addWidget(button)
        if buttons:
            buttons[0].first = True
            buttons[-1].last = True
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value)
