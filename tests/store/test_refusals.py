"""Opening trouble: each kind has its own code and words, and leaves the folder as it was, byte by byte."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from interview_coach.domain.trouble import Trouble
from interview_coach.store import drives
from interview_coach.store.opening import FILE_NAME, LOCK_NAME, SCHEMA, connect, open_store
from interview_coach.store.store import Store
from interview_coach.ui import words
from tests.store.processes import (
    AS_ANYBODY,
    NOBODY,
    give_away,
    holding,
    namespace,
    open_to_anybody,
    output,
    run,
)
from tests.stores import Clock, new_store

Spoil = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a store that was cleanly closed, and one backup."""
    store = new_store(tmp_path / "data", sample=True)
    store.back_up()
    store.close()
    return tmp_path / "data"


def content(folder: Path) -> dict[str, tuple[object, ...]]:
    """Everything in a folder: names, kinds, bytes, modes and times of change."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted(folder.rglob("*")):
        told = path.lstat()
        what = (
            str(path.readlink())
            if path.is_symlink()
            else path.read_bytes()
            if path.is_file()
            else b""
        )
        # The lock and the memory that connections share hold nothing of the person's.
        times = 0 if path.name == LOCK_NAME or path.is_dir() else told.st_mtime_ns
        if not path.name.endswith("-shm"):
            found[str(path.relative_to(folder))] = (told.st_mode, times, what)
    return found


def refused(folder: Path) -> str:
    """The code that opening ends with; twice, and nothing is touched."""
    before = content(folder)
    codes = set()
    for _ in range(2):
        with pytest.raises(Trouble) as trouble:
            open_store(folder)
        codes.add(trouble.value.code)
        assert content(folder) == before
        sentence = words.trouble(trouble.value)
        assert sentence.title
        assert sentence.text
        assert "{" not in sentence.text
    (code,) = codes
    return code


def raw_change(sql: str) -> Spoil:
    def change(folder: Path) -> None:
        raw = connect(folder / FILE_NAME)
        raw.executescript(sql)
        raw.close()

    return change


def write(content_: bytes) -> Spoil:
    return lambda folder: (folder / FILE_NAME).write_bytes(content_)


def unclean_and_damaged(folder: Path) -> None:
    raw = connect(folder / FILE_NAME)
    page = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'prep_item'").fetchone()[0]
    raw.close()
    with holding(folder):
        pass
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\x0d" + b"\xff" * 4095)


def damaged_schema(folder: Path) -> None:
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 500)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (raw_change(f"PRAGMA user_version={SCHEMA + 1}"), "newer"),
        (unclean_and_damaged, "damaged"),
        (damaged_schema, "damaged"),
        (raw_change("UPDATE alembic_version SET version_num = '999'"), "half_migrated"),
        (raw_change("DELETE FROM alembic_version"), "half_migrated"),
        (raw_change("CREATE TABLE _alembic_tmp_review(id TEXT)"), "half_migrated"),
        (write(b"Dear Sir or Madam, " * 500), "not_a_store"),
        (write(b""), "not_a_store"),
        (write(b"SQLite format 3\0"), "not_a_store"),
        (raw_change("PRAGMA application_id=77"), "not_a_store"),
        (lambda folder: (folder / FILE_NAME).unlink(), "lost"),
    ],
    ids=["newer", "damaged", "schema", "half", "half-unnamed", "half-table", "letter", "empty", "short", "theirs", "lost"],
)  # fmt: skip
@pytest.mark.parametrize("locked_before", [True, False])
def test_each_trouble_is_told_and_touches_nothing(
    folder: Path, spoil: Spoil, code: str, locked_before: bool
) -> None:
    spoil(folder)
    if not locked_before:
        (folder / LOCK_NAME).unlink()
        before = set(content(folder))
        with pytest.raises(Trouble):
            open_store(folder)
        if code in {"newer", "not_a_store"}:
            assert set(content(folder)) == before, "not even a lock was made"
        (folder / LOCK_NAME).touch(mode=0o600)
    assert refused(folder) == code


def test_each_trouble_of_opening_has_its_own_sentence() -> None:
    codes = [
        *("newer", "damaged", "half_migrated", "not_a_store", "read_only", "no_space", "gone"),
        *("lost", "busy", "in_use", "no_locks", "link", "owner", "not_allowed", "broken_migration"),
    ]
    told = [words.trouble(Trouble(code, target="x")) for code in codes]
    assert len({sentence.title for sentence in told}) == len(codes)
    assert len({sentence.text for sentence in told}) == len(codes)


def test_a_new_store_is_begun_beside_old_backups_only_when_asked(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    assert refused(folder) == "lost"
    opened = open_store(folder, anew=True)
    assert opened.fresh
    Store(opened, Clock()).close()


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_a_link_is_refused_and_where_it_leads_untouched(
    folder: Path, tmp_path: Path, ending: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / f"{FILE_NAME}{ending}"
    if ending:
        target.write_bytes(b"somebody's")
    else:
        (folder / FILE_NAME).rename(target)
    (folder / f"{FILE_NAME}{ending}").symlink_to(target)
    before = content(elsewhere)
    with pytest.raises(Trouble) as trouble:
        open_store(folder)
    assert trouble.value.args_["target"] == str(target)
    assert refused(folder) == "link"
    assert content(elsewhere) == before


def test_a_link_into_nothing_is_a_folder_that_is_gone(folder: Path, tmp_path: Path) -> None:
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).symlink_to(tmp_path / "drive" / FILE_NAME)
    assert refused(folder) == "gone"
    unplugged = tmp_path / "data-on-a-stick"
    unplugged.symlink_to(tmp_path / "stick" / "data")
    with pytest.raises(Trouble) as trouble:
        open_store(unplugged)
    assert trouble.value.code == "gone"
    assert not (tmp_path / "stick").exists()


def test_what_belongs_to_another_user_is_refused(folder: Path) -> None:
    if os.getuid() != 0:
        return  # only root can give a file away
    os.chown(folder / FILE_NAME, NOBODY, NOBODY)
    assert refused(folder) == "owner"
    os.chown(folder / FILE_NAME, 0, 0)
    os.chown(folder, NOBODY, NOBODY)
    assert refused(folder) == "owner"
    os.chown(folder, 0, 0)
    Store(open_store(folder), Clock()).close()


OPENS = """
try:
    Store(open_store(folder)).close()
    print("opened")
