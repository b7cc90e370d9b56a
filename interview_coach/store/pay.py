"""Pay: what was said about it on an opportunity, read and written."""

from __future__ import annotations

from sqlmodel import col, select

from interview_coach.domain.changes import Place
from interview_coach.domain.pay import Pay, PayDraft, PayTalk, check_pay
from interview_coach.domain.trouble import require
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.tables import Interview, Opportunity
from interview_coach.store.tables import PayTalk as Row
from interview_coach.store.whereabouts import place_of


@question
def pay(r: Reader, opportunity: str) -> Pay:
    """What the posting says about pay, and what was said, newest first."""
    posting = r.one(
        select(Opportunity.pay).where(
            Opportunity.id == opportunity, col(Opportunity.trashed_at).is_(None)
        )
    )
    rows = r.rows(
        select(Row.__table__, Interview.kind)  # type: ignore[attr-defined]
        .outerjoin(
            Interview,
            (col(Interview.id) == col(Row.interview_id)) & col(Interview.trashed_at).is_(None),
        )
        .where(Row.opportunity_id == opportunity, col(Row.trashed_at).is_(None))
        .order_by(col(Row.said_on).desc(), col(Row.id).desc())
    )
    return Pay(
        posting[0] if posting is not None else "",
        tuple(
            PayTalk(
                row.id,
                row.said_on,
                row.person,
                row.asked,
                row.said,
                row.interview_id if row.kind is not None else "",
                row.kind,
            )
            for row in rows
        ),
    )


def _shown(w: Writer, row: Row, where: Place | None) -> None:
    w.label(text=row.said or row.asked)
    w.place = where or place_of(w.raw, "pay_talk", row.id)


@deed("add_pay_talk")
def add_talk(
    w: Writer,
    opportunity: str,
    draft: PayDraft,
    interview: str = "",
    where: Place | None = None,
) -> str:
    """Note what was said about pay, in a round or beside one; gives its key."""
    draft = draft.cleaned()
    require(check_pay(draft, w.now.date()))
    w.get(Opportunity, opportunity)
    row = w.add(
        Row,
        opportunity_id=opportunity,
        interview_id=w.get(Interview, interview).id if interview else None,
        said_on=draft.said_on,
        person=draft.person,
        asked=draft.asked,
        said=draft.said,
    )
    _shown(w, row, where)
    return row.id


@deed("edit_pay_talk")
def edit_talk(
    w: Writer, key: str, draft: PayDraft, interview: str = "", where: Place | None = None
) -> None:
    """Change what was said, to whom, when, or in which round."""
    draft = draft.cleaned()
    require(check_pay(draft, w.now.date()))
    row = w.get(Row, key)
    w.change(
        row,
        interview_id=w.get(Interview, interview).id if interview else None,
        said_on=draft.said_on,
        person=draft.person,
        asked=draft.asked,
        said=draft.said,
    )
    _shown(w, row, where)


@deed("delete_pay_talk")
def delete_talk(w: Writer, key: str, where: Place | None = None) -> None:
    """Put what was said in the trash."""
    row = w.get(Row, key)
    _shown(w, row, where)
    w.trash(row)
