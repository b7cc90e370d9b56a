"""Importing reviews: what is sealed is never rewritten, and one interview has one review."""

from __future__ import annotations

import pytest

from interview_coach.domain.merging import Clash, Fate
from interview_coach.domain.trouble import Trouble
from interview_coach.store import review, trash
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, dump
from tests.store.importing import (
    fates,
    open_review,
    plan,
    rows,
    sealed_review,
    tables_of,
    take,
)
from tests.store.recipes.documents import Tables, from_elsewhere

# --- reviews -----------------------------------------------------------------------------------------


def test_a_sealed_review_is_never_rewritten(mine: Store) -> None:
    tables = tables_of(mine)
    sealed = sealed_review(tables)
    sealed["went_well"] = "Rewritten"
    sealed["forecast"] = 100
    asked = next(a for a in tables["asked"] if a["review_id"] == sealed["id"])
    asked["text"] = "Rewritten"
    tables["asked"].append({**asked, "id": from_elsewhere(asked["id"])})
    remark = next(r for r in tables["remark"] if r["review_id"] == sealed["id"])
    tables["remark"].append({**remark, "id": from_elsewhere(remark["id"]), "text": "Later"})
    found = plan(mine, tables)
    assert not found.conflicts
    assert fates(found)["sealed"] == 3
    assert fates(found)["new"] == 1
    before = dump(mine)
    take(mine, tables, sealed["id"], asked["id"])
    after = dump(mine)
    # A dated remark beside it is all that came.
    assert {n for n in after if after[n] != before[n]} == {"remark"}


def test_moving_a_question_out_of_a_sealed_review_is_refused_too(mine: Store) -> None:
    tables = tables_of(mine)
    sealed, opened = sealed_review(tables), open_review(tables)
    for asked in tables["asked"]:
        asked["review_id"] = (opened if asked["review_id"] == sealed["id"] else sealed)["id"]
    before = dump(mine)
    found = take(mine, tables, *(a["id"] for a in tables["asked"]))
    assert found.total(Fate.SEALED) == len(tables["asked"])
    assert dump(mine) == before


def seal_there(tables: Tables) -> tuple[str, str]:
    """Their review is sealed, says one thing more, and one thing else."""
    row = open_review(tables)
    row["sealed_at"] = row["recall_done_at"] = "2026-11-20T12:00:00.000Z"
    asked = next(a for a in tables["asked"] if a["review_id"] == row["id"])
    asked["text"] = "Why them?"
    added = {**asked, "id": from_elsewhere(asked["id"]), "text": "And then?"}
    tables["asked"].append(added)
    return row["id"], asked["id"]


def test_a_review_that_is_sealed_there_is_taken_whole_or_not_at_all(mine: Store) -> None:
    tables = tables_of(mine)
    key, _asked = seal_there(tables)
    held = next(r["interview_id"] for r in tables["review"] if r["id"] == key)
    mine.do(review.add_asked, held, "Only here")
    before = dump(mine)
    (conflict,) = plan(mine, tables).conflicts
    assert (conflict.id, conflict.clash) == (key, Clash.SEALED_THERE)
    assert conflict.company == "Aurelia"
    take(mine, tables)
    assert dump(mine) == before
    take(mine, tables, key)
    texts = {a["text"] for a in rows(mine, "asked").values() if a["review_id"] == key}
    assert texts == {"Why them?", "And then?"}
    assert rows(mine, "review")[key]["sealed_at"] is not None
    check_derived(mine)
    assert plan(mine, tables).idle
    # What was only here lies in the trash, and cannot come back into what is sealed now.
    batch = next(b for b in mine.ask(trash.trash_batches) if b.thing.title == "Only here")
    with pytest.raises(Trouble) as refused:
        mine.do(trash.restore_batch, batch.id)
    assert refused.value.code == "sealed"
    mine.undo()
    assert dump(mine) == before


def other_review(tables: Tables, *, sealed: bool) -> tuple[str, str]:
    """Another review of the same interview, as a second computer would have begun it."""
    mine = sealed_review(tables) if sealed else open_review(tables)
    key = from_elsewhere(mine["id"])
    for row in tables["asked"]:
        if row["review_id"] == mine["id"]:
            tables["asked"].append({**row, "id": from_elsewhere(row["id"]), "review_id": key})
            break
    tables["review"] = [r for r in tables["review"] if r["id"] != mine["id"]]
    for name in ("asked", "signal", "covered", "remark"):
        tables[name] = [r for r in tables[name] if r["review_id"] != mine["id"]]
    tables["lesson"] = []
    tables["version"] = []
    tables["review"].append({**mine, "id": key, "went_well": "Theirs went well"})
    return mine["id"], key


def test_two_reviews_of_one_interview_are_a_conflict(mine: Store) -> None:
    tables = tables_of(mine)
    old, new = other_review(tables, sealed=False)
    (conflict,) = plan(mine, tables).conflicts
    assert (conflict.id, conflict.clash) == (new, Clash.DOUBLE)
    assert "went_well" in {d.column for d in conflict.differences}
    before = dump(mine)
    take(mine, tables)
    assert dump(mine) == before
    take(mine, tables, new)
    assert new in rows(mine, "review")
    assert old not in rows(mine, "review")
    check_derived(mine)
    assert plan(mine, tables).idle
    batch = next(b for b in mine.ask(trash.trash_batches) if b.with_it)
    with pytest.raises(Trouble) as refused:
        mine.do(trash.restore_batch, batch.id)
    assert refused.value.code == "place_taken"
    mine.undo()
    assert dump(mine) == before


def test_a_sealed_review_keeps_its_place_against_another(mine: Store) -> None:
    tables = tables_of(mine)
    _old, new = other_review(tables, sealed=True)
    before = dump(mine)
    found = take(mine, tables, new)
    assert not found.conflicts
    assert found.total(Fate.SEALED) == 2
    assert dump(mine) == before
