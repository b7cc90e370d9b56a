"""Owns what stands on each shelf: the cards for a query, and what can be added to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.library import LibraryFilters
from interview_coach.store import companies, libraries, people
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import adding, said, said_people
from interview_coach.ui.library.cards import CardText
from interview_coach.ui.library.lesson_shelf import lesson_cards
from interview_coach.ui.library.tabs import KINDS, Shelf
from interview_coach.ui.library.template_pane import template_cards


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for on a shelf."""

    shelf: Shelf
    query: str
    tag: str
    states: tuple[LessonState, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Listed:
    """How many there are, the first of them as cards, and the tags there are to narrow by."""

    total: int
    cards: list[CardText]
    tags: tuple[str, ...] = ()


def listed(desk: Desk, asked: Asked, today: date) -> Listed:
    """What stands on a shelf."""
    shelf, query, limit = asked.shelf, asked.query, asked.limit
    if shelf in KINDS:
        filters = LibraryFilters(KINDS[shelf], query, asked.tag)
        things = desk.ask(libraries.library, filters, limit)
        return Listed(things.total, [said.card_of(one, today) for one in things.lines], things.tags)
    if shelf is Shelf.PEOPLE:
        there = desk.ask(people.people, query, limit)
        return Listed(there.total, [said_people.person_card(one, today) for one in there.lines])
    if shelf is Shelf.COMPANIES:
        known = desk.ask(companies.companies, query, limit)
        return Listed(known.total, [said_people.company_card(one) for one in known.lines])
    if shelf is Shelf.LESSONS:
        return Listed(*lesson_cards(desk, query, asked.states, limit))
    cards = template_cards(desk, query)
    return Listed(len(cards), cards)


def new_on(shelf: Shelf) -> adding.New | None:
    """What the line adds to a shelf; nothing where there is no such line."""
    if shelf in KINDS:
        return adding.new_thing(KINDS[shelf][0])
    return {Shelf.PEOPLE: adding.new_person, Shelf.COMPANIES: adding.new_company}.get(
        shelf, lambda: None
    )()
