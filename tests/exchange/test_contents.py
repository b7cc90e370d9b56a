"""What is in the document: all that stands, nothing that points nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_coach.exchange import document
from interview_coach.store import interviews, outcomes
from interview_coach.store.document import _stands, everything, row_counts
from interview_coach.store.interview import delete_interview
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.exchange.making import WRITTEN, Enough, exported


def test_it_comes_back_as_it_was_written(full: Store, tmp_path: Path) -> None:
    schema, tables = full.ask(everything)
    path = tmp_path / "all.json"
    size = document.export(path, schema, tables, WRITTEN, "0.1.0")
    found = document.read(path)
    assert (found.version, found.schema, found.program) == (1, schema, "0.1.0")
    assert found.written_at == WRITTEN
    assert found.tables == tables
    assert size == path.stat().st_size


def test_two_exports_of_one_store_are_equal(full: Store, tmp_path: Path) -> None:
    assert exported(full, tmp_path / "1.json") == exported(full, tmp_path / "2.json")


def test_what_is_in_the_trash_stays_out_and_nothing_points_there(full: Store) -> None:
    rounds = full.ask(interviews.interview_list).closed
    held = next(r for r in rounds if full.ask(outcomes.debrief, r.id).outcome is not None)
    before = full.ask(everything)[1]
    full.do(delete_interview, held.id)
    tables = full.ask(everything)[1]
    assert held.id not in {row["id"] for row in tables["interview"]}
    assert len(tables["review"]) == len(before["review"]) - 1
    # An outcome stays with its opportunity, and only forgets the round that brought it.
    assert [o["interview_id"] for o in tables["outcome"]].count(held.id) == 0
    keys = {name: {row["id"] for row in rows} for name, rows in tables.items()}
    for table in KEPT:
        for reference in table.foreign_keys:
            column, target = reference.parent.name, reference.column.table.name
            named = {row[column] for row in tables[table.name]} - {None}
            assert named <= keys[target], f"{table.name}.{column}"


def test_the_trash_comes_along_when_asked_for(full: Store) -> None:
    held = full.ask(interviews.interview_list).waiting[0]
    full.do(delete_interview, held.id)
    assert held.id not in {row["id"] for row in full.ask(everything)[1]["interview"]}
    with_it = full.ask(everything, trash=True)[1]
    found = next(row for row in with_it["interview"] if row["id"] == held.id)
    assert found["trashed_at"] is not None


def test_a_row_whose_parent_is_not_there_stays_out_and_lets_go_of_what_it_only_names() -> None:
    points = [("review_id", "review", False), ("prep_item_id", "prep_item", True)]
    keys = {"review": {"r"}, "prep_item": {"p"}}
    whole = {"review_id": "r", "prep_item_id": "p"}
    assert _stands(whole, points, keys)
    assert whole == {"review_id": "r", "prep_item_id": "p"}
    named: dict[str, object] = {"review_id": "r", "prep_item_id": "gone"}
    assert _stands(named, points, keys)
    assert named["prep_item_id"] is None
    assert not _stands({"review_id": "gone", "prep_item_id": None}, points, keys)


def test_reading_tells_how_far_it_is_and_can_be_given_up(full: Store) -> None:
    told: list[tuple[int, int]] = []
    full.ask(everything, told=lambda done, total: told.append((done, total)))
    assert told == [(n, len(KEPT)) for n in range(len(KEPT) + 1)]

    def stop(done: int, total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        full.ask(everything, told=stop)
    assert full.ask(row_counts)["company"] > 0, "the reader is free again"
