"""Owns the chips: the one that tells, the row that filters, and the one that opens a menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from interview_coach.ui.theme import Colours, Ink, TextRole, Tone, current, paint_icon
from interview_coach.ui.widgets.buttons import Look, PaintedButton
from interview_coach.ui.widgets.choices import Choice, ChoiceRow
from interview_coach.ui.widgets.drawing import (
    by_keyboard,
    paint_box,
    paint_focus,
    placed,
    plain_flags,
    start,
)
from interview_coach.ui.widgets.flow import FlowLayout
from interview_coach.ui.widgets.labels import Label

_HEIGHT = 24
_PADDING = 10
_ICON = 14
_GAP = 6


class Chip(Label):
    """A word or two on a soft ground.

    Signals: none of its own.
    """

    def __init__(
        self, text: str, tone: Tone = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        self._tone: Tone = tone
        self._icon_name = icon
        super().__init__(text, "small_label", _ink(tone), parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Change its meaning, and with it its colours."""
        self._tone = tone
        self.set_ink(_ink(tone))
        self.update()

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of the text."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2 * _PADDING + 1
        if self._icon_name:
            width += current().px(_ICON) + _GAP
        return QSize(width, current().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A chip is not cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and text."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        paint_box(painter, rect, rect.height() / 2, fill=colours.ground(self._tone))
        ink = colours.text(self._tone)
        inner = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        text_box = QRect(inner)
        if self._icon_name:
            side = current().px(_ICON)
            box = QRect(QPoint(inner.left(), inner.center().y() - side // 2 + 1), QSize(side, side))
            box = placed(self.layoutDirection(), inner, box)
            paint_icon(painter, self._icon_name, box, ink)
            text_box.adjust(side + _GAP, 0, 0, 0)
            text_box = placed(self.layoutDirection(), inner, text_box)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignCenter | plain_flags()
        painter.drawText(text_box.adjusted(-1, 0, 1, 0), int(flags), self.text())


def _ink(tone: Tone) -> Ink:
    return "muted" if tone == "neutral" else tone


class _FilterChip(Choice):
    """One chip of a filter row."""

    def sizeHint(self) -> QSize:
        """Room for the text."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.plain) + 2 * _PADDING + 1
        return QSize(width, current().px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, text and ring."""
        del event
        painter = QPainter(self)
        start(painter)
        colours = current().colours
        rect = QRectF(self.rect())
        on = self.isChecked()
        paint_box(
            painter,
            rect,
            rect.height() / 2,
            fill=colours.accent_soft if on else colours.track,
            line=_line(colours, on=on, hovered=self.underMouse()),
        )
        painter.setPen(QColor(colours.accent if on else colours.muted))
        painter.setFont(self.font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | plain_flags()), self.plain)
        if self.shows_ring():
            paint_focus(painter, rect, rect.height() / 2)


def _line(colours: Colours, *, on: bool, hovered: bool) -> str | None:
    # The soft grounds alone are too much alike to tell which chip is on.
    if on:
        return colours.accent
    return colours.control_line if hovered else None


class FilterOption(NamedTuple):
    """One chip of a filter row: what it stands for, its text, and an optional count like 6/8."""

    value: object
    text: str
    tally: str = ""


class FilterChips(ChoiceRow):
    """A row of chips of which one is on; arrow keys move along it.

    Signals:
        value_changed(object): the person chose another one.
    """

    def __init__(
        self,
        options: Sequence[FilterOption] = (),
        value: object = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._flow = FlowLayout(self, spacing=5, line_spacing=6)
        self.set_options(options, value)

    def set_options(self, options: Sequence[FilterOption], value: object = None) -> None:
        """Show other chips, with this one on (else the one that was, else the first)."""
        before = self.value
        values = [option.value for option in options]
        self.forget_choices()
        self._flow.clear()
        for option in options:
            text = f"{option.text} {option.tally}" if option.tally else option.text
            chip = _FilterChip(text, self)
            self.add_choice(option.value, chip)
            self._flow.addWidget(chip)
            chip.setVisible(True)
        wanted = value if value in values else before
        if values:
            self.set_value(wanted if wanted in values else values[0])
        self.updateGeometry()


class DropChip(PaintedButton):
    """A chip that opens a menu of which one entry is on.

    Signals:
        value_changed(object): the person chose another one.
    """

    value_changed = Signal(object)
    role: TextRole = "small_label"
    padding = _PADDING
    icon_size = _ICON
    height_ = _HEIGHT
    radius = _HEIGHT / 2

    def __init__(
        self,
        options: Sequence[tuple[object, str]] = (),
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._name = name
        self._value: object = None
        self._default: object = None
        self._options: list[tuple[object, str]] = []
        super().__init__("", icon, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.set_options(options)

    @property
    def value(self) -> object:
        """What the chosen entry stands for."""
        return self._value

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer other entries; the first one is the neutral one, such as all companies."""
        self._options = list(options)
        self._default = options[0][0] if options else None
        self._menu.clear()
        group = QActionGroup(self._menu)
        group.triggered.connect(self._chose)
        for value, text in options:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        values = [value for value, _ in options]
        self.set_value(self._value if self._value in values else self._default)

    def set_value(self, value: object) -> None:
        """Choose an entry without a signal."""
        self._value = value
        text = next((text for known, text in self._options if known == value), "")
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text}" if self._name else text)
        for action in self._menu.actions():
            action.setChecked(action.data() == value)
        self.update()

    def look(self, colours: Colours) -> Look:
        """Neutral until it narrows something down."""
        narrows = self._value != self._default
        line = colours.control_line if self.underMouse() or self.isDown() else None
        if narrows:
            return Look(colours.accent_soft, line, colours.accent, colours.accent)
        return Look(colours.track, line, colours.muted, colours.accent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show no ring when its own menu closes after a click."""
        ring = self._ring
        super().focusInEvent(event)
        popup = event.reason() == Qt.FocusReason.PopupFocusReason
        self._ring = ring if popup else by_keyboard(event.reason())

    def _chose(self, action: QAction) -> None:
        value = action.data()
        if value != self._value:
            self.set_value(value)
            self.value_changed.emit(value)
