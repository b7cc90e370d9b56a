"""Owns the slider with which one says how likely something is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets.drawing import RING, by_keyboard, live, paint_box, start
from interview_coach.ui.widgets.labels import Label

_WHOLE = 100
_STEP = 5
_PAGE = 10
_HALF = 50
_HANDLE = 18
_GROOVE = 8
_HEIGHT = 26


class _Track(QSlider):
    """The slider itself; it starts without a value."""

    moved = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.is_set = False
        self._ring = False
        self.setRange(0, _WHOLE)
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._value_changed)
        live(self._retheme)

    def show_value(self, value: int | None) -> None:
        """Show a value, or that there is none."""
        blocker = QSignalBlocker(self)
        self.is_set = value is not None
        self.setValue(_HALF if value is None else value)
        blocker.unblock()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(180, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Short, but usable."""
        return QSize(96, current().px(_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the value back; the first other key sets it where it stands."""
        self._ring = True
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if self.is_set:
                self.moved.emit(None)
            return
        before = self.value()
        super().keyPressEvent(event)
        space = event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if not self.is_set and space and self.value() == before:
            self.moved.emit(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to where the click is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().x())
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if self.isSliderDown():
            self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint groove, filled part and handle."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        handle = current().px(_HANDLE)
        middle = self.height() / 2
        groove = QRectF(1, middle - _GROOVE / 2, self.width() - 2, _GROOVE)
        paint_box(painter, groove, _GROOVE / 2, fill=colours.track, line=colours.control_line)
        room = self.width() - handle
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        share = self.value() / _WHOLE
        x = handle / 2 + room * (1 - share if rtl else share)
        accent = colours.accent if self.isEnabled() else colours.control_line
        if self.is_set:
            filled = QRectF(groove)
            if rtl:
                filled.setLeft(x)
            else:
                filled.setRight(x)
            paint_box(painter, filled, _GROOVE / 2, fill=accent)
        line = accent if self.is_set else colours.control_line
        radius = handle / 2 - 1
        painter.setPen(QPen(QColor(line), RING))
        painter.setBrush(QColor(colours.card))
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        if self.hasFocus() and self._ring:
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(x, middle), radius - 3.5, radius - 3.5)
            halo = QColor(colours.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(halo, RING))
            painter.drawEllipse(QPointF(x, middle), radius + 3, radius + 3)

    def _go(self, x: float) -> None:
        handle = current().px(_HANDLE)
        share = (x - handle / 2) / max(self.width() - handle, 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        value = min(max(round(share * _WHOLE / _STEP) * _STEP, 0), _WHOLE)
        if value == self.value() and not self.is_set:
            self.moved.emit(value)
        self.setValue(value)

    def _value_changed(self, value: int) -> None:
        self.moved.emit(value)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


class ForecastSlider(QWidget):
    """A likelihood from 0 to 100 %, or none yet: nothing is suggested until the person touches it.

    Signals:
        value_changed(object): the person gave another value (int), or took it back (None).
    """

    value_changed = Signal(object)

    def __init__(
        self, value: int | None = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value: int | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._track = _Track(self)
        self._track.setAccessibleName(name)
        self._label = Label("", "number")
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._label.setAlignment(end)
        row.addWidget(self._track, 1)
        row.addWidget(self._label)
        self._track.moved.connect(self._moved)
        self.setFocusProxy(self._track)
        self.set_value(value)
        live(self._retheme)

    @property
    def value(self) -> int | None:
        """The likelihood in percent, or None."""
        return self._value

    @property
    def slider(self) -> QSlider:
        """The slider itself."""
        return self._track

    def set_value(self, value: int | None) -> None:
        """Show a value, or that there is none, without a signal."""
        self._value = value
        self._track.show_value(value)
        said = tr("Not set") if value is None else f"{value}%"
        self._label.setText(said)
        self._label.set_role("small" if value is None else "number")
        self._label.set_ink("muted" if value is None else "ink")
        self._track.setAccessibleDescription(said)

    def _moved(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)

    def _retheme(self) -> None:
        metrics = QFontMetrics(current().font("number"))
        small = QFontMetrics(current().font("small"))
        widest = max(metrics.horizontalAdvance("100%"), small.horizontalAdvance(tr("Not set")))
        # One width for all values: the slider must not move under the mouse.
        self._label.setFixedWidth(widest + 2)
