"""The program as a process: its options, its ends, and a second start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from interview_coach import __version__
from interview_coach.store.opening import FILE_NAME

PATIENCE = 60


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "interview_coach", *options],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
    )


def start(folder: Path) -> subprocess.Popen[str]:
    """A running program that has told that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "--data-dir", str(folder), "--trace-start"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith("longest frame"):
            break
    return process


def test_tells_its_version() -> None:
    told = run("--version")
    assert told.returncode == 0
    assert __version__ in told.stdout


def test_tests_itself() -> None:
    told = run("--self-test")
    assert told.returncode == 0, told.stderr
    assert "all is well" in told.stdout


def test_tells_the_stages_of_its_start_and_ends_when_asked_to(tmp_path: Path) -> None:
    process = start(tmp_path / "here")
    process.send_signal(signal.SIGTERM)
    _out, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, told
    assert (tmp_path / "here" / FILE_NAME).exists()
    assert not list((tmp_path / "here").glob("*-wal")), "a proper end folds the log into the file"


def test_takes_the_folder_from_the_environment(tmp_path: Path) -> None:
    folder = tmp_path / "by environment"
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "--trace-start"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "INTERVIEW_COACH_DATA_DIR": str(folder)},
    )
    assert process.stdout is not None
    stages = []
    for line in process.stdout:
        stages.append(line.rsplit(maxsplit=1)[0])
        if line.startswith("longest frame"):
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert (folder / FILE_NAME).exists()
    assert stages.index("today's rows") < stages.index("first paint") < stages.index("ready")


def test_a_second_start_raises_the_first_window_and_leaves(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    first = start(folder)
    try:
        second = run("--data-dir", str(folder))
        assert second.returncode == 0, second.stderr
        assert "has been raised" in second.stderr
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
        first.communicate(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "not Interview Coach"), (b"hello, I am a letter" * 100, "not Interview Coach")],
)
def test_says_in_a_sentence_what_it_cannot_open(tmp_path: Path, content: bytes, said: str) -> None:
    folder = tmp_path / "strange"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    # The box that says it waits for a click, so the sentence is read from the other side.
    process = subprocess.Popen(
        [sys.executable, "-m", "interview_coach", "--data-dir", str(folder)],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    process.kill()
    process.communicate(timeout=PATIENCE)
    assert said in line
    assert (folder / FILE_NAME).read_bytes() == content
