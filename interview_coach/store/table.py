"""Tables taken in: many opportunities with their rounds and outcomes, as one deed that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import col, select

from interview_coach.domain.incoming import Told, unheard
from interview_coach.domain.interview import (
    InterviewDraft,
    OpportunityDraft,
    check_opportunity,
    check_times,
)
from interview_coach.domain.kinds import Decision
from interview_coach.domain.outcome import OutcomeDraft, ends_it
from interview_coach.domain.posting import merged
from interview_coach.domain.table import Fate
from interview_coach.domain.table_rows import DECISIONS, Row
from interview_coach.domain.trouble import require
from interview_coach.store import interview, opportunity, outcome
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import Company, Imported, Opportunity, Outcome

_MINUTES = 45
_Name = tuple[str, str]


@question
def imported_keys(r: Reader) -> frozenset[str]:
    """The keys of the rows of tables that were taken over and are not in the trash."""
    rows = r.rows(select(Imported.row_key).where(*live(Imported)))
    return frozenset(row.row_key for row in rows)


@deed("import_table")
def import_table(
    w: Writer,
    rows: Sequence[Row],
    zone: str,
    hour: int,
    undated: date,
    told: Told = unheard,
) -> int:
    """Take rows over; gives how many were new. Those that are here already are left as they are.

    An interview without a time begins at `hour` in `zone`, an answer without a day came on `undated`.
    What `told` raises takes all of it back.
    """
    known = imported_keys(w.reader)
    taking = _Taking(w, zone, hour, undated)
    count = 0
    for place, row in enumerate(rows):
        told(place, len(rows))
        if row.key not in known:
            taking.take(row)
            count += 1
    w.label(count=count)
    w.at("interviews", "")
    return count


class _Taking:
    """Takes one row after the other, and remembers which jobs it met."""

    def __init__(self, w: Writer, zone: str, hour: int, undated: date) -> None:
        self._w = w
        self._zone = zone
        self._hour = hour
        self._undated = undated
        self._open = _open_ones(w.reader)
        self._new: dict[_Name, list[tuple[str, OpportunityDraft]]] = {}
        self._decided: set[tuple[str, Decision]] = set()

    def take(self, row: Row) -> None:
        """An opportunity, with a round and an outcome where the row tells of them."""
        require(check_opportunity(row.draft.cleaned()))
        key = self._opportunity(row)
        self._w.add(Imported, opportunity_id=key, row_key=row.key)
        held = self._round(row, key) if row.start is not None else None
        if row.fate in DECISIONS:
            self._outcome(row, key, held)
        elif row.fate is Fate.ARCHIVED:
            opportunity.archive_opportunity(self._w, key)

    def _opportunity(self, row: Row) -> str:
        """The job that a row is about: one that is open here, one whose other rounds came before, or new."""
        draft = row.draft
        name = (draft.company.casefold(), draft.title.casefold())
        here = self._open.pop(name, None)
        if here is not None:
            before = opportunity.opportunity_head(self._w.reader, here).draft
            after = replace(
                merged(before, draft),
                title=before.title,
                sent_on=before.sent_on or draft.sent_on,
                notes=before.notes or draft.notes,
            )
            opportunity.edit_opportunity(self._w, here, after)
            self._new.setdefault(name, []).append((here, draft))
            return here
        if row.start is not None:
            for key, other in self._new.get(name, []):
                if {draft.sent_on, other.sent_on} - {None} in (
                    {draft.sent_on},
                    {other.sent_on},
                    set(),
                ):
                    return key
        key = opportunity.add_opportunity(self._w, draft)
        self._new.setdefault(name, []).append((key, draft))
        return key

    def _round(self, row: Row, key: str) -> str:
        start = row.start or datetime.min  # noqa: DTZ901  wall-clock time; there is one
        if not row.timed:
            start = start.replace(hour=self._hour)
        if check_times(start, self._zone, 0, _MINUTES):
            # The hour that clocks skip: an hour later they show it.
            start += timedelta(hours=1)
        draft = InterviewDraft(
            company=row.draft.company,
            title=row.draft.title,
            start=start,
            zone=self._zone,
            kind=row.kind,
            minutes=_MINUTES,
            fold=0,
            opportunity_id=key,
        )
        return interview.add_interview(self._w, draft, checklist=False)

    def _outcome(self, row: Row, key: str, held: str | None) -> None:
        decision, answer = DECISIONS[row.fate or Fate.REJECTED]
        if (key, decision) in self._decided:
            return  # said on another round of the same job
        self._decided.add((key, decision))
        outcome.record_outcome(
            self._w,
            key,
            OutcomeDraft(decision, row.decided_on or self._undated, answer, "", held),
        )


def _open_ones(r: Reader) -> dict[_Name, str]:
    """The jobs that are open here, by company and title."""
    rows = r.rows(
        select(Opportunity.id, Opportunity.title, Company.name)
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .where(col(Opportunity.archived_at).is_(None), *live(Opportunity))
    )
    decided = r.rows(select(Outcome.opportunity_id, Outcome.decision).where(*live(Outcome)))
    over = {row.opportunity_id for row in decided if ends_it(row.decision)}
    return {
        (row.name.casefold(), row.title.casefold()): row.id for row in rows if row.id not in over
    }
