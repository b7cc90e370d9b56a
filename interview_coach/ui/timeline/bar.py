"""Owns the line of filters above the timeline."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QWidget

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import Filters, Show
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr
from interview_coach.ui.timeline.days import DaysDialog
from interview_coach.ui.widgets import DropChip, FilterChips, FilterOption, FlowLayout

_GAP = 16
_DECEMBER = 12
_OWN_DAYS = "days"
_OUTCOMES = (
    Standing.UPCOMING,
    Standing.TO_REVIEW,
    Standing.WAITING,
    Standing.ADVANCED,
    Standing.OFFER,
    Standing.REJECTED,
    Standing.WITHDREW,
    Standing.CANCELLED,
)
Days = tuple[date, date]


def span(value: object, today: date) -> tuple[date | None, date | None]:
    """The first and the last day of a choice of time."""
    first = today.replace(day=1)
    if value == "month":
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if value == "quarter":
        earlier = first
        for _ in range(3):
            earlier = (earlier - timedelta(days=1)).replace(day=1)
        last = (earlier + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return earlier.replace(day=min(today.day, last.day)), today
    if value == "year":
        return date(today.year, 1, 1), date(today.year, _DECEMBER, 31)
    return None, None


class FilterBar(QWidget):
    """What to show, and what to narrow it to.

    Signals:
        changed(): the person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date(2000, 1, 1)
        self._days: Days | None = None
        self._before: object = None
        self._show = FilterChips(
            (
                FilterOption(Show.INTERVIEWS, tr("Interviews")),
                FilterOption(Show.EVERYTHING, tr("Everything")),
                FilterOption(Show.REVIEWS, tr("Reviews")),
                FilterOption(Show.OUTCOMES, tr("Outcomes")),
                FilterOption(Show.LESSONS, tr("Lessons")),
            ),
            Show.INTERVIEWS,
            tr("Show"),
        )
        self._company = DropChip([("", tr("All companies"))], "building-2", tr("Company"))
        self._kind = DropChip(
            [(None, tr("Any kind")), *((kind, words.word(kind)) for kind in InterviewKind)],
            "tag",
            tr("Kind of interview"),
        )
        self._time = DropChip((), "calendar", tr("Time"))
        self._offer_times(None)
        self._outcome = DropChip(
            [(None, tr("Any outcome")), *((where, words.word(where)) for where in _OUTCOMES)],
            "flag",
            tr("Outcome"),
        )
        self._drops = QWidget()
        flow = FlowLayout(self._drops, spacing=6, line_spacing=6)
        for drop in (self._company, self._kind, self._time, self._outcome):
            flow.addWidget(drop)
            drop.setMaximumWidth(240)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._show)
        self._row.addStretch(1)
        self._row.addWidget(self._drops)
        self._show.value_changed.connect(self.changed)
        self._company.value_changed.connect(self.changed)
        self._kind.value_changed.connect(self.changed)
        self._outcome.value_changed.connect(self.changed)
        self._time.value_changed.connect(self._time_chosen)

    @property
    def drops(self) -> tuple[DropChip, DropChip, DropChip, DropChip]:
        """The chips that narrow: company, kind, time, outcome."""
        return self._company, self._kind, self._time, self._outcome

    @property
    def shows(self) -> FilterChips:
        """The chips that choose what to show."""
        return self._show

    @property
    def narrowed(self) -> bool:
        """Whether anything but a search narrows the list."""
        return any(drop.value not in {None, ""} for drop in self.drops)

    def set_today(self, today: date) -> None:
        """Say which day it is."""
        self._today = today

    def set_companies(self, companies: tuple[tuple[str, str], ...]) -> None:
        """Offer these companies."""
        before = self._company.value
        self._company.set_options([("", tr("All companies")), *companies])
        if before not in {None, "", self._company.value}:
            self.changed.emit()

    def filters(self, query: str) -> Filters:
        """What the list is narrowed to, with the words of a search."""
        since, until = self._span(self._time.value)
        # A menu gives back plain strings where it was given members of a vocabulary.
        show, kind, outcome = self._show.value, self._kind.value, self._outcome.value
        return Filters(
            show=show if isinstance(show, Show) else Show.INTERVIEWS,
            query=query,
            company_id=str(self._company.value or ""),
            kind=InterviewKind(str(kind)) if kind else None,
            since=since,
            until=until,
            outcome=Standing(str(outcome)) if outcome else None,
        )

    def clear(self) -> None:
        """Take back all that narrows, without a signal; what is shown stays."""
        self._offer_times(None)
        self._before = None
        for drop in self.drops:
            drop.set_value("" if drop is self._company else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit in one line, they take two."""
        super().resizeEvent(event)
        needed = self._show.sizeHint().width() + self._drops.sizeHint().width() + _GAP
        wide = needed <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def choose_days(self, days: Days | None) -> None:
        """Narrow to these days, both included, as the person chose them; None for any time."""
        self._offer_times(days)
        self._time.set_value(_OWN_DAYS if days else None)
        self._before = self._time.value
        self.changed.emit()

    def _offer_times(self, days: Days | None) -> None:
        self._days = days
        options: list[tuple[object, str]] = [
            (None, tr("Any time")),
            ("month", tr("This month")),
            ("quarter", tr("Last 3 months")),
            ("year", tr("This year")),
        ]
        if days:
            first, last = (dates.day_text(day, self._today) for day in days)
            options.append((_OWN_DAYS, tr("{first} – {last}", first=first, last=last)))
        options.append(("choose", tr("Choose days…")))
        self._time.set_options(options)

    def _time_chosen(self, value: object) -> None:
        if value != "choose":
            self._before = value
            self.changed.emit()
            return
        # Back to what it was, for the case that nothing is chosen.
        self._time.set_value(self._before)
        dialog = DaysDialog(*self._span_now(), parent=self)
        dialog.finished.connect(self._days_chosen)
        dialog.open()

    def _span(self, value: object) -> tuple[date | None, date | None]:
        if value == _OWN_DAYS and self._days is not None:
            return self._days
        return span(value, self._today)

    def _span_now(self) -> Days:
        since, until = self._span(self._before)
        return since or self._today - timedelta(days=90), until or self._today

    def _days_chosen(self, result: int) -> None:
        dialog = self.sender()
        if isinstance(dialog, DaysDialog):
            if result == QDialog.DialogCode.Accepted:
                self.choose_days(dialog.days)
            dialog.deleteLater()
