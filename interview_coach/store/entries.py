"""The derived rows behind timeline and search: `entry`, and the index `search` on the same keys.

They are made anew from the rows that a deed changed, in the same transaction; `rebuild` makes
them all, and a law compares the two.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlcipher3 import dbapi2

from interview_coach.domain.interview import settled
from interview_coach.domain.kinds import Decision, EntryKind
from interview_coach.domain.search import index_text
from interview_coach.domain.timeline import entry_key, library_key
from interview_coach.domain.zones import parse_utc, parse_wall, to_wall
from interview_coach.store import behind, shelf
from interview_coach.store.gathering import Gathered, Row
from interview_coach.store.undo import RowChange

Raw = dbapi2.Connection
# Opportunities that a rebuild holds in memory at a time.
_AT_ONCE = 200
# Two entries of one second can have the same key by chance: then one takes the next free one.
_NEIGHBOURS = 64

# Columns that neither a text of the index nor a column of `entry` depends on; one that does in another
# table is told with its own.
QUIET = frozenset(
    [
        "changed_at",
        "done",
        "position",
        "rehearsals",
        "rating",
        "felt",
        "my_answers",
        "connection",
        "review.learned",
        "energy",
        "forecast",
        "minutes_after",
        "recall_done_at",
        "promised_on",
        "sign",
        "certainty",
        "weight",
        "strength",
        "family",
        "coverage",
        "closed_at",
        "closed_for_id",
        "carried_to_id",
        "template_key",
        "archived_at",
        "library_id",
        "question_id",
        "expected_id",
        "story_id",
        "usual",
        "origin",
        "confidence",
        "noted_on",
        "disproved",
        "disproved_in_id",
        "captured_at",
        "thanked_at",
    ],
)
_OF_INTERVIEW = {"interviewer", "prep_item", "review", "lesson", "expected_question"}
_OF_REVIEW = {"asked", "signal", "covered", "remark"}


@dataclass(frozen=True, slots=True)
class Made:
    """One entry as it should be, with the text it is found by."""

    key: int
    kind: EntryKind
    owner_id: str
    interview_id: str | None
    opportunity_id: str
    company_id: str
    interview_kind: str | None
    state: str
    end_at: str
    text: str

    def row(self) -> tuple[object, ...]:
        """The entry's columns."""
        digest = hashlib.blake2b(self.text.encode("utf-8", "replace"), digest_size=8).hexdigest()
        return (
            self.key,
            self.kind.value,
            self.owner_id,
            self.interview_id,
            self.opportunity_id,
            self.company_id,
            self.interview_kind,
            self.state,
            self.end_at,
            digest,
        )


def refresh(raw: Raw, rows: Sequence[RowChange]) -> None:
    """Bring entries and index in line with the rows that changed."""
    whole: set[str] = set()
    parts: set[tuple[str, str]] = set()
    library: set[str] = set()
    for row in rows:
        if row.quiet or behind.left_for_later(raw, row):
            continue
        for image in (row.after, row.before):
            if image:
                _note(raw, row.table, image, whole, parts)
                library |= shelf.owners(raw, row.table, image)
    if library:
        shown = {one.owner_id: one for one in _of_library(raw, library)}
        for owner in library:
            found = [shown[owner]] if owner in shown else []
            _replace(raw, "owner_id = ? AND kind = 'library'", (owner,), found)
    for opportunity in whole:
        rows_of = Gathered(raw, [opportunity])
        _replace(raw, "opportunity_id = ?", (opportunity,), _of_opportunity(rows_of, opportunity))
    for opportunity, interview in parts:
        if opportunity not in whole:
            _renew(raw, opportunity, interview)


def catch_up(raw: Raw) -> None:
    """Bring the index in line with the words that it was left behind with."""
    for interview in behind.interviews(raw):
        opportunity = _single(raw, _OPPORTUNITY, interview)
        if opportunity:
            _renew(raw, opportunity, interview)
    behind.forget(raw)


def _renew(raw: Raw, opportunity: str, interview: str) -> None:
    """Bring the entries of one round in line, its outcomes aside."""
    made = _of_opportunity(Gathered(raw, [opportunity], [interview]), opportunity, interview)
    # Along the index on opportunities: there is none on interviews.
    mine = "opportunity_id = ? AND interview_id = ? AND kind <> 'outcome'"
    _replace(raw, mine, (opportunity, interview), made)


