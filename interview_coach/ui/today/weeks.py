"""Owns the card of the last twelve weeks."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.today import WEEKS, Today, WeekMark, strip_begins
from interview_coach.ui import words
from interview_coach.ui.text import tr
from interview_coach.ui.today import said
from interview_coach.ui.widgets import Card, Week, WeekBox, WeekStrip, show_when


def week_label(monday: date, before: date | None) -> str:
    """Sep 7, or only 21 within the month that the label before it names."""
    named = before is None or before.month != monday.month
    pattern = "MMM d" if named else "d"
    return QLocale().toString(QDate(monday.year, monday.month, monday.day), pattern)


def weeks_of(shown: Today, day: date) -> list[Week]:
    """The weeks of the strip with their boxes, the oldest first."""
    begin = strip_begins(day)
    mondays = [begin + timedelta(weeks=place) for place in range(WEEKS)]
    weeks = []
    for place, monday in enumerate(mondays):
        # Every other week is named: there is no room for more.
        before = mondays[place - 2] if place >= 2 else None
        label = week_label(monday, before) if place % 2 == 0 else ""
        boxes = [
            WeekBox(
                said.mark_text(mark),
                words.tone(mark.standing),  # type: ignore[arg-type]
                mark.interview_id,
                partial(said.mark_full, mark),
            )
            for mark in shown.weeks
            if monday <= mark.day < monday + timedelta(weeks=1)
        ]
        weeks.append(Week(label, boxes))
    return weeks


class WeeksCard(Card):
    """What became of each interview, week by week.

    Signals:
        chosen(str): open this interview.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your last twelve weeks"), parent=parent)
        self._shown: tuple[date, tuple[WeekMark, ...]] | None = None
        self.strip = WeekStrip((), tr("Your last twelve weeks"))
        self.strip.chosen.connect(self.chosen)
        self.add(self.strip)

    def show_weeks(self, shown: Today, day: date) -> None:
        """Show them; without any interview in them the card is hidden."""
        if (day, shown.weeks) != self._shown:
            self._shown = (day, shown.weeks)
            self.strip.set_weeks(weeks_of(shown, day))
        self.set_note(said.counts(shown))
        show_when(self, bool(shown.weeks))