except Trouble as trouble:
    print(trouble.code)
"""


@pytest.mark.parametrize(("bits", "code"), [(0o400, "read_only"), (0o000, "not_allowed")])
def test_a_file_without_permission_is_refused(bits: int, code: str) -> None:
    with open_to_anybody() as base:
        new_store(base / "data", sample=True).close()
        give_away(base)
        (base / "data" / FILE_NAME).chmod(bits)
        before = content(base / "data")
        assert output(AS_ANYBODY + OPENS, base / "data") == code
        assert content(base / "data") == before


MOUNTED = """
import subprocess, sys
from pathlib import Path
folder, how = Path(sys.argv[1]), sys.argv[2]
def sh(*words): subprocess.run(words, check=True)
if how == "read-only":
    sh("mount", "--bind", "-o", "ro", str(folder), str(folder))
else:
    sh("mount", "-t", "tmpfs", "-o", "size=1m", "none", "/mnt")
    (Path("/mnt") / "interview-coach.db").write_bytes((folder / "interview-coach.db").read_bytes())
    folder = Path("/mnt")
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 512)
        except OSError:
            pass
from interview_coach.domain.trouble import Trouble
from interview_coach.store.opening import open_store
def look():
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.suffix == ".db"}
before = look()
try:
    open_store(folder)
except Trouble as trouble:
    print(trouble.code, look() == before, sorted(p.name for p in folder.iterdir() if p.name != "interview-coach.lock"))
