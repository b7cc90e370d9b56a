"""The ledger, read: keys in the order of time, a page of them at once, and the rows that are looked at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from interview_coach.domain.kinds import (
    Certainty,
    Decision,
    Family,
    InterviewKind,
    ReasonKind,
    Sign,
)
from interview_coach.domain.ledger import LedgerFilters, LedgerKey, LedgerRow, Side
from interview_coach.domain.outcome import ReasonRow
from interview_coach.domain.timeline import key_at
from interview_coach.store.deeds import Reader, question
from interview_coach.store.outcomes import earlier_states

_SIDES = {
    Side.THEIRS: "u.decision = 'rejected'",
    Side.MINE: "(u.decision = 'withdrew' OR u.decision = 'offer' AND u.answer = 'declined')",
    Side.CANCELLED: "u.decision = 'cancelled'",
}


@question
def ledger_keys(
    r: Reader, filters: LedgerFilters, below: LedgerKey | None = None, limit: int = -1
) -> tuple[LedgerKey, ...]:
    """The reasons of a filtered ledger, of the newest outcome first, from just below `below`."""
    tests, args = [_SIDES[filters.side]], list[object]()
    for column, value in (
        ("r.family", filters.family),
        ("r.sign", filters.sign),
        ("r.certainty", filters.certainty),
    ):
        if value is not None:
            tests.append(f"{column} = ?")
            args.append(value.value)
    if filters.since is not None:
        tests.append("e.key >= ?")
        args.append(key_at(filters.since))
    if below is not None:
        tests.append("e.key <= ? AND (e.key < ? OR r.id < ?)")
        args += [below.entry, below.entry, below.id]
    rows = r.raw.execute(
        # Along the outcomes in the order of time: the first page is there before the rest is read.
        "SELECT e.key, r.id FROM entry e CROSS JOIN outcome u ON u.id = e.owner_id "
        "CROSS JOIN reason r ON r.outcome_id = u.id WHERE e.kind = 'outcome' "
        f"AND r.trashed_at IS NULL AND u.trashed_at IS NULL AND {' AND '.join(tests)} "
        "ORDER BY e.key DESC, r.id DESC LIMIT ?",
        (*args, limit),
    )
    return tuple(LedgerKey(*row) for row in rows)


@question
def ledger_rows(r: Reader, keys: Sequence[str]) -> dict[str, LedgerRow]:
    """These reasons as the ledger shows them, by their ids."""
    before = earlier_states(r, keys)
    rows = r.raw.execute(
        "SELECT r.id, r.family, r.what, r.ref, r.text, r.sign, r.certainty, r.evidence, c.name, "
        "o.title, u.decision, u.decided_on, o.id, e.interview_id, i.kind FROM json_each(?) k "
        "CROSS JOIN reason r ON r.id = k.value CROSS JOIN outcome u ON u.id = r.outcome_id "
        "CROSS JOIN entry e ON e.owner_id = u.id AND e.kind = 'outcome' "
        "JOIN opportunity o ON o.id = u.opportunity_id JOIN company c ON c.id = o.company_id "
        "LEFT JOIN interview i ON i.id = e.interview_id AND i.trashed_at IS NULL "
        "WHERE r.trashed_at IS NULL AND u.trashed_at IS NULL",
        (json.dumps(list(keys)),),
    )
    found = {}
    for row in rows:
        key, family, what, ref, text, sign, certainty, evidence, *of = row
        company, title, decision, day, opportunity, held, kind = of
        found[key] = LedgerRow(
            ReasonRow(
                key,
                Family(family),
                ReasonKind(what),
                ref,
                text,
                Sign(sign),
                Certainty(certainty),
                evidence,
                earlier=before.get(key, ()),
            ),
            company,
            title,
            Decision(decision),
            date.fromisoformat(day),
            opportunity,
            held if kind and held else "",
            InterviewKind(kind) if kind else None,
        )
    return found
