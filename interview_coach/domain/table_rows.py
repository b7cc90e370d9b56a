"""What the rows of a table become: opportunities, rounds and outcomes, each with a key of its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Answer, Decision, InterviewKind
from interview_coach.domain.links import is_link
from interview_coach.domain.posting import same_address
from interview_coach.domain.search import fold
from interview_coach.domain.table import Choices, Fate, Part, Table, said
from interview_coach.domain.table_days import day_in, moment_in
from interview_coach.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text

NO_TITLE = "?"
_KINDS = {
    InterviewKind.PHONE_SCREEN: ("phone", "screen", "recruiter", "telefon", "hr"),
    InterviewKind.TECHNICAL: ("technical", "coding", "tech", "system design", "technisch"),
    InterviewKind.PANEL: ("panel", "onsite", "on-site"),
    InterviewKind.FINAL: ("final", "last round"),
    InterviewKind.HIRING_MANAGER: ("hiring manager", "manager"),
    InterviewKind.BEHAVIOURAL: ("behavioural", "behavioral"),
    InterviewKind.CASE: ("case",),
    InterviewKind.PRESENTATION: ("presentation",),
    InterviewKind.INFORMAL: ("informal", "coffee"),
}
DECISIONS: dict[Fate, tuple[Decision, Answer | None]] = {
    Fate.OFFER: (Decision.OFFER, Answer.OPEN),
    Fate.ACCEPTED: (Decision.OFFER, Answer.ACCEPTED),
    Fate.DECLINED: (Decision.OFFER, Answer.DECLINED),
    Fate.REJECTED: (Decision.REJECTED, None),
    Fate.WITHDREW: (Decision.WITHDREW, None),
    Fate.CANCELLED: (Decision.CANCELLED, None),
}


class Skipped(StrEnum):
    """Why a row is not taken over."""

    NO_COMPANY = "no_company"
    TWICE = "twice"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Row:
    """What one row becomes. `timed` says whether the table named a time for the interview.

    A day that could not be read is in the notes, word for word; `odd` counts them.
    """

    line: int
    key: str
    draft: OpportunityDraft
    fate: Fate | None = None
    start: datetime | None = None
    timed: bool = False
    kind: InterviewKind = InterviewKind.OTHER
    decided_on: date | None = None
    odd: int = 0


@dataclass(frozen=True, slots=True)
class Planned:
    """What a table becomes: the rows that are new, and why the others are left where they are."""

    rows: tuple[Row, ...] = ()
    skipped: tuple[tuple[int, Skipped], ...] = ()

    def count(self, why: Skipped) -> int:
        """How many rows are left for one reason."""
        return sum(reason is why for _line, reason in self.skipped)


def planned(table: Table, choices: Choices, known: Collection[str] = ()) -> Planned:
    """What the rows become, but for those that are `known` by their keys."""
    rows: list[Row] = []
    skipped: list[tuple[int, Skipped]] = []
    keys: set[str] = set()
    for line, cells in zip(table.lines, table.rows, strict=True):
        made = _row(line, cells, choices)
        if isinstance(made, Skipped):
            skipped.append((line, made))
        elif made.key in keys:
            skipped.append((line, Skipped.TWICE))
        elif made.key in known:
            skipped.append((line, Skipped.KNOWN))
        else:
            rows.append(made)
        if isinstance(made, Row):
            keys.add(made.key)
    return Planned(tuple(rows), tuple(skipped))


def _row(line: int, cells: tuple[str, ...], choices: Choices) -> Row | Skipped:
    found = {part: said(cells[place]) for place, part in enumerate(choices.parts)}
    company = clean_line(found.get(Part.COMPANY, ""))[:LINE_LIMIT]
    if not company:
        return Skipped.NO_COMPANY
    applied = day_in(found.get(Part.APPLIED, ""), choices.order)
    decided = day_in(found.get(Part.DECIDED, ""), choices.order)
    moment = moment_in(found.get(Part.INTERVIEW, ""), choices.order)
    read = {Part.APPLIED: applied, Part.DECIDED: decided, Part.INTERVIEW: moment}
    odd = [part for part, day in read.items() if day is None and found.get(part)]
    fate = choices.states.get(found.get(Part.STATE, ""))
    if fate is Fate.INTERVIEWING and moment is None:
        # No round can be made of it without a day, and yet it was written down.
        odd.append(Part.STATE)
    draft = _draft(company, found, _notes(cells, choices, odd), applied)
    return Row(
        line=line,
        key=_key(draft, moment[0] if moment else None, found.get(Part.KIND, "")),
        draft=draft,
        fate=fate,
        start=moment[0] if moment else None,
        timed=moment[1] if moment else False,
        kind=kind_of(found.get(Part.KIND, "")),
        decided_on=decided,
        odd=sum(part is not Part.STATE for part in odd),
    )


def _notes(cells: tuple[str, ...], choices: Choices, odd: list[Part]) -> list[str]:
    """What is kept as notes: the columns of notes, and what could not be read as a day."""
    kept = {Part.NOTES, *odd}
    return [said(cells[place]) for place, part in enumerate(choices.parts) if part in kept]


def _draft(
    company: str, found: dict[Part, str], notes: list[str], applied: date | None
) -> OpportunityDraft:
    url = clean_line(found.get(Part.URL, ""))
    if url and not is_link(url):
        # Kept all the same: somebody wrote it down.
        notes.append(url)
    return OpportunityDraft(
        company=company,
        title=clean_line(found.get(Part.TITLE, ""))[:LINE_LIMIT] or NO_TITLE,
        posting_text=clean_text(found.get(Part.POSTING, ""))[:TEXT_LIMIT],
        posting_url=url if is_link(url) else "",
        found_at=clean_line(found.get(Part.FOUND, ""))[:LINE_LIMIT],
        place=clean_line(found.get(Part.PLACE, ""))[:LINE_LIMIT],
        pay=clean_line(found.get(Part.PAY, ""))[:LINE_LIMIT],
        sent_on=applied,
        notes=clean_text("\n".join(note for note in notes if note))[:TEXT_LIMIT],
    )


def kind_of(text: str) -> InterviewKind:
    """The kind of round that a cell names; other where it names none that is known."""
    plain = fold(text)
    for kind, words in _KINDS.items():
        if any(word in plain for word in words):
            return kind
    return InterviewKind.OTHER


def _key(draft: OpportunityDraft, start: datetime | None, kind: str) -> str:
    """What makes a row the same one in the next export: who, what, where, when; not how it stands."""
    parts = [
        fold(draft.company),
        fold(draft.title),
        same_address(draft.posting_url),
        draft.sent_on.isoformat() if draft.sent_on else "",
        start.isoformat() if start else "",
        fold(kind) if start else "",
    ]
    text = json.dumps(parts, ensure_ascii=False).encode("utf-8", "replace")
    return hashlib.blake2b(text, digest_size=8).hexdigest()
