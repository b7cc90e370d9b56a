"""SIGKILL while somebody types, again and again on one store: at most a second is lost, and never what was kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from interview_coach.store import interview, interviews
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from tests.faults import typist
from tests.faults.forks import Child
from tests.faults.ground import Size, place
from tests.faults.judge import opened
from tests.faults.tally import Lost, Tally
from tests.stores import Clock, new_store

KEYS = 700
LOST_AT_MOST_S = 1.0


@dataclass
class Heard:
    """What a killed process had acknowledged: (seconds, how much) of each kind."""

    begun: list[tuple[float, int]] = field(default_factory=list)
    pressed: list[tuple[float, int]] = field(default_factory=list)
    kept: list[tuple[float, int]] = field(default_factory=list)
    done: list[tuple[float, int]] = field(default_factory=list)

    def note(self, line: list[str]) -> None:
        """Take in a line."""
        what, seconds, count = line
        getattr(self, what).append((float(seconds), int(count)))

    @property
    def sure(self) -> int:
        """How much must be there: all that was acknowledged, and each key older than a second."""
        end = self.pressed[-1][0]
        old = [count for when, count in self.pressed if end - when > LOST_AT_MOST_S]
        return max([*old, *(count for _, count in (*self.begun, *self.kept, *self.done))])


def run(size: Size) -> list[Tally]:
    """Kill typists after a number of keys that nobody knows before."""
    tally = Tally("SIGKILL while typing, again and again on one store")
    chance = Random(6)
    with place() as folder:
        data = folder / "data"
        store = new_store(data, sample=True)
        key = store.ask(interviews.interview_list).closed[0].id
        store.do(interview.set_interview_notes, key, "")
        store.close()
        before = done = 0
        for trial in range(size.of(120, 12)):
            heard = _killed(data, key, chance)
            try:
                before, done = _judged(data, key, heard, before, done)
            except Lost as lost:
                tally.lost(f"trial {trial}: {lost}")
            else:
                tally.well()
    return [tally]


def _killed(data: Path, key: str, chance: Random) -> Heard:
    heard = Heard()
    keys, seed = chance.randrange(1, KEYS), chance.randrange(1000)
    with Child(lambda line: typist.run(data, key, seed, line)) as child:
        for words in child.lines():
            heard.note(words)
            if len(heard.pressed) >= keys:
                break
        child.kill()
        for words in child.lines():  # what it still said before it died
            heard.note(words)
    return heard


def _judged(data: Path, key: str, heard: Heard, before: int, done: int) -> tuple[int, int]:
    """How much is there, as typed and as a deed. Raises `Lost`."""
    if heard.begun[0][1] != before:
        raise Lost("lost by beginning again")
    opened(data)
    store = Store(open_store(data), Clock())
    notes = store.ask(interviews.interview_head, key).notes
    there = store.scribbled().get(f"notes:{key}", notes)
    store.close()
    if len(there) < heard.sure or len(notes) < max([n for _, n in heard.done], default=done):
        raise Lost(f"{len(there)} keys of {heard.sure}, {len(notes)} as a deed")
    if there != typist.typed(len(there)) or notes != typist.typed(len(notes)):
        raise Lost("not the text that was typed")
    return len(there), len(notes)
