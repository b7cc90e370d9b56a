"""People and companies: what is written about them, where they were met, and which are likely the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from interview_coach.domain.interview import Round
from interview_coach.domain.kinds import Decision, InterviewKind, Part
from interview_coach.domain.likeness import groups_of, likeness
from interview_coach.domain.search import index_text
from interview_coach.domain.standing import Standing
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint

# Names are short, so more is asked of a proposal than of a question's wording.
NAMES_ALIKE = 0.85
# What a company is by law says nothing about which one it is.
_FORMS = frozenset(
    [
        "ab",
        "ag",
        "as",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "gmbh",
        "group",
        "holding",
        "inc",
        "kg",
        "limited",
        "llc",
        "llp",
        "ltd",
        "nv",
        "oy",
        "plc",
        "sa",
        "sarl",
        "se",
        "spa",
        "srl",
        "the",
    ]
)
_HELD = frozenset(Standing) - {
    Standing.UPCOMING,
    Standing.UNDER_WAY,
    Standing.CALLED_OFF,
    Standing.NOT_HELD,
}


class PersonField(StrEnum):
    """What can be written about a person."""

    NAME = "name"
    TITLE = "title"
    NOTES = "notes"


class CompanyField(StrEnum):
    """What can be written about a company."""

    NAME = "name"
    WEBSITE = "website"
    NOTES = "notes"


Written = PersonField | CompanyField


def clean_field(part: Written, text: str) -> str:
    """The text of one field as it is kept."""
    return clean_text(text) if part.value == "notes" else clean_line(text)


def check_field(part: Written, text: str) -> list[Complaint]:
    """What is wrong with the cleaned text of one field."""
    if part.value == "notes":
        return check_text(part.value, text)
    return check_line(part.value, text, needed=part.value == "name")


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """Someone new, as typed."""

    name: str
    company: str
    title: str = ""
    notes: str = ""

    def cleaned(self) -> PersonDraft:
        """The same draft with cleaned texts."""
        return replace(
            self,
            name=clean_line(self.name),
            company=clean_line(self.company),
            title=clean_line(self.title),
            notes=clean_text(self.notes),
        )


def check_person(draft: PersonDraft) -> list[Complaint]:
    """What is wrong with a cleaned draft; empty when it is sound."""
    found = [c for part in PersonField for c in check_field(part, getattr(draft, part.value))]
    return [*found, *check_line("company", draft.company, needed=True)]


@dataclass(frozen=True, slots=True)
class Meeting:
    """One interview with a person: where, which round, their part in it, and how it stands."""

    interview_id: str
    company: str
    title: str
    kind: InterviewKind
    start: datetime
    part: Part | None
    standing: Standing

    @property
    def held(self) -> bool:
        """Whether they have met there."""
        return self.standing in _HELD


@dataclass(frozen=True, slots=True)
class Met:
    """How often somebody was met, when last, and when next."""

    times: int = 0
    last: datetime | None = None
    next: datetime | None = None


def met_of(meetings: Iterable[Meeting]) -> Met:
    """How often they were met.

    cases: called off or not held -> never met; still ahead -> `next`, the earliest of them.
    """
    past: list[datetime] = []
    ahead: list[datetime] = []
    for one in meetings:
        if one.held:
            past.append(one.start)
        elif one.standing in {Standing.UPCOMING, Standing.UNDER_WAY}:
            ahead.append(one.start)
    return Met(len(past), max(past, default=None), min(ahead, default=None))


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person in a list; `line` is how the notes begin."""

    id: str
    name: str
    title: str
    company: str
    line: str = ""
    met: Met = Met()


@dataclass(frozen=True, slots=True)
class Person:
    """One person with all interviews with them, the newest first."""

    id: str
    name: str
    title: str
    notes: str
    company_id: str
    company: str
    meetings: tuple[Meeting, ...] = ()

    @property
    def met(self) -> Met:
        """How often they were met."""
        return met_of(self.meetings)


