"""The library on a real file: kept from a checklist, taken into another, counted, merged, found."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from interview_coach.domain.interview import Interviewer, OpportunityDraft
from interview_coach.domain.kinds import (
    Coverage,
    Felt,
    LibraryField,
    LibraryKind,
    Part,
    Section,
)
from interview_coach.domain.library import LibraryDraft, LibraryFilters
from interview_coach.domain.prep import PrepDraft, told_twice
from interview_coach.domain.timeline import Filters, Show
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import (
    interview,
    libraries,
    library,
    opportunity,
    prep,
    review,
    reviews,
    timeline,
    trash,
)
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump

STORY = LibraryKind.STORY


def held(store: Store, company: str = "Acme", day: int = 10) -> str:
    draft = a_round(company=company, start=datetime(2026, 11, day, 10))
    return store.do(interview.add_interview, draft, checklist=False)


def story(store: Store, text: str = "The outage", **more: str) -> str:
    draft = replace(LibraryDraft(STORY, text), **more)  # type: ignore[arg-type]
    return store.do(library.add_library_item, draft)


def line(store: Store, at: str, text: str = "The outage", section: Section = Section.STORY) -> str:
    return store.do(prep.add_item, at, PrepDraft(section, text, "with details"))


def test_any_line_of_a_checklist_can_be_kept_and_taken(store: Store) -> None:
    first, second = held(store), held(store, "Beta", 12)
    for section in Section:
        key = store.do(library.keep_prep_item, line(store, first, f"about {section}", section))
        assert store.ask(libraries.library_item, key).draft.details == "with details"
    offered = store.ask(libraries.takeable, second)
    assert len(offered) == len(Section)
    assert store.ask(libraries.takeable, first) == ()
    store.do(library.take_from_library, second, [one.id for one in offered])
    assert store.ask(libraries.takeable, second) == ()
    taken = store.ask(prep.checklist, second).items
    assert {item.text for item in taken} == {f"about {section}" for section in Section}
    assert all(item.library_id and item.details == "with details" for item in taken)


def test_the_same_words_are_linked_and_not_kept_twice(store: Store) -> None:
    first, second = held(store), held(store, "Beta", 12)
    key = store.do(library.keep_prep_item, line(store, first))
    assert store.do(library.keep_prep_item, line(store, second, "the OUTAGE!")) == key
    assert store.ask(libraries.library, LibraryFilters()).total == 1
    assert store.ask(libraries.library_item, key).told.planned == 2


def test_coverage_of_a_review_counts_for_what_was_taken(store: Store) -> None:
    key = story(store)
    for day, coverage in ((10, Coverage.LANDED), (11, Coverage.SAID), (12, Coverage.NOT_SAID)):
        at = held(store, f"No {day}", day)
        store.do(library.take_from_library, at, [key])
        item = store.ask(prep.checklist, at).items[0]
        store.do(review.cover_item, at, item.id, coverage)
    told = store.ask(libraries.library_item, key).told
    assert (told.planned, told.said, told.landed) == (3, 2, 1)
    assert told.last == datetime(2026, 11, 12, 10)
    uses = store.ask(libraries.library_item, key).uses
    assert [use.company for use in uses] == ["No 12", "No 11", "No 10"]
    (shown,) = store.ask(libraries.library, LibraryFilters(kinds=(STORY,))).lines
    assert shown.told == told


def test_a_story_planned_twice_for_one_interview_is_noticed(store: Store) -> None:
    key, at = story(store), held(store)
    store.do(library.take_from_library, at, [key])
    assert told_twice(store.ask(prep.checklist, at).items) == frozenset()
    again = line(store, at, "The outage, told for ownership")
    store.do(library.keep_prep_item, again)
    assert told_twice(store.ask(prep.checklist, at).items) == frozenset()
    other = store.ask(prep.checklist, at).items[1].library_id
    assert other is not None
    store.do(library.merge_library_items, key, [other])
    found = store.ask(prep.checklist, at).items
    assert told_twice(found) == {item.id for item in found}


def test_questions_of_reviews_are_kept_in_the_bank_and_counted(store: Store) -> None:
    first, second = held(store), held(store, "Beta", 12)
    one = store.do(review.add_asked, first, "How do you test?")
    other = store.do(review.add_asked, second, "How would you test this?")
    store.do(review.rate_asked, one, 2)
    store.do(review.rate_asked, other, 5)
    key = store.do(library.keep_asked, one)
    assert store.do(library.keep_asked, one) == key
    store.do(library.link_asked, other, key)
    found = store.ask(libraries.library_item, key)
    assert (found.told.asked, found.told.rating) == (2, 3.5)
    assert [use.text for use in found.uses] == ["How would you test this?", "How do you test?"]
    told = story(store)
    store.do(library.tell_story, other, told)
    assert store.ask(libraries.library_item, told).told.landed == 1
    store.do(library.link_asked, other, None)
    assert store.ask(libraries.library_item, key).told.asked == 1
    with pytest.raises(Invalid):
        store.do(library.link_asked, other, told)
    with pytest.raises(Invalid):
        store.do(library.tell_story, other, key)
    check_derived(store)


def test_a_sealed_review_says_what_it_said_when_its_question_is_linked(store: Store) -> None:
    at = held(store)
    store.do(review.set_felt, at, Felt.GOOD)
    asked = store.do(review.add_asked, at, "How do you test?")
    store.do(review.seal_review, at)
    before = store.ask(reviews.review_form, at)
    key = store.do(library.keep_asked, asked)
    after = store.ask(reviews.review_form, at)
    (linked,) = after.asked
    assert (linked.question_id, linked.text) == (key, "How do you test?")
    unlinked = replace(linked, question_id=None, question="")
    assert replace(after, asked=(unlinked,)) == before


def test_a_merge_keeps_every_text_and_use_and_is_one_step(store: Store) -> None:
    keep = story(store, situation="Slow.", tags="data")
    other = story(store, "An outage", situation="It was slow.", result="Fast.")
    at = held(store)
    store.do(library.take_from_library, at, [other])
    before = dump(store)
    store.do(library.merge_library_items, keep, [other])
    found = store.ask(libraries.library_item, keep)
    assert found.draft.result == "Fast."
    assert found.draft.details == "– An outage\n– It was slow."
    assert found.told.planned == 1
    with pytest.raises(Trouble):
        store.ask(libraries.library_item, other)
    check_derived(store)
    after = dump(store)
    store.undo()
    assert dump(store) == before
    store.redo()
    assert dump(store) == after


def test_only_one_kind_is_merged(store: Store) -> None:
    point = store.do(
        library.add_library_item, LibraryDraft(LibraryKind.TALKING_POINT, "The outage")
    )
    with pytest.raises(Invalid) as refused:
        store.do(library.merge_library_items, story(store), [point])
    assert refused.value.complaints[0].code == "other_kind"


def test_duplicates_are_proposed_and_nothing_is_merged_by_itself(store: Store) -> None:
    for text in ("Why are you leaving?", "Why are you leaving us?", "What do you read?"):
        store.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, text))
    before = dump(store)
    (group,) = store.ask(libraries.alike)
    assert [one.text for one in group] == ["Why are you leaving?", "Why are you leaving us?"]
    assert dump(store) == before


def test_what_a_document_brought_is_brought_once(store: Store) -> None:
    drafts = [LibraryDraft(STORY, f"Story {n}", origin=f"Highlight {n}") for n in range(3)]
    assert store.do(library.import_library_items, drafts) == 3
    assert store.do(library.import_library_items, drafts) == 0
    reworded = LibraryDraft(STORY, "Quite another title", origin="highlight 1.")
    assert store.do(library.import_library_items, [reworded, *drafts]) == 0
    assert store.ask(libraries.library, LibraryFilters()).total == 3


@pytest.mark.parametrize(
    ("query", "hits"),
    [("outage", 1), ("ownersh", 1), ("six hours", 1), ("six outage", 0), ("六時間", 1), ("x", 0)],
)
def test_every_text_is_found(store: Store, query: str, hits: int) -> None:
    story(store, skills="ownership, SQL")
    story(store, "The load", result="From six hours to forty minutes")
    story(store, "高速化", situation="毎晩の集計に六時間かかった")
    assert store.ask(libraries.library, LibraryFilters(query=query)).total == hits
    assert len(store.ask(libraries.found, query, 10)) == hits
    everything = Filters(show=Show.EVERYTHING, query=query)
    assert store.ask(timeline.count, everything) == 0


def test_the_library_stands_on_no_timeline(store: Store) -> None:
    story(store)
    held(store)
    everything = Filters(show=Show.EVERYTHING)
    keys = store.ask(timeline.keys, everything)
    assert len(keys) == store.ask(timeline.count, everything) == 1
    assert all(key > 0 for key in keys)


def test_people_and_companies_are_found_too(store: Store) -> None:
    draft = a_round(company="Acme", interviewers=(Interviewer("Ada Lovelace", Part.PEER),))
    store.do(interview.add_interview, draft)
    found = store.ask(libraries.found, "ada", 10)
    assert [(one.what, one.text) for one in found] == [("person", "Ada Lovelace")]
    assert {one.what for one in store.ask(libraries.found, "acme", 10)} == {"person", "company"}
    job = store.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Other"))
    store.do(opportunity.edit_opportunity, job, OpportunityDraft("ACME Works", "Other"))
    check_derived(store)


def test_filters_narrow_by_kind_and_tag(store: Store) -> None:
    story(store, tags="Data, lead")
    story(store, "Another", tags="database")
    store.do(library.add_library_item, LibraryDraft(LibraryKind.RESEARCH, "Read", tags="data"))
    assert store.ask(libraries.tags) == ("Data", "database", "lead")
    assert store.ask(libraries.library, LibraryFilters(tag="data")).total == 2
    assert store.ask(libraries.library, LibraryFilters(kinds=(STORY,), tag="Data")).total == 1
    (first,) = store.ask(libraries.library, LibraryFilters(), limit=1).lines
    assert (first.text, store.ask(libraries.library, LibraryFilters(), limit=1).total) == (
        "Read",
        3,
    )


def test_what_is_deleted_leaves_checklists_as_they_are(store: Store) -> None:
    key, at = story(store), held(store)
    store.do(library.take_from_library, at, [key])
    store.do(library.delete_library_item, key)
    (item,) = store.ask(prep.checklist, at).items
    assert (item.text, item.library_id) == ("The outage", None)
    (batch,) = store.ask(trash.trash_batches)
    assert batch.thing.title == "The outage"
    store.do(trash.restore_batch, batch.id)
    assert store.ask(prep.checklist, at).items[0].library_id == key
    store.do(library.delete_library_item, key)
    store.do(trash.empty_trash)
    assert store.ask(prep.checklist, at).items[0].text == "The outage"


def test_copies_of_points_keep_their_link(store: Store) -> None:
    key, at = story(store), held(store)
    store.do(library.take_from_library, at, [key])
    other = held(store, "Beta", 12)
    store.do(prep.copy_points, other, [store.ask(prep.checklist, at).items[0].id])
    assert store.ask(libraries.library_item, key).told.planned == 2


def test_a_field_is_written_and_the_kind_turned(store: Store) -> None:
    key = story(store)
    store.do(library.write_library_item, key, LibraryField.SKILLS, "SQL,  sql, Lead")
    store.do(library.turn_library_item, key, LibraryKind.TALKING_POINT)
    draft = store.ask(libraries.library_item, key).draft
    assert (draft.skills, draft.kind.value, draft.about) == ("SQL, Lead", "talking_point", "me")
    with pytest.raises(Invalid):
        store.do(library.write_library_item, key, LibraryField.TEXT, "  ")


def test_no_question_of_theirs_goes_on_a_checklist(store: Store) -> None:
    key = store.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, "Why us?"))
    with pytest.raises(Invalid) as refused:
        store.do(library.take_from_library, held(store), [key])
    assert refused.value.complaints[0].code == "not_for_checklists"
