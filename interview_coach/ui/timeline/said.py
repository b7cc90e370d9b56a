"""Owns what an entry of the timeline says, for the eye and for screen readers alike."""

from __future__ import annotations

from typing import cast

from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.timeline import Card
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone

_PERCENT = 100


def percent(card: Card) -> int:
    """How far the interview is prepared, rounded down: 100 means all of it."""
    return card.prepared * _PERCENT // card.planned if card.planned else 0


def kinds(card: Card) -> list[str]:
    """What follows the role: the kind of interview, and whether it has been put aside."""
    parts = [words.kind_word(card.interview_kind)] if card.interview_kind is not None else []
    if card.archived:
        parts.append(tr("archived"))
    return parts


def about(card: Card) -> str:
    """The role and the kind of interview."""
    return " · ".join([card.title, *kinds(card)])


def head(card: Card) -> str:
    """The first line."""
    return f"{card.company} · {about(card)}"


def chip(card: Card) -> tuple[str, Tone]:
    """The chip's words and its tone; nothing where there is nothing to say."""
    if card.kind in {EntryKind.REVIEW, EntryKind.LESSON, EntryKind.REMARK}:
        return words.word(card.kind), "neutral"
    if card.standing is None:
        return words.word(card.kind), "neutral"
    text = words.standing_text(card.standing, card.forecast, card.answer)
    return text, cast("Tone", words.tone(card.standing))


def dot(card: Card) -> Tone:
    """The tone of the dot on the rail."""
    if card.kind in {EntryKind.INTERVIEW, EntryKind.OUTCOME}:
        return chip(card)[1]
    return "neutral"


def second_line(card: Card) -> tuple[str, int]:
    """The second line, and where the person's own text begins in it."""
    if card.line_code != "prepared":
        return words.line_parts(card.line_code, card.line)
    if not card.planned:
        return tr("Nothing prepared yet"), 0
    return tr("{percent}% prepared", percent=percent(card)), 0


def marks(card: Card) -> list[tuple[int, int]]:
    """Where the query's words stand in the second line."""
    _, offset = second_line(card)
    return [(start + offset, length) for start, length in card.marks]


def rating(card: Card) -> int | None:
    """How the answers were rated, on the cards that are about the interview as a whole."""
    whole_of_it = card.kind in {EntryKind.INTERVIEW, EntryKind.REVIEW}
    return card.rating if whole_of_it else None


def whole(card: Card) -> str:
    """Everything that the card shows, in one sentence."""
    day = dates.day_text(card.wall.date())
    parts = [tr("{day} {year}", day=day, year=card.wall.year), card.company, about(card)]
    dots = rating(card)
    if dots is not None:
        parts.append(tr("my answers {n} of 5", n=dots))
    text, _ = chip(card)
    line, _ = second_line(card)
    return ", ".join([*parts, text]) + (f". {line}" if line else "")