"""


@pytest.mark.parametrize(("how", "code"), [("read-only", "read_only"), ("full", "no_space")])
def test_a_read_only_and_a_full_disk_are_told(tmp_path: Path, how: str, code: str) -> None:
    if not namespace():
        return  # no mounts for this user here
    new_store(tmp_path / "data").close()
    told = output(MOUNTED, tmp_path / "data", how, prefix=namespace())
    assert told.startswith(f"{code} True"), told
    assert told.endswith("['filler', 'interview-coach.db']") or how == "read-only"


def test_a_program_that_keeps_the_file_to_itself_makes_it_busy(folder: Path) -> None:
    script = (
        "import sys\nfrom interview_coach.store.opening import connect\nfrom pathlib import Path\n"
        "raw = connect(Path(sys.argv[1]))\nraw.execute('PRAGMA locking_mode=EXCLUSIVE')\n"
        "raw.execute('BEGIN EXCLUSIVE')\n"
        "from interview_coach.store.opening import open_store\n"
        "from interview_coach.domain.trouble import Trouble\n"
        "import subprocess\n"
        "print(subprocess.run([sys.executable, '-c', sys.argv[2], sys.argv[3]], capture_output=True, text=True).stdout)\n"
    )
    before = content(folder)
    told = output(script, folder / FILE_NAME, AS_ANYBODY.split("if os")[0] + OPENS, folder)
    assert told == "busy"
    after = content(folder)
    assert {k: v[2] for k, v in after.items() if k.endswith(".db")} == {
        k: v[2] for k, v in before.items() if k.endswith(".db")
    }


# --- locks that do nothing ------------------------------------------------------------------------


def test_locks_work_on_this_drive(tmp_path: Path) -> None:
    assert drives.locks_work(tmp_path / "lock")
    assert drives.locks_work(tmp_path / "lock"), "asked again"


def test_a_drive_that_grants_every_lock_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sys.platform.startswith("linux"):
        return
    monkeypatch.setattr(fcntl, "fcntl", lambda _fd, _what, lock: lock)
    assert refused(folder) == "no_locks"


@pytest.mark.parametrize("number", ["ENOLCK", "EOPNOTSUPP", "ENOSYS"])
def test_a_drive_that_has_no_locks_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    if not sys.platform.startswith("linux"):
        return
    import errno

    def refuse(*_args: object) -> None:
        raise OSError(getattr(errno, number), "no locks here")

    monkeypatch.setattr(fcntl, "fcntl", refuse)
    assert refused(folder) == "no_locks"


def test_a_process_whose_locks_are_granted_by_nobody_is_refused(folder: Path) -> None:
    """As a network drive without a lock service does it: the call succeeds and nothing is locked."""
    before = content(folder)
    prefix = (
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=fcntl",
        "-e",
        "inject=fcntl:retval=0",
        "-o",
        os.devnull,
    )
    try:
        if run("print('on')", prefix=prefix).stdout.strip() != "on":
            return  # not permitted here
    except OSError:
        return  # no strace here
    done = run(AS_ANYBODY.split("if os")[0] + OPENS, folder, prefix=prefix)
    assert done.stdout.strip() in {"no_locks", ""}, done.stderr
    if done.stdout.strip():
        assert content(folder) == before


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "ext4"), ("/srv/me/data", "ext4"), ("/net/share/data", "nfs4"), ("/net/shared", "ext4"),
        ("/media/my stick/data", "vfat"), ("/net/share/local/data", "tmpfs"),
    ],
)  # fmt: skip
def test_the_kind_of_a_drive_is_read_from_what_is_mounted(
    tmp_path: Path, path: str, kind: str
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "40 22 0:44 / /net/share rw - nfs4 server:/share rw\n"
        "41 40 0:45 / /net/share/local rw - tmpfs none rw\n"
        "42 22 8:17 / /media/my\\040stick rw - vfat /dev/sdb1 rw\n"
        "a line that nobody understands\n",
        encoding="utf-8",
    )
    assert drives.kind_of(Path(path), mounts) == kind
    assert drives.kind_of(Path(path), tmp_path / "none") == ""
