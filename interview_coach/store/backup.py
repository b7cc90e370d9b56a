"""Backups by SQLite's own backup API: never a copy of the live file, never of a damaged store.

Each is one file with a note beside it, `….json`, of what it holds: counts, the digest of its bytes
and of the state it was made of. The note is on the disk before the backup has its name.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock
from sqlcipher3 import dbapi2

from interview_coach.domain.backup import thinned
from interview_coach.domain.trouble import Trouble
from interview_coach.store import checking, contents
from interview_coach.store.stamps import utc_now
from interview_coach.store.views import one_view

FOLDER = "backups"
HALF = ".part"
NOTE = ".json"
LOCK = ".lock"
PATIENCE_S = 120
FORMAT = "interview-coach-backup"
_PREFIX = "interview-coach-"
_NAME_FORMAT = "%Y%m%dT%H%M%SZ"
_LARGEST_NOTE = 1 << 20

# What made a backup; "" when the person did.
BY_HAND, ON_START, HOURLY, ON_QUIT = "", "start", "hourly", "quit"
BEFORE_UPGRADE, BEFORE_IMPORT, BEFORE_RESTORE = "before-upgrade", "before-import", "before-restore"


P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made, its size in bytes, what made it, what it holds.

    `counts` is empty and `digest` and `state` are "" where its note is missing. `number` counts them
    in the order they were made, whatever the clock said.
    """

    path: Path
    made_at: datetime
    size: int
    why: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    schema: int = 0
    digest: str = ""
    state: str = ""
    number: int = 0


# --- files that are whole or not there ------------------------------------------------------------


def sync_folder(folder: Path) -> None:
    """Let the names in a folder survive a power cut, where folders can be asked for that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sync_file(path: Path) -> None:
    """Let what was written to a file, which nobody has open as a store, survive a power cut."""
    # Opened to write: some systems refuse to sync what is only read.
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle(new: Path, final: Path) -> None:
    """Give a finished file its final name so that a power cut leaves the old or the new, whole."""
    sync_file(new)
    new.replace(final)
    sync_folder(final.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small private file whole or not at all."""
    new = path.with_name(f"{path.name}{HALF}")
    new.unlink(missing_ok=True)
    try:
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb", buffering=0) as file:
            rest = memoryview(data)
            # A full disk may take a part and only then say so.
            while rest:
                rest = rest[file.write(rest) or 0 :]
        settle(new, path)
    except BaseException:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def digest_of(path: Path) -> str:
    """The digest of a file that nobody has open as a store."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- making one -----------------------------------------------------------------------------------


def make(
    connection: dbapi2.Connection, folder: Path, why: str = BY_HAND, now: datetime | None = None
) -> Path:
    """Back the store of `connection` up into `folder`/backups, verified by opening the copy.

    Raises `Trouble("damaged")` when the copy fails its check, and then keeps the older ones.
    """
    place = open_place(folder)
    with alone_in(place):
        return _make(connection, place, why, (now or utc_now()).astimezone(UTC))


def _make(connection: dbapi2.Connection, place: Path, why: str, moment: datetime) -> Path:
    final = _free_name(place, moment, why)
    new = final.with_suffix(HALF)
    note = final.with_suffix(NOTE)
    try:
        begin_copy(new)
        state = copy_store(connection, new)
        written = describe(new, state)
        written |= {"number": 1 + max((b.number for b in found_in(place)), default=0)}
        write_whole(note, json.dumps({"format": FORMAT, "version": 1, **written}).encode())
        settle(new, final)
    except BaseException:
        for half in (new, note):
            with contextlib.suppress(OSError):
                half.unlink(missing_ok=True)
        raise
    return final


def make_if_changed(
    connection: dbapi2.Connection, folder: Path, why: str, now: datetime | None = None
) -> Path | None:
    """Back up unless the last backup holds all this already; gives the new one's path."""
    last = next(iter(found(folder)), None)
    if last is not None and last.state and last.state == contents.state(connection):
        return None
    return make(connection, folder, why, now)


def open_place(folder: Path) -> Path:
    """The folder of the backups, private, made where it is missing."""
    place = folder / FOLDER
    if not place.is_dir():
        place.mkdir(mode=0o700)
        sync_folder(folder)
    return place


@contextlib.contextmanager
def alone_in(place: Path) -> Iterator[None]:
    """Let nobody else make or remove backups here meanwhile: a window and a command may both try."""
    with FileLock(str(place / LOCK), timeout=PATIENCE_S, thread_local=False):
        yield


