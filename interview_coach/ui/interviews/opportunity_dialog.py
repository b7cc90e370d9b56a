"""Owns the dialog in which an opportunity is written down before any interview, or edited."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.store import interviews, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.form import DraftDialog, Kept, Raw, row_of, text_in
from interview_coach.ui.interviews.maybe_day import MaybeDay
from interview_coach.ui.interviews.people import completer, offer_names
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText, LongText


class OpportunityDialog(DraftDialog):
    """One job at one company, as a form.

    Signals: those of DraftDialog; `saved` carries the opportunity's id.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, opportunity_id: str | None = None
    ) -> None:
        new = opportunity_id is None
        super().__init__(
            desk,
            parent,
            tr("New opportunity") if new else tr("Edit opportunity"),
            tr("Add opportunity") if new else tr("Save"),
        )
        self._id = opportunity_id
        self._known = desk.ask(interviews.known_names)
        self._today = desk.now().astimezone(desk.local()).date()
        self._build()
        draft = OpportunityDraft("", "")
        if opportunity_id is not None:
            draft = desk.ask(opportunity.opportunity_head, opportunity_id).draft
        self._show(draft)
        self.fit(760, 780)
        self.begin(
            f"dialog:opportunity:{opportunity_id or 'new'}",
            self.company,
            stored=opportunity_id is not None,
        )

    def _build(self) -> None:
        self.company, self.role = LineText(), LineText()
        self._companies = completer(self._known.companies, self.company)
        self._roles = completer((), self.role)
        self.company.setCompleter(self._companies)
        self.role.setCompleter(self._roles)
        self.place, self.found_at = LineText(), LineText()
        self.pay, self.sent = LineText(), LineText()
        self.sent_on = self._day(tr("Sent on"), tr("The day it was sent"))
        self.posted_on = self._day(tr("Posted on"), tr("The day it was posted"))
        self.closes_on = self._day(tr("Closes on"), tr("The last day to apply"))
        self.posting_url = LineText()
        self.posting = LongText(
            min_lines=4,
            max_lines=12,
            placeholder=tr("Paste the posting here: it may be taken down before the interview."),
        )
        self.notes = LongText(min_lines=2, max_lines=8)
        for text, name in ((self.posting, "posting_text"), (self.notes, "notes")):
            offer_versions(
                self.desk, text, f"opportunity.{name}", lambda: self._id or "", in_form=True
            )

        company = self.add_field("company", Field(tr("Company"), self.company))
        role = self.add_field("title", Field(tr("Role"), self.role))
        place = self.add_field("place", Field(tr("Place"), self.place))
        found_at = self.add_field("found_at", Field(tr("Where you found it"), self.found_at))
        pay = self.add_field("pay", Field(tr("Pay"), self.pay))
        sent = self.add_field(
            "sent", Field(tr("What you sent"), self.sent, tr("File names, or what you filled in"))
        )
        url = self.add_field("posting_url", Field(tr("Address of the posting"), self.posting_url))
        posting = self.add_field("posting_text", Field(tr("Posting"), self.posting))
        notes = self.add_field("notes", Field(tr("Notes"), self.notes))
        self.form.addWidget(row_of((company, 1), (role, 1)))
        self.form.addWidget(row_of((place, 1), (pay, 1)))
        self.form.addWidget(row_of((url, 2), (self.posted_on, 1), (self.closes_on, 1)))
        self.form.addWidget(posting)
        self.form.addWidget(row_of((found_at, 1), (sent, 1), (self.sent_on, 1)))
        self.form.addWidget(notes)
        self.form.addStretch(1)
        self.company.textChanged.connect(self._know_company)
        self._companies.activated.connect(self._completed)
        self._roles.activated.connect(self._completed)

    def _day(self, label: str, name: str) -> MaybeDay:
        made = MaybeDay(label, name, self.calm, self._today)
        made.edited.connect(self.edited)
        return made

    def _show(self, draft: OpportunityDraft) -> None:
        self.company.set_text(draft.company)
        self.role.set_text(draft.title)
        self.place.set_text(draft.place)
        self.found_at.set_text(draft.found_at)
        self.pay.set_text(draft.pay)
        self.sent.set_text(draft.sent)
        self.sent_on.show_day(draft.sent_on)
        self.posted_on.show_day(draft.posted_on)
        self.closes_on.show_day(draft.closes_on)
        self.posting_url.set_text(draft.posting_url)
        self.posting.set_text(draft.posting_text)
        self.notes.set_text(draft.notes)
        self._know_company()

    def _know_company(self) -> None:
        wanted = " ".join(self.company.text().split()).casefold()
        name = next((c for c in self._known.companies if c.casefold() == wanted), "")
        offer_names(self._roles, self._known.titles.get(name, ()))

    def _completed(self) -> None:
        for name in ("company", "title"):
            self.fields[name].clear_error()
        self.edited()

    def draft(self) -> OpportunityDraft:
        """What stands in the form."""
        return OpportunityDraft(
            company=self.company.text(),
            title=self.role.text(),
            posting_text=self.posting.text,
            posting_url=self.posting_url.text(),
            found_at=self.found_at.text(),
            place=self.place.text(),
            pay=self.pay.text(),
            sent=self.sent.text(),
            sent_on=self.sent_on.day,
            posted_on=self.posted_on.day,
            closes_on=self.closes_on.day,
            notes=self.notes.text,
        )

    def read(self) -> Raw:
        """All that stands in the form, as it was typed."""
        return {
            "company": self.company.text(),
            "title": self.role.text(),
            "place": self.place.text(),
            "found_at": self.found_at.text(),
            "pay": self.pay.text(),
            "sent": self.sent.text(),
            "sent_on": _kept(self.sent_on.day),
            "posted_on": _kept(self.posted_on.day),
            "closes_on": _kept(self.closes_on.day),
            "url": self.posting_url.text(),
            "posting": self.posting.text,
            "notes": self.notes.text,
        }

    def write(self, raw: Raw) -> None:
        """Put it there again; what cannot be read is left out."""
        self._show(
            OpportunityDraft(
                company=text_in(raw, "company"),
                title=text_in(raw, "title"),
                posting_text=text_in(raw, "posting"),
                posting_url=text_in(raw, "url"),
                found_at=text_in(raw, "found_at"),
                place=text_in(raw, "place"),
                pay=text_in(raw, "pay"),
                sent=text_in(raw, "sent"),
                sent_on=_day_in(raw, "sent_on"),
                posted_on=_day_in(raw, "posted_on"),
                closes_on=_day_in(raw, "closes_on"),
                notes=text_in(raw, "notes"),
            )
        )

    def commit(self, kept: Kept) -> str:
        """Add or change the opportunity."""
        if self._id is None:
            return kept.take_over(opportunity.add_opportunity, self.draft())
        kept.take_over(opportunity.edit_opportunity, self._id, self.draft())
        return self._id


def _kept(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day_in(raw: Raw, name: str) -> date | None:
    try:
        return date.fromisoformat(text_in(raw, name))
    except ValueError:
        return None
