"""A process that types until it is killed: scratch and deeds, each acknowledged on its output.

Run as a program with a store's folder, the key of an interview and a seed. It prints a line with
the monotonic time and how much there is: `pressed` after a key, `kept` when scratch is on the disk,
`done` when a deed is, and `begun` for what it found.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from interview_coach.store import interview, interviews
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk, Typing

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Faster than anyone types.
KEY_EVERY_MS = 3
LEAVES_THE_FIELD = 0.002


def typed(count: int) -> str:
    """The text after so many keys."""
    return "".join(LETTERS[place % len(LETTERS)] for place in range(count))


class Typist(QObject):
    """Types into one field through the desk, as a page does; leaves the field now and then."""

    def __init__(self, store: Store, key: str, seed: int) -> None:
        super().__init__()
        self.desk = Desk(store, self)
        self.random = Random(seed)
        self.key = key
        self.text = ""
        self.typing = Typing(self.desk, self, f"notes:{key}", self.read, self.write, self.commit)
        self.desk.scribbled.connect(self.kept)
        self.typing.show(store.ask(interviews.interview_head, key).notes)
        say("begun", len(self.text))
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
        self.text = typed(len(self.text) + 1)
        say("pressed", len(self.text))
        self.typing.edited()
        if self.random.random() < LEAVES_THE_FIELD:
            self.typing.finish()
            say("done", len(self.text))

    def kept(self, _field: str) -> None:
        """Scratch is on the disk."""
        say("kept", len(self.text))


def say(what: str, count: int) -> None:
    """One acknowledgement, unbuffered: the kill may come right after."""
    sys.stdout.write(f"{what} {time.monotonic()} {count}\n")
    sys.stdout.flush()


def main() -> None:
    """Type for ever."""
    folder, key, seed = sys.argv[1:]
    app = QCoreApplication([])
    store = Store(open_store(Path(folder)))
    typist = Typist(store, key, int(seed))
    assert typist.text is not None
    app.exec()


if __name__ == "__main__":
    main()
