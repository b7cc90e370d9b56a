"""The second place: each backup arrives whole, its absence is told once, and nothing else is touched."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, second_place
from interview_coach.store.restoring import restore
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def copies(store: Store) -> list[str]:
    place = second_place.second_place(store.folder)
    assert place is not None
    return [made.path.name for made in backup.found_in(place.own)]


def test_without_one_nothing_is_copied(full_store: Store) -> None:
    full_store.back_up()
    assert second_place.second_place(full_store.folder) is None
    assert full_store.copy_to_second_place() is None
    assert second_place.absence_to_tell(full_store.folder) is None


def test_the_last_backup_arrives_with_its_note_private_and_whole(
    full_store: Store, stick: Path
) -> None:
    place = second_place.choose(full_store.folder, stick)
    assert full_store.copy_to_second_place() is None, "there is no backup yet"
    made = full_store.back_up()
    copy = full_store.copy_to_second_place()
    assert copy is not None
    assert copy.parent == place.own
    (found,) = backup.found_in(place.own)
    assert backup.is_whole(found)
    assert found.counts == backup.found(full_store.folder)[0].counts
    assert copy.read_bytes() == made.read_bytes()
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.own.stat().st_mode) == 0o700
    assert full_store.copy_to_second_place() is None, "it is there already"
    assert [p.name for p in stick.iterdir()] == [place.own.name]


def test_a_copy_can_be_restored_on_another_computer(
    full_store: Store, stick: Path, tmp_path: Path
) -> None:
    second_place.choose(full_store.folder, stick)
    full_store.back_up()
    copy = full_store.copy_to_second_place()
    assert copy is not None
    restore(tmp_path / "other", copy, NOW)
    assert (tmp_path / "other" / "interview-coach.db").exists()
    # The choice belongs to the computer, not to the data.
    assert second_place.second_place(tmp_path / "other") is None


def test_two_stores_share_a_place_without_meeting(
    full_store: Store, store: Store, stick: Path, clock: Clock
) -> None:
    for one in (full_store, store):
        second_place.choose(one.folder, stick)
        one.back_up()
        one.copy_to_second_place()
    assert copies(full_store) == copies(store), "made in the same second"
    sizes = {p.stat().st_size for p in stick.rglob("*.db")}
    assert len(sizes) == 2
    clock.forward(days=400)
    full_store.back_up()
    full_store.copy_to_second_place()
    assert len(copies(full_store)) == 2
    assert len(copies(store)) == 1


def test_copies_are_thinned_as_the_backups_are(store: Store, stick: Path, clock: Clock) -> None:
    second_place.choose(store.folder, stick)
    for minute in range(4):
        clock.forward(minutes=5)
        store.scribble("notes", f"{minute}")
        store.back_up_if_changed(backup.HOURLY)
        store.copy_to_second_place()
    assert copies(store) == [made.path.name for made in backup.found(store.folder)]
    assert len(copies(store)) == 1


def test_an_empty_mount_point_is_no_place(full_store: Store, stick: Path) -> None:
    place = second_place.choose(full_store.folder, stick)
    place.own.rmdir()  # the stick is out, the folder it was mounted on answers
    full_store.back_up()
    assert full_store.copy_to_second_place() is None
    assert list(stick.iterdir()) == []


def test_its_absence_is_told_once_and_its_return_makes_the_next_one_news(
    full_store: Store, stick: Path
) -> None:
    second_place.choose(full_store.folder, stick)
    full_store.back_up()
    away = stick.rename(stick.with_name("away"))
    told = second_place.absence_to_tell(full_store.folder)
    assert told is not None
    assert told.chosen == stick
    assert second_place.absence_to_tell(full_store.folder) is None
    away.rename(stick)
    assert full_store.copy_to_second_place() is not None, "what it missed is brought"
    stick.rename(away)
    assert second_place.absence_to_tell(full_store.folder) is not None


def test_a_backup_that_changed_on_the_way_does_not_arrive(full_store: Store, stick: Path) -> None:
    place = second_place.choose(full_store.folder, stick)
    made = full_store.back_up()
    content = bytearray(made.read_bytes())
    content[9000] ^= 1
    made.write_bytes(content)
    with pytest.raises(Trouble) as trouble:
        full_store.copy_to_second_place()
    assert trouble.value.code == "disk_error"
    assert not list(place.own.glob("*.db"))
    assert not list(place.own.glob(f"*{backup.HALF}"))


@pytest.mark.parametrize("kept", [b"", b"[]", b"{}", b'{"in": 3, "own": "x"}', b"\xff"])
def test_a_choice_that_nobody_can_read_is_none(full_store: Store, kept: bytes) -> None:
    (full_store.folder / second_place.FILE).write_bytes(kept)
    assert second_place.second_place(full_store.folder) is None


def test_forgetting_it_leaves_what_lies_there(full_store: Store, stick: Path) -> None:
    place = second_place.choose(full_store.folder, stick)
    full_store.back_up()
    full_store.copy_to_second_place()
    second_place.forget(full_store.folder)
    assert second_place.second_place(full_store.folder) is None
    assert len(backup.found_in(place.own)) == 1
    new_store(full_store.folder.parent / "new").close()
