"""Owns how a page is laid out: it scrolls downwards, and its right column goes under the left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.widgets.drawing import live, show_when
from interview_coach.ui.widgets.focus_watch import on_focus_change

_ROOM_AROUND_FOCUS = 24
_WIDEST = 16_777_215


class _Content(QWidget):
    """What scrolls: as wide as its parts need, and as high as they are at the width they get."""

    def minimumSizeHint(self) -> QSize:
        """Qt would ask for the height that wrapped text has at its narrowest, and leave a gap below."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint


class ScrollPage(QScrollArea):
    """A page that scrolls downwards and never sideways; what has the focus is in sight.

    Signals: those of QScrollArea.
    """

    def __init__(self, parent: QWidget | None = None, *, margin: int = SPACE.page) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = _Content()
        self._body = QVBoxLayout(self._content)
        self._body.setContentsMargins(margin, 22, margin, 22)
        self._body.setSpacing(SPACE.gap)
        self._taken = 0
        # A viewport of our own: asking Qt for its one makes the binding get to know every class.
        self.setViewport(QWidget())
        self.setWidget(self._content)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        on_focus_change(self._focus_changed)

    @property
    def body(self) -> QVBoxLayout:
        """The column that the page's parts go into."""
        return self._body

    @property
    def content(self) -> QWidget:
        """The widget that scrolls."""
        return self._content

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end."""
        self._body.addWidget(widget, stretch)

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts need, as nothing scrolls sideways."""
        return QSize(self._content.minimumSizeHint().width(), 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the bar take its room from the margin: the content ends where it ended without one."""
        super().resizeEvent(event)
        taken = self.width() - self.viewport().width()
        margins = self._body.contentsMargins()
        more = taken - self._taken
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = margins.left() - more, margins.right()
        else:
            left, right = margins.left(), margins.right() - more
        if more and min(left, right) >= 0:
            self._taken = taken
            self._body.setContentsMargins(left, margins.top(), right, margins.bottom())

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        if now is not None and self._content.isAncestorOf(now) and self.isVisible():
            self.ensureWidgetVisible(now, 0, _ROOM_AROUND_FOCUS)


class Columns(QWidget):
    """A wide column and a narrow one, which goes under the wide one in a narrow window.

    Signals: none of its own.
    """

    def __init__(
        self, side_width: int = 372, *, below: int = 1000, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._side_width = side_width
        self._below = below
        self._stacked = False
        self._window: QWidget | None = None
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE.gap)
        self._main_side = QWidget()
        self._narrow_side = QWidget()
        for side in (self._main_side, self._narrow_side):
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        self._box.addWidget(self._main_side, 1)
        self._box.addWidget(self._narrow_side)
        live(self._arrange)

    @property
    def main(self) -> QBoxLayout:
        """The wide column."""
        return self._column(self._main_side)

    @property
    def side(self) -> QBoxLayout:
        """The narrow column."""
        return self._column(self._narrow_side)

    @property
    def stacked(self) -> bool:
        """Whether the narrow column is under the wide one."""
        return self._stacked

    def show_side(self, shown: bool) -> None:
        """Show or hide the narrow column."""
        show_when(self._narrow_side, shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look at the window anew."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Look at the window when it is known, and whenever it changes."""
        kind = event.type()
        if kind in {QEvent.Type.Show, QEvent.Type.ParentChange, QEvent.Type.Polish}:
            self._watch()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's width."""
        # While Python takes the page apart its fields may be gone before the filter is.
        if watched is getattr(self, "_window", None) and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _column(self, side: QWidget) -> QBoxLayout:
        layout = side.layout()
        if not isinstance(layout, QBoxLayout):
            message = "a column has a box layout from its start"
            raise TypeError(message)
        return layout

    def _watch(self) -> None:
        window = self.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        self._arrange()

    def _arrange(self) -> None:
        # Larger text needs the same decision earlier.
        stacked = self.window().width() < self._below * max(current().scale, 1.0)
        width = current().px(self._side_width)
        direction = QBoxLayout.Direction.LeftToRight
        if stacked:
            direction = QBoxLayout.Direction.TopToBottom
        if self._box.direction() != direction:
            self._box.setDirection(direction)
        self._narrow_side.setMinimumWidth(0 if stacked else width)
        self._narrow_side.setMaximumWidth(_WIDEST if stacked else width)
        self._stacked = stacked
