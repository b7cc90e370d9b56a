"""The log that an unclean stop left: damage that would lose deeds is refused, a torn end is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import opportunity
from interview_coach.store.log_file import FRAME_HEAD, HEAD, require_whole
from interview_coach.store.opening import FILE_NAME, LONGEST_LOG, open_store
from interview_coach.store.store import Store
from tests.stores import Clock, new_store

DEEDS = 4


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """What lies in the folder of a program that was killed after some deeds."""
    store = new_store(tmp_path / "data")
    for number in range(DEEDS):
        store.do(opportunity.add_opportunity, OpportunityDraft("Acme", f"Tester {number}"))
    shutil.copytree(
        tmp_path / "data", tmp_path / "killed", ignore=shutil.ignore_patterns("*.lock", "*-shm")
    )
    store.close()
    return tmp_path / "killed"


def log_of(folder: Path) -> Path:
    return folder / f"{FILE_NAME}-wal"


def turn_over(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 4
    path.write_bytes(data)


def opened(folder: Path) -> int:
    """How many opportunities there are."""
    store = Store(open_store(folder), Clock())
    try:
        return int(store._raw_reader.execute("SELECT count(*) FROM opportunity").fetchone()[0])
    finally:
        store.close()


def ends(path: Path) -> list[int]:
    """Where each transaction in the log ends."""
    data = path.read_bytes()
    page = int.from_bytes(data[8:12], "big")
    places = range(HEAD, len(data), FRAME_HEAD + page)
    return [at + FRAME_HEAD + page for at in places if data[at + 4 : at + 8] != bytes(4)]


def test_a_whole_log_opens_with_every_deed(killed: Path) -> None:
    require_whole(log_of(killed))
    assert opened(killed) == DEEDS


@pytest.mark.parametrize("place", [0, 5, 17, 25, HEAD + 3, HEAD + 9, HEAD + 18, HEAD + 500])
def test_damage_before_other_deeds_is_refused_and_touches_nothing(killed: Path, place: int) -> None:
    log = log_of(killed)
    turn_over(log, place)
    before = log.read_bytes()
    with pytest.raises(Trouble) as trouble:
        open_store(killed)
    assert trouble.value.code == "damaged"
    assert log.read_bytes() == before


def test_damage_in_the_middle_is_refused(killed: Path) -> None:
    log = log_of(killed)
    turn_over(log, ends(log)[-3] + FRAME_HEAD + 70)
    with pytest.raises(Trouble) as trouble:
        open_store(killed)
    assert trouble.value.code == "damaged"


def test_a_torn_end_opens_with_the_deeds_before_it(killed: Path) -> None:
    log = log_of(killed)
    *_, last_but_one, last = ends(log)
    data = log.read_bytes()
    # As a power cut leaves it: a sector of the last transaction is what was there before, the rest is new.
    log.write_bytes(data[: last_but_one + 512] + b"\x2a" * 512 + data[last_but_one + 1024 : last])
    require_whole(log)
    assert opened(killed) == DEEDS - 1


def test_old_frames_after_the_end_are_no_damage(killed: Path) -> None:
    log = log_of(killed)
    data = log.read_bytes()
    first = ends(log)[0]
    # What an earlier turn of the log left behind: its salts are others.
    old = bytearray(data[HEAD:first])
    page = FRAME_HEAD + int.from_bytes(data[8:12], "big")
    for at in range(0, len(old), page):
        old[at + 8] ^= 1
    log.write_bytes(data + bytes(old) * 2)
    require_whole(log)
    assert opened(killed) == DEEDS


@pytest.mark.parametrize("size", [0, 7, HEAD])
def test_a_log_without_frames_is_no_damage(killed: Path, size: int) -> None:
    log = log_of(killed)
    log.write_bytes(log.read_bytes()[:size])
    require_whole(log)


def test_no_log_is_no_damage(tmp_path: Path) -> None:
    require_whole(tmp_path / "none")


def test_typing_that_never_rests_does_not_fill_the_disk(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data")
    size = 2_000_000
    for number in range(40):
        store.scribble("notes", chr(ord("a") + number % 26) * size)
    assert log_of(tmp_path / "data").stat().st_size < LONGEST_LOG * 4096 + 4 * size
    assert store.scribbled() == {"notes": "n" * size}
    store.close()
