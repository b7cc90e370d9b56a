"""Owns copying points, stories and questions from an earlier interview."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.prep import EarlierPoint
from interview_coach.store import prep
from interview_coach.ui import dates, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.pick import Pick, PickDialog
from interview_coach.ui.text import tr


class EarlierDialog(PickDialog):
    """What one prepared for other interviews, newest first.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, interview: str, parent: QWidget) -> None:
        self._desk = desk
        self._interview = interview
        super().__init__(
            tr("Copy from another interview"),
            tr("Points, stories and questions you prepared before. Copies are yours to change."),
            tr("There is nothing from another interview yet."),
            parent,
        )
        self.top.addWidget(self.search, 1)
        points = desk.ask(prep.earlier_points, interview)
        self.set_picks([self._pick(point) for point in points])
        self.search.setFocus()

    def take(self) -> None:
        """Copy what is ticked, as one step."""
        if self.chosen:
            self._desk.do(prep.copy_points, self._interview, self.chosen)

    def _pick(self, point: EarlierPoint) -> Pick:
        today = self._desk.now().astimezone(self._desk.local()).date()
        heading = tr(
            "{company} · {kind}, {day}",
            company=point.company,
            kind=words.kind_word(point.kind),
            day=dates.day_text(point.start.date(), today),
        )
        parts = [words.section_title(point.section, point.about)]
        if point.landed:
            parts.append(tr("landed"))
        if point.details:
            parts.append(" ".join(point.details.split()))
        return Pick(point.id, heading, point.text, " · ".join(parts))
