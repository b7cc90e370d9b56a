"""Owns what insights are narrowed to: a time, a kind of interview, a company."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.insights import Filters
from interview_coach.domain.kinds import InterviewKind
from interview_coach.ui import words
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import DropChip

_DAYS = {"quarter": 92, "half": 183, "year": 365}


class InsightFilters(QWidget):
    """Three chips at the right of the page's title.

    Signals:
        changed(): the person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.company = DropChip([("", tr("All companies"))], "building-2", tr("Company"))
        self.kind = DropChip(
            [(None, tr("Any kind")), *((kind, words.word(kind)) for kind in InterviewKind)],
            "tag",
            tr("Kind of interview"),
        )
        self.time = DropChip(
            [
                (None, tr("All time")),
                ("quarter", tr("Last 3 months")),
                ("half", tr("Last 6 months")),
                ("year", tr("Last 12 months")),
            ],
            "calendar",
            tr("Time"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in (self.company, self.kind, self.time):
            chip.setMaximumWidth(240)
            chip.value_changed.connect(self.changed)
            row.addWidget(chip)

    def set_companies(self, companies: tuple[tuple[str, str], ...]) -> None:
        """Offer these companies."""
        before = self.company.value
        self.company.set_options([("", tr("All companies")), *companies])
        if before in {key for key, _ in companies}:
            self.company.set_value(before)

    def clear(self) -> None:
        """Take back all that narrows."""
        self.company.set_value("")
        self.kind.set_value(None)
        self.time.set_value(None)
        self.changed.emit()

    def filters(self, today: date) -> Filters:
        """What is meant, seen from `today`."""
        days = _DAYS.get(str(self.time.value))
        # A menu gives back plain strings where it was given members of a vocabulary.
        kind = self.kind.value
        return Filters(
            today - timedelta(days=days) if days else None,
            frozenset([InterviewKind(str(kind))]) if kind else frozenset(),
            str(self.company.value or ""),
        )
