"""The library: everything reusable, where it was used, and how it did."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from interview_coach.domain.kinds import (
    About,
    Coverage,
    InterviewKind,
    LibraryField,
    LibraryKind,
    Section,
)
from interview_coach.domain.search import fold
from interview_coach.domain.story import (
    StoryPart,
    missing_parts,
    situation_outweighs,
    spoken_minutes,
)
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint

SHOWN = 200
_LISTED = re.compile(r"[,;\n、，；]")

# A prep item of a section becomes this in the library, and the other way round.
KIND_OF = {
    Section.STORY: LibraryKind.STORY,
    Section.TALKING_POINT: LibraryKind.TALKING_POINT,
    Section.QUESTION: LibraryKind.QUESTION_TO_ASK,
    Section.RESEARCH: LibraryKind.RESEARCH,
    Section.LOGISTICS: LibraryKind.LOGISTICS,
}
SECTION_OF = {kind: section for section, kind in KIND_OF.items()}
# The fields that hold one line; the others hold a text of any length.
LINES = frozenset({LibraryField.TEXT, LibraryField.SKILLS, LibraryField.TAGS})
PARTS = (LibraryField.SITUATION, LibraryField.TASK, LibraryField.ACTION, LibraryField.RESULT)


def listed(text: str) -> tuple[str, ...]:
    """The names in a line like "leadership, SQL", each once whatever its case, in their order."""
    found: dict[str, str] = {}
    for name in _LISTED.split(text):
        cleaned = clean_line(name)
        if cleaned:
            found.setdefault(fold(cleaned).strip() or cleaned, cleaned)
    return tuple(found.values())


def clean_list(text: str) -> str:
    """Such a line as it is kept: each name once, parted by commas."""
    return ", ".join(listed(text))


@dataclass(frozen=True, slots=True)
class LibraryDraft:
    """Something for the library, as typed. Only a talking point is about somebody; only a story has parts.

    `origin` is the line of a document that it was made from, so that reading it twice adds nothing.
    """

    kind: LibraryKind
    text: str
    about: About | None = None
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    details: str = ""
    skills: str = ""
    tags: str = ""
    origin: str = ""

    def cleaned(self) -> LibraryDraft:
        """The same draft with cleaned texts."""
        about = (self.about or About.ME) if self.kind is LibraryKind.TALKING_POINT else None
        return replace(
            self,
            about=about,
            text=clean_line(self.text),
            situation=clean_text(self.situation),
            task=clean_text(self.task),
            action=clean_text(self.action),
            result=clean_text(self.result),
            details=clean_text(self.details),
            skills=clean_list(self.skills),
            tags=clean_list(self.tags),
            origin=clean_text(self.origin),
        )


def check_library(draft: LibraryDraft) -> list[Complaint]:
    """What is wrong with a cleaned draft; empty when it is sound."""
    return [
        complaint
        for part in LibraryField
        for complaint in check_field(part, getattr(draft, part.value))
    ]


def clean_field(part: LibraryField, text: str) -> str:
    """The text of one field as it is kept."""
    if part in {LibraryField.SKILLS, LibraryField.TAGS}:
        return clean_list(text)
    return clean_line(text) if part in LINES else clean_text(text)


def check_field(part: LibraryField, text: str) -> list[Complaint]:
    """What is wrong with the cleaned text of one field."""
    if part in LINES:
        return check_line(part.value, text, needed=part is LibraryField.TEXT)
    return check_text(part.value, text)


@dataclass(frozen=True, slots=True)
class Told:
    """How something did: planned in so many interviews, said and landed in so many, and when last.

    `asked` is how often a question was asked, `rating` the mean of my ratings of the answers.
    """

    planned: int = 0
    said: int = 0
    landed: int = 0
    last: datetime | None = None
    asked: int = 0
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """One thing in the list. `line` is its second line: the beginning of what else is written."""

    id: str
    kind: LibraryKind
    about: About | None
    text: str
    line: str
    tags: tuple[str, ...]
    told: Told
    minutes: float = 0.0
    missing: tuple[StoryPart, ...] = ()
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """One interview that something was used in: as a line of its checklist, a question or an answer.

    `text` is how it was worded there. `coverage` is what became of a planned line, `rating` how I
    rate my answer to a question, `story` says that it was told as the answer to that question.
    """

    interview_id: str
    company: str
    kind: InterviewKind
    start: datetime
    text: str
    coverage: Coverage | None = None
    rating: int | None = None
    asked: bool = False
    story: bool = False
    held: bool = True


LANDED_RATING = 4


def told_of(uses: Iterable[Use]) -> Told:
    """How something did, from its uses; each interview counts once, whatever it was used for there.

    A planned line was said when the review says so, and a story also when it was told as an answer; it
    landed when the review says that, or when that answer is rated 4 or 5.

    cases: planned twice in one interview -> planned 1; ticked "said" there and told as an answer rated
    5 -> said 1, landed 1; an interview that has not been held -> planned, and never the last use.
    """
    planned: set[str] = set()
    said: set[str] = set()
    landed: set[str] = set()
    ratings: list[int] = []
    asked, last = 0, None
    for use in uses:
        if use.held and (last is None or use.start > last):
            last = use.start
        if use.asked and not use.story:
            asked += 1
            ratings += [use.rating] if use.rating is not None else []
            continue
        if not use.story:
            planned.add(use.interview_id)
        if use.story or use.coverage in {Coverage.SAID, Coverage.LANDED}:
            said.add(use.interview_id)
        if use.coverage is Coverage.LANDED or (use.story and (use.rating or 0) >= LANDED_RATING):
            landed.add(use.interview_id)
    mean = sum(ratings) / len(ratings) if ratings else None
    return Told(len(planned), len(said), len(landed), last, asked, mean)


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One thing in the library with every use of it, newest first."""

    id: str
    draft: LibraryDraft
    created_at: datetime
    changed_at: datetime
    told: Told
    uses: tuple[Use, ...] = ()

    @property
    def minutes(self) -> float:
        """How long a story is when it is told."""
        d = self.draft
        return spoken_minutes(d.situation, d.task, d.action, d.result)

    @property
    def missing(self) -> tuple[StoryPart, ...]:
        """The parts that a story still lacks."""
        d = self.draft
        if d.kind is not LibraryKind.STORY:
            return ()
        return missing_parts(d.situation, d.task, d.action, d.result)

    @property
    def heavy(self) -> bool:
        """Whether a story's situation outweighs its action and result."""
        return situation_outweighs(self.draft.situation, self.draft.action, self.draft.result)


