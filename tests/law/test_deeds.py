"""What holds for every deed, whichever it is: it can be told, undone, redone, and found again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from interview_coach.domain.changes import Changes, Way
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import first, interviews, prep
from interview_coach.store.deeds import DEEDS
from interview_coach.store.store import Store
from interview_coach.ui import words
from tests.store.dumps import Dump, check_derived, dump, learn_all
from tests.store.recipes import RECIPES, Call, Hand
from tests.store.small import small_store
from tests.stores import NOW

learn_all()
UNDOABLE = sorted(label for label, deed in DEEDS.items() if not deed.final)
FINAL = sorted(label for label, deed in DEEDS.items() if deed.final)
SEEDS = range(3)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Store]:
    store = small_store(tmp_path / "busy")
    yield store
    store.close()


def chosen(store: Store, label: str, seed: int) -> Call:
    """What the deed is called with."""
    random = Random(f"{label}{seed}")
    if label == "load_sample":
        return Call((NOW.date(),))
    call = RECIPES[label](Hand(store, random.randrange))
    assert call is not None, f"nothing in the store for {label}"
    return call


def do(store: Store, label: str, call: Call) -> Changes | None:
    """Do a deed; what it told."""
    told: list[Changes] = []
    store.heard = told.append
    store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
    assert len(told) <= 1
    return told[0] if told else None


# A deletion may have taken the last one.
_ANY_INTERVIEW = "SELECT EXISTS (SELECT 1 FROM interview WHERE trashed_at IS NULL)"


def settings_of(store: Store) -> Dump:
    return {"setting": store._raw_reader.execute("SELECT * FROM setting").fetchall()}


def test_every_deed_has_a_recipe() -> None:
    assert set(RECIPES) == set(DEEDS)


def test_the_list_of_final_deeds_is_short() -> None:
    assert FINAL == ["empty_trash", "load_sample"]


@pytest.mark.parametrize("label", UNDOABLE)
def test_undo_brings_everything_back_and_redo_does_it_again(busy: Store, label: str) -> None:
    changed = 0
    for seed in SEEDS:
        before, told_before = dump(busy), settings_of(busy)
        told = do(busy, label, chosen(busy, label, seed))
        after = dump(busy)
        changed += before != after or told_before != settings_of(busy)
        if before == after:
            assert busy.can().undo is None
            continue
        check_derived(busy)
        assert told is not None
        assert told.undoable
        assert busy.undo().way is Way.UNDONE
        assert dump(busy) == before
        if changed == 1:
            check_derived(busy)
        assert busy.redo().way is Way.REDONE
        assert dump(busy) == after
        busy.undo()
        assert dump(busy) == before
    assert changed, f"{label} changed nothing, so nothing was proven"


@pytest.mark.parametrize("label", sorted(DEEDS))
def test_every_deed_can_be_named_in_the_menu(busy: Store, label: str) -> None:
    told = None
    for seed in range(20):
        told = told or do(busy, label, chosen(busy, label, seed))
    assert told is not None
    assert told.label.code == label
    assert words.label(told.label)
    assert words.undo_text(told.label) != words.undo_text(None)
    assert words.redo_text(told.label) != words.redo_text(None)
    assert words.done_text(told)
    assert told.topics


@pytest.mark.parametrize("label", FINAL)
def test_nothing_is_undone_past_a_final_deed(busy: Store, label: str) -> None:
    item = busy.ask(prep.checklist, busy.ask(interviews.interview_list).upcoming[0].id).items[0]
    busy.do(prep.note_rehearsal, item.id)
    assert busy.can().undo is not None
    told = do(busy, label, chosen(busy, label, 0))
    assert told is not None
    assert not told.undoable
    assert busy.can().undo is None
    assert busy.can().redo is None
    check_derived(busy)


@pytest.mark.parametrize("label", UNDOABLE)
def test_a_deed_that_breaks_leaves_nothing_behind(busy: Store, label: str) -> None:
    call = chosen(busy, label, 0)
    before = dump(busy), settings_of(busy)

    def breaks(w: object) -> None:
        DEEDS[label].run(w, *call.args, **(call.kwargs or {}))
        raise ZeroDivisionError

    breaks.deed = DEEDS[label]  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError):
        busy.do(breaks)
    assert (dump(busy), settings_of(busy)) == before
    assert busy.can().undo is None
    do(busy, label, call)
    check_derived(busy)


def test_today_is_read_after_every_deed(busy: Store) -> None:
    # The first paint's reading knows every shape that deeds can leave behind.
    for label in UNDOABLE:
        call = RECIPES[label](Hand(busy, Random(label).randrange))
        if call is not None:
            with suppress(Invalid, Trouble):
                do(busy, label, call)
            there = busy._raw_reader.execute(_ANY_INTERVIEW).fetchone()[0]
        assert first.today(busy._raw_reader, busy.clock()).any_interview == bool(there)
