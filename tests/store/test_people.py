"""People and companies on a real file: met where, merged, moved, deleted, found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from interview_coach.domain.interview import Interviewer, OpportunityDraft
from interview_coach.domain.kinds import InterviewKind, Part
from interview_coach.domain.people import CompanyField, PersonDraft, PersonField
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import (
    companies,
    company,
    interview,
    interviews,
    libraries,
    opportunity,
    people,
    person,
    trash,
)
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump


def met(store: Store, *names: str, at: str = "Acme", day: int = 10, month: int = 10) -> str:
    draft = a_round(
        company=at,
        start=datetime(2026, month, day, 10),
        interviewers=tuple(Interviewer(name, Part.PEER) for name in names),
    )
    return store.do(interview.add_interview, draft, checklist=False)


def key_of(store: Store, name: str) -> str:
    found = store.ask(people.people).lines
    return next(line.id for line in found if line.name == name)


def names(store: Store, interview_key: str) -> list[str]:
    return [who.name for who in store.ask(interviews.interview_head, interview_key).interviewers]


def test_a_person_knows_every_interview_with_them_and_when_we_met(store: Store) -> None:
    first, second = met(store, "Ada", "Björn", day=1), met(store, "Ada", day=8)
    ahead = met(store, "Ada", day=20, month=12)
    off = met(store, "Ada", day=9)
    store.do(interview.mark_not_held, off)
    ada = store.ask(people.person, key_of(store, "Ada"))
    assert [one.interview_id for one in ada.meetings] == [ahead, off, second, first]
    assert (ada.met.times, ada.met.last) == (2, datetime(2026, 10, 8, 10))
    assert ada.met.next == datetime(2026, 12, 20, 10)
    assert {one.part for one in ada.meetings} == {Part.PEER}
    (one, other) = store.ask(people.people).lines
    assert (one.name, one.met.times, other.name, other.met.times) == ("Ada", 2, "Björn", 1)
    (opposite,) = store.ask(people.opposite, ahead)
    assert [one.interview_id for one in opposite.before] == [second, first]
    assert [one.before for one in store.ask(people.opposite, first)] == [(), ()]


def test_what_is_written_about_people_and_companies_is_found(store: Store) -> None:
    met(store, "Ada")
    ada = key_of(store, "Ada")
    store.do(person.write_person, ada, PersonField.NOTES, "Collects barometers")
    at = store.ask(people.person, ada).company_id
    store.do(company.write_company, at, CompanyField.NOTES, "Makes zeppelins")
    assert [one.id for one in store.ask(libraries.found, "barom", 9)] == [ada]
    assert [one.id for one in store.ask(libraries.found, "zeppelins", 9)] == [at]
    assert store.ask(libraries.what_is, ada) == "person"
    assert store.ask(libraries.what_is, at) == "company"
    assert store.ask(people.people, "barometers").total == 1
    assert store.ask(people.people, "zeppelins").total == 0
    assert store.ask(companies.companies, "zeppelins").total == 1
    # The interview with them is found by it as well, which is what the timeline searches.
    for word in ("barometers", "zeppelins"):
        found = store.ask(interviews.interview_list, word)
        assert len(found.to_review) == 1, word
    check_derived(store)


def test_merging_people_keeps_every_text_and_every_interview(store: Store) -> None:
    first, both = met(store, "Ada Byron", day=1), met(store, "Ada Byron", "A. Byron", day=8)
    last = met(store, "A. Byron", day=9)
    keep, other = key_of(store, "Ada Byron"), key_of(store, "A. Byron")
    assert [[one.id for one in group] for group in store.ask(people.people_twice)] == [
        [keep, other]
    ]
    store.do(person.write_person, keep, PersonField.NOTES, "Calm.")
    store.do(person.write_person, other, PersonField.NOTES, "Asks why twice.")
    store.do(person.write_person, other, PersonField.TITLE, "Head of engines")
    before = dump(store)
    store.do(person.merge_people, keep, [other])
    found = store.ask(people.person, keep)
    assert found.title == "Head of engines"
    assert found.notes == "Calm.\n– A. Byron\n– Asks why twice."
    assert [one.interview_id for one in found.meetings] == [last, both, first]
    assert names(store, both) == ["Ada Byron"]
    assert store.ask(people.people_twice) == ()
    with pytest.raises(Trouble):
        store.ask(people.person, other)
    check_derived(store)
    store.undo()
    assert dump(store) == before


def test_merging_companies_brings_people_and_opportunities_together(store: Store) -> None:
    met(store, "Ada", at="Acme GmbH")
    met(store, "Chidi", at="Acme", day=11)
    (group,) = store.ask(companies.companies_twice)
    keep, other = group
    store.do(company.write_company, other.id, CompanyField.WEBSITE, "https://acme.example.com")
    store.do(company.merge_companies, keep.id, [other.id])
    found = store.ask(companies.company, keep.id)
    assert (found.name, found.website) == ("Acme GmbH", "https://acme.example.com")
    assert found.notes == "– Acme"
    assert {one.name for one in found.people} == {"Ada", "Chidi"}
    assert [len(job.rounds) for job in found.jobs] == [1, 1]
    assert {job.stage for job in found.jobs} == {InterviewKind.PHONE_SCREEN}
    check_derived(store)


def test_who_went_to_another_company_stays_who_they_are(store: Store) -> None:
    at = met(store, "Ada")
    ada = key_of(store, "Ada")
    store.do(person.move_person, ada, "  Babbage  & Co ")
    found = store.ask(people.person, ada)
    assert found.company == "Babbage & Co"
    assert [one.company for one in found.meetings] == ["Acme"]
    # Saving the old interview again makes no second Ada at the old company.
    draft = store.ask(interviews.interview_draft, at)
    store.do(interview.edit_interview, at, replace(draft, notes="Went well"))
    assert store.ask(people.people).total == 1
    assert names(store, at) == ["Ada"]
    with pytest.raises(Invalid):
        store.do(person.move_person, ada, "  ")


def test_a_company_with_opportunities_is_not_deleted_silently(store: Store) -> None:
    at = met(store, "Ada")
    ada = key_of(store, "Ada")
    key = store.ask(people.person, ada).company_id
    before = dump(store)
    with pytest.raises(Invalid) as refused:
        store.do(company.delete_company, key)
    assert refused.value.complaints[0].code == "has_opportunities"
    assert dump(store) == before
    store.do(company.delete_company, key, with_opportunities=True)
    assert store.ask(companies.companies).total == store.ask(people.people).total == 0
    with pytest.raises(Trouble):
        store.ask(interviews.interview_head, at)
    (batch,) = store.ask(trash.trash_batches)
    store.do(trash.restore_batch, batch.id)
    assert names(store, at) == ["Ada"]
    # One that nothing hangs on goes at once.
    empty = store.do(company.add_company, "Empty")
    store.do(company.delete_company, empty)
    check_derived(store)


def test_a_deleted_person_leaves_the_interviews_and_comes_back_into_them(store: Store) -> None:
    at = met(store, "Ada", "Björn")
    store.do(person.delete_person, key_of(store, "Ada"))
    assert names(store, at) == ["Björn"]
    (batch,) = store.ask(trash.trash_batches)
    store.do(trash.restore_batch, batch.id)
    assert names(store, at) == ["Ada", "Björn"]


def test_companies_of_one_name_are_refused_as_they_are_found_by_it(store: Store) -> None:
    met(store, "Ada")
    with pytest.raises(Invalid) as refused:
        store.do(company.add_company, "ACME")
    assert refused.value.complaints[0].code == "company_name_taken"
    other = store.do(company.add_company, "Other")
    with pytest.raises(Invalid):
        store.do(company.write_company, other, CompanyField.NAME, "acme")
    store.do(company.write_company, other, CompanyField.NAME, "OTHER")
    new = store.do(person.add_person, PersonDraft("Eve", "other", "Peer", "Tall"))
    assert store.ask(people.person, new).company_id == other
    job = store.do(opportunity.add_opportunity, OpportunityDraft("Other", "Baker"))
    (found,) = store.ask(companies.company, other).jobs
    assert (found.opportunity_id, found.stage, found.rounds) == (job, None, ())


def test_people_elsewhere_are_proposed_only_by_the_whole_name(store: Store) -> None:
    met(store, "Ada Byron")
    met(store, "Ada", at="Other", day=11)
    assert store.ask(people.people_twice) == ()
    met(store, "Ada  Byron", at="Third", day=12)
    (group,) = store.ask(people.people_twice)
    assert [one.company for one in group] == ["Acme", "Third"]
