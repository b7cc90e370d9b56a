"""Bits turned over in header, pages and log, and files cut short: refused in words, or opened with what is right.

A plain SQLite file has no checksums, so that a changed letter or number need not show. What the program's own
check finds counts as survived, as it is told and no backup is made of it. What nothing finds is counted in the table as
not seen, and never as survived; a note beside each backup lets it be seen there. In the log each page has a checksum:
only harm to the last transaction looks just like a write that a power cut tore, and is opened without it.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2

from interview_coach.domain.trouble import Trouble
from interview_coach.store import examining
from interview_coach.store.log_file import FRAME_HEAD, HEAD
from interview_coach.store.opening import FILE_NAME, connect, open_store
from interview_coach.store.store import Store
from tests.faults.digests import digest_of
from tests.faults.forks import Child, Line
from tests.faults.ground import Size, place
from tests.faults.judge import Script
from tests.faults.script import Session, play
from tests.faults.tally import Lost, Tally
from tests.store.small import small_store
from tests.stores import Clock

STEPS = range(8)
HEADER = 100
LOG = f"{FILE_NAME}-wal"
# What opening may say to a file that was harmed.
SAID = frozenset(
    {"damaged", "not_a_store", "newer", "disk_error", "older", "gone", "half_migrated"}
)
RIGHT, REFUSED, FOUND = "right", "refused", "found by the check"
EARLIER, UNSEEN = "opened earlier", "not seen"
Harm = Callable[[bytearray, Random], None]


class Files:
    """A store that was closed, and one whose program was killed with its last deeds in the log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        small_store(folder / "start").close()
        self.script = Script(folder / "start", 7)
        labels = self.script.learn(len(STEPS))
        done = [number for number in STEPS if labels[number]]
        self.digests = [self.script.after(done[:count]) for count in range(len(done) + 1)]
        self.closed = self._left("closed", kill=False)
        self.killed = self._left("killed", kill=True)

    def _left(self, name: str, *, kill: bool) -> Path:
        data = self.script.fresh(self.folder / name)

        def plays(line: Line) -> None:
            session = Session(data, self.script.seed)
            play(session, STEPS, line)
            if not kill:
                session.store.close()

        with Child(plays) as child:
            child.rest()
            assert child.reap() == 0
        for path in (*data.glob("*-shm"), *data.glob("*.lock")):
            path.unlink()
        return data

    def last_deed_in_log(self) -> int:
        """Where the last transaction in the log begins."""
        data = (self.killed / LOG).read_bytes()
        frame = FRAME_HEAD + int.from_bytes(data[8:12], "big")
        places = range(HEAD, len(data), frame)
        ends = [at + frame for at in places if data[at + 4 : at + 8] != bytes(4)]
        return ends[-2]


def run(size: Size) -> list[Tally]:
    """Harm closed stores and killed ones, in one place each time."""
    with place() as folder:
        files = Files(folder)
        closed, killed, last = files.closed, files.killed, files.last_deed_in_log()
        frame = FRAME_HEAD + 4096
        return [
            _harm(
                files, closed, FILE_NAME, "bits of the header", _bit(0, HEADER), size.of(400, 30)
            ),
            _harm(files, closed, FILE_NAME, "bits of the pages", _bit(HEADER), size.of(600, 40)),
            _harm(
                files, killed, FILE_NAME, "bits of the pages under a log", _bit(0), size.of(200, 15)
            ),
            _harm(files, killed, LOG, "bits of the log's head", _bit(0, HEAD), size.of(200, 15)),
            _harm(
                files, killed, LOG, "bits of the log", _bit(HEAD, last - frame), size.of(400, 30)
            ),
            _harm(
                files, killed, LOG, "bits of the last deed in the log", _bit(last), size.of(100, 10)
            ),
            _harm(files, closed, FILE_NAME, "the file cut short", _cut, size.of(100, 10)),
            _harm(files, killed, LOG, "the log cut short", _cut, size.of(100, 10)),
        ]


def _bit(begin: int, end: int | None = None) -> Harm:
    def turn(data: bytearray, chance: Random) -> None:
        data[chance.randrange(begin, end or len(data))] ^= 1 << chance.randrange(8)

    return turn


def _cut(data: bytearray, chance: Random) -> None:
    del data[chance.randrange(len(data)) :]


def _harm(files: Files, start: Path, name: str, what: str, harm: Harm, times: int) -> Tally:
    tally, ends = Tally(f"harm: {what}"), Counter[str]()
    chance = Random(what)
    data = files.folder / "data"
    for trial in range(times):
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(start, data)
        content = bytearray((data / name).read_bytes())
        harm(content, chance)
        (data / name).write_bytes(content)
        try:
            end = _end(files, data)
        except Lost as lost:
            tally.lost(f"{what}, trial {trial}: {lost}")
            continue
        ends[end] += 1
        tally.tried += 1
        # The log's last deed cannot be told from a torn write, nor what is cut off from what never was.
        earlier_is_well = name == LOG and ("last" in what or "short" in what)
        if end == EARLIER and not earlier_is_well:
            tally.losses.append(
                f"{what}, trial {trial}: opened without the last deeds, and said nothing"
            )
        elif end in {RIGHT, REFUSED, FOUND}:
            tally.survived += 1
    tally.remark = ", ".join(f"{count} {end}" for end, count in sorted(ends.items()))
    if ends[EARLIER]:
        tally.remark += ": whole, without the last deeds, as after a write that never came about"
    return tally


def _end(files: Files, data: Path) -> str:
    """What becomes of a harmed store. Raises `Lost` when the program does not know what to say."""
    before = _bytes(data)
    try:
        store = Store(open_store(data), Clock())
    except Trouble as trouble:
        if trouble.code not in SAID:
            raise Lost(f"said {trouble.code}") from trouble
        if trouble.code == "damaged" and _bytes(data) != before:
            raise Lost("refused, and touched") from trouble
        return REFUSED
    except Exception as error:
        raise Lost(f"opening crashed: {error!r}") from error
    try:
        found = digest_of(store._raw_reader)
    except (dbapi2.DatabaseError, ValueError, UnicodeDecodeError):
        found = ""
    finally:
        store.close()
    if found == files.digests[-1]:
        return RIGHT
    if _is_found(data):
        return FOUND
    return EARLIER if found in files.digests else UNSEEN


def _bytes(data: Path) -> dict[str, bytes]:
    """The store and its log as they lie there."""
    return {
        path.name: path.read_bytes()
        for path in sorted(data.glob(f"{FILE_NAME}*"))
        if path.suffix != ".db-shm"
    }


def _is_found(data: Path) -> bool:
    """Whether the program's own check says that something is wrong."""
    raw = connect(data / FILE_NAME)
    try:
        return bool(examining.examine(raw, data).findings)
    except (Trouble, dbapi2.DatabaseError):
        return True
    finally:
        raw.close()
