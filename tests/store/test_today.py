"""Tests of Today's question: what is next, what is waiting, what is carried in."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from interview_coach.domain.interview import InterviewDraft, Interviewer, OpportunityDraft
from interview_coach.domain.kinds import (
    About,
    Coverage,
    Decision,
    InterviewKind,
    LessonFamily,
    ReviewText,
    Section,
)
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.standing import Standing
from interview_coach.domain.today import Today, Why, strip_begins
from interview_coach.store import (
    first,
    interview,
    lessons,
    opportunity,
    outcome,
    prep,
    review,
    today,
)
from interview_coach.store.interviews import interview_head, interview_list
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store

BERLIN = ZoneInfo("Europe/Berlin")


def asked(store: Store) -> Today:
    """What Today shows to someone in Berlin."""
    return store.ask(today.today, BERLIN)


def planned(store: Store, company: str, start: datetime, zone: str = "Europe/Berlin") -> str:
    """Add an interview without a checklist."""
    draft = InterviewDraft(
        company,
        "Engineer",
        start,
        zone,
        interviewers=(Interviewer("Ada", title="CTO"), Interviewer("Ben")),
    )
    return store.do(interview.add_interview, draft, checklist=False)


def sealed(store: Store, key: str, forecast: int | None = None) -> None:
    """Write a small review and seal it."""
    store.do(review.add_asked, key, "Why us?")
    if forecast is not None:
        store.do(review.set_forecast, key, forecast)
    store.do(review.seal_review, key)


def test_nothing_yet(store: Store) -> None:
    assert asked(store) == Today(now=NOW)
    store.do(opportunity.add_opportunity, OpportunityDraft("Aurelia", "Engineer"))
    found = asked(store)
    assert (found.any_interview, found.any_opportunity) == (False, True)


def test_the_next_one_is_the_one_that_ends_first(store: Store, clock: Clock) -> None:
    planned(store, "Later", datetime(2026, 11, 30, 9, 0))
    # 23:00 in Tokyo is the afternoon of the same day in Berlin.
    key = planned(store, "Sooner", datetime(2026, 11, 24, 23, 0), "Asia/Tokyo")
    found = asked(store).next_up
    assert found is not None
    assert (found.id, found.start_at) == (key, datetime(2026, 11, 24, 14, 0, tzinfo=UTC))
    assert found.people == ("Ada (CTO)", "Ben")
    clock.now = found.start_at + timedelta(minutes=10)
    assert asked(store).next_up == found
    clock.now = found.end_at + timedelta(seconds=1)
    later = asked(store)
    assert later.next_up is not None
    assert later.next_up.company == "Later"
    assert [x.id for x in later.to_review] == [key]


def test_archived_ones_ask_for_nothing(store: Store, clock: Clock) -> None:
    key = planned(store, "Aurelia", datetime(2026, 11, 24, 9, 0))
    store.do(opportunity.archive_opportunity, store.ask(interview_head, key).opportunity_id)
    assert asked(store).next_up is None
    clock.forward(days=5)
    assert asked(store).to_review == ()


def test_this_week_counts_seven_days(store: Store) -> None:
    for day in (23, 29, 30):
        planned(store, "Aurelia", datetime(2026, 11, day, 9, 0))
    assert asked(store).this_week == 2


def test_what_is_worth_doing_says_why(store: Store) -> None:
    key = planned(store, "Aurelia", datetime(2026, 11, 25, 9, 0))
    belongs = store.ask(interview_head, key).opportunity_id
    done = store.do(prep.add_item, key, PrepDraft(Section.RESEARCH, "Done"))
    store.do(prep.tick_item, done, done=True)
    store.do(prep.add_item, key, PrepDraft(Section.LOGISTICS, "Try the link"))
    story = store.do(prep.add_item, key, PrepDraft(Section.STORY, "The outage"))
    store.do(opportunity.add_requirement, belongs, "Streaming")
    found = asked(store).next_up
    assert found is not None
    assert [x.why for x in found.useful] == [Why.REQUIREMENT_GAP, Why.UNREHEARSED, Why.NOT_DONE]
    assert (found.prepared, found.planned, found.rehearsed) == (1, 3, 0)
    store.do(prep.note_rehearsal, story)
    found = asked(store).next_up
    assert found is not None
    assert found.rehearsed == 1
    assert Why.UNREHEARSED not in [x.why for x in found.useful]


def test_questions_asked_twice_and_not_prepared(store: Store, clock: Clock) -> None:
    for day in (2, 3, 4):
        key = planned(store, f"Company {day}", datetime(2026, 11, day, 9, 0))
        store.do(review.add_asked, key, "Why do you want  to leave?")
        if day == 2:
            store.do(review.add_asked, key, "Only once?")
    coming = planned(store, "Aurelia", datetime(2026, 11, 25, 9, 0))
    found = asked(store).next_up
    assert found is not None
    (again,) = [x for x in found.useful if x.why is Why.ASKED_AGAIN]
    assert again.candidate.times == 3
    text = "Why do you want to leave? Because I finished what I came for."
    store.do(prep.add_item, coming, PrepDraft(Section.TALKING_POINT, text))
    found = asked(store).next_up
    assert found is not None
    assert Why.ASKED_AGAIN not in [x.why for x in found.useful]


def test_reviews_waiting_and_answers_awaited(store: Store) -> None:
    keys = [planned(store, f"Company {n}", datetime(2026, 11, n, 9, 0)) for n in range(2, 8)]
    found = asked(store)
    assert [x.id for x in found.to_review] == [keys[5], keys[4], keys[3]]
    assert found.to_review_total == 6
    store.do(review.add_asked, keys[5], "Why us?")
    assert [x.started for x in asked(store).to_review] == [True, False, False]
    for key in keys[2:]:
        store.do(review.set_promised, key, date(2026, 11, 20))
        sealed(store, key, 60)
    found = asked(store)
    assert (found.to_review_total, found.awaited_total) == (2, 4)
    assert [x.id for x in found.awaited] == [keys[2], keys[3], keys[4]], "the longest waiting first"
    assert (found.awaited[0].forecast, found.awaited[0].days) == (60, 18)
    assert found.awaited[0].promised_on == date(2026, 11, 20)


def test_a_promise_that_has_passed_comes_first(store: Store) -> None:
    keys = [planned(store, f"Company {n}", datetime(2026, 11, n, 9, 0)) for n in range(2, 8)]
    store.do(review.set_promised, keys[5], date(2026, 11, 20))
    store.do(review.set_promised, keys[4], date(2026, 11, 21))
    store.do(review.set_promised, keys[3], date(2026, 11, 30))
    for key in keys:
        sealed(store, key)
    found = asked(store)
    assert [x.id for x in found.awaited] == [keys[4], keys[5], keys[0]]
    assert found.awaited_total == 6
    listed = [x.id for x in store.ask(interview_list).waiting]
    assert listed == [keys[4], keys[5], *keys[:4]], "the list agrees"


def test_lessons_on_today_are_those_beside_the_preparation(store: Store, clock: Clock) -> None:
    for day in range(2, 10):
        kind = InterviewKind.TECHNICAL if day in {3, 5} else InterviewKind.PANEL
        start = datetime(2026, 11, day, 9, 0)
        draft = InterviewDraft(f"Company {day}", "Engineer", start, "Europe/Berlin", kind=kind)
        key = store.do(interview.add_interview, draft, checklist=False)
        text = f"First of {day}\nSecond of {day}" if day == 4 else f"Of {day}"
        store.do(review.write_review, key, ReviewText.WOULD_CHANGE, text)
        store.do(review.seal_review, key)
        if day == 2:
            ended = store.do(
                outcome.record_outcome,
                store.ask(interview_head, key).opportunity_id,
                OutcomeDraft(Decision.REJECTED, date(2026, 11, 3), interview_id=key),
            )
            first_round, first_outcome = key, ended
    start = datetime(2026, 11, 25, 9, 0)
    draft = InterviewDraft("Next", "Engineer", start, "Europe/Berlin", kind=InterviewKind.TECHNICAL)
    coming = store.do(interview.add_interview, draft, checklist=False)
    strength = ("It was calm", LessonFamily.STRENGTH, "went_well")
    change = ("Of 2", LessonFamily.CHANGE, "would_change")
    store.do(outcome.carry_on, first_outcome, first_round, [strength, change], coming)
    beside = store.ask(lessons.carried, coming)
    assert [x.text for x in beside] == ["Of 2", "It was calm", "Of 5", "Of 3", "Of 9"]
    found = asked(store).next_up
    assert found is not None
    assert [x.candidate.text for x in found.useful] == ["Of 2", "Of 5", "Of 3"]


def test_what_landed_about_them_stays_with_them(store: Store) -> None:
    key = planned(store, "Aurelia", datetime(2026, 11, 2, 9, 0))
    for text, about in (("Their new plant", About.THEM), ("I built one", About.ME)):
        item = store.do(prep.add_item, key, PrepDraft(Section.TALKING_POINT, text, about=about))
        store.do(review.cover_item, key, item, Coverage.LANDED)
    assert [x.text for x in asked(store).landed] == ["I built one"]


def test_my_usual_wait_needs_five_answers(store: Store) -> None:
    for n, days in enumerate((3, 5, 8, 13, 21), 1):
        assert not asked(store).usual_wait.enough
        start = datetime(2026, 10, n, 9, 0)
        key = planned(store, f"Company {n}", start)
        draft = OutcomeDraft(
            Decision.REJECTED, start.date() + timedelta(days=days), interview_id=key
        )
        store.do(outcome.record_outcome, store.ask(interview_head, key).opportunity_id, draft)
    assert asked(store).usual_wait.median == 8


def test_what_landed_and_what_went_well(store: Store, clock: Clock) -> None:
    for day, coverage in ((2, Coverage.LANDED), (3, Coverage.LANDED), (4, Coverage.SAID)):
        key = planned(store, f"Company {day}", datetime(2026, 11, day, 9, 0))
        item = store.do(prep.add_item, key, PrepDraft(Section.STORY, "The migration"))
        store.do(review.cover_item, key, item, coverage)
        store.do(review.write_review, key, ReviewText.WENT_WELL, f"Drew first, day {day}")
        clock.forward(minutes=1)
        if day != 4:
            store.do(review.seal_review, key)
    found = asked(store)
    assert [(x.text, x.landed, x.planned) for x in found.landed] == [("The migration", 2, 3)]
    # Only a sealed review is quoted.
    assert found.went_well == "Drew first, day 3"


def test_the_strip_holds_twelve_weeks_and_no_more(store: Store) -> None:
    begin = strip_begins(NOW.astimezone(BERLIN).date())
    for day in (-1, 0, 83, 84):
        planned(store, f"Day {day}", datetime.combine(begin + timedelta(days=day), NOW.time()))
    found = asked(store)
    assert [w.company for w in found.weeks] == ["Day 0", "Day 83"]
    assert [w.standing for w in found.weeks] == [Standing.TO_REVIEW, Standing.UPCOMING]
    assert (found.weeks_held, found.weeks_reviewed, found.weeks_offers) == (1, 0, 0)


def test_the_sample_is_the_day_of_the_picture(full_store: Store) -> None:
    found = asked(full_store)
    assert found.next_up is not None
    assert found.next_up.company == "Northwind Robotics"
    assert found.next_up.kind is InterviewKind.TECHNICAL
    assert "Halden Bank" in [x.company for x in found.to_review]
    assert [x.company for x in found.awaited] == ["Civic Lab", "Brightwater"]
    assert found.landed[0].text == "The warehouse migration"


def test_first_paint_reads_without_the_store_s_machinery(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data", sample=True)
    wanted = asked(store)
    store.close()
    program = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from zoneinfo import ZoneInfo
from interview_coach.store import first
from interview_coach.store.opening import open_store
opened = open_store(Path(sys.argv[1]))
now = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
found = first.today(opened.reader, now, ZoneInfo("Europe/Berlin"))
assert found.next_up.company == sys.argv[2], found.next_up
assert "sqlalchemy" not in sys.modules
assert "sqlmodel" not in sys.modules
"""
    assert wanted.next_up is not None
    folder = str(tmp_path / "data")
    args = [sys.executable, "-c", program, folder, wanted.next_up.company]
    done = subprocess.run(args, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_question_and_the_first_paint_say_the_same(full_store: Store) -> None:
    assert asked(full_store) == first.today(full_store._raw_reader, NOW, BERLIN)
