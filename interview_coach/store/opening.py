"""Opening the store, in one order that writes nothing before the backup.

Lock, refuse what is not ours or newer, check, back up, migrate, verify, hand over. SQLAlchemy and
Alembic are not needed for a store whose schema is current.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store import drives, refusing
from interview_coach.store.lock import FolderLock

FILE_NAME = "interview-coach.db"
LOCK_NAME = "interview-coach.lock"
# What else lies in a data folder of ours.
OURS = "interview-coach"
ALSO_OURS = frozenset({"backups", "window.ini", "second-place.json"})
# Where a swap of the store that a stop interrupted is written down: see swapping.py.
SWAP_NAME = "interview-coach.swap"
APPLICATION_ID = 0x49434F41
SCHEMA = 6

# Pages: about 32 MB.
LONGEST_LOG = 8000

Connection = dbapi2.Connection
Stage = Callable[[str], None]
# What SQLite needs to open a store: the memory that its connections share, and a page.
_LEAST_ROOM = 32768 + 4096


@dataclass(slots=True)
class Opened:
    """An open store before SQLAlchemy: the folder, the two connections and the lock that guards it."""

    folder: Path
    path: Path
    writer: Connection
    reader: Connection
    lock: FolderLock
    fresh: bool


def connect(path: Path, mode: str = "rw") -> Connection:
    """A connection with the PRAGMAs every one of ours has. `mode` is rw, ro or rwc."""
    # as_uri percent-encodes what would end the file name (? and #).
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    for pragma in (
        "busy_timeout=3000",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "secure_delete=ON",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "temp_store=MEMORY",
        "mmap_size=0",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def trouble_of(error: BaseException) -> Trouble | None:
    """The known trouble that a database or system error stands for; None for the unknown."""
    text = str(error).lower()
    if isinstance(error, dbapi2.Error):
        known = (
            ("disk is full", "no_space"),
            ("readonly", "read_only"),
            ("read-only", "read_only"),
            ("locked", "busy"),
            ("malformed", "damaged"),
            ("unsupported file format", "damaged"),
            # The search index's own tables cannot be read.
            ("vtable constructor failed", "damaged"),
            ("not a database", "not_a_store"),
            ("unable to open", "gone"),
            ("disk i/o", "disk_error"),
        )
        return next((Trouble(code) for sign, code in known if sign in text), None)
    if isinstance(error, UnicodeDecodeError) and "malformed database schema" in str(error.object):
        return Trouble("damaged")  # SQLite names what it cannot read, and that is no text any more
    if isinstance(error, OSError):
        code = _BY_NUMBER.get(error.errno or 0)
        return Trouble(code) if code else None
    return None


def is_damage(error: BaseException) -> bool:
    """Whether a database error says that what lies in the file is not sound."""
    text = str(error)
    return "malformed" in text or "not a database" in text or "no such table" in text


_BY_NUMBER = {
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.EROFS: "read_only",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
    errno.ENODEV: "gone",
    errno.ESTALE: "gone",
    errno.EIO: "disk_error",
    errno.ENOLCK: "no_locks",
    errno.ENOSYS: "no_locks",
    errno.EOPNOTSUPP: "no_locks",
}


def open_store(folder: Path, stage: Stage = lambda _name: None, *, anew: bool = False) -> Opened:
    """Open the store in `folder`, making both where they are missing.

    `stage` is told the name of each finished stage; `anew` begins a new store beside old backups.
    Raises `Trouble`: in_use, newer, not_a_store, damaged, half_migrated, read_only, no_space, gone,
    lost, link, owner, no_locks, not_allowed, busy, broken_migration; nothing was changed then.
    """
    try:
        return _open(folder, stage, anew=anew)
    except Exception as error:
        # Alembic's errors wrap the database's own.
        known = trouble_of(getattr(error, "orig", None) or error)
        if known is None:
            raise
        if known.code == "disk_error" and _is_full(folder):
            # SQLite says so of the memory that its connections share.
            known = Trouble("no_space")
        raise known from error


def _is_full(folder: Path) -> bool:
    if os.name != "posix":
        return False  # SQLite will say so
    try:
        room = os.statvfs(folder)
    except OSError:
        return False
    return room.f_bavail * room.f_frsize < _LEAST_ROOM


def _open(folder: Path, stage: Stage, *, anew: bool) -> Opened:
    os.umask(0o077)
    path = folder / FILE_NAME
    _refuse(folder, path)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not drives.locks_work(folder / LOCK_NAME):
        raise Trouble("no_locks", folder=str(folder))
    lock = FolderLock(folder / LOCK_NAME)
    if not lock.acquire():
        raise Trouble("in_use", folder=str(folder))
    open_ones: list[Connection] = []
    try:
        _finish_swap(folder)
        stage("lock")
        fresh = not path.exists()
        if fresh:
            if not anew:
                refusing.refuse_loss(path)
            _make(path)
        else:
            refusing.ask_permission(path)
            refusing.refuse_others_files(path, APPLICATION_ID, SCHEMA)
            _inspect(path, folder)
        _keep_private(path)
        stage("check")
        writer = connect(path)
        open_ones.append(writer)
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("PRAGMA synchronous=FULL")
        # Checkpoints and index merges wait for an idle moment, see Store.rest(): but whoever types
        # a very long text without ever resting must not fill the disk.
        writer.execute(f"PRAGMA wal_autocheckpoint={LONGEST_LOG}")
        reader = connect(path)
        open_ones.append(reader)
        reader.execute("PRAGMA query_only=ON")
        stage("open")
    except BaseException:
        for connection in open_ones:
            connection.close()
        lock.release()
        raise
    return Opened(folder, path, writer, reader, lock, fresh)


def _refuse(folder: Path, path: Path) -> None:
    """What can be told without a trace: before the folder, its lock or anything is made."""
    if folder.is_symlink() and not folder.exists():
        raise Trouble("gone", path=str(folder))
    if not folder.exists():
        return
    refusing.refuse_links(path)
    refusing.refuse_strangers(folder, path)
    refusing.ask_permission(folder)
    if not path.with_name(f"{path.name}-shm").exists() and _is_full(folder):
        # Before SQLite makes the files that it then has no room for.
        raise Trouble("no_space", folder=str(folder))
    if path.exists() and not (folder / LOCK_NAME).exists():
        # Nobody of ours ever had it open. With a lock, its holder may, and plain reading has to wait.
        refusing.ask_permission(path)
        refusing.refuse_others_files(path, APPLICATION_ID, SCHEMA)


def _keep_private(path: Path) -> None:
    """Let nobody else read the store, wherever it came from; SQLite's other files take after it.

    Its folder too, unless something lies in it that is not ours: then it is somebody's own.
    """
    _close_to_others(path, 0o600)
    folder = path.parent
    names = [entry.name for entry in folder.iterdir()]
    if all(name.startswith(OURS) or name in ALSO_OURS for name in names):
        _close_to_others(folder, 0o700)


def _close_to_others(path: Path, mode: int) -> None:
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        # Not ours to change: then it stays as whoever owns it wants it.
        with suppress(PermissionError):
            path.chmod(mode)


def _make(path: Path) -> None:
    """Make a new store under another name and rename it, so that half of one never stands there."""
    from interview_coach.store import backup
    from interview_coach.store.migrating import migrate

    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    connection = connect(new, "rwc")
    try:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate(connection)
    except BaseException:
        connection.close()
        new.unlink(missing_ok=True)
        raise
    connection.close()
    new.chmod(0o600)
    for left in ("-wal", "-shm"):
        # The log of a store that is gone: SQLite would play it into the new one.
        path.with_name(path.name + left).unlink(missing_ok=True)
    backup.settle(new, path)


def _inspect(path: Path, folder: Path) -> None:
    """Refuse what is not ours or newer; check after an unclean stop; back up and migrate when due."""
    if not path.is_file() or path.stat().st_size == 0:
        raise Trouble("not_a_store", path=str(path))
    unclean = has_content(wal_of(path))
    if unclean:
        from interview_coach.store.log_file import require_whole

        require_whole(wal_of(path))
    # A connection that may write folds the log into the file when it is closed, and of a damaged
    # store every byte is kept for whoever repairs it.
    connection = connect(path, "ro" if unclean else "rw")
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise Trouble("not_a_store", path=str(path))
        found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found > SCHEMA:
            raise Trouble("newer", path=str(path))
        _refuse_halves(connection, found)
        if unclean or found < SCHEMA:
            quick_check(connection)
    finally:
        connection.close()
    if found < SCHEMA:
        _upgrade(path, folder)


def _finish_swap(folder: Path) -> None:
    if (folder / SWAP_NAME).exists():
        from interview_coach.store import swapping

        swapping.finish(folder)


def _refuse_halves(connection: Connection, schema: int) -> None:
    """Refuse a store that a migration left between two schemas; ours never do."""
    written = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    halves = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE name LIKE '^_alembic^_tmp^_%' ESCAPE '^'"
    ).fetchone()[0]
    if written != [(str(schema),)] or halves:
        raise Trouble("half_migrated")


def _upgrade(path: Path, folder: Path) -> None:
    from interview_coach.store import backup
    from interview_coach.store.migrating import migrate

    connection = connect(path)
    try:
        backup.make(connection, folder, "before-upgrade")
        migrate(connection)
    finally:
        connection.close()


def has_store(folder: Path) -> bool:
    """Whether there is a store in a folder, or one about to take its name."""
    return (folder / FILE_NAME).exists() or (folder / SWAP_NAME).exists()


def wal_of(path: Path) -> Path:
    """The log beside a store."""
    return path.with_name(path.name + "-wal")


def has_content(path: Path) -> bool:
    """Whether a file is there and not empty."""
    return path.exists() and path.stat().st_size > 0


def quick_check(connection: Connection) -> None:
    """Raise `Trouble("damaged")` when SQLite finds the file damaged."""
    rows = connection.execute("PRAGMA quick_check").fetchall()
    if rows != [("ok",)]:
        raise Trouble("damaged")
