"""Spike 3, kept as a test: text under the fingers outlives the process that is killed while it is typed.

KILLS=100 in the environment makes it as many; the suite makes do with a dozen.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from interview_coach.store import interview, interviews
from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.store import Store
from tests.conftest import ROOT
from tests.store.dumps import check_derived, check_file
from tests.store.typist import typed
from tests.stores import Clock, new_store

SHARDS = 4
KILLS = int(os.environ.get("KILLS", "12"))
LOST_AT_MOST = 1.0


@dataclass
class Heard:
    """What a killed process had acknowledged: (seconds, how much) of each kind."""

    begun: list[tuple[float, int]] = field(default_factory=list)
    pressed: list[tuple[float, int]] = field(default_factory=list)
    kept: list[tuple[float, int]] = field(default_factory=list)
    done: list[tuple[float, int]] = field(default_factory=list)

    def note(self, line: str) -> None:
        """Take in a line, if it is whole."""
        if line.endswith("\n"):
            what, seconds, count = line.split()
            getattr(self, what).append((float(seconds), int(count)))


def killed_while_typing(folder: Path, key: str, random: Random) -> Heard:
    """Let a process type, kill it after a number of keys that nobody knows before."""
    heard = Heard()
    keys = random.randrange(1, 900)
    command = [sys.executable, "-m", "tests.store.typist", str(folder), key]
    with subprocess.Popen(
        [*command, str(random.randrange(1000))],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            heard.note(line)
            if len(heard.pressed) >= keys:
                break
        process.kill()
        for line in process.stdout:  # what it still said before it died
            heard.note(line)
    assert len(heard.pressed) >= keys
    return heard


@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.timeout(60 + 10 * KILLS)
def test_at_most_a_second_of_typing_is_lost(tmp_path: Path, shard: int) -> None:
    random = Random(shard)
    folder = tmp_path / "data"
    store = new_store(folder, sample=True)
    key = store.ask(interviews.interview_list).closed[0].id
    store.do(interview.set_interview_notes, key, "")
    store.close()
    before = done = 0
    for _ in range(-(-KILLS // SHARDS)):
        heard = killed_while_typing(folder, key, random)
        # Nothing of what was there before is lost by beginning again.
        assert heard.begun[0][1] == before

        store = Store(open_store(folder), Clock())  # after a kill this checks the file
        notes = store.ask(interviews.interview_head, key).notes
        there = store.scribbled().get(f"notes:{key}", notes)
        end = heard.pressed[-1][0]
        sure = [n for t, n in heard.pressed if end - t > LOST_AT_MOST]
        acknowledged = [n for _, n in [*heard.begun, *heard.kept, *heard.done]]
        assert len(there) >= max([*sure, *acknowledged])
        assert len(notes) >= max([n for _, n in heard.done], default=done)
        # Not only as much: the very text.
        assert there == typed(len(there))
        assert notes == typed(len(notes))
        before, done = len(there), len(notes)
        check_derived(store)
        store.close()
        check_file(folder / FILE_NAME)
