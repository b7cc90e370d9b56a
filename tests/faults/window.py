"""SIGKILL while somebody types and does deeds at the real window: every deed shown is there, every key but a second's."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TypeVar

from sqlcipher3 import dbapi2

from interview_coach.domain.kinds import Felt
from interview_coach.store import interview, review
from interview_coach.store.opening import FILE_NAME, connect
from tests.faults import windowed
from tests.faults.digests import digest_of_rows
from tests.faults.forks import Child
from tests.faults.ground import Size, place
from tests.faults.judge import opened
from tests.faults.tally import Lost, Tally
from tests.store.dumps import dump_of
from tests.store.small import HELD, PLANNED
from tests.stores import new_store

LOST_AT_MOST_S = 1.0
KEYS = 420
T = TypeVar("T")


@dataclass
class Seen:
    """What was to be seen at the window: digests after deeds, and (when, the text) after each key."""

    shown: list[str] = field(default_factory=list)
    pressed: list[tuple[float, str]] = field(default_factory=list)
    other: list[str] = field(default_factory=list)

    def note(self, line: list[str]) -> None:
        """Take in a line."""
        if line[0] == "shown":
            self.shown.append(line[1])
        elif line[0] == "pressed":
            self.pressed.append((float(line[1]), bytes.fromhex(line[2]).decode()))
        else:
            self.other.append(" ".join(line))

    @property
    def texts_that_will_do(self) -> set[str]:
        """The texts of the last second, and the last one before it: nothing, if there was none."""
        end = self.pressed[-1][0]
        old = ["", *(text for when, text in self.pressed if end - when > LOST_AT_MOST_S)]
        return {*(text for when, text in self.pressed if end - when <= LOST_AT_MOST_S), old[-1]}


def run(size: Size) -> list[Tally]:
    """Kill the window after a number of keys that nobody knows before."""
    deeds = Tally("SIGKILL of the real window: deeds shown")
    keys = Tally("SIGKILL of the real window: keys older than a second")
    chance = Random(4)
    with place() as folder:
        data = folder / "data"
        whole = _killed(data, KEYS)
        for trial in range(size.of(60, 5)):
            seen = _killed(data, chance.randrange(1, KEYS))
            try:
                _judge_deeds(data, seen, whole.shown)
            except Lost as lost:
                deeds.lost(f"trial {trial}: {lost}")
            else:
                deeds.well()
            if seen.texts_that_will_do & _texts(data):
                keys.well()
            else:
                keys.lost(f"trial {trial}: {len(seen.pressed)} keys pressed")
    deeds.remark = f"up to {len(whole.shown) - 1} deeds and {KEYS} keys each"
    return [deeds, keys]


def _killed(data: Path, keys: int) -> Seen:
    planned, held = _begin(data)
    seen = Seen()
    with Child(lambda line: windowed.run(data, planned, held, line)) as child:
        for words in child.lines():
            seen.note(words)
            if len(seen.pressed) >= keys:
                break
        child.kill()
        for words in child.lines():  # what it still said before it died
            seen.note(words)
    assert len(seen.pressed) >= keys, seen.other
    return seen


def _begin(data: Path) -> tuple[str, str]:
    """A store with an interview to come and one whose review is open; their keys."""
    start = data.with_name("start")
    if not start.exists():
        store = new_store(start)
        store.do(interview.add_interview, PLANNED)
        held = store.do(interview.add_interview, HELD)
        store.do(review.set_felt, held, Felt.GOOD)
        store.do(review.add_asked, held, "Why us?")
        store.do(review.finish_recall, held)
        store.close()
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(start, data)
    raw = connect(data / FILE_NAME)
    try:
        rows = dict(raw.execute("SELECT start, id FROM interview ORDER BY start").fetchall())
        held, planned = rows.values()
    finally:
        raw.close()
    return planned, held


def _judge_deeds(data: Path, seen: Seen, whole: list[str]) -> None:
    opened(data)
    if seen.shown != whole[: len(seen.shown)]:
        raise Lost("the program did other deeds than when nobody killed it")
    found = _asked(data, digest_of_rows)
    # The last that was shown, or one whole deed more.
    if found not in whole[len(seen.shown) - 1 : len(seen.shown) + 1]:
        raise Lost(f"not what was shown after {len(seen.shown) - 1} deeds")


def _texts(data: Path) -> set[str]:
    """All texts in the store and in scratch."""

    def texts(raw: dbapi2.Connection) -> set[str]:
        rows = [row for rows in dump_of(raw).values() for row in rows]
        kept = {value for row in rows for value in row if isinstance(value, str)}
        return kept | {text for (text,) in raw.execute("SELECT text FROM scratch")}

    return _asked(data, texts)


def _asked(data: Path, question: Callable[[dbapi2.Connection], T]) -> T:
    raw = connect(data / FILE_NAME)
    try:
        return question(raw)
    finally:
        raw.close()
