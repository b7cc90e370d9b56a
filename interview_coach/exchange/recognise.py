"""The one door for files that come in: which format a file is in, and what is understood of it.

A format is a module of `exchange` that has the names of `Format`. The door opens the file, looks at how
it begins, asks the formats in turn, holds the file to the size that its format allows, and lets it read.
To add a format, write its module and name it in `formats`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from interview_coach.domain.incoming import Refused, Told, Understood, unheard
from interview_coach.exchange import apart, locked, zips

HEAD = 64 * 1024
# A locked file is no larger than what was locked, but for its marks.
LARGEST_LOCKED = 300 << 20


@dataclass(frozen=True)
class Head:
    """How a file begins: its name as it came, its first bytes, and the names in it if it is a zip."""

    name: str
    start: bytes
    entries: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """The ending of the name, small: ".json"."""
        return Path(self.name).suffix.lower()

    @cached_property
    def text(self) -> str:
        """The beginning as text, without white space before it; characters may be missing at its end."""
        for mark, coding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
            if self.start.startswith(mark):
                return self.start[2:].decode(coding, "replace").lstrip()
        return self.start.decode("utf-8-sig", "replace").lstrip()


class Format(Protocol):
    """A format that can be read.

    `KIND` names it ("document"), `LARGEST` is the most bytes it reads. `APART` asks for a process of its
    own with limits on memory and time, for libraries that a hostile file could send astray: `read` then
    gets a `told` that nobody hears, and what it returns must be picklable.
    """

    @property
    def KIND(self) -> str:
        """Its name, for previews and for scripts."""

    @property
    def LARGEST(self) -> int:
        """The most bytes that are read."""

    @property
    def APART(self) -> apart.Limits | None:
        """The limits of the process that reads it; None where this process may."""

    def recognises(self, head: Head) -> bool:
        """Whether a file that begins so is to be read as this format."""

    def read(self, data: bytes, name: str, told: Told) -> Any:
        """What is understood, as a frozen dataclass. Raises `Refused`."""

    def describe(self, what: Any) -> dict[str, Any]:
        """What was understood as plain values, field by field, for scripts."""


def formats() -> Sequence[Format]:
    """Every format, those first that are the surest to know their own."""
    from interview_coach.exchange import archive, document_file, resume
    from interview_coach.exchange.calendar import reading as calendar
    from interview_coach.exchange.posting import reading as posting
    from interview_coach.exchange.table import reading as table

    # A posting may be any text: it comes last.
    return (archive, document_file, resume, calendar, table, posting)


def format_of(head: Head) -> Format:
    """The format of a file that begins so. Raises `Refused("not_understood")`."""
    for known in formats():
        if known.recognises(head):
            return known
    raise Refused("not_understood" if head.start else "empty")


def read(path: Path, *, passphrase: str = "", told: Told = unheard) -> Understood:
    """What is understood of a file. Raises `Refused`, and `locked` when a passphrase is needed."""
    try:
        # Not waiting for somebody to write into a pipe.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise Refused("unreadable")
            return _read(file, path.name, passphrase, told)
    except OSError as error:
        raise Refused("unreadable") from error


_BINARY = getattr(os, "O_BINARY", 0)


def _read(file: BinaryIO, name: str, passphrase: str, told: Told) -> Understood:
    start = file.read(HEAD)
    if locked.is_locked(start):
        if not passphrase:
            raise Refused("locked")
        data = locked.unlock(_whole(file, LARGEST_LOCKED), passphrase)
        return read_bytes(data, name.removesuffix(locked.ENDING), told=told)
    entries = zips.names(file) if zips.is_zip(start) else ()
    found = format_of(Head(name, start, entries))
    return _understood(found, _whole(file, found.LARGEST), name, told)


def read_bytes(data: bytes, name: str, *, told: Told = unheard) -> Understood:
    """What is understood of bytes, as they were dropped, pasted or unlocked. Raises `Refused`."""
    entries = zips.names(data) if zips.is_zip(data) else ()
    found = format_of(Head(name, data[:HEAD], entries))
    if len(data) > found.LARGEST:
        raise Refused("too_large", limit=found.LARGEST)
    return _understood(found, data, name, told)


def describe(found: Understood) -> dict[str, Any]:
    """What was understood as plain values: its kind, the file's name, and each field."""
    known = next(one for one in formats() if found.kind == one.KIND)
    return {"kind": found.kind, "file": found.name, "understood": known.describe(found.what)}


def _whole(file: BinaryIO, largest: int) -> bytes:
    file.seek(0)
    data = file.read(largest + 1)
    if len(data) > largest:
        raise Refused("too_large", limit=largest)
    return data


def _understood(found: Format, data: bytes, name: str, told: Told) -> Understood:
    try:
        if found.APART is None:
            what = found.read(data, name, told)
        else:
            what = apart.run(found.KIND, data, name, found.APART, told)
    except MemoryError as error:
        raise Refused("too_large", limit=found.LARGEST) from error
    return Understood(found.KIND, name, what)
