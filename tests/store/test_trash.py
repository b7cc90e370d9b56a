"""The trash: a deletion comes back whole, to its place, and nothing else with it."""

from __future__ import annotations

import pytest

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import Interviewer
from interview_coach.domain.kinds import Coverage, Decision, Felt, Section
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.trash import Thing
from interview_coach.domain.trouble import Trouble
from interview_coach.store import (
    interview,
    interviews,
    opportunity,
    outcome,
    prep,
    review,
    reviews,
    trash,
)
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump
from tests.stores import Clock


@pytest.fixture
def held(store: Store) -> str:
    """An interview with three stories and a review."""
    people = (Interviewer("Ada"), Interviewer("Björn"))
    key = store.do(interview.add_interview, a_round(interviewers=people), checklist=False)
    for text in ("first", "second", "third"):
        store.do(prep.add_item, key, PrepDraft(Section.STORY, text))
    store.do(review.set_felt, key, Felt.GOOD)
    store.do(review.add_asked, key, "Why us?")
    store.history.forget()
    return key


def stories(store: Store, key: str) -> list[str]:
    return [i.text for i in store.ask(prep.checklist, key).items]


def newest(store: Store) -> str:
    return store.ask(trash.trash_batches)[0].id


def test_a_deleted_item_comes_back_to_its_place(store: Store, held: str, clock: Clock) -> None:
    before = dump(store)
    second = store.ask(prep.checklist, held).items[1]
    store.do(prep.delete_item, second.id)
    assert stories(store, held) == ["first", "third"]
    (batch,) = store.ask(trash.trash_batches)
    assert batch.thing == Thing("prep_item", "second", "story")
    assert (batch.trashed_at, batch.company, batch.with_it) == (clock.now, "Acme", ())
    assert batch.inside is None
    assert store.do(trash.restore_batch, batch.id) == 1
    assert dump(store) == before
    assert store.ask(trash.trash_batches) == ()
    store.undo()
    assert stories(store, held) == ["first", "third"]


def test_a_deleted_interview_brings_all_its_own_back(store: Store, held: str) -> None:
    before = dump(store)
    store.do(interview.delete_interview, held)
    (batch,) = store.ask(trash.trash_batches)
    assert batch.thing == Thing("interview", "phone_screen")
    assert batch.with_it == (("prep_item", 3), ("review", 1), ("asked", 1))
    assert store.ask(trash.trash_contents, batch.id) == (
        Thing("interview", "phone_screen"),
        *(Thing("prep_item", text, "story") for text in ("first", "second", "third")),
        Thing("review", ""),
        Thing("asked", "Why us?"),
    )
    # The two interviewers came along, too.
    assert store.do(trash.restore_batch, batch.id) == 8
    assert dump(store) == before
    check_derived(store)


def test_what_was_deleted_before_stays_deleted(store: Store, held: str) -> None:
    second = store.ask(prep.checklist, held).items[1]
    store.do(prep.delete_item, second.id)
    item_batch = newest(store)
    without = dump(store)
    store.do(interview.delete_interview, held)
    batches = {b.thing.table: b for b in store.ask(trash.trash_batches)}
    assert dict(batches["interview"].with_it)["prep_item"] == 2
    assert batches["prep_item"].inside == batches["interview"].thing
    store.do(trash.restore_batch, batches["interview"].id)
    assert dump(store) == without
    assert stories(store, held) == ["first", "third"]
    store.do(trash.restore_batch, item_batch)
    assert stories(store, held) == ["first", "second", "third"]


def test_nothing_comes_back_into_something_that_is_gone(store: Store, held: str) -> None:
    store.do(prep.delete_item, store.ask(prep.checklist, held).items[1].id)
    item_batch = newest(store)
    job = store.ask(interviews.interview_head, held).opportunity_id
    store.do(interview.delete_interview, held)
    interview_batch = next(
        b.id for b in store.ask(trash.trash_batches) if b.thing.table == "interview"
    )
    store.do(opportunity.delete_opportunity, job)
    before = dump(store)
    for batch in (item_batch, interview_batch):
        with pytest.raises(Trouble) as trouble:
            store.do(trash.restore_batch, batch)
        assert trouble.value.code == "parent_in_trash"
    assert dump(store) == before
    for table in ("opportunity", "interview", "prep_item"):
        batch = next(b.id for b in store.ask(trash.trash_batches) if b.thing.table == table)
        store.do(trash.restore_batch, batch)
        check_derived(store)
    assert stories(store, held) == ["first", "second", "third"]


def test_what_it_is_in_comes_back_with_it_when_asked_for(store: Store, held: str) -> None:
    before = dump(store)
    store.do(prep.delete_item, store.ask(prep.checklist, held).items[1].id)
    item = newest(store)
    job = store.ask(interviews.interview_head, held).opportunity_id
    store.do(interview.delete_interview, held)
    store.do(opportunity.delete_opportunity, job)
    deleted = dump(store)
    store.do(trash.restore_batch, item, what_it_is_in=True)
    assert dump(store) == before
    check_derived(store)
    undo = store.can().undo
    assert undo is not None
    assert undo.args == {"table": "prep_item", "section": "story"}
    assert store.undo().place == Place("interview", held, "prepare")
    assert dump(store) == deleted


