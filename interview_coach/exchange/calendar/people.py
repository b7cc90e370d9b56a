"""Owns whom an event names: who is likely to sit opposite, and who only arranged it.

A guess throughout: it goes into a preview, where the person corrects it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from interview_coach.domain.calendar import Attendee
from interview_coach.exchange.calendar.lines import Component, Property

MOST_PEOPLE = 60
LONGEST_NAME = 120
# Programs that arrange meetings: they send the event, and sit opposite nobody.
_SCHEDULERS = (
    "ashbyhq.com", "bamboohr.com", "bookings.microsoft.com", "breezy.hr", "brighthire.ai", "cal.com",
    "calendar.google.com", "calendly.com", "calendlymail.com", "candidate.fyi", "chilipiper.com",
    "cronofy.com", "doodle.com", "goodtime.io", "greenhouse.io", "greenhouse-mail.io",
    "group.calendar.google.com", "hirevue.com", "hubspot.com", "icims.com", "jobvite.com", "lever.co",
    "modernloop.io", "myworkday.com", "personio.de", "prelude.co", "recruitee.com", "savvycal.com",
    "smartrecruiters.com", "teamtailor.com", "tidycal.com", "workable.com", "workablemail.com",
    "youcanbook.me", "zcal.co", "zoho.com", "zoom.us",
)  # fmt: skip
_ROBOTS = re.compile(
    r"(no-?reply|do-?not-?reply|calendar(-notification)?|scheduling|scheduler|bookings?|invites?"
    r"|notifications?|interviews?|recruiting|recruitment|talent|careers|jobs|hr|hiring)\d*",
    re.IGNORECASE,
)
# Anybody's address, most often the candidate's own.
_ANYBODY = (
    "aol.com", "fastmail.com", "free.fr", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net",
    "googlemail.com", "hey.com", "hotmail.com", "icloud.com", "laposte.net", "libero.it", "live.com",
    "mac.com", "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com", "orange.fr", "outlook.com",
    "outlook.de", "pm.me", "posteo.de", "proton.me", "protonmail.com", "qq.com", "t-online.de",
    "tuta.com", "web.de", "yahoo.com", "yahoo.co.uk", "yahoo.de", "yandex.ru", "163.com",
)  # fmt: skip
_SECOND = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne"})
_NOBODY = frozenset({"RESOURCE", "ROOM", "GROUP"})


@dataclass(frozen=True, slots=True)
class Named:
    """Who an event names: who may sit opposite, how many others, the company's domain, the arranger."""

    people: tuple[Attendee, ...] = ()
    others: int = 0
    domain: str = ""
    from_organiser: bool = False
    scheduler: bool = False


def domain_of(address: str) -> str:
    """The part behind the @, small."""
    return address.rpartition("@")[2].casefold() if "@" in address else ""


def _within(domain: str, known: Sequence[str]) -> bool:
    return any(domain == one or domain.endswith(f".{one}") for one in known)


def is_nobody(address: str) -> bool:
    """Whether a program or a department has this address, and no person.

    >>> is_nobody("no-reply@calendly.com"), is_nobody("ada@example.com")
    (True, False)
    """
    local = address.partition("@")[0]
    return _within(domain_of(address), _SCHEDULERS) or _ROBOTS.fullmatch(local) is not None


def name_in(address: str) -> str:
    """A name as an address has it: ada.lovelace@example.com gives Ada Lovelace."""
    local = re.sub(r"[\d+].*$", "", address.partition("@")[0])
    words = [word for word in re.split(r"[._-]+", local) if word]
    return " ".join(word.capitalize() for word in words)


def company_in(domain: str) -> str:
    """A company's name as its domain has it: mail.north-wind.co.uk gives North Wind."""
    labels = domain.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    if not labels:
        return ""
    return " ".join(word.capitalize() for word in labels[-1].replace("_", "-").split("-") if word)


def _person(found: Property, *, organiser: bool) -> Attendee | None:
    address = found.text.strip()
    address = re.sub(r"^mailto:", "", address, flags=re.IGNORECASE).strip()
    kind = found.parameters.get("CUTYPE", "").upper()
    if kind in _NOBODY:
        return None
    address = address if "@" in address and len(address) <= LONGEST_NAME * 2 else ""
    name = " ".join(found.parameters.get("CN", "").strip("\"' ").split())
    if not name or "@" in name:
        name = name_in(address or name)
    if not name and not address:
        return None
    return Attendee(name[:LONGEST_NAME], address, organiser)


def named(event: Component) -> Named:
    """Who is named; those of the company's own domain are taken to sit opposite."""
    organiser = event.first("ORGANIZER")
    arranged = _person(organiser, organiser=True) if organiser is not None else None
    attending = event.all("ATTENDEE")
    several = [_person(one, organiser=False) for one in attending[:MOST_PEOPLE]]
    found: dict[str, Attendee] = {}
    for person in (arranged, *several):
        if person is not None and not is_nobody(person.address):
            found.setdefault(person.address.casefold() or person.name.casefold(), person)
    everybody = list(found.values())
    domain, from_organiser = _company_domain(arranged, everybody)
    # Without a company's address it is whoever arranged it, if that is a person.
    theirs = [
        replace(one, theirs=True)
        for one in everybody
        if (domain_of(one.address) == domain if domain else one.organiser)
    ]
    others = len(everybody) - len(theirs) + max(0, len(attending) - MOST_PEOPLE)
    scheduler = arranged is not None and is_nobody(arranged.address)
    return Named(tuple(theirs), others, domain, from_organiser, scheduler)


def _company_domain(arranged: Attendee | None, everybody: Sequence[Attendee]) -> tuple[str, bool]:
    """The domain that is likely the company's, and whether it is the organiser's."""

    def companys(address: str) -> str:
        domain = domain_of(address)
        return "" if _within(domain, (*_ANYBODY, *_SCHEDULERS)) else domain

    if arranged is not None and companys(arranged.address):
        return companys(arranged.address), True
    counted = Counter(filter(None, (companys(one.address) for one in everybody))).most_common(1)
    return (counted[0][0], False) if counted else ("", False)
