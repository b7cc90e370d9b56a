"""The rows that entries are made of, read for many opportunities at once or for one round alone.

A fixed number of statements however many are asked for, so that one deed and a rebuild of
everything go the same way.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from sqlcipher3 import dbapi2

Row = tuple[Any, ...]
Grouped = dict[str, list[Row]]
_LIVE = "trashed_at IS NULL"
# The keys travel as one JSON text, so that there is one statement for any number of them.
_THESE = "IN (SELECT value FROM json_each(?))"


class Gathered:
    """Rows by their parent's key, without the trash; each list in an order that never changes.

    `opportunities` holds, per key: company, created_at, its name and notes, then the title and the
    other texts of the opportunity.
    """

    def __init__(
        self,
        raw: dbapi2.Connection,
        opportunities: Collection[str],
        only: Collection[str] | None = None,
    ) -> None:
        """Read what belongs to these opportunities; of their rounds' own rows `only` those named."""
        self._raw = raw
        self.opportunities = self._read(
            "SELECT o.id, o.company_id, o.created_at, c.name, c.notes, o.title, o.posting_text, "
            "o.posting_url, o.found_at, o.place, o.pay, o.sent, o.notes FROM opportunity o "
            f"JOIN company c ON c.id = o.company_id WHERE o.id {_THESE} AND o.{_LIVE}",
            opportunities,
        )
        self.requirements = self._read(
            "SELECT opportunity_id, text, evidence FROM requirement "
            f"WHERE opportunity_id {_THESE} AND {_LIVE} ORDER BY id",
            opportunities,
        )
        self.research = self._read(
            "SELECT opportunity_id, text, link, learned FROM research_note "
            f"WHERE opportunity_id {_THESE} AND {_LIVE} ORDER BY id",
            opportunities,
        )
        self.pay = self._read(
            "SELECT opportunity_id, person, asked, said FROM pay_talk "
            f"WHERE opportunity_id {_THESE} AND {_LIVE} ORDER BY id",
            opportunities,
        )
        self.rounds = self._read(
            "SELECT opportunity_id, id, kind, start, zone, end_at, place, link, notes, "
            "called_off_by, not_held, thanks FROM interview "
            f"WHERE opportunity_id {_THESE} AND {_LIVE} ORDER BY start_at, id",
            opportunities,
        )
        self.outcomes = self._read(
            "SELECT opportunity_id, id, interview_id, decision, decided_on, words FROM outcome "
            f"WHERE opportunity_id {_THESE} AND {_LIVE} ORDER BY decided_on, created_at, id",
            opportunities,
        )
        self.reasons = self._read(
            "SELECT outcome_id, text, evidence FROM reason "
            f"WHERE outcome_id {_THESE} AND {_LIVE} ORDER BY id",
            _keys(self.outcomes),
        )
        wanted = set(_keys(self.rounds)) if only is None else set(only)
        self.people = self._read(
            "SELECT i.interview_id, p.name, p.title, p.notes FROM interviewer i "
            f"JOIN person p ON p.id = i.person_id WHERE i.interview_id {_THESE} "
            f"AND i.{_LIVE} AND p.{_LIVE} ORDER BY i.id",
            wanted,
        )
        self.items = self._read(
            "SELECT interview_id, text, details, source FROM prep_item "
            f"WHERE interview_id {_THESE} AND {_LIVE} ORDER BY id",
            wanted,
        )
        self.expected = self._read(
            "SELECT interview_id, text FROM expected_question "
            f"WHERE interview_id {_THESE} AND {_LIVE} ORDER BY id",
            wanted,
        )
        self.lessons = self._read(
            "SELECT interview_id, id, text, if_text, then_text, topic, created_at, state FROM lesson "
            f"WHERE interview_id {_THESE} AND {_LIVE} ORDER BY id",
            wanted,
        )
        self.reviews = self._read(
            "SELECT interview_id, id, sealed_at, went_well, would_change, surprises, next_step, "
            f"feedback, quick_note FROM review WHERE interview_id {_THESE} AND {_LIVE}",
            wanted,
        )
        reviews = list(_keys(self.reviews))
        self.asked = self._read(
            "SELECT review_id, text, next_time FROM asked "
            f"WHERE review_id {_THESE} AND {_LIVE} ORDER BY id",
            reviews,
        )
        self.signals = self._read(
            f"SELECT review_id, text, meaning FROM signal WHERE review_id {_THESE} AND {_LIVE} ORDER BY id",
            reviews,
        )
        self.remarks = self._read(
            "SELECT review_id, id, text, created_at FROM remark "
            f"WHERE review_id {_THESE} AND {_LIVE} ORDER BY id",
            reviews,
        )

    def _read(self, sql: str, keys: Collection[str] | Iterator[str]) -> Grouped:
        wanted = list(keys)
        found: Grouped = {}
        if wanted:
            for parent, *row in self._raw.execute(sql, (json.dumps(wanted),)):
                found.setdefault(parent, []).append(tuple(row))
        return found


def _keys(grouped: Grouped) -> Iterator[str]:
    """The keys of all grouped rows, which stand first in each."""
    return (row[0] for rows in grouped.values() for row in rows)
