"""strace on a forked child: counts the calls of a piece of work, breaks one of them, or records all.

The child waits until strace has attached, so that call 1 is the first of the work itself. What it says goes
by sendto, which is in none of the sets.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.faults.forks import Child, Line

# What writes, syncs, names or removes.
BREAKABLE = (
    "pwrite64", "write", "writev", "fsync", "fdatasync", "ftruncate", "fallocate",
    "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat", "mkdir",
)  # fmt: skip
CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
Work = Callable[[Line], None]


@dataclass(frozen=True)
class Ended:
    """How a traced piece of work ended: what it said before and in all, its status, what strace wrote."""

    before: list[list[str]]
    said: list[list[str]]
    status: int
    trace: str

    @property
    def injected(self) -> bool:
        """Whether the fault came about."""
        return "(INJECTED)" in self.trace or self.status == -9


def traced(
    work: Work,
    *options: str,
    into: Path,
    short: bool = False,
    ready: Callable[[], None] = lambda: None,
) -> Ended:
    """Run `work`, which says "ready" and waits, under strace from there on; `ready` is called before."""
    into.unlink(missing_ok=True)
    with Child(work) as child:
        before = child.until("ready")
        ready()
        tracer = subprocess.Popen(
            ["strace", "-f", "-p", str(child.pid), "-o", str(into), *options],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert tracer.stderr is not None
        try:
            said = tracer.stderr.readline()
            assert "attached" in said, said
            if short:
                child.go(short=True)
            lines = [*before, *(child.lines() if short else child.rest())]
            status = child.reap()
            tracer.communicate()
        finally:
            tracer.kill()
            tracer.wait()
    return Ended(before, lines, status, into.read_text(encoding="utf-8", errors="replace"))


def calls(work: Work, into: Path) -> Counter[str]:
    """How often `work` makes each call that can be broken."""
    known = [name for name in BREAKABLE if name in _known()]
    ended = traced(
        work, "-e", f"trace={','.join(known)}", "-e", "signal=none", into=into, short=True
    )
    assert ended.status == 0, ended.said[-1:]
    found = Counter(m.group(1) for m in map(CALL.match, ended.trace.splitlines()) if m)
    return Counter({name: found[name] for name in known if found[name]})


def broken(work: Work, call: str, place: int, fault: str, into: Path) -> Ended:
    """Run `work`, and let its call number `place` of this name fail: EIO, ENOSPC, or KILL before it is made."""
    name, more = fault.rstrip("+"), "+" if fault.endswith("+") else ""
    what = "signal=KILL" if name == "KILL" else f"error={name}"
    inject = f"inject={call}:{what}:when={place}{more}"
    return traced(work, "-e", f"trace={call}", "-e", inject, "-e", "signal=none", into=into)


@cache
def _known() -> frozenset[str]:
    """The calls that this strace knows for this machine: some have no plain unlink or rename."""
    found = set()
    for name in BREAKABLE:
        done = subprocess.run(
            ["strace", "-e", f"trace={name}", "-o", os.devnull, "true"],
            capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode == 0:
            found.add(name)
    return frozenset(found)
