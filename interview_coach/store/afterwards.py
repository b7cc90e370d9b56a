"""After a no: what was written and kept, and what the person wants to be offered."""

from __future__ import annotations

from collections.abc import Sequence

from sqlcipher3 import dbapi2
from sqlmodel import col, select

from interview_coach.domain.afterwards import Afterwards, Writing, wish_of
from interview_coach.domain.text import check_text, clean_text
from interview_coach.domain.trouble import Complaint, require
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.setbacks import SETBACKS, reminded
from interview_coach.store.settings import setting
from interview_coach.store.tables import FreeWriting, Outcome

WRITING = "writing_after_no"


@question
def afterwards(r: Reader, outcome: str) -> Afterwards:
    """What is offered after this no, and what was kept."""
    return Afterwards(
        wish_of(setting(r, WRITING)), wish_of(setting(r, SETBACKS)), writings(r, [outcome])
    )


@question
def writings(r: Reader, outcomes: Sequence[str]) -> tuple[Writing, ...]:
    """What was written after these outcomes, and kept."""
    rows = r.rows(
        select(FreeWriting.id, FreeWriting.text, FreeWriting.created_at)
        .where(col(FreeWriting.outcome_id).in_(outcomes), col(FreeWriting.trashed_at).is_(None))
        .order_by(col(FreeWriting.id))
    )
    return tuple(Writing(row.id, row.text, row.created_at) for row in rows)


@question
def setbacks_before(r: Reader, interview: str) -> bool:
    """Whether the person wants to be reminded, before this interview, that setbacks are part of it."""
    raw: dbapi2.Connection = r.raw
    return reminded(raw, interview, r.now)


@deed("keep_writing")
def keep_writing(w: Writer, outcome: str, text: str) -> str:
    """Keep what was written; gives its key. Until then it was in memory alone."""
    text = clean_text(text)
    require([*check_text("text", text), *([] if text else [Complaint("text", "missing")])])
    row = w.get(Outcome, outcome)
    made = w.add(FreeWriting, outcome_id=outcome, text=text)
    _shown(w, row)
    return made.id


@deed("delete_writing")
def delete_writing(w: Writer, key: str) -> None:
    """Put what was written in the trash."""
    row = w.get(FreeWriting, key)
    if row.outcome_id:
        _shown(w, w.get(Outcome, row.outcome_id))
    w.trash(row)


def _shown(w: Writer, row: Outcome) -> None:
    if row.interview_id:
        w.at("interview", row.interview_id, "outcome")
    else:
        w.at("opportunity", row.opportunity_id)
