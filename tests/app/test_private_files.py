"""Everything that the program writes is for its owner alone, whatever the shell's mask says."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from interview_coach.store import backup
from tests.stores import new_store

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
ROOT = Path(__file__).resolve().parents[2]


def environment(place: Path) -> dict[str, str]:
    (place / "temporary").mkdir(mode=0o700, exist_ok=True)
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(place / "temporary"),
        "INTERVIEW_COACH_PASSPHRASE": "four plain words here",
    }


def run(place: Path, *words: str) -> None:
    """A command of the real program, started by somebody with the usual mask."""
    ran = subprocess.run(
        [sys.executable, "-m", "interview_coach", "--data-dir", str(place / "data"), *words],
        cwd=ROOT,
        env=environment(place),
        capture_output=True,
        text=True,
        check=False,
        umask=0o022,
    )
    assert ran.returncode == 0, ran.stderr


def exposed(place: Path) -> dict[str, str]:
    """What others could read, with its mode."""
    found = {}
    for path in (place, *place.rglob("*")):
        if path.is_symlink() or path.is_socket():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            found[str(path.relative_to(place))] = oct(mode)
    return found


def test_what_the_commands_write(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir(mode=0o700)
    out = place / "out"
    out.mkdir(mode=0o700)
    new_store(tmp_path / "sample", sample=True).close()
    (tmp_path / "sample").rename(place / "data")
    for name in ("x.zip", "x.zip.age", "x.json", "x.md.zip", "x.csv.zip"):
        run(place, "export", str(out / name))
    run(place, "export", str(out / "markdown"), "--as", "markdown")
    run(place, "export", str(out / "tables"), "--as", "tables")
    run(place, "backup")
    run(place, "check")
    run(place, "restore", str(backup.found(place / "data")[0].path))
    other = place / "other"
    other.mkdir(mode=0o700)
    run(other, "import", str(out / "x.zip"))
    written = {path.name for path in place.rglob("*")}
    assert {"x.zip", "x.zip.age", "backups", "interview-coach.db", "overview.csv"} <= written
    # The sample's folder was made by this test.
    (place / "data").chmod(0o700)
    assert exposed(place) == {}


def test_what_a_session_of_the_window_writes(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.mkdir(mode=0o700)
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "interview_coach",
            "--data-dir",
            str(place / "data"),
            "--trace-start",
        ],
        cwd=ROOT,
        env=environment(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        umask=0o022,
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.startswith("longest frame"):
                break
        running = exposed(place)
        names = {path.name for path in place.rglob("*")}
        program.send_signal(signal.SIGTERM)
        program.stdout.read()
    assert program.returncode == 0
    assert {"interview-coach.db", "interview-coach.db-wal", "interview-coach.lock"} <= names
    assert running == {}
    assert (place / "data" / "window.ini").exists()
    assert exposed(place) == {}
