"""Settings: named values of the store, kept, announced, and not undone."""

from __future__ import annotations

from pathlib import Path

from interview_coach.domain.changes import Changes
from interview_coach.domain.kinds import Topic
from interview_coach.store import settings
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from tests.stores import Clock, new_store


def test_a_value_is_kept(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data")
    assert store.ask(settings.setting, "theme", "system") == "system"
    store.do(settings.set_setting, "theme", "dark")
    store.do(settings.set_setting, "theme", "light")
    store.close()
    store = Store(open_store(tmp_path / "data"), Clock())
    assert store.ask(settings.setting, "theme", "system") == "light"
    store.close()


def test_a_value_is_announced_and_no_step(store: Store) -> None:
    told: list[Changes] = []
    store.heard = told.append
    store.do(settings.set_setting, "theme", "dark")
    assert [(c.topics, c.undoable) for c in told] == [(frozenset({Topic.SETTING}), False)]
    assert store.can().undo is None
