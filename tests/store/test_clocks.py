"""Clocks that jump: the zone of the system, the time of day, and names of zones that change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest

from interview_coach.domain.kinds import Felt, ReviewText
from interview_coach.domain.timeline import Filters, Show
from interview_coach.domain.trash import days_left
from interview_coach.domain.zones import is_zone, same_zone, to_utc, to_wall, zone_of
from interview_coach.store import (
    interview,
    interviews,
    review,
    reviews,
    stamps,
    timeline,
    today,
    trash,
    versions,
)
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from tests.store.drafts import a_round
from tests.store.dumps import check_derived, dump
from tests.stores import NOW, Clock, new_store


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


# (what it is, wall clock, zone, fold, the instant, the wall clock of its end after 60 minutes)
TABLE = [
    ("an ordinary day", "2026-11-24T14:00", "Europe/Berlin", 0, "13:00", "2026-11-24T15:00"),
    ("half an hour off", "2026-11-24T14:00", "Asia/Kolkata", 0, "08:30", "2026-11-24T15:00"),
    ("before the spring change", "2027-03-28T01:30", "Europe/Berlin", 0, "00:30", "2027-03-28T03:30"),
    ("after the spring change", "2027-03-28T03:00", "Europe/Berlin", 0, "01:00", "2027-03-28T04:00"),
    ("autumn, the first of two", "2026-10-25T02:30", "Europe/Berlin", 0, "00:30", "2026-10-25T02:30"),
    ("autumn, the second of two", "2026-10-25T02:30", "Europe/Berlin", 1, "01:30", "2026-10-25T03:30"),
    ("over the autumn change", "2026-10-25T01:45", "Europe/Berlin", 0, "23:45", "2026-10-25T02:45"),
    ("a leap day", "2028-02-29T09:00", "America/New_York", 0, "14:00", "2028-02-29T10:00"),
    ("over midnight of a leap day", "2028-02-28T23:30", "Europe/London", 0, "23:30", "2028-02-29T00:30"),
    ("a day that is tomorrow there", "2026-12-31T23:30", "Pacific/Kiritimati", 0, "09:30", "2027-01-01T00:30"),
    ("a name that was given up", "2026-11-24T14:00", "Europe/Kiev", 0, "12:00", "2026-11-24T15:00"),
    ("the name it has today", "2026-11-24T14:00", "Europe/Kyiv", 0, "12:00", "2026-11-24T15:00"),
    ("a name that systems leave out", "2026-11-24T14:00", "US/Eastern", 0, "19:00", "2026-11-24T15:00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wall", "zone", "fold", "utc", "end"), TABLE, ids=[t[0] for t in TABLE]
)
def test_an_interview_keeps_its_wall_clock(
    store: Store, name: str, wall: str, zone: str, fold: int, utc: str, end: str
) -> None:
    draft = a_round(start=at(wall), zone=zone, fold=fold, minutes=60)
    key = store.do(interview.add_interview, draft, checklist=False)
    for _again in range(2):
        head = store.ask(interviews.interview_head, key)
        assert (head.start, head.zone) == (at(wall), zone)
        assert f"{head.start_at:%H:%M}" == utc
        assert head.end_at - head.start_at == timedelta(minutes=60)
        assert to_wall(head.end_at, zone) == at(end)
        # Opened elsewhere nothing of it changes.
        store.ask(today.today, zone_of("Asia/Tokyo"))
    check_derived(store)


RENAMED = [
    ("Europe/Kiev", "Europe/Kyiv", True),
    ("US/Eastern", "America/New_York", True),
    ("Asia/Calcutta", "Asia/Kolkata", True),
    ("Europe/Berlin", "Europe/Berlin", True),
    ("Europe/Berlin", "Europe/Paris", False),
    ("Europe/Kyiv", "Europe/Berlin", False),
]


@pytest.mark.parametrize(("one", "other", "same"), RENAMED)
def test_two_names_of_one_zone(one: str, other: str, same: bool) -> None:
    assert same_zone(one, other) is same
    assert same_zone(other, one) is same
    assert is_zone(one)
    if same:
        wall = datetime(2026, 7, 1, 12)
        assert to_utc(wall, one) == to_utc(wall, other)


def test_a_zone_that_this_computer_does_not_know_breaks_nothing(store: Store) -> None:
    # Written on a computer with a newer list of zones.
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(review.set_felt, key, Felt.GOOD)
    store._writer.execute("UPDATE interview SET zone = 'Atlantic/New_Atlantis'")
    head = store.ask(interviews.interview_head, key)
    assert head.zone == "Atlantic/New_Atlantis"
    assert not is_zone(head.zone)
    store.ask(interviews.interview_list)
    store.ask(reviews.review_form, key)
    store.ask(today.today, UTC)
    store.do(interview.set_interview_notes, key, "Still here")
    store.rebuild_entries()
    keys = store.ask(timeline.keys, Filters(show=Show.EVERYTHING))
    assert store.ask(timeline.cards, keys)


# --- the time of day is set back ----------------------------------------------------------------


@pytest.fixture
def machine() -> Iterator[list[int]]:
    """The milliseconds that the computer's own clock shows; keys are made by it."""
    shown = [int(NOW.timestamp() * 1000)]
    before = stamps._last
    with patch("interview_coach.store.stamps.time.time_ns", lambda: shown[0] * 1_000_000):
        stamps._last = 0
        yield shown
    stamps._last = max(before, stamps._last)


