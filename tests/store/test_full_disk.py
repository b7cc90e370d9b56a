"""A full disk: the deed is refused whole, in a sentence, and works as soon as there is room."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, interviews, prep
from interview_coach.store.opening import FILE_NAME
from interview_coach.store.store import Store
from tests.store.dumps import check_derived, check_file, dump
from tests.store.processes import namespace, output
from tests.stores import new_store

DRAFT = InterviewDraft("Acme", "Tester", datetime(2026, 12, 1, 10), "Europe/Berlin")


def fill(store: Store) -> str:
    """Add rounds until there is no room; the code of the trouble."""
    for number in range(2000):
        before = dump(store), store.can()
        notes = f"{number} " + "full of words " * 400
        try:
            store.do(interview.add_interview, replace(DRAFT, title=f"No {number}", notes=notes))
        except Trouble as trouble:
            assert (dump(store), store.can()) == before
            return trouble.code
    return "never full"


def test_a_deed_without_room_leaves_nothing_behind(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data", sample=True)
    raw = store._writer
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={pages + 40}")  # SQLite says "full" just as on a full disk
    assert fill(store) == "no_space"
    item = store.ask(prep.checklist, store.ask(interviews.interview_list).upcoming[0].id).items[0]
    store.do(prep.note_rehearsal, item.id)  # what needs no room still works
    store.undo()
    raw.execute("PRAGMA max_page_count=1073741823")
    store.do(interview.add_interview, DRAFT)
    check_derived(store)
    store.close()
    check_file(tmp_path / "data" / FILE_NAME)


def test_typing_without_room_says_so(tmp_path: Path) -> None:
    store = new_store(tmp_path / "data")
    raw = store._writer
    store.scribble("notes", "as it was")
    raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(Trouble) as trouble:
        store.scribble("notes", "long " * 100_000)
    assert trouble.value.code == "no_space"
    assert store.scribbled() == {"notes": "as it was"}
    store.close()


# On a real full disk: a tmpfs of its own, filled up beside the store.
REALLY_FULL = """
import json, os, shutil, subprocess, sys
from pathlib import Path
place = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)], check=True)
import tests.conftest
from tests.store.test_full_disk import DRAFT, fill
from tests.store.dumps import check_derived, check_file, dump
from tests.stores import new_store
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, interview
from interview_coach.store.opening import FILE_NAME, open_store
from interview_coach.store.store import Store

said = {}
ballast = place / "ballast"
store = new_store(place / "data")
store.back_up()
ballast.write_bytes(bytes(500_000))
said["deed"] = fill(store)
before = dump(store)
try:
    for size in range(1000):
        store.scribble("notes", "x" * 4000 * size)
except Trouble as trouble:
    said["typing"] = trouble.code
try:
    store.back_up()
except Trouble as trouble:
    said["backup"] = trouble.code
said["backups"] = sorted(p.suffix for p in (place / "data" / backup.FOLDER).iterdir())
said["kept"] = dump(store) == before
ballast.unlink()
store.do(interview.add_interview, DRAFT)
check_derived(store)
before = dump(store)
store.close()
again = Store(open_store(place / "data"))
said["reopened"] = dump(again) == before
again.close()
check_file(place / "data" / FILE_NAME)

# Not even room to begin: nothing is left lying about, and it begins when there is.
handle = os.open(ballast, os.O_CREAT | os.O_WRONLY)
try:
    while True:
        os.write(handle, bytes(4096))
except OSError:
    os.close(handle)
try:
    open_store(place / "new")
except Trouble as trouble:
    said["fresh"] = trouble.code
said["left"] = sorted(p.name for p in (place / "new").glob("*.new*")) if (place / "new").exists() else []
shutil.rmtree(place / "data")
open_store(place / "new")
print(json.dumps(said))
"""


def test_a_really_full_disk(tmp_path: Path) -> None:
    if not namespace():
        return  # no disk of its own for this user here; SQLite's own limit is tried everywhere
    said = json.loads(output(REALLY_FULL, tmp_path, prefix=namespace()).splitlines()[-1])
    assert said == {
        "deed": "no_space",
        "typing": "no_space",
        "backup": "no_space",
        "backups": ["", ".db", ".json"],
        "kept": True,
        "reopened": True,
        "fresh": "no_space",
        "left": [],
    }
