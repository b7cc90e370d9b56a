"""Owns the dialog in which an interview is added or edited, and a next round begun."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QComboBox, QWidget

from interview_coach.domain.calendar import Invitation
from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import InterviewKind, Mode, Part
from interview_coach.domain.posting import Posting
from interview_coach.domain.trouble import Complaint
from interview_coach.domain.zones import is_zone, to_utc, to_wall
from interview_coach.store import fitting, interview, interviews
from interview_coach.store import invitation as invitations
from interview_coach.ui import words
from interview_coach.ui.dates import length_text
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.interviews.form import DraftDialog, Kept, Raw, row_of, text_in
from interview_coach.ui.interviews.people import PeopleRows, completer, offer_names
from interview_coach.ui.interviews.posting_offer import PostingOffer
from interview_coach.ui.interviews.when import WhenFields
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.readers import Readers
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Field, LineText, LongText, Segment, Segmented

LONG_MINUTES = 180
_MORNING, _EVENING, _USUAL = 8, 18, 10


def fresh_draft(desk: Desk) -> InterviewDraft:
    """What a new interview begins with: tomorrow at the next full hour of a working day, 45 minutes.

    At night the next full hour is nobody's: then it is ten o'clock.
    """
    zone = local_zone()
    now = to_wall(desk.now(), zone)
    hour = now.hour + 1
    if not _MORNING <= hour <= _EVENING:
        hour = _USUAL
    start = (now + timedelta(days=1)).replace(hour=hour, minute=0, second=0, microsecond=0)
    return InterviewDraft("", "", start, zone)


class InterviewDialog(DraftDialog):
    """An interview as a form: new, edited, or the next round of an opportunity.

    Signals: those of DraftDialog; `saved` carries the interview's id.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        draft: InterviewDraft | None = None,
        interview_id: str | None = None,
        readers: Readers | None = None,
        *,
        invitation: Invitation | None = None,
    ) -> None:
        next_round = draft is not None and bool(draft.opportunity_id) and interview_id is None
        if interview_id is not None:
            heading, save = tr("Edit interview"), tr("Save")
        elif draft is not None and draft.opportunity_id:
            later = desk.ask(interviews.next_round_draft, draft.opportunity_id) is not None
            heading, save = tr("Next round") if later else tr("First round"), tr("Add round")
        else:
            heading, save = tr("New interview"), tr("Add interview")
        super().__init__(desk, parent, heading, save)
        self._id = interview_id
        self._readers = readers
        self._invitation = invitation
        self._filled_in = ""
        if draft is None:
            draft = (
                desk.ask(interviews.interview_draft, interview_id)
                if interview_id is not None
                else fresh_draft(desk)
            )
        self._opportunity = draft.opportunity_id
        self._known = desk.ask(interviews.known_names)
        self._build(locked=next_round)
        self._show(draft)
        self._say_how_far(interview_id)
        if next_round:
            self._role_field.set_help(tr("Another role would be another opportunity."))
        first: QWidget
        if interview_id is not None:
            field, first = f"dialog:interview:{interview_id}", self.company
        elif next_round:
            field, first = f"dialog:interview:next:{self._opportunity}", self.kind
        elif invitation is not None:
            name = f"{invitation.uid} {invitation.occurrence}"
            field, first = f"dialog:interview:invited:{name}", self.company
        else:
            field, first = "dialog:interview:new", self.company
        self.fit(760, 800)
        self.begin(field, first, stored=interview_id is not None)

    # --- the form -----------------------------------------------------------------------------

    def _build(self, *, locked: bool) -> None:
        self.company = LineText()
        self.role = LineText()
        self.kind = QComboBox()
        self.mode = Segmented([Segment(mode, words.word(mode)) for mode in Mode], name=tr("How"))
        self.when = WhenFields(self.desk, self.calm)
        self.link = LineText()
        self.place = LineText()
        self.people = PeopleRows(self.calm)
        self.posting = LongText(
            min_lines=3,
            max_lines=9,
            placeholder=tr("Paste the posting here: it may be taken down before the interview."),
        )
        self.notes = LongText(min_lines=2, max_lines=8)
        offer_versions(
            self.desk, self.notes, "interview.notes", lambda: self._id or "", in_form=True
        )
        offer_versions(
            self.desk,
            self.posting,
            "opportunity.posting_text",
            lambda: self._opportunity or "",
            in_form=True,
        )
        for value in InterviewKind:
            self.kind.addItem(words.kind_title(value), value)
        self.kind.setMaxVisibleItems(len(InterviewKind))
        self.kind.installEventFilter(self.calm)
        self._companies = completer(self._known.companies, self.company)
        self._roles = completer((), self.role)
        self.company.setCompleter(self._companies)
        self.role.setCompleter(self._roles)
        if locked:
            for line in (self.company, self.role):
                line.setReadOnly(True)

        company = self.add_field("company", Field(tr("Company"), self.company))
        self._role_field = self.add_field("title", Field(tr("Role"), self.role))
        kind = self.add_field("kind", Field(tr("Kind of interview"), self.kind))
        mode = self.add_field("mode", Field(tr("How"), self.mode))
        when = self.when
        self.fields |= {
            "day": when.day_field,
            "start": when.start_field,
            "minutes": when.end_field,
            "length": when.length_field,
            "which": when.which_field,
            "zone": when.zone_field,
        }
        self._link_field = self.add_field("link", Field("", self.link))
        self._place_field = self.add_field("place", Field("", self.place))
        people = self.add_field("interviewers", Field(tr("Who you will meet"), self.people))
        posting = self.add_field("posting_text", Field(tr("Posting"), self.posting))
        notes = self.add_field("notes", Field(tr("Notes"), self.notes))

        self.form.addWidget(row_of((company, 1), (self._role_field, 1)))
        self.form.addWidget(row_of((kind, 1), (mode, 1)))
        self.form.addWidget(when)
        self.form.addWidget(row_of((self._link_field, 1), (self._place_field, 1)))
        self.form.addWidget(people)
        self.offer = PostingOffer(self._readers)
        self.form.addWidget(posting)
        self.form.addWidget(self.offer)
        self.form.addWidget(notes)
        self.form.addStretch(1)
        self.people.chain(self.place)

        self.company.textChanged.connect(self._know_company)
        for line in (self.company, self.role):
            line.textChanged.connect(self._say_what_it_joins)
        self._companies.activated.connect(self._completed)
        self._roles.activated.connect(self._completed)
        self.kind.activated.connect(self._chose)
        self.mode.value_changed.connect(self._chose_mode)
        self.posting.edited.connect(self._offer_to_read)
        self.offer.understood.connect(self._take_posting)
        when.edited.connect(self.edited)
        when.edited.connect(self._say_what_else_is_then)
        self.people.edited.connect(self.edited)
        self.people.edited.connect(people.clear_error)

    def _show(self, draft: InterviewDraft) -> None:
        self.company.set_text(draft.company)
        self.role.set_text(draft.title)
        self.kind.setCurrentIndex(self.kind.findData(draft.kind))
        self.mode.set_value(draft.mode)
        self.when.show_time(draft.start, draft.minutes, draft.zone, draft.fold)
        self.link.set_text(draft.link)
        self.place.set_text(draft.place)
        self.people.show_people(draft.interviewers)
        self.posting.set_text(draft.posting_text)
        self.notes.set_text(draft.notes)
        self._know_company()
        self._label_place()
        self._say_what_else_is_then()

    def _say_how_far(self, interview_id: str | None) -> None:
        if interview_id is None:
            return
        head = self.desk.ask(interviews.interview_head, interview_id)
        others = len(head.rounds) - 1
        if others > 0:
            self._role_field.set_help(
                tr_n(
                    "Company, role and posting change for the other round too.",
                    "Company, role and posting change for the {n} other rounds too.",
                    others,
                )
            )

    def _know_company(self) -> None:
        """Roles and people to complete from are those of the company that stands there."""
        wanted = " ".join(self.company.text().split()).casefold()
        name = next((c for c in self._known.companies if c.casefold() == wanted), "")
        titles = self._known.titles.get(name, ())
        if not name:
            titles = tuple(dict.fromkeys(t for found in self._known.titles.values() for t in found))
        offer_names(self._roles, titles)
        self.people.know(self._known.people.get(name, ()))

    def _say_what_it_joins(self) -> None:
        """A company and a role that are known already: say so, and show the posting there is."""
        if self._id is not None or self._opportunity:
            return
        found = self.desk.ask(fitting.joined, self.company.text(), self.role.text())
        self._role_field.set_help(
            tr(
                "This becomes another round of {role} at {company}.",
                role=found.title,
                company=found.company,
            )
            if found
            else ""
        )
        typed = self.posting.text
        if typed in {"", self._filled_in}:
            self._filled_in = found.posting_text if found else ""
            if typed != self._filled_in:
                self.posting.set_text(self._filled_in)
                self.edited()

    def _say_what_else_is_then(self) -> None:
        """Warn of another interview at that time; it may be meant."""
        when = self.when
        if not is_zone(when.zone.zone) or when.minutes <= 0:
            when.day_field.set_help("")
            return
        start = to_utc(when.wall, when.zone.zone, when.fold or 0)
        end = start + timedelta(minutes=when.minutes)
        others = self.desk.ask(fitting.meanwhile, start, end, self._id or "")
        when.day_field.set_help(
            tr("You already have {company} then.", company=", ".join(others)) if others else ""
        )
        long = when.minutes > LONG_MINUTES
        when.length_field.set_help(
            tr("{length}: is that right?", length=length_text(when.minutes)) if long else ""
        )

    def _offer_to_read(self) -> None:
        unnamed = not (self.company.text().strip() and self.role.text().strip())
        self.offer.look(self.posting.text, unnamed=unnamed)

    def _take_posting(self, found: Posting) -> None:
        """What the posting says, where nothing was typed; its text without the marks of a page."""
        for line, text in ((self.company, found.company), (self.role, found.title)):
            if text and not line.text().strip() and not line.isReadOnly():
                line.set_text(text)
        self.posting.set_text(found.text)
        self._completed()

    def _completed(self) -> None:
        for name in ("company", "title"):
            self.fields[name].clear_error()
        self.edited()

    def _chose(self) -> None:
        self.edited()

    def _chose_mode(self) -> None:
        self._label_place()
        self.edited()

    def _label_place(self) -> None:
        """What leads there: a link to join, a number, an address; often there is one of each."""
        mode = self.mode.value
        if mode == Mode.VIDEO:
            link, place = tr("Link to join"), tr("Place, if there is one too")
        elif mode == Mode.PHONE:
            link, place = tr("Link, if there is one too"), tr("Number, and who calls")
        else:
            link, place = tr("Link, to a map perhaps"), tr("Address")
        self._link_field.set_label(link)
        self._place_field.set_label(place)

    # --- read, written, saved -----------------------------------------------------------------

    def draft(self) -> InterviewDraft:
        """What stands in the form."""
        kind, mode = self.kind.currentData(), self.mode.value
        return InterviewDraft(
            company=self.company.text(),
            title=self.role.text(),
            start=self.when.wall,
            zone=self.when.zone.zone,
            kind=InterviewKind(kind),
            minutes=self.when.minutes,
            fold=self.when.fold,
            mode=Mode(str(mode)),
            place=self.place.text(),
            link=self.link.text(),
            interviewers=self.people.people,
            posting_text=self.posting.text,
            notes=self.notes.text,
            opportunity_id=self._opportunity,
        )

    def read(self) -> Raw:
        """All that stands in the form, as it was typed."""
        return {
            "company": self.company.text(),
            "title": self.role.text(),
            "kind": str(self.kind.currentData()),
            "mode": str(self.mode.value),
            "when": self.when.read(),
            "link": self.link.text(),
            "place": self.place.text(),
            "people": [
                [who.name, str(who.part or ""), who.title, who.person_id]
                for who in self.people.people
            ],
            "posting": self.posting.text,
            "notes": self.notes.text,
        }

    def write(self, raw: Raw) -> None:
        """Put it there again; what cannot be read stays as it was."""
        self.company.set_text(text_in(raw, "company", self.company.text()))
        self.role.set_text(text_in(raw, "title", self.role.text()))
        kind = self.kind.findData(text_in(raw, "kind"))
        if kind >= 0:
            self.kind.setCurrentIndex(kind)
        if text_in(raw, "mode") in set(Mode):
            self.mode.set_value(Mode(raw["mode"]))
        when = raw.get("when")
        if isinstance(when, dict):
            self.when.write(when)
        self.link.set_text(text_in(raw, "link"))
        self.place.set_text(text_in(raw, "place"))
        people = raw.get("people")
        self.people.show_people(_people(people) if isinstance(people, list) else ())
        self.posting.set_text(text_in(raw, "posting"))
        self.notes.set_text(text_in(raw, "notes"))
        self._know_company()
        self._label_place()

    def commit(self, kept: Kept) -> str:
        """Add or change the interview."""
        if self._invitation is not None:
            return kept.take_over(invitations.take_invitation, self.draft(), self._invitation)
        if self._id is None:
            return kept.take_over(interview.add_interview, self.draft())
        kept.take_over(interview.edit_interview, self._id, self.draft())
        return self._id

    def field_for(self, found: Complaint) -> Field:
        """Times have fields of their own."""
        if found.field in {"start", "minutes", "zone"}:
            return self.when.field_for(found)
        return super().field_for(found)


def _people(rows: list[object]) -> list[Interviewer]:
    found = []
    for row in rows:
        if isinstance(row, list) and len(row) == 4 and all(isinstance(x, str) for x in row):
            name, part, title, person = row
            found.append(
                Interviewer(name, Part(part) if part in set(Part) else None, title, person)
            )
    return found
