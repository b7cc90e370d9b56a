"""The thorough check: pages, references, the search index, the entries against a rebuild, every row.

It works on a copy, which is thrown away: the store itself is only read, whoever has it open, and what
is done meanwhile does not wait. What stops one part of the check is a finding, and the next goes on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.examination import Examination, Fault, Finding
from interview_coach.domain.incoming import Refused
from interview_coach.domain.interview import check_times
from interview_coach.domain.zones import parse_wall
from interview_coach.store import backup, checking, entries
from interview_coach.store.opening import SCHEMA, connect, is_damage
from interview_coach.store.preparing import check_of
from interview_coach.store.tables import KEPT

Raw = dbapi2.Connection
Told = Callable[[int, int], None]
# Cleared away with the half-made backups, should a stop leave it.
COPY = f"interview-coach-checking{backup.HALF}"
_PARTS = 5
# Entries of one second that want the same key have neighbouring ones.
_NEIGHBOURS = 64


def examine(raw: Raw, folder: Path, told: Told = lambda _done, _total: None) -> Examination:
    """Check the store of `raw`, whose folder this is. `told` may raise to give it up."""
    place = backup.open_place(folder)
    copy = place / COPY
    with backup.alone_in(place):
        try:
            told(0, _PARTS)
            backup.begin_copy(copy)
            _copied(raw, copy)
            return _examined(copy, told)
        finally:
            for ending in ("", "-journal", "-wal", "-shm"):
                with suppress(OSError):
                    copy.with_name(copy.name + ending).unlink(missing_ok=True)


def _copied(raw: Raw, copy: Path) -> None:
    target = dbapi2.connect(str(copy), isolation_level=None)
    try:
        raw.backup(target)
        # A copy that is thrown away need not survive anything.
        target.execute("PRAGMA journal_mode=DELETE")
    except dbapi2.DatabaseError as error:
        if not is_damage(error):
            raise
    finally:
        target.close()


def _examined(copy: Path, told: Told) -> Examination:
    findings: list[Finding] = []
    raw = connect(copy)
    try:
        raw.execute("PRAGMA synchronous=OFF")
        schema = 0
        with suppress(dbapi2.DatabaseError):
            schema = raw.execute("PRAGMA user_version").fetchone()[0]
        parts: tuple[tuple[Fault, Callable[[Raw], Iterable[Finding]]], ...] = (
            (Fault.PAGES, _pages),
            (Fault.REFERENCES, _references),
            (Fault.INDEX, _index),
            (Fault.ROWS, _rows),
            (Fault.ENTRIES, _entries),
        )
        for done, (fault, part) in enumerate(parts, 1):
            if schema == SCHEMA or fault not in {Fault.ROWS, Fault.ENTRIES}:
                findings += _tried(fault, part, raw)
            told(done, _PARTS)
        return Examination(schema, _counted(raw), _how_many(raw, "entry"), tuple(findings))
    finally:
        raw.close()


def _tried(fault: Fault, part: Callable[[Raw], Iterable[Finding]], raw: Raw) -> Iterable[Finding]:
    try:
        return list(part(raw))
    except dbapi2.DatabaseError as error:
        if not is_damage(error):
            raise
        return [Finding(fault, 1)]
    except (ValueError, TypeError, LookupError):
        # Values that no program of ours wrote; the rows that hold them are named.
        return [Finding(fault, 1)]


def _pages(raw: Raw) -> Iterable[Finding]:
    found = checking.pages(raw)
    return [Finding(Fault.PAGES, len(found))] if found else []


def _references(raw: Raw) -> Iterable[Finding]:
    return [Finding(Fault.REFERENCES, n, table) for table, n in checking.references(raw)]


def _index(raw: Raw) -> Iterable[Finding]:
    return [] if checking.index_is_sound(raw) else [Finding(Fault.INDEX, 1)]


def _rows(raw: Raw) -> Iterable[Finding]:
    """Every value against the rules of its kind, and what a form would refuse together."""
    found = []
    for table in KEPT:
        names = [column.name for column in table.columns]
        checks = [check_of(table, name) for name in names]
        wrong = 0
        for row in raw.execute(f"SELECT {', '.join(names)} FROM {table.name}"):
            try:
                sound = all(check(value) == value for check, value in zip(checks, row, strict=True))
                values = dict(zip(names, row, strict=True))
                sound = sound and (table.name != "interview" or _times_are_sound(values))
            except (Refused, ValueError, TypeError):
                sound = False
            wrong += not sound
        if wrong:
            found.append(Finding(Fault.ROWS, wrong, table.name))
    return found


def _times_are_sound(values: dict[str, object]) -> bool:
    start, zone = parse_wall(str(values["start"])), str(values["zone"])
    fold, minutes = values["fold"], values["minutes"]
    if not isinstance(fold, int) or not isinstance(minutes, int):
        return False
    in_order = str(values["start_at"]) <= str(values["end_at"])
    return in_order and not check_times(start, zone, fold, minutes)


def _entries(raw: Raw) -> Iterable[Finding]:
    """The timeline's entries and the index's words, held against those made anew."""
    raw.execute("BEGIN")
    try:
        entries.catch_up(raw)
        kept, words = _entry_rows(raw), _words(raw)
        entries.rebuild(raw)
        made, again = _entry_rows(raw), _words(raw)
    finally:
        raw.execute("ROLLBACK")
    wrong = sum(
        owner not in kept
        or owner not in made
        or kept[owner][1:] != made[owner][1:]
        or abs(kept[owner][0] - made[owner][0]) >= _NEIGHBOURS
        for owner in {**kept, **made}
    )
    if wrong:
        return [Finding(Fault.ENTRIES, wrong)]
    return [] if words == again else [Finding(Fault.INDEX, 1)]


def _entry_rows(raw: Raw) -> dict[tuple[str, str], tuple[int, str]]:
    """Each entry's key, and a digest of what else it says, by what it is an entry of."""
    rows = raw.execute(
        "SELECT kind, owner_id, key, interview_id, opportunity_id, company_id, interview_kind, "
        "state, end_at, digest FROM entry"
    )
    return {
        (kind, owner): (key, hashlib.sha256(repr(rest).encode()).hexdigest())
        for kind, owner, key, *rest in rows
    }


def _words(raw: Raw) -> str:
    """A digest of the words of the index, and in how many entries each stands."""
    raw.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, search, row)")
    seen = hashlib.sha256()
    for row in raw.execute("SELECT term, doc, cnt FROM temp.words ORDER BY term"):
        seen.update(repr(row).encode())
    return seen.hexdigest()


def _counted(raw: Raw) -> int:
    return sum(_how_many(raw, table.name) for table in KEPT)


def _how_many(raw: Raw, table: str) -> int:
    try:
        return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except dbapi2.DatabaseError:
        return 0
