"""Owns the shelves of the library: which chip shows what, and what to say where there is nothing."""

from __future__ import annotations

from enum import StrEnum

from interview_coach.domain.kinds import LibraryKind
from interview_coach.ui.text import tr


class Shelf(StrEnum):
    """One chip of the library."""

    STORIES = "stories"
    POINTS = "points"
    ASKED = "asked"
    TO_ASK = "to_ask"
    REMINDERS = "reminders"
    LESSONS = "lessons"
    TEMPLATES = "templates"
    PEOPLE = "people"
    COMPANIES = "companies"


KINDS: dict[Shelf, tuple[LibraryKind, ...]] = {
    Shelf.STORIES: (LibraryKind.STORY,),
    Shelf.POINTS: (LibraryKind.TALKING_POINT,),
    Shelf.ASKED: (LibraryKind.QUESTION,),
    Shelf.TO_ASK: (LibraryKind.QUESTION_TO_ASK,),
    Shelf.REMINDERS: (LibraryKind.RESEARCH, LibraryKind.LOGISTICS),
}


_OTHERS = {"template": Shelf.TEMPLATES, "person": Shelf.PEOPLE, "company": Shelf.COMPANIES}
# Where the same thing can be there twice by mistake.
TWICE = frozenset(Shelf) - {Shelf.STORIES, Shelf.LESSONS, Shelf.TEMPLATES}


def shelf_of(what: str) -> Shelf:
    """Where a thing stands: a kind, or template, person, company."""
    if what in _OTHERS:
        return _OTHERS[what]
    return next(shelf for shelf, kinds in KINDS.items() if what in kinds)


def title(shelf: Shelf) -> str:
    """What the chip says."""
    return {
        Shelf.STORIES: tr("Stories"),
        Shelf.POINTS: tr("Talking points"),
        Shelf.ASKED: tr("They ask"),
        Shelf.TO_ASK: tr("To ask"),
        Shelf.REMINDERS: tr("Reminders"),
        Shelf.LESSONS: tr("Lessons"),
        Shelf.TEMPLATES: tr("Templates"),
        Shelf.PEOPLE: tr("People"),
        Shelf.COMPANIES: tr("Companies"),
    }[shelf]


def nothing(shelf: Shelf) -> tuple[str, str]:
    """The title and the sentence where a shelf is empty."""
    return {
        Shelf.STORIES: (
            tr("No stories yet"),
            tr("Keep one from any preparation by its menu, bring in your CV, or write the first."),
        ),
        Shelf.POINTS: (
            tr("No talking points yet"),
            tr("Keep a point from any preparation by its menu, or write one here."),
        ),
        Shelf.ASKED: (
            tr("No questions yet"),
            tr("What interviewers ask again and again belongs here, with your notes on it."),
        ),
        Shelf.TO_ASK: (
            tr("No questions to ask yet"),
            tr("Keep one from any preparation by its menu, or write one here."),
        ),
        Shelf.REMINDERS: (
            tr("No reminders yet"),
            tr("Lines on research and logistics that you want on every list."),
        ),
        Shelf.LESSONS: (
            tr("No lessons yet"),
            tr("What a review taught comes here by itself, and stays until you let it go."),
        ),
        Shelf.TEMPLATES: (tr("No template"), ""),
        Shelf.PEOPLE: (
            tr("Nobody here yet"),
            tr("Whoever you name in an interview comes here by itself, with all your meetings."),
        ),
        Shelf.COMPANIES: (
            tr("No company yet"),
            tr("Every company you add an interview or an opportunity for comes here by itself."),
        ),
    }[shelf]
