"""What the program does on an open store that is broken at each of its calls: deeds, care, leaving, files out.

A run that fails goes on as a person would, with more deeds, and closes.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from interview_coach.domain.trouble import Trouble
from interview_coach.exchange.document import Refused, export, read
from interview_coach.store import backup, document
from interview_coach.store.opening import connect, open_store
from interview_coach.store.store import Store
from tests.faults.digests import digest_of
from tests.faults.forks import Line
from tests.faults.ground import Work
from tests.faults.judge import Heard, Script
from tests.faults.script import IMPORT, Over, Session, play
from tests.faults.tally import Lost
from tests.store.dumps import check_file
from tests.store.small import small_store
from tests.stores import NOW, Clock

EXPORTED = "everything.json"
BEFORE, AFTER = range(6), range(20, 24)
Act = Callable[[Session, Line], None]
Look = Callable[[Path], None]


def _deeds(session: Session, line: Line) -> None:
    play(session, range(6, 12), line)


def _rests(session: Session, line: Line) -> None:
    _tried(line, session.store.rest)


def _closes(session: Session, _line: Line) -> None:
    session.reopen()


def _backs_up(session: Session, line: Line) -> None:
    session.clock.forward(days=1)
    _tried(line, session.store.back_up)


def _exports(session: Session, line: Line) -> None:
    def out() -> None:
        with session.store.aside() as reader:
            schema, tables = document.everything(reader)
        export(session.folder / EXPORTED, schema, tables, NOW, "tests")

    _tried(line, out)


def _imports(session: Session, line: Line) -> None:
    play(session, [IMPORT], line)


def _tried(line: Line, act: Callable[[], object]) -> None:
    try:
        act()
    except Trouble as trouble:
        line.say("told", trouble.code)


def no_half_backup(folder: Path) -> None:
    """Every backup that goes by the name of one is whole."""
    for made in backup.found(folder):
        try:
            check_file(made.path)
            raw = connect(made.path, "ro")
            digest_of(raw)
            raw.close()
        except Exception as error:
            raise Lost(f"half a backup: {made.path.name}: {error!r}") from error


def _no_half_export(folder: Path) -> None:
    """What stands under the name is the old document or the new, whole."""
    try:
        read(folder / EXPORTED)
    except Refused as error:
        raise Lost(f"half an export: {error!r}") from error


def all_of(folder: Path) -> list[Work]:
    """All of them, on a store with a little of everything."""
    small_store(folder / "start").close()
    script = Script(folder / "start", 0)
    _with_something_there(script)
    acts: list[tuple[str, Act, Look, int]] = [
        ("deeds", _deeds, _nothing_else, 24),
        ("a checkpoint", _rests, _nothing_else, 12),
        ("closing", _closes, _nothing_else, 12),
        ("a backup", _backs_up, no_half_backup, 12),
        ("an import", _imports, no_half_backup, 12),
        ("an export", _exports, _no_half_export, 12),
    ]
    return [
        Work(name, script.fresh, partial(_work, script, act), partial(_judge, script, look), sample)
        for name, act, look, sample in acts
    ]


def _work(script: Script, act: Act, folder: Path, line: Line) -> None:
    with suppress(Over):
        session = Session(folder, script.seed)
        play(session, BEFORE, line)
        line.say("ready")
        line.wait()
        act(session, line)
        line.over()
        play(session, AFTER, line)
        session.store.close()


def _judge(script: Script, look: Look, folder: Path, said: list[list[str]]) -> None:
    script.judge(folder, Heard.of(said))
    look(folder)


def _nothing_else(_folder: Path) -> None:
    """It leaves nothing beside the store."""


def _with_something_there(script: Script) -> None:
    """Let the store have a backup and an export from before, which must outlive those that fail."""
    store = Store(open_store(script.start), Clock())
    store.back_up()
    schema, tables = store.ask(document.everything)
    export(script.start / EXPORTED, schema, tables, NOW, "tests")
    store.close()