@dataclass(frozen=True, slots=True)
class LibraryFilters:
    """What the library is narrowed to; empty means no narrowing."""

    kinds: tuple[LibraryKind, ...] = ()
    query: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class LibraryList:
    """The first lines of a narrowed library, how many there are, and every tag in it."""

    lines: tuple[LibraryLine, ...]
    total: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Something of the library that a search found. `what` is a kind, or template, person, company."""

    id: str
    what: str
    text: str
    line: str = ""


def merged(keep: LibraryDraft, others: Iterable[LibraryDraft]) -> LibraryDraft:
    """What is kept of several that are the same: every text of each, nothing twice.

    An empty field takes what another one has there. A different wording of a line, and a different
    text of a part, goes to the end of the details under a dash, so that nothing written is lost.

    cases: an equal text adds nothing; tags and skills are joined, each once.
    """
    values = {part: getattr(keep, part.value) for part in LibraryField}
    known = {_same(text) for text in values.values()}
    for other in others:
        for part in LibraryField:
            text = getattr(other, part.value)
            if part in {LibraryField.SKILLS, LibraryField.TAGS}:
                values[part] = clean_list(f"{values[part]}, {text}")
            elif text and _same(text) not in known:
                known.add(_same(text))
                if not values[part]:
                    values[part] = text
                else:
                    details = values[LibraryField.DETAILS]
                    values[LibraryField.DETAILS] = f"{details}\n– {text}".lstrip("\n")
    return replace(keep, **{part.value: text for part, text in values.items()})


def _same(text: str) -> str:
    """What two texts have in common that differ in case and spaces alone."""
    return " ".join(text.casefold().split())
