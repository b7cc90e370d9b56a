"""People, read: the list, one with all interviews, who sits opposite, who is likely there twice."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from interview_coach.domain.kinds import InterviewKind, Part
from interview_coach.domain.library import SHOWN
from interview_coach.domain.people import (
    Meeting,
    Opposite,
    PeopleList,
    Person,
    PersonLine,
    met_of,
    people_alike,
)
from interview_coach.domain.standing import Settled, standing
from interview_coach.domain.trouble import Trouble
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store.deeds import Reader, question
from interview_coach.store.shelf import HITS

LINE = 160
_LIVE = "p.trashed_at IS NULL AND c.trashed_at IS NULL"
_LISTED = (
    "SELECT p.id, p.name, p.title, c.name, p.notes FROM person p "
    f"JOIN company c ON c.id = p.company_id WHERE {_LIVE}"
)
_MEETINGS = (
    "SELECT n.person_id, i.id, c.name, o.title, i.kind, i.start, n.part, e.state, i.start_at, "
    "i.end_at FROM interviewer n JOIN interview i ON i.id = n.interview_id "
    "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
    "JOIN entry e ON e.owner_id = i.id "
    "WHERE n.person_id IN (SELECT value FROM json_each(?)) AND n.trashed_at IS NULL "
    "AND i.trashed_at IS NULL AND o.trashed_at IS NULL ORDER BY i.start_at DESC, i.id, n.position"
)


def beginning(notes: str) -> str:
    """How a long text begins, as one line."""
    return " ".join(notes[: 4 * LINE].split())[:LINE]


def _meetings(r: Reader, keys: Collection[str]) -> dict[str, tuple[Meeting, ...]]:
    """All interviews with these people, by key, the newest first."""
    found: defaultdict[str, dict[str, Meeting]] = defaultdict(dict)
    for row in r.raw.execute(_MEETINGS, (json.dumps(list(keys)),)):
        key, interview, company, title, kind, start, part, state, begins, ends = row
        stands = standing(Settled(state), r.now, parse_utc(begins), parse_utc(ends))
        where = (interview, company, title, InterviewKind(kind), parse_wall(start))
        meeting = Meeting(*where, Part(part) if part else None, stands)
        found[key].setdefault(interview, meeting)
    return {key: tuple(many.values()) for key, many in found.items()}


def lines(r: Reader, where: str, args: Sequence[object], limit: int) -> tuple[PersonLine, ...]:
    """People who meet a condition, by name."""
    rows = r.raw.execute(
        f"{_LISTED}{where} ORDER BY p.name COLLATE NOCASE, p.id LIMIT ?", [*args, limit]
    ).fetchall()
    met = _meetings(r, [row[0] for row in rows])
    return tuple(
        PersonLine(key, name, title, company, beginning(notes), met_of(met.get(key, ())))
        for key, name, title, company, notes in rows
    )


@question
def people(r: Reader, query: str = "", limit: int = SHOWN) -> PeopleList:
    """The first of the people who have all words of a query, by name, with how often we met."""
    where, args = "", list[object]()
    if query.strip():
        expression = r.expression(query)
        if expression is None:
            return PeopleList((), 0)
        where, args = f" AND p.id IN ({HITS})", [expression]
    count = f"SELECT count(*) FROM ({_LISTED}{where})"
    total = int(r.raw.execute(count, args).fetchone()[0])
    return PeopleList(lines(r, where, args, limit), total)


@question
def person(r: Reader, key: str) -> Person:
    """One person with all interviews with them. Raises `Trouble("missing")`."""
    row: Any = r.raw.execute(
        "SELECT p.name, p.title, p.notes, c.id, c.name FROM person p "
        f"JOIN company c ON c.id = p.company_id WHERE {_LIVE} AND p.id = ?",
        (key,),
    ).fetchone()
    if row is None:
        raise Trouble("missing")
    name, title, notes, company, called = row
    return Person(key, name, title, notes, company, called, _meetings(r, [key]).get(key, ()))


@question
def opposite(r: Reader, interview: str) -> tuple[Opposite, ...]:
    """Who sits opposite in an interview, in their order, with the meetings held before it."""
    rows = r.raw.execute(
        "SELECT p.id, p.name, p.title, n.part, p.notes, i.start FROM interviewer n "
        "JOIN person p ON p.id = n.person_id JOIN interview i ON i.id = n.interview_id "
        "WHERE n.interview_id = ? AND n.trashed_at IS NULL AND p.trashed_at IS NULL "
        "ORDER BY n.position, n.id",
        (interview,),
    ).fetchall()
    met = _meetings(r, [row[0] for row in rows])
    return tuple(
        Opposite(
            key,
            name,
            title,
            Part(part) if part else None,
            beginning(notes),
            tuple(m for m in met.get(key, ()) if m.held and m.start < parse_wall(start)),
        )
        for key, name, title, part, notes, start in rows
    )


@question
def people_twice(r: Reader) -> tuple[tuple[PersonLine, ...], ...]:
    """People who are likely one and the same, the one known longest first in each group."""
    rows = r.raw.execute(
        "SELECT p.id, p.name, p.company_id FROM person p JOIN company c ON c.id = p.company_id "
        f"WHERE {_LIVE} ORDER BY p.id"
    ).fetchall()
    groups = people_alike({key: (name, company) for key, name, company in rows})
    wanted = json.dumps([key for group in groups for key in group])
    where = " AND p.id IN (SELECT value FROM json_each(?))"
    known = {line.id: line for line in lines(r, where, [wanted], len(rows))}
    return tuple(tuple(known[key] for key in group) for group in groups)