def _note(
    raw: Raw,
    table: str,
    image: dict[str, object],
    whole: set[str],
    parts: set[tuple[str, str]],
) -> None:
    interview = image.get("interview_id") if table in _OF_INTERVIEW else None
    if table in _OF_REVIEW:
        interview = _single(raw, "SELECT interview_id FROM review WHERE id = ?", image["review_id"])
    if interview:
        found = _single(raw, _OPPORTUNITY, interview)
        if found:
            parts.add((found, str(interview)))
    elif table == "company":
        whole |= _all(raw, "SELECT id FROM opportunity WHERE company_id = ?", image["id"])
    elif table == "person":
        whole |= _all(
            raw,
            "SELECT i.opportunity_id FROM interview i JOIN interviewer p ON p.interview_id = i.id "
            "WHERE p.person_id = ?",
            image["id"],
        )
    elif table == "opportunity":
        whole.add(str(image["id"]))
    elif table == "reason":
        whole |= _all(raw, "SELECT opportunity_id FROM outcome WHERE id = ?", image["outcome_id"])
    elif "opportunity_id" in image:
        whole.add(str(image["opportunity_id"]))


_OPPORTUNITY = "SELECT opportunity_id FROM interview WHERE id = ?"


def _single(raw: Raw, sql: str, key: object) -> str | None:
    row = raw.execute(sql, (key,)).fetchone()
    return str(row[0]) if row else None


def _all(raw: Raw, sql: str, key: object) -> set[str]:
    return {str(row[0]) for row in raw.execute(sql, (key,))}


def rebuild(raw: Raw) -> None:
    """Make every entry and the whole index anew."""
    raw.execute("DELETE FROM entry")
    raw.execute("INSERT INTO search(search) VALUES('delete-all')")
    behind.forget(raw)
    keys = [row[0] for row in raw.execute("SELECT id FROM opportunity ORDER BY id")]
    used: set[int] = set()
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        rows = Gathered(raw, some)
        made = []
        for one in (entry for key in some for entry in _of_opportunity(rows, key)):
            entry = one
            while entry.key in used:
                entry = replace(entry, key=entry.key + 1)
            used.add(entry.key)
            made.append(entry)
        raw.executemany(_INSERT, (entry.row() for entry in made))
        raw.executemany(_INDEX, ((entry.key, index_text(entry.text)) for entry in made))
    # One at a time is soon enough: a library has far fewer rows than a timeline.
    for one in _of_library(raw):
        key = _insert(raw, one.row())
        raw.execute(_INDEX, (key, index_text(one.text)))
    # Many small pieces would make every search slow until idle moments had merged them all.
    raw.execute("INSERT INTO search(search) VALUES('optimize')")


def _replace(raw: Raw, where: str, args: tuple[str, ...], made: Iterable[Made]) -> None:
    present = {
        (row[1], row[2]): tuple(row)
        for row in raw.execute(
            "SELECT key, kind, owner_id, interview_id, opportunity_id, company_id, interview_kind, "
            f"state, end_at, digest FROM entry WHERE {where}",
            args,
        )
    }
    wanted = {(m.kind.value, m.owner_id): m for m in made}
    for owner, entry in list(wanted.items()):
        before = present.get(owner)
        if before is not None and 0 <= before[0] - entry.key < _NEIGHBOURS:
            wanted[owner] = replace(entry, key=before[0])
    for owner, before in present.items():
        if owner not in wanted or wanted[owner].key != before[0]:
            raw.execute("DELETE FROM entry WHERE key = ?", (before[0],))
            raw.execute("DELETE FROM search WHERE rowid = ?", (before[0],))
    for owner, entry in wanted.items():
        before, row = present.get(owner), entry.row()
        if before is None or before[0] != entry.key:
            key = _insert(raw, row)
            raw.execute(_INDEX, (key, index_text(entry.text)))
            continue
        if before[:-1] != row[:-1]:
            raw.execute("DELETE FROM entry WHERE key = ?", (entry.key,))
            raw.execute(_INSERT, row)
        elif before != row:
            # Only the text is another one, and no index looks at that.
            raw.execute("UPDATE entry SET digest = ? WHERE key = ?", (row[-1], entry.key))
        if before[-1] != row[-1]:
            raw.execute("DELETE FROM search WHERE rowid = ?", (entry.key,))
            raw.execute(_INDEX, (entry.key, index_text(entry.text)))


def _insert(raw: Raw, row: tuple[object, ...]) -> int:
    """Insert an entry under its key, or the next free one; gives the key."""
    key = int(str(row[0]))
    while raw.execute("SELECT 1 FROM entry WHERE key = ?", (key,)).fetchone():
        key += 1
    raw.execute(_INSERT, (key, *row[1:]))
    return key


_INSERT = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INDEX = "INSERT INTO search(rowid, body) VALUES (?, ?)"


def _of_library(raw: Raw, only: Collection[str] | None = None) -> Iterator[Made]:
    """What is found of the library, all of it or these."""
    for owner, created, state, text in shelf.shelved(raw, only):
        key = library_key(parse_utc(created).replace(tzinfo=None), owner)
        yield Made(key, EntryKind.LIBRARY, owner, None, "", "", None, state, "", text)


