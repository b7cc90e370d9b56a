"""The exported document: everything the person wrote as one versioned JSON file.

Owns its shape (described field by field in resources/document.schema.json), how it is written so that
nothing half-written is ever found, and how it is read back and checked, whoever wrote it.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from interview_coach.domain.document import Document, Tables
from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.trouble import Trouble
from interview_coach.shipped import folder

__all__ = [
    "FORMAT",
    "LARGEST",
    "VERSION",
    "Document",
    "Refused",
    "build",
    "checksum",
    "decode",
    "described_columns",
    "encode",
    "export",
    "keep_name",
    "read",
    "trouble_of",
    "write",
]

FORMAT = "interview-coach"
VERSION = 1
# What is larger is written all the same, and read by no one here: a backup holds any amount.
LARGEST = 256 * 1024 * 1024
# Of short values each takes many times its length in memory.
MOST_VALUES = 10_000_000
DEEPEST = 8
LARGEST_NUMBER = 2**63

# Possessive and with an optional end, so that no input makes it look twice at a byte.
_TEXT = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
# Up to where the last text that begins also ends.
_WHOLE_TEXTS = re.compile(rb'(?:[^"]++|"(?:[^"\\]++|\\.)*+")*+', re.DOTALL)
_WINDOW = 1 << 18
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))
_TROUBLES = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.EROFS: "read_only",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
}


def checksum(tables: Tables) -> str:
    """SHA-256 over the canonical JSON of the tables: keys sorted, no spaces, UTF-8.

    >>> checksum({"company": [{"name": "Kürbis", "id": "1"}]})[:16]
    '4ad2c0fdc7f3ebdd'
    """
    found = hashlib.sha256()
    for piece in _canonical(tables):
        found.update(piece.encode("utf-8"))
    return found.hexdigest()


def _canonical(tables: Tables) -> Iterator[str]:
    """The canonical JSON, row by row: the whole of it would be as large again as the document."""
    yield "{"
    for place, name in enumerate(sorted(tables)):
        yield f"{',' if place else ''}{_dumps(name)}:["
        for number, row in enumerate(tables[name]):
            yield f"{',' if number else ''}{_dumps(row)}"
        yield "]"
    yield "}"


def _dumps(value: object) -> str:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def build(schema: int, tables: Tables, written_at: datetime, program: str) -> dict[str, Any]:
    """The document as plain values, ready to be written."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": schema,
        "written_at": written_at.astimezone(UTC)
        .isoformat(timespec="seconds")
        .replace("+00:00", "Z"),
        "program": program,
        "counts": {name: len(rows) for name, rows in tables.items()},
        "tables": tables,
        "checksum": checksum(tables),
    }


