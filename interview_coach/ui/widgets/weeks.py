"""Owns the strip of weeks: what became of each interview, week by week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_coach.ui.theme import TextRole, Tone, current
from interview_coach.ui.widgets.buttons import PaintedButton
from interview_coach.ui.widgets.drawing import (
    live,
    paint_box,
    paint_focus,
    placed,
    plain_flags,
    start,
)
from interview_coach.ui.widgets.labels import set_tooltip

_HEIGHT = 20
_GAP = 6
_ROW_GAP = 4
_MOST = 4
_NARROWEST = 12
# Buttons are made once the strip has been seen, and after this even where it is out of sight.
_LATER_MS = 400


class WeekBox(NamedTuple):
    """One box: its word, its tone, what a click on it means, and what gives it in full when asked."""

    text: str
    tone: Tone = "neutral"
    key: object = None
    full: str | Callable[[], str] = ""

    def said(self) -> str:
        """What it is in full; its word where nothing more is known."""
        return (self.full if isinstance(self.full, str) else self.full()) or self.text


class Week(NamedTuple):
    """One week: the date under it (empty under every other one) and its boxes, oldest first."""

    label: str
    boxes: Sequence[WeekBox] = ()


class _Box(PaintedButton):
    """What a box of the strip is for the mouse, the keyboard and screen readers; the strip paints it."""

    role: TextRole = "tiny"

    def __init__(self, box: WeekBox, parent: QWidget) -> None:
        super().__init__(box.text, "", parent)
        self.box = box
        self.setAccessibleName(box.said())
        set_tooltip(self, box.said() if box.full else "")
        if box.key is None:
            # A sum of others leads nowhere: it is only read.
            self.setEnabled(False)
            self.unsetCursor()

    def sizeHint(self) -> QSize:
        """As wide as its week."""
        return QSize(40, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow weeks cut words."""
        return QSize(_NARROWEST, current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under the mouse, and the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        rect = QRectF(self.rect())
        if self.underMouse() and self.box.key is not None:
            paint_box(painter, rect, 4, line=current().colours.text(self.box.tone))
        if self.hasFocus() and self._ring:
            paint_focus(painter, rect, 4)


class WeekStrip(QWidget):
    """Weeks side by side, each with its boxes stacked upwards. Arrow keys move along them.

    It paints all of them itself, at once: a widget for each would take as long to make as the rest
    of a page. What can be pressed and read aloud is made right after.

    Signals:
        chosen(object): the person chose a box; its key.
    """

    chosen = Signal(object)

    def __init__(
        self, weeks: Sequence[Week] = (), name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._weeks: list[tuple[str, list[WeekBox]]] = []
        self._boxes: list[_Box] = []
        self._made = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make)
        self.set_weeks(weeks)
        live(self._retheme)

    @property
    def boxes(self) -> list[PaintedButton]:
        """All boxes, week by week."""
        self._make()
        return list(self._boxes)

    def set_weeks(self, weeks: Sequence[Week]) -> None:
        """Show other weeks."""
        self._weeks = [(week.label, self._shown(week.boxes)) for week in weeks]
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes = []
        seen, self._made = self._made, False
        if seen:
            self._make()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the fullest week, and the dates below."""
        rows = max((len(boxes) for _, boxes in self._weeks), default=0)
        height = max(rows, 1) * (current().px(_HEIGHT) + _ROW_GAP) + self._label_height()
        return QSize(len(self._weeks) * (40 + _GAP), height)

    def minimumSizeHint(self) -> QSize:
        """Narrow weeks cut words."""
        return QSize(len(self._weeks) * (_NARROWEST + _GAP), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Be complete soon, in sight or not."""
        super().showEvent(event)
        if not self._made:
            self._later.start(_LATER_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the buttons along."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all boxes and the dates below them."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        font = current().font("tiny")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        flags = int(Qt.AlignmentFlag.AlignCenter | plain_flags())
        for rect, box in self._rects():
            paint_box(painter, QRectF(rect), 4, fill=colours.ground(box.tone))
            painter.setPen(QColor(colours.ink))
            room = rect.width() - 4
            shown = metrics.elidedText(box.text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(rect, flags, shown)
        painter.setFont(current().font("small"))
        painter.setPen(QColor(colours.muted))
        top = self.height() - self._label_height()
        for column, (label, _) in enumerate(self._weeks):
            if label:
                # Only every other week has one, so it may reach over its neighbours.
                at = self._column(column).adjusted(-_GAP, top, _GAP, 0)
                painter.drawText(at, flags | int(Qt.TextFlag.TextDontClip), label)
        painter.end()
        if not self._made:
            self._later.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along the boxes."""
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        moves = {
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
        }
        reachable = [box for box in self._boxes if box.isEnabled()]
        focused = next((at for at, box in enumerate(reachable) if box.hasFocus()), None)
        move = moves.get(Qt.Key(event.key()))
        if move is None or focused is None:
            super().keyPressEvent(event)
            return
        target = min(max(focused + move, 0), len(reachable) - 1)
        reachable[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self) -> None:
        """Make what can be pressed."""
        self._later.stop()
        if self._made:
            return
        self._made = True
        for _, box in self._rects():
            made = _Box(box, self)
            made.clicked.connect(self._clicked)
            self._boxes.append(made)
        self._place()
        for made in self._boxes:
            made.show()

    def _place(self) -> None:
        for made, (rect, _) in zip(self._boxes, self._rects(), strict=False):
            made.setGeometry(rect)

    def _rects(self) -> Iterator[tuple[QRect, WeekBox]]:
        """Where each box is, week by week, the oldest of a week on top."""
        height = current().px(_HEIGHT)
        bottom = self.height() - self._label_height()
        for column, (_, boxes) in enumerate(self._weeks):
            at = self._column(column)
            top = bottom - len(boxes) * (height + _ROW_GAP)
            for place, box in enumerate(boxes):
                y = top + place * (height + _ROW_GAP)
                yield QRect(at.left(), y, at.width(), height), box

    def _column(self, column: int) -> QRect:
        count = max(len(self._weeks), 1)
        step = (self.width() + _GAP) / count
        left = round(column * step)
        box = QRect(left, 0, round((column + 1) * step) - _GAP - left, self.height())
        return placed(self.layoutDirection(), self.rect(), box)

    def _label_height(self) -> int:
        return QFontMetrics(current().font("small")).height() + _ROW_GAP

    def _retheme(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def _shown(self, boxes: Sequence[WeekBox]) -> list[WeekBox]:
        if len(boxes) <= _MOST:
            return list(boxes)
        hidden = boxes[: len(boxes) - _MOST + 1]

        def full() -> str:
            return "\n".join(box.said() for box in hidden)

        return [WeekBox(f"+{len(hidden)}", "neutral", None, full), *boxes[len(hidden) :]]

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Box) and sender.box.key is not None:
            self.chosen.emit(sender.box.key)
