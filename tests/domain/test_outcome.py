"""The rule that turns signs into three parts: its table, row by row, and what holds for all input."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import Answer, Certainty, Decision, Family, Sign
from interview_coach.domain.outcome import (
    CANT_KNOW_WEIGHT,
    OutcomeDraft,
    ThreeParts,
    check_outcome,
    verdict,
    weigh,
)

Given = tuple[Family, Sign, Certainty]

_CERTAINTY = {
    "told": Certainty.TOLD,
    "observed": Certainty.OBSERVED,
    "obs": Certainty.OBSERVED,
    "guessed": Certainty.GUESSED,
    "g.": Certainty.GUESSED,
}


def rows_of(function: Callable[..., object]) -> list[list[str]]:
    """The body of the table in a docstring, cell by cell."""
    lines = [line.strip() for line in (function.__doc__ or "").splitlines()]
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in table[2:]]


def signs(cell: str, family: Family) -> list[Given]:
    """What a cell such as "clear told, some obs" says."""
    if cell == "nothing":
        return []
    found = []
    for said in re.split(r",\s*(?=none|some|clear)", cell):
        sign, certainty = re.split(r",?\s+", said)
        found.append((family, Sign(sign), _CERTAINTY[certainty]))
    return found


TABLE = rows_of(weigh)


def test_the_table_of_cases_is_there() -> None:
    assert len(TABLE) >= 9
    assert all(len(row) == 5 for row in TABLE)


@pytest.mark.parametrize("row", TABLE, ids=[" / ".join(row[:2]) for row in TABLE])
def test_each_row_of_the_table_holds(row: list[str]) -> None:
    not_mine, mine, *wanted = row
    found = weigh([*signs(not_mine, Family.NOT_MINE), *signs(mine, Family.MINE)])
    shares = [float(Fraction(cell)) for cell in wanted]
    assert [found.not_yours, found.cant_know, found.yours] == pytest.approx(shares)
    assert sum(shares) == pytest.approx(1)


def test_no_signs_at_all_is_all_cant_know() -> None:
    assert weigh([]) == ThreeParts(0.0, 1.0, 0.0)


a_reason = st.tuples(st.sampled_from(Family), st.sampled_from(Sign), st.sampled_from(Certainty))
some_reasons = st.lists(a_reason, max_size=30)


def of(parts: ThreeParts, family: Family) -> float:
    return parts.not_yours if family is Family.NOT_MINE else parts.yours


def other(family: Family) -> Family:
    return Family.MINE if family is Family.NOT_MINE else Family.NOT_MINE


@given(some_reasons)
def test_the_parts_are_shares_of_one(reasons: list[Given]) -> None:
    parts = weigh(reasons)
    assert parts.not_yours + parts.cant_know + parts.yours == pytest.approx(1)
    assert min(parts.not_yours, parts.yours) >= 0
    assert parts.cant_know > 0


@given(some_reasons)
def test_reasons_without_a_sign_weigh_nothing(reasons: list[Given]) -> None:
    parts = weigh([(family, Sign.NONE, certainty) for family, _, certainty in reasons])
    assert parts == ThreeParts(0.0, 1.0, 0.0)


@given(some_reasons, st.randoms(use_true_random=False))
def test_order_does_not_matter(reasons: list[Given], chance: st.DataObject) -> None:
    shuffled = list(reasons)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert weigh(shuffled) == weigh(reasons)


def never_less(before: ThreeParts, after: ThreeParts, family: Family) -> None:
    slack = 1e-12
    assert of(after, family) >= of(before, family) - slack
    assert of(after, other(family)) <= of(before, other(family)) + slack
    assert after.cant_know <= before.cant_know + slack


@given(some_reasons, a_reason, st.sampled_from(Sign))
def test_a_stronger_sign_never_makes_its_part_smaller_nor_another_larger(
    rest: list[Given], reason: Given, sign: Sign
) -> None:
    family, held, certainty = reason
    weak, strong = sorted((held, sign), key=list(Sign).index)
    never_less(
        weigh([*rest, (family, weak, certainty)]),
        weigh([*rest, (family, strong, certainty)]),
        family,
    )


@given(some_reasons, a_reason)
def test_a_surer_sign_never_makes_its_part_smaller_nor_another_larger(
    rest: list[Given], reason: Given
) -> None:
    family, sign, _ = reason
    guessed = weigh([*rest, (family, sign, Certainty.GUESSED)])
    observed = weigh([*rest, (family, sign, Certainty.OBSERVED)])
    told = weigh([*rest, (family, sign, Certainty.TOLD)])
    never_less(guessed, observed, family)
    assert observed == told


@given(some_reasons, a_reason)
def test_one_more_reason_never_speaks_against_its_own_family(
    rest: list[Given], reason: Given
) -> None:
    never_less(weigh(rest), weigh([*rest, reason]), reason[0])


@given(some_reasons)
def test_the_families_are_treated_alike(reasons: list[Given]) -> None:
    mirrored = weigh([(other(family), sign, certainty) for family, sign, certainty in reasons])
    parts = weigh(reasons)
    assert (mirrored.not_yours, mirrored.yours) == (parts.yours, parts.not_yours)


@pytest.mark.parametrize(
    ("weights", "code"),
    [
        ((0, 0), "nothing_known"),
        ((1, 0), "cannot_tell"),
        ((0.5, 1.5), "cannot_tell"),
        ((2, 1), "more_not_yours"),
        ((3, 1), "more_not_yours"),
        ((1, 3), "more_yours"),
        ((3, 3), "both"),
        ((2, 2), "both"),
    ],
)
def test_the_verdict_says_what_is_largest(weights: tuple[float, float], code: str) -> None:
    total = sum(weights) + CANT_KNOW_WEIGHT
    parts = ThreeParts(weights[0] / total, CANT_KNOW_WEIGHT / total, weights[1] / total)
    assert verdict(parts) == code


@given(some_reasons)
def test_the_verdict_never_names_a_side_without_its_sign(reasons: list[Given]) -> None:
    parts = weigh(reasons)
    code = verdict(parts)
    if parts.not_yours == 0:
        assert code not in {"more_not_yours", "both"}
    if parts.yours == 0:
        assert code not in {"more_yours", "both"}


def test_only_an_offer_has_an_answer_and_it_is_open_until_given() -> None:
    day = date(2026, 11, 22)
    assert OutcomeDraft(Decision.OFFER, day).cleaned().answer is Answer.OPEN
    declined = OutcomeDraft(Decision.OFFER, day, Answer.DECLINED)
    assert declined.cleaned().answer is Answer.DECLINED
    assert OutcomeDraft(Decision.REJECTED, day, Answer.ACCEPTED).cleaned().answer is None


def test_a_day_that_has_not_come_is_refused() -> None:
    draft = OutcomeDraft(Decision.REJECTED, date(2026, 11, 23))
    assert [c.code for c in check_outcome(draft, date(2026, 11, 22))] == ["in_the_future"]
    assert check_outcome(draft, date(2026, 11, 23)) == []
