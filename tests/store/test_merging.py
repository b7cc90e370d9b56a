"""Importing a document: what it would do, what it does, and what it never does."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from interview_coach.domain.changes import Changes
from interview_coach.domain.document import Document
from interview_coach.domain.incoming import Refused
from interview_coach.domain.merging import Clash, Fate
from interview_coach.store import interviews, review, trash
from interview_coach.store.document import everything
from interview_coach.store.interview import delete_interview
from interview_coach.store.merging import import_document, plan_import
from interview_coach.store.opportunity import delete_opportunity
from interview_coach.store.preparing import prepared
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, dump
from tests.store.importing import (
    fates,
    made,
    open_review,
    plan,
    rows,
    tables_of,
    take,
)
from tests.store.recipes.documents import Tables, from_elsewhere, twin
from tests.stores import NOW

# --- nothing and everything -----------------------------------------------------------------------


def test_into_an_empty_store_everything_comes_as_it_was(mine: Store, empty: Store) -> None:
    tables = tables_of(mine)
    total = sum(len(found) for found in tables.values())
    assert fates(plan(empty, tables)) == {"new": total}
    told: list[Changes] = []
    empty.heard = told.append
    take(empty, tables)
    assert tables_of(empty) == tables
    check_derived(empty)
    (changes,) = told
    assert changes.label.code == "import_document"
    assert changes.undoable
    empty.undo()
    assert sum(len(found) for found in tables_of(empty).values()) == 0
    empty.redo()
    assert {k: set(rows(empty, k)) for k in tables} == {k: set(rows(mine, k)) for k in tables}


def test_what_is_here_already_is_the_same_and_twice_is_nothing(mine: Store, empty: Store) -> None:
    tables = tables_of(mine)
    found = plan(mine, tables)
    assert found.idle
    assert set(fates(found)) == {"same"}
    before = dump(mine)
    told: list[Changes] = []
    mine.heard = told.append
    take(mine, tables)
    assert dump(mine) == before
    assert told == []
    assert mine.can().undo is None
    take(empty, tables)
    assert plan(empty, tables).idle


def test_what_only_the_store_has_stays(mine: Store, empty: Store) -> None:
    before = dump(mine)
    take(mine, tables_of(empty))
    assert dump(mine) == before


def test_order_and_times_are_no_difference(mine: Store) -> None:
    tables = tables_of(mine)
    for found in tables.values():
        for row in found:
            row["changed_at"] = "2030-01-01T00:00:00.000Z"
            if "position" in row:
                row["position"] += 7
    assert plan(mine, tables).idle


def test_something_new_comes_beside_what_is_here(mine: Store) -> None:
    tables = tables_of(mine)
    job = tables["opportunity"][0]["id"]
    twin(tables, job)
    before = dump(mine)
    found = take(mine, tables)
    assert found.total(Fate.NEW) > 10
    assert not found.conflicts
    assert from_elsewhere(job) in rows(mine, "opportunity")
    check_derived(mine)
    assert plan(mine, tables).idle
    mine.undo()
    assert dump(mine) == before


# --- conflicts --------------------------------------------------------------------------------------


def changed_item(tables: Tables) -> dict[str, Any]:
    row: dict[str, Any] = tables["prep_item"][0]
    row["text"] = "What theirs says"
    row["done"] = 1 - row["done"]
    return row


def test_a_conflict_shows_both_and_keeps_mine_unless_asked(mine: Store) -> None:
    tables = tables_of(mine)
    before = rows(mine, "prep_item")
    theirs = changed_item(tables)
    (conflict,) = plan(mine, tables).conflicts
    old = before[theirs["id"]]
    assert (conflict.id, conflict.table, conflict.clash) == (
        theirs["id"],
        "prep_item",
        Clash.CHANGED,
    )
    assert {d.column: (d.mine, d.theirs) for d in conflict.differences} == {
        "text": (old["text"], "What theirs says"),
        "done": (bool(old["done"]), not old["done"]),
    }
    assert conflict.title == old["text"]
    assert conflict.company == "Aurelia"
    assert conflict.kind is not None
    assert conflict.start is not None
    take(mine, tables)
    assert rows(mine, "prep_item") == before
    take(mine, tables, theirs["id"])
    now = rows(mine, "prep_item")[theirs["id"]]
    assert (now["text"], now["done"]) == ("What theirs says", theirs["done"])
    check_derived(mine)
    assert plan(mine, tables).idle
    mine.undo()
    assert rows(mine, "prep_item")[theirs["id"]]["text"] == old["text"]


def test_a_long_text_that_is_overwritten_stays_as_an_earlier_version(mine: Store) -> None:
    tables = tables_of(mine)
    row = open_review(tables)
    old = row["would_change"]
    row["would_change"] = "Theirs"
    take(mine, tables, row["id"])
    assert old in [v["text"] for v in rows(mine, "version").values() if v["owner_id"] == row["id"]]
    assert plan(mine, tables).idle


def test_a_reference_that_differs_is_shown_by_what_it_names(mine: Store) -> None:
    tables = tables_of(mine)
    other = next(r for r in tables["company"] if r["name"] == "Nørdlys")
    row = next(r for r in tables["opportunity"] if r["title"] == "Engineer")
    row["company_id"] = other["id"]
    (conflict,) = plan(mine, tables).conflicts
    (difference,) = conflict.differences
    assert (difference.column, difference.mine, difference.theirs) == (
        "company_id",
        "Aurelia",
        "Nørdlys",
    )
    take(mine, tables, row["id"])
    check_derived(mine)


# --- the trash ---------------------------------------------------------------------------------------


def test_what_was_deleted_here_stays_deleted_and_so_does_what_belongs_to_it(mine: Store) -> None:
    tables = tables_of(mine)
    held = tables["interview"][0]
    twinned = copy.deepcopy(tables)
    item = next(r for r in twinned["prep_item"] if r["interview_id"] == held["id"])
    twinned["prep_item"].append({**item, "id": from_elsewhere(item["id"])})
    mine.do(delete_interview, held["id"])
    before = dump(mine)
    found = plan(mine, twinned)
    assert not found.conflicts
    assert found.total(Fate.NEW) == 0
    assert found.total(Fate.DELETED) > 5
    take(mine, twinned)
    assert dump(mine) == before
    # Once it is back, what is new to it comes with the next import.
    mine.do(trash.restore_batch, mine.ask(trash.trash_batches)[0].id)
    assert fates(plan(mine, twinned))["new"] == 1


def test_what_was_deleted_for_good_comes_again(mine: Store) -> None:
    tables = tables_of(mine)
    job = tables["opportunity"][0]["id"]
    mine.do(delete_opportunity, job)
    mine.do(trash.empty_trash)
    assert plan(mine, tables).total(Fate.NEW) > 0
    take(mine, tables)
    assert job in rows(mine, "opportunity")
    check_derived(mine)


def test_a_row_lets_go_of_what_it_only_names_and_what_is_in_the_trash_here(mine: Store) -> None:
    tables = tables_of(mine)
    held = next(o["interview_id"] for o in tables["outcome"] if o["interview_id"])
    row = next(o for o in tables["outcome"] if o["interview_id"] == held)
    tables["outcome"].append({**row, "id": from_elsewhere(row["id"])})
    mine.do(delete_interview, held)
    take(mine, tables)
    assert rows(mine, "outcome")[from_elsewhere(row["id"])]["interview_id"] is None


def test_what_was_in_the_trash_there_is_not_in_the_file(mine: Store, empty: Store) -> None:
    held = mine.ask(interviews.interview_list).upcoming[0].id
    mine.do(delete_interview, held)
    tables = copy.deepcopy(mine.ask(everything, trash=True)[1])
    # Its children too, as they have no parent to come to.
    document = Document(1, mine.ask(everything)[0], NOW, "0.1.0", tables)
    empty.do(import_document, prepared(document))
    assert held not in rows(empty, "interview")


# --- what does not fit ---------------------------------------------------------------------------------


def test_a_plan_made_before_something_was_done_overwrites_nothing(mine: Store) -> None:
    tables = tables_of(mine)
    row = open_review(tables)
    row["went_well"] = "Theirs"
    document = made(mine, tables)
    assert mine.ask(plan_import, document).conflicts
    mine.do(review.seal_review, row["interview_id"])
    before = dump(mine)
    mine.do(import_document, document, [row["id"]])
    assert dump(mine)["review"] == before["review"]


def test_a_row_that_belongs_to_nothing_is_refused_and_nothing_changes(mine: Store) -> None:
    tables = tables_of(mine)
    twin(tables, tables["opportunity"][0]["id"])
    tables["opportunity"][-1]["company_id"] = from_elsewhere(tables["company"][0]["id"])
    before = dump(mine)
    for attempt in (plan, take):
        with pytest.raises(Refused) as refused:
            attempt(mine, tables)
        assert refused.value.code == "damaged"
    assert dump(mine) == before


def test_it_tells_how_far_it_is_and_can_be_given_up(mine: Store) -> None:
    told: list[tuple[int, int]] = []
    tables = tables_of(mine)
    mine.ask(plan_import, made(mine, tables), lambda done, total: told.append((done, total)))
    total = sum(len(found) for found in tables.values())
    assert told[0] == (0, total)
    assert told[-1] == (total, total)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_ten_thousand_rows_are_one_step(mine: Store) -> None:
    tables = tables_of(mine)
    item = tables["prep_item"][0]
    tables["prep_item"] += [
        {**item, "id": f"{n:08x}-0000-7000-8000-000000000000", "text": f"Line {n}"}
        for n in range(10_000)
    ]
    assert take(mine, tables).total(Fate.NEW) == 10_000
    mine.undo()
    assert mine.can().undo is None
