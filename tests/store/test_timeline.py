"""Tests of the timeline's questions: order, filters, search, what a card says, and derived rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.interview import InterviewDraft, OpportunityDraft
from interview_coach.domain.kinds import (
    Answer,
    Cancelled,
    Decision,
    EntryKind,
    InterviewKind,
    LessonState,
    Rating,
    ReviewText,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.standing import Standing
from interview_coach.domain.timeline import (
    SHOWN_KINDS,
    Card,
    Filters,
    Show,
    entry_key,
    key_at,
    key_month,
    key_wall,
)
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, opportunity, outcome, review, timeline
from interview_coach.store.deeds import DEEDS
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, learn_all
from tests.store.recipes import RECIPES, Hand
from tests.stores import NOW, Clock, new_store

WALLS = st.datetimes(datetime(1900, 1, 1), datetime(2150, 1, 1)).map(
    lambda d: d.replace(microsecond=0)
)
KINDS = st.sampled_from(EntryKind)


def held(store: Store, company: str, start: datetime, kind: str = "technical", **more: str) -> str:
    """Add an interview without a checklist; gives its id."""
    draft = InterviewDraft(
        company, "Engineer", start, "Europe/Berlin", InterviewKind(kind), link=more.get("link", "")
    )
    return store.do(interview.add_interview, draft, checklist=False)


def shown(store: Store, filters: Filters | None = None) -> list[Card]:
    """The cards of a filtered timeline, in its order."""
    filters = filters or Filters()
    keys = store.ask(timeline.keys, filters)
    cards = store.ask(timeline.cards, keys, filters.query)
    assert store.ask(timeline.count, filters) == len(keys)
    return [cards[key] for key in keys]


@given(WALLS, WALLS, KINDS, KINDS, st.text(max_size=8), st.text(max_size=8))
def test_keys_are_in_the_order_of_time(
    one: datetime, two: datetime, kind: EntryKind, other: EntryKind, a: str, b: str
) -> None:
    first, second = entry_key(one, kind, a), entry_key(two, other, b)
    assert 0 <= first < 1 << 63
    if one != two:
        assert (first < second) is (one < two)
    assert key_wall(first) == one
    assert key_month(first) == (one.year, one.month)
    day = one.date()
    assert key_at(day) <= first < key_at(day) + (86_400 << 30)


def test_newest_first_by_the_wall_clock(full_store: Store) -> None:
    for show in Show:
        keys = full_store.ask(timeline.keys, Filters(show=show))
        assert len(keys) > 0
        assert all(a > b for a, b in pairwise(keys))
        cards = full_store.ask(timeline.cards, keys)
        assert {card.kind for card in cards.values()} <= set(SHOWN_KINDS[show])


def test_a_page_goes_on_where_the_one_before_ended(full_store: Store) -> None:
    everything = full_store.ask(timeline.keys, Filters(show=Show.EVERYTHING))
    pages: list[int] = []
    below: int | None = None
    while page := full_store.ask(timeline.keys, Filters(show=Show.EVERYTHING), below, 7):
        pages += page
        below = page[-1]
    assert pages == list(everything)


def test_midnight_belongs_to_the_month_of_the_wall_clock(store: Store) -> None:
    # In Tokyo it is already December, in UTC still November.
    draft = InterviewDraft("Hoshi", "Engineer", datetime(2026, 12, 1, 0, 30), "Asia/Tokyo")
    store.do(interview.add_interview, draft, checklist=False)
    (key,) = store.ask(timeline.keys, Filters())
    assert key_month(key) == (2026, 12)


def test_moving_an_interview_moves_its_entries(store: Store) -> None:
    early = held(store, "Aurelia", datetime(2026, 11, 2, 9, 0))
    held(store, "Beacon", datetime(2026, 11, 5, 9, 0))
    store.do(
        interview.reschedule_interview, early, datetime(2026, 11, 9, 9, 0), "Europe/Berlin", 0, 45
    )
    assert [card.company for card in shown(store)] == ["Aurelia", "Beacon"]


def test_filters_by_company_kind_and_time(full_store: Store) -> None:
    whole = shown(full_store)
    key, name = next(x for x in full_store.ask(timeline.companies) if x[1] == "Northwind Robotics")
    assert shown(full_store, Filters(company_id=key)) == [c for c in whole if c.company == name]
    kind = InterviewKind.TECHNICAL
    found = shown(full_store, Filters(kind=kind))
    assert found == [c for c in whole if c.interview_kind is kind]
    since, until = date(2026, 10, 6), date(2026, 10, 27)
    found = shown(full_store, Filters(since=since, until=until))
    assert found == [c for c in whole if since <= c.wall.date() <= until]
    assert {since, until} <= {c.wall.date() for c in found}


OUTCOMES = [where for where in Standing if where is not Standing.UNDER_WAY]


@pytest.mark.parametrize("where", OUTCOMES)
def test_filters_by_outcome(full_store: Store, where: Standing) -> None:
    whole = shown(full_store)
    assert shown(full_store, Filters(outcome=where)) == [c for c in whole if c.standing is where]
    everything = shown(full_store, Filters(show=Show.EVERYTHING))
    standing = {c.interview_id: c.standing for c in whole if c.interview_id}
    wanted = [
        c
        for c in everything
        if standing.get(c.interview_id or "") is where
        or (c.interview_id is None and c.standing is where)
    ]
    assert shown(full_store, Filters(show=Show.EVERYTHING, outcome=where)) == wanted
    for show in (Show.LESSONS, Show.REVIEWS):
        kinds = SHOWN_KINDS[show]
        part = [c for c in wanted if c.kind in kinds]
        assert shown(full_store, Filters(show=show, outcome=where)) == part


def test_outcomes_are_filtered_by_what_they_decided(store: Store) -> None:
    key = held(store, "Aurelia", datetime(2026, 11, 2, 9, 0))
    head = store.ask(timeline.cards, store.ask(timeline.keys, Filters()))
    belongs = next(iter(head.values())).opportunity_id
    store.do(
        outcome.record_outcome,
        belongs,
        OutcomeDraft(Decision.ADVANCED, date(2026, 11, 4), interview_id=key),
    )
    store.do(
        outcome.record_outcome,
        belongs,
        OutcomeDraft(Decision.REJECTED, date(2026, 11, 9), interview_id=key),
    )
    for where in (Standing.ADVANCED, Standing.REJECTED):
        (found,) = shown(store, Filters(show=Show.OUTCOMES, outcome=where))
        assert found.standing is where
    assert [c.standing for c in shown(store)] == [Standing.REJECTED]


def test_filters_meet_a_search(full_store: Store) -> None:
    found = shown(full_store, Filters(query="pipeline test"))
    assert len(found) > 2
    for where in (Standing.WAITING, Standing.REJECTED):
        narrowed = shown(full_store, Filters(query="pipeline test", outcome=where))
        assert narrowed == [c for c in found if c.standing is where]
        assert narrowed


def test_a_card_shows_where_the_words_stand(full_store: Store) -> None:
    for card in shown(full_store, Filters(query="pipeline test")):
        assert card.marks
        marked = {card.line[s : s + n].lower() for s, n in card.marks}
        assert marked <= {"pipeline", "test"}


@pytest.mark.parametrize("query", ["muller", "MÜLLER", "田中", "陽子", "zoë lind", "lovely team"])
def test_accents_scripts_and_several_words(full_store: Store, query: str) -> None:
    assert shown(full_store, Filters(query=query))


@pytest.mark.parametrize("query", ['"', "a*", "- *", "' --", "🙂", "%", "a"])
def test_nothing_to_look_for_finds_nothing(full_store: Store, query: str) -> None:
    assert len(full_store.ask(timeline.keys, Filters(query=query))) == 0


@given(query=st.text(max_size=40))
def test_no_query_upsets_the_store(query: str, session_store: Store) -> None:
    keys = session_store.ask(timeline.keys, Filters(query=query), limit=5)
    session_store.ask(timeline.cards, keys, query)
    for key in keys:
        session_store.ask(timeline.preview, key, query)


@pytest.fixture(scope="module")
def session_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One full store for many questions, which change nothing."""
    opened = new_store(tmp_path_factory.mktemp("asked"), sample=True)
    yield opened
    opened.close()