def test_keys_stay_in_order_when_the_clock_is_set_back(machine: list[int]) -> None:
    first = [stamps.new_key() for _ in range(3)]
    machine[0] -= 3_600_000
    second = [stamps.new_key() for _ in range(3)]
    assert sorted(first + second) == first + second


def test_and_over_a_new_start(tmp_path: Path, machine: list[int]) -> None:
    clock = Clock()
    store = new_store(tmp_path / "data", clock)
    before = store.do(interview.add_interview, a_round(), checklist=False)
    store.close()
    machine[0] -= 86_400_000
    stamps._last = 0
    clock.forward(days=-1)
    store = Store(open_store(tmp_path / "data"), clock)
    after = store.do(interview.add_interview, a_round(company="Beta"), checklist=False)
    assert after > before
    store.close()


@pytest.mark.parametrize("key", ["", "x", "zz-1", "ffffffff-ffff-7fff-bfff-ffffffffffff"])
def test_a_key_that_was_made_up_is_not_followed(key: str, machine: list[int]) -> None:
    stamps.follow(key)
    made = stamps.new_key()
    assert int(made.replace("-", "")[:12], 16) == machine[0]


def test_versions_and_remarks_stay_in_the_order_in_which_they_were_written(
    store: Store, clock: Clock
) -> None:
    clock.now = NOW + timedelta(days=3)
    key = store.do(interview.add_interview, a_round(start=at("2026-11-20T10:00")), checklist=False)
    for text in ("one", "two", "three"):
        store.do(review.write_review, key, ReviewText.WENT_WELL, text)
        clock.forward(hours=-7)
    form = store.ask(reviews.review_form, key)
    found = store.ask(versions.versions, "review.went_well", form.review_id or "")
    assert [v.text for v in found.earlier] == ["two", "one"]
    store.do(review.seal_review, key)
    for text in ("first", "second"):
        store.do(review.add_remark, key, text)
        clock.forward(hours=-7)
    assert [r.text for r in store.ask(reviews.review_form, key).remarks] == ["first", "second"]
    check_derived(store)


# (what it is, minutes that the clock moved after sealing, whether the seal can be undone)
SEALS = [
    ("at once", 0, True),
    ("nine minutes later", 9, True),
    ("ten minutes later", 10, False),
    ("the clock adjusted itself by a second", -1 / 60, True),
    ("the clock was set back an hour", -60, False),
]


@pytest.mark.parametrize(("name", "moved", "can"), SEALS, ids=[s[0] for s in SEALS])
def test_the_time_to_undo_a_seal(
    store: Store, clock: Clock, name: str, moved: float, can: bool
) -> None:
    key = store.do(interview.add_interview, a_round(start=at("2026-11-20T10:00")), checklist=False)
    store.do(review.set_felt, key, Felt.GOOD)
    store.do(review.seal_review, key)
    clock.forward(minutes=moved)
    assert (store.can().undo is not None) is can, name


def test_undo_works_whatever_the_clock_does(store: Store, clock: Clock) -> None:
    before = dump(store)
    for step in (-3600, 5, -60 * 24 * 400, 60 * 24 * 900):
        key = store.do(interview.add_interview, a_round(), checklist=False)
        clock.forward(minutes=step)
        store.do(interview.set_interview_notes, key, str(step))
    for _ in range(8):
        store.undo()
    assert dump(store) == before
    check_derived(store)


def test_the_trash_empties_nothing_early_when_the_clock_is_set_back(
    store: Store, clock: Clock
) -> None:
    key = store.do(interview.add_interview, a_round(), checklist=False)
    store.do(interview.delete_interview, key)
    store.history.forget()
    clock.forward(days=-100)
    (batch,) = store.ask(trash.trash_batches)
    assert days_left(batch.trashed_at, clock.now) == 30
    assert store.expire_trash() is None
    assert len(store.ask(trash.trash_batches)) == 1
