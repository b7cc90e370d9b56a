"""Which reminder is due when: the table of its cases, zones, clocks that change, and long sleeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.domain.kinds import Mode
from interview_coach.domain.reminders import (
    Reminder,
    ReminderChoice,
    ReminderKind,
    Seen,
    Subject,
    later,
    off,
    reminders,
    show_now,
    still_known,
    told,
)

BERLIN = "Europe/Berlin"
USUAL = ReminderChoice()
# Tuesday, 1 December, 14:00 to 14:45 in Berlin.
START = datetime(2026, 12, 1, 13, tzinfo=UTC)
HELD = Subject("i", START, START + timedelta(minutes=45), Mode.VIDEO)
Kind = ReminderKind


def of(subject: Subject, kind: ReminderKind, choice: ReminderChoice = USUAL, zone: str = BERLIN) -> list[Reminder]:  # fmt: skip
    return [one for one in reminders([subject], choice, zone) if one.kind is kind]


def at(day: int, hour: int, minute: int = 0, month: int = 12) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "mode", "due", "until"),
    [
        (Kind.PREPARE, Mode.VIDEO, [at(29, 8, month=11), at(30, 8, month=11)], [at(30, 8, month=11), START]),
        (Kind.LEAVE, Mode.VIDEO, [at(1, 12, 50)], [START]),
        (Kind.LEAVE, Mode.PHONE, [at(1, 12, 50)], [START]),
        (Kind.LEAVE, Mode.ON_SITE, [at(1, 12)], [START]),
        (Kind.REVIEW, Mode.VIDEO, [at(1, 13, 45)], [at(4, 13, 45)]),
        (Kind.THANKS, Mode.VIDEO, [at(2, 8)], [at(2, 20)]),
        (Kind.ANSWER, Mode.VIDEO, [], []),
    ],
)  # fmt: skip
def test_when_each_is_due_and_until_when_it_is_of_use(
    kind: ReminderKind, mode: Mode, due: list[datetime], until: list[datetime]
) -> None:
    found = of(replace(HELD, mode=mode), kind)
    assert [one.due_at for one in found] == due
    assert [one.until for one in found] == until
    assert all(one.on_site == (mode is Mode.ON_SITE) for one in found)


def test_a_promised_answer_that_has_passed() -> None:
    waiting = replace(HELD, promised_on=date(2026, 12, 10))
    (found,) = of(waiting, Kind.ANSWER)
    assert (found.due_at, found.until) == (at(11, 8), at(25, 8))
    assert of(replace(waiting, answered=True), Kind.ANSWER) == []


def test_what_is_done_needs_no_reminder() -> None:
    assert of(replace(HELD, prepared=True), Kind.PREPARE) == []
    assert of(replace(HELD, reviewed=True), Kind.REVIEW) == []
    assert of(HELD, Kind.THANKS, replace(USUAL, kinds=frozenset({Kind.LEAVE}))) == []


def test_each_can_be_set() -> None:
    choice = ReminderChoice(prepare_days=frozenset({7}), log_in_minutes=30, morning=6)
    assert [one.due_at for one in of(HELD, Kind.PREPARE, choice)] == [at(24, 5, month=11)]
    assert [one.due_at for one in of(HELD, Kind.LEAVE, choice)] == [at(1, 12, 30)]
    assert of(HELD, Kind.PREPARE, replace(choice, prepare_days=frozenset())) == []


@pytest.mark.parametrize(
    ("zone", "start", "due"),
    [
        # The person's morning, wherever the interview's clock is.
        ("America/New_York", START, at(30, 14, month=11)),
        ("Asia/Tokyo", START, at(30, 0, month=11)),
        # In Auckland it is the next day already when this one begins.
        ("Pacific/Auckland", START, at(30, 20, month=11)),
        # The morning after the clocks changed is an hour nearer: 26 October, Berlin.
        (BERLIN, datetime(2026, 10, 26, 13, tzinfo=UTC), datetime(2026, 10, 25, 8, tzinfo=UTC)),
        (BERLIN, datetime(2026, 3, 30, 12, tzinfo=UTC), datetime(2026, 3, 29, 7, tzinfo=UTC)),
    ],
)
def test_a_morning_is_the_clock_s(zone: str, start: datetime, due: datetime) -> None:
    subject = replace(HELD, start_at=start, end_at=start + timedelta(hours=1))
    assert of(subject, Kind.PREPARE, zone=zone)[-1].due_at == due


def test_an_interview_before_the_morning_has_no_reminder_after_it_began() -> None:
    early = replace(HELD, start_at=at(1, 5), end_at=at(1, 6))
    choice = replace(USUAL, prepare_days=frozenset({0, 1}))
    assert [one.due_at for one in of(early, Kind.PREPARE, choice)] == [at(30, 8, month=11)]


def keys(found: tuple[Reminder, ...]) -> list[str]:
    return [one.kind for one in found]


def now_at(moment: datetime, seen: dict[str, Seen] | None = None, *more: Subject):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return show_now(reminders([HELD, *more], USUAL, BERLIN), moment, seen or {})


def test_it_is_told_once_and_shown_until_it_is_of_no_use() -> None:
    first = now_at(at(1, 12, 50))
    assert keys(first.shown) == keys(first.to_tell) == [Kind.LEAVE]
    seen = told({}, first.to_tell, at(1, 12, 50))
    second = now_at(at(1, 12, 55), seen)
    assert (keys(second.shown), second.to_tell) == ([Kind.LEAVE], ())
    # When it has begun, leaving is over, and preparing too.
    assert now_at(START).shown == ()


def test_a_program_started_late_tells_only_what_is_still_of_use() -> None:
    # The evening before: both mornings to prepare have passed, one word is enough.
    evening = now_at(at(30, 19, month=11))
    assert keys(evening.to_tell) == [Kind.PREPARE]
    # Days after: not leaving, not the thanks, the review still.
    late = now_at(at(3, 9))
    assert keys(late.to_tell) == [Kind.REVIEW]
    assert now_at(at(20, 9)).shown == ()


def test_later_comes_back_once_and_off_does_not() -> None:
    moment = at(1, 13, 45)
    first = now_at(moment)
    seen = told({}, first.to_tell, moment)
    seen = later(seen, first.shown[0], moment)
    assert now_at(moment + timedelta(minutes=59), seen).shown == ()
    again = now_at(moment + timedelta(minutes=60), seen)
    assert keys(again.to_tell) == [Kind.REVIEW]
    seen = told(seen, again.to_tell, moment + timedelta(minutes=60))
    assert now_at(moment + timedelta(minutes=61), seen).to_tell == ()
    seen = off(seen, again.shown[0])
    assert now_at(moment + timedelta(minutes=62), seen).shown == ()


def test_a_clock_set_back_tells_nothing_twice() -> None:
    moment = at(1, 12, 51)
    seen = told({}, now_at(moment).to_tell, moment)
    # Before it was due there is the preparing again; the leaving is not told again when due again.
    assert Kind.LEAVE not in keys(now_at(at(1, 12, 30), seen).shown)
    assert now_at(at(1, 12, 52), seen).to_tell == ()


def test_an_interview_that_moves_is_reminded_of_anew() -> None:
    moment = at(1, 12, 50)
    seen = off(told({}, now_at(moment).to_tell, moment), now_at(moment).shown[0])
    moved = replace(HELD, start_at=START + timedelta(days=1), end_at=HELD.end_at + timedelta(days=1))  # fmt: skip
    found = show_now(reminders([moved], USUAL, BERLIN), moment + timedelta(days=1), seen)
    assert keys(found.to_tell) == [Kind.LEAVE]


def test_after_a_long_sleep_there_is_one_word_for_each_interview_and_no_storm() -> None:
    many = [
        replace(
            HELD,
            id=str(n),
            start_at=START + timedelta(minutes=n),
            end_at=HELD.end_at + timedelta(minutes=n),
        )
        for n in range(40)
    ]
    found = show_now(reminders(many, USUAL, BERLIN), at(2, 9), {})
    # Thanks and review are both due: the later one of each, and all of them are told at one time.
    assert len(found.shown) == len(found.to_tell) == 40
    assert set(keys(found.shown)) == {Kind.THANKS}
    seen = told({}, found.to_tell, at(2, 9))
    assert show_now(reminders(many, USUAL, BERLIN), at(2, 9, 1), seen).to_tell == ()


def test_the_most_pressing_comes_first() -> None:
    other = replace(HELD, id="late", start_at=at(1, 9), end_at=at(1, 10))
    found = now_at(at(1, 12, 50), {}, other)
    assert keys(found.shown) == [Kind.LEAVE, Kind.REVIEW]


def test_what_was_seen_is_forgotten_with_its_reminder() -> None:
    all_of_them = reminders([HELD], USUAL, BERLIN)
    seen = {"gone": Seen(off=True), all_of_them[0].key: Seen(off=True)}
    assert still_known(seen, all_of_them) == {all_of_them[0].key: Seen(off=True)}


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda d: d.replace(tzinfo=UTC))  # fmt: skip


@given(st.lists(MOMENTS, min_size=1, max_size=6), st.lists(MOMENTS, min_size=1, max_size=12))
def test_nothing_is_ever_told_twice_however_the_clock_goes(
    starts: list[datetime], clock: list[datetime]
) -> None:
    subjects = [
        Subject(str(n), start, start + timedelta(hours=1), Mode.VIDEO)
        for n, start in enumerate(starts)
    ]
    all_of_them = reminders(subjects, USUAL, BERLIN)
    seen: dict[str, Seen] = {}
    heard: list[str] = []
    for moment in clock:
        found = show_now(all_of_them, moment, seen)
        assert all(one.due_at <= moment < one.until for one in found.shown)
        assert len({one.interview_id for one in found.shown}) == len(found.shown)
        heard += [one.key for one in found.to_tell]
        seen = told(seen, found.to_tell, moment)
    assert len(heard) == len(set(heard))


def test_a_thank_you_that_was_ticked_is_not_reminded_of() -> None:
    assert of(HELD, Kind.THANKS)
    assert of(replace(HELD, thanked=True), Kind.THANKS) == []
