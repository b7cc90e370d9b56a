"""What tests of the commands share: a closed store with the sample data, and a shell on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands.running import Shell
from tests.stores import new_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the sample data, open nowhere."""
    new_store(tmp_path / "data", sample=True).close()
    return tmp_path / "data"


@pytest.fixture
def shell(folder: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Runs commands on that folder."""
    return Shell(folder, capsys)
