"""What is understood of a CV: who it is about, and a draft of a story for each thing it is proud of."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.search import index_text

TITLE_LENGTH = 90
MOST_STORIES = 500
_DATE = re.compile(r"\s*(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?:T.*)?\s*", re.ASCII)
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Resume:
    """The stories of a CV in its order, and what of it was passed over (how many entries)."""

    name: str
    stories: tuple[LibraryDraft, ...]
    passed_over: int = 0


def partial_date(text: str) -> str:
    """A date as far as it makes sense: 2013-12, or 2013; nothing where there is not even a year.

    cases: "2013-12-01" -> "2013-12"; "2013" -> "2013"; "2013-19" (which the format's own pattern
    lets pass) -> "2013"; "Dec 2013", "" -> "".
    """
    found = _DATE.fullmatch(text)
    if found is None:
        return ""
    year, month = found.group(1), found.group(2)
    if month is None or not 1 <= int(month) <= _LAST_MONTH:
        return year
    return f"{year}-{int(month):02d}"


def span(begun: str, ended: str) -> str:
    """From when to when: 2013-12 – 2014-12; 2013-12 – while it lasts; nothing without dates."""
    first, last = partial_date(begun), partial_date(ended)
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        return f"{first} –"
    return f"– {last}" if last else ""


def short_title(text: str) -> str:
    """A title to find a story by: its sentence, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH].rsplit(" ", 1)[0]
    return f"{cut}…"


def story_of(highlight: str, where: Sequence[str], about: str, skills: str = "") -> LibraryDraft:
    """A draft of a story: what was achieved is its result, where that was its situation.

    Task and action stay empty: no CV tells them, and nobody but the person can.
    """
    head = ", ".join(part for part in where if part)
    situation = "\n".join(part for part in (head, about) if part)
    return LibraryDraft(
        LibraryKind.STORY,
        short_title(highlight),
        situation=situation,
        result=highlight,
        skills=skills,
        origin=highlight,
    ).cleaned()


def known_already(draft: LibraryDraft, origins: Collection[str]) -> bool:
    """Whether a story was made of the same line before, however it is worded now."""
    return index_text(draft.origin) in origins
