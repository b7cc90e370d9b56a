"""The store for a process without a window: to read, to copy and to check, whoever else has it open.

Nothing is migrated and nothing is repaired here. While nobody has the store open its lock is held, so
that no window comes up in the middle; while somebody has, SQLite's own locks keep the two apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, swapping
from interview_coach.store.lock import FolderLock
from interview_coach.store.opening import (
    APPLICATION_ID,
    FILE_NAME,
    LOCK_NAME,
    SCHEMA,
    Connection,
    connect,
    has_content,
    has_store,
    trouble_of,
    wal_of,
)
from interview_coach.store.stamps import utc_now
from interview_coach.store.views import one_view

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader


@dataclass(frozen=True, slots=True)
class Beside:
    """A store that is only looked at. `schema` may be older than the program's."""

    folder: Path
    raw: Connection
    schema: int
    clock: Callable[[], datetime]

    def back_up(self, why: str = "") -> Path:
        """A verified backup; gives its path. Raises `Trouble("damaged")`."""
        return backup.make(self.raw, self.folder, why, self.clock())

    @contextmanager
    def reader(self) -> Iterator[Reader]:
        """One consistent view for questions; raises `Trouble("older")` before an upgrade."""
        from interview_coach.store.deeds import Reader
        from interview_coach.store.engine import statements_on

        if self.schema < SCHEMA:
            raise Trouble("older", folder=str(self.folder))
        with statements_on(self.raw) as connection, one_view(self.raw):
            yield Reader(connection, self.raw, self.clock())


@contextmanager
def open_beside(folder: Path, clock: Callable[[], datetime] = utc_now) -> Iterator[Beside]:
    """Look at the store in `folder`. Raises `Trouble`: no_store, not_a_store, newer, damaged."""
    path = folder / FILE_NAME
    if not has_store(folder):
        raise Trouble("no_store", folder=str(folder))
    lock = FolderLock(folder / LOCK_NAME)
    try:
        alone = lock.acquire()
        if alone:
            swapping.finish(folder)
        _require_file(path)
        # After an unclean stop the last to close would fold the log into the file: not ours to do.
        raw = connect(path, "ro" if alone and has_content(wal_of(path)) else "rw")
        try:
            yield Beside(folder, raw, _schema(raw, path), clock)
        finally:
            raw.close()
    except Exception as error:
        known = trouble_of(error)
        if known is None:
            raise
        raise known from error
    finally:
        lock.release()


def _require_file(path: Path) -> None:
    if not path.is_file() or path.stat().st_size == 0:
        raise Trouble("not_a_store", path=str(path))


def _schema(raw: Connection, path: Path) -> int:
    raw.execute("PRAGMA query_only=ON")
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Trouble("not_a_store", path=str(path))
    schema = int(raw.execute("PRAGMA user_version").fetchone()[0])
    if schema > SCHEMA:
        raise Trouble("newer", path=str(path))
    return schema
