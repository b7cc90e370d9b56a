"""Owns the lock on a data folder: one program at a time; it goes with its process, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FolderLock:
    """A lock on a file that holds nothing. The system gives it up when the process is gone.

    A library does this too, and takes longer to import than the store to open: the first paint
    would wait for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take it; False when somebody else has it. Raises OSError where none can be had."""
        if self._file is not None:
            return True
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            taken = _take(opened)
        except BaseException:
            os.close(opened)
            raise
        if taken:
            self._file = opened
        else:
            os.close(opened)
        return taken

    def release(self) -> None:
        """Give it up. The file stays: whoever waits for it has it open."""
        if self._file is not None:
            opened, self._file = self._file, None
            _give(opened)
            os.close(opened)


if sys.platform == "win32":
    import msvcrt

    def _take(opened: int) -> bool:
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _give(opened: int) -> None:
        os.lseek(opened, 0, os.SEEK_SET)
        msvcrt.locking(opened, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(opened: int) -> bool:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_UN)
