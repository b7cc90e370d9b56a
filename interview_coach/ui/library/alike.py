"""Owns what is proposed as likely the same: of the library's things, of people, of companies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from interview_coach.domain.library import LibraryLine
from interview_coach.domain.people import CompanyLine, PersonLine
from interview_coach.store import companies, company, libraries, library, people, person
from interview_coach.store.store import Store
from interview_coach.ui import words
from interview_coach.ui.jobs import Told, Work
from interview_coach.ui.library import said, said_people
from interview_coach.ui.library.tabs import Shelf
from interview_coach.ui.text import tr, tr_n


@dataclass(frozen=True, slots=True)
class Twice:
    """What was found, kind by kind, each in groups."""

    things: tuple[tuple[LibraryLine, ...], ...]
    people: tuple[tuple[PersonLine, ...], ...]
    companies: tuple[tuple[CompanyLine, ...], ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """One group as it is shown, and the deed that makes one of it."""

    title: str
    asks: str
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    notes: tuple[str, ...]
    merge: Callable[..., Any]


def look_work(store: Store) -> Work:
    """The work of looking, on a reader of its own."""

    def work(told: Told) -> Twice:
        with store.aside() as reader:
            return Twice(
                libraries.alike(reader, told),
                people.people_twice(reader),
                companies.companies_twice(reader),
            )

    return work


def groups(found: Twice, shelf: Shelf) -> list[Alike]:
    """All groups, those of this shelf first."""
    things = [_things(lines) for lines in found.things]
    persons = [_people(lines) for lines in found.people]
    firms = [_companies(lines) for lines in found.companies]
    if shelf is Shelf.PEOPLE:
        return [*persons, *firms, *things]
    return [*firms, *persons, *things] if shelf is Shelf.COMPANIES else [*things, *persons, *firms]


def _things(lines: tuple[LibraryLine, ...]) -> Alike:
    return Alike(
        words.word(lines[0].kind),
        tr("The wording that stays in front"),
        tuple(line.id for line in lines),
        tuple(line.text for line in lines),
        tuple(said.told_chip(line.kind, line.told) for line in lines),
        library.merge_library_items,
    )


def _people(lines: tuple[PersonLine, ...]) -> Alike:
    def note(line: PersonLine) -> str:
        parts = (line.title, line.company, said_people.met_chip(line.met))
        return " · ".join(part for part in parts if part)

    return Alike(
        tr("People"),
        tr("The name that stays"),
        tuple(line.id for line in lines),
        tuple(line.name for line in lines),
        tuple(note(line) for line in lines),
        person.merge_people,
    )


def _companies(lines: tuple[CompanyLine, ...]) -> Alike:
    return Alike(
        tr("Companies"),
        tr("The name that stays"),
        tuple(line.id for line in lines),
        tuple(line.name for line in lines),
        tuple(
            tr_n("{n} opportunity", "{n} opportunities", line.jobs) if line.jobs else ""
            for line in lines
        ),
        company.merge_companies,
    )
