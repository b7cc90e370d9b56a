"""Owns the groups of a checklist as they stand on the page: five sections, the points in two halves."""

from __future__ import annotations

from dataclasses import dataclass

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import PrepItem


@dataclass(frozen=True, slots=True)
class Group:
    """A section, or one half of the talking points."""

    section: Section
    about: About | None
    icon: str

    @property
    def key(self) -> str:
        """Its name in scratch."""
        return f"{self.section.value}.{self.about.value}" if self.about else self.section.value


GROUPS = (
    Group(Section.RESEARCH, None, "building-2"),
    Group(Section.TALKING_POINT, About.THEM, "message-circle"),
    Group(Section.TALKING_POINT, About.ME, "user-round"),
    Group(Section.STORY, None, "book-open"),
    Group(Section.QUESTION, None, "circle-help"),
    Group(Section.LOGISTICS, None, "list-checks"),
)


def group_of(item: PrepItem) -> Group:
    """The group that an item stands in."""
    return next(g for g in GROUPS if (g.section, g.about) == (item.section, item.about))
