"""Why the noes were noes, over all outcomes, as the person weighed each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from interview_coach.domain.kinds import Certainty, Decision, Family, ReasonKind, Sign
from interview_coach.domain.outcome import verdict, weigh


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """One reason in one outcome, with the person's sign and certainty."""

    outcome_id: str
    interview_id: str
    family: Family
    what: ReasonKind
    key: str
    text: str
    sign: Sign
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """A reason over all outcomes: how often with a sign, by certainty."""

    family: Family
    what: ReasonKind
    text: str
    times: int
    by_certainty: tuple[tuple[Certainty, int], ...]
    interview_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class No:
    """One no: the outcome and the interview that it came after ("" when none was held)."""

    outcome_id: str
    interview_id: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Noes:
    """Why the company's noes were noes, as the person weighed each: never percentages.

    `not_yours`, `cant_know` and `yours` count noes by where their signs point most; the ids are
    those of their interviews.
    """

    not_yours: tuple[str, ...] = ()
    cant_know: tuple[str, ...] = ()
    yours: tuple[str, ...] = ()
    reasons: tuple[ReasonCount, ...] = ()

    @property
    def total(self) -> int:
        """How many noes there are."""
        return len(self.not_yours) + len(self.cant_know) + len(self.yours)


def why_noes(noes: Iterable[No], reasons: Iterable[ReasonGiven], most: int) -> Noes:
    """The company's noes by where their signs point, and the reasons behind them."""
    given: dict[str, list[ReasonGiven]] = defaultdict(list)
    for one in reasons:
        given[one.outcome_id].append(one)
    sides: dict[str, list[str]] = {"not_yours": [], "cant_know": [], "yours": []}
    counted: dict[tuple[Family, ReasonKind, str], list[ReasonGiven]] = defaultdict(list)
    for no in noes:
        if no.decision is not Decision.REJECTED:
            continue
        mine = given.get(no.outcome_id, [])
        code = verdict(weigh((one.family, one.sign, one.certainty) for one in mine))
        side = {"more_not_yours": "not_yours", "more_yours": "yours"}.get(code, "cant_know")
        sides[side].append(no.interview_id)
        for one in mine:
            if one.sign is not Sign.NONE:
                counted[one.family, one.what, one.key].append(one)
    found = [
        ReasonCount(
            family,
            what,
            group[-1].text,
            len(group),
            tuple(
                (certainty, count)
                for certainty in Certainty
                if (count := sum(one.certainty is certainty for one in group))
            ),
            tuple(dict.fromkeys(one.interview_id for one in group)),
        )
        for (family, what, _key), group in counted.items()
    ]
    found.sort(key=lambda one: (one.family is Family.MINE, -one.times, one.what, one.text))
    by_family = [
        one for family in Family for one in [x for x in found if x.family is family][:most]
    ]
    return Noes(
        tuple(sides["not_yours"]),
        tuple(sides["cant_know"]),
        tuple(sides["yours"]),
        tuple(by_family),
    )
