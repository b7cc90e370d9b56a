"""What comes again: questions they ask, and what became of points and stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from interview_coach.domain.kinds import Coverage

T = TypeVar("T")
# In two interviews or more a question is one that is asked again.
AGAIN = 2


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One time that a question was asked. `key` says which wordings are the same one.

    `question_id` is what the person linked it to in the bank, or empty.
    """

    key: str
    text: str
    day: date
    rating: int | None
    interview_id: str
    question_id: str = ""


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
    """The questions that came more than once, the most frequent first, at most `most`.

    Two are the same one when they are linked to one question of the bank, or have the same wording.

    | asked, as wording (link)                | groups                          |
    | --------------------------------------- | ------------------------------- |
    | "Why us?", "Why us?"                    | one                             |
    | "Why us?" (q), "What draws you?" (q)    | one                             |
    | "Why us?" (q), "Why us?"                | one: the wording is linked once |
    | "Why us?" (q), "Why us?" (r)            | one: the wording says it        |
    | "Why us?" (q), "What draws you?"        | two                             |
    """
    found = []
    for group in same_ones(asked, lambda one: (one.key, one.question_id)):
        ordered = sorted(group, key=lambda one: (one.day, one.interview_id))
        interviews = tuple(dict.fromkeys(one.interview_id for one in ordered))
        if len(interviews) >= AGAIN:
            ratings = tuple((one.day, one.rating) for one in ordered if one.rating is not None)
            found.append(AskedAgain(ordered[-1].text, len(interviews), ratings, interviews))
    return tuple(sorted(found, key=lambda one: (-one.times, one.text))[:most])


def same_ones(asked: Iterable[T], names: Callable[[T], tuple[str, str]]) -> list[list[T]]:
    """The asked ones in groups of the same, each in the order given.

    `names` gives the folded wording and the link into the bank, which may be empty.
    """
    everything = list(asked)
    leader: dict[str, str] = {}

    def head(name: str) -> str:
        leader.setdefault(name, name)
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for one in everything:
        wording, link = names(one)
        said = head(f"said:{wording}")
        if link:
            leader[head(f"bank:{link}")] = said
    groups: dict[str, list[T]] = defaultdict(list)
    for one in everything:
        groups[head(f"said:{names(one)[0]}")].append(one)
    return list(groups.values())


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
