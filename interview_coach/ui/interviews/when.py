"""Owns the part of a form that asks when: day, start, end or length, time zone, and which of two."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from interview_coach.domain.interview import LONGEST_MINUTES
from interview_coach.domain.trouble import Complaint
from interview_coach.domain.zones import check_wall, is_repeated, is_zone, to_utc
from interview_coach.ui import words
from interview_coach.ui.dates import both_zones, day_name
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.form import CalmWheel, Raw, number_in, row_of, text_in
from interview_coach.ui.interviews.time_boxes import DayBox, TimeBox
from interview_coach.ui.interviews.zone_box import ZoneBox
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import Field, Segment, Segmented
from interview_coach.ui.widgets.time_typing import ClickSelects

DAY = 24 * 60
# Text so large that four boxes beside each other would be wider than the screen.
_LARGE = 1.25
_DAY = "%Y-%m-%d"


class WhenFields(QWidget):
    """Day, start, end and length that follow each other, the zone, and the question of two equal times.

    The length is the truth behind start and end: moving the start keeps it, moving the end
    changes it. An end before the start is kept as it is and named.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, desk: Desk, calm: CalmWheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._minutes = 45
        self._asked_for: tuple[datetime, str] | None = None
        self.day = DayBox(calm)
        self.start = TimeBox(calm)
        self.end = TimeBox(calm)
        self.length = QSpinBox()
        self.length.setRange(0, LONGEST_MINUTES)
        self.length.setSingleStep(5)
        self.length.setSpecialValueText("–")
        self.length.setSuffix(tr(" min"))
        self.length.installEventFilter(calm)
        ClickSelects(self.length)
        for line in (self.start.lineEdit(), self.end.lineEdit(), self.length.lineEdit()):
            # The style sheet's padding does not reach the line inside a box with arrows.
            line.setTextMargins(9, 0, 0, 0)
        self.zone = ZoneBox()
        self.zone.installEventFilter(calm)
        self.which = Segmented(
            [
                Segment(0, tr("first, before the clocks go back")),
                Segment(1, tr("second, after")),
            ],
            name=tr("Which of the two"),
        )
        self.day_field = Field(tr("Day"), self.day)
        self.day.dateChanged.connect(self._say_weekday)
        self.start_field = Field(tr("Starts"), self.start)
        self.end_field = Field(tr("Ends"), self.end)
        self.length_field = Field(tr("Length"), self.length)
        self.zone_field = Field(tr("Time zone"), self.zone)
        self.which_field = Field(tr("Which of the two?"), self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        day = (self.day_field, 5)
        times = ((self.start_field, 3), (self.end_field, 3), (self.length_field, 3))
        if current().scale > _LARGE:
            column.addWidget(row_of(day))
            column.addWidget(row_of(*times))
        else:
            column.addWidget(row_of(day, *times))
        column.addWidget(self.which_field)
        column.addWidget(self.zone_field)
        self.which_field.hide()
        self.day.dateChanged.connect(self._moved)
        self.start.timeChanged.connect(self._moved)
        self.end.timeChanged.connect(self._end_moved)
        self.end.editingFinished.connect(self.name_a_negative_end)
        self.length.valueChanged.connect(self._stretched)
        self.zone.edited.connect(self._moved)
        self.which.value_changed.connect(self._answered)

    # --- what stands there --------------------------------------------------------------------

    def _say_weekday(self) -> None:
        self.day_field.set_help(day_name(self.day.day))

    @property
    def wall(self) -> datetime:
        """The start as wall-clock time, naive."""
        time = self.start.time()
        day = self.day.day
        return datetime(day.year, day.month, day.day, time.hour(), time.minute())  # noqa: DTZ001

    @property
    def minutes(self) -> int:
        """The length; zero or less when the end is not after the start."""
        return self._minutes

    @property
    def fold(self) -> int | None:
        """Which of two equal times is meant; None where there are not two, or nobody has said."""
        value = self.which.value
        return value if isinstance(value, int) and self._is_repeated() else None

    def show_time(self, start: datetime, minutes: int, zone: str, fold: int | None) -> None:
        """Show a time, without a signal."""
        self.day.show_day(start.date())
        self._say_weekday()
        self.start.show_time(start)
        self.zone.set_zone(zone)
        self._minutes = minutes
        self._show_end()
        self._show_length()
        self._look(start_over=True)
        if self._is_repeated():
            self.which.set_value(fold)
        for field in (self.day_field, self.start_field, self.end_field, self.length_field):
            field.clear_error()
        self._look()

    def read(self) -> Raw:
        """What stands there, for scratch."""
        return {
            "day": self.wall.strftime(_DAY),
            "start": f"{self.wall:%H:%M}",
            "minutes": self._minutes,
            "zone": self.zone.currentText(),
            "which": self.fold,
        }

    def write(self, raw: Raw) -> None:
        """Show what scratch kept."""
        try:
            text = f"{text_in(raw, 'day')} {text_in(raw, 'start')}"
            start = datetime.strptime(text, f"{_DAY} %H:%M")  # noqa: DTZ007  naive by nature
        except ValueError:
            start = self.wall
        which = raw.get("which")
        self.show_time(
            start,
            number_in(raw, "minutes", self._minutes),
            text_in(raw, "zone", self.zone.currentText()),
            which if which in {0, 1} else None,
        )

    def field_for(self, found: Complaint) -> Field:
        """The field that a complaint about the time stands beside."""
        if found.code == "odd_year":
            return self.day_field
        if found.code == "repeated_time":
            # The question stands there as help already: now it is said as what is wrong.
            self.which_field.set_help("")
            return self.which_field
        places = {"minutes": self.end_field, "zone": self.zone_field}
        return places.get(found.field, self.start_field)

    def name_a_negative_end(self) -> None:
        """Say that the end is before the start, once it has been typed in full."""
        if self._minutes <= 0:
            self.end_field.show_error(words.complaint(Complaint("minutes", "ends_before_start")))

    # --- how they follow each other -----------------------------------------------------------

    def _moved(self) -> None:
        if self._minutes > 0:
            self._show_end()
        else:
            # Without a sound length the end stays where it was put, and the start may pass it.
            self._minutes = self._span()
            self._show_length()
            if self._minutes > 0:
                self.end_field.clear_error()
        self._look()
        self.edited.emit()

    def _end_moved(self) -> None:
        over_night = self._minutes > 0 and (self.wall + timedelta(minutes=self._minutes)).date() > (
            self.wall.date()
        )
        span = self._span()
        self._minutes = span + DAY if over_night and span <= 0 else span
        if self._minutes > 0:
            self.end_field.clear_error()
        self._show_length()
        self._look()
        self.edited.emit()

    def _stretched(self, minutes: int) -> None:
        if minutes > 0:
            self._minutes = minutes
            self.end_field.clear_error()
            self.length_field.clear_error()
            self._show_end()
            self._look()
        else:
            self._show_length()
        self.edited.emit()

    def _answered(self) -> None:
        self.which_field.clear_error()
        self._look()
        self.edited.emit()

    def _span(self) -> int:
        return self.start.time().secsTo(self.end.time()) // 60

    def _show_end(self) -> None:
        if self._minutes > 0:
            self.end.show_time(self.wall + timedelta(minutes=self._minutes))
        else:
            self.end.show_time(self.wall + timedelta(minutes=self._minutes + DAY))

    def _show_length(self) -> None:
        blocker = QSignalBlocker(self.length)
        self.length.setValue(max(0, min(self._minutes, LONGEST_MINUTES)))
        blocker.unblock()

    def _is_repeated(self) -> bool:
        zone = self.zone.zone
        return is_zone(zone) and is_repeated(self.wall, zone)

    def _look(self, *, start_over: bool = False) -> None:
        """Name a skipped time, ask about a repeated one, and tell what the person's own clock shows."""
        zone, wall = self.zone.zone, self.wall
        asked_for = (wall, zone)
        if start_over or asked_for != self._asked_for:
            self._asked_for = asked_for
            self.which.set_value(None)
            self.which_field.clear_error()
        repeated = self._is_repeated()
        self.which_field.setVisible(repeated)
        if repeated:
            twice = check_wall(wall, zone, None)
            self.which_field.set_help(words.complaint(twice[0]) if twice else "")
        self.start_field.clear_error()
        help_text = ""
        if is_zone(zone):
            self.zone_field.clear_error()
            for found in check_wall(wall, zone, 0):
                self.start_field.show_error(words.complaint(found))
            if not repeated or self.fold is not None:
                start_at = to_utc(wall, zone, self.fold or 0)
                help_text = both_zones(wall, zone, start_at, self._desk.local())
        self.zone_field.set_help(help_text)
        end = wall + timedelta(minutes=self._minutes)
        over_night = self._minutes > 0 and end.date() > wall.date()
        self.end_field.set_help(tr("the next day") if over_night else "")
