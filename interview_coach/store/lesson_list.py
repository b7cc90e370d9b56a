"""All lessons, read: every one that is not in the trash can be found here, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from interview_coach.domain import search
from interview_coach.domain.kinds import InterviewKind, LessonFamily, LessonState
from interview_coach.domain.lessons import Check, Checked, KnownLesson, LessonList, LessonSheet
from interview_coach.domain.library import SHOWN, listed
from interview_coach.domain.trouble import Trouble
from interview_coach.domain.zones import parse_utc, parse_wall
from interview_coach.store.deeds import Reader, question
from interview_coach.store.lessons import tried

_FROM = (
    "FROM lesson l JOIN interview i ON i.id = l.interview_id "
    "JOIN opportunity o ON o.id = i.opportunity_id JOIN company c ON c.id = o.company_id "
    "WHERE l.trashed_at IS NULL AND i.trashed_at IS NULL AND o.trashed_at IS NULL"
)
_COLUMNS = (
    "l.id, l.text, l.if_text, l.then_text, l.topic, l.family, l.state, c.name, i.kind, i.id, "
    "l.created_at"
)
_HITS = (
    "SELECT e.owner_id FROM search CROSS JOIN entry e ON e.key = search.rowid "
    "WHERE search MATCH ? AND e.kind = 'lesson'"
)


@question
def all_lessons(
    r: Reader, query: str = "", states: Collection[LessonState] = (), limit: int = SHOWN
) -> LessonList:
    """The lessons that have all words of a query and stand in one of these states, the newest first."""
    where, args = "", list[Any]()
    if states:
        where += f" AND l.state IN ({', '.join('?' * len(states))})"
        args += [state.value for state in states]
    if query.strip():
        expression = r.expression(query)
        if expression is None:
            return LessonList((), 0)
        where += f" AND l.id IN ({_HITS})"
        args.append(expression)
    total = r.raw.execute(f"SELECT count(*) {_FROM}{where}", args).fetchone()[0]
    return LessonList(_lessons(r, where, args, limit), int(total))


@question
def lesson_sheet(r: Reader, key: str) -> LessonSheet:
    """One lesson with every check of it. Raises `Trouble("missing")`."""
    found = _lessons(r, " AND l.id = ?", [key], 1)
    if not found:
        raise Trouble("missing")
    rows = r.raw.execute(
        "SELECT i.id, c.name, i.kind, i.start, k.happened, k.done FROM lesson_check k "
        "JOIN interview i ON i.id = k.interview_id JOIN opportunity o ON o.id = i.opportunity_id "
        "JOIN company c ON c.id = o.company_id WHERE k.lesson_id = ? AND k.trashed_at IS NULL "
        "AND i.trashed_at IS NULL AND o.trashed_at IS NULL ORDER BY i.start_at DESC",
        (key,),
    )
    checks = tuple(
        Checked(
            interview,
            company,
            InterviewKind(kind),
            parse_wall(start),
            Check(*(None if said is None else bool(said) for said in (happened, done))),
        )
        for interview, company, kind, start, happened, done in rows
    )
    return LessonSheet(found[0], checks)


@question
def topics(r: Reader) -> tuple[str, ...]:
    """What a topic may be completed to: topics given before, and the tags of the library."""
    found: dict[str, str] = {}
    for (topic,) in r.raw.execute(
        "SELECT DISTINCT topic FROM lesson WHERE topic <> '' AND trashed_at IS NULL ORDER BY 1"
    ):
        found.setdefault(topic.casefold(), topic)
    for (line,) in r.raw.execute(
        "SELECT DISTINCT tags FROM library_item WHERE tags <> '' AND trashed_at IS NULL ORDER BY 1"
    ):
        for tag in listed(line):
            found.setdefault(tag.casefold(), tag)
    return tuple(sorted(found.values(), key=lambda name: (search.fold(name), name)))


def _lessons(r: Reader, where: str, args: list[Any], limit: int) -> tuple[KnownLesson, ...]:
    rows = r.raw.execute(
        f"SELECT {_COLUMNS} {_FROM}{where} ORDER BY l.created_at DESC, l.id DESC LIMIT ?",
        [*args, limit],
    ).fetchall()
    counts = tried(r, [row[0] for row in rows])
    return tuple(
        KnownLesson(
            key,
            text,
            if_text,
            then_text,
            topic,
            LessonFamily(family),
            LessonState(state),
            company,
            InterviewKind(kind),
            interview,
            parse_utc(created),
            *counts.get(key, (0, 0)),
        )
        for key, text, if_text, then_text, topic, family, state, company, kind, interview, created in rows
    )
