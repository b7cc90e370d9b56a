"""What tests of pages share: a desk on a real store, and a voice that remembers what was said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from interview_coach.store.store import Store
from interview_coach.ui import say
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme
from tests.stores import Clock, new_store


class Memory:
    """Remembers what was said, and answers questions with `answer`."""

    def __init__(self) -> None:
        self.said: list[say.Sentence] = []
        self.answer = True

    def inform(self, parent: QWidget | None, sentence: say.Sentence) -> None:
        self.said.append(sentence)

    def warn(self, parent: QWidget | None, sentence: say.Sentence) -> None:
        self.said.append(sentence)

    def ask(
        self,
        parent: QWidget | None,
        sentence: say.Sentence,
        yes: str,
        no: str,
        *,
        danger: bool = False,
    ) -> bool:
        self.said.append(sentence)
        return self.answer


@pytest.fixture
def voice() -> Iterator[Memory]:
    """The voice of this test."""
    memory = Memory()
    before = say.speak_with(memory)
    yield memory
    say.speak_with(before)


@pytest.fixture
def clock() -> Clock:
    """The clock of this test."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    opened = new_store(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def full_store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A store with the sample data."""
    opened = new_store(tmp_path / "full", clock, sample=True)
    yield opened
    opened.close()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The look of the program."""
    made = Theme()
    made.set_mode("light")
    made.apply(qapp)
    return made


@pytest.fixture
def desk(store: Store, theme: Theme, voice: Memory) -> Iterator[Desk]:
    """A desk on an empty store."""
    made = Desk(store)
    yield made
    made.close()


@pytest.fixture
def full_desk(full_store: Store, theme: Theme, voice: Memory) -> Iterator[Desk]:
    """A desk on a store with the sample data."""
    made = Desk(full_store)
    yield made
    made.close()


@pytest.fixture
def navigator() -> Navigator:
    """A navigator that nobody listens to yet."""
    return Navigator()