@dataclass(frozen=True, slots=True)
class Opposite:
    """Who sits opposite in one interview, and when we met before it, the newest first."""

    person_id: str
    name: str
    title: str
    part: Part | None
    notes: str = ""
    before: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """One opportunity at a company: how far it went, and its rounds in the order of time."""

    opportunity_id: str
    title: str
    stage: InterviewKind | None = None
    rounds: tuple[Round, ...] = ()
    decision: Decision | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """One company in a list, with how much is known of it; `line` is how the notes begin."""

    id: str
    name: str
    website: str
    line: str = ""
    jobs: int = 0
    people: int = 0
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Company:
    """One company with its people and opportunities."""

    id: str
    name: str
    website: str
    notes: str
    people: tuple[PersonLine, ...] = ()
    jobs: tuple[Job, ...] = ()


@dataclass(frozen=True, slots=True)
class PeopleList:
    """The first of those found, by name, and how many there are."""

    lines: tuple[PersonLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class CompanyList:
    """The first of those found, by name, and how many there are."""

    lines: tuple[CompanyLine, ...]
    total: int


def merged(keep: Mapping[str, str], others: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The texts that are kept of several rows for the same one: nothing written is lost.

    An empty field takes what another one has there. A different text goes to the end of the notes
    under a dash. Texts that differ in case and spaces alone are the same.

    >>> merged({"name": "Ada", "title": "", "notes": ""}, [{"name": "A. L.", "title": "Head"}])
    {'name': 'Ada', 'title': 'Head', 'notes': '– A. L.'}
    """
    values = dict(keep)
    known = {_same(text) for text in values.values()}
    for other in others:
        for field, text in other.items():
            if not text or _same(text) in known:
                continue
            known.add(_same(text))
            if not values[field]:
                values[field] = text
            else:
                values["notes"] = f"{values['notes']}\n– {text}".lstrip("\n")
    return values


def _same(text: str) -> str:
    return " ".join(text.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Whether two names may be those of one person.

    >>> (same_name("Tom Okafor", "okafor, Tom"), same_name("T. Okafor", "Tom Okafor"))
    (True, True)
    >>> (same_name("Priya", "Priya Raman"), same_name("Priya Raman", "Priya Nair"))
    (True, False)
    """
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    fewer, more = sorted((first, second), key=len)
    return _each_in(fewer, more) or likeness(one, other) >= NAMES_ALIKE


def _words(name: str) -> list[str]:
    return index_text(re.sub(r"[.,]", " ", name)).split()


def _each_in(fewer: list[str], more: list[str]) -> bool:
    """Whether each word has its own in the other name, an initial standing for any that begins so."""
    left = sorted(more, key=len)
    for word in sorted(fewer, key=len, reverse=True):
        found = word if word in left else ""
        if not found:
            short = (x for x in left if min(len(x), len(word)) == 1 and x[0] == word[0])
            found = next(short, "")
        if not found:
            return False
        left.remove(found)
    return any(len(word) > 1 for word in fewer)


def same_company(one: str, other: str) -> bool:
    """Whether two names may be those of one company: its legal form and short names aside.

    >>> (same_company("Acme GmbH", "ACME"), same_company("Northwind", "Northwind Robotics"))
    (True, True)
    >>> same_company("Lumen Freight", "Lumen Media")
    False
    """
    first, second = _telling(one), _telling(other)
    if not first or not second:
        return False
    return first <= second or second <= first or likeness(one, other) >= NAMES_ALIKE


def _telling(name: str) -> set[str]:
    words = set(_words(name))
    return words - _FORMS or words


def people_alike(people: Mapping[str, tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Keys of people who are likely one and the same; each comes with a name and a company.

    At one company a resembling name is enough; elsewhere it has to be the same, of two words at
    least, as somebody who went to another company.
    """

    def same(one: str, other: str) -> bool:
        (name, company), (second, elsewhere) = people[one], people[other]
        if company == elsewhere:
            return same_name(name, second)
        words = _words(name)
        return len(words) > 1 and sorted(words) == sorted(_words(second))

    return groups_of({key: " ".join(_words(name)) for key, (name, _) in people.items()}, same)


def companies_alike(names: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Keys of companies that are likely one and the same."""

    def same(one: str, other: str) -> bool:
        return same_company(names[one], names[other])

    return groups_of({key: " ".join(sorted(_telling(name))) for key, name in names.items()}, same)
