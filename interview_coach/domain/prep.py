"""Preparation: what a sound prep item is, progress, and the ten that matter in thirty minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from interview_coach.domain.kinds import (
    About,
    InterviewKind,
    LessonFamily,
    LessonState,
    Part,
    Section,
    Strength,
)
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint

SHORT_COUNT = 10
SHORT_MINUTES = 30
OWN_WEIGHT = 3
USUAL_MINUTES = 3


@dataclass(frozen=True, slots=True)
class PrepDraft:
    """One prep item, as typed. Only a talking point is about somebody."""

    section: Section
    text: str
    details: str = ""
    source: str = ""
    about: About | None = None
    minutes: int = USUAL_MINUTES
    weight: int = OWN_WEIGHT

    def cleaned(self) -> PrepDraft:
        """The same draft with cleaned texts; `about` is set for talking points only."""
        about = (self.about or About.ME) if self.section is Section.TALKING_POINT else None
        return replace(
            self,
            text=clean_line(self.text),
            details=clean_text(self.details),
            source=clean_line(self.source),
            about=about,
        )


def check_item(draft: PrepDraft) -> list[Complaint]:
    """What is wrong with a cleaned prep item; empty when it is sound."""
    return [
        *check_line("text", draft.text, needed=True),
        *check_text("details", draft.details),
        *check_line("source", draft.source),
    ]


@dataclass(frozen=True, slots=True)
class PrepItem:
    """One line of a checklist, as shown. `minutes` is what it takes, `weight` 1 to 3.

    `library_id` is what it is in the library, `twice` that another line tells the same story.
    """

    id: str
    section: Section
    about: About | None
    text: str
    details: str
    source: str
    done: bool
    position: int
    minutes: int = USUAL_MINUTES
    weight: int = OWN_WEIGHT
    rehearsals: int = 0
    own: bool = False
    library_id: str | None = None
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something the posting asks for, and what answers it."""

    id: str
    text: str
    evidence: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class CarriedLesson:
    """A lesson beside a preparation: what it says, and which interview taught it.

    `happened` says in how many reviews since its if came up, `did` in how many of those I did the then.
    """

    id: str
    text: str
    family: LessonFamily
    state: LessonState
    company: str
    kind: InterviewKind
    learned_on: datetime
    if_text: str = ""
    then_text: str = ""
    topic: str = ""
    happened: int = 0
    did: int = 0


@dataclass(frozen=True, slots=True)
class Checklist:
    """All that the Prepare step shows of one interview."""

    interview_id: str
    items: tuple[PrepItem, ...]
    lessons: tuple[CarriedLesson, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class EarlierPoint:
    """A prep item of an earlier interview that can be copied."""

    id: str
    section: Section
    about: About | None
    text: str
    details: str
    company: str
    kind: InterviewKind
    start: datetime
    landed: bool = False


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One line of a template. Empty `parts` means: whoever sits opposite.

    `key` is the built-in line that it is, and empty for one's own words; `id` is its row in the store.
    """

    key: str
    draft: PrepDraft
    parts: frozenset[Part] = frozenset()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A named set of prep items for a kind of interview.

    One of the person's own has an `id`; a `usual` one stands in for the built-in of its kind.
    """

    kind: InterviewKind
    name: str
    items: tuple[TemplateItem, ...]
    id: str = ""
    usual: bool = False

    def for_parts(self, parts: Iterable[Part]) -> tuple[TemplateItem, ...]:
        """The items that fit these people: those for anybody, and those for one of them."""
        present = frozenset(parts)
        return tuple(i for i in self.items if not i.parts or i.parts & present)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many items are done, of how many."""

    done: int = 0
    planned: int = 0

    @property
    def share(self) -> float:
        """Done as a share of planned, 0.0 to 1.0; 0.0 when nothing is planned."""
        return self.done / self.planned if self.planned else 0.0


def progress(items: Sequence[PrepItem], section: Section | None = None) -> Progress:
    """Progress over one section, or over all of them."""
    chosen = [i for i in items if section is None or i.section is section]
    return Progress(sum(i.done for i in chosen), len(chosen))


def told_twice(items: Sequence[PrepItem]) -> frozenset[str]:
    """The ids of stories that stand on one checklist more than once, by their link to the library.

    One story as the answer to two questions is heard as the only one.

    cases: two lines with the same link -> both; a line without a link -> never; a point linked
    twice -> never, as a point may be made again.
    """
    links: dict[str, list[str]] = {}
    for item in items:
        if item.library_id is not None and item.section is Section.STORY:
            links.setdefault(item.library_id, []).append(item.id)
    return frozenset(key for keys in links.values() if len(keys) > 1 for key in keys)


_SHORT_ORDER = {
    Section.LOGISTICS: 0,
    Section.TALKING_POINT: 1,
    Section.STORY: 2,
    Section.RESEARCH: 3,
    Section.QUESTION: 4,
}


def short_on_time(
    items: Sequence[PrepItem],
    count: int = SHORT_COUNT,
    budget: int = SHORT_MINUTES,
) -> tuple[PrepItem, ...]:
    """The items that matter when `budget` minutes are left, at most `count`, most useful first.

    Only items not yet done. Ranked by weight (3 first), own items before a template's at equal
    weight, then logistics, points, stories, research, questions, then their order on the page. First
    come those that fit into the minutes, one that does not being passed over for one that does; then
    the best of the rest, for when time is left after all. `fitting` says where the first part ends.

    cases: all done -> (); weight 3 before weight 1 whatever the section; an own point before a
    template's point; 12 items of one minute -> the first ten; 3 items of 20 minutes -> all three, of
    which one fits.
    """
    ranked = sorted(
        (i for i in items if not i.done),
        key=lambda i: (-i.weight, not i.own, _SHORT_ORDER[i.section], i.position),
    )
    fits: list[PrepItem] = []
    left = budget
    for item in ranked:
        if len(fits) < count and item.minutes <= left:
            fits.append(item)
            left -= item.minutes
    rest = [item for item in ranked if item not in fits]
    return tuple([*fits, *rest][:count])


def fitting(chosen: Sequence[PrepItem], budget: int = SHORT_MINUTES) -> int:
    """How many of the first of these fit into `budget` minutes together."""
    left = budget
    for place, item in enumerate(chosen):
        left -= item.minutes
        if left < 0:
            return place
    return len(chosen)
