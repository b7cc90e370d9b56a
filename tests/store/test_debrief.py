"""The debrief in depth: signals and what they may mean, feedback, the quick note, the bank, the thank-you."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from interview_coach.domain.kinds import Confidence, Felt, LibraryKind, ReviewText, Section
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.likeness import most_alike
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.review import ReviewForm, StoryChoice
from interview_coach.domain.timeline import Filters
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import (
    bank,
    interview,
    library,
    prep,
    quick,
    reminding,
    review,
    reviews,
    thanks,
    timeline,
)
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.stores import Clock


def form(store: Store, key: str) -> ReviewForm:
    return store.ask(reviews.review_form, key)


@pytest.fixture
def held(store: Store) -> str:
    """An interview that is over."""
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.history.forget()
    return key


def alike(store: Store, key: str) -> dict[str, str]:
    return most_alike(store.ask(bank.to_compare, key))


def add(store: Store, kind: LibraryKind, text: str) -> str:
    return store.do(library.add_library_item, LibraryDraft(kind, text))


# --- signals and feedback ---------------------------------------------------------------------


def test_what_a_signal_may_mean_stands_apart_from_what_was_said(store: Store, held: str) -> None:
    key = store.do(review.add_signal, held, "We will be in touch")
    (before,) = form(store, held).signals
    assert (before.meaning, before.confidence) == ("", Confidence.UNSURE)
    store.do(review.set_meaning, key, "  Nothing   yet ")
    store.do(review.set_confidence, key, Confidence.LIKELY)
    (found,) = form(store, held).signals
    assert (found.text, found.meaning) == ("We will be in touch", "Nothing yet")
    assert found.confidence is Confidence.LIKELY
    store.undo()
    store.undo()
    assert form(store, held).signals == (before,)


def test_a_seal_fixes_meanings_feedback_and_the_first_note(store: Store, held: str) -> None:
    key = store.do(review.add_signal, held, "They smiled")
    store.do(review.write_review, held, ReviewText.FEEDBACK, "“Well prepared.”")
    store.do(quick.capture_text, held, ReviewText.QUICK_NOTE, "The book")
    store.do(review.seal_review, held)
    refused: list[Callable[[], object]] = [
        lambda: store.do(review.set_meaning, key, "A yes"),
        lambda: store.do(review.set_confidence, key, Confidence.SURE),
        lambda: store.do(review.write_review, held, ReviewText.FEEDBACK, "“Brilliant.”"),
        lambda: store.do(quick.capture_text, held, ReviewText.QUICK_NOTE, "Another"),
        lambda: store.do(quick.capture_asked, held, "Why?"),
    ]
    for change in refused:
        with pytest.raises(Trouble) as trouble:
            change()
        assert trouble.value.code == "sealed"
    found = form(store, held)
    assert (found.feedback, found.quick_note) == ("“Well prepared.”", "The book")


def test_meanings_feedback_and_first_notes_are_found(store: Store, held: str) -> None:
    key = store.do(review.add_signal, held, "A pause")
    store.do(review.set_meaning, key, "Perhaps ostriches")
    store.do(review.write_review, held, ReviewText.FEEDBACK, "“A penguin of a man”")
    store.do(quick.capture_text, held, ReviewText.QUICK_NOTE, "Mind the walrus")
    store.do(thanks.write_thanks, held, "Dear pelican")
    for word in ("ostriches", "penguin", "walrus", "pelican"):
        keys = store.ask(timeline.keys, Filters(query=word))
        (card,) = store.ask(timeline.cards, list(keys), word).values()
        assert word in card.line


# --- the quick note ---------------------------------------------------------------------------


def test_the_first_thing_noted_quickly_keeps_its_time(
    store: Store, held: str, clock: Clock
) -> None:
    end = form(store, held).end_at
    clock.now = end + timedelta(minutes=6)
    store.do(quick.capture_felt, held, Felt.GOOD)
    clock.now = end + timedelta(minutes=7)
    store.do(quick.capture_asked, held, "Why us?")
    store.do(quick.capture_text, held, ReviewText.NEXT_STEP, "They call")
    store.do(quick.capture_promised, held, date(2026, 11, 27))
    found = form(store, held)
    assert found.captured_at == end + timedelta(minutes=6)
    assert (found.felt, found.minutes_after, found.recall_done) == (Felt.GOOD, 6, False)
    assert [one.text for one in found.asked] == ["Why us?"]
    assert (found.next_step, found.promised_on) == ("They call", date(2026, 11, 27))
    for _ in range(4):
        store.undo()
    assert form(store, held).review_id is None


def test_after_free_recall_nothing_is_a_first_note_any_more(store: Store, held: str) -> None:
    store.do(review.finish_recall, held)
    store.do(quick.capture_text, held, ReviewText.QUICK_NOTE, "The book")
    found = form(store, held)
    assert (found.quick_note, found.captured_at) == ("The book", None)


def test_nothing_is_noted_before_an_interview_begins(store: Store) -> None:
    later = a_round(start=datetime(2026, 12, 20, 10, 0))
    key = store.do(interview.add_interview, later, checklist=False)
    with pytest.raises(Invalid) as refused:
        store.do(quick.capture_felt, key, Felt.GOOD)
    assert refused.value.complaints[0].code == "not_begun_yet"
    assert form(store, key).review_id is None


def test_a_quick_note_is_about_the_latest_that_began_and_is_not_sealed(
    store: Store, held: str, clock: Clock
) -> None:
    later = store.do(
        interview.add_interview, a_round(start=datetime(2026, 11, 21, 10, 0)), checklist=False
    )
    store.do(interview.add_interview, a_round(start=datetime(2026, 12, 20, 10, 0)), checklist=False)
    assert store.ask(reviews.review_to_capture) == later
    store.do(review.set_felt, later, Felt.GOOD)
    store.do(review.seal_review, later)
    assert store.ask(reviews.review_to_capture) == held
    assert store.ask(thanks.interview_to_thank) == later
    clock.now += timedelta(days=60)
    assert store.ask(reviews.review_to_capture) == ""


# --- stories and the bank ---------------------------------------------------------------------


def test_planned_stories_are_offered_first(store: Store, held: str) -> None:
    first, second = (add(store, LibraryKind.STORY, text) for text in ("A bridge", "The outage"))
    item = store.do(prep.add_item, held, PrepDraft(Section.STORY, "The outage"))
    assert store.do(library.keep_prep_item, item) == second
    assert store.ask(reviews.stories_to_tell, held) == (
        StoryChoice(second, "The outage", planned=True),
        StoryChoice(first, "A bridge", planned=False),
    )
    asked = store.do(review.add_asked, held, "A failure?")
    store.do(library.tell_story, asked, second)
    assert form(store, held).asked[0].story == "The outage"
    store.do(library.delete_library_item, second)
    assert form(store, held).asked[0].story_id is None


def test_the_same_question_in_other_words_is_proposed_and_nothing_is_linked(
    store: Store, held: str
) -> None:
    known = add(store, LibraryKind.QUESTION, "How do you test a pipeline?")
    add(store, LibraryKind.STORY, "How would you test this pipeline?")
    asked = store.do(review.add_asked, held, "How would you test this pipeline?")
    store.do(review.add_asked, held, "What do you read?")
    assert alike(store, held) == {asked: known}
    assert form(store, held).asked[0].question_id is None
    store.do(library.link_asked, asked, known)
    assert alike(store, held) == {}
    assert form(store, held).asked[0].question == "How do you test a pipeline?"


def test_not_the_same_is_remembered_for_that_wording(store: Store, held: str) -> None:
    other = store.do(
        interview.add_interview, a_round(start=datetime(2026, 11, 21, 10, 0)), checklist=False
    )
    known = add(store, LibraryKind.QUESTION, "How do you test a pipeline?")
    asked = store.do(review.add_asked, held, "How would you test this pipeline?")
    store.do(bank.refuse_likeness, asked, known)
    store.do(bank.refuse_likeness, asked, known)
    assert alike(store, held) == {}
    store.do(review.add_asked, other, "How would you test THIS pipeline")
    store.do(review.add_asked, other, "How do you test a pipeline, please?")
    assert alike(store, other) == {form(store, other).asked[1].id: known}
    # Another one of the bank that is alike is still proposed.
    close = add(store, LibraryKind.QUESTION, "How would you test the pipeline?")
    assert alike(store, held) == {asked: close}


# --- the thank-you ----------------------------------------------------------------------------


def test_a_thank_you_is_kept_and_ticked_beside_a_sealed_review(
    store: Store, held: str, clock: Clock
) -> None:
    store.do(review.write_review, held, ReviewText.WENT_WELL, "The story")
    store.do(review.seal_review, held)
    found = store.ask(thanks.thank_you, held)
    assert [note.text for note in found.notes] == ["The story"]
    assert (found.text, found.thanked_at) == ("", None)
    (subject,) = store.ask(reminding.subjects)
    assert not subject.thanked
    store.do(thanks.write_thanks, held, "Dear Ada,\n\nThank you.")
    sent = clock.now
    store.do(thanks.tick_thanks, held, sent=True)
    clock.now += timedelta(hours=1)
    store.do(thanks.tick_thanks, held, sent=True)
    found = store.ask(thanks.thank_you, held)
    assert (found.text, found.thanked_at) == ("Dear Ada,\n\nThank you.", sent)
    (subject,) = store.ask(reminding.subjects)
    assert subject.thanked
    store.undo()
    assert store.ask(thanks.thank_you, held).thanked_at is None