def _of_opportunity(rows: Gathered, key: str, only: str | None = None) -> Iterator[Made]:
    """The entries of one opportunity, or those of one of its rounds without the outcomes."""
    if key not in rows.opportunities:
        return
    company, created, *texts = rows.opportunities[key][0]
    name, title = texts[0], texts[2]
    beside = (rows.requirements, rows.research, rows.pay)
    about = _joined(texts, *(row for some in beside for row in some.get(key, ())))
    rounds = rows.rounds.get(key, [])
    outcomes = rows.outcomes.get(key, [])
    for place, held in enumerate(rounds):
        last = place == len(rounds) - 1
        mine = [o for o in outcomes if o[1] == held[0] or (last and o[1] is None)]
        if only in {None, held[0]}:
            said = [_joined(o[4:5], *rows.reasons.get(o[0], ())) for o in mine]
            of = _Of(key, company, name, title, [about, *said])
            decided = Decision(mine[-1][2]) if mine else None
            yield from _of_interview(rows, of, held, decided, last=last)
    if only is not None:
        return
    if not rounds:
        wall = parse_utc(created).replace(tzinfo=None)
        state = outcomes[-1][2] if outcomes else ""
        reasons = (r for o in outcomes for r in rows.reasons.get(o[0], ()))
        text = _joined([about], *(o[4:5] for o in outcomes), *reasons)
        yield _made(wall, EntryKind.OPPORTUNITY, key, None, key, company, None, state, "", text)
    kinds = {held[0]: held[1] for held in rounds}
    for outcome, interview, decision, day, words in outcomes:
        shown = interview or (rounds[-1][0] if rounds else None)
        wall = datetime.combine(date.fromisoformat(day), datetime.min.time()).replace(hour=23)
        text = _joined([name, title, words], *rows.reasons.get(outcome, ()))
        kind = kinds.get(shown or "")
        yield _made(wall, EntryKind.OUTCOME, outcome, shown, key, company, kind, decision, "", text)


@dataclass(frozen=True, slots=True)
class _Of:
    """What the entries of a round have from their opportunity; `about` are its texts."""

    opportunity: str
    company: str
    name: str
    title: str
    about: Sequence[str]


def _of_interview(
    rows: Gathered, of: _Of, held: Row, decision: Decision | None, *, last: bool
) -> Iterator[Made]:
    """The entries of one round: itself, its sealed review, remarks and lessons."""
    key, kind, start, zone, end_at, place, link, notes, called_off, not_held, thanks = held
    lessons = rows.lessons.get(key, [])
    review = next(iter(rows.reviews.get(key, ())), None)
    told: list[Row] = []
    remarks: list[Row] = []
    if review:
        asked, signals = rows.asked.get(review[0], ()), rows.signals.get(review[0], ())
        told = [review[2:], *asked, *signals]
        remarks = rows.remarks.get(review[0], [])
    sealed = review[1] if review else None

    def made(wall: datetime, what: EntryKind, owner: str, state: str, text: str) -> Made:
        return _made(wall, what, owner, key, of.opportunity, of.company, kind, state, end_at, text)

    def wall_of(stamp: str) -> datetime:
        return to_wall(parse_utc(stamp), zone)

    everything = _joined(
        [*of.about, place, link, notes, thanks],
        *rows.people.get(key, ()),
        *rows.items.get(key, ()),
        *rows.expected.get(key, ()),
        *told,
        *(r[1:2] for r in remarks),
        *(lesson[1:5] for lesson in lessons),
    )
    state = settled(
        sealed=sealed is not None,
        called_off=bool(called_off),
        not_held=bool(not_held),
        decision=decision,
        superseded=not last,
    ).value
    yield made(parse_wall(start), EntryKind.INTERVIEW, key, state, everything)
    head = [of.name, of.title]
    if review and sealed is not None:
        yield made(wall_of(sealed), EntryKind.REVIEW, review[0], "", _joined(head, *told))
    for remark, text, stamp in remarks:
        yield made(wall_of(stamp), EntryKind.REMARK, remark, "", _joined([of.name, text]))
    for lesson, text, if_text, then_text, topic, stamp, state in lessons:
        found = _joined([of.name, text, if_text, then_text, topic])
        yield made(wall_of(stamp), EntryKind.LESSON, lesson, state, found)


def _joined(*groups: Iterable[str]) -> str:
    return "\n".join(text for group in groups for text in group if text)


def _made(
    wall: datetime,
    kind: EntryKind,
    owner: str,
    interview: str | None,
    opportunity: str,
    company: str,
    interview_kind: str | None,
    state: str,
    end_at: str,
    text: str,
) -> Made:
    key = entry_key(wall, kind, owner)
    return Made(
        key, kind, owner, interview, opportunity, company, interview_kind, state, end_at, text
    )
