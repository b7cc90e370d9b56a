"""The brief: what of a preparation goes on one page, and what gives way when it does not fit.

A brief is built as plain lines under headings, so that a page, a PDF and Markdown say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import Checklist, PrepItem

POINTS = 3


class Part(StrEnum):
    """The parts of a brief, in the order of the page."""

    THEM = "them"
    ME = "me"
    STORIES = "stories"
    QUESTIONS = "questions"
    LESSONS = "lessons"


@dataclass(frozen=True, slots=True)
class Picked:
    """What of a checklist the brief shows, in its order."""

    them: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def pick(found: Checklist) -> Picked:
    """Three points about them, three about me, stories by title, questions to ask.

    One's own lines first, then lines of a template that are ticked: what was made ready. Untouched
    lines of a template are left out, they are advice and no preparation.

    cases: four own points -> the first three; one own and two ticked of a template -> own, then
    those; a template's line that nobody touched -> not there.
    """

    def ready(section: Section, about: About | None = None) -> list[str]:
        chosen = [i for i in found.items if i.section is section and about in {None, i.about}]
        return [i.text for i in sorted(chosen, key=_rank) if i.own or i.done]

    return Picked(
        tuple(ready(Section.TALKING_POINT, About.THEM)[:POINTS]),
        tuple(ready(Section.TALKING_POINT, About.ME)[:POINTS]),
        tuple(ready(Section.STORY)),
        tuple(ready(Section.QUESTION)),
    )


def _rank(item: PrepItem) -> tuple[bool, int]:
    return not item.own, item.position


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the brief with its heading."""

    part: Part
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief in words: with whom, what, the facts of when and where and who, and its parts."""

    title: str
    subtitle: str
    facts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a page had no room for: whole lines by part, and whether lines were shortened."""

    lines: dict[Part, int] = field(default_factory=dict)
    facts: int = 0
    shortened: bool = False

    def __bool__(self) -> bool:
        return bool(self.lines or self.facts or self.shortened)


ELLIPSIS = "…"
# How long a line may be and how many there may be of each part, from gentle to the last resort.
_LEVELS = (
    (400, 24),
    (300, 16),
    (220, 12),
    (160, 10),
    (140, 8),
    (120, 6),
    (100, 5),
    (90, 4),
    (80, 3),
    (70, 2),
    (50, 1),
)


def shorten(text: str, limit: int) -> str:
    """A line of at most `limit` characters, cut between two words where one is near.

    >>> shorten("How would you test a pipeline?", 16)
    'How would you…'
    """
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    words = cut.rsplit(None, 1)
    if len(words) == 2 and len(words[0]) > limit // 2:
        cut = words[0]
    return cut.rstrip(" ,;:") + ELLIPSIS


def cut(brief: Brief, length: int, count: int) -> tuple[Brief, LeftOut]:
    """A brief with lines of at most `length` characters, `count` of them in each part."""
    shortened = False

    def fitted(lines: Sequence[str]) -> tuple[str, ...]:
        nonlocal shortened
        kept = tuple(shorten(line, length) for line in lines[:count])
        shortened = shortened or kept != tuple(lines[:count])
        return kept

    blocks = tuple(replace(block, lines=fitted(block.lines)) for block in brief.blocks)
    missing = {
        block.part: len(block.lines) - count for block in brief.blocks if len(block.lines) > count
    }
    facts = fitted(brief.facts)
    title, subtitle = fitted((brief.title,))[0], fitted((brief.subtitle,))[0]
    gone = max(0, len(brief.facts) - count)
    return Brief(title, subtitle, facts, blocks), LeftOut(missing, gone, shortened)


def shorter_and_shorter(brief: Brief) -> Iterator[tuple[Brief, LeftOut]]:
    """The brief as it gives way, step by step; the last one fits on any page."""
    for length, count in _LEVELS:
        yield cut(brief, length, count)
