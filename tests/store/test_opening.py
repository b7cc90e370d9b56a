"""Opening a store: what is made, what is refused and why, and that a refusal changes nothing."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interview, interviews, opening, opportunity
from interview_coach.store.opening import FILE_NAME, LOCK_NAME, connect, open_store
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, check_file, dump
from tests.store.processes import (
    AS_ANYBODY,
    give_away,
    holding,
    namespace,
    open_to_anybody,
    output,
)
from tests.stores import Clock, new_store


def refused(folder: Path) -> str:
    """The trouble that opening ends with."""
    with pytest.raises(Trouble) as trouble:
        open_store(folder)
    return trouble.value.code


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file() and p.name != LOCK_NAME}


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The file of a store with something in it, cleanly closed."""
    new_store(tmp_path / "data", sample=True).close()
    return tmp_path / "data" / FILE_NAME


def test_a_new_store_is_made_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "deep"
    stages: list[str] = []
    opened = open_store(folder, stages.append)
    assert opened.fresh
    assert stages == ["lock", "check", "open"]
    store = Store(opened, Clock())
    key = store.do(opportunity.add_opportunity, OpportunityDraft("Acme", "Tester"))
    store.close()
    again = open_store(folder)
    assert not again.fresh
    store = Store(again, Clock())
    assert store.ask(opportunity.opportunity_head, key).company == "Acme"
    check_derived(store)
    store.close()
    check_file(folder / FILE_NAME)


def test_durability_is_as_promised(store: Store) -> None:
    def pragma(name: str) -> object:
        return store._writer.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("secure_delete") == 1
    assert pragma("trusted_schema") == 0
    assert pragma("busy_timeout") == 3000
    assert tuple(map(int, dbapi2.sqlite_version.split("."))) > (3, 51, 2)


def test_a_store_is_open_once(closed: Path) -> None:
    with holding(closed.parent) as process:
        assert refused(closed.parent) == "in_use"
        before = content(closed.parent)
        assert refused(closed.parent) == "in_use"
        assert content(closed.parent) == before
        process.kill()
        process.wait()
        # The lock goes with its process, and what it had done is there.
        store = Store(open_store(closed.parent), Clock())
        assert "Held" in store.ask(interviews.known_names).companies
        check_derived(store)
        store.close()
    check_file(closed)


def test_a_store_is_open_once_in_one_process_too(closed: Path) -> None:
    store = Store(open_store(closed.parent), Clock())
    assert refused(closed.parent) == "in_use"
    store.close()
    Store(open_store(closed.parent), Clock()).close()


@pytest.mark.parametrize(
    "made", [b"", b"not a database at all, whatever its name says" * 40, b"SQLite format 3\0"]
)
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, made: bytes) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(made)
    assert refused(folder) == "not_a_store"
    assert content(folder) == {FILE_NAME: made}
    assert not (folder / backup.FOLDER).exists()


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data" / FILE_NAME).mkdir(parents=True)
    assert refused(tmp_path / "data") == "not_a_store"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    raw = dbapi2.connect(str(folder / FILE_NAME))
    raw.executescript("PRAGMA application_id=77; CREATE TABLE theirs(x);")
    raw.close()
    before = content(folder)
    assert refused(folder) == "not_a_store"
    assert content(folder) == before


def test_a_newer_schema_is_refused(closed: Path) -> None:
    raw = connect(closed)
    raw.execute(f"PRAGMA user_version={opening.SCHEMA + 1}")
    raw.close()
    before = content(closed.parent)
    assert refused(closed.parent) == "newer"
    assert content(closed.parent) == before


def test_a_damaged_header_is_refused(closed: Path) -> None:
    with closed.open("r+b") as file:
        file.write(b"X" * 100)
    before = content(closed.parent)
    assert refused(closed.parent) == "not_a_store"
    assert content(closed.parent) == before


def weak_spot(path: Path) -> tuple[int, int]:
    """Where a table's first page begins in the file, and how long it is."""
    raw = connect(path)
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'prep_item'").fetchone()[0]
    raw.close()
    return (page - 1) * size, size


def damage(path: Path, spot: tuple[int, int]) -> None:
    """Overwrite the inside of the file."""
    with path.open("r+b") as file:
        file.seek(spot[0])
        file.write(b"\x0d" + b"\xff" * (spot[1] - 1))


def test_after_an_unclean_stop_the_file_is_checked(closed: Path) -> None:
    spot = weak_spot(closed)
    with holding(closed.parent):
        pass  # killed with the store open
    assert closed.with_name(closed.name + "-wal").stat().st_size > 0
    damage(closed, spot)
    before = closed.read_bytes()
    assert refused(closed.parent) == "damaged"
    assert closed.read_bytes() == before
    assert backup.found(closed.parent) == ()


def test_after_an_unclean_stop_a_sound_file_opens_with_all_that_was_done(closed: Path) -> None:
    with holding(closed.parent):
        pass
    store = Store(open_store(closed.parent), Clock())
    assert "Held" in store.ask(interviews.known_names).companies
    check_derived(store)
    store.close()


def test_a_check_finds_damage_while_the_store_is_open(closed: Path) -> None:
    store = Store(open_store(closed.parent), Clock())
    store.check()
    store.close()
    damage(closed, weak_spot(closed))
    store = Store(open_store(closed.parent), Clock())
    with pytest.raises(Trouble) as trouble:
        store.check()
    assert trouble.value.code == "damaged"
    store.close()