def begin_copy(new: Path) -> None:
    """An empty private file to copy into."""
    new.unlink(missing_ok=True)
    # Ours to make, so that a missing permission is named; SQLite takes an empty file for a new one.
    new.touch(mode=0o600, exist_ok=False)


def copy_store(connection: dbapi2.Connection, new: Path) -> str:
    """Copy one view of a store; gives the state that it had. Raises `Trouble("damaged")`."""
    with one_view(connection):
        try:
            state = contents.state(connection)
        except dbapi2.DatabaseError as error:
            raise _damage(error) from error
        copy = dbapi2.connect(str(new), isolation_level=None)
        try:
            connection.backup(copy)
            # One file, whole by itself.
            copy.execute("PRAGMA journal_mode=DELETE")
        except dbapi2.DatabaseError as error:
            raise _damage(error) from error
        finally:
            copy.close()
    return state


def describe(new: Path, state: str) -> dict[str, Any]:
    """Open a copy, check it, and say what it holds. Raises `Trouble("damaged")`."""
    copy = dbapi2.connect(str(new), isolation_level=None)
    try:
        checking.require_sound(copy)
        if contents.state(copy) != state:
            raise Trouble("disk_error")
        schema = copy.execute("PRAGMA user_version").fetchone()[0]
        held = contents.counts(copy)
    finally:
        copy.close()
    return {"schema": schema, "counts": held, "state": state, "sha256": digest_of(new)}


def _damage(error: dbapi2.DatabaseError) -> Exception:
    return Trouble("damaged") if "malformed" in str(error) else error


def _free_name(place: Path, moment: datetime, why: str) -> Path:
    while True:
        ending = f"-{why}" if why else ""
        final = place / f"{_PREFIX}{moment.strftime(_NAME_FORMAT)}{ending}.db"
        if not final.exists():
            return final
        moment += timedelta(seconds=1)


# --- those that are there -------------------------------------------------------------------------


def found(folder: Path) -> tuple[Backup, ...]:
    """The backups of a store, the last made first."""
    return found_in(folder / FOLDER)


def found_in(place: Path) -> tuple[Backup, ...]:
    """The backups that lie in a folder, the last made first."""
    try:
        names = sorted(place.glob(f"{_PREFIX}*.db"))
        backups = [one for one in map(_read, names) if one is not None]
    except OSError:
        return ()
    return tuple(sorted(backups, key=lambda b: (b.number, b.made_at), reverse=True))


def _read(path: Path) -> Backup | None:
    stamp, _, why = path.stem.removeprefix(_PREFIX).partition("-")
    try:
        made_at = datetime.strptime(stamp, _NAME_FORMAT).replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, FileNotFoundError):
        return None
    note = _note_of(path)
    return Backup(
        path,
        made_at,
        size,
        why,
        {k: n for k, n in _part(note, "counts", dict).items() if isinstance(n, int)},
        schema=_part(note, "schema", int),
        digest=_part(note, "sha256", str),
        state=_part(note, "state", str),
        number=_part(note, "number", int),
    )


def _part(note: Mapping[str, Any], name: str, kind: type[P]) -> P:
    """A part of a note, or nothing of its kind where somebody else wrote another one."""
    found = note.get(name)
    return found if isinstance(found, kind) else kind()


def _note_of(path: Path) -> dict[str, Any]:
    """The note beside a backup; nothing where it is missing or no note."""
    try:
        with path.with_suffix(NOTE).open("rb") as file:
            note = json.loads(file.read(_LARGEST_NOTE))
    except (OSError, ValueError, RecursionError):
        return {}
    return note if isinstance(note, dict) and note.get("format") == FORMAT else {}


def is_whole(one: Backup) -> bool:
    """Whether a backup's bytes are still those that were written; True where there is no note."""
    return not one.digest or digest_of(one.path) == one.digest


def thin(folder: Path, now: datetime) -> None:
    """Remove the backups that the thinning rule lets go, and what a stop left half-made."""
    place = folder / FOLDER
    if place.is_dir():
        with alone_in(place):
            thin_in(place, now)


def thin_in(place: Path, now: datetime) -> None:
    """Thin the backups in a folder where nobody makes one meanwhile."""
    backups = found_in(place)[::-1]
    for index in thinned([b.made_at for b in backups], now):
        remove(backups[index].path)
    for left in (*place.glob(f"{_PREFIX}*{HALF}"), *place.glob(f"{_PREFIX}*{NOTE}")):
        if left.suffix == HALF or not left.with_suffix(".db").exists():
            left.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a backup; its note goes last, so that none is ever without."""
    path.unlink(missing_ok=True)
    path.with_suffix(NOTE).unlink(missing_ok=True)
