"""What was known before the answer, and what can be sealed when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Decision, Felt
from interview_coach.domain.outcome import OutcomeDraft, knew_before
from interview_coach.domain.trouble import Invalid
from interview_coach.store import interview, interviews, outcome, outcomes, review, reviews
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = new_store(tmp_path, clock)
    yield opened
    opened.close()


def held(store: Store, start: datetime) -> str:
    return store.do(
        interview.add_interview,
        InterviewDraft("Fieldstone", "Data Engineer", start, "Europe/Berlin"),
    )


def answer(store: Store, key: str) -> None:
    opportunity = store.ask(interviews.interview_head, key).opportunity_id
    draft = OutcomeDraft(Decision.REJECTED, date(2026, 11, 22), interview_id=key)
    store.do(outcome.record_outcome, opportunity, draft)


@pytest.mark.parametrize(
    ("sealed", "recorded", "knew"),
    [
        (None, None, False),
        (None, NOW, False),
        (NOW, None, True),
        (NOW, NOW + timedelta(minutes=1), True),
        (NOW, NOW, False),
        (NOW, NOW - timedelta(days=1), False),
    ],
)
def test_when_a_review_knew_nothing_of_the_answer(
    sealed: datetime | None, recorded: datetime | None, knew: bool
) -> None:
    assert knew_before(sealed, recorded) is knew


def test_a_review_sealed_before_the_answer_stands_beside_it(store: Store, clock: Clock) -> None:
    key = held(store, datetime(2026, 11, 20, 10, 0))
    store.do(review.set_forecast, key, 80)
    store.do(review.seal_review, key)
    clock.forward(days=1)
    answer(store, key)
    assert store.ask(outcomes.debrief, key).forecast == 80


def test_one_sealed_after_it_does_not(store: Store, clock: Clock) -> None:
    key = held(store, datetime(2026, 11, 20, 10, 0))
    store.do(review.set_felt, key, Felt.GOOD)
    store.do(review.set_forecast, key, 80)
    answer(store, key)
    clock.forward(minutes=5)
    store.do(review.seal_review, key)
    told = store.ask(outcomes.debrief, key)
    assert (told.sealed_at, told.forecast, told.felt) == (None, None, None)
    assert store.can().undo is None, "the seal is final at once when the answer is known"


def test_nothing_is_forecast_once_the_answer_is_known(store: Store) -> None:
    key = held(store, datetime(2026, 11, 20, 10, 0))
    answer(store, key)
    with pytest.raises(Invalid) as refused:
        store.do(review.set_forecast, key, 5)
    assert [c.code for c in refused.value.complaints] == ["answered"]
    store.do(review.set_felt, key, Felt.GOOD)
    assert store.ask(reviews.review_form, key).answered


def test_nothing_is_sealed_before_it_has_begun(store: Store, clock: Clock) -> None:
    key = held(store, datetime(2026, 11, 24, 10, 0))
    store.do(review.set_felt, key, Felt.GOOD)
    with pytest.raises(Invalid) as refused:
        store.do(review.seal_review, key)
    assert [c.code for c in refused.value.complaints] == ["not_begun"]
    assert [row.id for row in store.ask(interviews.interview_list).upcoming] == [key]
    # One that ended early can be sealed before its time is over.
    clock.now = datetime.fromisoformat("2026-11-24T09:05:00+00:00")
    store.do(review.seal_review, key)
    assert store.ask(reviews.review_form, key).sealed_at == clock.now
