"""How a hand does the deeds of people and companies."""

from __future__ import annotations

from interview_coach.domain.people import CompanyField, PersonDraft, PersonField
from tests.store.recipes.hand import COMPANIES, LINES, NAMES, Call, Hand, on, recipe


@recipe("add_person")
def _add_person(hand: Hand) -> Call | None:
    draft = PersonDraft(hand.one(NAMES), hand.one(COMPANIES), hand.line(), hand.text())
    return Call((draft,))


@recipe("write_person")
def _write_person(hand: Hand) -> Call | None:
    return on(hand.key("person"), hand.one(tuple(PersonField)), hand.one(LINES))


@recipe("move_person")
def _move_person(hand: Hand) -> Call | None:
    return on(hand.key("person"), hand.one(COMPANIES))


@recipe("merge_people", "merge_companies")
def _merge(hand: Hand, label: str) -> Call | None:
    table = "person" if label == "merge_people" else "company"
    keep = hand.key(table)
    other = hand.key(table, "id <> ?", keep)
    return on(keep, [other]) if other else None


@recipe("add_company")
def _add_company(hand: Hand) -> Call | None:
    known = hand.store._raw_reader.execute("SELECT name FROM company").fetchall()
    free = [n for n in LINES if n not in {name for (name,) in known}]
    return Call((hand.one(free),)) if free else None


@recipe("write_company")
def _write_company(hand: Hand) -> Call | None:
    part = hand.one(tuple(CompanyField) if hand.dares() else tuple(CompanyField)[1:])
    return on(hand.key("company"), part, hand.one(LINES))


@recipe("delete_person")
def _delete_person(hand: Hand) -> Call | None:
    return on(hand.key("person"))


@recipe("delete_company")
def _delete_company(hand: Hand) -> Call | None:
    # Enough interviews stay elsewhere: else there would be nothing left to play with.
    other = (
        "2 < (SELECT count(*) FROM interview i JOIN opportunity o ON o.id = i.opportunity_id "
        "WHERE o.company_id <> company.id AND i.trashed_at IS NULL AND o.trashed_at IS NULL)"
    )
    return on(hand.key("company", other), with_opportunities=not hand.dares())
