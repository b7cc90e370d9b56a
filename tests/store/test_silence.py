"""Silence: derived from dates, put aside in one step, and never an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Decision, Felt
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.store import interview, interviews, outcome, review
from interview_coach.store.settings import set_setting
from interview_coach.store.silence import SETTING, put_aside_silent, quiet_after, silent
from interview_coach.store.store import Store
from tests.stores import NOW, new_store

TODAY = NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "store")
    yield made
    made.close()


def held(store: Store, company: str, days_ago: int, promised: date | None = None) -> str:
    """An interview that was held so long ago; its opportunity."""
    start = datetime.combine(TODAY - timedelta(days=days_ago), datetime.min.time())
    draft = InterviewDraft(company, "Editor", start.replace(hour=10), "UTC")
    key = store.do(interview.add_interview, draft, checklist=False)
    if promised is not None:
        store.do(review.set_felt, key, Felt.GOOD)
        store.do(review.set_promised, key, promised)
        store.do(review.seal_review, key)
    return store.ask(interviews.interview_head, key).opportunity_id


def quiet_ones(store: Store) -> list[str]:
    return [one.company for one in store.ask(silent, TODAY, UTC)]


def test_what_is_quiet_counts_from_interview_and_promise(store: Store) -> None:
    held(store, "Long ago", 60)
    held(store, "Just now", 5)
    held(store, "Promised", 60, TODAY - timedelta(days=10))
    held(store, "Promised and passed", 90, TODAY - timedelta(days=45))
    assert quiet_ones(store) == ["Promised and passed", "Long ago"]
    store.do(set_setting, SETTING, "7")
    assert quiet_ones(store) == ["Promised and passed", "Long ago", "Promised"]


@pytest.mark.parametrize("text", ["", "x", "0", "6", "366", "-8", "²"])
def test_a_threshold_that_is_none_is_the_usual_one(store: Store, text: str) -> None:
    store.do(set_setting, SETTING, text)
    assert store.ask(quiet_after) == 30


def test_an_answer_a_later_round_and_the_archive_end_the_silence(store: Store) -> None:
    answered, followed = held(store, "Answered", 60), held(store, "Followed", 60)
    held(store, "Silent", 60)
    draft = OutcomeDraft(Decision.REJECTED, TODAY - timedelta(days=50))
    store.do(outcome.record_outcome, answered, draft)
    later = InterviewDraft(
        "Followed", "Editor", datetime(2026, 12, 1, 9), "UTC", opportunity_id=followed
    )
    store.do(interview.add_interview, later, checklist=False)
    assert quiet_ones(store) == ["Silent"]


def test_all_are_put_aside_in_one_step_without_an_outcome(store: Store) -> None:
    jobs = [held(store, "One", 60), held(store, "Two", 70)]
    assert store.do(put_aside_silent, jobs) == 2
    assert quiet_ones(store) == []
    assert store._raw_reader.execute("SELECT count(*) FROM outcome").fetchone() == (0,)
    assert store.do(put_aside_silent, jobs) == 0
    store.undo()
    assert quiet_ones(store) == ["Two", "One"]
