"""Calendars: what an invitation is known by, what may become of it, and what of an interview goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

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
