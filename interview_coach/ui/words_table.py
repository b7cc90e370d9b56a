"""The words of tables that come in: what a column is about, what a state means, what a row becomes."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.table import Asked, Fate, Part, Table
from interview_coach.domain.table_rows import NO_TITLE, Planned, Row, Skipped
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_PARTS: dict[Part, Marked] = {
    Part.LEFT_OUT: mark("Left out"),
    Part.COMPANY: mark("Company"),
    Part.TITLE: mark("Role"),
    Part.STATE: mark("How it stands"),
    Part.APPLIED: mark("Day I applied"),
    Part.INTERVIEW: mark("Day of an interview"),
    Part.KIND: mark("Kind of interview"),
    Part.DECIDED: mark("Day of the answer"),
    Part.URL: mark("Address of the posting"),
    Part.PLACE: mark("Place"),
    Part.PAY: mark("Pay"),
    Part.FOUND: mark("Where I found it"),
    Part.POSTING: mark("Posting"),
    Part.NOTES: mark("Notes"),
}
_DELIMITERS: dict[str, Marked] = {
    ",": mark("commas"),
    ";": mark("semicolons"),
    "TAB": mark("tabs"),
    "|": mark("upright lines"),
}
_FATES: dict[Fate, Marked] = {
    Fate.SAVED: mark("Not applied yet"),
    Fate.APPLIED: mark("Applied, no answer yet"),
    Fate.INTERVIEWING: mark("Interviewing"),
    Fate.OFFER: mark("Offer, not answered yet"),
    Fate.ACCEPTED: mark("Offer, accepted"),
    Fate.DECLINED: mark("Offer, declined by me"),
    Fate.REJECTED: mark("Rejected by them"),
    Fate.WITHDREW: mark("Withdrawn by me"),
    Fate.CANCELLED: mark("Called off by them"),
    Fate.ARCHIVED: mark("Put aside"),
}


def part(what: Part) -> str:
    """What a column is about."""
    return tr_marked(_PARTS[what])


def fate(what: Fate) -> str:
    """What a state means."""
    return tr_marked(_FATES[what])


def about(table: Table) -> str:
    """How many rows there are, and how they were read."""
    count = len(table.rows)
    text = tr_n("One row under its header", "{n} rows under their header", count)
    parted = _DELIMITERS.get(table.read_as)
    if parted is not None:
        text = tr("{rows}, parted by {what}", rows=text, what=tr_marked(parted))
    elif table.read_as:
        text = tr("{rows}, from “{where}”", rows=text, where=table.read_as)
    if table.cut:
        more = tr_n("one more is left out", "{n} more are left out", table.cut)
        text = tr("{rows}; {more}: that is as many as are read at once", rows=text, more=more)
    return tr("{text}.", text=text)


def would(plan: Planned) -> str:
    """What an import would do, and what it would leave."""
    parts = [tr_n("One row is new.", "{n} rows are new.", len(plan.rows))]
    if count := plan.count(Skipped.KNOWN):
        parts.append(
            tr_n("One is here already and stays.", "{n} are here already and stay.", count)
        )
    if count := plan.count(Skipped.TWICE):
        parts.append(tr_n("One stands there twice.", "{n} stand there twice.", count))
    if count := plan.count(Skipped.NO_COMPANY):
        parts.append(tr_n("One names no company.", "{n} name no company.", count))
    if count := sum(row.odd for row in plan.rows):
        parts.append(
            tr_n(
                "One day could not be read; it is kept as a note.",
                "{n} days could not be read; they are kept as notes.",
                count,
            )
        )
    return " ".join(parts)


def row(one: Row, today: date) -> str:
    """A row as it was understood."""
    # Late: a command reads the other words here without Qt.
    from interview_coach.ui.dates import day_text

    parts = [one.draft.company]
    if one.draft.title != NO_TITLE:
        parts.append(one.draft.title)
    if one.draft.sent_on:
        parts.append(tr("applied {day}", day=day_text(one.draft.sent_on, today)))
    if one.start:
        parts.append(tr("interview {day}", day=day_text(one.start.date(), today)))
    if one.fate:
        parts.append(fate(one.fate))
    return " · ".join(parts)


def taken(count: int) -> str:
    """What an import did."""
    return tr_n("One row is taken over.", "{n} rows are taken over.", count)


def questions(found: Asked) -> list[str]:
    """What is still to be answered, a sentence each."""
    missing = []
    if found.company:
        missing.append(tr("Which column names the company?"))
    if found.order:
        missing.append(tr("Which number of a day is the day?"))
    if found.states:
        count = len(found.states)
        missing.append(tr_n("What does one state mean?", "What do {n} states mean?", count))
    return missing


def asked_in_window(missing: list[str]) -> str:
    """Why a table is not imported without the window."""
    text = " ".join(missing)
    return tr(
        "{questions} Open the file in the window to answer: it is remembered.", questions=text
    )