def test_every_text_that_the_person_wrote_is_found(store: Store, clock: Clock) -> None:
    start = datetime(2026, 11, 20, 10, 0)
    key = held(store, "Quillby", start, link="https://meet.example.com/zebra")
    store.do(review.add_asked, key, "What is a monad?")
    store.do(review.add_signal, key, "They smiled at giraffes")
    store.do(review.write_review, key, ReviewText.WENT_WELL, "Explained ostriches")
    store.do(review.write_review, key, ReviewText.SURPRISES, "A penguin walked in")
    store.do(review.seal_review, key)
    store.do(review.add_remark, key, "Later I thought of walruses")
    for word in ("quillby", "engineer", "zebra", "monad", "giraff", "ostrich", "penguin", "walrus"):
        assert [c.interview_id for c in shown(store, Filters(query=word))] == [key]


def test_what_is_in_the_trash_is_not_found(store: Store) -> None:
    key = held(store, "Quillby", datetime(2026, 11, 20, 10, 0))
    store.do(interview.delete_interview, key)
    # The opportunity stays, without a round.
    assert [c.kind for c in shown(store, Filters(query="quillby"))] == [EntryKind.OPPORTUNITY]
    store.undo()
    assert [c.kind for c in shown(store, Filters(query="quillby"))] == [EntryKind.INTERVIEW]


