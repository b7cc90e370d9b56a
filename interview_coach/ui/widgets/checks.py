"""Owns the check box of the design and the row of text that it ticks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui.theme import RADIUS, current, paint_icon
from interview_coach.ui.widgets.drawing import (
    RING,
    by_keyboard,
    live,
    paint_box,
    show_when,
    start,
)
from interview_coach.ui.widgets.labels import Label

_SIDE = 18


class Tick(QCheckBox):
    """Only the box; its name is for screen readers.

    Signals: those of QCheckBox.
    """

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        live(self._retheme)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        side = current().px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same square."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        ring = self.hasFocus() and self._ring
        fill = colours.accent if self.isEnabled() else colours.control_line
        if self.isChecked():
            inner = rect
            if ring:
                # The ring takes the edge and leaves a gap, so that it is seen around a filled box.
                paint_box(painter, rect, RADIUS.check, line=colours.accent, width=RING)
                inner = rect.adjusted(3.5, 3.5, -3.5, -3.5)
            paint_box(painter, inner, RADIUS.check if not ring else 2, fill=fill)
            side = inner.width() * 0.78
            box = QRectF(0, 0, side, side)
            box.moveCenter(rect.center())
            paint_icon(painter, "check", box, colours.on_accent)
            return
        ground = colours.card if self.isEnabled() else colours.track
        hovered = self.underMouse() and self.isEnabled()
        line = colours.accent if ring or hovered else colours.control_line
        width = RING if ring else 1.0
        paint_box(painter, rect, RADIUS.check, fill=ground, line=line, width=width)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


class CheckRow(QWidget):
    """A tick, a text, a second line that steps back, and room for something at the end.

    Signals:
        toggled(bool): the person or the program ticked it or took the tick away.
        ticked(bool): the person did.
    """

    toggled = Signal(bool)
    ticked = Signal(bool)

    def __init__(
        self,
        text: str,
        detail: str = "",
        *,
        checked: bool = False,
        fades: bool = False,
        trailing: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fades = fades
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 8, 0, 8)
        self._row.setSpacing(10)
        # Made with their parent: to be moved into one later costs as much as to be made.
        self.tick = Tick(parent=self)
        self._text = Label("", "body", wrap=True, parent=self)
        self._detail = Label("", "small", "muted", wrap=True, parent=self)
        for label in (self._text, self._detail):
            label.set_top()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._text)
        column.addWidget(self._detail)
        self._row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self.set_text(text)
        if detail:
            self._detail.setText(detail)
            self.tick.setAccessibleDescription(detail)
        else:
            self._detail.hide()
        if trailing is not None:
            self.add_trailing(trailing)
        self.set_checked(checked)
        self.tick.toggled.connect(self._toggled)
        self.tick.clicked.connect(self.ticked)
        self.setFocusProxy(self.tick)

    @property
    def checked(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def set_checked(self, checked: bool) -> None:
        """Tick it or take the tick away."""
        self.tick.setChecked(checked)
        self._fade()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text.setText(text)
        self.tick.setAccessibleName(text)

    def set_detail(self, text: str) -> None:
        """Show another second line; none hides it."""
        self._detail.setText(text)
        show_when(self._detail, bool(text))
        self.tick.setAccessibleDescription(text)

    def add_trailing(self, widget: QWidget) -> None:
        """Put something at the end of the row."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the text ticks as one on the box does."""
        ticks = event.button() == Qt.MouseButton.LeftButton and not self.tick.isHidden()
        if ticks and self.rect().contains(event.position().toPoint()):
            self.tick.click()
            return
        super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def _toggled(self, checked: bool) -> None:
        self._fade()
        self.toggled.emit(checked)

    def _fade(self) -> None:
        self._text.set_ink("muted" if self._fades and self.checked else "ink")
