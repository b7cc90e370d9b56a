"""The timeline: counts, keys and only the rows that are on the screen."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from interview_coach.domain import search
from interview_coach.domain.kinds import Answer, EntryKind, InterviewKind
from interview_coach.domain.standing import Settled, Standing, standing
from interview_coach.domain.timeline import (
    SHOWN_KINDS,
    Card,
    Filters,
    Preview,
    Show,
    key_at,
    key_wall,
)
from interview_coach.domain.zones import parse_utc
from interview_coach.store.deeds import Reader, question
from interview_coach.store.stamps import utc_text

COMPANIES_SHOWN = 300
_PLANNED = Settled.PLANNED.value


def _where(r: Reader, filters: Filters) -> tuple[str, list[object]] | None:
    """The FROM and WHERE of a filtered timeline; None when the query has nothing to look for."""
    tests: list[str] = []
    args: list[object] = []
    source = "entry e"
    if filters.query.strip():
        expression = r.expression(filters.query)
        if expression is None:
            return None
        # The index leads: its row ids are the keys, so it gives them in the order of time.
        source = "search CROSS JOIN entry e ON e.key = search.rowid"
        tests.append("search MATCH ?")
        args.append(expression)
        # The library stands on no timeline; its keys are below zero.
        tests.append("search.rowid >= 0")
    kinds = SHOWN_KINDS[filters.show]
    if filters.show is Show.EVERYTHING:
        tests.append("e.key >= 0")
    else:
        # Several kinds are looked for along the keys (hence the plus): by the index on kinds they
        # would all have to be read and sorted before the first one shows.
        few = filters.outcome in _FEW
        direct = few if filters.show is Show.INTERVIEWS else len(kinds) == 1 and not few
        column = "e.kind" if direct else "+e.kind"
        tests.append(f"{column} IN ({', '.join('?' * len(kinds))})")
        args += [k.value for k in kinds]
    if filters.company_id:
        tests.append("e.company_id = ?")
        args.append(filters.company_id)
    if filters.kind is not None:
        tests.append("e.interview_kind = ?")
        args.append(filters.kind.value)
    if filters.since is not None:
        tests.append("e.key >= ?")
        args.append(key_at(filters.since))
    if filters.until is not None:
        tests.append("e.key < ?")
        args.append(key_at(filters.until + timedelta(days=1)))
    if filters.outcome is not None:
        test, more = _outcome_test(r, filters, filters.outcome)
        tests.append(test)
        args += more
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    return f"FROM {source}{where}", args


# Few interviews stand so at any time, so they are looked for from here; of the others there may be
# very many, and they are met along the keys.
_FEW = {
    Standing.UPCOMING: (" AND {e}end_at > ?", _PLANNED),
    Standing.UNDER_WAY: (" AND {e}end_at > ?", _PLANNED),
    Standing.TO_REVIEW: (" AND {e}end_at <= ?", _PLANNED),
    Standing.WAITING: ("", Settled.SEALED.value),
}


def _outcome_test(r: Reader, filters: Filters, outcome: Standing) -> tuple[str, list[object]]:
    """The test for entries of interviews that stand so; an outcome is asked for what it decided."""
    more, state = _FEW.get(outcome, ("", outcome.value))
    args: list[object] = [state, utc_text(r.now)] if more else [state]
    own = f"e.state = ?{more.format(e='e.')}"
    if filters.show in {Show.INTERVIEWS, Show.OUTCOMES}:
        return own, args
    held = "FROM entry h WHERE h.kind = 'interview' AND h.state = ?" + more.format(e="h.")
    if outcome in _FEW:
        near = f"e.opportunity_id IN (SELECT h.opportunity_id {held})"
        return f"{near} AND e.interview_id IN (SELECT h.owner_id {held})", [*args, *args]
    known = (
        "EXISTS (SELECT 1 FROM entry h WHERE h.owner_id = e.interview_id "
        "AND +h.kind = 'interview' AND +h.state = ?)"
    )
    return f"({known} OR (e.interview_id IS NULL AND {own}))", [*args, *args]


@question
def keys(
    r: Reader, filters: Filters, below: int | None = None, limit: int | None = None
) -> array[int]:
    """The keys of a filtered timeline, newest first, from just below `below`, at most `limit`."""
    found = _where(r, filters)
    if found is None:
        return array("q")
    rest, args = found
    column = "search.rowid" if rest.startswith("FROM search") else "e.key"
    if below is not None:
        rest += (" AND " if " WHERE " in rest else " WHERE ") + f"{column} < ?"
        args.append(below)
    rest += f" ORDER BY {column} DESC"
    if limit is not None:
        rest += " LIMIT ?"
        args.append(limit)
    cursor = r.raw.execute(f"SELECT {column} {rest}", args)
    return array("q", [key for (key,) in cursor.fetchall()])


@question
def count(r: Reader, filters: Filters) -> int:
    """How many entries a filtered timeline has."""
    found = _where(r, filters)
    if found is None:
        return 0
    rest, args = found
    return int(r.raw.execute(f"SELECT count(*) {rest}", args).fetchone()[0])


@question
def companies(r: Reader, limit: int = COMPANIES_SHOWN) -> tuple[tuple[str, str], ...]:
    """The companies that have opportunities, the newest `limit` of them: (key, name), by name."""
    rows = r.raw.execute(
        "SELECT id, name FROM company c WHERE trashed_at IS NULL AND EXISTS "
        "(SELECT 1 FROM opportunity WHERE company_id = c.id AND trashed_at IS NULL) "
        "ORDER BY id DESC LIMIT ?",
        (limit,),
    )
    found = [(str(key), str(name)) for key, name in rows]
    return tuple(sorted(found, key=lambda pair: (search.fold(pair[1]), pair[0])))


_CARD = (
    "SELECT e.key, e.kind, e.owner_id, e.interview_id, e.opportunity_id, c.name, o.title, i.kind, "
    "ie.state, i.start_at, i.end_at, o.archived_at, v.id, v.my_answers, v.forecast, v.sealed_at, e.state "
    "FROM entry e JOIN opportunity o ON o.id = e.opportunity_id JOIN company c ON c.id = o.company_id "
    "LEFT JOIN interview i ON i.id = e.interview_id AND i.trashed_at IS NULL "
    "LEFT JOIN entry ie ON ie.owner_id = i.id AND ie.kind = 'interview' "
    "LEFT JOIN review v ON v.interview_id = i.id AND v.trashed_at IS NULL "
    "WHERE o.trashed_at IS NULL AND e.key IN "
)


@question
def cards(r: Reader, wanted: Sequence[int], query: str = "") -> dict[int, Card]:
    """The cards of these keys, with the words of `query` marked; a key that is gone is left out."""
    if not wanted:
        return {}
    words = search.words(query)
    rows = r.raw.execute(f"{_CARD}({', '.join('?' * len(wanted))})", list(wanted))
    return {row[0]: _card(r, row, words) for row in rows.fetchall()}


def _card(r: Reader, row: tuple[Any, ...], words: list[str]) -> Card:
    key, kind, owner, interview, opportunity, company, title, what, state, start, end = row[:11]
    archived, _review, rating, forecast, sealed, own_state = row[11:]
    where = None
    if kind == EntryKind.OUTCOME:
        where = Standing(own_state)
    elif state:
        where = standing(Settled(state), r.now, parse_utc(start), parse_utc(end))
    elif own_state in {s.value for s in Standing}:
        where = Standing(own_state)
    answer = None
    if where is Standing.OFFER:
        found = r.raw.execute(
            "SELECT answer FROM outcome WHERE opportunity_id = ? AND decision = 'offer' "
            "AND trashed_at IS NULL ORDER BY decided_on DESC LIMIT 1",
            (opportunity,),
        ).fetchone()
        answer = Answer(found[0]) if found and found[0] else None
    done, planned = 0, 0
    if where in {Standing.UPCOMING, Standing.UNDER_WAY}:
        done, planned = r.raw.execute(
            "SELECT coalesce(sum(done), 0), count(*) FROM prep_item "
            "WHERE interview_id = ? AND trashed_at IS NULL",
            (interview,),
        ).fetchone()
    code, line, marks = _line(r, row, where, words)
    return Card(
        key=key,
        kind=EntryKind(kind),
        owner_id=owner,
        interview_id=interview,
        opportunity_id=opportunity,
        wall=key_wall(key),
        company=company,
        title=title,
        interview_kind=InterviewKind(what) if what else None,
        standing=where,
        rating=rating if sealed else None,
        forecast=forecast if sealed else None,
        answer=answer,
        line_code=code,
        line=line,
        marks=tuple(marks),
        prepared=done,
        planned=planned,
        archived=archived is not None,
    )


# In the order in which a match is shown: what they asked first, the posting last. The code says
# which word goes before the text.
_TEXTS = (
    ("asked", "SELECT text FROM asked WHERE review_id = :review AND trashed_at IS NULL ORDER BY position"),
    ("next_time", "SELECT next_time FROM asked WHERE review_id = :review AND trashed_at IS NULL ORDER BY position"),
    ("lesson", "SELECT text FROM lesson WHERE interview_id = :interview AND trashed_at IS NULL ORDER BY position"),
    ("lesson", "SELECT if_text || ' ' || then_text || ' ' || topic FROM lesson WHERE interview_id = :interview AND trashed_at IS NULL"),
    ("went_well", "SELECT went_well FROM review WHERE id = :review"),
    ("would_change", "SELECT would_change FROM review WHERE id = :review"),
    ("surprises", "SELECT surprises FROM review WHERE id = :review"),
    ("next_step", "SELECT next_step FROM review WHERE id = :review"),
    ("signal", "SELECT text FROM signal WHERE review_id = :review AND trashed_at IS NULL ORDER BY position"),
    ("meaning", "SELECT meaning FROM signal WHERE review_id = :review AND trashed_at IS NULL ORDER BY position"),
    ("feedback", "SELECT feedback FROM review WHERE id = :review"),
    ("quick_note", "SELECT quick_note FROM review WHERE id = :review"),
    ("remark", "SELECT text FROM remark WHERE review_id = :review AND trashed_at IS NULL"),
    ("told", "SELECT words FROM outcome WHERE opportunity_id = :opportunity AND trashed_at IS NULL"),
    ("reason", ("SELECT q.text || ' ' || q.evidence FROM reason q JOIN outcome x ON x.id = q.outcome_id "
     "WHERE x.opportunity_id = :opportunity AND q.trashed_at IS NULL AND x.trashed_at IS NULL")),
    ("prep", "SELECT text FROM prep_item WHERE interview_id = :interview AND trashed_at IS NULL ORDER BY position"),
    ("prep", "SELECT details || ' ' || source FROM prep_item WHERE interview_id = :interview AND trashed_at IS NULL"),
    ("prep", "SELECT text FROM expected_question WHERE interview_id = :interview AND trashed_at IS NULL ORDER BY position"),
    ("notes", "SELECT notes || ' ' || place || ' ' || link FROM interview WHERE id = :interview"),
    ("thanks", "SELECT thanks FROM interview WHERE id = :interview"),
    ("person", ("SELECT p.name || ' ' || p.title || ' ' || p.notes FROM interviewer w JOIN person p ON p.id = w.person_id "
     "WHERE w.interview_id = :interview AND w.trashed_at IS NULL")),
    ("requirement", "SELECT text || ' ' || evidence FROM requirement WHERE opportunity_id = :opportunity AND trashed_at IS NULL"),
    ("research", "SELECT text || ' ' || learned || ' ' || link FROM research_note WHERE opportunity_id = :opportunity AND trashed_at IS NULL"),
    ("pay", "SELECT asked || ' ' || said || ' ' || person FROM pay_talk WHERE opportunity_id = :opportunity AND trashed_at IS NULL"),
    ("posting", "SELECT posting_text FROM opportunity WHERE id = :opportunity"),
    ("notes", "SELECT notes || ' ' || found_at || ' ' || place || ' ' || pay || ' ' || sent || ' ' || posting_url FROM opportunity WHERE id = :opportunity"),
    ("notes", "SELECT c.notes FROM company c JOIN opportunity o ON o.company_id = c.id WHERE o.id = :opportunity"),
)  # fmt: skip

_OWN = {
    EntryKind.LESSON: ("lesson", "SELECT text FROM lesson WHERE id = ?"),
    EntryKind.REMARK: ("remark", "SELECT text FROM remark WHERE id = ?"),
    EntryKind.OUTCOME: ("told", "SELECT words FROM outcome WHERE id = ?"),
}

Line = tuple[str, str, Sequence[tuple[int, int]]]


def _line(r: Reader, row: tuple[Any, ...], where: Standing | None, words: list[str]) -> Line:
    """The second line of a card: where the query was found, else what says most about it."""
    kind, owner = EntryKind(row[1]), row[2]
    if kind in _OWN:
        code, sql = _OWN[kind]
        found = r.raw.execute(sql, (owner,)).fetchone()
        text = found[0] if found else ""
        piece, marks = search.excerpt(text, words)
        if text and (marks or not words):
            return code, piece, marks
    if words:
        best = _found(r, row, words, 1)
        if best:
            return best[0]
    if kind is EntryKind.INTERVIEW:
        return _usual_line(r, row, where)
    if kind is EntryKind.REVIEW:
        return _first_text(r, _OF_REVIEW, (row[12],))
    return ("no_round" if kind is EntryKind.OPPORTUNITY and not where else "plain", "", ())


_OF_REVIEW = (
    ("went_well", "SELECT went_well FROM review WHERE id = ?"),
    ("would_change", "SELECT would_change FROM review WHERE id = ?"),
    (
        "asked",
        "SELECT text FROM asked WHERE review_id = ? AND trashed_at IS NULL ORDER BY position",
    ),
)


def _first_text(r: Reader, tries: Sequence[tuple[str, str]], args: tuple[object, ...]) -> Line:
    for code, sql in tries:
        found = r.raw.execute(sql, args).fetchone()
        if found and found[0]:
            return code, search.excerpt(found[0], [])[0], ()
    return ("plain", "", ())


def _found(r: Reader, row: tuple[Any, ...], words: list[str], limit: int) -> list[Line]:
    """The texts of an entry's interview that hold the words, those with most different words first."""
    args = {"interview": row[3], "opportunity": row[4], "review": row[12]}
    hits: list[tuple[int, int, Line]] = []
    for place, (code, sql) in enumerate(_TEXTS):
        for (text,) in r.raw.execute(sql, args):
            if not text:
                continue
            folded = search.fold(text)
            held = sum(word in folded for word in words)
            if held:
                piece, marks = search.excerpt(text, words)
                if marks:
                    hits.append((-held, place, (code, piece, marks)))
        if limit == 1 and any(-h[0] == len(words) for h in hits):
            break
    hits.sort(key=lambda h: h[:2])
    return [line for *_rank, line in hits[:limit]]


