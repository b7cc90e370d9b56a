"""Reviews: filled as one types, sealed once, and then only remarked on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from interview_coach.domain.interview import Standing
from interview_coach.domain.kinds import (
    Coverage,
    Decision,
    Felt,
    LessonFamily,
    LessonState,
    Rating,
    ReviewText,
    Section,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.review import SEAL_UNDO, ReviewForm
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, outcome, prep, review, reviews
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round
from tests.store.dumps import dump
from tests.stores import Clock


def form(store: Store, key: str) -> ReviewForm:
    return store.ask(reviews.review_form, key)


@pytest.fixture
def held(store: Store) -> str:
    """An interview that is over, with one story to tell."""
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(prep.add_item, key, PrepDraft(Section.STORY, "The migration"))
    store.history.forget()
    return key


@pytest.fixture
def sealed(store: Store, held: str) -> str:
    """Its review is sealed."""
    store.do(review.set_felt, held, Felt.GOOD)
    store.do(
        review.write_review, held, ReviewText.WOULD_CHANGE, "Team first\n- Shorter\n\nteam first"
    )
    asked = store.do(review.add_asked, held, "Why us?")
    store.do(review.set_next_time, asked, "Draw it")
    store.do(review.add_asked, held, "Salary?")
    item = store.ask(prep.checklist, held).items[0].id
    store.do(review.cover_item, held, item, Coverage.LANDED)
    store.do(review.set_forecast, held, 70)
    assert store.do(review.seal_review, held) == 3
    return held


def test_a_review_is_begun_by_its_first_word(store: Store, held: str, clock: Clock) -> None:
    assert form(store, held).review_id is None
    store.do(review.set_felt, held, Felt.VERY_GOOD)
    found = form(store, held)
    assert found.felt is Felt.VERY_GOOD
    assert found.minutes_after == (clock.now - found.end_at) // timedelta(minutes=1)
    clock.forward(days=1)
    store.do(review.set_felt, held, None)
    assert form(store, held).minutes_after == found.minutes_after
    store.undo()
    store.undo()
    assert form(store, held).review_id is None


def test_everything_that_is_said_is_there(store: Store, held: str) -> None:
    for place, rating in enumerate(Rating, 1):
        store.do(review.rate_review, held, rating, place)
    for field in ReviewText:
        store.do(review.write_review, held, field, f"{field.value}\nsecond line  ")
    store.do(review.set_forecast, held, 0)
    store.do(review.set_promised, held, date(2026, 12, 1))
    first, second = (store.do(review.add_asked, held, q) for q in ("Why us?", "Why you?"))
    store.do(review.rate_asked, first, 2)
    store.do(review.set_next_time, second, " Breathe ")
    store.do(review.edit_asked, second, "Why not you?")
    signal = store.do(review.add_signal, held, "They laughed")
    store.do(review.edit_signal, signal, "They smiled")
    store.do(review.finish_recall, held)
    found = form(store, held)
    assert (found.my_answers, found.connection, found.learned, found.energy) == (1, 2, 3, 4)
    assert found.surprises == "surprises\nsecond line"
    assert (found.forecast, found.promised_on, found.recall_done) == (0, date(2026, 12, 1), True)
    assert [(a.text, a.rating, a.next_time) for a in found.asked] == [
        ("Why us?", 2, ""),
        ("Why not you?", None, "Breathe"),
    ]
    assert [s.text for s in found.signals] == ["They smiled"]
    store.do(review.delete_asked, first)
    store.do(review.delete_signal, signal)
    store.do(review.finish_recall, held, finished=False)
    found = form(store, held)
    assert ([a.id for a in found.asked], found.signals, found.recall_done) == ([second], (), False)


def test_what_is_out_of_range_or_missing_is_refused(store: Store, held: str) -> None:
    asked = store.do(review.add_asked, held, "Why?")
    before = dump(store)
    for run in (
        lambda: store.do(review.rate_review, held, Rating.ENERGY, 6),
        lambda: store.do(review.rate_review, held, Rating.ENERGY, 0),
        lambda: store.do(review.rate_asked, asked, -1),
        lambda: store.do(review.set_forecast, held, 101),
        lambda: store.do(review.add_asked, held, " "),
        lambda: store.do(review.add_signal, held, ""),
        lambda: store.do(review.write_review, held, ReviewText.SURPRISES, "x" * 1_000_001),
    ):
        with pytest.raises(Invalid):
            run()
    assert dump(store) == before


def test_a_planned_item_is_ticked_and_unticked(store: Store, held: str) -> None:
    item = store.ask(prep.checklist, held).items[0].id
    for coverage in (*Coverage, None, Coverage.SAID):
        store.do(review.cover_item, held, item, coverage)
        (planned,) = form(store, held).planned
        assert (planned.id, planned.coverage) == (item, coverage)
    for _ in range(3):
        store.undo()
    assert form(store, held).planned[0].coverage is Coverage.SAID


def test_nothing_can_be_sealed_that_says_nothing(store: Store, held: str) -> None:
    for _ in range(2):
        with pytest.raises(Invalid) as refusal:
            store.do(review.seal_review, held)
        assert [c.code for c in refusal.value.complaints] == ["empty_review"]
        store.do(review.set_felt, held, Felt.GOOD)
        store.do(review.set_felt, held, None)
    assert form(store, held).sealed_at is None


def test_sealing_fixes_it_with_a_time_and_teaches(store: Store, sealed: str, clock: Clock) -> None:
    found = form(store, sealed)
    assert found.sealed_at == clock.now
    assert found.recall_done
    assert found.seal_undoable_until == clock.now + SEAL_UNDO
    assert [(x.text, x.source, x.family, x.state) for x in found.lessons] == [
        ("Team first", "would_change", LessonFamily.CHANGE, LessonState.OPEN),
        ("Shorter", "would_change", LessonFamily.CHANGE, LessonState.OPEN),
        ("Draw it", "next_time", LessonFamily.CHANGE, LessonState.OPEN),
    ]


def test_what_is_sealed_cannot_be_rewritten(store: Store, sealed: str) -> None:
    asked = form(store, sealed).asked[0].id
    item = store.ask(prep.checklist, sealed).items[0].id
    before = dump(store)
    for run in (
        lambda: store.do(review.set_felt, sealed, Felt.ROUGH),
        lambda: store.do(review.finish_recall, sealed, finished=False),
        lambda: store.do(review.rate_review, sealed, Rating.ENERGY, 1),
        lambda: store.do(review.write_review, sealed, ReviewText.WENT_WELL, "All of it"),
        lambda: store.do(review.set_forecast, sealed, 10),
        lambda: store.do(review.set_promised, sealed, TODAY),
        lambda: store.do(review.add_asked, sealed, "One more"),
        lambda: store.do(review.edit_asked, asked, "Another"),
        lambda: store.do(review.rate_asked, asked, 5),
        lambda: store.do(review.set_next_time, asked, "Shout"),
        lambda: store.do(review.delete_asked, asked),
        lambda: store.do(review.add_signal, sealed, "They left"),
        lambda: store.do(review.cover_item, sealed, item, None),
        lambda: store.do(review.seal_review, sealed),
    ):
        with pytest.raises(Trouble) as trouble:
            run()
        assert trouble.value.code == "sealed"
    assert dump(store) == before


def test_covered_texts_stay_as_they_were_when_sealed(store: Store, sealed: str) -> None:
    item = store.ask(prep.checklist, sealed).items[0].id
    store.do(prep.edit_item, item, PrepDraft(Section.STORY, "Something else"))
    assert [p.text for p in form(store, sealed).planned] == ["The migration"]
    store.do(prep.delete_item, item)
    assert [(p.text, p.coverage) for p in form(store, sealed).planned] == [
        ("The migration", Coverage.LANDED)
    ]


def test_until_it_is_sealed_a_covered_text_follows_its_item(store: Store, held: str) -> None:
    item = store.ask(prep.checklist, held).items[0].id
    store.do(review.cover_item, held, item, Coverage.SAID)
    store.do(prep.edit_item, item, PrepDraft(Section.STORY, "Reworded"))
    store.do(review.set_felt, held, Felt.GOOD)
    store.do(review.seal_review, held)
    assert [p.text for p in form(store, held).planned] == ["Reworded"]


def test_the_seal_is_undone_as_the_very_next_step(store: Store, sealed: str, clock: Clock) -> None:
    clock.forward(minutes=9, seconds=59)
    store.undo()
    assert form(store, sealed).sealed_at is None
    assert form(store, sealed).lessons == ()
    store.redo()
    assert form(store, sealed).sealed_at is not None
    assert len(form(store, sealed).lessons) == 3


def test_after_ten_minutes_the_seal_is_final_and_all_before_it(
    store: Store, sealed: str, clock: Clock
) -> None:
    assert store.can().undo is not None
    clock.forward(minutes=10)
    assert store.can().undo is None
    with pytest.raises(Trouble) as trouble:
        store.undo()
    assert trouble.value.code == "nothing_to_undo"
    assert form(store, sealed).sealed_at is not None


def test_any_other_deed_makes_the_seal_final(store: Store, sealed: str) -> None:
    item = store.ask(prep.checklist, sealed).items[0].id
    store.do(prep.tick_item, item, done=True)
    store.undo()
    assert store.can().undo is None
    assert form(store, sealed).sealed_at is not None


def test_an_outcome_makes_the_seal_final_even_when_undone(store: Store, sealed: str) -> None:
    job = store.ask(interviews.interview_head, sealed).opportunity_id
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.ADVANCED, TODAY))
    store.undo()
    assert store.can().undo is None
    assert form(store, sealed).sealed_at is not None


def test_a_seal_after_the_answer_is_final_at_once(store: Store, held: str) -> None:
    job = store.ask(interviews.interview_head, held).opportunity_id
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.REJECTED, TODAY, interview_id=held))
    store.do(review.set_felt, held, Felt.ROUGH)
    store.do(review.seal_review, held)
    assert store.can().undo is None
    assert form(store, held).sealed_at is not None


def test_an_answer_to_another_round_does_not_make_it_final(store: Store, held: str) -> None:
    job = store.ask(interviews.interview_head, held).opportunity_id
    other = store.do(interview.add_interview, a_round())
    draft = OutcomeDraft(Decision.ADVANCED, TODAY, interview_id=other)
    store.do(outcome.record_outcome, job, draft)
    store.do(review.set_felt, held, Felt.ROUGH)
    store.do(review.seal_review, held)
    assert store.can().undo is not None


def test_only_dated_remarks_are_added_later(store: Store, sealed: str, clock: Clock) -> None:
    clock.forward(days=3)
    first = store.do(review.add_remark, sealed, "They wrote\nkindly ")
    clock.forward(days=1)
    store.do(review.add_remark, sealed, "And again")
    assert [(r.text, r.made_at.day) for r in form(store, sealed).remarks] == [
        ("They wrote\nkindly", 25),
        ("And again", 26),
    ]
    store.do(review.delete_remark, first)
    assert [r.text for r in form(store, sealed).remarks] == ["And again"]
    with pytest.raises(Invalid):
        store.do(review.add_remark, sealed, " ")


def test_an_open_review_takes_no_remarks(store: Store, held: str) -> None:
    store.do(review.set_felt, held, Felt.GOOD)
    with pytest.raises(Trouble):
        store.do(review.add_remark, held, "Too soon")


def test_a_deleted_interview_takes_its_review_along(store: Store, sealed: str) -> None:
    store.do(interview.delete_interview, sealed)
    with pytest.raises(Trouble):
        store.ask(reviews.review_form, sealed)
    store.undo()
    assert form(store, sealed).sealed_at is not None
    assert store.ask(interviews.interview_head, sealed).standing is Standing.WAITING


def test_a_long_line_is_a_lesson_that_fits(store: Store, held: str) -> None:
    store.do(review.write_review, held, ReviewText.WOULD_CHANGE, "- \n-\n" + "far too long " * 100)
    assert store.do(review.seal_review, held) == 1
    (lesson,) = form(store, held).lessons
    assert len(lesson.text) <= 500
    assert lesson.text.startswith("far too long")
