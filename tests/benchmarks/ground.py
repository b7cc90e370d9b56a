"""Owns what all benchmarks stand on: the stores of one run, the screens, and processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from interview_coach.store import backup
from interview_coach.store.opening import FILE_NAME, connect
from tests.large import DESIGN, HUGE, Size, make_large, today

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 600
EMPTY = Size(0)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows are shown: a name for the table, and what a process needs to find it."""

    name: str
    environment: dict[str, str]


OFFSCREEN = Screen("off-screen", {"QT_QPA_PLATFORM": "offscreen"})


@dataclass
class Ground:
    """One run: how much is measured, and where."""

    folder: Path
    screens: list[Screen]
    sizes: list[Size] = field(default_factory=lambda: [EMPTY, DESIGN, HUGE])
    starts: int = 15
    times: int = 200
    # Only the first of the queries, steps and lists, and nothing warmed up: to see that all runs.
    tiny: bool = False

    @property
    def screen(self) -> Screen:
        """The screen that is most like a person's."""
        return self.screens[-1]

    @property
    def full_sizes(self) -> list[Size]:
        """The sizes that have something in them."""
        return [size for size in self.sizes if size.interviews]

    @property
    def design(self) -> Size:
        """The size that everything is measured at."""
        return self.full_sizes[0]

    def store(self, size: Size) -> Path:
        """The folder of a store of that size; made once, and not to be written to."""
        folder = self.folder / f"store-{size.interviews}"
        if not folder.exists():
            say(f"making a store of {named(size)}")
            part = folder.with_suffix(".part")
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            make_large(part, size, today())
            # So that no start finds a backup due: it would run beside what is measured.
            raw = connect(part / FILE_NAME)
            backup.make(raw, part)
            raw.close()
            part.rename(folder)
        return folder

    @contextmanager
    def copy(self, size: Size) -> Iterator[Path]:
        """A store of that size to write to."""
        folder = self.folder / f"copy-{size.interviews}"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.store(size), folder)
        try:
            yield folder
        finally:
            shutil.rmtree(folder)

    def child(self, module: str, *args: object, screen: Screen | None = None) -> dict[str, Any]:
        """Run a module of these in a process of its own; what it reported, and when it began."""
        environment = {**os.environ, **(screen or self.screen).environment, "LC_ALL": "C.UTF-8"}
        # The program asks for its frames at once; so does the empty window that it is held against.
        environment["QT_QPA_UPDATE_IDLE_TIME"] = "0"
        # What is not compiled, or is compiled every time, is not what a person starts.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, args)]
        began = perf_counter()
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        if done.returncode != 0 or not done.stdout.strip():
            raise RuntimeError(f"{module} failed ({done.returncode}):\n{done.stdout}{done.stderr}")
        found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return {"began": began, **found}


def report(**found: object) -> None:
    """In a child: tell what was found."""
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """Tell how far it has come."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def named(size: Size) -> str:
    """What a store of that size is called in the table."""
    return f"{size.interviews:,}" if size.interviews else "empty"


@contextmanager
def x_screen() -> Iterator[Screen | None]:
    """A screen of Xvfb for the time being; None where there is none."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    read, write = os.pipe()
    command = [
        program,
        "-displayfd",
        str(write),
        "-screen",
        "0",
        "1920x1080x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(
        command, pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                number = told.readline().strip()
            found = Screen("Xvfb", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"})
            yield found if number else None
        finally:
            server.terminate()
