"""Processes that are cheap to start and to kill: forked from one that has imported everything already.

Owns the line between the two: what a child says goes by `send`, a system call that no fault is put into, so
that an acknowledgement is never what fails.
"""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_S = 300
SET_PTRACER, ANY_TRACER = 0x59616D61, ctypes.c_ulong(-1)


class Line:
    """A child's end: it says lines, and waits to be told."""

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        # Whether only what comes before `over` is wanted.
        self.short = False

    def say(self, *words: object) -> None:
        """One line, at once: the kill may come right after."""
        self.end.sendall((" ".join(map(str, words)) + "\n").encode())

    def wait(self) -> None:
        """Wait until the parent says go."""
        self.short = self.end.recv(1) == b"s"

    def over(self) -> None:
        """What is to be broken is over; the process ends here, or waits until it may go on."""
        if self.short:
            os._exit(0)
        self.say("over")
        self.end.recv(1)


class Child:
    """A forked process that runs `work`; killed at the end of the block if it still lives."""

    def __init__(self, work: Callable[[Line], None]) -> None:
        sys.stdout.flush()
        ours, theirs = socket.socketpair()
        self.pid = os.fork()
        if self.pid == 0:
            ours.close()
            _run(work, Line(theirs))
        theirs.close()
        ours.settimeout(PATIENCE_S)
        self._end = ours
        self._heard = b""
        self.status: int | None = None

    def go(self, *, short: bool = False) -> None:
        """Let it go on from where it waits, to its end or only until it is `over`."""
        with suppress(OSError):
            self._end.sendall(b"s" if short else b"g")

    def rest(self) -> list[list[str]]:
        """What else it says, to its end; it need not wait any more."""
        self.go()
        self.go()
        return list(self.lines())

    def lines(self) -> Iterator[list[str]]:
        """What it says, word by word, until it says no more; a line cut off by a kill is not said."""
        while True:
            while b"\n" in self._heard:
                line, _, self._heard = self._heard.partition(b"\n")
                yield line.decode().split(" ")
            try:
                more = self._end.recv(1 << 16)
            except ConnectionError:
                more = b""
            if not more:
                return
            self._heard += more

    def until(self, word: str) -> list[list[str]]:
        """Read on until a line is just `word`; the lines before it."""
        said: list[list[str]] = []
        for line in self.lines():
            if line == [word]:
                return said
            said.append(line)
        raise AssertionError(f"it never said {word!r}, but {said}")

    def kill(self) -> None:
        """SIGKILL."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def reap(self) -> int:
        """Wait for its end; 0, or what it died of."""
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.status

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self.status is None:
            self.kill()
            self.reap()
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._end.close()


def _run(work: Callable[[Line], None], line: Line) -> None:
    status = 1
    try:
        # Where only parents may trace their children, whoever is asked to trace this one may.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(SET_PTRACER, ANY_TRACER, 0, 0, 0)
        work(line)
        status = 0
    except BaseException as error:  # noqa: BLE001  said to the parent, which fails the trial
        with suppress(OSError):
            frames = traceback.extract_tb(error.__traceback__)[-4:]
            told = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
            line.say("crashed", repr(error), "at", *told)
    finally:
        # Nothing that the parent opened is to be flushed or closed a second time.
        os._exit(status)


def in_child(work: Callable[[Line], None]) -> list[list[str]]:
    """Run to the end in a process of its own; what it said. Raises AssertionError when it failed."""
    with Child(work) as child:
        said = child.rest()
        status = child.reap()
    assert status == 0, said[-1:] or status
    return said
