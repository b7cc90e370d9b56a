"""Owns a list of proposals: each can be ticked, and worded anew before it is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets.checks import Tick
from interview_coach.ui.widgets.texts import LineText

Proposal = tuple[str, bool]


class TickedLines(QWidget):
    """Lines with a tick before each.

    Signals:
        edited(): a tick or a wording was changed by the person.
        count_changed(int): how many are ticked now.
    """

    edited = Signal()
    count_changed = Signal(int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: list[tuple[QWidget, Tick, LineText]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def proposals(self) -> list[Proposal]:
        """Every line with whether it is ticked."""
        return [(line.text(), tick.isChecked()) for _row, tick, line in self._rows]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The wordings that are ticked, without the empty ones."""
        return tuple(text.strip() for text, ticked in self.proposals if ticked and text.strip())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return tuple(stop for _row, tick, line in self._rows for stop in (tick, line))

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """Show these instead."""
        for row, _tick, _line in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._make(text, ticked=ticked) for text, ticked in proposals]
        self._tell()

    def _make(self, text: str, *, ticked: bool) -> tuple[QWidget, Tick, LineText]:
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        tick = Tick(tr("Take: {text}", text=text))
        tick.setChecked(ticked)
        line = LineText(text, tr("Wording"))
        line.setEnabled(ticked)
        tick.toggled.connect(line.setEnabled)
        tick.toggled.connect(self._changed)
        line.edited.connect(self._changed)
        beside.addWidget(tick, 0, Qt.AlignmentFlag.AlignVCenter)
        beside.addWidget(line, 1)
        self._column.addWidget(row)
        return row, tick, line

    def _changed(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.count_changed.emit(len(self.chosen))
