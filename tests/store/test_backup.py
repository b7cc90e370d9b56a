"""Backups: whole, verified, thinned, and never of a store that fails its check."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from interview_coach.domain.backup import DAILY, HOURLY, WEEKLY, thinned
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, contents, interviews, prep, settings
from interview_coach.store.deeds import DEEDS
from interview_coach.store.document import row_counts
from interview_coach.store.opening import APPLICATION_ID, FILE_NAME, SCHEMA, connect, open_store
from interview_coach.store.store import Store
from tests.store.dumps import check_file, dump, dump_of, learn_all
from tests.store.processes import AS_ANYBODY, give_away, open_to_anybody, output
from tests.store.recipes import RECIPES, Hand
from tests.store.small import small_store
from tests.stores import NOW, Clock, new_store


def names(store: Store) -> list[str]:
    place = store.folder / backup.FOLDER
    found = sorted(p.name for p in place.iterdir()) if place.is_dir() else []
    return [name for name in found if name != backup.LOCK]


def tick(store: Store) -> None:
    held = store.ask(interviews.interview_list).closed[0].id
    store.do(prep.note_rehearsal, store.ask(prep.checklist, held).items[0].id)


def dump_with_times(store: Store) -> object:
    raw = store._raw_reader
    names = [*contents.kept_tables(raw), "setting", "scratch"]
    return [raw.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names]


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
    assert names(store) == [kept.name, kept.with_suffix(backup.NOTE).name]
    store.close()


def test_an_automatic_backup_is_made_only_when_something_changed(
    full_store: Store, clock: Clock
) -> None:
    assert full_store.back_up_if_changed(backup.ON_START) is not None
    clock.forward(days=3)
    assert full_store.back_up_if_changed(backup.ON_QUIT) is None, "nothing has changed since"
    tick(full_store)
    made = full_store.back_up_if_changed(backup.HOURLY)
    assert made is not None
    assert made.stem.endswith("-hourly")
    full_store.scribble("notes", "half a word")
    assert full_store.back_up_if_changed(backup.HOURLY) is not None, "typing is something too"
    full_store.do(settings.set_setting, "name", "value")
    assert full_store.back_up_if_changed(backup.HOURLY) is not None


def test_a_backup_by_hand_is_made_whether_or_not_anything_changed(full_store: Store) -> None:
    assert full_store.back_up() != full_store.back_up()


def test_a_clock_set_back_hides_no_change(full_store: Store, clock: Clock) -> None:
    before = full_store.back_up_if_changed(backup.ON_START)
    clock.forward(days=-400)
    assert full_store.back_up_if_changed(backup.ON_QUIT) is None
    tick(full_store)
    made = full_store.back_up_if_changed(backup.ON_QUIT)
    assert made is not None
    assert [b.path for b in backup.found(full_store.folder)] == [made, before], (
        "the last made first"
    )
    # Whatever the stamps say, the last one made is what changes are told from.
    assert full_store.back_up_if_changed(backup.ON_QUIT) is None
    tick(full_store)
    clock.forward(minutes=1)
    backup.thin(full_store.folder, clock())
    assert {b.path for b in backup.found(full_store.folder)} == {made, before}


def test_backups_are_thinned_as_days_go_by(store: Store, clock: Clock) -> None:
    for day in range(50):
        clock.forward(days=2)
        store.scribble("notes", f"day {day}")
        assert store.back_up_if_changed(backup.ON_QUIT) is not None
    stamps = [b.made_at for b in backup.found(store.folder)]
    assert stamps[0] == clock()
    ages = [clock() - stamp for stamp in stamps]
    assert sum(age < DAILY for age in ages) == 7
    assert 6 <= sum(DAILY <= age < WEEKLY for age in ages) <= 8
    assert 2 <= sum(age >= WEEKLY for age in ages) <= 3
    # Each has its note still, and no note is without its backup.
    assert {p.stem for p in (store.folder / backup.FOLDER).glob("*.json")} == {
        b.path.stem for b in backup.found(store.folder)
    }


def test_a_backup_tells_what_is_in_it(full_store: Store) -> None:
    full_store.back_up()
    (made,) = backup.found(full_store.folder)
    with full_store.aside() as reader:
        assert made.counts == row_counts(reader)
    assert made.counts["interview"] > 0
    assert made.schema == SCHEMA
    assert backup.is_whole(made)


def test_a_flipped_bit_in_a_backup_is_noticed(full_store: Store) -> None:
    full_store.back_up()
    (made,) = backup.found(full_store.folder)
    with made.path.open("r+b") as file:
        file.seek(made.size // 2)
        byte = file.read(1)[0]
        file.seek(made.size // 2)
        file.write(bytes([byte ^ 1]))
    assert not backup.is_whole(made)


@pytest.mark.parametrize(
    "note", [b"", b"[]", b"{", b'{"format": "interview-coach-backup", "counts": 3, "number": "x"}']
)
def test_a_backup_with_a_strange_note_is_one_all_the_same(full_store: Store, note: bytes) -> None:
    made = full_store.back_up()
    made.with_suffix(".json").write_bytes(note)
    (found,) = backup.found(full_store.folder)
    assert (found.path, found.counts, found.number) == (made, {}, 0)
    assert backup.is_whole(found)


def test_what_a_stop_left_half_made_is_cleared_away(full_store: Store, clock: Clock) -> None:
    made = full_store.back_up()
    half = made.with_name("interview-coach-20260101T000000Z.part")
    lonely = half.with_suffix(".json")
    half.write_bytes(b"half")
    lonely.write_bytes(b"{}")
    assert [b.path for b in backup.found(full_store.folder)] == [made]
    backup.thin(full_store.folder, clock())
    assert not half.exists()
    assert not lonely.exists()
    assert made.with_suffix(".json").exists()


def test_the_state_tells_every_deed_and_every_undo(tmp_path: Path) -> None:
    """What an automatic backup rests on: nothing that is done goes without a change of the state."""
    learn_all()
    clock = Clock()
    store = small_store(tmp_path / "busy", clock)
    for label in sorted(RECIPES):
        call = (
            RECIPES[label](Hand(store, Random(label).randrange)) if label != "load_sample" else None
        )
        if call is None:
            continue
        before, held = contents.state(store._raw_reader), dump_with_times(store)
        clock.forward(seconds=1)
        store.do(DEEDS[label].run, *call.args, **(call.kwargs or {}))
        if dump_with_times(store) == held:
            continue
        done = contents.state(store._raw_reader)
        assert done != before, label
        if store.can().undo is not None:
            clock.forward(seconds=1)
            store.undo()
            assert contents.state(store._raw_reader) != done, label
    store.close()


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
        (["2026-11-22T20:10", "2026-11-22T20:50"], [0]),
        (["2026-11-22T19:50", "2026-11-22T20:10"], []),
        # ten days old, two on one day: the older goes
        (["2026-11-12T09:00", "2026-11-12T18:00", "2026-11-13T09:00"], [0]),
        # thirty days old, Monday and Friday of one week: Monday goes
        (["2026-10-19T09:00", "2026-10-23T09:00", "2026-10-26T09:00"], [0]),
        # a hundred days old, one each month: none goes
        (["2026-06-14T09:00", "2026-07-14T09:00", "2026-08-14T09:00"], []),
        (["2026-07-14T09:00", "2026-07-28T09:00"], [0]),
        # a leap day is a day
        (["2024-02-28T09:00", "2024-02-29T09:00", "2024-03-01T09:00"], [0]),
        # the last made stays, however old
        (["2020-01-01T00:00"], []),
        ([], []),
        # the clock was ahead once: what it stamped counts among itself
        (["2026-11-22T20:30", "2027-01-01T00:00"], []),
        (["2027-01-01T00:10", "2027-01-01T00:20"], [0]),
        # the clock is set back by ten minutes: both stay, and the one made last for good
        (["2026-11-22T21:05", "2026-11-22T20:55"], []),
        (["2026-11-22T20:50", "2026-11-22T20:40"], [0]),
        # the clock is back in 2000: nothing goes that would not have gone in 2026
        (["2026-11-12T09:00", "2026-11-13T09:00", "2026-11-22T19:10", "2000-01-01T00:00"], []),
        (["2000-01-01T00:00", "2000-01-01T00:10", "2026-11-22T20:00"], [0]),
    ],
)
def test_the_table_of_what_goes(stamps: list[str], gone: list[int]) -> None:
    assert thinned([at(s) for s in stamps], NOW) == tuple(gone)


def test_with_the_clock_back_in_2000_all_the_years_stay() -> None:
    stamps = [at("2026-11-22T20:00") - timedelta(days=n) for n in range(13, -1, -1)]
    assert thinned([*stamps, at("2000-01-01T00:00")], at("2000-01-01T00:00")) == ()


def test_what_stays_after_thinning_stays_when_thinned_again() -> None:
    stamps = [NOW - timedelta(hours=7 * n) for n in range(400)][::-1]
    kept = [s for place, s in enumerate(stamps) if place not in thinned(stamps, NOW)]
    assert thinned(kept, NOW) == ()
    assert max(kept) == NOW
    assert len(kept) < 40
    assert HOURLY < DAILY < WEEKLY
