"""Postings taken in: one deed, found again by address and by name, and never a requirement twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Decision, Strength
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.posting import Because
from interview_coach.domain.timeline import Filters, Show
from interview_coach.domain.trouble import Invalid
from interview_coach.store import opportunity, outcome, posting, timeline
from interview_coach.store.store import Store
from tests.stores import NOW, new_store

DRAFT = OpportunityDraft(
    "Tarn",
    "Baker",
    "Bread, early.",
    "https://jobs.example.com/7?utm_source=mail",
    place="Lower Vale",
    posted_on=date(2026, 11, 1),
    closes_on=date(2026, 12, 1),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "data")
    yield made
    made.close()


def wanted(store: Store, key: str) -> list[tuple[str, str]]:
    rows = store._raw_reader.execute(
        "SELECT text, strength FROM requirement WHERE opportunity_id = ? AND trashed_at IS NULL "
        "ORDER BY position",
        (key,),
    )
    return [tuple(row) for row in rows]


def test_it_becomes_an_opportunity_with_its_requirements_in_one_step(store: Store) -> None:
    key = store.do(posting.take_posting, DRAFT, ("An oven", "Patience", "an oven"))
    assert store.ask(opportunity.opportunity_head, key).draft == DRAFT
    assert wanted(store, key) == [("An oven", "gap"), ("Patience", "gap")]
    store.undo()
    assert store.can().undo is None
    assert wanted(store, key) == []


def test_a_known_one_is_brought_up_to_date(store: Store) -> None:
    key = store.do(
        opportunity.add_opportunity, OpportunityDraft("Tarn Bakery", "Baker", notes="Mine")
    )
    store.do(opportunity.add_requirement, key, "An oven", "At home", Strength.STRONG)
    assert store.do(posting.take_posting, DRAFT, ("an oven", "Patience"), key) == key
    draft = store.ask(opportunity.opportunity_head, key).draft
    assert (draft.company, draft.notes, draft.place) == ("Tarn Bakery", "Mine", "Lower Vale")
    assert wanted(store, key) == [("An oven", "strong"), ("Patience", "gap")]


def test_what_is_unsound_is_refused_whole(store: Store) -> None:
    with pytest.raises(Invalid):
        store.do(posting.take_posting, DRAFT, ("a" * 501,))
    with pytest.raises(Invalid):
        store.do(posting.take_posting, OpportunityDraft("", "Baker"), ())
    assert store.can().undo is None


def test_the_same_address_and_the_same_name_are_found(store: Store) -> None:
    key = store.do(posting.take_posting, DRAFT)
    other = store.do(opportunity.add_opportunity, OpportunityDraft("tarn", "BAKER"))
    by_address = store.ask(posting.alike, "http://www.jobs.example.com/7/", "Else", "Else")
    assert [(a.id, a.because) for a in by_address] == [(key, Because.ADDRESS)]
    both = store.ask(posting.alike, DRAFT.posting_url, " Tarn ", "baker")
    assert [(a.id, a.because) for a in both] == [(key, Because.ADDRESS), (other, Because.NAME)]
    assert store.ask(posting.alike, "", "Tarn", "") == ()
    assert store.ask(posting.alike, "", "", "") == ()


def test_it_is_said_whether_one_is_over(store: Store) -> None:
    key = store.do(posting.take_posting, DRAFT)
    store.do(outcome.record_outcome, key, OutcomeDraft(Decision.REJECTED, NOW.date()))
    store.do(opportunity.archive_opportunity, key)
    (found,) = store.ask(posting.alike, DRAFT.posting_url, "", "")
    assert (found.decided, found.archived) == (True, True)
    store.do(opportunity.delete_opportunity, key)
    assert store.ask(posting.alike, DRAFT.posting_url, "Tarn", "Baker") == ()


def test_where_it_is_can_be_searched(store: Store) -> None:
    store.do(posting.take_posting, DRAFT)
    found = store.ask(timeline.count, Filters(show=Show.EVERYTHING, query="lower vale"))
    assert found == 1


def test_requirements_are_added_together(store: Store) -> None:
    key = store.do(posting.take_posting, DRAFT, ("An oven",))
    assert store.do(posting.add_requirements, key, ("Patience", "AN OVEN", " ")) == 1
    assert [text for text, _ in wanted(store, key)] == ["An oven", "Patience"]
    store.undo()
    assert [text for text, _ in wanted(store, key)] == ["An oven"]
