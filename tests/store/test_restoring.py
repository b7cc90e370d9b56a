"""Restoring: the backup is the store, what was there is backed up, and a stop anywhere loses neither."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interviews, opportunity, swapping
from interview_coach.store.beside import open_beside
from interview_coach.store.opening import FILE_NAME, LOCK_NAME, SCHEMA, connect, open_store
from interview_coach.store.restoring import NEW_NAME, restore
from interview_coach.store.store import Store
from tests.store.dumps import Dump, check_derived, check_file, dump, dump_of
from tests.store.processes import holding, output, run
from tests.stores import NOW, Clock, new_store

LATER = OpportunityDraft("Later", "Tester")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def made(folder: Path) -> Path:
    """A backup of the sample data, after which something was done."""
    store = new_store(folder, sample=True)
    path = store.back_up()
    store.do(opportunity.add_opportunity, LATER)
    store.close()
    return path


def held(folder: Path) -> Dump:
    store = Store(open_store(folder), Clock())
    check_derived(store)
    found = dump(store)
    store.close()
    check_file(folder / FILE_NAME)
    return found


def held_by(path: Path) -> Dump:
    raw = connect(path, "ro")
    found = dump_of(raw)
    raw.close()
    return found


def companies(folder: Path) -> tuple[str, ...]:
    store = Store(open_store(folder), Clock())
    found = tuple(store.ask(interviews.known_names).companies)
    store.close()
    return found


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name not in {LOCK_NAME, backup.LOCK}
    }


def refused(folder: Path, source: Path) -> str:
    before = content(folder)
    with pytest.raises(Trouble) as trouble:
        restore(folder, source, NOW)
    assert content(folder) == before
    return trouble.value.code


def test_a_backup_is_the_store_again_and_what_was_there_a_backup(folder: Path, made: Path) -> None:
    now = held(folder)
    stages: list[str] = []
    restored = restore(folder, made, NOW, stages.append)
    assert stages == ["brought", "checked", "up to date", "kept", "swapped"]
    assert held(folder) == held_by(made)
    assert restored.kept is None
    assert restored.backup is not None
    assert held_by(restored.backup) == now
    assert backup.found(folder)[0].why == backup.BEFORE_RESTORE
    assert sorted(p.name for p in folder.iterdir()) == ["backups", FILE_NAME, LOCK_NAME]
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    # And back again.
    restore(folder, restored.backup, NOW)
    assert held(folder) == now


def test_into_an_empty_folder_it_is_the_store_of_a_new_computer(tmp_path: Path, made: Path) -> None:
    restored = restore(tmp_path / "new" / "computer", made, NOW)
    assert (restored.backup, restored.kept) == (None, None)
    assert held(tmp_path / "new" / "computer") == held_by(made)


def test_what_lies_in_the_log_is_backed_up_too_and_not_played_into_the_new_store(
    folder: Path, made: Path
) -> None:
    with holding(folder):
        pass
    assert (folder / f"{FILE_NAME}-wal").stat().st_size > 0
    restored = restore(folder, made, NOW)
    assert held(folder) == held_by(made)
    assert restored.backup is not None
    assert any("Held" in row for row in held_by(restored.backup)["company"])


def test_an_older_schema_is_brought_up(folder: Path, made: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    raw = connect(old, "rwc")
    raw.executescript(
        (Path(__file__).parents[1] / "upgrades" / "schema-0001.sql").read_text(encoding="utf-8")
    )
    raw.close()
    restore(folder, old, NOW)
    raw = connect(folder / FILE_NAME)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == SCHEMA
    assert raw.execute("SELECT count(*) FROM interview").fetchone()[0] > 0
    raw.close()
    held(folder)


def test_a_store_beyond_a_backup_is_kept_beside(folder: Path, made: Path) -> None:
    whole = (folder / FILE_NAME).read_bytes()
    broken = whole[:8192] + b"\xff" * 4096 + whole[12288:]
    (folder / FILE_NAME).write_bytes(broken)
    (folder / f"{FILE_NAME}-wal").write_bytes(b"a log of some kind")
    restored = restore(folder, made, NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == broken
    assert (
        restored.kept.with_name(restored.kept.name + "-wal").read_bytes() == b"a log of some kind"
    )
    assert held(folder) == held_by(made)


def test_a_file_of_nothing_is_kept_beside_as_well(folder: Path, made: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"")
    restored = restore(folder, made, NOW)
    assert restored.kept is not None
    assert restored.kept.read_bytes() == b""
    assert held(folder) == held_by(made)


def test_what_is_no_backup_is_refused(folder: Path, made: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_bytes(b"Dear Sir or Madam, " * 400)
    assert refused(folder, letter) == "not_a_backup"
    letter.write_bytes(b"")
    assert refused(folder, letter) == "not_a_backup"
    assert refused(folder, tmp_path / "nothing.db") == "backup_gone"
    theirs = tmp_path / "theirs.db"
    raw = connect(theirs, "rwc")
    raw.execute("CREATE TABLE theirs(x)")
    raw.close()
    assert refused(folder, theirs) == "not_a_backup"
    newer = tmp_path / "newer.db"
    newer.write_bytes(made.read_bytes())
    raw = connect(newer)
    raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    raw.close()
    assert refused(folder, newer) == "newer_backup"


def test_a_backup_with_one_flipped_bit_is_refused(folder: Path, made: Path) -> None:
    content_of = bytearray(made.read_bytes())
    content_of[len(content_of) // 2] ^= 4
    made.write_bytes(content_of)
    assert refused(folder, made) == "backup_damaged"


def test_a_damaged_backup_without_a_note_is_refused(
    folder: Path, made: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone.db"
    whole = made.read_bytes()
    alone.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    assert refused(folder, alone) == "backup_damaged"


def test_while_a_window_has_the_store_it_is_refused(folder: Path, made: Path) -> None:
    with holding(folder):
        with pytest.raises(Trouble) as trouble:
            restore(folder, made, NOW)
        assert trouble.value.code == "in_use"


def test_while_another_program_reads_along_it_is_refused(folder: Path, made: Path) -> None:
    raw = connect(folder / FILE_NAME)
    raw.execute("BEGIN")
    raw.execute("SELECT count(*) FROM company").fetchone()
    with pytest.raises(Trouble) as trouble:
        restore(folder, made, NOW)
    assert trouble.value.code == "busy"
    raw.execute("COMMIT")
    raw.close()
    assert "Later" in companies(folder)


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from interview_coach.store import swapping
from interview_coach.store.restoring import restore
folder, source, last = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
count = 0
def stop(event, args):
    # Before each thing that this process asks of the file system: the numbered one kills it.
    global count
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.truncate", "sqlite3.connect"):
        if not str(args[0]).startswith(str(folder)):
            return
        count += 1
        if str(count) == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(stop)
restore(folder, source, datetime(2026, 11, 22, 21, tzinfo=UTC), lambda stage: stage == last and os.kill(os.getpid(), signal.SIGKILL))
print(count)
"""


