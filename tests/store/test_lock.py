"""Tests of the lock on a data folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from interview_coach.store.lock import FolderLock


def test_one_at_a_time(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_taking_it_twice_is_taking_it_once(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "lock")
    assert lock.acquire()
    assert lock.acquire()
    lock.release()
    assert FolderLock(tmp_path / "lock").acquire()


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "lock")
    lock.acquire()
    lock.release()
    if os.name == "posix":
        assert (tmp_path / "lock").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name != "posix", reason="what is open cannot be deleted")
def test_a_lock_file_that_was_deleted_lets_nobody_else_in(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert first.acquire()
    (tmp_path / "lock").unlink()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
