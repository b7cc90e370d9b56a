"""Files beside the store that are broken at each call: what is sent out in each form, and the remembered window.

Whole or not there at all; what stood under the name before stays until then; trouble has its sentence.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings

from interview_coach.app.session import WINDOW_FILE
from interview_coach.app.wording import Words
from interview_coach.domain.forms import Form
from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import forms, zips
from interview_coach.exchange.forms import Everything
from interview_coach.exchange.recognise import read
from interview_coach.store.document import everything
from interview_coach.store.opening import open_store
from interview_coach.store.store import Store
from interview_coach.ui.words_commands_exchange import not_exported
from tests.faults.forks import Line
from tests.faults.ground import Work
from tests.faults.tally import Lost
from tests.store.small import small_store
from tests.stores import NOW, Clock

ARCHIVE, TABLES, PAGES = "everything.zip", "everything.csv.zip", "pages"
OLD, NEW = "o" * 90, "n" * 90
REMEMBERED = 120
# What the disk says of itself; anything else would be no word on what happened.
SAID = {"no_space", "disk_error", "read_only", "not_allowed", "gone"}
Write = Callable[[Path, Everything], object]


def all_of(folder: Path) -> list[Work]:
    """An archive and tables over older ones, Markdown into a new folder, and the remembered window."""
    start = folder / "sent-from"
    small_store(start).close()
    store = Store(open_store(start), Clock())
    schema, tables = store.ask(everything)
    store.close()
    found = Everything(schema, tables, NOW, "tests", Words())
    older = Everything(schema, {**tables, "lesson": []}, NOW, "tests", Words())
    sent: list[tuple[str, str, Form, Write]] = [
        ("an archive", ARCHIVE, Form.ARCHIVE, partial(_file, Form.ARCHIVE)),
        ("tables", TABLES, Form.TABLES, partial(_file, Form.TABLES)),
    ]
    works = []
    for name, where, form, write in sent:
        begin = folder / f"before-{form.value}"
        begin.mkdir()
        write(begin / where, older)
        whole = {
            forms.pack(older, form): False,
            forms.pack(found, form): True,
        }
        works.append(
            Work(
                name,
                partial(_afresh, begin),
                partial(_sends, write, found, where),
                partial(_judge_file, where, whole),
                6,
            )
        )
    pages = forms._files(found, Form.MARKDOWN, lambda _done, _total: None)
    works.append(
        Work(
            "Markdown",
            _empty,
            partial(_sends, _pages, found, PAGES),
            partial(_judge_pages, pages),
            6,
        )
    )
    works.append(
        Work("the remembered window", _remembered, _remembers, _judge_window, 6),
    )
    return works


def _file(form: Form, path: Path, found: Everything) -> None:
    forms.write(path, found, form)


def _pages(path: Path, found: Everything) -> None:
    forms.write_folder(path, found, Form.MARKDOWN)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _afresh(begin: Path, folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(begin, folder)


def _sends(write: Write, found: Everything, where: str, folder: Path, line: Line) -> None:
    line.say("ready")
    line.wait()
    try:
        write(folder / where, found)
    except Trouble as trouble:
        line.say("told", trouble.code, *not_exported(trouble).split())
    else:
        line.say("sent")
    line.over()


def _heard(said: list[list[str]]) -> bool:
    """Whether it was shown as sent. Raises `Lost` when it crashed, or said what is no word on it."""
    for words in said:
        if words[0] == "crashed" or (
            words[0] == "told" and (words[1] not in SAID or not words[2:])
        ):
            raise Lost(" ".join(words))
    return ["sent"] in said


def _judge_file(where: str, whole: dict[bytes, bool], folder: Path, said: list[list[str]]) -> None:
    """What stands there is the old file or the new one, and the new one once it was shown as sent."""
    sent = _heard(said)
    data = (folder / where).read_bytes()
    if data not in whole:
        raise Lost(f"half a file: {len(data)} bytes")
    if sent and not whole[data]:
        raise Lost("shown as sent, and the old one stands there")
    if where == ARCHIVE:
        read(folder / where)
    else:
        assert zips.names(data)


def _judge_pages(pages: dict[str, bytes], folder: Path, said: list[list[str]]) -> None:
    """The folder is not there, or all of it is."""
    sent = _heard(said)
    there = folder / PAGES
    if not there.exists():
        if sent:
            raise Lost("shown as sent, and not there")
        return
    found = {
        path.relative_to(there).as_posix(): path.read_bytes()
        for path in there.rglob("*")
        if path.is_file()
    }
    if found != pages:
        raise Lost(f"{len(found)} files of {len(pages)}")


def _settings(folder: Path) -> QSettings:
    return QSettings(str(folder / WINDOW_FILE), QSettings.Format.IniFormat)


def _set(folder: Path, text: str) -> None:
    settings = _settings(folder)
    for number in range(REMEMBERED):
        settings.setValue(f"remembered/{number}", text)
    settings.sync()


def _remembered(folder: Path) -> None:
    _empty(folder)
    _set(folder, OLD)


def _remembers(folder: Path, line: Line) -> None:
    line.say("ready")
    line.wait()
    _set(folder, NEW)
    line.over()


def _judge_window(folder: Path, said: list[list[str]]) -> None:
    """The program remembers all as it was before, or all as it was last; nobody is told which."""
    _heard(said)
    settings = _settings(folder)
    found = {settings.value(f"remembered/{number}") for number in range(REMEMBERED)}
    if found not in ({OLD}, {NEW}):
        raise Lost(f"half of it, or nothing: {len(settings.allKeys())} values")
