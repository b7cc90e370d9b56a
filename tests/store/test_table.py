"""A table taken in: one deed, undone in one step, and twice the same as once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from interview_coach.domain.interview import InterviewList, OpportunityDraft, Standing
from interview_coach.domain.kinds import Answer, Decision, InterviewKind
from interview_coach.domain.table import Fate
from interview_coach.domain.table_rows import Row
from interview_coach.store import interviews, opportunity, table
from interview_coach.store.store import Store
from tests.store.dumps import dump
from tests.stores import new_store

ZONE = "Europe/Berlin"
UNDATED = date(2026, 11, 1)
BAKER = Row(2, "a", OpportunityDraft("Tarn", "Baker", sent_on=date(2026, 3, 4), notes="Nice"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "data")
    yield made
    made.close()


def take(store: Store, *rows: Row) -> int:
    return store.do(table.import_table, rows, ZONE, 10, UNDATED)


def listed(store: Store) -> InterviewList:
    return store.ask(interviews.interview_list)


def test_rows_become_opportunities_and_twice_is_once(store: Store) -> None:
    before = dump(store)
    assert (
        take(store, BAKER, replace(BAKER, key="b", draft=OpportunityDraft("Wren", "Steward"))) == 2
    )
    once = dump(store)
    assert take(store, BAKER) == 0
    assert dump(store) == once
    assert store.ask(table.imported_keys) == {"a", "b"}
    store.undo()
    assert dump(store) == before
    assert store.ask(table.imported_keys) == frozenset()


def test_what_was_deleted_can_be_imported_again(store: Store) -> None:
    take(store, BAKER)
    store.do(opportunity.delete_opportunity, listed(store).no_round[0].id)
    assert store.ask(table.imported_keys) == frozenset()
    assert take(store, BAKER) == 1


@pytest.mark.parametrize(
    ("fate", "decision", "answer"),
    [
        (Fate.OFFER, Decision.OFFER, Answer.OPEN),
        (Fate.ACCEPTED, Decision.OFFER, Answer.ACCEPTED),
        (Fate.DECLINED, Decision.OFFER, Answer.DECLINED),
        (Fate.REJECTED, Decision.REJECTED, None),
        (Fate.WITHDREW, Decision.WITHDREW, None),
        (Fate.CANCELLED, Decision.CANCELLED, None),
        (Fate.APPLIED, None, None),
        (Fate.SAVED, None, None),
        (Fate.INTERVIEWING, None, None),
        (None, None, None),
    ],
)
def test_a_state_becomes_an_outcome_or_none(
    store: Store, fate: Fate | None, decision: Decision | None, answer: Answer | None
) -> None:
    take(store, replace(BAKER, fate=fate))
    rows = store._raw_reader.execute("SELECT decision, answer, decided_on FROM outcome").fetchall()
    expected = (
        [(decision.value, answer.value if answer else None, "2026-11-01")] if decision else []
    )
    assert rows == expected
    assert listed(store).no_round[0].archived is False


def test_the_day_in_the_table_counts_before_any_other(store: Store) -> None:
    take(store, replace(BAKER, fate=Fate.REJECTED, decided_on=date(2026, 4, 1)))
    assert store._raw_reader.execute("SELECT decided_on FROM outcome").fetchall() == [
        ("2026-04-01",)
    ]


def test_what_was_put_aside_is_archived(store: Store) -> None:
    take(store, replace(BAKER, fate=Fate.ARCHIVED))
    assert listed(store).no_round[0].archived


def test_rounds_of_one_job_come_together(store: Store) -> None:
    first = replace(
        BAKER,
        start=datetime(2026, 3, 9, 14, 30),
        timed=True,
        kind=InterviewKind.PHONE_SCREEN,
        fate=Fate.REJECTED,
    )
    second = replace(
        first, key="b", start=datetime(2026, 3, 20), timed=False, kind=InterviewKind.PANEL
    )
    other = replace(first, key="c", draft=replace(BAKER.draft, sent_on=date(2025, 1, 1)))
    take(store, first, second, other)
    rows = store._raw_reader.execute("SELECT start, kind FROM interview ORDER BY start").fetchall()
    assert rows == [
        ("2026-03-09T14:30", "phone_screen"),
        ("2026-03-09T14:30", "phone_screen"),
        ("2026-03-20T10:00", "panel"),
    ]
    # Another application is another opportunity; the same answer is recorded once.
    assert store._raw_reader.execute("SELECT count(*) FROM opportunity").fetchone() == (2,)
    assert store._raw_reader.execute("SELECT count(*) FROM outcome").fetchone() == (2,)


def test_an_hour_that_clocks_skip_is_the_next_one(store: Store) -> None:
    take(store, replace(BAKER, start=datetime(2026, 3, 29, 2, 30), timed=True))
    assert store._raw_reader.execute("SELECT start FROM interview").fetchone() == (
        "2026-03-29T03:30",
    )


def test_a_job_that_is_here_is_joined_and_keeps_what_was_written(store: Store) -> None:
    mine = OpportunityDraft("tarn", "baker", notes="Mine", pay="much")
    key = store.do(opportunity.add_opportunity, mine)
    take(store, replace(BAKER, start=datetime(2026, 12, 1, 9), timed=True))
    draft = store.ask(opportunity.opportunity_head, key).draft
    assert (draft.company, draft.title, draft.notes, draft.pay) == ("tarn", "baker", "Mine", "much")
    assert draft.sent_on == date(2026, 3, 4)
    assert listed(store).upcoming[0].opportunity_id == key
    assert listed(store).upcoming[0].standing is Standing.UPCOMING


def test_a_job_that_is_over_is_not_joined(store: Store) -> None:
    take(store, replace(BAKER, fate=Fate.REJECTED))
    take(store, replace(BAKER, key="b"))
    assert store._raw_reader.execute("SELECT count(*) FROM opportunity").fetchone() == (2,)


def test_many_rows_are_one_step(store: Store) -> None:
    rows = [
        replace(BAKER, key=str(n), draft=OpportunityDraft(f"Company {n % 40}", f"Role {n}"))
        for n in range(300)
    ]
    assert take(store, *rows) == 300
    store.undo()
    assert store.can().undo is None
    assert listed(store).no_round == ()


def test_what_stops_it_takes_all_of_it_back(store: Store) -> None:
    before = dump(store)

    def told(done: int, _total: int) -> None:
        if done == 1:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.do(table.import_table, [BAKER, replace(BAKER, key="b")], ZONE, 10, UNDATED, told)
    assert dump(store) == before
    assert store.can().undo is None
