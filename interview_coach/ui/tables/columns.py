"""Owns what each column of a table is about: its name, what stands in it, and the choice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from interview_coach.domain.table import Choices, Part, Table
from interview_coach.ui import words_table
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import ChoiceField, ElidedLabel, Label, Option

_EXAMPLES = 3


class ColumnChoices(QWidget):
    """A line for each column.

    Signals:
        chosen(int, Part): the person says what a column is about.
    """

    chosen = Signal(int, object)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[ChoiceField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        options = [Option(part, words_table.part(part)) for part in Part]
        for place, name in enumerate(table.header):
            label = Label(name[:60], "label")
            values = ", ".join(dict.fromkeys(table.column(place)[:_EXAMPLES]))
            example = ElidedLabel(" ".join(values.split())[:200] or tr("Empty"), "small", "muted")
            choice = ChoiceField(options, Part.LEFT_OUT, tr("What “{name}” is about", name=name))
            label.setBuddy(choice)
            choice.value_changed.connect(partial(self._chosen, place))
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(example, place, 1)
            grid.addWidget(choice, place, 2)
            self.choices.append(choice)

    def show_choices(self, known: Choices) -> None:
        """Show what each column is about."""
        for choice, part in zip(self.choices, known.parts, strict=True):
            choice.set_value(part)

    def _chosen(self, place: int, part: object) -> None:
        self.chosen.emit(place, part)
