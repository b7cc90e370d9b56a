"""What is refused before anything is opened, made or locked: each is told by looking only."""

from __future__ import annotations

import os
from pathlib import Path

from interview_coach.domain.trouble import Trouble
from interview_coach.store import drives

HEADER = 100
_MAGIC = b"SQLite format 3\0"


def refuse_links(path: Path) -> None:
    """Refuse a store that is a link: a restore would replace the link, and SQLite keeps its log elsewhere."""
    for ending in ("-wal", "-shm", ""):
        one = path.with_name(path.name + ending)
        if one.is_symlink():
            if not one.exists():
                raise Trouble("gone", path=str(one))
            raise Trouble("link", path=str(one), target=str(one.resolve()))


def refuse_strangers(folder: Path, path: Path) -> None:
    """Refuse what belongs to another user: what we wrote there would be closed to them or to us."""
    for one in (folder, path):
        if one.exists() and drives.belongs_to_another(one):
            raise Trouble("owner", path=str(one))


def ask_permission(path: Path) -> None:
    """Refuse what may not be written now: SQLite opens it all the same, and fails at the first deed."""
    if os.access(path, os.R_OK | os.W_OK):
        return
    only_read = os.name == "posix" and os.statvfs(path).f_flag & os.ST_RDONLY
    if only_read or (path.is_file() and os.access(path, os.R_OK)):
        raise Trouble("read_only", path=str(path))
    raise Trouble("not_allowed", path=str(path))


def refuse_others_files(path: Path, application: int, schema: int) -> None:
    """Refuse a file that is not ours or newer by its first bytes. Only where nobody has it open."""
    if not path.is_file():
        raise Trouble("not_a_store", path=str(path))
    with path.open("rb") as file:
        head = file.read(HEADER)
    if len(head) < HEADER or not head.startswith(_MAGIC):
        raise Trouble("not_a_store", path=str(path))
    if int.from_bytes(head[68:72]) != application:
        raise Trouble("not_a_store", path=str(path))
    if int.from_bytes(head[60:64]) > schema:
        raise Trouble("newer", path=str(path))


def refuse_loss(path: Path) -> None:
    """Refuse to begin anew where there was a store: its backups lie here still."""
    from interview_coach.store import backup

    newest = next(iter(backup.found(path.parent)), None)
    if newest is not None:
        raise Trouble("lost", path=str(path))
