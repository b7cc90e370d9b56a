"""Spike 1, kept as a test: undo triggers, entries, search, cascades, trash and a batch migration together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine, event

from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import backup, migrating, opening, outcome, review, trash
from interview_coach.store.deeds import DEEDS
from interview_coach.store.opening import FILE_NAME, connect, open_store
from interview_coach.store.store import Store
from tests.store import revisions
from tests.store.dumps import Dump, check_derived, check_file, dump, dump_of, learn_all
from tests.store.recipes import RECIPES, Hand
from tests.stores import Clock, new_store

learn_all()
STEPS = 40
ADDED = {"interview": 1, "review": 1}  # columns at the end that the next revision adds


def random_deed(store: Store, random: Random) -> str:
    """Do some deed that can be undone; its label, or nothing when it was refused."""
    label = random.choice(sorted(n for n, d in DEEDS.items() if not d.final))
    call = RECIPES[label](Hand(store, random.randrange))
    if call is None:
        return ""
    try:
        store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
    except (Invalid, Trouble):
        return ""
    return label


def play(store: Store, random: Random) -> None:
    """Deeds, undo and redo at random; after each step the store is what it was at that place."""
    past: list[Dump] = [dump(store)]
    ahead: list[Dump] = []
    for _ in range(STEPS):
        step = random.choice(["do", "do", "do", "undo", "redo"])
        if step == "undo" and store.can().undo:
            store.undo()
            ahead.append(past.pop())
            assert dump(store) == past[-1]
        elif step == "redo" and store.can().redo:
            store.redo()
            past.append(ahead.pop())
            assert dump(store) == past[-1]
        else:
            random_deed(store, random)
            if dump(store) != past[-1]:
                past.append(dump(store))
                ahead.clear()
    while store.can().undo:
        store.undo()
        past.pop()
        assert dump(store) == past[-1]


@pytest.mark.parametrize("seed", range(4))
def test_deeds_undo_and_a_migration_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    random = Random(seed)
    folder = tmp_path / "data"
    store = new_store(folder, sample=True)
    play(store, random)
    for _ in range(STEPS):
        random_deed(store, random)
    check_derived(store)
    before = dump(store)
    store.close()
    check_file(folder / FILE_NAME)

    revisions.with_next_revision(monkeypatch, tmp_path)
    store = Store(open_store(folder), Clock())
    assert dump(store) == before
    moods = store._raw_reader.execute("SELECT DISTINCT mood FROM interview").fetchall()
    assert {mood for (mood,) in moods} <= {"calm", "brave"}
    check_derived(store)
    assert [b.path.name.endswith("-before-upgrade.db") for b in backup.found(folder)] == [True]

    # The undo triggers know the new columns, and cascades still cascade.
    play(store, random)
    for _ in range(STEPS):
        random_deed(store, random)
    store.do(trash.empty_trash)
    assert store.can().undo is None
    check_derived(store)
    store.close()
    check_file(folder / FILE_NAME)


def state(path: Path) -> tuple[Dump, list[Any], Any, list[Any]]:
    """Everything about a store that a failed upgrade must not touch."""
    raw = connect(path)
    try:
        return (
            dump_of(raw),
            raw.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall(),
            raw.execute("PRAGMA user_version").fetchone(),
            raw.execute("SELECT * FROM entry ORDER BY key").fetchall(),
        )
    finally:
        raw.close()


class Stopped(Exception):
    """The statement did not run."""


@contextmanager
def failing_at(place: int) -> Iterator[list[str]]:
    """Let the statement at `place` of the migration fail, before it is run; reading does not count."""
    seen: list[str] = []

    def count(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not re.match(r"\s*(SELECT|PRAGMA \w+\.)", statement):
            seen.append(statement)
            if len(seen) == place + 1:
                raise Stopped

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def closed_store(folder: Path, *, sample: bool = True) -> Path:
    """A store with something in it, cleanly closed; its file."""
    store = new_store(folder, sample=sample)
    random = Random(5)
    for label in [] if sample else ["add_interview", "set_felt", "add_asked"] * 4:
        call = RECIPES[label](Hand(store, random.randrange))
        assert call is not None
        store.do(DEEDS[label].run, *call.args)
    store.close()
    return folder / FILE_NAME


def test_a_migration_that_stops_at_any_statement_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = closed_store(tmp_path / "data", sample=False)
    before = state(path)
    assert len(before[0]["interview"]) > 1
    assert before[0]["review"]
    revisions.with_next_revision(monkeypatch, tmp_path)
    stopped: list[str] = []
    while True:
        raw = connect(path)
        with failing_at(len(stopped)) as statements, suppress(Stopped):
            migrating.migrate(raw)
        assert not raw.in_transaction
        raw.close()
        if len(statements) <= len(stopped):
            break
        stopped.append(statements[len(stopped)])
        assert state(path) == before, stopped[-1]
    assert len(stopped) > 12
    assert any("DROP TABLE interview" in s for s in stopped)
    assert f"user_version={revisions.NEXT}" in "".join(stopped)
    assert state(path)[2] == (revisions.NEXT,)
    assert state(path)[0] == before[0]
    monkeypatch.setattr(opening, "SCHEMA", revisions.NEXT)
    store = Store(open_store(path.parent), Clock())
    check_derived(store)
    store.close()
    check_file(path)


@pytest.mark.parametrize(
    "fault", [revisions.LOSES_ROWS, revisions.BREAKS_REFERENCES, revisions.LOSES_THE_INDEX]
)
def test_a_careless_migration_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    path = closed_store(tmp_path / "data")
    before = state(path)
    revisions.with_next_revision(monkeypatch, tmp_path, fault)
    with pytest.raises(Trouble) as trouble:
        open_store(path.parent)
    assert trouble.value.code == "broken_migration"
    assert state(path) == before
    monkeypatch.undo()
    assert opening.SCHEMA == revisions.NOW_KNOWN
    open_again = Store(open_store(path.parent), Clock())
    open_again.close()


def test_cascades_are_noted_and_come_back(full_store: Store) -> None:
    # A deed that deletes for good does not exist among the undoable; the triggers hold for it too.
    held = full_store._raw_reader.execute(
        "SELECT interview_id FROM review WHERE sealed_at IS NOT NULL LIMIT 1"
    ).fetchone()[0]
    before = dump(full_store)

    def deletes(w: Any) -> None:
        w.raw.execute("DELETE FROM interview WHERE id = ?", (held,))

    deletes.deed = review.set_felt.deed  # type: ignore[attr-defined]
    full_store.do(deletes)
    gone = [t for t, rows in dump(full_store).items() if len(rows) < len(before[t])]
    assert {"interview", "prep_item", "review", "asked", "covered"} <= set(gone)
    check_derived(full_store)
    full_store.undo()
    assert dump(full_store) == before
    check_derived(full_store)
    full_store.redo()
    assert len(dump(full_store)["interview"]) == len(before["interview"]) - 1


def test_a_bulk_update_is_noted_row_by_row(full_store: Store) -> None:
    before = dump(full_store)

    def ticks_all(w: Any) -> None:
        w.raw.execute("UPDATE prep_item SET done = 1, text = upper(text)")

    ticks_all.deed = outcome.note_words.deed  # type: ignore[attr-defined]
    full_store.do(ticks_all)
    check_derived(full_store)
    full_store.undo()
    assert dump(full_store) == before
    check_derived(full_store)
