"""Each released schema's saved store opens in today's program, with all that was in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from interview_coach.domain.timeline import Filters, Show
from interview_coach.store import (
    backup,
    document,
    first,
    interviews,
    prep,
    settings,
    timeline,
    trash,
)
from interview_coach.store.opening import FILE_NAME, SCHEMA, connect, open_store
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, check_file, dump
from tests.stores import NOW, Clock, new_store
from tests.upgrades.saving import make, saved


@dataclass(frozen=True)
class Kept:
    """How much of what lies in a saved store, outside the trash, and what was typed in it."""

    counts: dict[str, int]
    batches: int
    entries: int


RELEASED = {
    1: Kept(
        counts={
            "company": 18,
            "opportunity": 4,
            "person": 33,
            "requirement": 12,
            "interview": 9,
            "interviewer": 15,
            "prep_item": 79,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "signal": 12,
            "remark": 3,
            "lesson": 21,
            "outcome": 6,
            "reason": 1,
        },
        batches=1,
        entries=47,
    ),
    2: Kept(
        counts={
            "company": 18,
            "opportunity": 4,
            "person": 33,
            "requirement": 12,
            "interview": 9,
            "interviewer": 15,
            "prep_item": 79,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "signal": 12,
            "remark": 3,
            "lesson": 21,
            "outcome": 6,
            "reason": 1,
        },
        batches=1,
        entries=47,
    ),
    3: Kept(
        counts={
            "company": 18,
            "opportunity": 4,
            "person": 33,
            "requirement": 12,
            "interview": 9,
            "interviewer": 15,
            "prep_item": 79,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "signal": 12,
            "remark": 3,
            "lesson": 21,
            "outcome": 6,
            "reason": 1,
            "version": 3,
        },
        batches=1,
        entries=47,
    ),
    4: Kept(
        counts={
            "company": 18,
            "opportunity": 4,
            "person": 33,
            "requirement": 12,
            "interview": 9,
            "interviewer": 15,
            "prep_item": 79,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "signal": 12,
            "remark": 3,
            "lesson": 21,
            "outcome": 6,
            "reason": 1,
            "version": 3,
        },
        batches=1,
        entries=47,
    ),
    5: Kept(
        counts={
            "company": 18,
            "library_item": 27,
            "template": 1,
            "opportunity": 4,
            "person": 33,
            "template_item": 7,
            "interview": 9,
            "requirement": 12,
            "interviewer": 15,
            "outcome": 6,
            "prep_item": 79,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "reason": 1,
            "remark": 3,
            "signal": 12,
            "lesson": 21,
            "version": 3,
        },
        batches=1,
        entries=47,
    ),
    6: Kept(
        counts={
            "company": 18,
            "library_item": 27,
            "template": 1,
            "opportunity": 4,
            "person": 34,
            "template_item": 7,
            "interview": 9,
            "requirement": 12,
            "expected_question": 9,
            "interviewer": 15,
            "outcome": 6,
            "pay_talk": 1,
            "prep_item": 79,
            "research_note": 1,
            "review": 8,
            "asked": 27,
            "covered": 43,
            "free_writing": 1,
            "reason": 1,
            "remark": 3,
            "signal": 12,
            "lesson": 21,
            "lesson_check": 2,
            "version": 3,
        },
        batches=1,
        entries=47,
    ),
}


@pytest.fixture(params=sorted(RELEASED))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path]:
    """A saved store as a file: its revision and its folder."""
    revision: int = request.param
    folder = tmp_path / "data"
    folder.mkdir()
    make(saved(revision).read_text(encoding="utf-8"), folder / FILE_NAME)
    return revision, folder


def test_every_released_schema_is_kept() -> None:
    assert sorted(RELEASED) == list(range(1, SCHEMA + 1))
    assert all(saved(revision).is_file() for revision in RELEASED)


def test_it_opens_with_everything_in_it(released: tuple[int, Path]) -> None:
    revision, folder = released
    store = Store(open_store(folder), Clock())
    kept = RELEASED[revision]
    # Tables that came later are empty.
    assert {n: c for n, c in store.ask(document.row_counts).items() if c} == kept.counts
    assert len(store.ask(trash.trash_batches)) == kept.batches
    everything = Filters(show=Show.EVERYTHING)
    assert store.ask(timeline.count, everything) == kept.entries
    assert store.ask(settings.setting, "theme") == "dark"
    assert store.scribbled() == {"review:somewhere:went_well": "half a thou"}
    assert first.today(store._raw_reader, NOW).any_interview
    check_derived(store)
    # It is as good as any: found by search, worked in, undone.
    keys = store.ask(timeline.keys, everything)
    title = store.ask(timeline.cards, keys)[keys[0]].company
    assert store.ask(timeline.count, Filters(show=Show.EVERYTHING, query=title)) > 0
    before = dump(store)
    listed = store.ask(interviews.interview_list)
    held = [*listed.closed, *listed.waiting, *listed.upcoming][0].id
    store.do(prep.delete_item, store.ask(prep.checklist, held).items[0].id)
    store.undo()
    assert dump(store) == before
    store.close()
    check_file(folder / FILE_NAME)
    # The upgrade itself began with a backup; a store of today needs none.
    assert len(backup.found(folder)) == (revision < SCHEMA)


def test_the_newest_is_what_a_new_store_is_made_of(tmp_path: Path) -> None:
    # Until a schema is released it may change: then it is saved anew, see this package.
    folder = tmp_path / "data"
    new_store(folder).close()
    make(saved(SCHEMA).read_text(encoding="utf-8"), tmp_path / "saved.db")

    def schema(path: Path) -> dict[str, str]:
        raw = connect(path)
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        raw.close()
        return {name: sql.strip() for name, sql in rows}

    assert schema(tmp_path / "saved.db") == schema(folder / FILE_NAME)
