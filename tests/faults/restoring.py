"""Restoring a backup: broken at each call and each statement. Neither the old store nor the backup may be lost."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup
from interview_coach.store.opening import FILE_NAME
from interview_coach.store.restoring import restore
from tests.faults.forks import Line, in_child
from tests.faults.ground import Size, Work, place
from tests.faults.judge import opened
from tests.faults.script import Session, play
from tests.faults.statements import at_each_statement
from tests.faults.tally import Lost, Tally
from tests.faults.upgrade import no_crash
from tests.store.small import small_store
from tests.stores import NOW

STEPS = range(8)
HARM = b"\xff" * 4096


class Restore:
    """A store that has gone on since its backup, and the backup that is to be brought back."""

    def __init__(self, folder: Path, *, harmed: bool = False) -> None:
        self.start = folder / ("harmed" if harmed else "gone-on")
        self.harmed = harmed
        small_store(self.start).close()
        in_child(self._go_on)
        if harmed:
            with (self.start / FILE_NAME).open("r+b") as file:
                file.seek(len(HARM))
                file.write(HARM)
            self.bytes = (self.start / FILE_NAME).read_bytes()
            self.now = ""
        else:
            self.now = self._digest(self.start / FILE_NAME, folder / "looked-at")
        (self.source,) = backup.found(self.start)
        self.then = self._digest(self.source.path, folder / "looked-at")

    def _go_on(self, line: Line) -> None:
        session = Session(self.start, 0)
        session.store.back_up()
        play(session, STEPS, line)
        session.store.close()

    @staticmethod
    def _digest(store: Path, place: Path) -> str:
        """What a closed store or a backup holds when it is opened as the store."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        shutil.copyfile(store, place / FILE_NAME)
        return opened(place)

    def prepare(self, folder: Path) -> None:
        """Both, in a folder of their own."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start, folder)

    def work(self, folder: Path, line: Line) -> None:
        """Bring the backup back as the program does."""
        line.say("ready")
        line.wait()
        source = folder / backup.FOLDER / self.source.path.name
        try:
            restore(folder, source, NOW + timedelta(days=1))
        except Trouble as trouble:
            line.say("told", trouble.code)
        else:
            line.say("restored")
        line.over()

    def judge(self, folder: Path, said: list[list[str]]) -> None:
        """Raise `Lost` unless the store is the old one or the restored one, and what it is not is kept."""
        no_crash(said)
        looked_at = folder.with_name("looked-at")
        if self.harmed and self._untouched(folder):
            if ["restored"] in said:
                raise Lost("shown as restored, and is not")
            return
        found = opened(folder)
        if found not in {self.now, self.then}:
            raise Lost("neither the store as it was nor as it was restored")
        if ["restored"] in said and found != self.then:
            raise Lost("shown as restored, and is not")
        kept = {self._digest(one.path, looked_at) for one in backup.found(folder)}
        if self.then not in kept:
            raise Lost("the backup that was restored is gone")
        if self.harmed:
            if not any(
                p.read_bytes() == self.bytes for p in folder.glob("interview-coach-kept-*.db")
            ):
                raise Lost("the damaged store was not kept")
        elif found == self.then and self.now not in kept:
            raise Lost("what was there before the restore is gone")

    def _untouched(self, folder: Path) -> bool:
        """Whether the damaged store still stands under its name."""
        try:
            opened(folder)
        except Lost:
            path = folder / FILE_NAME
            return path.is_file() and path.read_bytes() == self.bytes
        return False


def all_of(folder: Path) -> list[Work]:
    """A restore over a sound store, and over a damaged one."""
    sound, harmed = Restore(folder), Restore(folder, harmed=True)
    return [
        Work("a restore", sound.prepare, sound.work, sound.judge, 14),
        Work("a restore over a damaged store", harmed.prepare, harmed.work, harmed.judge, 10),
    ]


def run(size: Size) -> list[Tally]:
    """Kill it at each statement."""
    tallies = []
    with place() as folder:
        for work in all_of(folder):
            tally = Tally(f"SIGKILL at each statement of {work.name}")
            at_each_statement(tally, work, folder, size)
            tallies.append(tally)
    return tallies
