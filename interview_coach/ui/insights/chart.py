"""Owns the charts: marks with their intervals, and a falling curve, drawn by pyqtgraph.

The library takes a while to load, so nothing here imports it before there is something to draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.widgets import announce, live, paint_focus, plain_tooltip
from interview_coach.ui.widgets.drawing import by_keyboard, start

_SMALLEST, _LARGEST = 11, 20
_NEXT = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BEFORE = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_PRESS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
Ticks = Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Mark:
    """One point: where it stands, its interval, how many cases it is made of, and itself in words."""

    x: float
    y: float
    low: float
    high: float
    cases: int
    words: str


@dataclass(frozen=True, slots=True)
class Axes:
    """What the axes say: ticks as (value, text), the words under the lower one, and the ranges."""

    x_ticks: Ticks
    y_ticks: Ticks
    x_words: str = ""
    x_range: tuple[float, float] = (0, 100)
    y_range: tuple[float, float] = (0, 100)
    diagonal: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve in steps with the band around it: all three have one value per x."""

    x: Sequence[float]
    y: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


class Chart(QWidget):
    """One chart. Arrows go from mark to mark, Enter opens the interviews behind the one in hand.

    Signals:
        chosen(int): the person wants the interviews behind this mark.
    """

    chosen = Signal(int)

    def __init__(self, name: str, height: int = 240, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._height = height
        self._axes = Axes((), ())
        self._marks: tuple[Mark, ...] = ()
        self._curve: Curve | None = None
        self._at = -1
        self._ring = False
        self._plot: Any = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        live(self._retheme)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that are drawn."""
        return self._marks

    @property
    def at(self) -> int:
        """The mark in hand, -1 for none."""
        return self._at

    def show_marks(self, axes: Axes, marks: Sequence[Mark]) -> None:
        """Draw these marks."""
        self._axes, self._marks, self._curve = axes, tuple(marks), None
        self._at = -1
        # With one mark there is something to open, and the keyboard must get there.
        focus = Qt.FocusPolicy.StrongFocus if marks else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)
        self.setAccessibleDescription("; ".join(mark.words for mark in self._marks))
        self._draw()

    def show_curve(self, axes: Axes, curve: Curve, words: str) -> None:
        """Draw this curve, which `words` tell to those who do not see it."""
        self._axes, self._marks, self._curve = axes, (), curve
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(words)
        self._draw()

    # --- keys and focus ---------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next mark or the one before, or open the one in hand."""
        key = event.key()
        if key in _NEXT or key in _BEFORE:
            self._ring = True
            step = 1 if key in _NEXT else -1
            self._hold(min(max(self._at + step, 0), len(self._marks) - 1))
        elif key in _PRESS and self._at >= 0:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first mark."""
        self._ring = by_keyboard(event.reason())
        if self._ring and self._at < 0 and self._marks:
            self._hold(0)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the mark go."""
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def _hold(self, place: int) -> None:
        self._at = place
        announce(self, self._marks[place].words)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of the keyboard around the chart."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            painter = QPainter(self)
            start(painter)
            paint_focus(painter, QRectF(self.rect()), RADIUS.control)

    # --- drawing ----------------------------------------------------------------------------------

    def _made(self) -> Any:
        if self._plot is None:
            import pyqtgraph

            pyqtgraph.setConfigOptions(antialias=True)
            plot = pyqtgraph.PlotWidget()
            plot.setMouseEnabled(x=False, y=False)
            plot.setMenuEnabled(enableMenu=False)
            plot.hideButtons()
            # The chart has the focus, not what it is drawn on, which would be a stop without a name.
            plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
            plot.setAccessibleName(self._name)
            # Scrolling past must scroll the page.
            plot.wheelEvent = lambda event: event.ignore()
            self._column.addWidget(plot)
            self._plot = plot
        return self._plot

    def _retheme(self) -> None:
        self.setFixedHeight(current().px(self._height))
        if self._plot is not None:
            self._draw()

    def _draw(self) -> None:
        plot, colours = self._made(), current().colours
        plot.clear()
        plot.setBackground(QColor(colours.card))
        self._draw_axes(plot)
        if self._axes.diagonal:
            import pyqtgraph

            dashed = pyqtgraph.mkPen(colours.muted, width=1, style=Qt.PenStyle.DashLine)
            plot.plot([0, 100], [0, 100], pen=dashed)
        if self._curve is not None:
            self._draw_curve(plot, self._curve)
        elif self._marks:
            self._draw_marks(plot)

    def _draw_axes(self, plot: Any) -> None:
        import pyqtgraph

        colours, axes, item = current().colours, self._axes, plot.getPlotItem()
        for side, ticks in (("bottom", axes.x_ticks), ("left", axes.y_ticks)):
            axis = item.getAxis(side)
            axis.setTicks([list(ticks)])
            axis.setPen(pyqtgraph.mkPen(None))
            axis.setTickPen(pyqtgraph.mkPen(None))
            axis.setTextPen(QColor(colours.muted))
            axis.setStyle(tickLength=0, tickFont=current().font("tiny"))
        lower = item.getAxis("bottom")
        if axes.x_words:
            lower.setLabel(axes.x_words, color=colours.muted)
            lower.label.setFont(current().font("tiny"))
        else:
            lower.showLabel(False)  # noqa: FBT003  pyqtgraph's own signature
        line = pyqtgraph.mkPen(colours.line, width=1)
        for value, _ in axes.y_ticks:
            plot.plot(list(axes.x_range), [value, value], pen=line)
        room = (axes.y_range[1] - axes.y_range[0]) * 0.07
        plot.setXRange(*axes.x_range, padding=0.05)
        plot.setYRange(axes.y_range[0] - room, axes.y_range[1] + room, padding=0)

    def _draw_marks(self, plot: Any) -> None:
        import numpy as np
        import pyqtgraph

        accent, most = QColor(current().colours.accent), max(mark.cases for mark in self._marks)
        soft = QColor(accent)
        soft.setAlphaF(0.6)
        x = np.array([mark.x for mark in self._marks], dtype=float)
        y = np.array([mark.y for mark in self._marks], dtype=float)
        plot.addItem(
            pyqtgraph.ErrorBarItem(
                x=x,
                y=y,
                top=np.array([mark.high for mark in self._marks]) - y,
                bottom=y - np.array([mark.low for mark in self._marks]),
                pen=pyqtgraph.mkPen(soft, width=2),
            )
        )
        held = pyqtgraph.mkPen(current().colours.ink, width=2)
        points = pyqtgraph.ScatterPlotItem(
            x=x,
            y=y,
            size=[
                _SMALLEST + (_LARGEST - _SMALLEST) * (mark.cases / most) ** 0.5
                for mark in self._marks
            ],
            brush=pyqtgraph.mkBrush(accent),
            pen=[held if n == self._at else pyqtgraph.mkPen(None) for n in range(len(x))],
            data=list(range(len(x))),
            hoverable=True,
            tip=None,
        )
        points.sigClicked.connect(lambda _item, found, *_: self.chosen.emit(int(found[0].data())))
        points.sigHovered.connect(lambda _item, found, *_: self._hovered(plot, found))
        plot.addItem(points)

    def _hovered(self, plot: Any, found: Sequence[Any]) -> None:
        words = self._marks[int(found[0].data())].words if len(found) else ""
        plot.setToolTip(plain_tooltip(words))
        shape = Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor
        plot.viewport().setCursor(shape)

    def _draw_curve(self, plot: Any, curve: Curve) -> None:
        import numpy as np
        import pyqtgraph

        accent = QColor(current().colours.accent)
        soft = QColor(accent)
        soft.setAlphaF(0.16)
        edge = np.array([*curve.x, self._axes.x_range[1]], dtype=float)

        def steps(values: Sequence[float], pen: Any) -> Any:
            return plot.plot(
                edge, np.array(values, dtype=float), stepMode="center", pen=pen, fillLevel=None
            )

        none = pyqtgraph.mkPen(None)
        band = pyqtgraph.FillBetweenItem(
            steps(curve.low, none), steps(curve.high, none), brush=pyqtgraph.mkBrush(soft)
        )
        plot.addItem(band)
        steps(curve.y, pyqtgraph.mkPen(accent, width=2))
