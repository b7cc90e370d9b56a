"""Expected questions: listed, ordered, matched with what was asked, and what Today and Insights make of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interview_coach.domain.expected import AskedHere, Why
from interview_coach.domain.kinds import InterviewKind, LibraryKind, ReviewText
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.proportions import Share
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import expected, expecting, insights, interview, library, review, today
from interview_coach.store.store import Store
from tests.store.drafts import a_round

TECHNICAL = InterviewKind.TECHNICAL


def held(store: Store, days_ago: int, *asked: str, kind: InterviewKind = TECHNICAL) -> str:
    """An interview with these questions asked; its review is open."""
    start = datetime(2026, 11, 20, 10) - timedelta(days=days_ago)
    draft = a_round(company=f"Company {days_ago}", start=start, kind=kind)
    key = store.do(interview.add_interview, draft, checklist=False)
    for text in asked:
        store.do(review.add_asked, key, text)
    return key


@pytest.fixture
def here(store: Store) -> str:
    """A technical interview next week."""
    draft = a_round(start=datetime(2026, 12, 1, 9), kind=TECHNICAL)
    return store.do(interview.add_interview, draft, checklist=False)


def listed(store: Store, key: str) -> list[str]:
    return [one.text for one in store.ask(expecting.expected_questions, key).questions]


def asked_in(store: Store, key: str) -> tuple[AskedHere, ...]:
    return store.ask(expecting.matching, key).asked


def counts(store: Store, key: str) -> tuple[int, int, int, int]:
    found = store.ask(expecting.matching, key).against
    return (found.expected, found.came, found.asked, found.prepared)


def in_bank(store: Store, text: str) -> str:
    return store.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, text))


def test_expected_questions_are_listed_worded_ordered_and_deleted(store: Store, here: str) -> None:
    first = store.do(expected.add_expected, here, "  Why   us? ")
    store.do(expected.expect_questions, here, [("Draw it", None), ("Test it", None)])
    assert listed(store, here) == ["Why us?", "Draw it", "Test it"]
    store.do(expected.move_expected, first, 9)
    assert listed(store, here) == ["Draw it", "Test it", "Why us?"]
    store.do(expected.edit_expected, first, "Why here?")
    store.do(expected.delete_expected, first)
    assert listed(store, here) == ["Draw it", "Test it"]
    store.undo()
    store.undo()
    assert listed(store, here) == ["Draw it", "Test it", "Why us?"]
    for text in ("  ", "x" * 501):
        with pytest.raises(Invalid):
            store.do(expected.add_expected, here, text)


def test_only_a_question_of_the_bank_can_be_linked(store: Store, here: str) -> None:
    story = store.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "The outage"))
    with pytest.raises(Invalid):
        store.do(expected.add_expected, here, "Why us?", story)


def test_an_expected_question_says_how_it_went_before(store: Store, here: str) -> None:
    key = held(store, 9, "How do you test?")
    store.do(review.rate_asked, asked_in(store, key)[0].id, 2)
    store.do(expected.add_expected, here, "how do you test")
    (found,) = store.ask(expecting.expected_questions, here).questions
    assert (found.times, found.rating) == (1, 2)


def test_a_match_is_proposed_and_made_by_the_person(store: Store) -> None:
    key = held(store, 1, "How do you test a pipeline, end to end?", "Why us?")
    one = store.do(expected.add_expected, key, "How do you test a pipeline?")
    other = store.do(expected.add_expected, key, "Where do you see yourself?")
    testing, us = asked_in(store, key)
    found = store.ask(expecting.matching, key).expected
    assert [(x.came_as, x.proposed) for x in found] == [("", testing.id), ("", "")]
    assert counts(store, key) == (2, 0, 2, 0)
    store.do(expected.match_expected, one, testing.id)
    assert counts(store, key) == (2, 1, 2, 1)
    store.do(expected.match_expected, one, us.id)
    assert [x.expected_id for x in asked_in(store, key)] == [None, one]
    store.undo()
    assert [x.expected_id for x in asked_in(store, key)] == [one, None]
    store.do(expected.match_expected, one, None)
    assert counts(store, key) == (2, 0, 2, 0)
    store.do(expected.note_expected, other)
    assert [x.text for x in asked_in(store, key)][-1] == "Where do you see yourself?"
    assert counts(store, key) == (2, 1, 3, 1)


def test_what_was_asked_elsewhere_is_no_match(store: Store) -> None:
    key, elsewhere = held(store, 1, "Why us?"), held(store, 2, "Why us?")
    one = store.do(expected.add_expected, key, "Why us?")
    with pytest.raises(Invalid):
        store.do(expected.match_expected, one, asked_in(store, elsewhere)[0].id)


def test_an_asked_question_of_the_bank_that_was_expected_came_prepared(store: Store) -> None:
    bank = in_bank(store, "How do you test?")
    key = held(store, 1, "Your tests?")
    store.do(expected.add_expected, key, "Testing, in their words", bank)
    store.do(library.link_asked, asked_in(store, key)[0].id, bank)
    # That it came is still for the person to say; it is proposed.
    assert counts(store, key) == (1, 0, 1, 1)
    found = store.ask(expecting.matching, key)
    assert found.expected[0].proposed == found.asked[0].id
    assert found.unprepared == ()


def test_the_seal_fixes_what_was_expected_and_what_came(store: Store) -> None:
    key = held(store, 1, "Why us?")
    one = store.do(expected.add_expected, key, "Why us?")
    store.do(review.write_review, key, ReviewText.WENT_WELL, "All")
    store.do(review.seal_review, key)
    assert store.ask(expecting.expected_questions, key).sealed
    for refused in (
        lambda: store.do(expected.add_expected, key, "Another"),
        lambda: store.do(expected.edit_expected, one, "Another"),
        lambda: store.do(expected.delete_expected, one),
        lambda: store.do(expected.match_expected, one, None),
        lambda: store.do(expected.note_expected, one),
    ):
        with pytest.raises(Trouble) as trouble:
            refused()
        assert trouble.value.code == "sealed"


def test_what_came_unprepared_twice_in_this_kind_is_offered_first(store: Store, here: str) -> None:
    held(store, 9, "How do you test?", "Why us?")
    held(store, 8, "how do you test")
    held(store, 7, "Pay?", kind=InterviewKind.PHONE_SCREEN)
    bank = in_bank(store, "What draws you here?")
    found = store.ask(expecting.offers, here)
    assert [(x.text, x.why, x.times) for x in found] == [
        ("how do you test", Why.UNPREPARED, 2),
        ("Why us?", Why.EARLIER, 1),
        ("What draws you here?", Why.BANK, 0),
    ]
    store.do(expected.expect_questions, here, [(found[0].text, None), (found[2].text, bank)])
    assert [x.text for x in store.ask(expecting.offers, here)] == ["Why us?"]


def test_what_had_been_prepared_is_not_offered_as_unprepared(store: Store, here: str) -> None:
    for days in (9, 8):
        key = held(store, days, "How do you test?")
        one = store.do(expected.add_expected, key, "How do you test?")
        store.do(expected.match_expected, one, asked_in(store, key)[0].id)
    assert [x.why for x in store.ask(expecting.offers, here)] == [Why.EARLIER]


def test_today_asks_no_more_for_what_is_expected(store: Store, here: str) -> None:
    for days in (9, 8):
        held(store, days, "How do you test?")

    def asked_again() -> list[str]:
        found = store.ask(today.today, UTC).next_up
        assert found is not None
        return [x.candidate.text for x in found.useful if x.candidate.what == "question"]

    assert asked_again() == ["How do you test?"]
    bank = in_bank(store, "Testing")
    key = store.do(expected.add_expected, here, "In other words", bank)
    assert asked_again() == ["How do you test?"]
    for one in [x for days in (1, 2) for x in _asked(store)]:
        store.do(library.link_asked, one, bank)
    assert asked_again() == []
    store.do(expected.delete_expected, key)
    assert asked_again() == ["How do you test?"]
    store.do(expected.add_expected, here, "how do you test")
    assert asked_again() == []


def _asked(store: Store) -> list[str]:
    return [key for (key,) in store._raw_reader.execute("SELECT id FROM asked").fetchall()]


def test_insights_count_sealed_reviews_where_something_was_expected(store: Store) -> None:
    for days, kind in ((3, TECHNICAL), (2, InterviewKind.PANEL), (1, InterviewKind.PANEL)):
        key = held(store, days, "How do you test?", "Why us?", kind=kind)
        one = store.do(expected.add_expected, key, "How do you test?")
        store.do(expected.add_expected, key, "Where next?")
        store.do(expected.match_expected, one, asked_in(store, key)[0].id)
        if days > 1:
            store.do(review.seal_review, key)
    store.do(review.seal_review, held(store, 4, "Nothing was expected here"))
    found = store.ask(insights.insights).against
    assert [(x.kind, x.precision, x.recall) for x in found] == [
        (None, Share(2, 4), Share(2, 4)),
        (TECHNICAL, Share(1, 2), Share(1, 2)),
        (InterviewKind.PANEL, Share(1, 2), Share(1, 2)),
    ]
    assert len(found[0].interview_ids) == 2