def _usual_line(r: Reader, row: tuple[Any, ...], where: Standing | None) -> Line:
    interview, opportunity, review = row[3], row[4], row[12]
    if where in {Standing.UPCOMING, Standing.UNDER_WAY}:
        return ("prepared", "", ())
    if where is Standing.TO_REVIEW:
        return ("review_now", "", ())
    told = (
        "SELECT words FROM outcome WHERE words <> '' AND trashed_at IS NULL AND "
        "(interview_id = ?1 OR (interview_id IS NULL AND opportunity_id = ?2)) "
        "ORDER BY decided_on DESC"
    )
    lesson = (
        "SELECT text FROM lesson WHERE interview_id = ?1 AND trashed_at IS NULL AND ?2 = ?2 "
        "ORDER BY family = 'strength', position LIMIT 1"
    )
    line = _first_text(r, (("told", told), ("lesson", lesson)), (interview, opportunity))
    return line if line[1] else _first_text(r, _OF_REVIEW[:1], (review,))


@question
def preview(r: Reader, key: int, query: str = "") -> Preview | None:
    """What stands beside the list for one entry; None when it is gone."""
    words = search.words(query)
    row = r.raw.execute(f"{_CARD}(?)", (key,)).fetchone()
    if row is None:
        return None
    card = _card(r, row, words)
    interview, opportunity, review = row[3], row[4], row[12]

    def texts(sql: str, owner: object) -> tuple[str, ...]:
        return tuple(x[0] for x in r.raw.execute(sql, (owner,)) if x[0])

    asked = r.raw.execute(
        "SELECT text, rating FROM asked WHERE review_id = ? AND trashed_at IS NULL ORDER BY position",
        (review,),
    ).fetchall()
    more = r.raw.execute(
        "SELECT my_answers, connection, went_well, would_change FROM review WHERE id = ?", (review,)
    ).fetchone() or (None, None, "", "")
    place = r.raw.execute("SELECT zone, notes FROM interview WHERE id = ?", (interview,)).fetchone()
    zone, notes = place or ("", "")
    told = texts(
        "SELECT words FROM outcome WHERE opportunity_id = ? AND trashed_at IS NULL "
        "ORDER BY decided_on DESC",
        opportunity,
    )
    return Preview(
        card=card,
        zone=zone,
        my_answers=more[0],
        connection=more[1],
        asked=tuple((text, rating) for text, rating in asked),
        landed=texts(
            "SELECT text FROM covered WHERE review_id = ? AND coverage = 'landed' "
            "AND trashed_at IS NULL ORDER BY position",
            review,
        ),
        went_well=more[2],
        would_change=more[3],
        lessons=texts(
            "SELECT text FROM lesson WHERE interview_id = ? AND trashed_at IS NULL ORDER BY position",
            interview,
        ),
        words=told[0] if told else "",
        found=tuple(line[1] for line in _found(r, row, words, 3)) if words else (),
        notes=notes,
    )
