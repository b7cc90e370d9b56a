"""Reads what can be read of a damaged store into a new one, which then takes its place.

The damaged file is only read, by plain reading: nobody has it open. It is kept beside under another
name, whatever comes of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from interview_coach.domain.salvage import Salvaged, TableRead
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, checking, contents, entries, pages, swapping
from interview_coach.store.migrating import migrate
from interview_coach.store.opening import (
    APPLICATION_ID,
    FILE_NAME,
    SCHEMA,
    connect,
    trouble_of,
    wal_of,
)
from interview_coach.store.pages import Found, Pages
from interview_coach.store.restoring import NEW_NAME, alone, drop_new, name_aside
from interview_coach.store.salvaging import Salvage

Raw = dbapi2.Connection
Told = Callable[[int, int], None]
# Beside the person's own rows: what they set, and what they typed last.
_OWN = ("setting", "scratch")


@dataclass(frozen=True, slots=True)
class Rescued:
    """The report, and where the damaged file is kept."""

    report: Salvaged
    kept: Path


def rescue(
    folder: Path, now: datetime, label: str, told: Told = lambda _done, _total: None
) -> Rescued:
    """Put a store of what can be read in the place of the damaged one in `folder`.

    `label` names what stands in for something lost. `told` hears how far it is and may raise to give
    it up; the folder is as it was then, and after any `Trouble` too: in_use, gone, nothing_readable, and
    whatever the disk says.
    """
    try:
        with alone(folder):
            live, new = folder / FILE_NAME, folder / NEW_NAME
            last = next(iter(backup.found(folder)), None)
            try:
                report = read_into(live, new, now, label, last.counts if last else {}, told)
                kept = name_aside(folder, now)
            except BaseException:
                drop_new(new)
                raise
            swapping.swap(new, live, kept)
            return Rescued(report, kept)
    except Trouble:
        raise
    except Exception as error:
        known = trouble_of(getattr(error, "orig", None) or error)
        if known is None:
            raise
        raise known from error


def read_into(
    source: Path,
    new: Path,
    now: datetime,
    label: str,
    before: Mapping[str, int],
    told: Told = lambda _done, _total: None,
) -> Salvaged:
    """Make the store `new` of what can be read in `source` and its log. Raises nothing_readable."""
    drop_new(new)
    backup.begin_copy(new)
    log = wal_of(source)
    with source.open("rb") as file, (log if log.exists() else source).open("rb") as logged:
        found = pages.open_pages(file, logged if log.exists() else None, pages.length_of(source))
        schema = found.schema if 1 <= found.schema <= SCHEMA else SCHEMA
        raw = connect(new, "rwc")
        try:
            raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(raw, str(schema))
            taking = Salvage(raw, now, label, current=schema == SCHEMA)
            names = (*_in_order(raw), *_OWN)
            raw.execute("PRAGMA foreign_keys=OFF")
            raw.execute("BEGIN IMMEDIATE")
            _take_all(found, taking, names, told)
            if not sum(taking.read.values()):
                raise Trouble("nothing_readable")
            taking.make_good(_in_order(raw))
            raw.execute("COMMIT")
            if schema < SCHEMA:
                migrate(raw)
            raw.execute("BEGIN IMMEDIATE")
            entries.rebuild(raw)
            raw.execute("COMMIT")
            raw.execute("PRAGMA foreign_keys=ON")
            checking.require_sound(raw)
        finally:
            raw.close()
    return _report(taking, names, before)


def _in_order(raw: Raw) -> tuple[str, ...]:
    """The tables of the person's own rows, parents before children."""
    names = contents.kept_tables(raw)
    above = {
        name: {row[2] for row in raw.execute(f'PRAGMA foreign_key_list("{name}")')} - {name}
        for name in names
    }
    ordered: list[str] = []
    while len(ordered) < len(names):
        ready = [n for n in names if n not in ordered and above[n] <= set(ordered)]
        ordered += ready or [n for n in names if n not in ordered]
    return tuple(ordered)


def _take_all(found: Pages, taking: Salvage, names: tuple[str, ...], told: Told) -> None:
    """Every page once: those that a tree leads to, then those that no tree leads to any more."""
    seen: set[int] = set()
    unclear: list[list[Found]] = []
    roots = _roots(found, seen)
    for name, root in roots.items():
        for number in pages.leaves(found, root, seen):
            told(min(len(seen), found.count), found.count)
            if name in names:
                _take_page(found, taking, name, number, unclear)
    for number in range(1, found.count + 1):
        if number % 256 == 0:
            told(number, found.count)
        if number not in seen and pages.is_leaf(found, number):
            rows = [row for row in pages.rows(found, number) if row is not None]
            if rows:
                unclear.append(rows)
    _take_unclear(taking, names, unclear)


def _roots(found: Pages, seen: set[int]) -> dict[str, int]:
    """Where each table begins, as far as the schema can be read."""
    roots: dict[str, int] = {}
    for number in pages.leaves(found, 1, seen):
        for row in pages.rows(found, number):
            if row is None or len(row.values) < 4 or row.values[0] != "table":
                continue
            name, root = row.values[1], row.values[3]
            if isinstance(name, str) and isinstance(root, int) and 1 < root <= found.count:
                roots[name] = root
    return roots


def _take_page(
    found: Pages, taking: Salvage, name: str, number: int, unclear: list[list[Found]]
) -> None:
    rows = list(pages.rows(found, number))
    read = [row for row in rows if row is not None]
    fitting = [row for row in read if taking.fits(name, row)]
    taking.unreadable += len(rows) - len(read)
    if read and not fitting:
        # The tree led astray: these are another table's.
        unclear.append(read)
        return
    taking.unreadable += len(read) - len(fitting)
    for row in fitting:
        taking.take(name, row)


def _take_unclear(taking: Salvage, names: tuple[str, ...], unclear: list[list[Found]]) -> None:
    """Find out by their values whose rows these are; those with one answer first, as parents of others."""
    kept = [name for name in names if name != "setting"]
    waiting: list[list[Found]] = []
    for rows in unclear:
        likely = [name for name in kept if taking.would_take(name, rows)[0]]
        if len(likely) == 1:
            _take_rows(taking, likely[0], rows)
        elif likely:
            waiting.append(rows)
        else:
            taking.unreadable += sum(_is_ours(taking, kept, row) for row in rows)
    for rows in waiting:
        scores = {name: taking.would_take(name, rows) for name in kept}
        _take_rows(taking, max(kept, key=lambda name: scores[name]), rows)


def _take_rows(taking: Salvage, name: str, rows: list[Found]) -> None:
    for row in rows:
        if taking.fits(name, row):
            taking.take(name, row)
        else:
            taking.unreadable += 1


def _is_ours(taking: Salvage, names: list[str], row: Found) -> bool:
    """Whether a row that no table takes looks like one of the person's, and not of the search index."""
    return any(taking.fits(name, row) for name in names)


def _report(taking: Salvage, names: tuple[str, ...], before: Mapping[str, int]) -> Salvaged:
    tables = {
        name: TableRead(
            taking.read[name], taking.mended[name], taking.refused[name], before.get(name)
        )
        for name in names
        if taking.read[name] or taking.refused[name] or before.get(name)
    }
    return Salvaged(tables, taking.unreadable, dict(taking.placeholders), taking.let_go)
