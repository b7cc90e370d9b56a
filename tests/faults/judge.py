"""The judge: what a store holds after a fault, held against what it must hold."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.store import Store
from tests.faults.digests import digest_of
from tests.faults.forks import Line, in_child
from tests.faults.script import Session, play
from tests.faults.tally import Lost
from tests.store.dumps import check_derived, check_file
from tests.stores import Clock


def opened(folder: Path) -> str:
    """Open a store as the program does, check all of it, close it; its digest. Raises `Lost`."""
    try:
        store = Store(open_store(folder), Clock())
    except Exception as error:
        raise Lost(f"does not open: {error!r}") from error
    try:
        found = digest_of(store._raw_reader)
        store.check()
        check_derived(store)
    except (AssertionError, Trouble, dbapi2.Error) as error:
        raise Lost(f"does not pass the check: {error!r}") from error
    finally:
        store.close()
    try:
        check_file(folder / FILE_NAME)
    except (AssertionError, dbapi2.Error) as error:
        raise Lost(f"the file does not pass the check: {error!r}") from error
    return found


@dataclass
class Heard:
    """What a session had said when it ended: steps begun, shown as done, refused, and in trouble."""

    begun: list[int] = field(default_factory=list)
    done: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    troubled: dict[int, str] = field(default_factory=dict)
    crashed: str = ""

    def note(self, line: list[str]) -> None:
        """Take in a line."""
        match line:
            case ["begun", number]:
                self.begun.append(int(number))
            case ["done", number, _label]:
                self.done.append(int(number))
            case ["refused", number, *_]:
                self.refused.append(int(number))
            case ["trouble", number, code]:
                self.troubled[int(number)] = code
            case ["crashed", *words]:
                self.crashed = " ".join(words)

    @property
    def open_ends(self) -> list[int]:
        """The steps since the last that was done of which nobody was told that they did not fit."""
        since = self.begun.index(self.done[-1]) + 1 if self.done else 0
        return [n for n in self.begun[since:] if n not in self.refused]

    @classmethod
    def of(cls, lines: Iterable[list[str]]) -> Heard:
        """From all that was said."""
        heard = cls()
        for line in lines:
            heard.note(line)
        return heard


class Script:
    """What a script's steps make of a store that begins as the one in `start`."""

    def __init__(self, start: Path, seed: int) -> None:
        self.start = start
        self.seed = seed
        self._known: dict[tuple[int, ...], str] = {}
        self._place = start.with_name(f"{start.name}-replayed")

    def fresh(self, folder: Path) -> Path:
        """The store as it begins, in a folder of its own."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start, folder)
        return folder

    def after(self, numbers: Iterable[int]) -> str:
        """The digest after these steps, all of which succeed."""
        steps = tuple(numbers)
        if steps not in self._known:
            folder = self.fresh(self._place)

            def replay(line: Line) -> None:
                session = Session(folder, self.seed)
                play(session, list(steps), line)
                line.say("digest", digest_of(session.store._raw_reader))
                session.store.close()

            said = in_child(replay)
            heard = Heard.of(said)
            # Else the script is not steady, and all that is said about faults means nothing.
            assert tuple(heard.done) == steps, (steps, said)
            self._known[steps] = said[-1][1]
        return self._known[steps]

    def learn(self, count: int) -> list[str]:
        """Run the whole script without a fault; the label of each step ("" where it is refused)."""
        labels = [""] * count
        folder = self.fresh(self._place)

        def whole(line: Line) -> None:
            session = Session(folder, self.seed)
            line.say("digest", digest_of(session.store._raw_reader))
            for number in range(count):
                play(session, [number], line)
                line.say("digest", digest_of(session.store._raw_reader))
            session.store.close()

        done: list[int] = []
        for words in in_child(whole):
            if words[0] == "done":
                done.append(int(words[1]))
                labels[done[-1]] = words[2]
            elif words[0] == "digest":
                self._known[tuple(done)] = words[1]
        return labels

    def judge(self, folder: Path, heard: Heard) -> None:
        """Raise `Lost` unless the store holds every step shown as done, and no half of another."""
        if heard.crashed:
            raise Lost(f"crashed: {heard.crashed}")
        found = opened(folder)
        if found == self.after(heard.done):
            return
        # What was under way may be there whole; so may one that failed, when nothing was done after it.
        for number in reversed(heard.open_ends):
            if found == self._with(heard.done, number):
                return
        raise Lost(
            f"seed {self.seed}: done {heard.done}, begun {heard.begun[-1:]}, refused {heard.refused}, "
            f"in trouble {heard.troubled}: not what was shown"
        )

    def _with(self, done: list[int], number: int) -> str:
        try:
            return self.after([*done, number])
        except AssertionError:
            return ""  # it is one that would have been refused
