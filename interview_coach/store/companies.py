"""Companies, read: the list, one with its people and opportunities, which is likely there twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from interview_coach.domain.library import SHOWN
from interview_coach.domain.people import (
    Company,
    CompanyLine,
    CompanyList,
    Job,
    companies_alike,
)
from interview_coach.domain.standing import furthest
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, people
from interview_coach.store.deeds import Reader, question
from interview_coach.store.shelf import HITS

# More than any person has with one company; what a wrong import made must not stop the page.
JOBS_SHOWN = 200
_COUNT = "(SELECT count(*) FROM {table} t WHERE t.company_id = c.id AND t.trashed_at IS NULL)"
_LISTED = (
    "SELECT c.id, c.name, c.website, c.notes, "
    f"{_COUNT.format(table='opportunity')}, {_COUNT.format(table='person')}, "
    "(SELECT count(*) FROM interview i JOIN opportunity o ON o.id = i.opportunity_id "
    "WHERE o.company_id = c.id AND i.trashed_at IS NULL AND o.trashed_at IS NULL) "
    "FROM company c WHERE c.trashed_at IS NULL"
)


def _lines(r: Reader, where: str, args: Sequence[object], limit: int) -> tuple[CompanyLine, ...]:
    rows = r.raw.execute(
        f"{_LISTED}{where} ORDER BY c.name COLLATE NOCASE, c.id LIMIT ?", [*args, limit]
    )
    return tuple(
        CompanyLine(key, name, website, people.beginning(notes), *counts)
        for key, name, website, notes, *counts in rows
    )


@question
def companies(r: Reader, query: str = "", limit: int = SHOWN) -> CompanyList:
    """The first of the companies that have all words of a query, by name."""
    where, args = "", list[object]()
    if query.strip():
        expression = r.expression(query)
        if expression is None:
            return CompanyList((), 0)
        where, args = f" AND c.id IN ({HITS})", [expression]
    count = f"SELECT count(*) FROM company c WHERE c.trashed_at IS NULL{where}"
    total = int(r.raw.execute(count, args).fetchone()[0])
    return CompanyList(_lines(r, where, args, limit), total)


@question
def company(r: Reader, key: str) -> Company:
    """One company with its people and opportunities, newest first. Raises `Trouble("missing")`."""
    row: Any = r.raw.execute(
        "SELECT name, website, notes FROM company WHERE trashed_at IS NULL AND id = ?", (key,)
    ).fetchone()
    if row is None:
        raise Trouble("missing")
    there = people.lines(r, " AND c.id = ?", [key], SHOWN)
    name, website, notes = row
    return Company(key, name, website, notes, there, _jobs(r, key))


def _jobs(r: Reader, company: str) -> tuple[Job, ...]:
    rows = r.raw.execute(
        "SELECT id, title, archived_at FROM opportunity WHERE company_id = ? "
        "AND trashed_at IS NULL ORDER BY id DESC LIMIT ?",
        (company, JOBS_SHOWN),
    ).fetchall()
    found = []
    for key, title, archived in rows:
        outcome = interviews.last_outcome(r, key)
        found.append(
            Job(
                key,
                title,
                furthest(interviews.stage(r, key)),
                interviews.rounds(r, key),
                outcome.decision if outcome else None,
                archived=archived is not None,
            )
        )
    return tuple(found)


@question
def companies_twice(r: Reader) -> tuple[tuple[CompanyLine, ...], ...]:
    """Companies that are likely one and the same, the one known longest first in each group."""
    rows = r.raw.execute(
        "SELECT id, name FROM company WHERE trashed_at IS NULL ORDER BY id"
    ).fetchall()
    groups = companies_alike(dict(rows))
    wanted = json.dumps([key for group in groups for key in group])
    where = " AND c.id IN (SELECT value FROM json_each(?))"
    known = {line.id: line for line in _lines(r, where, [wanted], len(rows))}
    return tuple(tuple(known[key] for key in group) for group in groups)
