"""Owns the stepper: the numbered steps that an interview's page moves along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStyle, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import TextRole, current, paint_icon
from interview_coach.ui.widgets.buttons import PaintedButton
from interview_coach.ui.widgets.drawing import live, paint_box, paint_focus, plain_flags, start

_DISC = 22
_GAP = 8
_MARGIN = 3


class _Step(PaintedButton):
    """One step: a disc with its number or a tick, and its word."""

    role: TextRole = "small_label"

    def __init__(self, number: int, text: str, parent: QWidget) -> None:
        super().__init__(text, "", parent)
        self.number = number
        self.done = False
        self.current = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Disc, word and the ring around them."""
        metrics = QFontMetrics(self.font())
        disc = current().px(_DISC)
        width = disc + _GAP + metrics.horizontalAdvance(self.text()) + 2 * _MARGIN + 2
        return QSize(width, disc + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Only the disc, where there is no room for words."""
        side = current().px(_DISC) + 2 * _MARGIN
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc, number or tick, word and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        side = current().px(_DISC)
        disc = QRect(QPoint(_MARGIN, (self.height() - side) // 2), QSize(side, side))
        disc = QStyle.visualRect(self.layoutDirection(), self.rect(), disc)
        if self.current:
            paint_box(painter, QRectF(disc), side / 2, fill=colours.accent)
        else:
            line = colours.accent if self.done else colours.control_line
            paint_box(painter, QRectF(disc), side / 2, line=line, width=1.2)
        ink = colours.on_accent if self.current else colours.muted
        painter.setFont(self.font())
        if self.done and not self.current:
            inset = side // 5
            tick = disc.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "check", tick, colours.accent)
        else:
            painter.setPen(QColor(ink))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self.number))
        left = _MARGIN + side + _GAP
        box = QRect(left, 0, self.width() - left, self.height())
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        word_ink = colours.accent if self.current else colours.muted
        if self.underMouse() and not self.current:
            word_ink = colours.ink
        painter.setPen(QColor(word_ink))
        # The painter turns left into right by itself where text runs that way.
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | plain_flags()
        painter.drawText(box, int(flags), self.text())
        if self.hasFocus() and self._ring:
            paint_focus(painter, QRectF(self.rect()), 8)


class _Line(QFrame):
    """The line between two steps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(12)
        self.setMaximumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(2)
        live(self.update)

    def sizeHint(self) -> QSize:
        """As long as in the pictures."""
        return QSize(60, 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        QPainter(self).fillRect(self.rect(), QColor(current().colours.line))


class Steps(QWidget):
    """Steps of which one is current; done ones carry a tick. Arrow keys move along them.

    Signals:
        step_chosen(int): the person chose a step (0 is the first); the page decides what follows.
    """

    step_chosen = Signal(int)

    def __init__(
        self, texts: Sequence[str], current_step: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._steps: list[_Step] = []
        for number, text in enumerate(texts, start=1):
            if number > 1:
                row.addWidget(_Line(self))
            step = _Step(number, text, self)
            step.clicked.connect(self._clicked)
            row.addWidget(step)
            self._steps.append(step)
        row.addStretch(1)
        self._current = current_step
        self.set_state(current_step)

    @property
    def current_step(self) -> int:
        """The step that is current."""
        return self._current

    @property
    def buttons(self) -> list[PaintedButton]:
        """The steps' buttons."""
        return list(self._steps)

    def set_state(self, current_step: int, done: Sequence[int] | None = None) -> None:
        """Show which step is current and which are done; without `done`, all before it are."""
        self._current = current_step
        finished = set(range(current_step) if done is None else done)
        for place, step in enumerate(self._steps):
            step.current = place == current_step
            step.done = place in finished
            state = tr("to come")
            if step.current:
                state = tr("current step")
            elif step.done:
                state = tr("done")
            step.setAccessibleDescription(
                tr("Step {n} of {total}, {state}", n=place + 1, total=len(self._steps), state=state)
            )
            step.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along the steps."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        move = moves.get(Qt.Key(event.key()))
        focused = next((at for at, step in enumerate(self._steps) if step.hasFocus()), None)
        if move is None or focused is None:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            move = -move
        target = min(max(focused + move, 0), len(self._steps) - 1)
        self._steps[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, _Step):
            self.step_chosen.emit(sender.number - 1)
