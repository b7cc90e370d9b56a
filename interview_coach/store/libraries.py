"""The library, read: the list, one thing with every use of it, what to take, what is likely twice."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from typing import Any

from sqlmodel import select

from interview_coach.domain import search
from interview_coach.domain.kinds import About, Coverage, InterviewKind, LibraryKind
from interview_coach.domain.library import (
    SECTION_OF,
    SHOWN,
    Found,
    LibraryDraft,
    LibraryFilters,
    LibraryItem,
    LibraryLine,
    LibraryList,
    Use,
    listed,
    told_of,
)
from interview_coach.domain.likeness import groups_alike
from interview_coach.domain.story import missing_parts, situation_outweighs, spoken_minutes
from interview_coach.domain.zones import parse_wall
from interview_coach.store.deeds import Reader, question
from interview_coach.store.shelf import HITS
from interview_coach.store.stamps import utc_text
from interview_coach.store.tables import LibraryItem as LibraryRow

_LINE = 160
_COLUMNS = (
    "l.id, l.kind, l.about, l.text, l.situation, l.task, l.action, l.result, l.details, l.tags"
)
_HELD = "(i.start_at <= :now AND i.called_off_by IS NULL AND NOT i.not_held)"
_WHERE = (
    "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
    "WHERE {link} IN (SELECT value FROM json_each(:keys)) AND i.trashed_at IS NULL "
    "AND o.trashed_at IS NULL AND {live} ORDER BY i.start_at DESC, {row}.id"
)
# What was planned was planned: a line in the trash whose review says what became of it counts.
_PLANNED = (
    f"SELECT p.library_id, i.id, c.name, i.kind, i.start, coalesce(v.text, p.text), v.coverage, {_HELD} "
    "FROM prep_item p LEFT JOIN covered v ON v.prep_item_id = p.id AND v.trashed_at IS NULL "
    "JOIN interview i ON i.id = p.interview_id "
    + _WHERE.format(link="p.library_id", row="p", live="(p.trashed_at IS NULL OR v.id IS NOT NULL)")
)
_ASKED = (
    f"SELECT a.{{link}}, i.id, c.name, i.kind, i.start, a.text, a.rating, {_HELD} "
    "FROM asked a JOIN review r ON r.id = a.review_id JOIN interview i ON i.id = r.interview_id "
    + _WHERE.replace("{link}", "a.{link}")
    .replace("{row}", "a")
    .replace("{live}", "a.trashed_at IS NULL AND r.trashed_at IS NULL")
)


def _uses(r: Reader, keys: Collection[str]) -> dict[str, list[Use]]:
    """Every use of these things, by key, newest first."""
    args = {"keys": json.dumps(list(keys)), "now": utc_text(r.now)}
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for key, interview, company, kind, start, text, coverage, held in r.raw.execute(_PLANNED, args):
        word = Coverage(coverage) if coverage else None
        where = (interview, company, InterviewKind(kind), parse_wall(start), text)
        found[key].append(Use(*where, coverage=word, held=bool(held)))
    for link, story in (("question_id", False), ("story_id", True)):
        for row in r.raw.execute(_ASKED.format(link=link), args):
            key, interview, company, kind, start, text, rating, held = row
            where = (interview, company, InterviewKind(kind), parse_wall(start), text)
            use = Use(*where, rating=rating, asked=True, story=story, held=bool(held))
            found[key].append(use)
    for uses in found.values():
        uses.sort(key=lambda use: use.start, reverse=True)
    return found


def _line(row: Sequence[Any], uses: Sequence[Use]) -> LibraryLine:
    key, kind, about, text, situation, task, action, result, details, tags = row
    what = LibraryKind(kind)
    story = what is LibraryKind.STORY
    more = next((t for t in (result, action, situation, task, details) if t), "")
    return LibraryLine(
        id=key,
        kind=what,
        about=About(about) if about else None,
        text=text,
        line=" ".join(more[: 4 * _LINE].split())[:_LINE],
        tags=listed(tags),
        told=told_of(uses),
        minutes=spoken_minutes(situation, task, action, result) if story else 0.0,
        missing=missing_parts(situation, task, action, result) if story else (),
        heavy=story and situation_outweighs(situation, action, result),
    )


def _lines(r: Reader, where: str, args: Sequence[object], limit: int) -> tuple[LibraryLine, ...]:
    rows = r.raw.execute(
        f"SELECT {_COLUMNS} FROM library_item l WHERE l.trashed_at IS NULL{where} "
        "ORDER BY l.id DESC LIMIT ?",
        [*args, limit],
    ).fetchall()
    uses = _uses(r, [row[0] for row in rows])
    return tuple(_line(row, uses.get(row[0], ())) for row in rows)


@question
def library(r: Reader, filters: LibraryFilters, limit: int = SHOWN) -> LibraryList:
    """The things that meet the filters, the newest `limit` of them, with how each did."""
    where, args = "", list[object]()
    if filters.kinds:
        where += f" AND l.kind IN ({', '.join('?' * len(filters.kinds))})"
        args += [kind.value for kind in filters.kinds]
    if filters.tag:
        where += " AND instr(', ' || lower(l.tags) || ', ', ', ' || lower(?) || ', ')"
        args.append(filters.tag)
    if filters.query.strip():
        expression = r.expression(filters.query)
        if expression is None:
            return LibraryList((), 0, tags(r))
        where += f" AND l.id IN ({HITS})"
        args.append(expression)
    total = r.raw.execute(
        f"SELECT count(*) FROM library_item l WHERE l.trashed_at IS NULL{where}", args
    ).fetchone()[0]
    return LibraryList(_lines(r, where, args, limit), int(total), tags(r))


@question
def tags(r: Reader) -> tuple[str, ...]:
    """Every tag in the library, by name."""
    rows = r.raw.execute(
        "SELECT DISTINCT tags FROM library_item WHERE tags <> '' AND trashed_at IS NULL ORDER BY 1"
    )
    found: dict[str, str] = {}
    for (line,) in rows:
        for name in listed(line):
            found.setdefault(name.lower(), name)
    return tuple(sorted(found.values(), key=lambda name: (search.fold(name), name)))


@question
def library_item(r: Reader, key: str) -> LibraryItem:
    """One thing with every use of it. Raises `Trouble("missing")`."""
    row = r.needed(
        select(LibraryRow.__table__).where(  # type: ignore[attr-defined]
            LibraryRow.id == key,
            LibraryRow.trashed_at.is_(None),  # type: ignore[union-attr]
        )
    )
    uses = tuple(_uses(r, [key]).get(key, ()))
    draft = LibraryDraft(
        row.kind,
        row.text,
        row.about,
        row.situation,
        row.task,
        row.action,
        row.result,
        row.details,
        row.skills,
        row.tags,
        row.origin,
    )
    return LibraryItem(row.id, draft, row.created_at, row.changed_at, told_of(uses), uses)


@question
def takeable(r: Reader, interview: str, limit: int = SHOWN) -> tuple[LibraryLine, ...]:
    """What can be put on a checklist and does not stand there yet."""
    kinds = ", ".join(f"'{kind.value}'" for kind in SECTION_OF)
    where = (
        f" AND l.kind IN ({kinds}) AND l.id NOT IN (SELECT library_id FROM prep_item "
        "WHERE interview_id = ? AND library_id IS NOT NULL AND trashed_at IS NULL)"
    )
    return _lines(r, where, [interview], limit)


@question
def origins(r: Reader) -> frozenset[str]:
    """The lines of documents that something was made of, folded as `index_text` does."""
    rows = r.raw.execute(
        "SELECT origin FROM library_item WHERE origin <> '' AND trashed_at IS NULL"
    )
    return frozenset(search.index_text(text) for (text,) in rows)


@question
def alike(
    r: Reader, told: Callable[[int, int], None] = lambda _done, _total: None
) -> tuple[tuple[LibraryLine, ...], ...]:
    """Things of one kind that are likely the same in other words, the oldest of each group first."""
    rows = r.raw.execute(
        "SELECT id, kind, text FROM library_item WHERE trashed_at IS NULL ORDER BY id"
    ).fetchall()
    groups: list[tuple[str, ...]] = []
    for kind in LibraryKind:
        groups += groups_alike({key: text for key, what, text in rows if what == kind}, told=told)
    wanted = json.dumps([key for group in groups for key in group])
    where = " AND l.id IN (SELECT value FROM json_each(?))"
    lines = {line.id: line for line in _lines(r, where, [wanted], len(rows))}
    return tuple(tuple(lines[key] for key in group) for group in groups)


_FOUND = (
    "SELECT e.owner_id, e.state, coalesce(l.text, t.name, p.name, c.name), "
    "coalesce(p.title, c.website, '') FROM search CROSS JOIN entry e ON e.key = search.rowid "
    "LEFT JOIN library_item l ON l.id = e.owner_id AND l.trashed_at IS NULL "
    "LEFT JOIN template t ON t.id = e.owner_id AND t.trashed_at IS NULL "
    "LEFT JOIN person p ON p.id = e.owner_id AND p.trashed_at IS NULL "
    "LEFT JOIN company c ON c.id = e.owner_id AND c.trashed_at IS NULL "
    "WHERE search MATCH ? AND search.rowid < 0 AND e.kind = 'library' "
    "ORDER BY search.rowid LIMIT ?"
)


@question
def found(r: Reader, query: str, limit: int) -> tuple[Found, ...]:
    """What of the library has all words of a query, at most `limit`: for finding anything."""
    expression = r.expression(query)
    if expression is None:
        return ()
    rows = r.raw.execute(_FOUND, (expression, limit)).fetchall()
    return tuple(Found(*row) for row in rows if row[2])


@question
def what_is(r: Reader, key: str) -> str:
    """What a key of the library stands for: a kind, or template, person, company; nothing for none."""
    row = r.raw.execute(
        "SELECT state FROM entry WHERE owner_id = ? AND kind = 'library'", (key,)
    ).fetchone()
    return str(row[0]) if row else ""
