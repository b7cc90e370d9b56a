"""Disks without room: a small file system with ever less of it, and a limit on the size of files."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from json import loads
from pathlib import Path

from tests.conftest import ROOT
from tests.faults.forks import Child, Line
from tests.faults.ground import Size, Work, all_works, place
from tests.faults.tally import Lost, Tally
from tests.store.processes import namespace

PAGE = 4096
DISK = 24 << 20
INSIDE = "INTERVIEW_COACH_FAULTS_OWN_MOUNTS"
Make = Callable[[], None]


def run(size: Size) -> list[Tally]:
    """Both, for every piece of work."""
    return [*_limited(size), *_small_disk(size)]


# --- a limit on the size of files: the write that would pass it fails ---------------------------


def _limited(size: Size) -> list[Tally]:
    tallies = []
    with place() as folder:
        for work in all_works(folder):
            tally = Tally(f"files may grow no further: {work.name}")
            _at_each_size(tally, work, folder / "data", size)
            tallies.append(tally)
    return tallies


def _at_each_size(tally: Tally, work: Work, data: Path, size: Size) -> None:
    """Let files be at most so large, from what the largest is, page by page, until all is done."""

    def limited(limit: int, line: Line) -> None:
        told = Limited(line, limit)
        work.work(data, told)

    work.prepare(data)
    grown = _grows(work, data)
    for limit in size.some(range(0, grown + PAGE, PAGE), work.sample // 2):
        work.prepare(data)
        with Child(partial(limited, limit)) as child:
            said = child.until("ready")
            said += child.rest()
            child.reap()
        _judged(tally, work, data, said, f"{limit} bytes")


def _grows(work: Work, data: Path) -> int:
    """How large the largest file becomes in this work."""
    with Child(partial(work.work, data)) as child:
        child.until("ready")
        child.go(short=True)
        list(child.lines())
        child.reap()
    return max(p.stat().st_size for p in data.rglob("*") if p.is_file())


class Limited(Line):
    """A line whose process may write only so far into any file, from `ready` until it is `over`."""

    def __init__(self, line: Line, limit: int) -> None:
        super().__init__(line.end)
        self._limit = limit

    def wait(self) -> None:
        super().wait()
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._limit, most))

    def over(self) -> None:
        _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        super().over()


def _judged(tally: Tally, work: Work, data: Path, said: list[list[str]], at: str) -> None:
    try:
        work.judge(data, said)
    except Lost as lost:
        tally.lost(f"{work.name}: {at}: {lost}")
    else:
        tally.well()


# --- a small file system of one's own -----------------------------------------------------------


def _small_disk(size: Size) -> list[Tally]:
    if not namespace():
        return [Tally("a disk with ever less room", not_tried="no mounts for this user here")]
    command = [*namespace(), sys.executable, "-m", "tests.faults.full"]
    done = subprocess.run(
        [*command, *(["--sample"] if size.sample else [])],
        cwd=ROOT, env={**os.environ}, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return [Tally(**values) for values in loads(done.stdout)]


def inside(size: Size) -> list[Tally]:
    """In a namespace with its own mounts: every work on a small disk, page by page fuller."""
    tallies = []
    with place() as folder:
        disk = folder / "disk"
        disk.mkdir()
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(disk)], check=True
        )
        for work in all_works(folder):
            tally = Tally(f"a disk with ever less room: {work.name}")
            _with_less_and_less(tally, work, disk, size)
            tallies.append(tally)
        subprocess.run(["umount", "-l", str(disk)], check=True)
    return tallies


def _with_less_and_less(tally: Tally, work: Work, disk: Path, size: Size) -> None:
    data, ballast = disk / "data", disk / "ballast"
    work.prepare(data)
    before = _free(disk)
    _grows(work, data)
    needed = (before - _free(disk)) // PAGE + 8
    for pages in size.some(range(needed), work.sample // 2):
        ballast.unlink(missing_ok=True)
        work.prepare(data)
        with Child(partial(work.work, data)) as child:
            said = child.until("ready")
            _fill(ballast, _free(disk) - pages * PAGE)
            child.go()
            for words in child.lines():
                said.append(words)
                if words == ["over"]:
                    break
            with suppress(OSError):
                ballast.unlink()
            said += child.rest()
            child.reap()
        _judged(tally, work, data, said, f"{pages} pages left")


def _free(disk: Path) -> int:
    state = os.statvfs(disk)
    return state.f_bfree * state.f_frsize


def _fill(ballast: Path, size: int) -> None:
    handle = os.open(ballast, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        os.posix_fallocate(handle, 0, max(size, 1))
    os.close(handle)


if __name__ == "__main__":
    from json import dumps

    sys.stdout.write(dumps([t.values() for t in inside(Size("--sample" in sys.argv))]) + "\n")
