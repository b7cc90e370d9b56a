"""Writes everything in any of its forms, as one file or, where it is many, into a new folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_coach.domain.document import Tables
from interview_coach.domain.forms import Form
from interview_coach.domain.incoming import Told, unheard
from interview_coach.domain.trouble import Trouble
from interview_coach.exchange import archive, document, locked, markdown, spreadsheets
from interview_coach.exchange.markdown import Wording


@dataclass(frozen=True)
class Everything:
    """What is written: the store's tables, their columns, and when and by which program."""

    schema: int
    tables: Tables
    written_at: datetime
    program: str
    wording: Wording

    @property
    def columns(self) -> Mapping[str, Sequence[str]]:
        """The columns of every table, as the description of the document lists them."""
        return document.described_columns()


def pack(found: Everything, form: Form, passphrase: str = "", told: Told = unheard) -> bytes:
    """Everything as the bytes of one file. `told` may raise to give it up."""
    if form is Form.DOCUMENT:
        made = document.build(found.schema, found.tables, found.written_at, found.program)
        return document.encode(made)
    if form in {Form.ARCHIVE, Form.LOCKED}:
        packed = archive.pack(found.schema, found.tables, found.written_at, found.program, told)
        return locked.lock(packed, passphrase) if form is Form.LOCKED else packed
    return archive.packed(_files(found, form, told), found.written_at)


def write(
    path: Path, found: Everything, form: Form, passphrase: str = "", told: Told = unheard
) -> int:
    """Write one file, whole or not at all; gives its size. Raises `Trouble` as `document.write` does."""
    data = pack(found, form, passphrase, lambda done, total: told(done, 2 * total))
    document.write(path, data, lambda done, total: told(total + done, 2 * total))
    return len(data)


def write_folder(folder: Path, found: Everything, form: Form, told: Told = unheard) -> int:
    """Write the files of a form into a folder that is new or empty; gives their size together.

    All of them or none: they are put together under another name beside it, or, where it is there
    already and may be all that one may write to, taken out again.
    Raises `Trouble`: not_empty, and as `document.write` does.
    """
    files = _files(found, form, told)
    there = folder.exists()
    place = folder if there else folder.with_name(f".{folder.name[:100]}.{os.getpid()}.part")
    try:
        if there and any(folder.iterdir()):
            raise Trouble("not_empty", folder=str(folder))
        if not there:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(mode=0o700)
    except OSError as error:
        raise document.trouble_of(error) from error
    try:
        for name, data in files.items():
            document.write(place / name, data)
        if not there:
            place.rename(folder)
            document.keep_name(folder.parent)
    except BaseException as error:
        _take_out(place, files, whole=not there)
        if isinstance(error, OSError):
            raise document.trouble_of(error) from error
        raise
    return sum(map(len, files.values()))


def _take_out(place: Path, names: Iterable[str], *, whole: bool) -> None:
    for name in names:
        with suppress(OSError):
            (place / name).unlink(missing_ok=True)
    if whole:
        shutil.rmtree(place, ignore_errors=True)


def _files(found: Everything, form: Form, told: Told) -> dict[str, bytes]:
    if form is Form.MARKDOWN:
        return markdown.files(found.tables, found.wording, told)
    return spreadsheets.files(found.tables, found.columns, told)