def test_a_refusal_frees_the_folder(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(b"")
    assert refused(closed.parent) == "not_a_store"
    closed.write_bytes(whole)
    Store(open_store(closed.parent), Clock()).close()


def test_the_log_of_a_lost_store_is_not_played_into_a_new_one(closed: Path) -> None:
    with holding(closed.parent):
        pass
    closed.unlink()
    store = Store(open_store(closed.parent), Clock())
    assert store.fresh
    assert store.ask(interviews.known_names).companies == ()
    assert all(not rows for rows in dump(store).values())
    store.close()
    check_file(closed)


def test_a_link_to_a_drive_that_is_not_there_is_no_reason_to_begin_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).symlink_to(tmp_path / "drive" / FILE_NAME)
    assert refused(folder) == "gone"
    assert (folder / FILE_NAME).is_symlink()


def test_half_a_new_store_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / FILE_NAME).with_suffix(".new").write_bytes(b"half")
    opened = open_store(folder)
    assert opened.fresh
    Store(opened, Clock()).close()
    assert [p.name for p in folder.iterdir() if p.suffix == ".new"] == []


OPENS = """
try:
    Store(open_store(folder)).close()
    print("opened")
except Trouble as trouble:
    print(trouble.code)
"""


@pytest.mark.parametrize(
    ("place", "bits", "code"),
    [
        (".", 0o500, "not_allowed"),
        (FILE_NAME, 0o400, "read_only"),
        (FILE_NAME, 0o000, "not_allowed"),
        (LOCK_NAME, 0o400, "not_allowed"),
        (".", 0o700, "opened"),
    ],
)
def test_without_permission_it_says_so(place: str, bits: int, code: str) -> None:
    with open_to_anybody() as folder:
        new_store(folder / "data", sample=True).close()
        give_away(folder)
        before = content(folder / "data")
        (folder / "data" / place).chmod(bits)
        assert output(AS_ANYBODY + OPENS, folder / "data") == code
        (folder / "data").chmod(0o700)
        (folder / "data" / FILE_NAME).chmod(0o600)
        if code != "opened":
            assert content(folder / "data") == before


def test_a_folder_that_may_not_be_made_says_so() -> None:
    with open_to_anybody() as folder:
        (folder / "closed").mkdir(mode=0o500)
        give_away(folder)
        assert output(AS_ANYBODY + OPENS, folder / "closed" / "data") == "not_allowed"


READ_ONLY_DISK = """
import subprocess, sys
subprocess.run(["mount", "--bind", "-o", "ro", sys.argv[1], sys.argv[1]], check=True)
from pathlib import Path
from interview_coach.domain.trouble import Trouble
from interview_coach.store.opening import open_store
try:
    open_store(Path(sys.argv[1]))
except Trouble as trouble:
    print(trouble.code)
"""


def test_a_read_only_disk_says_so(closed: Path) -> None:
    if not namespace():
        return  # no mounts for this user here; the permissions above are tried everywhere
    code = output(READ_ONLY_DISK, closed.parent, prefix=namespace())
    assert code == "read_only"


ONE_LIBRARY = """
import sys
from pathlib import Path
from interview_coach.store import document, interviews, timeline
from interview_coach.store.opening import open_store
from interview_coach.store.sample import load_sample
from interview_coach.store.store import Store
from interview_coach.domain.timeline import Filters
store = Store(open_store(Path(sys.argv[1])))
store.do(load_sample, store.clock().date())
store.ask(interviews.interview_list, "pipeline")
store.ask(timeline.keys, Filters(query="pipeline"))
store.ask(document.everything)
store.back_up()
store.rest()
store.close()
print(sorted(name for name in sys.modules if "QtSql" in name or name.split(".")[0] in ("sqlite3", "_sqlite3", "pysqlite3")))
maps = Path("/proc/self/maps")
lines = maps.read_text().splitlines() if maps.exists() else []
files = {line.split()[-1] for line in lines if "sqlite" in line.split("/")[-1]}
print(sorted(file for file in files if "sqlcipher3" not in file))
"""


def test_no_other_sqlite_library_is_in_the_process(tmp_path: Path) -> None:
    modules, libraries = output(ONE_LIBRARY, tmp_path / "data").splitlines()
    assert modules == "[]"
    assert libraries == "[]"


def test_another_program_that_is_writing_makes_it_busy(store: Store) -> None:
    store._writer.execute("PRAGMA busy_timeout=1")
    other = connect(store.path)
    other.execute("BEGIN IMMEDIATE")
    draft = OpportunityDraft("Acme", "Tester")
    for run in (
        lambda: store.do(opportunity.add_opportunity, draft),
        lambda: store.scribble("notes", "x"),
    ):
        with pytest.raises(Trouble) as trouble:
            run()
        assert trouble.value.code == "busy"
    # Reading goes on meanwhile.
    assert store.ask(interviews.known_names).companies == ()
    other.execute("ROLLBACK")
    store.do(opportunity.add_opportunity, draft)
    other.close()


def test_damage_met_on_the_way_is_said(closed: Path) -> None:
    damage(closed, weak_spot(closed))
    store = Store(open_store(closed.parent), Clock())
    held = store.ask(interviews.known_names)
    assert held.companies
    with pytest.raises(Trouble) as trouble:
        store.ask(interviews.interview_list)
    assert trouble.value.code == "damaged"
    item = store._raw_reader.execute("SELECT interview_id FROM review").fetchone()[0]
    with pytest.raises(Trouble) as trouble:
        store.do(interview.delete_interview, item)
    assert trouble.value.code == "damaged"
    assert store.can().undo is None
    store.close()
