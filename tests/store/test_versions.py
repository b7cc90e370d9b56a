"""Long texts keep their earlier versions: by the deed that changes them, undone and trashed with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Felt, LibraryKind, ReviewText, Section
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import (
    document,
    interview,
    interviews,
    library,
    opportunity,
    prep,
    review,
    reviews,
    trash,
    versions,
)
from interview_coach.store.deeds import Writer
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump
from tests.stores import Clock


@pytest.fixture
def held(store: Store) -> str:
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(review.set_felt, key, Felt.GOOD)
    store.history.forget()
    return key


def review_of(store: Store, key: str) -> str:
    row = store._raw_reader.execute("SELECT id FROM review WHERE interview_id = ?", (key,))
    return str(row.fetchone()[0])


def earlier(store: Store, field: str, owner: str) -> list[str]:
    return [v.text for v in store.ask(versions.versions, field, owner).earlier]


def write(store: Store, clock: Clock, held: str, *texts: str) -> str:
    """Write a review's text again and again, ten minutes apart; gives the review."""
    for text in texts:
        store.do(review.write_review, held, ReviewText.WENT_WELL, text)
        clock.forward(minutes=10)
    return review_of(store, held)


def test_what_was_written_before_is_kept_newest_first(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "one two", "three")
    found = store.ask(versions.versions, "review.went_well", key)
    assert found.text == "three"
    assert [v.text for v in found.earlier] == ["one two", "one"]
    assert (clock.now - found.earlier[0].until).total_seconds() == 600
    assert not found.fixed


def test_an_empty_text_and_the_same_text_leave_no_version(store: Store, held: str) -> None:
    store.do(review.write_review, held, ReviewText.WENT_WELL, "one")
    store.do(review.write_review, held, ReviewText.WENT_WELL, "one")
    assert earlier(store, "review.went_well", review_of(store, held)) == []


def test_undo_takes_the_version_back_and_redo_brings_it(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "two")
    after = dump(store)
    store.undo()
    found = store.ask(versions.versions, "review.went_well", key)
    assert (found.text, found.earlier) == ("one", ())
    store.redo()
    assert dump(store) == after
    assert earlier(store, "review.went_well", key) == ["one"]


def test_restoring_is_a_deed_that_keeps_what_stood_there(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "two", "three")
    before = dump(store)
    oldest = store.ask(versions.versions, "review.went_well", key).earlier[-1]
    store.do(versions.restore_version, oldest.id)
    assert store.ask(reviews.review_form, held).went_well == "one"
    assert earlier(store, "review.went_well", key) == ["three", "two", "one"]
    undo = store.can().undo
    assert undo is not None
    assert (undo.code, undo.args) == ("restore_version", {"field": "review.went_well"})
    assert store.undo().place == Place("interview", held, "review")
    assert dump(store) == before


def test_a_sealed_review_shows_its_versions_and_lets_none_be_restored(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "two")
    store.do(review.seal_review, held)
    found = store.ask(versions.versions, "review.went_well", key)
    assert found.fixed
    before = dump(store)
    with pytest.raises(Trouble) as trouble:
        store.do(versions.restore_version, found.earlier[0].id)
    assert trouble.value.code == "sealed"
    assert dump(store) == before


def test_every_listed_text_keeps_its_versions(store: Store, clock: Clock) -> None:
    job = store.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Engineer"))
    held = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(prep.add_item, held, PrepDraft(Section.STORY, "The outage"))
    store.do(review.set_felt, held, Felt.GOOD)
    story = LibraryDraft(LibraryKind.STORY, "The outage")
    store.do(library.add_library_item, story)
    people = "INSERT INTO person SELECT 'p' || id, created_at, changed_at, NULL, NULL, id, 'Ada', '', '' FROM company"
    store._writer.execute(people)
    store.rebuild_entries()
    assert job

    for table, columns in LONG_TEXTS.items():
        (key,) = store._raw_reader.execute(f"SELECT id FROM {table} LIMIT 1").fetchone()
        row = next(r for r in versions._CLASSES if r == table)
        for column in columns:
            for text in ("first", "second"):
                store.do(_set(row, key, column, text))
                clock.forward(minutes=10)
            field = f"{table}.{column}"
            assert earlier(store, field, key) == ["first"], field
            oldest = store.ask(versions.versions, field, key).earlier[0]
            store.do(versions.restore_version, oldest.id)
            assert store.ask(versions.versions, field, key).text == "first"
    check_derived(store)


def _set(table: str, key: str, column: str, text: str) -> Callable[[Writer], None]:
    def run(w: Writer) -> None:
        w.change(w.get(versions._CLASSES[table], key), **{column: text})

    run.deed = versions.restore_version.deed  # type: ignore[attr-defined]
    return run


def test_versions_go_to_the_trash_and_come_back_with_what_they_belong_to(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "two")
    before = dump(store)
    store.do(interview.delete_interview, held)
    with pytest.raises(Trouble):
        store.ask(versions.versions, "review.went_well", key)
    assert store.ask(document.everything)[1]["version"] == []
    (batch,) = store.ask(trash.trash_batches)
    store.do(trash.restore_batch, batch.id)
    assert dump(store) == before
    assert earlier(store, "review.went_well", key) == ["one"]


def test_versions_go_for_good_when_the_trash_is_emptied(
    store: Store, held: str, clock: Clock
) -> None:
    write(store, clock, held, "one", "two")
    store.do(interview.delete_interview, held)
    store.do(trash.empty_trash)
    assert dump(store)["version"] == []


def test_versions_are_in_the_exported_document(store: Store, held: str, clock: Clock) -> None:
    key = write(store, clock, held, "one", "two")
    (row,) = store.ask(document.everything)[1]["version"]
    assert (row["owner_id"], row["field"], row["text"]) == (key, "review.went_well", "one")


def test_old_versions_are_thinned_and_undo_brings_them_back(
    store: Store, held: str, clock: Clock
) -> None:
    key = write(store, clock, held, "one", "one and", "one and a half", "two")
    clock.forward(days=3)
    before = dump(store)
    store.do(review.write_review, held, ReviewText.WENT_WELL, "three")
    # Of the evening three days ago the first stays, and the longest.
    assert earlier(store, "review.went_well", key) == ["two", "one and a half", "one"]
    store.undo()
    assert dump(store) == before


def test_a_text_that_a_deed_makes_and_changes_leaves_no_version(store: Store) -> None:
    key = store.do(interview.add_interview, a_round(notes="first"), checklist=False)
    head = store.ask(interviews.interview_head, key)
    assert head.notes == "first"
    assert earlier(store, "interview.notes", key) == []


def test_only_listed_texts_can_be_asked_for(store: Store, held: str) -> None:
    for field in ("review.id", "sqlite_master.sql", "review", "setting.value; --"):
        with pytest.raises(Trouble):
            store.ask(versions.versions, field, held)


def test_every_listed_text_is_a_column() -> None:
    columns = {table.name: {c.name for c in table.columns} for table in KEPT}
    for table, names in LONG_TEXTS.items():
        assert set(names) <= columns[table]
