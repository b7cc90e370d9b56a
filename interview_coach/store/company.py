"""Companies, written: added, edited, merged, deleted."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.people import CompanyField, check_field, clean_field, merged
from interview_coach.domain.trouble import Complaint, require
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.repointing import repoint
from interview_coach.store.tables import Company, Opportunity


def _shown(w: Writer, row: Company) -> None:
    w.label(name=row.name)
    w.at("library", row.id)


def _refuse_taken(w: Writer, name: str, key: str = "") -> None:
    """Companies are found by their names: no two outside the trash have the same."""
    folded = name.casefold()
    rows = w.raw.execute("SELECT id, name FROM company WHERE trashed_at IS NULL")
    taken = any(known != key and other.casefold() == folded for known, other in rows)
    require([Complaint("name", "company_name_taken")] if taken else [])


@deed("add_company")
def add_company(w: Writer, name: str) -> str:
    """A company to write about before there is anything else; gives its key."""
    name = clean_field(CompanyField.NAME, name)
    require(check_field(CompanyField.NAME, name))
    _refuse_taken(w, name)
    row = w.add(Company, name=name)
    _shown(w, row)
    return row.id


@deed("write_company")
def write_company(w: Writer, key: str, part: CompanyField, text: str) -> None:
    """Replace one field."""
    text = clean_field(part, text)
    require(check_field(part, text))
    row = w.get(Company, key)
    if part is CompanyField.NAME and text.casefold() != row.name.casefold():
        _refuse_taken(w, text, key)
    w.change(row, **{part.value: text})
    _shown(w, row)


@deed("delete_company")
def delete_company(w: Writer, key: str, *, with_opportunities: bool = False) -> None:
    """Put a company with its people in the trash, and all its opportunities if that is meant.

    Raises `Invalid` when there are opportunities and nobody said so.
    """
    row = w.get(Company, key)
    has = bool(w.all(Opportunity, company_id=key))
    if has and not with_opportunities:
        require([Complaint("company", "has_opportunities")])
    _shown(w, row)
    w.trash(row)


@deed("merge_companies")
def merge_companies(w: Writer, keep: str, others: Sequence[str]) -> None:
    """Make one of several rows for the same company, with every text, person and opportunity."""
    row = w.get(Company, keep)
    gone = [w.get(Company, key) for key in dict.fromkeys(others) if key != keep]
    texts = merged(_texts(row), [_texts(one) for one in gone])
    for part in CompanyField:
        require(check_field(part, texts[part.value]))
    w.change(row, **texts)
    repoint(w, "company", keep, [one.id for one in gone])
    for one in gone:
        w.trash(w.get(Company, one.id))
    w.label(count=len(gone) + 1)
    w.at("library", keep)


def _texts(row: Company) -> dict[str, str]:
    return {part.value: getattr(row, part.value) for part in CompanyField}