def tried(folder: Path, made: Path, whole: dict[str, bytes], last: object) -> str:
    """Restore from the same beginning, killed at one point; what the next opening finds."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for name, data in whole.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    done = run(KILLED, folder, made, last)
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    found = held(folder)
    # Either the one or the other, whole.
    was_new = found == held_by(made)
    if was_new:
        kept = [b.path for b in backup.found(folder) if b.why == backup.BEFORE_RESTORE]
        beside = list(folder.glob("interview-coach-kept-*.db"))
        assert kept or beside
        assert not kept or any("Later" in row for row in held_by(kept[0])["company"])
    assert not (folder / swapping.PLAN).exists()
    with open_beside(folder):
        pass
    return "new" if was_new else "old"


def test_killed_at_every_stage_it_is_the_old_or_the_new(folder: Path, made: Path) -> None:
    whole = content(folder)
    ends = {
        stage: tried(folder, made, whole, stage)
        for stage in ("brought", "checked", "up to date", "kept", "swapped")
    }
    assert ends == {"brought": "old", "checked": "old", "up to date": "old", "kept": "old", "swapped": "new"}  # fmt: skip


def test_killed_before_every_step_in_the_folder_it_is_the_old_or_the_new(
    folder: Path, made: Path
) -> None:
    whole = content(folder)
    steps = int(output(KILLED, folder, made, 0))
    assert steps > 20
    # Each of the last ones, in which the names change; of those before, some.
    points = sorted({*range(1, steps - 10, 7), *range(steps - 10, steps + 1)})
    ends = [tried(folder, made, whole, point) for point in points]
    assert set(ends) == {"old", "new"}
    assert ends == sorted(ends, reverse=True), "once it is the new one it stays so"


def test_a_damaged_store_is_kept_whenever_it_is_killed(folder: Path, made: Path) -> None:
    broken = (folder / FILE_NAME).read_bytes()
    broken = broken[:8192] + b"\xff" * 4096 + broken[12288:]
    new = folder / NEW_NAME
    aside = folder / "interview-coach-kept-x.db"

    def prepare() -> None:
        for path in folder.iterdir():
            if path.is_file():
                path.unlink()
        (folder / FILE_NAME).write_bytes(broken)
        (folder / f"{FILE_NAME}-wal").write_bytes(b"log")
        new.write_bytes(made.read_bytes())

    live = folder / FILE_NAME
    wal = folder / f"{FILE_NAME}-wal"
    for done in range(4):
        prepare()
        swapping.note_plan(new, live, aside)
        if done in {1, 2}:
            live.rename(aside)
        if done == 2:
            wal.rename(f"{aside}-wal")
        if done == 3:
            swapping.carry_out(new, live, aside)
        assert held(folder) == held_by(made)
        assert aside.read_bytes() == broken
        assert Path(f"{aside}-wal").read_bytes() == b"log"
        assert not new.exists()


@pytest.mark.parametrize("plan", [b"", b"{", b"[]", b'{"new": "x"}'])
def test_a_plan_that_nobody_can_read_stops_the_opening(
    folder: Path, made: Path, plan: bytes
) -> None:
    (folder / swapping.PLAN).write_bytes(plan)
    before = content(folder)
    with pytest.raises(Trouble) as trouble:
        open_store(folder)
    assert trouble.value.code == "damaged"
    assert content(folder) == before


def test_a_plan_reaches_nothing_outside_its_folder(folder: Path, made: Path) -> None:
    outside = folder.parent / "outside.db"
    outside.write_bytes(b"mine")
    (folder / swapping.PLAN).write_text(
        f'{{"new": "../outside.db", "live": "{FILE_NAME}", "aside": ""}}', encoding="utf-8"
    )
    assert "Later" in companies(folder)
    assert outside.read_bytes() == b"mine"
