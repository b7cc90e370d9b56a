"""What tests of the store share: a clock, an empty store, and one with the sample data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview_coach.store.store import Store
from tests.store.small import small_store
from tests.stores import Clock, new_store


@pytest.fixture
def clock() -> Clock:
    """The clock of this test."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty store."""
    opened = new_store(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def full_store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """A store with the sample data."""
    opened = new_store(tmp_path / "full", clock, sample=True)
    yield opened
    opened.close()


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[Store]:
    """A store with a little of everything, to import into and to make documents from."""
    store = small_store(tmp_path / "mine")
    yield store
    store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """Another, empty store."""
    store = new_store(tmp_path / "empty")
    yield store
    store.close()
