"""Brings a backup back as the store. The window is closed by then: nobody else has the folder.

The backup is read into a file of another name, checked and brought to the schema of today; the store
of now is backed up, or kept under another name where it is beyond that; then the two are swapped.
Until the swap is written down, a stop leaves the store as it was; from then on it will be finished.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, checking, swapping
from interview_coach.store.lock import FolderLock
from interview_coach.store.opening import (
    APPLICATION_ID,
    FILE_NAME,
    LOCK_NAME,
    SCHEMA,
    connect,
    has_content,
    trouble_of,
    wal_of,
)

NEW_NAME = "interview-coach.restoring"
Told = Callable[[str], None]
# What makes a store of now impossible to back up: then its file is kept under another name.
BEYOND_BACKUP = ("damaged", "not_a_store")


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the store of before: backed up, or kept as a file, or there was none."""

    backup: Path | None = None
    kept: Path | None = None


def restore(
    folder: Path, source: Path, now: datetime, told: Told = lambda _stage: None
) -> Restored:
    """Let the backup `source` be the store in `folder`; what became of the store of before.

    `told` hears the name of each finished stage. Raises `Trouble`: in_use, busy, backup_gone,
    backup_damaged, not_a_backup, newer_backup, and whatever the disk says; the store is as it was then.
    """
    try:
        with alone(folder):
            new = folder / NEW_NAME
            try:
                bring(source, new)
                told("brought")
                check_brought(new)
                told("checked")
                bring_up_to_date(new)
                told("up to date")
                restored = keep_present(folder, now)
                told("kept")
            except BaseException:
                drop_new(new)
                raise
            swapping.swap(new, folder / FILE_NAME, restored.kept)
            told("swapped")
            return restored
    except Trouble:
        raise
    except Exception as error:
        known = trouble_of(getattr(error, "orig", None) or error)
        if known is None:
            raise
        raise known from error


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; finish what an earlier stop left. Raises `Trouble("in_use")`."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FolderLock(folder / LOCK_NAME)
    if not lock.acquire():
        raise Trouble("in_use", folder=str(folder))
    try:
        swapping.finish(folder)
        yield
    finally:
        lock.release()


def bring(source: Path, new: Path) -> None:
    """Copy the backup to its new name, through SQLite. Raises `Trouble`: backup_gone, not_a_backup."""
    if not source.is_file():
        raise Trouble("backup_gone", path=str(source))
    if source.stat().st_size == 0:
        raise Trouble("not_a_backup", path=str(source))
    known = next((b for b in backup.found_in(source.parent) if b.path == source), None)
    if known is not None and not backup.is_whole(known):
        raise Trouble("backup_damaged", path=str(source))
    drop_new(new)
    backup.begin_copy(new)
    with _damage_of(source):
        old = connect(source, "ro")
        try:
            copy = dbapi2.connect(str(new), isolation_level=None)
            try:
                old.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            finally:
                copy.close()
        finally:
            old.close()


def check_brought(new: Path) -> None:
    """Is it ours, not newer than this program, and sound?"""
    with _damage_of(new):
        raw = connect(new)
        try:
            if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise Trouble("not_a_backup", path=str(new))
            if raw.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
                raise Trouble("newer_backup", path=str(new))
            checking.require_sound(raw)
        finally:
            raw.close()


def bring_up_to_date(new: Path) -> None:
    """Bring an older schema to that of today."""
    raw = connect(new)
    try:
        if raw.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
            from interview_coach.store.migrating import migrate

            migrate(raw)
    finally:
        raw.close()


def keep_present(folder: Path, now: datetime) -> Restored:
    """Back the store of now up and let SQLite close it; where it is beyond that, name its place aside."""
    live = folder / FILE_NAME
    if not live.exists():
        return Restored()
    try:
        return Restored(backup=back_up_present(live, now))
    except Trouble as trouble:
        if trouble.code not in BEYOND_BACKUP:
            raise
    return Restored(kept=name_aside(folder, now))


def back_up_present(live: Path, now: datetime) -> Path:
    """Back up the store of now and fold its log into its file. Raises `Trouble`, "busy" among others."""
    if not live.is_file() or live.stat().st_size == 0:
        raise Trouble("not_a_store", path=str(live))
    try:
        # Of a damaged store every byte is kept: who may write folds the log into the file at the end.
        raw = connect(live, "ro" if has_content(wal_of(live)) else "rw")
        try:
            if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise Trouble("not_a_store", path=str(live))
            made = backup.make(raw, live.parent, backup.BEFORE_RESTORE, now)
        finally:
            raw.close()
        close_log(live)
    except dbapi2.DatabaseError as error:
        known = trouble_of(error)
        if known is None:
            raise
        raise known from error
    return made


def close_log(live: Path) -> None:
    """Leave WAL: SQLite folds the log into the file and removes it, unless somebody else reads along.

    So whoever opens the old file from now on, by its name or still, makes no log beside the new one.
    """
    raw = connect(live)
    try:
        if raw.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise Trouble("busy")
    finally:
        raw.close()


def name_aside(folder: Path, now: datetime) -> Path:
    """A free name beside the store for a file that is to be kept."""
    moment = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    number = 0
    while True:
        ending = f"-{number}" if number else ""
        aside = folder / f"interview-coach-kept-{moment}{ending}.db"
        if not aside.exists():
            return aside
        number += 1


def drop_new(new: Path) -> None:
    """Remove what an earlier try left under the new name."""
    for ending in ("", *swapping.LOGS):
        with contextlib.suppress(FileNotFoundError):
            new.with_name(new.name + ending).unlink()


@contextlib.contextmanager
def _damage_of(path: Path) -> Iterator[None]:
    """Say damage of the backup as such: it is not the store that is damaged."""
    codes = {"damaged": "backup_damaged", "not_a_store": "not_a_backup"}
    try:
        yield
    except Trouble as trouble:
        raise Trouble(codes.get(trouble.code, trouble.code), path=str(path)) from trouble
    except dbapi2.DatabaseError as error:
        known = trouble_of(error)
        if known is None or known.code not in codes:
            raise
        raise Trouble(codes[known.code], path=str(path)) from error
