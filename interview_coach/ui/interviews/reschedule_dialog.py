"""Owns the dialog in which an interview is moved to another time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.standing import Standing
from interview_coach.domain.trouble import Complaint
from interview_coach.domain.zones import same_zone
from interview_coach.store import interview, interviews
from interview_coach.ui import words
from interview_coach.ui.dates import when_text
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.interviews.form import DraftDialog, Kept, Raw
from interview_coach.ui.interviews.when import WhenFields
from interview_coach.ui.interviews.zone_box import city
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, body, heading, small


class RescheduleDialog(DraftDialog):
    """Another time for an interview; one that had been called off is on again.

    Signals: those of DraftDialog; `saved` carries the interview's id.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None, interview_id: str, scratch: str = "reschedule"
    ) -> None:
        super().__init__(desk, parent, tr("Reschedule"), tr("Reschedule"))
        self._id = interview_id
        head = desk.ask(interviews.interview_head, interview_id)
        draft = desk.ask(interviews.interview_draft, interview_id)
        self.form.addWidget(
            heading(
                tr("{kind} at {company}", kind=words.kind_title(head.kind), company=head.company)
            )
        )
        now = when_text(head.start, head.minutes, desk.now().astimezone(desk.local()).date())
        if not same_zone(head.zone, local_zone()):
            now = tr("{when}, {city} time", when=now, city=city(head.zone))
        self.form.addWidget(body(tr("Now: {when}", when=now), ink="muted"))
        if head.standing in {Standing.CALLED_OFF, Standing.NOT_HELD}:
            self.form.addWidget(small(tr("A new time puts it on again.")))
        self.when = WhenFields(desk, self.calm)
        self.when.show_time(draft.start, draft.minutes, draft.zone, draft.fold)
        self.when.edited.connect(self.edited)
        self.fields = {
            "day": self.when.day_field,
            "start": self.when.start_field,
            "minutes": self.when.end_field,
            "length": self.when.length_field,
            "which": self.when.which_field,
            "zone": self.when.zone_field,
        }
        self.form.addWidget(self.when)
        self.form.addStretch(1)
        self.fit(700, 420)
        self.begin(f"dialog:{scratch}:{interview_id}", self.when.day, stored=True)

    def read(self) -> Raw:
        """The time as it stands there."""
        return self.when.read()

    def write(self, raw: Raw) -> None:
        """Show what scratch kept."""
        self.when.write(raw)

    def field_for(self, found: Complaint) -> Field:
        """Times have fields of their own."""
        return self.when.field_for(found)

    def commit(self, kept: Kept) -> str:
        """Move the interview."""
        when = self.when
        kept.take_over(
            interview.reschedule_interview,
            self._id,
            when.wall,
            when.zone.zone,
            when.fold,
            when.minutes,
        )
        return self._id
