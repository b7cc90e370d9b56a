"""The library, written: things kept for any interview, taken into one, merged, linked to what was asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from interview_coach.domain.kinds import About, LibraryField, LibraryKind
from interview_coach.domain.library import (
    KIND_OF,
    SECTION_OF,
    LibraryDraft,
    check_field,
    check_library,
    clean_field,
    merged,
)
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.search import index_text
from interview_coach.domain.trouble import Complaint, require
from interview_coach.store import prep
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.repointing import repoint
from interview_coach.store.tables import Asked, Interview, LibraryItem, PrepItem, Review

_FIELDS = tuple(field for field in LibraryDraft.__dataclass_fields__ if field != "kind")


def draft_of(row: LibraryItem) -> LibraryDraft:
    """A row as a draft."""
    return LibraryDraft(row.kind, **{name: getattr(row, name) for name in _FIELDS})


def _add(w: Writer, draft: LibraryDraft) -> LibraryItem:
    draft = draft.cleaned()
    require(check_library(draft))
    return w.add(LibraryItem, **asdict(draft))


def _shown(w: Writer, row: LibraryItem) -> None:
    w.label(kind=row.kind.value)
    w.at("library", row.id)


@deed("add_library_item")
def add_library_item(w: Writer, draft: LibraryDraft) -> str:
    """Something new for the library; gives its key."""
    row = _add(w, draft)
    _shown(w, row)
    return row.id


@deed("write_library_item")
def write_library_item(w: Writer, key: str, part: LibraryField, text: str) -> None:
    """Replace one field."""
    text = clean_field(part, text)
    require(check_field(part, text))
    row = w.get(LibraryItem, key)
    w.change(row, **{part.value: text})
    _shown(w, row)


@deed("turn_library_item")
def turn_library_item(w: Writer, key: str, kind: LibraryKind, about: About | None = None) -> None:
    """Make something another kind of thing, or say whom a point is about. Its texts stay."""
    row = w.get(LibraryItem, key)
    about = (about or row.about or About.ME) if kind is LibraryKind.TALKING_POINT else None
    w.change(row, kind=kind, about=about)
    _shown(w, row)


@deed("delete_library_item")
def delete_library_item(w: Writer, key: str) -> None:
    """Put something in the trash; checklists that it was used in keep their own lines."""
    row = w.get(LibraryItem, key)
    _shown(w, row)
    w.trash(row)


@deed("import_library_items")
def import_library_items(w: Writer, drafts: Sequence[LibraryDraft]) -> int:
    """Add what a document brought, as one step; what was made of the same line before is left out.

    Gives how many were added.
    """
    known = {index_text(row.origin) for row in w.all(LibraryItem) if row.origin}
    added = []
    for draft in drafts:
        origin = index_text(draft.origin)
        if not origin or origin not in known:
            known.add(origin)
            added.append(_add(w, draft).id)
    w.label(count=len(added))
    if added:
        w.at("library", added[0])
    return len(added)


@deed("keep_prep_item")
def keep_prep_item(w: Writer, key: str) -> str:
    """Keep a line of a checklist for other interviews; gives the key it has in the library.

    What is there already, word for word, is linked instead of kept twice.
    """
    row = w.get(PrepItem, key)
    kind = KIND_OF[row.section]
    known = w.find(LibraryItem, row.library_id)
    if known is None:
        folded = index_text(row.text)
        same = [
            x for x in w.all(LibraryItem, kind=kind, order="id") if index_text(x.text) == folded
        ]
        details = "\n".join(text for text in (row.details, row.source) if text)
        about = row.about
        known = same[0] if same else _add(w, LibraryDraft(kind, row.text, about, details=details))
    w.change(row, library_id=known.id)
    w.at("interview", row.interview_id, "prepare")
    return known.id


@deed("take_from_library")
def take_from_library(w: Writer, interview: str, keys: Sequence[str]) -> int:
    """Put things of the library on a checklist, each with a link back; gives how many.

    Raises `Invalid` for a question that interviewers ask: nothing on a checklist is one.
    """
    w.get(Interview, interview)
    rows = [w.get(LibraryItem, key) for key in keys]
    require([Complaint("library", "not_for_checklists") for r in rows if r.kind not in SECTION_OF])
    drafts = [
        PrepDraft(SECTION_OF[row.kind], row.text, row.details, about=row.about) for row in rows
    ]
    prep.add_linked(w, interview, [(d, row.id) for d, row in zip(drafts, rows, strict=True)])
    w.label(count=len(rows))
    w.at("interview", interview, "prepare")
    return len(rows)


@deed("merge_library_items")
def merge_library_items(w: Writer, keep: str, others: Sequence[str]) -> None:
    """Make one of several that are the same: it gets every text and every use; the others are trash.

    Raises `Invalid` when they are not of one kind.
    """
    row = w.get(LibraryItem, keep)
    gone = [w.get(LibraryItem, key) for key in dict.fromkeys(others) if key != keep]
    require([Complaint("library", "other_kind") for one in gone if one.kind is not row.kind][:1])
    draft = merged(draft_of(row), [draft_of(one) for one in gone])
    require(check_library(draft))
    w.change(row, **{name: getattr(draft, name) for name in _FIELDS})
    repoint(w, "library_item", keep, [one.id for one in gone])
    for one in gone:
        w.trash(w.get(LibraryItem, one.id))
    w.label(kind=row.kind.value, count=len(gone) + 1)
    w.at("library", keep)


def _of_review(w: Writer, row: Asked) -> None:
    review = w.get(Review, row.review_id)
    w.at("interview", review.interview_id, "review")


@deed("link_asked")
def link_asked(w: Writer, asked: str, question: str | None) -> None:
    """Say which question of the bank was asked, or that it is none of them.

    The seal of a review fixes what was said there, and not what that is linked to.
    """
    row = w.get(Asked, asked)
    if question is not None:
        known = w.get(LibraryItem, question)
        if known.kind is not LibraryKind.QUESTION:
            require([Complaint("question", "other_kind")])
    w.change(row, question_id=question)
    _of_review(w, row)


@deed("keep_asked")
def keep_asked(w: Writer, asked: str) -> str:
    """Keep a question that was asked in the bank, and link the two; gives its key there."""
    row = w.get(Asked, asked)
    known = w.find(LibraryItem, row.question_id)
    if known is None:
        folded = index_text(row.text)
        bank = w.all(LibraryItem, kind=LibraryKind.QUESTION, order="id")
        same = [x for x in bank if index_text(x.text) == folded]
        known = same[0] if same else _add(w, LibraryDraft(LibraryKind.QUESTION, row.text))
    w.change(row, question_id=known.id)
    _of_review(w, row)
    return known.id


@deed("tell_story")
def tell_story(w: Writer, asked: str, story: str | None) -> None:
    """Say which story was told as the answer to a question, or that it was none."""
    row = w.get(Asked, asked)
    if story is not None:
        known = w.get(LibraryItem, story)
        if known.kind is not LibraryKind.STORY:
            require([Complaint("story", "other_kind")])
    w.change(row, story_id=story)
    _of_review(w, row)
