"""Interviews: their drafts, what is sound, and where each one stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from interview_coach.domain.kinds import (
    Answer,
    Cancelled,
    Decision,
    InterviewKind,
    Mode,
    Part,
)
from interview_coach.domain.links import LINK_SCHEMES, is_link, link_address
from interview_coach.domain.standing import (
    Need,
    Settled,
    Standing,
    furthest,
    need,
    settled,
    standing,
)
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint
from interview_coach.domain.zones import check_wall, to_utc

# Where an interview stands is told beside the interview: pages import both from here.
__all__ = [
    "LINK_SCHEMES",
    "InterviewDraft",
    "InterviewHead",
    "InterviewList",
    "InterviewRow",
    "Interviewer",
    "Known",
    "Need",
    "OpportunityDraft",
    "OpportunityHead",
    "OpportunityRow",
    "Round",
    "Settled",
    "Standing",
    "check_interview",
    "check_opportunity",
    "check_times",
    "ends_at",
    "furthest",
    "is_link",
    "link_address",
    "need",
    "settled",
    "standing",
]

LONGEST_MINUTES = 24 * 60

# The kind of round that most often follows one; anything else is followed by the final one.
USUALLY_NEXT = {
    InterviewKind.PHONE_SCREEN: InterviewKind.HIRING_MANAGER,
    InterviewKind.INFORMAL: InterviewKind.PHONE_SCREEN,
    InterviewKind.HIRING_MANAGER: InterviewKind.TECHNICAL,
    InterviewKind.TECHNICAL: InterviewKind.PANEL,
    InterviewKind.CASE: InterviewKind.PANEL,
    InterviewKind.PRESENTATION: InterviewKind.PANEL,
}


@dataclass(frozen=True, slots=True)
class Interviewer:
    """Someone who sits opposite, and their part (None while unknown)."""

    name: str
    part: Part | None = None
    title: str = ""
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class OpportunityDraft:
    """One job at one company, as typed."""

    company: str
    title: str
    posting_text: str = ""
    posting_url: str = ""
    found_at: str = ""
    place: str = ""
    pay: str = ""
    sent: str = ""
    sent_on: date | None = None
    posted_on: date | None = None
    closes_on: date | None = None
    notes: str = ""

    def cleaned(self) -> OpportunityDraft:
        """The same draft with its texts cleaned."""
        return replace(
            self,
            company=clean_line(self.company),
            title=clean_line(self.title),
            posting_text=clean_text(self.posting_text),
            posting_url=clean_line(self.posting_url),
            found_at=clean_line(self.found_at),
            place=clean_line(self.place),
            pay=clean_line(self.pay),
            sent=clean_line(self.sent),
            notes=clean_text(self.notes),
        )


@dataclass(frozen=True, slots=True)
class InterviewDraft:
    """One round, as typed. `start` is naive wall-clock time in `zone`.

    `fold` answers which of two equal times is meant when clocks go back (0 first, 1 second), None
    while unasked. `opportunity_id` is set when the round belongs to a known opportunity.
    """

    company: str
    title: str
    start: datetime
    zone: str
    kind: InterviewKind = InterviewKind.PHONE_SCREEN
    minutes: int = 45
    fold: int | None = None
    mode: Mode = Mode.VIDEO
    place: str = ""
    link: str = ""
    interviewers: tuple[Interviewer, ...] = ()
    posting_text: str = ""
    notes: str = ""
    opportunity_id: str | None = None

    def cleaned(self) -> InterviewDraft:
        """The same draft with its texts cleaned and empty interviewers dropped."""
        people = tuple(
            replace(p, name=clean_line(p.name), title=clean_line(p.title))
            for p in self.interviewers
            if clean_line(p.name)
        )
        return replace(
            self,
            company=clean_line(self.company),
            title=clean_line(self.title),
            place=clean_line(self.place),
            link=clean_line(self.link),
            interviewers=people,
            posting_text=clean_text(self.posting_text),
            notes=clean_text(self.notes),
        )


def check_opportunity(draft: OpportunityDraft) -> list[Complaint]:
    """What is wrong with a cleaned draft of an opportunity; empty when it is sound."""
    found = [
        *check_line("company", draft.company, needed=True),
        *check_line("title", draft.title, needed=True),
        *check_text("posting_text", draft.posting_text),
        *check_line("found_at", draft.found_at),
        *check_line("place", draft.place),
        *check_line("pay", draft.pay),
        *check_line("sent", draft.sent),
        *check_text("notes", draft.notes),
    ]
    if draft.posting_url and not is_link(draft.posting_url):
        found.append(Complaint("posting_url", "not_a_link"))
    return found


def check_times(start: datetime, zone: str, fold: int | None, minutes: int) -> list[Complaint]:
    """What is wrong with a start (naive, in `zone`), its fold answer and a length in minutes."""
    found = []
    if minutes <= 0:
        found.append(Complaint("minutes", "ends_before_start"))
    elif minutes > LONGEST_MINUTES:
        found.append(Complaint("minutes", "too_many_minutes", {"limit": LONGEST_MINUTES}))
    if not 1990 <= start.year <= 2100:
        return [*found, Complaint("start", "odd_year", {"year": start.year})]
    return [*found, *check_wall(start, zone, fold)]


def check_interview(draft: InterviewDraft) -> list[Complaint]:
    """What is wrong with a cleaned draft of an interview; empty when it is sound."""
    found = [
        *check_line("company", draft.company, needed=True),
        *check_line("title", draft.title, needed=True),
        *check_times(draft.start, draft.zone, draft.fold, draft.minutes),
        *check_line("place", draft.place),
        *check_line("link", draft.link),
        *check_text("posting_text", draft.posting_text),
        *check_text("notes", draft.notes),
    ]
    if draft.link and not is_link(draft.link):
        found.append(Complaint("link", "not_a_link"))
    seen = set()
    for person in draft.interviewers:
        found += check_line("interviewers", person.name)
        if person.name.casefold() in seen:
            found.append(Complaint("interviewers", "named_twice", {"name": person.name}))
        seen.add(person.name.casefold())
    return found


def ends_at(start: datetime, zone: str, fold: int, minutes: int) -> datetime:
    """The aware UTC instant at which an interview is over."""
    return to_utc(start, zone, fold) + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Round:
    """One round in the list of an opportunity's rounds."""

    id: str
    kind: InterviewKind
    start: datetime
    zone: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """One line of the interviews list. `start` is naive wall time in `zone`, `end_at` UTC."""

    id: str
    opportunity_id: str
    company: str
    title: str
    kind: InterviewKind
    start: datetime
    zone: str
    end_at: datetime
    standing: Standing
    mode: Mode
    prepared: int = 0
    planned: int = 0
    forecast: int | None = None
    my_answers: int | None = None
    review_started: bool = False
    promised_on: date | None = None
    decided_on: date | None = None
    answer: Answer | None = None
    called_off_by: Cancelled | None = None
    archived: bool = False
    last: bool = True


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """An opportunity without a round, in the interviews list: open, decided or archived."""

    id: str
    company: str
    title: str
    sent_on: date | None
    created_on: date
    archived: bool = False
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class InterviewList:
    """The interviews list by need. `closed` holds the newest; `closed_total` counts them all."""

    upcoming: tuple[InterviewRow, ...] = ()
    to_review: tuple[InterviewRow, ...] = ()
    waiting: tuple[InterviewRow, ...] = ()
    closed: tuple[InterviewRow, ...] = ()
    closed_total: int = 0
    no_round: tuple[OpportunityRow, ...] = ()


