"""What is in the wheel: the program, its types' marker, and every shipped file."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.law.habits import tracked


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def shipped(top: str) -> set[Path]:
    """The tracked files under a folder of the project."""
    files = (path.relative_to(ROOT) for path in tracked(ROOT))
    return {file.relative_to(top) for file in files if file.is_relative_to(top)}


def test_the_program_is_in_it(contents: set[str]) -> None:
    assert {f"interview_coach/{file.as_posix()}" for file in shipped("interview_coach")} <= contents


def test_the_resources_are_inside_the_package(contents: set[str]) -> None:
    resources = {f"interview_coach/_resources/{file.as_posix()}" for file in shipped("resources")}
    assert resources <= contents


def test_nothing_else_is_installed(contents: set[str]) -> None:
    tops = {name.partition("/")[0] for name in contents}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"interview_coach"}


def test_the_command_starts_the_program(contents: set[str]) -> None:
    assert any(name.endswith(".dist-info/entry_points.txt") for name in contents)
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'interview-coach = "interview_coach.app.main:main"' in text
