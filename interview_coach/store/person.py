"""People, written: added, edited, moved to another company, merged, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.people import (
    PersonDraft,
    PersonField,
    check_field,
    check_person,
    clean_field,
    merged,
)
from interview_coach.domain.text import check_line, clean_line
from interview_coach.domain.trouble import require
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.names import company_id
from interview_coach.store.repointing import repoint
from interview_coach.store.tables import Company, Interviewer, Person


def _shown(w: Writer, row: Person) -> None:
    w.label(name=row.name)
    w.at("library", row.id)


@deed("add_person")
def add_person(w: Writer, draft: PersonDraft) -> str:
    """Someone new, at a company of that name, made when there is none; gives their key."""
    draft = draft.cleaned()
    require(check_person(draft))
    company = company_id(w, draft.company)
    row = w.add(Person, company_id=company, name=draft.name, title=draft.title, notes=draft.notes)
    _shown(w, row)
    return row.id


@deed("write_person")
def write_person(w: Writer, key: str, part: PersonField, text: str) -> None:
    """Replace one field."""
    text = clean_field(part, text)
    require(check_field(part, text))
    row = w.get(Person, key)
    w.change(row, **{part.value: text})
    _shown(w, row)


@deed("move_person")
def move_person(w: Writer, key: str, company: str) -> None:
    """Note that somebody is at another company now; the interviews with them stay what they were."""
    company = clean_line(company)
    require(check_line("company", company, needed=True))
    row = w.get(Person, key)
    w.change(row, company_id=company_id(w, company))
    _shown(w, row)


@deed("delete_person")
def delete_person(w: Writer, key: str) -> None:
    """Put a person in the trash; the interviews stay, without that name."""
    row = w.get(Person, key)
    _shown(w, row)
    w.trash(row)


@deed("merge_people")
def merge_people(w: Writer, keep: str, others: Sequence[str]) -> None:
    """Make one of several rows for the same person, with every text and every interview."""
    row = w.get(Person, keep)
    gone = [w.get(Person, key) for key in dict.fromkeys(others) if key != keep]
    texts = merged(_texts(w, row), [_texts(w, one) for one in gone])
    for part in PersonField:
        require(check_field(part, texts[part.value]))
    w.change(row, **{part.value: texts[part.value] for part in PersonField})
    repoint(w, "person", keep, [one.id for one in gone])
    _once_each(w, keep)
    for one in gone:
        w.trash(w.get(Person, one.id))
    w.label(count=len(gone) + 1)
    w.at("library", keep)


def _texts(w: Writer, row: Person) -> dict[str, str]:
    company = w.get(Company, row.company_id).name
    return {"name": row.name, "title": row.title, "company": company, "notes": row.notes}


def _once_each(w: Writer, person: str) -> None:
    """Let nobody sit opposite twice in one interview; a part that is known stays known."""
    first: dict[str, Interviewer] = {}
    for row in w.all(Interviewer, person_id=person, order="position"):
        kept = first.setdefault(row.interview_id, row)
        if kept is not row:
            w.change(kept, part=kept.part or row.part)
            w.bury(row)
