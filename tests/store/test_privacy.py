"""Tests that nobody but its owner may read a store, nor look into its folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.store import backup, opportunity
from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.store import Store
from tests.stores import Clock, new_store


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The file of a store with something in it, cleanly closed."""
    new_store(tmp_path / "data", sample=True).close()
    return tmp_path / "data" / FILE_NAME


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        folder = tmp_path / "private"
        store = Store(open_store(folder), Clock())
        store.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Tester"))
        store.back_up()
        assert mode(folder) == 0o700
        assert mode(folder / backup.FOLDER) == 0o700
        files = [p for p in folder.rglob("*") if p.is_file()]
        assert {p.name for p in files} >= {FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"}
        assert {oct(mode(p)) for p in files} == {"0o600"}
        store.close()
    finally:
        os.umask(before)


def test_a_file_from_elsewhere_is_made_private(closed: Path) -> None:
    closed.chmod(0o644)
    Store(open_store(closed.parent), Clock()).close()
    assert mode(closed) == 0o600


def test_a_folder_with_nothing_but_ours_is_made_private(closed: Path) -> None:
    folder = closed.parent
    (folder / "window.ini").touch()
    folder.chmod(0o755)
    Store(open_store(folder), Clock()).close()
    assert mode(folder) == 0o700


def test_an_empty_folder_that_was_there_is_made_private(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    Store(open_store(folder), Clock()).close()
    assert mode(folder) == 0o700


def test_a_folder_that_holds_something_else_stays_as_it_is(closed: Path) -> None:
    folder = closed.parent
    (folder / "holiday.jpg").touch()
    folder.chmod(0o755)
    Store(open_store(folder), Clock()).close()
    assert mode(folder) == 0o755
    assert mode(closed) == 0o600
