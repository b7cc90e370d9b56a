"""Interviews: added, edited, moved in time, called off, deleted; and where each one stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from interview_coach.domain.interview import Interviewer, OpportunityDraft, Standing
from interview_coach.domain.kinds import Cancelled, Decision, Felt, InterviewKind, Mode, Part
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.store import interview, interviews, opportunity, outcome, review
from interview_coach.store.store import Store
from tests.store.drafts import TODAY, a_round
from tests.stores import Clock


def standing(store: Store, key: str) -> Standing:
    return store.ask(interviews.interview_head, key).standing


def test_what_was_typed_is_what_is_there(store: Store) -> None:
    draft = a_round(
        company="  Acme  GmbH ",
        kind=InterviewKind.PANEL,
        mode=Mode.ON_SITE,
        place="Room 4",
        link="meet.example.com/a",
        interviewers=(
            Interviewer("Ada", Part.RECRUITER, "Head of People"),
            Interviewer("  "),
            Interviewer("Björn"),
        ),
        posting_text="We look for\r\nsomeone",
        notes="Bring the badge\n\n",
    )
    key = store.do(interview.add_interview, draft)
    head = store.ask(interviews.interview_head, key)
    assert (head.company, head.title, head.kind, head.mode) == (
        "Acme GmbH", "Tester", InterviewKind.PANEL, Mode.ON_SITE,
    )  # fmt: skip
    assert (head.place, head.link, head.notes) == (
        "Room 4",
        "meet.example.com/a",
        "Bring the badge",
    )
    assert head.posting_text == "We look for\nsomeone"
    assert [(p.name, p.part, p.title) for p in head.interviewers] == [
        ("Ada", Part.RECRUITER, "Head of People"),
        ("Björn", None, ""),
    ]
    assert head.start_at == datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    assert head.end_at == datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
    again = store.ask(interviews.interview_draft, key)
    store.history.forget()
    store.do(interview.edit_interview, key, again)
    assert store.can().undo is None, "saving what is there changes nothing"


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"company": " "}, "company", "missing"),
        ({"title": ""}, "title", "missing"),
        ({"minutes": 0}, "minutes", "ends_before_start"),
        ({"minutes": 1441}, "minutes", "too_many_minutes"),
        ({"zone": "Mars/Olympus"}, "zone", "unknown_zone"),
        ({"start": datetime(2026, 3, 29, 2, 30)}, "start", "skipped_time"),
        ({"start": datetime(2026, 10, 25, 2, 30)}, "start", "repeated_time"),
        ({"start": datetime(1926, 1, 1, 2, 30)}, "start", "odd_year"),
        ({"link": "room four"}, "link", "not_a_link"),
        ({"notes": "x" * 1_000_001}, "notes", "too_long"),
    ],
)
def test_what_is_wrong_is_named(
    store: Store, changes: dict[str, object], field: str, code: str
) -> None:
    good = store.do(interview.add_interview, a_round())
    for run in (
        lambda: store.do(interview.add_interview, a_round(**changes)),
        lambda: store.do(interview.edit_interview, good, a_round(**changes)),
    ):
        with pytest.raises(Invalid) as refusal:
            run()
        assert (field, code) in [(c.field, c.code) for c in refusal.value.complaints]


def test_which_of_two_equal_times_is_meant_is_kept(store: Store) -> None:
    twice = datetime(2026, 10, 25, 2, 30)
    first, second = (
        store.do(interview.add_interview, a_round(start=twice, fold=fold)) for fold in (0, 1)
    )
    starts = [store.ask(interviews.interview_head, key).start_at for key in (first, second)]
    assert starts[1] - starts[0] == timedelta(hours=1)
    assert store.ask(interviews.interview_draft, second).fold == 1
    assert store.ask(interviews.interview_draft, first).fold == 0


def test_rounds_of_one_job_belong_together(store: Store) -> None:
    first = store.do(interview.add_interview, a_round())
    second = store.do(
        interview.add_interview,
        a_round(company="ACME", title="tester", start=datetime(2026, 11, 30, 9)),
    )
    heads = [store.ask(interviews.interview_head, key) for key in (first, second)]
    assert heads[0].opportunity_id == heads[1].opportunity_id
    assert [r.id for r in heads[0].rounds] == [first, second]
    other = store.do(interview.add_interview, a_round(title="Lead"))
    assert store.ask(interviews.interview_head, other).opportunity_id != heads[0].opportunity_id


def test_a_changed_role_is_changed_for_all_rounds(store: Store) -> None:
    first = store.do(interview.add_interview, a_round())
    second = store.do(interview.add_interview, a_round(start=datetime(2026, 11, 30, 9)))
    store.do(
        interview.edit_interview, second, a_round(title="Lead", start=datetime(2026, 12, 1, 9))
    )
    assert store.ask(interviews.interview_head, first).title == "Lead"
    store.undo()
    assert store.ask(interviews.interview_head, first).title == "Tester"


def test_an_interviewer_is_one_person_however_often(store: Store) -> None:
    people = (Interviewer("Ada", Part.RECRUITER),)
    first = store.do(interview.add_interview, a_round(interviewers=people))
    second = store.do(
        interview.add_interview, a_round(interviewers=(Interviewer("ada"), Interviewer("Björn")))
    )
    one, two = (store.ask(interviews.interview_head, key).interviewers for key in (first, second))
    assert one[0].person_id == two[0].person_id
    store.do(interview.edit_interview, second, a_round(interviewers=two[1:]))
    assert [p.name for p in store.ask(interviews.interview_head, second).interviewers] == ["Björn"]
    assert len(store.ask(interviews.interview_head, first).interviewers) == 1
    store.do(interview.edit_interview, second, a_round(interviewers=two[:1]))
    assert len(store.ask(interviews.interview_head, second).interviewers) == 1


def test_moving_an_interview_moves_its_end_and_calls_it_on_again(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    store.do(interview.call_off_interview, key, Cancelled.THEM)
    assert standing(store, key) is Standing.CALLED_OFF
    start = datetime(2026, 11, 25, 8, 15)
    store.do(interview.reschedule_interview, key, start, "Asia/Tokyo", None, 90)
    head = store.ask(interviews.interview_head, key)
    assert (head.start, head.zone, head.minutes) == (start, "Asia/Tokyo", 90)
    assert head.end_at == datetime(2026, 11, 25, 0, 45, tzinfo=UTC)
    assert head.standing is Standing.UPCOMING
    with pytest.raises(Invalid):
        store.do(interview.reschedule_interview, key, start, "Asia/Tokyo", None, 0)


def test_where_an_interview_stands(store: Store, clock: Clock) -> None:
    start = datetime(2026, 11, 22, 22, 30)  # half past nine in UTC: half an hour from now
    key = store.do(interview.add_interview, a_round(start=start))
    assert standing(store, key) is Standing.UPCOMING
    clock.forward(minutes=30)
    assert standing(store, key) is Standing.UNDER_WAY
    clock.forward(minutes=60)
    assert standing(store, key) is Standing.TO_REVIEW
    store.do(interview.mark_not_held, key)
    assert standing(store, key) is Standing.NOT_HELD
    store.do(interview.restore_interview, key)
    store.do(review.set_felt, key, Felt.GOOD)
    assert standing(store, key) is Standing.TO_REVIEW
    store.do(review.seal_review, key)
    assert standing(store, key) is Standing.WAITING
    job = store.ask(interviews.interview_head, key).opportunity_id
    store.do(outcome.record_outcome, job, OutcomeDraft(Decision.REJECTED, TODAY))
    assert standing(store, key) is Standing.REJECTED


def test_a_later_round_says_that_the_one_before_went_on(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    store.do(review.set_felt, key, Felt.GOOD)
    store.do(review.seal_review, key)
    next_one = store.ask(
        interviews.next_round_draft, store.ask(interviews.interview_head, key).opportunity_id
    )
    assert next_one is not None
    assert (next_one.company, next_one.interviewers, next_one.notes) == ("Acme", (), "")
    assert next_one.start > a_round().start
    store.do(interview.add_interview, next_one)
    assert standing(store, key) is Standing.ADVANCED


def test_the_list_is_by_what_it_needs(store: Store) -> None:
    held = store.do(interview.add_interview, a_round())
    planned = store.do(
        interview.add_interview, a_round(company="Beta", start=datetime(2026, 12, 1, 9))
    )
    waiting = store.do(interview.add_interview, a_round(company="Gamma"))
    store.do(review.set_felt, waiting, Felt.GOOD)
    store.do(review.seal_review, waiting)
    closed = store.do(interview.add_interview, a_round(company="Delta"))
    store.do(interview.call_off_interview, closed, Cancelled.ME)
    idle = store.do(opportunity.add_opportunity, OpportunityDraft("Epsilon", "Owner"))
    found = store.ask(interviews.interview_list)
    assert [r.id for r in found.upcoming] == [planned]
    assert [r.id for r in found.to_review] == [held]
    assert [r.id for r in found.waiting] == [waiting]
    assert [r.id for r in found.closed] == [closed]
    assert [r.id for r in found.no_round] == [idle]
    assert found.closed_total == 1
    searched = store.ask(interviews.interview_list, "gam")
    assert [r.id for r in searched.waiting] == [waiting]
    assert not any((searched.upcoming, searched.closed, searched.no_round))


def test_notes_are_jotted_line_by_line(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    store.do(interview.jot, key, "They asked about pay ")
    store.do(interview.jot, key, "and about Mondays")
    assert store.ask(interviews.interview_head, key).notes == (
        "They asked about pay\nand about Mondays"
    )
    with pytest.raises(Invalid):
        store.do(interview.jot, key, " ")
    store.do(interview.set_interview_notes, key, "")
    assert store.ask(interviews.interview_head, key).notes == ""


def test_a_deleted_interview_is_missing(store: Store) -> None:
    key = store.do(interview.add_interview, a_round())
    store.do(interview.delete_interview, key)
    with pytest.raises(Trouble) as trouble:
        store.ask(interviews.interview_head, key)
    assert trouble.value.code == "missing"
    # Its opportunity stands there without a round.
    assert [r.company for r in store.ask(interviews.interview_list).no_round] == ["Acme"]
    store.undo()
    assert standing(store, key) is Standing.TO_REVIEW


def test_text_that_no_file_can_hold_is_cleaned(store: Store) -> None:
    key = store.do(
        interview.add_interview, a_round(company="Ac\ud83dme", notes="half \udc00 and nul \x00")
    )
    head = store.ask(interviews.interview_head, key)
    assert head.company == "Acme"
    assert head.notes == "half  and nul"
