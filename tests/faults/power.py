"""Power cuts: a piece of work is recorded, and what could lie on the disk is rebuilt at many moments of it."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.disk import RECORDED, Disk
from tests.faults.forks import Line
from tests.faults.ground import Size, Work, all_works, no_strace, place
from tests.faults.judge import Heard, Script
from tests.faults.script import Session, play
from tests.faults.tally import Lost, Tally
from tests.faults.tracing import traced
from tests.store.small import small_store

STEPS = 80
OPTIONS = ("-y", "-xx", "-s", "4194304", "-e", "signal=none", "-e", f"trace={','.join(RECORDED)}")


def run(size: Size) -> list[Tally]:
    """Cut the power in a long session, and in each of the other works."""
    tallies = []
    with place() as folder:
        for work, cuts in _works(folder, size):
            tallies.append(cut(work, folder, cuts))
    return tallies


def _works(folder: Path, size: Size) -> list[tuple[Work, int]]:
    few = all_works(folder)
    return [
        *((session(folder, seed), size.of(400, 60)) for seed in range(1, size.of(4, 2))),
        *((work, size.of(80, 10)) for work in few),
    ]


def session(folder: Path, seed: int, synchronous: str = "FULL") -> Work:
    """A long scripted session as a work; with weaker syncing it must lose deeds, which a test holds us to."""
    start = folder / f"start-{seed}"
    small_store(start).close()
    script = Script(start, seed)
    script.learn(STEPS)

    def plays(data: Path, line: Line) -> None:
        session = Session(data, seed)
        session.store._writer.execute(f"PRAGMA synchronous={synchronous}")
        line.say("ready")
        line.wait()
        play(session, range(STEPS), line)

    def judge(data: Path, said: list[list[str]]) -> None:
        script.judge(data, Heard.of(said))

    return Work(f"session {seed}", script.fresh, plays, judge, 0)


def cut(work: Work, folder: Path, cuts: int) -> Tally:
    """Record a work, and cut the power at so many moments of it."""
    tally = Tally(f"power cut in {work.name}", not_tried=no_strace())
    if tally.not_tried:
        return tally
    data, began, found = folder / "data", folder / "began", folder / "found"
    work.prepare(data)

    def keep() -> None:
        # All that is there when the recording begins is taken for sure: it was synced, or is from before.
        shutil.rmtree(began, ignore_errors=True)
        if data.exists():
            shutil.copytree(data, began)

    ended = traced(partial(work.work, data), *OPTIONS, into=folder / "trace", ready=keep)
    lines = ended.trace.splitlines()
    whole = Disk(began, data)
    moments = [place for place, line in enumerate(lines) if whole.apply(line)]
    chance = Random(work.name)
    disk, at = Disk(began, data), 0
    for number, moment in enumerate(sorted(chance.choices(moments, k=cuts))):
        for line in lines[at : moment + 1]:
            disk.apply(line)
        at = max(at, moment + 1)
        disk.cut(found, chance)
        try:
            work.judge(found, [*ended.before, *disk.said])
        except Lost as lost:
            tally.lost(f"{work.name}: cut {number} after call {moment} of {len(lines)}: {lost}")
        else:
            tally.well()
    tally.remark = f"{len(moments)} moments to choose from"
    return tally