def test_second_lines(store: Store, clock: Clock) -> None:
    belongs = store.do(opportunity.add_opportunity, OpportunityDraft("Aurelia", "Engineer"))
    (card,) = shown(store)
    assert (card.line_code, card.standing) == ("no_round", None)
    key = held(store, "Beacon", datetime(2026, 11, 24, 9, 0))
    assert shown(store)[0].line_code == "prepared"
    clock.now = NOW + timedelta(days=3)
    assert shown(store)[0].line_code == "review_now"
    store.do(review.write_review, key, ReviewText.WENT_WELL, "Drew first")
    store.do(review.rate_review, key, Rating.MY_ANSWERS, 4)
    assert shown(store)[0].rating is None
    store.do(review.set_forecast, key, 60)
    store.do(review.seal_review, key)
    (first,) = [c for c in shown(store) if c.interview_id == key]
    assert (first.line_code, first.line) == ("went_well", "Drew first")
    assert (first.rating, first.forecast, first.standing) == (4, 60, Standing.WAITING)
    draft = OutcomeDraft(Decision.OFFER, date(2026, 11, 25), interview_id=key, words="Welcome!")
    made = store.do(outcome.record_outcome, first.opportunity_id, draft)
    store.do(outcome.answer_offer, made, Answer.DECLINED)
    (first,) = [c for c in shown(store) if c.interview_id == key]
    assert (first.line_code, first.line, first.answer) == ("told", "Welcome!", Answer.DECLINED)
    store.do(opportunity.archive_opportunity, belongs)
    assert [c.archived for c in shown(store)] == [False, True]


def test_called_off_is_shown(store: Store) -> None:
    key = held(store, "Beacon", datetime(2026, 11, 24, 9, 0))
    store.do(interview.call_off_interview, key, Cancelled.THEM)
    assert [c.standing for c in shown(store)] == [Standing.CALLED_OFF]


def test_a_preview_holds_what_the_review_says(full_store: Store) -> None:
    card = next(c for c in shown(full_store) if c.standing is Standing.WAITING)
    found = full_store.ask(timeline.preview, card.key)
    assert found is not None
    assert found.card == card
    assert found.asked
    assert found.my_answers == card.rating
    assert full_store.ask(timeline.preview, 12345) is None
    searched = full_store.ask(timeline.preview, card.key, "pipeline")
    assert searched is not None
    assert all("pipeline" in text.lower() for text in searched.found)


def test_a_key_that_is_gone_is_left_out(full_store: Store) -> None:
    keys = full_store.ask(timeline.keys, Filters(), limit=2)
    assert set(full_store.ask(timeline.cards, [*keys, 99])) == set(keys)
    assert full_store.ask(timeline.cards, []) == {}


def test_companies_by_name_and_only_those_with_a_job(full_store: Store) -> None:
    names = [name for _, name in full_store.ask(timeline.companies)]
    assert names == sorted(names, key=str.casefold)
    assert len(full_store.ask(timeline.companies, 3)) == 3


@pytest.mark.parametrize("seed", range(4))
def test_entries_equal_a_rebuild_after_random_deeds(full_store: Store, seed: int) -> None:
    learn_all()
    chance = Random(seed)
    hand = Hand(full_store, chance.randrange)
    labels = sorted(set(RECIPES) - {"load_sample", "empty_trash"})
    done = 0
    for _ in range(60):
        label = chance.choice(labels)
        call = RECIPES[label](hand)
        if call is not None:
            try:
                full_store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
            except (Invalid, Trouble):
                continue
            done += 1
    assert done > 20
    check_derived(full_store)


def test_a_lessons_state_is_not_an_outcome(full_store: Store) -> None:
    from interview_coach.store import lessons

    card = shown(full_store, Filters(show=Show.LESSONS))[0]
    full_store.do(lessons.close_lesson, card.owner_id, LessonState.LET_GO)
    assert shown(full_store, Filters(show=Show.LESSONS))[0].standing is card.standing
