"""Forecasts against answers: Brier's score and its parts, the base rate, bands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.calibration import (
    Scored,
    against_base,
    bands,
    brier,
    decompose,
    leaning,
    scores,
)
from interview_coach.domain.kinds import Decision
from interview_coach.domain.proportions import Share

START = datetime(2026, 1, 5, tzinfo=UTC)
PAIRS = st.lists(
    st.tuples(st.sampled_from([n / 10 for n in range(11)]), st.booleans()), min_size=1, max_size=60
)


def case(name: str, said: int, came: bool, sealed: int, answered: int | None = None) -> Scored:
    """A forecast sealed on day `sealed` and answered on day `answered`, by default the next."""
    on = sealed + 1 if answered is None else answered
    return Scored(name, said, came, START + timedelta(days=sealed), START + timedelta(days=on))


@st.composite
def histories(draw: st.DrawFn) -> list[Scored]:
    made = []
    for number in range(draw(st.integers(0, 40))):
        sealed = draw(st.integers(0, 60))
        answered = sealed + draw(st.integers(0, 30))
        said, came = draw(st.integers(0, 100)), draw(st.booleans())
        made.append(case(str(number), said, came, sealed, answered))
    return made


@pytest.mark.parametrize(
    ("decision", "yes"),
    [
        (Decision.ADVANCED, True),
        (Decision.OFFER, True),
        (Decision.REJECTED, False),
        (Decision.WITHDREW, None),
        (Decision.CANCELLED, None),
        (None, None),
    ],
)
def test_what_is_scored(decision: Decision | None, yes: bool | None) -> None:
    assert scores(decision) is yes


@pytest.mark.parametrize(
    ("pairs", "score"),
    [
        ([(1.0, True)], 0.0),
        ([(1.0, False)], 1.0),
        ([(0.5, True), (0.5, False)], 0.25),
        # The usual example: 70 % chance of rain, and it rains; 30 %, and it does.
        ([(0.7, True)], 0.09),
        ([(0.3, True)], 0.49),
        ([(0.9, True), (0.7, True), (0.4, False), (0.2, False)], 0.075),
    ],
)
def test_the_brier_score(pairs: list[tuple[float, bool]], score: float) -> None:
    assert brier(pairs) == pytest.approx(score)


def test_the_parts_of_a_score_by_hand() -> None:
    # Ten times 80 % with six yes, ten times 20 % with two: 40 % came true overall.
    pairs = [(0.8, n < 6) for n in range(10)] + [(0.2, n < 2) for n in range(10)]
    parts = decompose(pairs)
    assert parts.reliability == pytest.approx((0.2**2 + 0.0) / 2)
    assert parts.resolution == pytest.approx((0.2**2 + 0.2**2) / 2)
    assert parts.uncertainty == pytest.approx(0.24)
    assert parts.score == pytest.approx(brier(pairs))


@given(PAIRS)
def test_the_parts_add_up_to_the_score(pairs: list[tuple[float, bool]]) -> None:
    parts = decompose(pairs)
    assert parts.score == pytest.approx(brier(pairs), abs=1e-12)
    assert min(parts.reliability, parts.resolution, parts.uncertainty) >= 0
    assert parts.resolution <= parts.uncertainty + 1e-12


@pytest.mark.parametrize("score", [brier, decompose])
def test_no_score_of_nothing(score: object) -> None:
    assert callable(score)
    with pytest.raises(ValueError, match="at least one"):
        score([])


def test_a_base_rate_knows_only_answers_that_had_come() -> None:
    history = [
        case("first", 90, True, 0, 1),
        case("second", 80, False, 2, 9),
        # Its base rate is one of one: the second had no answer yet.
        case("third", 60, True, 5, 6),
    ]
    found = against_base(history)
    assert found is not None
    assert found.cases == 2
    assert found.base == pytest.approx(((1 - 0) ** 2 + (1 - 1) ** 2) / 2)
    assert found.mine == pytest.approx((0.8**2 + 0.4**2) / 2)


def test_without_an_earlier_answer_there_is_no_base_rate() -> None:
    assert against_base([]) is None
    assert against_base([case("one", 50, True, 0), case("two", 50, True, 1)]) is None


def test_what_comes_later_changes_no_earlier_base_rate() -> None:
    history = [case(str(n), 50, n % 2 == 0, 2 * n) for n in range(6)]
    first = against_base(history[:4])
    whole = against_base(history)
    assert first is not None
    assert whole is not None
    assert whole.base * whole.cases - first.base * first.cases == pytest.approx(
        (0.5 - 1) ** 2 + (3 / 5) ** 2
    )


def test_bands_hold_what_was_said_alike() -> None:
    history = [case("a", 0, False, 0), case("b", 19, True, 1), case("c", 20, True, 2)]
    history += [case("d", 100, True, 3), case("e", 80, False, 4)]
    found = [(band.said, band.share, band.interview_ids) for band in bands(history)]
    assert found == [
        (9.5, Share(1, 2), ("a", "b")),
        (20.0, Share(1, 1), ("c",)),
        (90.0, Share(1, 2), ("d", "e")),
    ]


@given(histories(), st.randoms())
def test_calibration_does_not_depend_on_the_order(history: list[Scored], chance: object) -> None:
    mixed = list(history)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert bands(mixed) == bands(history)
    assert leaning(mixed) == leaning(history)
    one, other = against_base(mixed), against_base(history)
    assert (one is None) == (other is None)
    if one and other:
        assert one.cases == other.cases
        assert (one.mine, one.base) == pytest.approx((other.mine, other.base))


@given(histories())
def test_every_forecast_is_in_one_band(history: list[Scored]) -> None:
    found = bands(history)
    assert sorted(key for band in found for key in band.interview_ids) == sorted(
        one.interview_id for one in history
    )


@pytest.mark.parametrize(
    ("said", "yes", "cases", "code"),
    [
        (80, 2, 4, "too_few"),
        (80, 2, 12, "optimistic"),
        (20, 10, 12, "pessimistic"),
        (80, 7, 11, "perhaps_optimistic"),
        (40, 7, 11, "perhaps_pessimistic"),
        (60, 7, 11, "close"),
    ],
)
def test_the_sentence_about_the_whole(said: int, yes: int, cases: int, code: str) -> None:
    assert leaning([case(str(n), said, n < yes, n) for n in range(cases)]) == code
