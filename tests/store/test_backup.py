"""Backups: whole, verified, thinned, and never of a store that fails its check."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from interview_coach.domain.backup import DAILY, HOURLY, WEEKLY, thinned
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interviews, prep
from interview_coach.store.opening import APPLICATION_ID, FILE_NAME, SCHEMA, connect, open_store
from interview_coach.store.store import Store
from tests.store.dumps import check_file, dump, dump_of
from tests.store.processes import AS_ANYBODY, give_away, open_to_anybody, output
from tests.stores import NOW, Clock, new_store


def names(store: Store) -> list[str]:
    place = store.folder / backup.FOLDER
    return sorted(p.name for p in place.iterdir()) if place.is_dir() else []


def tick(store: Store) -> None:
    held = store.ask(interviews.interview_list).closed[0].id
    store.do(prep.note_rehearsal, store.ask(prep.checklist, held).items[0].id)
    changed_now(store)


def changed_now(store: Store) -> None:
    """Let the file have been written at the clock's time, not the machine's."""
    stamp = store.clock().timestamp()
    for path in store.folder.glob(f"{FILE_NAME}*"):
        os.utime(path, (stamp, stamp))


def test_a_backup_is_the_store_with_what_was_just_done(full_store: Store) -> None:
    tick(full_store)
    made = full_store.back_up()
    assert made.name == "interview-coach-20261122T210000Z.db"
    assert [(b.path, b.made_at, b.size) for b in backup.found(full_store.folder)] == [
        (made, NOW, made.stat().st_size)
    ]
    raw = connect(made, "ro")
    assert dump_of(raw) == dump(full_store)
    assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    # One file, whole by itself.
    assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    raw.close()
    check_file(made)


def test_a_backup_opens_as_a_store(full_store: Store, tmp_path: Path) -> None:
    tick(full_store)
    made = full_store.back_up()
    (tmp_path / "elsewhere").mkdir()
    made.rename(tmp_path / "elsewhere" / FILE_NAME)
    other = Store(open_store(tmp_path / "elsewhere"), Clock())
    assert dump(other) == dump(full_store)
    other.close()


def test_two_backups_in_one_second_are_two(full_store: Store) -> None:
    first, second = full_store.back_up("by-hand"), full_store.back_up("by-hand")
    assert first != second
    assert len(backup.found(full_store.folder)) == 2


def test_what_is_not_a_backup_is_left_alone(full_store: Store, clock: Clock) -> None:
    full_store.back_up()
    stranger = full_store.folder / backup.FOLDER / "interview-coach-of-mine.db"
    stranger.write_bytes(b"")
    clock.forward(days=400)
    full_store.back_up()
    backup.thin(full_store.folder, clock())
    assert len(backup.found(full_store.folder)) == 2
    assert stranger.exists()


def test_of_a_damaged_store_there_is_no_backup(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data", sample=True)
    kept = store.back_up()
    raw = store._writer
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'covered'").fetchone()[0]
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    store.close()
    with (tmp_path / "data" / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x0d" + b"\xff" * (size - 1))
    store = Store(open_store(tmp_path / "data"), Clock())
    with pytest.raises(Trouble) as trouble:
        store.back_up()
    assert trouble.value.code == "damaged"
    assert names(store) == [kept.name]
    store.close()


def test_the_first_daily_backup_is_made_at_once(full_store: Store) -> None:
    assert full_store.daily_backup() is not None
    assert full_store.daily_backup() is None


def test_a_daily_backup_is_due_after_a_day_and_a_change(full_store: Store, clock: Clock) -> None:
    full_store.back_up()
    changed_now(full_store)
    clock.forward(hours=30)
    assert full_store.daily_backup() is None, "nothing has changed since"
    tick(full_store)
    assert full_store.daily_backup() is not None
    clock.forward(hours=3)
    tick(full_store)
    assert full_store.daily_backup() is None, "the last one is of today"
    clock.forward(hours=20)
    tick(full_store)
    assert full_store.daily_backup() is not None


def test_daily_backups_are_thinned(store: Store, clock: Clock) -> None:
    for _ in range(100):
        clock.forward(days=1)
        changed_now(store)
        assert store.daily_backup() is not None
    stamps = [b.made_at for b in backup.found(store.folder)]
    assert stamps[0] == clock()
    ages = [clock() - stamp for stamp in stamps]
    assert sum(age < DAILY for age in ages) == 14
    assert 6 <= sum(DAILY <= age < WEEKLY for age in ages) <= 8
    assert 2 <= sum(age >= WEEKLY for age in ages) <= 3


def test_a_backup_without_permission_says_so() -> None:
    with open_to_anybody() as folder:
        store = new_store(folder / "data")
        (folder / "data" / backup.FOLDER).mkdir()
        store.close()
        give_away(folder)
        (folder / "data" / backup.FOLDER).chmod(0o500)
        script = """
store = Store(open_store(folder))
try:
    store.back_up()
except Trouble as trouble:
    print(trouble.code)
store.close()
"""
        assert output(AS_ANYBODY + script, folder / "data") == "not_allowed"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("stamps", "gone"),
    [
        # two within one hour today: the older goes
        (["2026-11-22T20:10", "2026-11-22T20:50"], ["2026-11-22T20:10"]),
        (["2026-11-22T19:50", "2026-11-22T20:10"], []),
        # ten days old, two on one day: the older goes
        (["2026-11-12T09:00", "2026-11-12T18:00", "2026-11-13T09:00"], ["2026-11-12T09:00"]),
        # thirty days old, Monday and Friday of one week: Monday goes
        (["2026-10-19T09:00", "2026-10-23T09:00", "2026-10-26T09:00"], ["2026-10-19T09:00"]),
        # a hundred days old, one each month: none goes
        (["2026-06-14T09:00", "2026-07-14T09:00", "2026-08-14T09:00"], []),
        (["2026-07-14T09:00", "2026-07-28T09:00"], ["2026-07-14T09:00"]),
        # one in the future counts as of this hour
        (["2026-11-22T20:30", "2027-01-01T00:00"], []),
        (["2027-01-01T00:10", "2027-01-01T00:20"], ["2027-01-01T00:10"]),
        # the newest of all stays, however old
        (["2020-01-01T00:00"], []),
        ([], []),
    ],
)
def test_the_table_of_what_goes(stamps: list[str], gone: list[str]) -> None:
    assert thinned([at(s) for s in stamps], NOW) == tuple(at(s) for s in gone)


def test_what_stays_after_thinning_stays_when_thinned_again() -> None:
    stamps = [NOW - timedelta(hours=7 * n) for n in range(400)]
    kept = [s for s in stamps if s not in thinned(stamps, NOW)]
    assert thinned(kept, NOW) == ()
    assert max(kept) == NOW
    assert len(kept) < 40
    assert HOURLY < DAILY < WEEKLY
