"""Preparation: the checklist of one interview, read and written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace

from sqlalchemy import select as select_any
from sqlmodel import col, select

from interview_coach.domain.kinds import About, Coverage, InterviewKind, Part, Section
from interview_coach.domain.prep import (
    Checklist,
    EarlierPoint,
    PrepDraft,
    PrepItem,
    Requirement,
    TemplateItem,
    check_item,
    told_twice,
)
from interview_coach.domain.template import not_there_yet
from interview_coach.domain.trouble import require
from interview_coach.store import lessons, templates
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.interviews import live
from interview_coach.store.tables import (
    Company,
    Covered,
    Interview,
    Interviewer,
    LibraryItem,
    Opportunity,
)
from interview_coach.store.tables import PrepItem as PrepRow
from interview_coach.store.tables import Requirement as RequirementRow

EARLIER_SHOWN = 200
_KEPT = (
    "SELECT l.id FROM prep_item p JOIN library_item l ON l.id = p.library_id "
    "WHERE p.interview_id = ? AND p.trashed_at IS NULL AND l.trashed_at IS NULL"
)


@question
def checklist(r: Reader, interview: str) -> Checklist:
    """All that the Prepare step shows of one interview, in page order."""
    order = {section: place for place, section in enumerate(Section)}
    rows = r.rows(
        select(PrepRow.__table__)  # type: ignore[attr-defined]
        .where(PrepRow.interview_id == interview, *live(PrepRow))
        .order_by(col(PrepRow.position), col(PrepRow.id))
    )
    kept = {key for (key,) in r.raw.execute(_KEPT, (interview,))}
    items = [
        PrepItem(
            row.id,
            row.section,
            row.about,
            row.text,
            row.details,
            row.source,
            row.done,
            row.position,
            row.minutes,
            row.weight,
            row.rehearsals,
            own=not row.template_key or row.text != templates.wording(row.template_key),
            library_id=row.library_id if row.library_id in kept else None,
        )
        for row in rows
    ]
    items.sort(key=lambda i: (order[i.section], i.about is About.ME, i.position))
    twice = told_twice(items)
    items = [replace(i, twice=True) if i.id in twice else i for i in items]
    wanted = r.rows(
        select(RequirementRow.__table__)  # type: ignore[attr-defined]
        .join(Interview, col(Interview.opportunity_id) == col(RequirementRow.opportunity_id))
        .where(Interview.id == interview, *live(RequirementRow, Interview))
        .order_by(col(RequirementRow.position), col(RequirementRow.id))
    )
    return Checklist(
        interview,
        tuple(items),
        lessons.carried(r, interview),
        tuple(Requirement(x.id, x.text, x.evidence, x.strength) for x in wanted),
    )


@question
def earlier_points(r: Reader, interview: str) -> tuple[EarlierPoint, ...]:
    """Points, stories and questions of other interviews, newest first, to copy from."""
    rows = r.rows(
        select_any(
            PrepRow.__table__,  # type: ignore[attr-defined]
            col(Interview.kind),
            col(Interview.start),
            col(Company.name).label("company"),
            col(Covered.coverage),
        )
        .select_from(PrepRow)
        .join(Interview, col(Interview.id) == col(PrepRow.interview_id))
        .join(Opportunity, col(Opportunity.id) == col(Interview.opportunity_id))
        .join(Company, col(Company.id) == col(Opportunity.company_id))
        .outerjoin(
            Covered,
            (col(Covered.prep_item_id) == col(PrepRow.id)) & col(Covered.trashed_at).is_(None),
        )
        .where(
            col(PrepRow.interview_id) != interview,
            col(PrepRow.section).in_([Section.TALKING_POINT, Section.STORY, Section.QUESTION]),
            *live(PrepRow, Interview, Opportunity),
        )
        .order_by(col(Interview.start_at).desc(), col(PrepRow.position))
        .limit(EARLIER_SHOWN)
    )
    return tuple(
        EarlierPoint(
            row.id,
            row.section,
            row.about,
            row.text,
            row.details,
            row.company,
            row.kind,
            row.start,
            landed=row.coverage is Coverage.LANDED,
        )
        for row in rows
    )


@question
def missing_from_template(
    r: Reader, interview: str, kind: InterviewKind, template: str = ""
) -> tuple[TemplateItem, ...]:
    """What a template would add to a checklist: what fits these interviewers and is not there yet.

    One of the person's own by its key, else the usual one of the kind.
    """
    parts = r.rows(
        select(Interviewer.part).where(
            Interviewer.interview_id == interview,
            col(Interviewer.part).is_not(None),
            *live(Interviewer),
        )
    )
    present = r.rows(
        select(PrepRow.template_key, PrepRow.text).where(
            PrepRow.interview_id == interview, *live(PrepRow)
        )
    )
    chosen = templates.template(r, template) if template else templates.usual(r, kind)
    fitting = chosen.for_parts(Part(row[0]) for row in parts)
    return not_there_yet(fitting, {row[0] for row in present}, [row[1] for row in present])


def _place(w: Writer, interview: str) -> None:
    w.at("interview", interview, "prepare")


def _add(
    w: Writer, interview: str, drafts: Iterable[tuple[PrepDraft, str, str | None]]
) -> Sequence[PrepRow]:
    """Items at the end of their sections, in one statement.

    Each with the key of its template's line, and of what it is in the library.
    """
    nexts: dict[Section, int] = {}
    rows = []
    for draft, key, library in drafts:
        position = nexts.get(draft.section)
        if position is None:
            position = _next(w, interview, draft.section)
        nexts[draft.section] = position + 1
        values = {**asdict(draft), "position": position, "template_key": key}
        values["library_id"] = library
        rows.append({"interview_id": interview, **values})
    return w.add_all(PrepRow, rows)


def _next(w: Writer, interview: str, section: Section) -> int:
    return w.next_position(PrepRow, interview_id=interview, section=section)


def add_from_template(w: Writer, interview: str, items: Iterable[TemplateItem]) -> None:
    """Add the lines of a template at the end of their sections; part of other deeds."""
    _add(w, interview, [(item.draft.cleaned(), item.key, None) for item in items])


def add_linked(w: Writer, interview: str, items: Iterable[tuple[PrepDraft, str]]) -> None:
    """Add things of the library at the end of their sections; part of other deeds."""
    _add(w, interview, [(draft.cleaned(), "", library) for draft, library in items])


@deed("add_prep_item")
def add_item(w: Writer, interview: str, draft: PrepDraft) -> str:
    """Add an item at the end of its section; gives its key."""
    draft = draft.cleaned()
    require(check_item(draft))
    w.get(Interview, interview)
    (row,) = _add(w, interview, [(draft, "", None)])
    w.label(section=draft.section.value)
    _place(w, interview)
    return row.id


@deed("edit_prep_item")
def edit_item(w: Writer, key: str, draft: PrepDraft) -> None:
    """Change an item's texts, section or whom it is about."""
    draft = draft.cleaned()
    require(check_item(draft))
    row = w.get(PrepRow, key)
    if row.section is not draft.section:
        w.change(row, position=_next(w, row.interview_id, draft.section))
    w.change(
        row,
        section=draft.section,
        about=draft.about,
        text=draft.text,
        details=draft.details,
        source=draft.source,
    )
    w.label(section=draft.section.value)
    _place(w, row.interview_id)


