"""The entries behind timeline and search, when keys meet and when rows move."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from interview_coach.domain.kinds import EntryKind, Felt, ReviewText
from interview_coach.domain.timeline import Filters, Show, entry_key
from interview_coach.store import entries, interview, interviews, prep, review, timeline
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, check_file
from tests.stores import new_store

ALL = Filters(show=Show.EVERYTHING)


@pytest.fixture
def crowded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store in which all entries of one second want the same key, as by chance some do."""

    def without_owner(wall: datetime, kind: EntryKind, owner: str) -> int:
        return entry_key(wall, kind, owner) >> 30 << 30

    monkeypatch.setattr(entries, "entry_key", without_owner)
    store = new_store(tmp_path / "data")
    yield store
    store.close()
    check_file(tmp_path / "data" / "interview-coach.db")


def owners(store: Store) -> list[tuple[str, str]]:
    rows = store._raw_reader.execute(
        "SELECT kind, owner_id FROM entry WHERE key >= 0 ORDER BY 1, 2"
    ).fetchall()
    return [(kind, owner) for kind, owner in rows]


def test_entries_that_want_one_key_get_neighbours(crowded: Store) -> None:
    keys = [
        crowded.do(interview.add_interview, a_round(company=f"No{n}"), checklist=False)
        for n in range(5)
    ]
    for key in keys:
        crowded.do(review.set_felt, key, Felt.GOOD)
        crowded.do(review.write_review, key, ReviewText.WOULD_CHANGE, "one\ntwo\nthree")
        crowded.do(review.seal_review, key)
    # Five interviews at one time; five reviews and fifteen lessons in one second.
    before = owners(crowded)
    assert len(before) == 25
    assert len(set(crowded.ask(timeline.keys, ALL))) == 25
    for number, key in enumerate(keys):
        crowded.do(interview.set_interview_notes, key, f"word{number}")
        found = crowded.ask(timeline.keys, Filters(query=f"word{number}"))
        assert [crowded.ask(timeline.cards, [k])[k].owner_id for k in found] == [key]
    assert owners(crowded) == before
    crowded.do(interview.delete_interview, keys[0])
    # An interview, its review and three lessons less, and an opportunity without a round more.
    assert len(owners(crowded)) == 25 - 5 + 1
    crowded.undo()
    assert owners(crowded) == before
    crowded.rebuild_entries()
    assert owners(crowded) == before
    for number, key in enumerate(keys):
        found = crowded.ask(timeline.keys, Filters(query=f"word{number}"))
        assert [crowded.ask(timeline.cards, [k])[k].owner_id for k in found] == [key]


def test_moving_an_interview_moves_its_entry(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    (before,) = store.ask(timeline.keys, ALL)
    start = datetime(2026, 12, 24, 9)
    store.do(interview.reschedule_interview, key, start, "Europe/Berlin", None, 60)
    (after,) = store.ask(timeline.keys, ALL)
    assert after > before
    assert store.ask(timeline.cards, [after])[after].wall == start
    check_derived(store)
    store.undo()
    assert list(store.ask(timeline.keys, ALL)) == [before]


def test_a_tick_touches_neither_entries_nor_index(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    item = store.ask(prep.checklist, key).items[0].id
    raw = store._writer
    before = raw.total_changes
    store.do(prep.tick_item, item, done=True)
    # The row, the note of it, and the note taken away.
    assert raw.total_changes - before == 3
    check_derived(store)


def test_a_rebuild_changes_nothing_that_is_asked(full_store: Store) -> None:
    before = full_store.ask(timeline.keys, ALL), full_store.ask(interviews.interview_list)
    full_store.rebuild_entries()
    assert (full_store.ask(timeline.keys, ALL), full_store.ask(interviews.interview_list)) == before
    assert full_store.can().undo is None
