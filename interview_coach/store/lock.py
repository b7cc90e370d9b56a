"""Owns the lock on a data folder: one program at a time; it goes with its process, however that ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class FolderLock:
    """A lock on a file that holds nothing. The system gives it up when the process is gone.

    The folder itself is locked as well, where that can be: a lock file can be deleted, by hand or by what
    tidies up, and the next program would make and lock another one.

    A library does this too, and takes longer to import than the store to open: the first paint
    would wait for it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._folder: int | None = None

    def acquire(self) -> bool:
        """Take it; False when somebody else has it. Raises OSError where none can be had."""
        if self._file is not None:
            return True
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        folder: int | None = None
        try:
            taken = _take(opened)
            if taken:
                taken, folder = _take_folder(self._path.parent)
        except BaseException:
            os.close(opened)
            raise
        if taken:
            self._file, self._folder = opened, folder
        else:
            os.close(opened)
        return taken

    def release(self) -> None:
        """Give it up. The file stays: whoever waits for it has it open."""
        if self._file is not None:
            opened, self._file = self._file, None
            _give(opened)
            os.close(opened)
        if self._folder is not None:
            # Closed, it is given up.
            folder, self._folder = self._folder, None
            os.close(folder)


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

    def _take_folder(folder: Path) -> tuple[bool, int | None]:
        del folder
        return True, None  # a file that is open cannot be deleted there

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

    def _take_folder(folder: Path) -> tuple[bool, int | None]:
        """Whether it is free, and what to close when it is given up."""
        try:
            opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except OSError:
            return True, None
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(opened)
            return False, None
        except OSError:
            # Some file systems over a network lock only what is open for writing.
            os.close(opened)
            return True, None
        return True, opened
