"""What tests of the wiring share: a voice that remembers, the look, and a store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from interview_coach.store.store import Store
from interview_coach.ui import say
from interview_coach.ui.theme import Theme
from tests.stores import Clock, new_store
from tests.ui.conftest import Memory


@pytest.fixture
def voice() -> Iterator[Memory]:
    """Remembers what boxes would have said."""
    memory = Memory()
    before = say.speak_with(memory)
    yield memory
    say.speak_with(before)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The program's look."""
    made = Theme()
    made.apply(qapp)
    return made


@pytest.fixture
def clock() -> Clock:
    """The clock of this test."""
    return Clock()


@pytest.fixture
def full_store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A store with the sample data."""
    opened = new_store(tmp_path / "full", clock, sample=True)
    yield opened
    opened.close()
