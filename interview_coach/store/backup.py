"""Backups by SQLite's own backup API: never a copy of the live file, never of a damaged store."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.backup import thinned
from interview_coach.domain.trouble import Trouble
from interview_coach.store.stamps import utc_now

FOLDER = "backups"
_NAME_FORMAT = "%Y%m%dT%H%M%SZ"
DAILY = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made, its size in bytes, and what made it.

    `why` is "" when the person did, else "daily" or "before-upgrade".
    """

    path: Path
    made_at: datetime
    size: int
    why: str = ""


def settle(new: Path, final: Path) -> None:
    """Give a finished file its final name so that a power cut leaves the old or the new, whole."""
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(final)
    if os.name == "posix":
        handle = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make(
    connection: dbapi2.Connection, folder: Path, why: str = "", now: datetime | None = None
) -> Path:
    """Back the store of `connection` up into `folder`/backups, verified by opening the copy.

    Raises `Trouble("damaged")` when the copy fails its check, and then keeps the older ones.
    """
    place = folder / FOLDER
    place.mkdir(mode=0o700, exist_ok=True)
    moment = (now or utc_now()).astimezone(UTC)
    final = place / _name(moment, why)
    while final.exists():
        moment += timedelta(seconds=1)
        final = place / _name(moment, why)
    new = final.with_suffix(".part")
    new.unlink(missing_ok=True)
    # Ours to make, so that a missing permission is named; SQLite takes an empty file for a new one.
    new.touch(mode=0o600, exist_ok=False)
    copy = dbapi2.connect(str(new), isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        _verify(copy)
    except BaseException:
        copy.close()
        new.unlink(missing_ok=True)
        raise
    copy.close()
    settle(new, final)
    return final


def _verify(copy: dbapi2.Connection) -> None:
    if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise Trouble("damaged")


def _name(moment: datetime, why: str) -> str:
    return f"interview-coach-{moment.strftime(_NAME_FORMAT)}{'-' + why if why else ''}.db"


def found(folder: Path) -> tuple[Backup, ...]:
    """The backups of a store, newest first."""
    place = folder / FOLDER
    if not place.is_dir():
        return ()
    backups = []
    for path in place.glob("interview-coach-*.db"):
        stamp, _, why = path.stem.removeprefix("interview-coach-").partition("-")
        try:
            made_at = datetime.strptime(stamp, _NAME_FORMAT).replace(tzinfo=UTC)
        except ValueError:
            continue
        backups.append(Backup(path, made_at, path.stat().st_size, why))
    return tuple(sorted(backups, key=lambda b: b.made_at, reverse=True))


def due(folder: Path, store_path: Path, now: datetime) -> bool:
    """Whether a daily backup is due: the last is old, and the store has changed since."""
    newest = next(iter(found(folder)), None)
    if newest is None:
        return True
    wal = store_path.with_name(store_path.name + "-wal")
    changed = max(p.stat().st_mtime for p in (store_path, wal) if p.exists())
    return now - newest.made_at >= DAILY and changed > newest.made_at.timestamp()


def thin(folder: Path, now: datetime) -> None:
    """Remove the backups that the thinning rule lets go."""
    backups = found(folder)
    let_go = set(thinned([b.made_at for b in backups], now))
    for one in backups:
        if one.made_at in let_go:
            one.path.unlink(missing_ok=True)