def encode(document: Mapping[str, Any]) -> bytes:
    """The document as bytes: indented, so that a person and a diff can read it."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def write(path: Path, data: bytes, told: Told = unheard) -> None:
    """Write a file whole or not at all, readable by its owner alone.

    It appears under its name only when every byte is on the disk; what stood there before stays until
    then. `told` hears how far it is, and may raise to give it up. Raises `Trouble`: no_space, read_only,
    not_allowed, gone, disk_error.
    """
    new = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    piece = 1 << 20
    try:
        new.unlink(missing_ok=True)
        handle = os.open(
            new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(handle, "wb", buffering=0) as file:
            for start in range(0, len(data), piece):
                rest = memoryview(data)[start : start + piece]
                # A full disk may take a part and only then say so.
                while rest:
                    rest = rest[file.write(rest) or 0 :]
                told(min(start + piece, len(data)), len(data))
            os.fsync(file.fileno())
        new.replace(path)
        keep_name(path.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise trouble_of(error) from error
        raise


def trouble_of(error: OSError) -> Trouble:
    """The known trouble that an error of the system stands for."""
    return Trouble(_TROUBLES.get(error.errno or 0, "disk_error"))


def described_columns() -> dict[str, list[str]]:
    """The columns of every table, as the description of the document lists them."""
    text = folder("document.schema.json").read_text(encoding="utf-8")
    described = json.loads(text)["properties"]["tables"]["properties"]
    return {name: list(table["items"]["properties"]) for name, table in described.items()}


def keep_name(place: Path) -> None:
    """Let the new name survive a power cut, where folders can be asked for that."""
    if os.name == "posix":
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def export(
    path: Path,
    schema: int,
    tables: Tables,
    written_at: datetime,
    program: str,
    told: Told = unheard,
) -> int:
    """Write the document of these tables; gives its size in bytes. Raises as `write` does."""
    data = encode(build(schema, tables, written_at, program))
    write(path, data, told)
    return len(data)


def read(path: Path, *, largest: int = LARGEST) -> Document:
    """Read a document back and check all of it. Raises `Refused`, and then nothing may be used."""
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise Refused("unreadable") from error
    return decode(data, largest=largest)


def decode(data: bytes, *, largest: int = LARGEST, most: int = MOST_VALUES) -> Document:
    """The document that these bytes hold. Raises `Refused`.

    Its parts, counts and checksum are checked. What the rows mean is for whoever takes them over.
    """
    if len(data) > largest:
        raise Refused("too_large", limit=largest)
    bare = _without_texts(data)
    if _deeper_than(bare, DEEPEST):
        raise Refused("too_deep", limit=DEEPEST)
    if sum(bare.count(mark) for mark in (b",", b"[", b"{")) > most:
        raise Refused("too_large", limit=most)
    try:
        found = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant
        )
    except (ValueError, RecursionError) as error:
        raise Refused("not_json") from error
    return _checked(found)


def _without_texts(data: bytes, window: int = _WINDOW) -> bytes:
    """What is left of JSON without its texts; piece by piece, as all at once takes ten times its length."""
    left = bytearray()
    at = 0
    while at < len(data):
        found = _WHOLE_TEXTS.match(data, at, at + window)
        stop = found.end() if found else at
        if stop > at:
            left += _TEXT.sub(b"", data[at:stop])
        else:
            # A text that is longer than the window, or never ends.
            longer = _TEXT.match(data, at)
            stop = longer.end() if longer else len(data)
        at = stop
    return bytes(left)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(name)


def _deeper_than(bare: bytes, limit: int) -> bool:
    """Whether brackets nest deeper, found without a parser that could run out of stack."""
    brackets = bare.translate(None, delete=_ALL_BUT_BRACKETS)
    for _ in range(limit):
        if not brackets:
            return False
        shorter = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(shorter) == len(brackets):
            return False  # brackets that do not match: for the parser to refuse
        brackets = shorter
    return bool(brackets) and (b"[]" in brackets or b"{}" in brackets)


def _checked(found: Any) -> Document:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused("not_ours")
    version = _number(found, "version")
    if version > VERSION:
        raise Refused("newer", version=version)
    tables = found.get("tables")
    if not isinstance(tables, dict):
        raise Refused("malformed", part="tables")
    for name, rows in tables.items():
        _check_rows(name, rows)
    if found.get("counts") != {name: len(rows) for name, rows in tables.items()}:
        raise Refused("damaged", part="counts")
    try:
        same = found.get("checksum") == checksum(tables)
    except ValueError as error:  # half a character, which UTF-8 has no bytes for
        raise Refused("malformed", part="tables") from error
    if not same:
        raise Refused("damaged", part="checksum")
    program = found.get("program")
    if not isinstance(program, str):
        raise Refused("malformed", part="program")
    return Document(version, _number(found, "schema"), _moment(found), program, tables)


def _number(found: Mapping[str, Any], part: str) -> int:
    value = found.get(part)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Refused("malformed", part=part)
    return value


def _moment(found: Mapping[str, Any]) -> datetime:
    try:
        moment = datetime.fromisoformat(found["written_at"])
    except (KeyError, TypeError, ValueError) as error:
        raise Refused("malformed", part="written_at") from error
    if moment.tzinfo is None:
        raise Refused("malformed", part="written_at")
    return moment


def _check_rows(name: str, rows: Any) -> None:
    if not isinstance(rows, list):
        raise Refused("malformed", part=name)
    for row in rows:
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise Refused("malformed", part=name)
        for column, value in row.items():
            if value is not None and not isinstance(value, str | int | float):
                raise Refused("malformed", part=f"{name}.{column}")
            if isinstance(value, int) and abs(value) >= LARGEST_NUMBER:
                raise Refused("malformed", part=f"{name}.{column}")
    if len({row["id"] for row in rows}) != len(rows):
        raise Refused("damaged", part=name)
