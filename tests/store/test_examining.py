"""The thorough check: silent on a sound store, and each kind of fault is found and counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from interview_coach.domain.examination import Examination, Fault
from interview_coach.store import backup
from interview_coach.store.examining import examine
from interview_coach.store.opening import FILE_NAME, SCHEMA, connect
from interview_coach.store.store import Store
from tests.store.small import small_store
from tests.stores import new_store


def examined(folder: Path) -> Examination:
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA query_only=ON")
    try:
        return examine(raw, folder)
    finally:
        raw.close()


def broken(folder: Path, change: Callable[[dbapi2.Connection], object]) -> Examination:
    """What the check finds after something was written past the store."""
    new_store(folder, sample=True).close()
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA ignore_check_constraints=ON")
    change(raw)
    raw.close()
    return examined(folder)


@pytest.mark.parametrize("kind", ["empty", "sample", "small"])
def test_a_sound_store_is_sound(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "data"
    store = small_store(folder) if kind == "small" else new_store(folder, sample=kind == "sample")
    found = examined(folder)
    store.close()
    assert found.findings == ()
    assert found.sound
    assert found.schema == SCHEMA
    assert (found.rows > 0) == (found.entries > 0) == (kind != "empty")
    assert not [p for p in (folder / backup.FOLDER).iterdir() if p.suffix == backup.HALF]


@pytest.mark.parametrize(
    ("sql", "fault", "table"),
    [
        ("UPDATE prep_item SET interview_id = 'nowhere' WHERE rowid = 1", Fault.REFERENCES, "prep_item"),
        ("UPDATE interview SET zone = 'Europe/Atlantis' WHERE rowid = 1", Fault.ROWS, "interview"),
        ("UPDATE interview SET start = 'soon' WHERE rowid = 1", Fault.ROWS, "interview"),
        ("UPDATE interview SET minutes = 999999 WHERE rowid = 1", Fault.ROWS, "interview"),
        ("UPDATE review SET changed_at = 'yesterday' WHERE rowid = 1", Fault.ROWS, "review"),
        ("UPDATE review SET forecast = 250 WHERE rowid = 1", Fault.ROWS, "review"),
        ("UPDATE asked SET text = x'00ff' WHERE rowid = 1", Fault.ROWS, "asked"),
        ("DELETE FROM entry WHERE key = (SELECT max(key) FROM entry)", Fault.ENTRIES, ""),
        ("UPDATE entry SET digest = 'other' WHERE key = (SELECT max(key) FROM entry)", Fault.ENTRIES, ""),
        ("INSERT INTO search(rowid, body) VALUES (1, 'stray words')", Fault.INDEX, ""),
    ],
)  # fmt: skip
def test_each_fault_is_found(tmp_path: Path, sql: str, fault: Fault, table: str) -> None:
    found = broken(tmp_path / "data", lambda raw: raw.execute(sql))
    assert not found.sound
    assert (fault, table) in {(one.fault, one.table) for one in found.findings}
    assert all(one.count >= 1 for one in found.findings)


def test_damaged_pages_are_a_finding_and_the_check_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    store = new_store(folder, sample=True)
    raw = store._writer
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'covered'").fetchone()[0]
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    raw.execute("UPDATE interview SET zone = 'Europe/Atlantis' WHERE rowid = 1")
    store.close()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x0d" + b"\xff" * (size - 1))
    before = (folder / FILE_NAME).read_bytes()
    found = examined(folder)
    assert Fault.PAGES in {one.fault for one in found.findings}
    assert Fault.REFERENCES in {one.fault for one in found.findings} or len(found.findings) > 1
    assert (folder / FILE_NAME).read_bytes() == before


def test_what_is_done_meanwhile_does_not_wait(full_store: Store) -> None:
    asked: list[int] = []

    def told(done: int, _total: int) -> None:
        asked.append(done)
        full_store.scribble("notes", f"{done}")

    raw = connect(full_store.path)
    assert examine(raw, full_store.folder, told).sound
    raw.close()
    assert asked == [0, 1, 2, 3, 4, 5]


def test_given_up_it_leaves_nothing_behind(full_store: Store) -> None:
    def told(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    raw = connect(full_store.path)
    with pytest.raises(KeyboardInterrupt):
        examine(raw, full_store.folder, told)
    raw.close()
    assert {p.name for p in (full_store.folder / backup.FOLDER).iterdir()} == {backup.LOCK}
