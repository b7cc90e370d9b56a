"""Looks inside a backup, beside the store of now; neither is written to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.inside import Event, Fate, Inside, fate
from interview_coach.domain.kinds import EntryKind, InterviewKind
from interview_coach.domain.timeline import key_wall
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, checking, contents
from interview_coach.store.opening import APPLICATION_ID, SCHEMA, connect, trouble_of

SHOWN = 40
Raw = dbapi2.Connection
# The owner of an entry, its key, and when it was last changed.
Owners = dict[str, tuple[int, str]]


def look_inside(one: backup.Backup, live: Path | None) -> Inside:
    """What is in a backup, compared with the store at `live`, when that can be read.

    Raises `Trouble`: backup_gone, backup_damaged, not_a_backup, newer_backup.
    """
    require_whole(one)
    with opened(one.path) as then:
        if live is None or not _attached(then, live):
            return _alone(then)
        return _compared(then)


def a_backup(path: Path) -> backup.Backup:
    """A file that somebody says is a backup. Raises `Trouble("backup_gone")`."""
    known = next((b for b in backup.found_in(path.parent) if b.path == path), None)
    if known is not None:
        return known
    try:
        told = path.stat()
    except OSError as error:
        raise Trouble("backup_gone", path=str(path)) from error
    return backup.Backup(path, datetime.fromtimestamp(told.st_mtime, UTC), told.st_size)


def require_whole(one: backup.Backup) -> None:
    """Refuse a backup whose bytes are not those that were written."""
    if not one.path.is_file():
        raise Trouble("backup_gone", path=str(one.path))
    if not backup.is_whole(one):
        raise Trouble("backup_damaged", path=str(one.path))


@contextmanager
def opened(path: Path) -> Iterator[Raw]:
    """A backup to read from. Raises `Trouble`, and says whatever is wrong of the backup, not the store."""
    codes = {"damaged": "backup_damaged", "not_a_store": "not_a_backup", "gone": "backup_gone"}
    try:
        raw = connect(path, "ro")
        try:
            _require_ours(raw, path)
            yield raw
        finally:
            raw.close()
    except dbapi2.DatabaseError as error:
        known = trouble_of(error)
        if known is None:
            raise
        raise Trouble(codes.get(known.code, known.code), path=str(path)) from error


def _require_ours(raw: Raw, path: Path) -> None:
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise Trouble("not_a_backup", path=str(path))
    if raw.execute("PRAGMA user_version").fetchone()[0] > SCHEMA:
        raise Trouble("newer_backup", path=str(path))
    if checking.pages(raw):
        raise Trouble("backup_damaged", path=str(path))


def _attached(then: Raw, live: Path) -> bool:
    """Whether the store of now could be attached; a damaged one is what one restores for."""
    if not live.is_file():
        return False
    try:
        then.execute("ATTACH ? AS live", (f"{live.absolute().as_uri()}?mode=ro",))
        then.execute("SELECT count(*) FROM live.sqlite_master").fetchone()
    except dbapi2.DatabaseError:
        return False
    return True


def _alone(then: Raw) -> Inside:
    owners = _owners(then, "main")
    events = {Fate.SAME: _events(then, "main", list(owners))}
    more = {Fate.SAME: max(0, len(owners) - SHOWN)}
    return Inside(contents.counts(then), {}, events, more, compared=False)


def _compared(then: Raw) -> Inside:
    before, now = _owners(then, "main"), _owners(then, "live")
    groups: dict[Fate, list[str]] = {each: [] for each in Fate}
    for owner in {**now, **before}:
        stamps = (side[owner][1] if owner in side else None for side in (before, now))
        groups[fate(*stamps)].append(owner)
    events = {}
    for each, owners in groups.items():
        side, known = ("live", now) if each is Fate.GONE else ("main", before)
        newest = sorted(owners, key=lambda owner: known[owner][0], reverse=True)
        events[each] = _events(then, side, newest)
    more = {each: max(0, len(owners) - SHOWN) for each, owners in groups.items()}
    return Inside(contents.counts(then), _fates(then), events, more, compared=True)


def _owners(raw: Raw, side: str) -> Owners:
    """Every entry's owner on one side, the newest first."""
    found: Owners = {}
    # What stands on the timeline; the library's things are in the counts.
    for kind in (kind for kind in EntryKind if kind is not EntryKind.LIBRARY):
        rows = raw.execute(
            f"SELECT e.owner_id, e.key, t.changed_at FROM {side}.entry e "
            f"JOIN {side}.{kind.value} t ON t.id = e.owner_id WHERE e.kind = ?",
            (kind.value,),
        )
        found.update({owner: (key, stamp) for owner, key, stamp in rows})
    return dict(sorted(found.items(), key=lambda pair: pair[1][0], reverse=True))


def _events(raw: Raw, side: str, owners: Sequence[str]) -> tuple[Event, ...]:
    """The first of these, as events."""
    some = owners[:SHOWN]
    rows = raw.execute(
        f"SELECT e.kind, e.key, c.name, o.title, e.interview_kind FROM {side}.entry e "
        f"JOIN {side}.opportunity o ON o.id = e.opportunity_id "
        f"JOIN {side}.company c ON c.id = e.company_id "
        f"WHERE e.owner_id IN ({', '.join('?' * len(some))}) ORDER BY e.key DESC",
        some,
    )
    return tuple(
        Event(EntryKind(k), key_wall(key), name, title, InterviewKind(what) if what else None)
        for k, key, name, title, what in rows
    )


def _fates(raw: Raw) -> dict[Fate, dict[str, int]]:
    """How many rows outside the trash have which fate, table by table."""
    there = contents.kept_tables(raw)
    now = {
        name for (name,) in raw.execute("SELECT name FROM live.sqlite_master WHERE type = 'table'")
    }
    found: dict[Fate, dict[str, int]] = {Fate.BACK: {}, Fate.GONE: {}, Fate.EARLIER: {}}
    for table in there:
        if table not in now:
            continue
        missing = (
            "SELECT count(*) FROM {a}.{t} a WHERE a.trashed_at IS NULL AND NOT EXISTS "
            "(SELECT 1 FROM {b}.{t} b WHERE b.id = a.id AND b.trashed_at IS NULL)"
        )
        numbers = {
            Fate.BACK: missing.format(a="main", b="live", t=table),
            Fate.GONE: missing.format(a="live", b="main", t=table),
            Fate.EARLIER: (
                f"SELECT count(*) FROM main.{table} a JOIN live.{table} b ON b.id = a.id "
                "WHERE a.trashed_at IS NULL AND b.trashed_at IS NULL AND a.changed_at <> b.changed_at"
            ),
        }
        for each, sql in numbers.items():
            number = raw.execute(sql).fetchone()[0]
            if number:
                found[each][table] = number
    return found
