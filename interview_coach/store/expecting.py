"""Expected questions, read: the list of one interview, what to add to it, and what of it came."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain import expected as rules
from interview_coach.domain.expected import (
    Against,
    AskedBefore,
    AskedHere,
    Expected,
    ExpectedList,
    Matching,
    Offer,
)
from interview_coach.domain.kinds import InterviewKind
from interview_coach.store.deeds import Reader, question

# Of how many of the newest questions asked the offers are made.
SEEN = 600
# How many are proposed beside a preparation, unasked.
AT_ONCE = 3
# How many are offered at the most.
OFFERED = 200

_EXPECTED = (
    "SELECT e.id, e.text, l.id FROM expected_question e "
    "LEFT JOIN library_item l ON l.id = e.question_id AND l.trashed_at IS NULL "
    "WHERE e.interview_id = ? AND e.trashed_at IS NULL ORDER BY e.position, e.id"
)
_ASKED = (
    "SELECT a.id, a.text, x.id, l.id FROM asked a JOIN review r ON r.id = a.review_id "
    "LEFT JOIN expected_question x ON x.id = a.expected_id AND x.trashed_at IS NULL "
    "LEFT JOIN library_item l ON l.id = a.question_id AND l.trashed_at IS NULL "
    "WHERE r.interview_id = ? AND a.trashed_at IS NULL AND r.trashed_at IS NULL "
    "ORDER BY a.position, a.id"
)
_PLANNED = (
    "SELECT DISTINCT library_id FROM prep_item WHERE interview_id = ? AND library_id IS NOT NULL "
    "AND trashed_at IS NULL"
)
# Prepared is what the person matched, and what is linked to a question of the bank that was planned.
_BEFORE = f"""
SELECT a.text, i.id, coalesce(l.id, ''), a.rating, i.kind = :kind,
    x.id IS NOT NULL OR (l.id IS NOT NULL AND (
        EXISTS (SELECT 1 FROM expected_question q WHERE q.interview_id = i.id
                AND q.question_id = l.id AND q.trashed_at IS NULL)
        OR EXISTS (SELECT 1 FROM prep_item p WHERE p.interview_id = i.id
                   AND p.library_id = l.id AND p.trashed_at IS NULL)))
FROM (SELECT * FROM asked WHERE trashed_at IS NULL ORDER BY id DESC LIMIT {SEEN}) a
JOIN review r ON r.id = a.review_id JOIN interview i ON i.id = r.interview_id
JOIN opportunity o ON o.id = i.opportunity_id
LEFT JOIN expected_question x ON x.id = a.expected_id AND x.trashed_at IS NULL
LEFT JOIN library_item l ON l.id = a.question_id AND l.trashed_at IS NULL
WHERE i.id <> :interview AND r.trashed_at IS NULL AND i.trashed_at IS NULL AND o.trashed_at IS NULL
ORDER BY i.start_at, a.position, a.id
"""


def _before(r: Reader, interview: str, kind: str) -> list[AskedBefore]:
    rows = r.raw.execute(_BEFORE, {"interview": interview, "kind": kind})
    return [
        AskedBefore(text, held, link, rating, bool(prepared), bool(same))
        for text, held, link, rating, same, prepared in rows
    ]


def _listed(r: Reader, interview: str) -> list[tuple[str, str, str | None]]:
    return [(key, text, link) for key, text, link in r.raw.execute(_EXPECTED, (interview,))]


def _kind(r: Reader, interview: str) -> str | None:
    row = r.raw.execute(
        "SELECT kind FROM interview WHERE id = ? AND trashed_at IS NULL", (interview,)
    ).fetchone()
    return str(row[0]) if row else None


def _sealed(r: Reader, interview: str) -> bool:
    return (
        r.raw.execute(
            "SELECT 1 FROM review WHERE interview_id = ? AND trashed_at IS NULL "
            "AND sealed_at IS NOT NULL",
            (interview,),
        ).fetchone()
        is not None
    )


@question
def expected_questions(r: Reader, interview: str) -> ExpectedList:
    """The questions that are expected in an interview, in order, with how they went before."""
    kind = _kind(r, interview)
    if kind is None:
        return ExpectedList()
    listed, sealed = _listed(r, interview), _sealed(r, interview)
    before = _before(r, interview, kind)
    found = (
        Expected(key, text, link, *rules.heard_before(text, link, before))
        for key, text, link in listed
    )
    there = [(text, link) for _key, text, link in listed]
    again = [one for one in rules.offers(before, (), there) if one.why is rules.Why.UNPREPARED]
    return ExpectedList(tuple(found), sealed, () if sealed else tuple(again[:AT_ONCE]))


@question
def offers(r: Reader, interview: str, limit: int = OFFERED) -> tuple[Offer, ...]:
    """What may be expected in an interview and does not stand there yet, the most telling first."""
    kind = _kind(r, interview)
    if kind is None:
        return ()
    bank = r.raw.execute(
        "SELECT id, text FROM library_item WHERE kind = 'question' AND trashed_at IS NULL "
        "ORDER BY id DESC LIMIT ?",
        (limit,),
    ).fetchall()
    there = [(text, link) for _key, text, link in _listed(r, interview)]
    return rules.offers(_before(r, interview, kind), bank, there)[:limit]


@question
def matching(r: Reader, interview: str) -> Matching:
    """What a review shows of what was expected: what came, what is proposed, and the counts."""
    kind = _kind(r, interview)
    if kind is None:
        return Matching((), (), Against(interview, InterviewKind.OTHER))
    listed = _listed(r, interview)
    asked = _asked(r, interview)
    planned = [link for (link,) in r.raw.execute(_PLANNED, (interview,))]
    there = [(key, link) for key, _text, link in listed]
    return Matching(
        rules.proposals(listed, asked),
        tuple(asked),
        rules.against(interview, InterviewKind(kind), there, asked, planned),
        rules.unprepared(there, asked, planned),
    )


def _asked(r: Reader, interview: str) -> Sequence[AskedHere]:
    return [AskedHere(*row) for row in r.raw.execute(_ASKED, (interview,))]
