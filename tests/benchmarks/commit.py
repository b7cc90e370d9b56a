"""One commit: a usual deed against a bare commit of one row under the same PRAGMAs."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepDraft
from interview_coach.store.opening import connect, open_store
from interview_coach.store.stamps import utc_now, utc_text
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground, named

REST_EVERY = 50


def run(ground: Ground) -> list[Figure]:
    """A tick, and a text of a checklist changed."""
    with ground.copy(ground.design) as folder:
        return _measured(ground, folder)


def _measured(ground: Ground, folder: Path) -> list[Figure]:
    from interview_coach.store import prep
    from interview_coach.store.store import Store

    store = Store(open_store(folder))
    bare = connect(store.path.with_name("bare.db"), "rwc")
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "wal_autocheckpoint=0"):
        bare.execute(f"PRAGMA {pragma}")
    bare.execute("CREATE TABLE row(id TEXT PRIMARY KEY, text TEXT, done INTEGER, changed_at TEXT)")
    reader = connect(store.path)
    keys = [
        key
        for (key,) in reader.execute(
            "SELECT id FROM prep_item WHERE section = 'story' ORDER BY id DESC LIMIT 500"
        )
    ]
    reader.close()
    bare.executemany("INSERT INTO row VALUES (?, 'text', 0, '')", [(key,) for key in keys])

    def write(sql: str, value: object, key: str) -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute(sql, (value, utc_text(utc_now()), key))
        bare.execute("COMMIT")

    turns: dict[str, list[float]] = {"tick": [], "edit": [], "bare tick": [], "bare edit": []}
    for turn in range(-20, ground.times):
        key = keys[turn % len(keys)]
        text = f"The week when the pipeline went wrong, told again in {turn} words"
        acts: dict[str, Callable[[], object]] = {
            "bare tick": partial(
                write, "UPDATE row SET done = ?, changed_at = ? WHERE id = ?", turn, key
            ),
            "tick": partial(store.do, prep.tick_item, key, done=turn % 2 == 0),
            "bare edit": partial(
                write, "UPDATE row SET text = ?, changed_at = ? WHERE id = ?", text, key
            ),
            "edit": partial(store.do, prep.edit_item, key, PrepDraft(Section.STORY, text)),
        }
        for name, act in acts.items():
            began = perf_counter()
            act()
            if turn >= 0:
                turns[name].append((perf_counter() - began) * 1000)
        if turn % REST_EVERY == 0:
            # As in the program, where nobody waits for it.
            store.rest()
            bare.execute("PRAGMA wal_checkpoint(PASSIVE)")
            gc.collect()
    store.close()
    bare.close()
    size = named(ground.design)
    return [
        Figure.of("one commit: tick an item", size, turns["tick"], turns["bare tick"], aim=1.5),
        Figure.of("one commit: edit a text", size, turns["edit"], turns["bare edit"], aim=1.5),
    ]
