"""Calendars: what an invitation is known by, what may become of it, and what of an interview goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from interview_coach.domain.kinds import InterviewKind, Mode
from interview_coach.domain.links import is_link
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import Complaint

LARGEST_SEQUENCE = 2**31 - 1


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
