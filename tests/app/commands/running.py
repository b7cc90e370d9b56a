"""Commands for tests: run in this process, what they said on either side, and their status."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from interview_coach.app.main import main


@dataclass(frozen=True, slots=True)
class Told:
    """How a command ended."""

    status: int
    out: str
    error: str

    @property
    def json(self) -> Any:
        """Its answer for scripts."""
        return json.loads(self.out)


class Shell:
    """Runs commands on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *words: str | Path) -> Told:
        """Run a command to its end."""
        self._capsys.readouterr()
        status = main(["--data-dir", str(self.folder), *map(str, words)])
        told = self._capsys.readouterr()
        return Told(status, told.out, told.err)

    def refused(self, *words: str | Path) -> str:
        """The one sentence that a command failed with."""
        told = self(*words)
        assert told.status == 1
        assert told.out == ""
        assert told.error.endswith(".\n")
        assert told.error.count("\n") == 1
        return told.error.strip()