def test_after_thirty_days_it_goes_for_good_and_nothing_younger(
    store: Store, held: str, clock: Clock
) -> None:
    first, second, third = (item.id for item in store.ask(prep.checklist, held).items)
    store.do(prep.delete_item, first)
    clock.forward(days=20)
    store.do(prep.delete_item, second)
    store.history.forget()
    clock.forward(days=10)
    assert store.expire_trash() is None
    clock.forward(minutes=1)
    gone = store.expire_trash()
    assert gone is not None
    assert not gone.undoable
    assert [b.thing.title for b in store.ask(trash.trash_batches)] == ["second"]
    assert stories(store, held) == ["third"]
    check_derived(store)
    clock.forward(days=40)
    assert store.expire_trash() is not None
    assert {row[0] for row in store._raw_reader.execute("SELECT id FROM prep_item")} == {third}


def test_nothing_goes_that_can_still_be_undone(store: Store, held: str, clock: Clock) -> None:
    item = store.ask(prep.checklist, held).items[0].id
    store.do(prep.delete_item, item)
    before = dump(store)
    clock.forward(days=365)
    assert store.expire_trash() is None
    assert dump(store) == before
    store.undo()
    assert stories(store, held) == ["first", "second", "third"]


def test_nothing_goes_that_an_undo_would_name(store: Store, held: str, clock: Clock) -> None:
    # An outcome stays when its round is deleted, and an undo of it writes the round's key.
    job = store.ask(interviews.interview_head, held).opportunity_id
    draft = OutcomeDraft(Decision.OFFER, clock.now.date(), interview_id=held)
    answer = store.do(outcome.record_outcome, job, draft)
    store.do(interview.delete_interview, held)
    store.history.forget()
    clock.forward(days=31)
    store.do(outcome.note_words, answer, "Welcome")
    assert store.expire_trash() is None
    store.undo()
    store.history.forget()
    assert store.expire_trash() is not None


def test_what_is_not_in_the_trash_cannot_be_restored(store: Store, held: str) -> None:
    with pytest.raises(Trouble) as trouble:
        store.do(trash.restore_batch, "no such batch")
    assert trouble.value.code == "missing"
    store.do(prep.delete_item, store.ask(prep.checklist, held).items[0].id)
    batch = newest(store)
    store.do(trash.restore_batch, batch)
    with pytest.raises(Trouble):
        store.do(trash.restore_batch, batch)


def test_only_what_a_person_deleted_is_offered(store: Store, held: str) -> None:
    # Taking back a tick, or an interviewer, is no deletion that one would look for.
    item = store.ask(prep.checklist, held).items[0].id
    store.do(review.cover_item, held, item, Coverage.SAID)
    store.do(review.cover_item, held, item, None)
    people = store.ask(interviews.interview_head, held).interviewers
    store.do(interview.edit_interview, held, a_round(interviewers=people[:1]))
    assert store.ask(trash.trash_batches) == ()
    assert store.ask(reviews.review_form, held).planned[0].coverage is None
    store.undo()
    assert len(store.ask(interviews.interview_head, held).interviewers) == 2


def test_deletions_are_listed_newest_first(store: Store, held: str, clock: Clock) -> None:
    for item in store.ask(prep.checklist, held).items:
        store.do(prep.delete_item, item.id)
        clock.forward(minutes=1)
    assert [b.thing.title for b in store.ask(trash.trash_batches)] == ["third", "second", "first"]


def test_emptying_deletes_for_good_and_nothing_else(store: Store, held: str) -> None:
    store.do(prep.delete_item, store.ask(prep.checklist, held).items[1].id)
    other = store.do(interview.add_interview, a_round(company="Beta"))
    store.do(interview.delete_interview, other)
    live = {table: [row for row in rows if row[2] is None] for table, rows in dump(store).items()}
    assert store.do(trash.empty_trash) > 1
    assert dump(store) == live
    assert store.ask(trash.trash_batches) == ()
    assert store.can().undo is None
    check_derived(store)


def test_emptying_an_empty_trash_is_nothing(store: Store, held: str) -> None:
    before = dump(store)
    assert store.do(trash.empty_trash) == 0
    assert dump(store) == before


def test_a_sealed_reviews_text_outlives_its_planned_item(store: Store, held: str) -> None:
    item = store.ask(prep.checklist, held).items[0]
    store.do(review.cover_item, held, item.id, Coverage.LANDED)
    store.do(review.seal_review, held)
    store.do(prep.delete_item, item.id)
    store.do(trash.empty_trash)
    found = store.ask(reviews.review_form, held).planned
    assert [(p.text, p.coverage) for p in found if p.coverage] == [("first", Coverage.LANDED)]


def test_what_was_typed_about_them_goes_with_rows_that_are_gone_for_good(
    store: Store, held: str
) -> None:
    gone = store.do(interview.add_interview, a_round(company="Elsewhere"))
    for field in (f"review:{gone}:went_well", f"review:{held}:went_well", "dialog:interview:new"):
        store.scribble(field, "half a sentence")
    store.do(interview.delete_interview, gone)
    assert len(store.scribbled()) == 3
    store.do(trash.empty_trash)
    assert set(store.scribbled()) == {f"review:{held}:went_well", "dialog:interview:new"}
