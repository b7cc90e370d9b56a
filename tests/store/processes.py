"""Other processes for tests: one that holds a store, one without root's powers, one with a full disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.conftest import ROOT

NOBODY = 65534
# A script begins so: it gives up root, who may do everything, once all is imported.
AS_ANYBODY = f"""
import os, sys
from pathlib import Path
from interview_coach.store import backup, interview, interviews, prep, trash
from interview_coach.domain.trouble import Trouble
from interview_coach.store.opening import connect, open_store
from interview_coach.store.store import Store
folder = Path(sys.argv[1])
if os.getuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
"""


def run(script: str, *args: object, prefix: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run a script with the program at hand, to its end."""
    return subprocess.run(
        [*prefix, sys.executable, "-c", script, *map(str, args)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60, env={**os.environ},
    )  # fmt: skip


def output(script: str, *args: object, prefix: Sequence[str] = ()) -> str:
    """What a script printed; its errors fail the test."""
    done = run(script, *args, prefix=prefix)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@contextmanager
def open_to_anybody() -> Iterator[Path]:
    """A folder that a process without root's powers may use: pytest's own are root's alone."""
    folder = Path(mkdtemp(prefix="interview-coach-test-"))
    try:
        give_away(folder)
        yield folder
    finally:
        for place, folders, _files in os.walk(folder):
            for name in folders:
                Path(place, name).chmod(0o700)
        shutil.rmtree(folder)


def give_away(folder: Path) -> None:
    """Let all in a folder belong to whom `AS_ANYBODY` becomes."""
    if os.getuid() == 0:
        for place, folders, files in os.walk(folder):
            for name in (".", *folders, *files):
                os.chown(Path(place, name), NOBODY, NOBODY)


@cache
def namespace() -> tuple[str, ...]:
    """The command that gives a process its own mounts, where that is allowed; else nothing."""
    command = ("unshare", "-Urm")
    try:
        done = subprocess.run(
            [*command, "sh", "-c", "mount -t tmpfs none /mnt"], capture_output=True, check=False
        )
    except OSError:
        return ()
    return command if done.returncode == 0 else ()


@contextmanager
def holding(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has opened the store in `folder` and done a deed; killed at the end."""
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from interview_coach.store.opening import open_store\n"
        "from interview_coach.store.store import Store\n"
        "from interview_coach.store import opportunity\n"
        "from interview_coach.domain.interview import OpportunityDraft\n"
        "store = Store(open_store(Path(sys.argv[1])))\n"
        "store.do(opportunity.add_opportunity, OpportunityDraft('Held', 'Elsewhere'))\n"
        "print('held', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ},
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()
