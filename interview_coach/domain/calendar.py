"""Calendars: what an invitation is known by, what may become of it, and what of an interview goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from interview_coach.domain.interview import InterviewDraft, Interviewer
from interview_coach.domain.kinds import InterviewKind, Mode
from interview_coach.domain.links import is_link
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import Complaint

LARGEST_SEQUENCE = 2**31 - 1
USUAL_MINUTES = 45


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a calendar calls an event: its UID, which one of a recurring event, and how often it moved."""

    uid: str
    occurrence: str = ""
    sequence: int = 0

    def cleaned(self) -> Invitation:
        """The same invitation with its texts cleaned and a number that fits."""
        number = min(max(self.sequence, 0), LARGEST_SEQUENCE)
        return Invitation(clean_line(self.uid), clean_line(self.occurrence), number)


def check_invitation(invitation: Invitation) -> list[Complaint]:
    """What is wrong with a cleaned invitation; empty when it is sound."""
    return [
        *check_line("uid", invitation.uid, needed=True),
        *check_line("occurrence", invitation.occurrence),
    ]


def check_way(link: str, place: str) -> list[Complaint]:
    """What is wrong with a cleaned link and place; empty when both are sound."""
    found = [*check_line("link", link), *check_line("place", place)]
    if link and not is_link(link):
        found.append(Complaint("link", "not_a_link"))
    return found


@dataclass(frozen=True, slots=True)
class Invited:
    """The interview that an invitation became. `start` naive in `zone`, `start_at` aware in UTC."""

    interview_id: str
    company: str
    title: str
    start: datetime
    zone: str
    minutes: int
    start_at: datetime
    link: str
    place: str
    sequence: int
    called_off: bool


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An interview as a calendar gets it: nothing of what the person prepared or noted."""

    id: str
    company: str
    title: str
    kind: InterviewKind
    start: datetime
    zone: str
    fold: int
    minutes: int
    mode: Mode
    place: str
    link: str
    people: tuple[str, ...]
    called_off: bool
    made_at: datetime
    changed_at: datetime


class ZoneDoubt(StrEnum):
    """Why the person has to be asked when an event is."""

    FLOATING = "floating"
    UNKNOWN = "unknown"
    NO_TIME = "no_time"
    NO_START = "no_start"


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody whom an event names. `name` may be a guess from the address."""

    name: str
    address: str = ""
    organiser: bool = False
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an event may mean; nothing of it holds before the person has said so.

    `company_from` says where the company was read: "summary", "organiser", "attendees" or "".
    """

    company: str = ""
    company_from: str = ""
    title: str = ""
    kind: InterviewKind | None = None
    mode: Mode = Mode.VIDEO
    link: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event of a calendar file, as it was understood.

    `start` is what the file's clock shows, naive, or None where it names no time; `zone` the IANA name of that clock, or "". `start_at`
    is the instant, aware in UTC, or None where only the person can say which it is: then `doubt` says
    why, and `zone_name` what the file calls its zone. `occurrence` tells which of a recurring event.
    """

    invitation: Invitation
    summary: str
    description: str
    location: str
    start: datetime | None
    zone: str
    start_at: datetime | None
    minutes: int | None
    doubt: ZoneDoubt | None = None
    zone_name: str = ""
    cancelled: bool = False
    repeats: bool = False
    people: tuple[Attendee, ...] = ()
    others: int = 0
    scheduler: bool = False
    proposal: Proposal = Proposal()

    @property
    def uid(self) -> str:
        """What its calendar calls it."""
        return self.invitation.uid


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What was understood of a calendar file: its events by their start; `cut` counts those too many."""

    events: tuple[CalendarEvent, ...] = ()
    name: str = ""
    method: str = ""
    cut: int = 0


# Before an interview a calendar rings: the day before, an hour before, ten minutes before.
ALARMS_MINUTES = (24 * 60, 60, 10)


@dataclass(frozen=True, slots=True)
class Entry:
    """An interview as it goes into a calendar file, in words."""

    scheduled: Scheduled
    summary: str
    description: str = ""
    alarm: str = ""
    alarms: tuple[int, ...] = ALARMS_MINUTES


def sequence_of(scheduled: Scheduled) -> int:
    """How new an interview is for a calendar: it grows with every change, and with undo as well.

    The seconds between its making and its last change: nothing has to be counted, and nothing that
    is taken back makes the number smaller, which calendars would not heed.
    """
    seconds = int((scheduled.changed_at - scheduled.made_at).total_seconds())
    return min(max(seconds, 0), LARGEST_SEQUENCE)


class Fate(StrEnum):
    """What comes of an event."""

    NEW = "new"
    MOVED = "moved"
    CALLED_OFF = "called_off"
    SAME = "same"
    OLDER = "older"
    UNCLEAR = "unclear"


def differs(event: CalendarEvent, known: Invited) -> bool:
    """Whether an event says another time than is kept, or is on again."""
    if known.called_off:
        return event.invitation.sequence > known.sequence
    if event.start_at is not None:
        moved = event.start_at != known.start_at
    else:
        moved = event.start is not None and event.start != known.start
        moved = moved and event.doubt is not ZoneDoubt.NO_TIME
    return moved or (event.minutes is not None and event.minutes != known.minutes)


def fate_of(event: CalendarEvent, known: Invited | None) -> Fate:
    """What comes of an event where nobody can be asked.

    | the event                                                  | fate       |
    | ---------------------------------------------------------- | ---------- |
    | known, and older than what is kept                         | older      |
    | known, cancelled, not yet called off                       | called off |
    | known, at another time that is certain                     | moved      |
    | known, at another time that would have to be asked for     | unclear    |
    | known, as it is kept                                       | same       |
    | unknown, its title names company and role, certain in time | new        |
    | anything else                                              | unclear    |
    """
    certain = event.zone != "" and event.doubt is None
    if known is not None:
        if event.invitation.sequence < known.sequence:
            return Fate.OLDER
        if event.cancelled:
            return Fate.SAME if known.called_off else Fate.CALLED_OFF
        if not differs(event, known):
            return Fate.SAME
        return Fate.MOVED if certain else Fate.UNCLEAR
    said = event.proposal
    named = said.company_from == "summary" and bool(said.title)
    return Fate.NEW if named and certain and not event.cancelled else Fate.UNCLEAR


def certain_draft(event: CalendarEvent) -> InterviewDraft:
    """A new interview from an event whose fate is new; without its text, which nobody looked over."""
    said = event.proposal
    names = dict.fromkeys(person.name for person in event.people)
    return InterviewDraft(
        company=said.company,
        title=said.title,
        start=event.start or datetime.min,  # noqa: DTZ901  a new one has a start
        zone=event.zone,
        kind=said.kind or InterviewKind.OTHER,
        minutes=event.minutes or USUAL_MINUTES,
        fold=0,
        mode=said.mode,
        place=said.place,
        link=said.link,
        interviewers=tuple(Interviewer(name) for name in names),
    )
