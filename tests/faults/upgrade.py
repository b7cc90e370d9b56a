"""Stores that are made anew or upgraded: killed at each statement, and broken at each call."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, migrating, opening
from interview_coach.store.opening import FILE_NAME, connect, open_store
from tests.faults.forks import Line
from tests.faults.ground import Size, Work, place
from tests.faults.judge import opened
from tests.faults.statements import at_each_statement
from tests.faults.tally import Lost, Tally
from tests.store import revisions
from tests.store.dumps import check_file
from tests.stores import new_store
from tests.upgrades.saving import make, saved

OLDEST = 1
assert migrating.SCRIPTS  # imported before anything is counted


class Upgrade:
    """The oldest released store, with a backup beside it, and what a sound upgrade makes of it."""

    def __init__(self, folder: Path) -> None:
        self.start = folder / "old"
        self.start.mkdir()
        make(saved(OLDEST).read_text(encoding="utf-8"), self.start / FILE_NAME)
        self.prepare(folder / "whole")
        self.wanted = opened(folder / "whole")

    def prepare(self, folder: Path) -> None:
        """The old store, closed."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start, folder)

    def judge(self, folder: Path, said: list[list[str]]) -> None:
        """Raise `Lost` unless it opens upgraded, with all in it, and the old one lies in a whole backup."""
        no_crash(said)
        if _revision(folder / FILE_NAME) not in {OLDEST, opening.SCHEMA}:
            raise Lost("half an upgrade")
        if opened(folder) != self.wanted:
            raise Lost("the upgraded store is not what it should be")
        kept = backup.found(folder)
        for one in kept:
            check_file(one.path)
        if not any(_revision(one.path) == OLDEST for one in kept):
            raise Lost("no backup of the store as it was")


def no_crash(said: list[list[str]]) -> None:
    """Raise `Lost` when something was raised that is no known trouble."""
    for words in said:
        if words[0] == "crashed":
            raise Lost(" ".join(words))


def _revision(path: Path) -> int:
    raw = connect(path, "ro")
    try:
        return int(raw.execute("PRAGMA user_version").fetchone()[0])
    finally:
        raw.close()


@contextmanager
def next_revision(folder: Path) -> Iterator[None]:
    """Let the program know one revision more than it has, one that rebuilds tables."""
    patch = pytest.MonkeyPatch()
    revisions.with_next_revision(patch, folder)
    try:
        yield
    finally:
        patch.undo()


def opens(folder: Path, line: Line) -> None:
    """Open a store as the program does, and close it."""
    line.say("ready")
    line.wait()
    try:
        found = open_store(folder)
    except Trouble as trouble:
        line.say("told", trouble.code)
    else:
        line.say("opened")
        line.over()
        found.writer.close()
        found.reader.close()


def _no_folder(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _opens_empty(wanted: str, folder: Path, said: list[list[str]]) -> None:
    no_crash(said)
    if opened(folder) != wanted:
        raise Lost("not an empty store")


def all_of(folder: Path) -> list[Work]:
    """The making of a store, and the upgrade of the oldest one."""
    new_store(folder / "empty").close()
    wanted = opened(folder / "empty")
    upgrade = Upgrade(folder)
    return [
        Work("a new store", _no_folder, opens, partial(_opens_empty, wanted), 12),
        Work("a migration", upgrade.prepare, opens, upgrade.judge, 16),
    ]


def run(size: Size) -> list[Tally]:
    """Kill at each statement: the making of a store, and upgrades from the oldest schema to one more than there is."""
    with place() as folder:
        new_store(folder / "empty").close()
        wanted = opened(folder / "empty")
        making = Tally("SIGKILL at each statement of making a store")
        at_each_statement(
            making, Work("", _no_folder, opens, partial(_opens_empty, wanted), 10), folder, size
        )
        with next_revision(folder):
            upgrade = Upgrade(folder)
            tally = Tally("SIGKILL at each statement of a migration")
            at_each_statement(
                tally, Work("", upgrade.prepare, opens, upgrade.judge, 30), folder, size
            )
            tally.remark += f", schema {OLDEST} to {opening.SCHEMA}"
    return [making, tally]
