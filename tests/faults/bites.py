"""Shows the suite a program that loses deeds, and tells what it says to each: it must see them all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interview_coach.store.opening import FILE_NAME
from tests.faults.forks import Line, in_child
from tests.faults.ground import no_strace, place
from tests.faults.judge import Heard, Script
from tests.faults.power import cut, session
from tests.faults.script import Session, play
from tests.faults.tally import Lost
from tests.store.small import small_store

SEED, STEPS = 1, 8


def _well(_script: Script, _data: Path) -> None:
    """Nothing is lost."""


def _shown_and_gone(script: Script, data: Path) -> None:
    script.fresh(data)


def _half_a_deed(_script: Script, data: Path) -> None:
    session = Session(data, SEED)
    session.store._writer.execute("UPDATE company SET name = name || '!'")
    session.store.rebuild_entries()
    session.store.close()


def _entries_left_behind(_script: Script, data: Path) -> None:
    session = Session(data, SEED)
    session.store._writer.execute("UPDATE company SET name = name || '!'")
    session.store.close()


def _no_store(_script: Script, data: Path) -> None:
    (data / FILE_NAME).write_bytes(b"no")


HARMS: tuple[Callable[[Script, Path], None], ...] = (
    _well, _shown_and_gone, _half_a_deed, _entries_left_behind, _no_store,
)  # fmt: skip


def said() -> dict[str, str]:
    """What the judge says to each harm; and how much a program loses that does not wait for the disk."""
    found = {}
    with place() as folder:
        small_store(folder / "start").close()
        script = Script(folder / "start", SEED)
        done = [number for number, label in enumerate(script.learn(STEPS)) if label]
        assert script.after(done) != script.after([]), "these steps undo each other: another seed"

        def plays(line: Line) -> None:
            session = Session(script.fresh(folder / "data"), SEED)
            play(session, range(STEPS), line)
            session.store.close()

        for harm in HARMS:
            heard = Heard.of(in_child(plays))
            harm(script, folder / "data")
            try:
                script.judge(folder / "data", heard)
                found[harm.__name__] = "well"
            except Lost as lost:
                found[harm.__name__] = str(lost)
        if not no_strace():
            found["unsynced"] = str(len(cut(session(folder, 1, "NORMAL"), folder, 25).losses))
    return found
