"""A state machine that plays a person on a real file: every deed, undo, redo, closing and opening again.

There is a rule for each deed of the registry, done to what is in the store as Hypothesis chooses.
After every step the store must be explainable: undo leads back to where the last final deed left
it, a sealed review says what it said, and what was there before closing is there after opening.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RULE_MARKER,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from interview_coach.domain.changes import Changes
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store.deeds import DEEDS
from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.store import Store
from interview_coach.store.undo import LIMIT
from tests.store.dumps import Dump, check_derived, check_file, dump, learn_all
from tests.store.recipes import RECIPES, Hand
from tests.store.recipes.rest import OF_SETTINGS
from tests.store.small import small_store
from tests.stores import Clock, new_store

learn_all()
RUNS, STEPS, SHARDS = 200, 30, 4
# What a deed may answer with, and then it has changed nothing.
REFUSALS = {"missing", "sealed", "parent_in_trash", "place_taken"}


@dataclass(frozen=True)
class Step:
    """What a step left behind, and until when it can be undone, if not for ever."""

    dump: Dump
    until: datetime | None = None


class Play(RuleBasedStateMachine):
    """A person, a clock and a store on a real file; beside it what the history should be."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="interview-coach-play-"))
        self.clock = Clock()
        self.told: list[Changes] = []
        self.sealed: dict[str, Any] = {}
        self.undid = False
        self.store: Store
        self.past: list[Step] = []
        self.ahead: list[Step] = []

    @initialize(empty=st.booleans())
    def begin(self, empty: bool) -> None:
        """Begin with nothing, or with a little of everything."""
        make = new_store if empty else small_store
        self.open(make(self.folder, self.clock))

    def open(self, store: Store) -> None:
        """Take a store in hand: nothing can be undone yet."""
        self.store = store
        # No power cut is played here, so nothing needs to reach the disk: SQLite's own switch.
        store._writer.execute("PRAGMA synchronous=OFF")
        store.heard = self.told.append
        self.past, self.ahead = [Step(dump(store))], []

    def play(self, label: str, data: st.DataObject) -> None:
        """Do a deed: it is refused whole, or it is one step of the history."""
        hand = Hand(self.store, lambda n: data.draw(st.integers(0, n - 1)), bold=True)
        call = RECIPES[label](hand)
        if call is None:
            return
        before, could = self.past[-1], self.store.can()
        self.told.clear()
        try:
            self.store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
        except (Invalid, Trouble) as refusal:
            code = refusal.code if isinstance(refusal, Trouble) else "invalid"
            assert code in {"invalid", *REFUSALS}
            assert dump(self.store) == before.dump
            assert self.store.can() == could
            return
        deed = DEEDS[label]
        now = Step(dump(self.store), self.clock() + deed.lasts if deed.lasts else None)
        if deed.final or (self.told and self.store.can().undo is None):
            assert deed.final or label in OF_SETTINGS | {"seal_review"}
            self.past, self.ahead = [now], []
        elif self.told and self.told[0].undoable:
            if before.until:
                # What was done after it made it final, and nothing final is undone past.
                self.past = [before]
            self.past = [*self.past, now][-LIMIT - 1 :]
            self.ahead = []
        else:
            assert now.dump == before.dump

    @rule(back=st.integers(1, 12), forth=st.integers(0, 12))
    def undo_and_redo(self, back: int, forth: int) -> None:
        """Every step back and forth gives exactly what was there."""
        self.undid = True
        for _ in range(back):
            if not self.can_undo():
                break
            self.store.undo()
            self.ahead.append(self.past.pop())
            assert dump(self.store) == self.past[-1].dump
        for _ in range(forth):
            if not self.ahead:
                break
            self.store.redo()
            self.past.append(self.ahead.pop())
            assert dump(self.store) == self.past[-1].dump

    @rule(minutes=st.sampled_from([0, 1, 9, 10, 60 * 24]))
    def wait(self, minutes: int) -> None:
        """Let time pass."""
        self.clock.forward(minutes=minutes)

    @rule()
    def reopen(self) -> None:
        """Close and open again: all is there, and nothing can be undone."""
        before = dump(self.store)
        # What the index was left behind with comes on closing, if not before.
        self.store.rest()
        derived = self.store._raw_reader.execute("SELECT * FROM entry ORDER BY key").fetchall()
        self.store.close()
        self.open(Store(open_store(self.folder), self.clock))
        assert self.past[0].dump == before
        raw = self.store._raw_reader
        assert raw.execute("SELECT * FROM entry ORDER BY key").fetchall() == derived

    def can_undo(self) -> bool:
        """Whether the model can go back."""
        until = self.past[-1].until
        if until and self.clock() >= until:
            self.past = [self.past[-1]]
        return len(self.past) > 1

    @invariant()
    def history_is_as_told(self) -> None:
        """What can be undone and redone is what the model says; never more than a hundred."""
        can = self.store.can()
        assert (can.undo is not None) == self.can_undo()
        assert (can.redo is not None) == bool(self.ahead)
        assert len(self.store.history._done) <= LIMIT

    @invariant()
    def sealed_reviews_say_what_they_said(self) -> None:
        """Until its seal is undone, no text and no number of a sealed review changes."""
        raw = self.store._raw_reader
        found = {}
        for row in raw.execute(
            "SELECT id, interview_id, sealed_at, felt, went_well, would_change, surprises, next_step, "
            "forecast, my_answers, connection, learned, energy, promised_on FROM review "
            "WHERE sealed_at IS NOT NULL AND trashed_at IS NULL"
        ).fetchall():
            parts = [
                raw.execute(
                    f"SELECT {columns} FROM {table} WHERE review_id = ? AND trashed_at IS NULL "
                    "ORDER BY id",
                    (row[0],),
                ).fetchall()
                for table, columns in (
                    ("asked", "text, rating, next_time"),
                    ("signal", "text"),
                    ("covered", "text, coverage, section"),
                )
            ]
            found[row[0]] = (row, parts)
        for key in self.sealed.keys() & found.keys():
            assert found[key] == self.sealed[key]
        gone = set(self.sealed) - found.keys()
        for key in gone if not self.undid else ():
            state = raw.execute("SELECT trashed_at FROM review WHERE id = ?", (key,)).fetchone()
            assert state is None or state[0], "a seal that nobody undid is gone"
        if self.undid:
            self.sealed = {}
        self.sealed |= found
        self.undid = False

    def teardown(self) -> None:
        """At the end everything can be undone, the derived rows equal a rebuild, the file is sound."""
        try:
            if self.past:
                while self.can_undo():
                    self.store.undo()
                    self.past.pop()
                assert dump(self.store) == self.past[0].dump
                check_derived(self.store)
                self.store.close()
                check_file(self.folder / FILE_NAME)
        finally:
            shutil.rmtree(self.folder)


def _rule_for(label: str) -> Callable[..., None]:
    def play(self: Play, data: st.DataObject) -> None:
        self.play(label, data)

    play.__name__ = play.__qualname__ = label
    play.__doc__ = f"Do {label}."
    return rule(data=st.data())(play)


for _label in RECIPES:
    setattr(Play, _label, _rule_for(_label))


def test_there_is_a_rule_for_every_deed() -> None:
    # Hypothesis marks the methods that are rules.
    rules = {name for name, found in vars(Play).items() if hasattr(found, RULE_MARKER)}
    assert rules - {"undo_and_redo", "wait", "reopen"} == set(DEEDS)


@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.timeout(600)
def test_nothing_a_person_does_is_lost(shard: int) -> None:
    machine = seed(shard)(type(f"Play{shard}", (Play,), {}))
    usual = settings.default.max_examples if settings.default else 100
    runs = max(RUNS, usual if usual > 100 else 0) // SHARDS
    run_state_machine_as_test(
        machine, settings=settings(max_examples=runs, stateful_step_count=STEPS)
    )
