"""Owns the buttons: primary, quiet, flat, link-like, and those with only an icon."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from interview_coach.ui.theme import (
    RADIUS,
    SPACE,
    Colours,
    TextRole,
    current,
    icon,
    paint_icon,
)
from interview_coach.ui.widgets.drawing import (
    by_keyboard,
    live,
    paint_box,
    paint_focus,
    placed,
    plain_flags,
    start,
)
from interview_coach.ui.widgets.labels import plain_tooltip, set_tooltip

_GAP = 8
_ELIDED_MINIMUM = 96


class Look(NamedTuple):
    """The colours of a button in one state."""

    fill: str | None
    line: str | None
    ink: str
    ring: str


class PaintedButton(QPushButton):
    """A push button that paints itself; the text is plain, ampersands and all.

    Signals: those of QPushButton (clicked, toggled).
    """

    role: TextRole = "label"
    padding = 15
    icon_size = 16
    height_ = SPACE.control_height
    radius: float = RADIUS.control

    def __init__(self, text: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plain = ""
        self._icon_name = icon_name
        self._ring = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)
        live(self._retheme)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._plain

    def setText(self, text: str) -> None:
        """Show another text."""
        self._plain = text
        # Doubled for Qt, which hears a shortcut in a single one and tells screen readers so.
        super().setText(text.replace("&", "&&"))

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon and all of the text."""
        width = 2 * current().px(self.padding) + self._content_width()
        return QSize(width, current().px(self.height_))

    def minimumSizeHint(self) -> QSize:
        """Long texts may be cut, with the whole of it in the tooltip."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current().px(_ELIDED_MINIMUM)), hint.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether to show the ring."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Offer a cut text as tooltip."""
        if event.type() == QEvent.Type.ToolTip and not self.toolTip():
            cut = self.width() < self.sizeHint().width()
            self.setToolTip(plain_tooltip(self._plain) if cut else "")
            handled = super().event(event)
            self.setToolTip("")
            return handled
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hovered look."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, text and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        look = self.look(current().colours)
        rect = QRectF(self.rect())
        paint_box(painter, rect, self.radius, fill=look.fill, line=look.line)
        self.paint_content(painter, look.ink)
        if self.hasFocus() and self._ring:
            # On a filled button the ring stands inside, where it meets the fill on both sides.
            inset = 3.0 if look.fill == look.line and look.fill else 0.0
            paint_focus(
                painter,
                rect.adjusted(inset, inset, -inset, -inset),
                self.radius - inset,
                look.ring,
            )

    def paint_content(self, painter: QPainter, ink: str) -> None:
        """Paint icon and text in the middle."""
        side = current().px(self.icon_size) if self._icon_name else 0
        gap = _GAP if side and self._plain else 0
        inner = self.rect()
        metrics = QFontMetrics(self.font())
        room = inner.width() - side - gap - min(self.padding, 8)
        shown = metrics.elidedText(self._plain, Qt.TextElideMode.ElideRight, max(room, 0))
        width = metrics.horizontalAdvance(shown)
        left = self._content_left(inner, side + gap + width)
        if side:
            box = QRect(QPoint(left, inner.center().y() - side // 2 + 1), QSize(side, side))
            box = placed(self.layoutDirection(), inner, box)
            paint_icon(painter, self._icon_name, box, ink)
        if shown:
            box = QRect(left + side + gap, inner.top(), width + 1, inner.height())
            box = placed(self.layoutDirection(), inner, box)
            painter.setPen(QColor(ink))
            painter.setFont(self.font())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | plain_flags()), shown)

    def look(self, colours: Colours) -> Look:
        """Return the colours of the state the button is in."""
        if not self.isEnabled():
            return Look(colours.page, colours.line, colours.muted, colours.accent)
        fill = colours.card
        if self.isDown() or self.isChecked():
            fill = colours.track
        elif self.underMouse():
            fill = colours.page
        return Look(fill, colours.line, colours.ink, colours.accent)

    def _content_left(self, inner: QRect, width: int) -> int:
        return inner.left() + (inner.width() - width) // 2

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self._plain) if self._plain else 0
        if self._icon_name:
            width += current().px(self.icon_size) + (_GAP if self._plain else 0)
        return width + 1

    def _retheme(self) -> None:
        self.setFont(current().font(self.role))
        self.updateGeometry()
        self.update()


class QuietButton(PaintedButton):
    """The usual button: a card with a line around it.

    Signals: those of QPushButton.
    """


class PrimaryButton(PaintedButton):
    """The one thing to do next.

    Signals: those of QPushButton.
    """

    def look(self, colours: Colours) -> Look:
        """Filled with the accent."""
        if not self.isEnabled():
            return Look(colours.track, colours.track, colours.muted, colours.accent)
        fill = QColor(colours.accent)
        if self.isDown():
            fill = fill.darker(118)
        elif self.underMouse():
            fill = fill.darker(108)
        return Look(fill.name(), fill.name(), colours.on_accent, colours.on_accent)


class DangerButton(PaintedButton):
    """A deed that cannot be taken back.

    Signals: those of QPushButton.
    """

    def look(self, colours: Colours) -> Look:
        """Quiet, in the colour of errors."""
        if not self.isEnabled():
            return super().look(colours)
        fill = colours.bad_soft if self.underMouse() or self.isDown() else colours.card
        return Look(fill, colours.bad, colours.bad, colours.bad)


class FlatButton(PaintedButton):
    """Accent text without a frame.

    Signals: those of QPushButton.
    """

    padding = 8

    def look(self, colours: Colours) -> Look:
        """Only text, until the mouse is there."""
        if not self.isEnabled():
            return Look(None, None, colours.muted, colours.accent)
        fill = colours.track if self.isDown() else colours.accent_soft
        shown = self.underMouse() or self.isDown()
        return Look(fill if shown else None, None, colours.accent, colours.accent)


class LinkButton(FlatButton):
    """A small word in a line of text that does something; its text starts where it stands.

    Signals: those of QPushButton.
    """

    role: TextRole = "small_label"
    padding = 3
    icon_size = 14
    height_ = 24
    radius = 4

    def look(self, colours: Colours) -> Look:
        """Only text."""
        ink = colours.accent if self.isEnabled() else colours.muted
        return Look(None, None, ink, colours.accent)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline it under the mouse, as links are."""
        super().enterEvent(event)
        self._underline(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the underline away."""
        super().leaveEvent(event)
        self._underline(on=False)

    def _underline(self, *, on: bool) -> None:
        font = self.font()
        font.setUnderline(on)
        self.setFont(font)

    def _content_left(self, inner: QRect, width: int) -> int:
        del width
        return inner.left() + self.padding


class IconButton(PaintedButton):
    """Only an icon: its name is for the tooltip and for screen readers.

    Signals: those of QPushButton.
    """

    def __init__(
        self, icon_name: str, name: str, *, framed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon_name, parent)
        self._framed = framed
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Where a tool bar or a menu asks for it.
        self.setIcon(icon(icon_name))

    def set_name(self, name: str) -> None:
        """Say something else that it does."""
        self.setAccessibleName(name)
        set_tooltip(self, name)

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(SPACE.control_height if self._framed else 28)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """A square."""
        return self.sizeHint()

    def look(self, colours: Colours) -> Look:
        """Framed like a quiet button, or only the icon."""
        if self._framed:
            return super().look(colours)
        ink = colours.muted if self.isEnabled() else colours.control_line
        if self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked()):
            return Look(colours.track, None, colours.ink, colours.accent)
        return Look(None, None, ink, colours.accent)
