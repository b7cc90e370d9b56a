"""Owns the card of appearance: light, dark or as the system, and how large text is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import Mode, Theme
from interview_coach.ui.widgets import Card, Field, NumberField, Segment, Segmented, small

SMALLEST, LARGEST, STEP = 90, 150, 10
_MODES: dict[str, Mode] = {"system": "system", "light": "light", "dark": "dark"}


class AppearanceCard(Card):
    """How the program looks, changed at once.

    Signals:
        changed(): the person chose another theme or size; it is on already.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Appearance"), parent=parent)
        self._theme = theme
        self.mode = Segmented(
            [
                Segment("system", tr("As the system")),
                Segment("light", tr("Light")),
                Segment("dark", tr("Dark")),
            ],
            theme.mode,
            tr("Colours"),
        )
        self.add(Field(tr("Colours"), self.mode))
        self.scale = NumberField(
            100, tr("Text size"), lowest=SMALLEST, highest=LARGEST, step=STEP, suffix=tr(" %")
        )
        # Half-typed numbers are no sizes.
        self.scale.setKeyboardTracking(False)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.scale)
        row.addWidget(small(tr("from {low} to {high} %", low=SMALLEST, high=LARGEST)), 1)
        line.setFocusProxy(self.scale)
        field = Field(tr("Text size"), line)
        self.add(field)
        self.mode.value_changed.connect(self._mode_chosen)
        self.scale.value_changed.connect(self._scale_chosen)
        theme.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show what is on, whoever changed it."""
        if self.mode.value != self._theme.mode:
            self.mode.set_value(self._theme.mode)
        percent = round(self._theme.scale * 100)
        if self.scale.value() != percent:
            self.scale.set_value(percent)

    def _mode_chosen(self, value: object) -> None:
        mode = _MODES.get(str(value))
        if mode is not None:
            self._theme.set_mode(mode)
            self.changed.emit()

    def _scale_chosen(self, percent: object) -> None:
        if isinstance(percent, int):
            self._theme.set_scale(percent / 100)
            self.changed.emit()
