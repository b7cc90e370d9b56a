"""Types until it is killed: scratch and deeds through the desk, as a page does, faster than anyone types.

Runs in the child. It says what it found (`begun`), each key (`pressed`), what is on the disk as scratch (`kept`) and
what is there as a deed (`done`), each with the time and how much there is. The time stands still while the machine
is busy elsewhere: that is not the program's to answer for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from interview_coach.store import interview, interviews
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk, Typing
from tests.faults.forks import Line

LETTERS = "abcdefghijklmnopqrstuvwxyz"
KEY_EVERY_MS = 2
LONGEST_S = 0.05
LEAVES_THE_FIELD = 0.002


def typed(count: int) -> str:
    """The text after so many keys."""
    return "".join(LETTERS[place % len(LETTERS)] for place in range(count))


class Typist(QObject):
    """Types into one field; leaves the field now and then."""

    def __init__(self, store: Store, key: str, seed: int, line: Line) -> None:
        super().__init__()
        self.desk = Desk(store, self)
        self.random = Random(seed)
        self.key = key
        self.line = line
        self.text = ""
        self._passed, self._last = 0.0, monotonic()
        self.typing = Typing(self.desk, self, f"notes:{key}", self.read, self.write, self.commit)
        self.desk.scribbled.connect(lambda _field: self.say("kept"))
        self.typing.show(store.ask(interviews.interview_head, key).notes)
        self.say("begun")
        self.keys = QTimer(self)
        self.keys.timeout.connect(self.press)
        self.keys.start(KEY_EVERY_MS)

    def read(self) -> str:
        """What stands in the field."""
        return self.text

    def write(self, text: str) -> None:
        """What the field is shown with."""
        self.text = text

    def commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The deed that leaving the field ends with."""
        return interview.set_interview_notes, (self.key, text)

    def press(self) -> None:
        """One key; now and then the field is left."""
        now = monotonic()
        self._passed, self._last = self._passed + min(now - self._last, LONGEST_S), now
        self.text = typed(len(self.text) + 1)
        self.say("pressed")
        self.typing.edited()
        # After a crash the field asks which text is meant, and is left without a deed until that is said.
        if self.random.random() < LEAVES_THE_FIELD and self.typing.finish():
            self.say("done")

    def say(self, what: str) -> None:
        """One acknowledgement."""
        self.line.say(what, self._passed, len(self.text))


def run(folder: Path, key: str, seed: int, line: Line) -> None:
    """Type for ever."""
    app = QCoreApplication([])
    typist = Typist(Store(open_store(folder)), key, seed, line)
    assert typist.text is not None
    app.exec()
