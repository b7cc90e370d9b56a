"""The real program in a process of its own, off-screen, at whose window somebody types and does deeds.

Runs in the child. It says `shown` with a digest when a deed has reached the window, `pressed` after each key with
the text that then stands in the field, and the time: one that stands still while the machine is busy elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic
from types import SimpleNamespace
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from interview_coach.app import session as sessions
from interview_coach.app.main import Program
from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.store import stamps
from tests.faults.digests import digest_of_rows
from tests.faults.forks import Line
from tests.journeys.person import name_of
from tests.stores import NOW, Clock

WORDS = ("slow", "down", "at", "the", "start,", "ask", "back,", "then", "wait.")
KEY_EVERY_MS = 2
# A longer time between two keys is not the program's: the machine was busy.
LONGEST_S = 0.05
Press = Callable[[], object]
NOT_YET = object()
T = TypeVar("T", bound=QWidget)


class Hands(QObject):
    """Somebody at the window who types into two fields, jots lines, takes things back, and never rests."""

    def __init__(self, session: Session, planned: str, held: str, line: Line) -> None:
        super().__init__(session)
        self.session, self.line = session, line
        self.planned, self.held = planned, held
        self._passed, self._last = 0.0, monotonic()
        self._presses = self._all()
        self._again: Press | None = None
        self._keys = QTimer(self)
        self._keys.setInterval(KEY_EVERY_MS)
        self._keys.timeout.connect(self._press)
        assert session.desk is not None
        session.desk.changed.connect(self._shown)
        self._said = 0
        self._keys.start()

    def _shown(self, _changes: object) -> None:
        store = self.session.store
        assert store is not None
        self.line.say("shown", digest_of_rows(store._raw_reader))

    def _press(self) -> None:
        now = monotonic()
        self._passed, self._last = self._passed + min(now - self._last, LONGEST_S), now
        act = self._again or next(self._presses)
        # What is not to be seen yet is waited for.
        self._again = act if act() is NOT_YET else None

    def _all(self) -> Iterator[Press]:
        for number in range(10_000):
            yield partial(self._open, self.planned, "interview")
            yield from self._write("Notes", number)
            yield from self._jot(f"line {number}")
            if number % 3 == 1:
                yield self.session.menu.actions["undo"].trigger
                yield self.session.menu.actions["redo"].trigger
            yield partial(self._open, self.held, "review")
            yield from self._write("What I would change", number)

    def _open(self, key: str, step: str) -> None:
        self.session.window.navigator.open("interview", key, step)

    def _field(self, name: str, kind: type[T]) -> T | None:
        fields = [w for w in self.session.window.findChildren(kind) if w.isVisible()]
        return next((w for w in fields if name_of(w) == name), None)

    def _write(self, name: str, number: int) -> Iterator[Press]:
        """Go to a long text's end, add to it key by key, and leave it."""
        chance = Random(f"{name} {number}")
        field: list[QPlainTextEdit] = []

        def enter() -> object:
            found = self._field(name, QPlainTextEdit)
            if found is None:
                return NOT_YET
            field.append(found)
            found.setFocus()
            QTest.keyClick(found, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
            return None

        def key(letter: str) -> None:
            QTest.keyClicks(field[0], letter)
            text = field[0].toPlainText().encode().hex()
            self.line.say("pressed", self._passed, text)

        yield enter
        for letter in " ".join(chance.choices(WORDS, k=chance.choice((2, 8, 30)))):
            yield partial(key, letter)
        yield lambda: QTest.keyClick(field[0], Qt.Key.Key_Tab)

    def _jot(self, text: str) -> Iterator[Press]:
        """A line, and Return."""

        def key(press: str | Qt.Key) -> object:
            field = self._field("Jot a line", QLineEdit)
            if field is None:
                return NOT_YET
            field.setFocus()
            if isinstance(press, str):
                QTest.keyClicks(field, press)
            else:
                QTest.keyClick(field, press)
            return None

        for letter in text:
            yield partial(key, letter)
        yield partial(key, Qt.Key.Key_Return)


def run(folder: Path, planned: str, held: str, line: Line) -> None:
    """Start the program on a folder as its command does, and let somebody work at the window for ever."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    keys = Random("keys of the window")
    vars(stamps).update(
        _last=0,
        time=SimpleNamespace(time_ns=lambda: int(NOW.timestamp()) * 1_000_000_000),
        os=SimpleNamespace(urandom=keys.randbytes),
    )
    # The clock stands still, so that every run of the program writes the same rows.
    vars(sessions)["Session"] = partial(Session, clock=Clock())
    program = Attended(planned, held, line)
    line.say("ended", program.run(folder))


class Attended(Program):
    """The program, at whose window somebody sits down as soon as it can do everything."""

    def __init__(self, planned: str, held: str, line: Line) -> None:
        super().__init__(Trace())
        self._about = planned, held, line

    def open(self, folder: Path, *, sample: bool = False, anew: bool = False) -> Session:
        """Open the window as ever."""
        session = super().open(folder, sample=sample, anew=anew)
        session.ready.connect(partial(self._sit_down, session))
        return session

    def _sit_down(self, session: Session) -> None:
        planned, held, line = self._about
        assert session.store is not None
        line.say("shown", digest_of_rows(session.store._raw_reader))
        self.hands = Hands(session, planned, held, line)
