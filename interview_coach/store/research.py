"""Research: notes on an opportunity, read and written; those that proved wrong stay among them."""

from __future__ import annotations

from sqlmodel import col, select

from interview_coach.domain.changes import Place
from interview_coach.domain.research import NoteDraft, ResearchNote, check_note
from interview_coach.domain.text import check_text, clean_text
from interview_coach.domain.trouble import require
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.tables import Interview, Opportunity
from interview_coach.store.tables import ResearchNote as Row
from interview_coach.store.whereabouts import place_of


@question
def research(r: Reader, opportunity: str) -> tuple[ResearchNote, ...]:
    """The notes on an opportunity, in their order; those that proved wrong, too."""
    rows = r.rows(
        select(Row.__table__, Interview.kind, Interview.start)  # type: ignore[attr-defined]
        .outerjoin(
            Interview,
            (col(Interview.id) == col(Row.disproved_in_id)) & col(Interview.trashed_at).is_(None),
        )
        .where(Row.opportunity_id == opportunity, col(Row.trashed_at).is_(None))
        .order_by(col(Row.position), col(Row.id))
    )
    return tuple(
        ResearchNote(
            row.id,
            row.text,
            row.link,
            row.noted_on,
            row.confidence,
            row.disproved,
            row.learned,
            row.disproved_in_id if row.kind is not None else "",
            row.kind,
            row.start.date() if row.start is not None else None,
        )
        for row in rows
    )


def _shown(w: Writer, row: Row, where: Place | None) -> None:
    w.label(text=row.text)
    w.place = where or place_of(w.raw, "research_note", row.id)


@deed("add_research_note")
def add_note(w: Writer, opportunity: str, draft: NoteDraft, where: Place | None = None) -> str:
    """Note something about them at the end; gives its key. `where` is the page it was written on."""
    draft = draft.cleaned()
    require(check_note(draft, w.now.date()))
    w.get(Opportunity, opportunity)
    row = w.add(
        Row,
        opportunity_id=opportunity,
        text=draft.text,
        link=draft.link,
        noted_on=draft.noted_on,
        confidence=draft.confidence,
        position=w.next_position(Row, opportunity_id=opportunity),
    )
    _shown(w, row, where)
    return row.id


@deed("edit_research_note")
def edit_note(w: Writer, key: str, draft: NoteDraft, where: Place | None = None) -> None:
    """Change a note, its link, its day or how sure I am."""
    draft = draft.cleaned()
    require(check_note(draft, w.now.date()))
    row = w.get(Row, key)
    w.change(
        row,
        text=draft.text,
        link=draft.link,
        noted_on=draft.noted_on,
        confidence=draft.confidence,
    )
    _shown(w, row, where)


@deed("move_research_note")
def move_note(w: Writer, key: str, place: int, where: Place | None = None) -> None:
    """Put a note at `place` (0 first) among those of its opportunity."""
    row = w.get(Row, key)
    rows = list(w.all(Row, opportunity_id=row.opportunity_id, order="position"))
    rows.remove(row)
    rows.insert(max(0, min(place, len(rows))), row)
    for position, one in enumerate(rows):
        w.change(one, position=position)
    _shown(w, row, where)


@deed("delete_research_note")
def delete_note(w: Writer, key: str, where: Place | None = None) -> None:
    """Put a note in the trash."""
    row = w.get(Row, key)
    _shown(w, row, where)
    w.trash(row)


@deed("disprove_note")
def disprove_note(
    w: Writer, key: str, interview: str = "", learned: str = "", where: Place | None = None
) -> None:
    """Mark a note as proved wrong: in which interview, and what I learned instead."""
    learned = clean_text(learned).strip()
    require(check_text("learned", learned))
    row = w.get(Row, key)
    held = w.get(Interview, interview).id if interview else None
    w.change(row, disproved=True, disproved_in_id=held, learned=learned)
    _shown(w, row, where)


@deed("undisprove_note")
def undisprove_note(w: Writer, key: str, where: Place | None = None) -> None:
    """Let a note stand again: it was right after all."""
    row = w.get(Row, key)
    w.change(row, disproved=False, disproved_in_id=None, learned="")
    _shown(w, row, where)