@deed("tick_prep_item")
def tick_item(w: Writer, key: str, *, done: bool) -> None:
    """Note that an item is prepared, or is not."""
    row = w.get(PrepRow, key)
    w.change(row, done=done)
    w.label(done=done, section=row.section.value)
    _place(w, row.interview_id)


def _others(w: Writer, row: PrepRow, section: Section) -> list[PrepRow]:
    """The other items of a section, in page order."""
    rows = w.all(PrepRow, interview_id=row.interview_id, section=section, order="position")
    return [x for x in rows if x.id != row.id]


@deed("move_prep_item")
def move_item(w: Writer, key: str, section: Section, about: About | None, place: int) -> None:
    """Put an item at `place` (0 first) among the items of a section, or of one half of the points."""
    row = w.get(PrepRow, key)
    about = (about or About.ME) if section is Section.TALKING_POINT else None
    left = [] if section is row.section else _others(w, row, row.section)
    siblings = _others(w, row, section)
    group = [x for x in siblings if x.about is about]
    others = [x for x in siblings if x.about is not about]
    group.insert(max(0, min(place, len(group))), row)
    ordered = others + group if about is About.ME else group + others
    w.change(row, section=section, about=about)
    for items in (left, ordered):
        for position, item in enumerate(items):
            w.change(item, position=position)
    w.label(section=section.value)
    _place(w, row.interview_id)


@deed("delete_prep_item")
def delete_item(w: Writer, key: str) -> None:
    """Put an item in the trash."""
    row = w.get(PrepRow, key)
    w.label(section=row.section.value)
    _place(w, row.interview_id)
    w.trash(row)


@deed("apply_template")
def apply_template(w: Writer, interview: str, items: Sequence[TemplateItem]) -> int:
    """Add lines of a template to a checklist; gives how many."""
    w.get(Interview, interview)
    add_from_template(w, interview, items)
    w.label(count=len(items))
    _place(w, interview)
    return len(items)


@deed("copy_points")
def copy_points(w: Writer, interview: str, keys: Sequence[str]) -> int:
    """Copy items of other interviews to this one, not done; gives how many."""
    w.get(Interview, interview)
    rows = [w.get(PrepRow, key) for key in keys]
    drafts = [PrepDraft(x.section, x.text, x.details, x.source, x.about, x.minutes) for x in rows]
    links = [w.find(LibraryItem, row.library_id) for row in rows]
    _add(
        w,
        interview,
        [(d, "", link.id if link else None) for d, link in zip(drafts, links, strict=True)],
    )
    w.label(count=len(keys))
    _place(w, interview)
    return len(keys)


@deed("note_rehearsal")
def note_rehearsal(w: Writer, key: str) -> None:
    """Note that a point or story was said aloud once more."""
    row = w.get(PrepRow, key)
    w.change(row, rehearsals=row.rehearsals + 1)
    w.label(times=row.rehearsals)
    _place(w, row.interview_id)
