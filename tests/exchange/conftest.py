"""A full store, and a folder with an older document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_coach.store.store import Store
from tests.stores import new_store


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    store = new_store(tmp_path / "full", sample=True)
    yield store
    store.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that holds one older document and nothing else."""
    made = tmp_path / "place"
    made.mkdir()
    (made / "x.json").write_bytes(b"old")
    return made
