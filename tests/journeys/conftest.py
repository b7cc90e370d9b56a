"""What journeys share: a person before a window on a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.ui import say
from interview_coach.ui.theme import Theme
from tests.journeys.person import Person
from tests.stores import Clock
from tests.ui.conftest import Memory


@pytest.fixture
def voice() -> Iterator[Memory]:
    """Remembers what was said, and says yes."""
    memory = Memory()
    before = say.speak_with(memory)
    yield memory
    say.speak_with(before)


@pytest.fixture
def clock() -> Clock:
    """The clock of this journey."""
    return Clock()


@pytest.fixture
def person(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: Clock, voice: Memory
) -> Iterator[Person]:
    """Somebody who has not started the program yet."""
    theme = Theme()
    theme.set_mode("light")
    theme.apply(qapp)
    somebody = Person(qtbot, tmp_path / "data", clock, theme)
    yield somebody
    if somebody.session is not None:
        somebody.close()
