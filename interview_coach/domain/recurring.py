"""What comes again: questions they ask, and what became of points and stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from interview_coach.domain.kinds import Coverage

# In two interviews or more a question is one that is asked again.
AGAIN = 2


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One time that a question was asked. `key` says which questions are the same one."""

    key: str
    text: str
    day: date
    rating: int | None
    interview_id: str


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A question that came again: its newest wording, and my ratings in the order of time."""

    text: str
    times: int
    ratings: tuple[tuple[date, int], ...]
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoveredOnce:
    """What became of a planned point or story in one interview."""

    key: str
    text: str
    coverage: Coverage
    interview_id: str


@dataclass(frozen=True, slots=True)
class Lands:
    """What became of a point or story over all interviews that it was planned for."""

    text: str
    landed: int
    said: int
    unsaid: int
    interview_ids: tuple[str, ...]

    @property
    def planned(self) -> int:
        """In how many interviews it was planned."""
        return self.landed + self.said + self.unsaid


def asked_again(asked: Iterable[AskedOnce], most: int) -> tuple[AskedAgain, ...]:
    """The questions that came more than once, the most frequent first, at most `most`."""
    groups: dict[str, list[AskedOnce]] = defaultdict(list)
    for one in asked:
        groups[one.key].append(one)
    found = []
    for group in groups.values():
        ordered = sorted(group, key=lambda one: (one.day, one.interview_id))
        interviews = tuple(dict.fromkeys(one.interview_id for one in ordered))
        if len(interviews) >= AGAIN:
            ratings = tuple((one.day, one.rating) for one in ordered if one.rating is not None)
            found.append(AskedAgain(ordered[-1].text, len(interviews), ratings, interviews))
    return tuple(sorted(found, key=lambda one: (-one.times, one.text))[:most])


def what_lands(covered: Iterable[CoveredOnce], most: int) -> tuple[Lands, ...]:
    """What became of points and stories, what landed most often first, at most `most`."""
    groups: dict[str, list[CoveredOnce]] = defaultdict(list)
    for one in covered:
        groups[one.key].append(one)
    found = []
    for group in groups.values():
        coverages = [one.coverage for one in group]
        found.append(
            Lands(
                group[-1].text,
                coverages.count(Coverage.LANDED),
                coverages.count(Coverage.SAID),
                coverages.count(Coverage.NOT_SAID),
                tuple(dict.fromkeys(one.interview_id for one in group)),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.landed, -one.planned, one.text))[:most])