@dataclass(frozen=True, slots=True)
class InterviewHead:
    """What the head of an interview's page shows. `start` naive in `zone`; `*_at` aware UTC."""

    id: str
    opportunity_id: str
    company: str
    title: str
    kind: InterviewKind
    start: datetime
    zone: str
    fold: int
    minutes: int
    start_at: datetime
    end_at: datetime
    mode: Mode
    place: str
    link: str
    notes: str
    standing: Standing
    interviewers: tuple[Interviewer, ...]
    posting_text: str
    rounds: tuple[Round, ...]
    called_off_by: Cancelled | None = None
    archived: bool = False
    prepared: int = 0
    planned: int = 0
    review_started: bool = False
    sealed_at: datetime | None = None
    decision: Decision | None = None
    decided_on: date | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class OpportunityHead:
    """One opportunity with its rounds, for its own page; `outcome_id` is of the one that stands."""

    id: str
    company: str
    title: str
    draft: OpportunityDraft
    rounds: tuple[Round, ...]
    archived: bool
    created_at: datetime
    decision: Decision | None = None
    decided_on: date | None = None
    outcome_id: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The opportunity that a typed company and role belong to."""

    opportunity_id: str
    company: str
    title: str
    posting_text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What completion draws from: names the store knows already."""

    companies: tuple[str, ...] = ()
    titles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people: dict[str, tuple[Interviewer, ...]] = field(default_factory=dict)
