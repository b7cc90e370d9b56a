"""Kills a piece of work before each statement that SQLite runs for it.

A process that is killed leaves its files as they are at that moment. So beside the kills, one run stops before
each statement, and its files are taken down there: states that are alike to the byte need one look only.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.store import opening, restoring
from tests.faults.forks import Child, Line, in_child
from tests.faults.ground import Size, Work
from tests.faults.tally import Lost, Tally

# Of the whole, how many are killed; the rest are judged by the files that a kill leaves.
KILLED = 60
At = Callable[[int], None]


def at_each_statement(tally: Tally, work: Work, folder: Path, size: Size) -> None:
    """Kill a work before each of its statements."""
    data = folder / "data"
    work.prepare(data)
    said = in_child(lambda line: _stopping(work, data, line, lambda _number: None))
    count = int(said[-1][1])
    every = range(1, count + 1)
    few = Size(sample=True).some(every, size.of(KILLED, work.sample))
    for number in few:
        _killed(tally, work, data, number, count)
    tally.remark = f"{count} statements"
    if not size.sample:
        left = [number for number in every if number not in set(few)]
        states = _by_their_files(tally, work, folder, left)
        tally.remark += f", {len(few)} killed, the others by the files left: {states} states"


def _killed(tally: Tally, work: Work, data: Path, number: int, count: int) -> None:
    def ends(at: int) -> None:
        if at == number:
            os.kill(os.getpid(), signal.SIGKILL)

    work.prepare(data)
    with Child(lambda line: _stopping(work, data, line, ends)) as child:
        heard = child.rest()
        killed = child.reap() == -signal.SIGKILL
    if not killed:
        tally.lost(f"not killed at statement {number}: {heard}")
        return
    _judged(tally, work, data, heard, f"killed at statement {number} of {count}")


@dataclass
class _State:
    """Files as they were before some statements, and what had been said by then."""

    folder: Path
    said: list[list[str]]
    numbers: list[int] = field(default_factory=list)


def _by_their_files(tally: Tally, work: Work, folder: Path, numbers: list[int]) -> int:
    """Judge what a kill before each of these statements leaves; how many different states that is."""
    data, states = folder / "data", _taken_down(work, folder, set(numbers))
    for state in states:
        shutil.rmtree(data, ignore_errors=True)
        if state.folder.exists():
            state.folder.rename(data)
        for place, number in enumerate(state.numbers):
            if place == 0:
                well = _judged(
                    tally, work, data, state.said, f"the files before statement {number}"
                )
            elif well:
                tally.well()
            else:
                tally.lost(f"{work.name}: the files before statement {number}: as before")
    shutil.rmtree(folder / "states", ignore_errors=True)
    return len(states)


def _taken_down(work: Work, folder: Path, numbers: set[int]) -> list[_State]:
    """Run the work once, waiting before each statement until its files are taken down."""
    data, kept = folder / "data", folder / "states"
    work.prepare(data)
    kept.mkdir()
    states: dict[tuple[str, str], _State] = {}
    said: list[list[str]] = []

    def waits(line: Line) -> None:
        def at(number: int) -> None:
            line.say("at", number)
            line.end.recv(1)

        _stopping(work, data, line, at)

    with Child(waits) as child:
        for words in child.lines():
            if words[0] != "at":
                said.append(words)
                if words[0] in {"ready", "over"}:
                    child.go()
                continue
            if int(words[1]) in numbers:
                key = (_digest(data), repr(said))
                if key not in states:
                    states[key] = _State(kept / str(len(states)), list(said))
                    if data.exists():
                        shutil.copytree(data, states[key].folder)
                states[key].numbers.append(int(words[1]))
            child.go()
        assert child.reap() == 0, said[-1:]
    assert sum(len(state.numbers) for state in states.values()) == len(numbers)
    return list(states.values())


def _digest(folder: Path) -> str:
    """Of every file's name and content."""
    seen = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        seen.update(f"{path.relative_to(folder)}\0{path.is_file()}\0".encode())
        if path.is_file():
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


def _judged(tally: Tally, work: Work, data: Path, said: list[list[str]], at: str) -> bool:
    try:
        work.judge(data, said)
    except Lost as lost:
        tally.lost(f"{work.name}: {at}: {lost}")
        return False
    tally.well()
    return True


def _stopping(work: Work, folder: Path, line: Line, at: At) -> None:
    """Do the work, count SQLite's statements, and call `at` before each."""
    count = 0
    real = opening.connect

    def traced(path: Path, mode: str = "rw") -> dbapi2.Connection:
        connection = real(path, mode)

        def seen(_statement: str) -> None:
            nonlocal count
            count += 1
            at(count)

        connection.set_trace_callback(seen)
        return connection

    opening.connect = vars(restoring)["connect"] = traced
    with suppress(OSError):
        work.work(folder, line)
    line.say("counted", count)
