"""Where and how much is tried: folders, how many times, and which faults this system permits."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from tests.faults.forks import Child, Line

# In memory, where there is some: what a process is killed in does not depend on the disk.
MEMORY = Path("/dev/shm")
ENOUGH = 48 << 20
T = TypeVar("T")


@dataclass(frozen=True)
class Size:
    """Whether all is tried or a sample."""

    sample: bool

    def of(self, whole: int, sample: int) -> int:
        """How many times."""
        return sample if self.sample else whole

    def some(self, places: Sequence[T], sample: int) -> Sequence[T]:
        """Which of the places: all, or as many as a sample has, evenly spread, first and last included."""
        if not self.sample or len(places) <= sample:
            return places
        return [places[round(i * (len(places) - 1) / (sample - 1))] for i in range(sample)]


@dataclass(frozen=True)
class Work:
    """A piece of work on a folder that is broken.

    `prepare` makes the folder anew. `work` says "ready" and waits before what is to be broken, which ends with
    "over"; what it does then is out of danger. `judge` is given all that was said, and raises `Lost`.
    """

    name: str
    prepare: Callable[[Path], object]
    work: Callable[[Path, Line], None]
    judge: Callable[[Path, list[list[str]]], None]
    sample: int


@contextmanager
def place() -> Iterator[Path]:
    """A folder for trials, removed afterwards."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    base = MEMORY if roomy and shutil.disk_usage(MEMORY).free > ENOUGH else None
    folder = Path(tempfile.mkdtemp(prefix="interview-coach-faults-", dir=base))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def no_strace() -> str:
    """Why system calls cannot be watched and broken here; "" when they can."""
    if shutil.which("strace") is None:
        return "strace is not installed"

    def waits(line: Line) -> None:
        line.say("ready")
        line.wait()

    with Child(waits) as child:
        child.until("ready")
        tracer = subprocess.Popen(
            ["strace", "-p", str(child.pid), "-o", os.devnull, "-e", "inject=fsync:error=EIO"],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        child.go()
        tracer.wait()
    return "" if "attached" in said else "strace is not permitted to attach"


def all_works(folder: Path) -> list[Work]:
    """Every piece of work that is broken at each of its calls, cut off from power, and left without room."""
    from tests.faults import files_out, restoring, upgrade, works

    return [
        *works.all_of(folder),
        *files_out.all_of(folder),
        *upgrade.all_of(folder),
        *restoring.all_of(folder),
    ]
