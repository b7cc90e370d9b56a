"""Insights of a real store: what is counted, what filters mean, and that it can be given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.domain.courses import Stage
from interview_coach.domain.insights import Filters, Insights
from interview_coach.domain.interview import InterviewDraft, OpportunityDraft
from interview_coach.domain.kinds import Answer, Decision, Felt, InterviewKind, LessonState
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.proportions import Share
from interview_coach.store import interview, opportunity, outcome, review
from interview_coach.store.insights import insights
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "store", Clock())
    yield made
    made.close()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "sample", sample=True)
    yield made
    made.close()


def hold(
    store: Store,
    company: str,
    *,
    days_ago: int = 10,
    kind: InterviewKind = InterviewKind.PANEL,
    forecast: int | None = 70,
    job: str | None = None,
) -> str:
    """An interview that was held and whose review is sealed; its id."""
    start = datetime.combine(NOW.date() - timedelta(days=days_ago), datetime.min.time())
    draft = InterviewDraft(
        company=company,
        title="Editor",
        start=start.replace(hour=10),
        zone="Europe/Berlin",
        kind=kind,
        opportunity_id=job,
    )
    key = store.do(interview.add_interview, draft, checklist=False)
    store.do(review.set_felt, key, Felt.GOOD)
    if forecast is not None:
        store.do(review.set_forecast, key, forecast)
    store.do(review.seal_review, key)
    return key


def job_of(store: Store, key: str) -> str:
    sql = "SELECT opportunity_id FROM interview WHERE id = ?"
    return str(store._raw_reader.execute(sql, (key,)).fetchone()[0])


def answer(
    store: Store, key: str, decision: Decision, said: Answer | None = None, days_ago: int = 2
) -> str:
    clock = store.clock
    assert isinstance(clock, Clock)
    clock.forward(minutes=1)
    on = NOW.date() - timedelta(days=days_ago)
    draft = OutcomeDraft(decision, on, said, interview_id=key)
    return store.do(outcome.record_outcome, job_of(store, key), draft)


def stages(found: Insights) -> dict[Stage, int]:
    return {one.stage: one.opportunities for one in found.reached}


def test_an_empty_store_has_nothing_to_tell(store: Store) -> None:
    found = store.ask(insights)
    assert (found.interviews, found.reviewed, found.forecasts.leaning) == (0, 0, "too_few")
    assert stages(found) == dict.fromkeys(Stage, 0)
    assert (found.asked, found.lands, found.noes.total, found.wait.waits) == ((), (), 0, 0)


def test_an_answer_scores_the_forecast_that_came_before_it(store: Store) -> None:
    first = hold(store, "Aurelia")
    answer(store, first, Decision.REJECTED)
    hold(store, "Brightwater")
    found = store.ask(insights)
    assert (found.interviews, found.reviewed, found.forecasts.scored) == (2, 2, 1)
    assert [band.interview_ids for band in found.forecasts.bands] == [(first,)]
    assert [one.went_on.share for one in found.felt] == [Share(0, 1)]
    assert found.noes.cant_know == (first,)


def test_an_answer_to_the_whole_opportunity_is_that_of_its_last_round(store: Store) -> None:
    first = hold(store, "Aurelia", days_ago=20, kind=InterviewKind.PHONE_SCREEN)
    job = job_of(store, first)
    second = hold(store, "Aurelia", days_ago=9, job=job)
    on = NOW.date() - timedelta(days=4)
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.REJECTED, on))
    found = store.ask(insights)
    assert found.noes.cant_know == (second,)
    # The first led on to the second, which came about after it was sealed or is no forecast.
    assert [one.went_on.share for one in found.felt] == [Share(1, 2)]
    assert stages(found)[Stage.DEPTH] == 1


def test_my_own_no_is_never_among_theirs(store: Store) -> None:
    withdrew, declined = hold(store, "Aurelia"), hold(store, "Brightwater")
    answer(store, withdrew, Decision.WITHDREW)
    answer(store, declined, Decision.OFFER, Answer.DECLINED)
    found = store.ask(insights)
    assert found.noes.total == 0
    assert set(found.my_noes) == {withdrew, declined}
    assert stages(found)[Stage.OFFER] == 1


def test_what_is_still_open_is_a_wait_that_is_not_over(store: Store) -> None:
    answer(store, hold(store, "Aurelia", days_ago=12), Decision.REJECTED, days_ago=5)
    hold(store, "Brightwater", days_ago=30)
    found = store.ask(insights)
    assert (found.wait.waits, found.wait.answered, found.wait.longest) == (2, 1, 30)
    assert [(step.days, step.at_risk) for step in found.wait_curve] == [(7, 2)]


def test_what_was_called_off_or_is_to_come_is_not_counted(store: Store) -> None:
    key = hold(store, "Aurelia")
    store.do(interview.mark_not_held, key)
    store.do(
        interview.add_interview,
        InterviewDraft("Brightwater", "Editor", datetime(2027, 1, 5, 9), "Europe/Berlin"),
    )
    assert store.ask(insights).interviews == 0


def test_an_opportunity_without_a_round_stands_at_the_beginning(store: Store) -> None:
    store.do(opportunity.add_opportunity, OpportunityDraft("Aurelia", "Editor"))
    found = stages(store.ask(insights))
    assert (found[Stage.OPPORTUNITY], found[Stage.SCREEN]) == (1, 0)


def test_filters_mean_interviews_and_their_opportunities(store: Store) -> None:
    old = hold(store, "Aurelia", days_ago=90, kind=InterviewKind.PHONE_SCREEN)
    new = hold(store, "Brightwater", days_ago=9)
    answer(store, old, Decision.REJECTED)
    answer(store, new, Decision.REJECTED)
    company = store._raw_reader.execute("SELECT id FROM company WHERE name = 'Aurelia'").fetchone()
    since = NOW.date() - timedelta(days=30)
    for filters, kept in (
        (Filters(), {old, new}),
        (Filters(since=since), {new}),
        (Filters(kinds=frozenset([InterviewKind.PHONE_SCREEN])), {old}),
        (Filters(company_id=company[0]), {old}),
    ):
        found = store.ask(insights, filters)
        assert set(found.noes.cant_know) == kept
        assert found.interviews == len(kept) == stages(found)[Stage.OPPORTUNITY]
        assert found.wait.waits == len(kept)


def test_the_trash_is_not_counted(store: Store) -> None:
    key = hold(store, "Aurelia")
    answer(store, key, Decision.REJECTED)
    store.do(interview.delete_interview, key)
    found = store.ask(insights)
    assert (found.interviews, found.forecasts.scored) == (0, 0)


def test_the_sample_fills_every_part(sample: Store) -> None:
    found = sample.ask(insights)
    assert found.forecasts.parts is not None
    assert found.forecasts.base is not None
    assert found.asked
    assert found.lands
    assert found.noes.not_yours
    assert found.noes.yours
    assert found.wait.median is not None
    assert {one.state for one in found.lessons} >= {LessonState.OPEN, LessonState.DONE}
    assert found.prepared


def test_it_says_how_far_it_is_and_can_be_given_up(sample: Store) -> None:
    told: list[tuple[int, int]] = []
    sample.ask(insights, Filters(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]

    def enough(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sample.ask(insights, Filters(), enough)
    assert sample.ask(insights).interviews


def test_since_is_a_day_of_the_wall_clock(store: Store) -> None:
    hold(store, "Aurelia", days_ago=9)
    day = NOW.date() - timedelta(days=9)
    assert store.ask(insights, Filters(since=day)).interviews == 1
    assert store.ask(insights, Filters(since=date.fromordinal(day.toordinal() + 1))).interviews == 0
