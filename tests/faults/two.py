"""Two processes on one folder: only one has it, the other is told so and changes nothing."""

from __future__ import annotations

import io
import shutil
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from random import Random

from interview_coach.app.commands.backup import COMMAND
from interview_coach.app.commands.frame import Call, attempt
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup
from interview_coach.store.opening import LOCK_NAME, open_store
from interview_coach.store.restoring import restore
from tests.faults.forks import Child, Line, in_child
from tests.faults.ground import Size, place
from tests.faults.judge import Heard, Script, opened
from tests.faults.script import Session, play
from tests.faults.tally import Lost, Tally
from tests.faults.upgrade import Upgrade
from tests.faults.works import no_half_backup
from tests.store.small import small_store
from tests.stores import NOW

STEPS = 24
AT_ONCE = 4


def run(size: Size) -> list[Tally]:
    """A second start beside a session, many starts at once, and backups from another process."""
    with place() as folder:
        small_store(folder / "start").close()
        script = Script(folder / "start", 5)
        script.learn(STEPS)
        return [
            _second_start(script, folder / "data", size),
            _second_start(script, folder / "data", size, lock_deleted=True),
            _backups_beside(script, folder / "data", size),
            *_at_once(folder, size),
        ]


def _second_start(script: Script, data: Path, size: Size, *, lock_deleted: bool = False) -> Tally:
    """Start and restore beside a session, kill the session, and start again at once."""
    tally = Tally("a second program while the first works, which is then killed")
    if lock_deleted:
        tally.fault += ", after its lock file was deleted"
    chance = Random(2)
    for trial in range(size.of(60, 8)):
        script.fresh(data)
        stops = chance.randrange(1, STEPS)
        heard = Heard()
        with Child(lambda line: play(Session(data, script.seed), range(STEPS), line)) as first:
            for words in first.lines():
                heard.note(words)
                if len(heard.begun) >= stops:
                    break
            if lock_deleted:
                (data / LOCK_NAME).unlink()
            told = in_child(lambda line: _intrudes(data, line))
            first.kill()
            for words in first.lines():
                heard.note(words)
            first.reap()
            # It may have come to its end before the other one started, and let go of the folder.
            if told != [["in_use"], ["in_use"]] and len(heard.begun) < STEPS:
                tally.lost(f"trial {trial}: the second was let in: {told}")
                continue
            try:
                script.judge(data, heard)
            except Lost as lost:
                tally.lost(f"trial {trial}: {lost}")
            else:
                tally.well()
    return tally


def _intrudes(data: Path, line: Line) -> None:
    """Try to open the folder, and to restore into it."""
    acts: list[Callable[[], object]] = [
        lambda: open_store(data),
        lambda: restore(data, data / "nothing.db", NOW),
    ]
    for act in acts:
        try:
            act()
        except Trouble as trouble:
            line.say(trouble.code)
        else:
            line.say("let in")


def _backups_beside(script: Script, data: Path, size: Size) -> Tally:
    """Let the command make backups while a session works, which may be killed as well."""
    tally = Tally("the command makes backups beside a session")
    chance = Random(3)
    for trial in range(size.of(30, 4)):
        script.fresh(data)
        heard = Heard()
        with (
            Child(lambda line: play(Session(data, script.seed), range(STEPS), line)) as first,
            Child(lambda line: _backs_up(data, line)) as second,
        ):
            stops = chance.randrange(STEPS // 2, STEPS)
            for words in first.lines():
                heard.note(words)
                if len(heard.begun) >= stops:
                    break
            (second if trial % 2 else first).kill()
            for words in first.lines():
                heard.note(words)
            first.reap()
            second.kill()
            second.reap()
        try:
            script.judge(data, heard)
            no_half_backup(data)
        except Lost as lost:
            tally.lost(f"trial {trial}: {lost}")
        else:
            tally.well()
    return tally


def _backs_up(data: Path, line: Line) -> None:
    while True:
        out, error = io.StringIO(), io.StringIO()
        status = attempt(COMMAND, Call(data, Namespace(), out, error))
        line.say("made" if status == 0 else "told")


def _at_once(folder: Path, size: Size) -> list[Tally]:
    """Let several start at the same moment, on a folder where there is something to be done first."""
    upgrade = Upgrade(folder)
    small_store(folder / "sound").close()
    sound = opened(shutil.copytree(folder / "sound", folder / "looked-at"))
    cases: list[tuple[str, Callable[[Path], object], str]] = [
        ("a folder without a store", lambda path: shutil.rmtree(path, ignore_errors=True), ""),
        ("a store to be upgraded", upgrade.prepare, upgrade.wanted),
        ("a store", lambda path: shutil.copytree(folder / "sound", path), sound),
    ]
    tallies = []
    for name, prepare, wanted in cases:
        tally = Tally(f"{AT_ONCE} starts at once on {name}")
        for trial in range(size.of(30, 4)):
            shutil.rmtree(folder / "data", ignore_errors=True)
            prepare(folder / "data")
            try:
                _race(folder / "data", wanted)
            except Lost as lost:
                tally.lost(f"trial {trial}: {lost}")
            else:
                tally.well()
        tallies.append(tally)
    return tallies


def _race(data: Path, wanted: str) -> None:
    def starts(line: Line) -> None:
        line.say("ready")
        line.wait()
        try:
            kept = open_store(data)
        except Trouble as trouble:
            line.say(trouble.code)
        else:
            line.say("opened")
            line.wait()
            assert kept.writer

    children = [Child(starts) for _ in range(AT_ONCE)]
    try:
        for child in children:
            child.until("ready")
        for child in children:
            child.go()
        answers = sorted(next(child.lines())[0] for child in children)
    finally:
        for child in children:
            child.kill()
            child.reap()
            child.close()
    if answers != sorted(["opened"] + ["in_use"] * (AT_ONCE - 1)):
        raise Lost(f"not one alone: {answers}")
    found = opened(data)
    if wanted and found != wanted:
        raise Lost("not what was there")
    for one in backup.found(data):
        if not backup.is_whole(one):
            raise Lost(f"half a backup: {one.path.name}")
