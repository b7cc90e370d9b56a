"""Deletions inside deletions, brought back in every order that there is."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, opportunity, prep, review, trash
from interview_coach.store.store import Store
from interview_coach.store.tables import KEPT
from tests.store.dumps import Dump, check_derived, dump
from tests.store.small import small_store

# What can be deleted, in the order of what it belongs to, with its deed.
DEEDS = {
    "asked": review.delete_asked,
    "signal": review.delete_signal,
    "prep_item": prep.delete_item,
    "requirement": opportunity.delete_requirement,
    "interview": interview.delete_interview,
    "opportunity": opportunity.delete_opportunity,
}
Live = dict[str, frozenset[str]]


def live(store: Store) -> Live:
    """The keys outside the trash, by table."""
    return {
        table.name: frozenset(
            key
            for (key,) in store._raw_reader.execute(
                f"SELECT id FROM {table.name} WHERE trashed_at IS NULL"
            )
        )
        for table in KEPT
    }


def refusal(store: Store, deed: Callable[..., Any], *args: Any, **kwargs: Any) -> str | None:
    """Do a deed; the code of the trouble that refuses it."""
    try:
        store.do(deed, *args, **kwargs)
    except Trouble as trouble:
        return trouble.code
    return None


def batches(store: Store) -> set[str]:
    return {batch.id for batch in store.ask(trash.trash_batches)}


def nested(store: Store) -> tuple[list[str], list[Dump]]:
    """An item, then its interview, then its opportunity: the batches, and what was there before each."""
    raw = store._raw_reader
    item, held, job = raw.execute(
        "SELECT p.id, i.id, i.opportunity_id FROM prep_item p JOIN interview i "
        "ON i.id = p.interview_id WHERE p.trashed_at IS NULL AND i.trashed_at IS NULL LIMIT 1"
    ).fetchone()
    made, before = [], []
    for deed, key in (
        (prep.delete_item, item),
        (interview.delete_interview, held),
        (opportunity.delete_opportunity, job),
    ):
        known = batches(store)
        before.append(dump(store))
        store.do(deed, key)
        made.append(next(iter(batches(store) - known)))
    return made, before


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_an_item_its_interview_and_its_opportunity(tmp_path: Path, order: tuple[int, ...]) -> None:
    store = small_store(tmp_path / "data")
    made, before = nested(store)
    waiting = list(order)
    while waiting:
        for place in list(waiting):
            was = dump(store)
            # What belongs to it must be there: then it comes back, and else nothing changes.
            if any(later in waiting for later in range(place + 1, 3)):
                with pytest.raises(Trouble) as trouble:
                    store.do(trash.restore_batch, made[place])
                assert trouble.value.code == "parent_in_trash"
                assert dump(store) == was
            else:
                store.do(trash.restore_batch, made[place])
                assert dump(store) == before[place]
                waiting.remove(place)
    check_derived(store)
    store.close()


@pytest.mark.parametrize("place", range(3))
def test_each_of_them_with_what_it_is_in(tmp_path: Path, place: int) -> None:
    store = small_store(tmp_path / "data")
    made, before = nested(store)
    store.do(trash.restore_batch, made[place], what_it_is_in=True)
    assert dump(store) == before[place]
    store.close()


@settings(max_examples=40)
@given(data=st.data())
def test_any_deletions_in_any_order(data: st.DataObject) -> None:
    folder = Path(mkdtemp(prefix="interview-coach-trash-"))
    store = small_store(folder)
    store._writer.execute("PRAGMA synchronous=OFF")
    try:
        first, before_all = batches(store), dump(store)
        took: dict[str, Live] = {}
        for _ in range(data.draw(st.integers(1, 6))):
            before, known = live(store), batches(store)
            table = data.draw(st.sampled_from(list(DEEDS)))
            if not before[table]:
                continue
            key = data.draw(st.sampled_from(sorted(before[table])))
            if refusal(store, DEEDS[table], key) is not None:
                continue
            (made,) = batches(store) - known
            after = live(store)
            took[made] = {name: before[name] - after[name] for name in before}
            assert key in took[made][table]
        while took:
            batch = data.draw(st.sampled_from(sorted(took)))
            both = data.draw(st.booleans())
            before, was = live(store), dump(store)
            refused = refusal(store, trash.restore_batch, batch, what_it_is_in=both)
            if refused is not None:
                assert (refused, both) == ("parent_in_trash", False)
                assert dump(store) == was
                continue
            back = {name: keys - before[name] for name, keys in live(store).items()}
            came = [one for one in took if one not in batches(store)]
            assert batch in came
            assert both or came == [batch]
            # Whole, and nothing else with it.
            wanted = {name: set[str]().union(*(took[one][name] for one in came)) for name in back}
            assert back == wanted
            for one in came:
                del took[one]
        assert batches(store) == first
        assert dump(store) == before_all
        check_derived(store)
    finally:
        store.close()
        shutil.rmtree(folder)
