"""Reads rows out of a database file by its pages, for a file that SQLite itself refuses.

Pure reading of bytes: nobody has the file open as a store, and nothing is written. Every page is looked
at once, every cell by itself: what cannot be read is counted, and costs nothing of what stands beside it.
The format is that of https://www.sqlite.org/fileformat2.html.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

USUAL_SIZE = 4096
_MAGIC = b"SQLite format 3\0"
_LEAF, _INTERIOR = 0x0D, 0x05
_FRAME, _LOG_HEADER = 24, 32
# A text of the person is a million characters at most.
_LARGEST_ROW = 1 << 26
Value = None | int | float | str | bytes


class Unreadable(Exception):
    """These bytes are no cell."""


@dataclass(frozen=True, slots=True)
class Found:
    """One row as it stands in a page: its values, and whether a text in it had to be mended."""

    values: tuple[Value, ...]
    mended: bool


@dataclass(slots=True)
class Pages:
    """A database file and its log, page by page: the log's last word on each page counts."""

    file: BinaryIO
    log: BinaryIO | None
    size: int
    usable: int
    count: int
    in_log: dict[int, int] = field(default_factory=dict)
    schema: int = 0

    def page(self, number: int) -> bytes:
        """The bytes of a page, from 1; raises Unreadable when the file does not go so far."""
        if number in self.in_log and self.log is not None:
            source, place = self.log, self.in_log[number]
        else:
            source, place = self.file, (number - 1) * self.size
        if not 1 <= number <= self.count:
            raise Unreadable
        try:
            source.seek(place)
            data = source.read(self.size)
        except OSError as error:  # a sector that the disk gives up on
            raise Unreadable from error
        if len(data) < self.size:
            raise Unreadable
        return data


def open_pages(file: BinaryIO, log: BinaryIO | None, length: int) -> Pages:
    """Look at the header and the log; a damaged header falls back to what we always write."""
    head = file.read(100)
    size, reserved, schema = USUAL_SIZE, 0, 0
    if len(head) == 100:
        given = int.from_bytes(head[16:18])
        given = 65536 if given == 1 else given
        if head.startswith(_MAGIC) and given >= 512 and given & (given - 1) == 0:
            size, reserved = given, head[20] if head[20] <= 64 else 0
        schema = int.from_bytes(head[60:64])
    pages = Pages(file, log, size, size - reserved, -(-length // size), schema=schema)
    if log is not None:
        _read_log(pages, log)
        with suppress(Unreadable):
            pages.schema = int.from_bytes(pages.page(1)[60:64])
    return pages


def _read_log(pages: Pages, log: BinaryIO) -> None:
    """Note where the log's committed pages stand; a torn end counts for nothing."""
    head = log.read(_LOG_HEADER)
    if len(head) < _LOG_HEADER or int.from_bytes(head[:4]) & ~1 != 0x377F0682:
        return
    salts = head[16:24]
    pending: dict[int, int] = {}
    place = _LOG_HEADER
    end = log.seek(0, 2)
    while place + _FRAME + pages.size <= end:
        log.seek(place)
        frame = log.read(_FRAME)
        if frame[8:16] != salts:
            return
        number, length = int.from_bytes(frame[:4]), int.from_bytes(frame[4:8])
        pending[number] = place + _FRAME
        if length:
            pages.in_log.update(pending)
            pages.count = max(pages.count, *pending) if length < 1 << 30 else pages.count
            pending.clear()
        place += _FRAME + pages.size


# --- trees ----------------------------------------------------------------------------------------


def leaves(pages: Pages, root: int, seen: set[int]) -> Iterator[int]:
    """The leaf pages below a root, as far as the pages between can be read."""
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        try:
            data = pages.page(number)
        except Unreadable:
            continue
        start = 100 if number == 1 else 0
        if data[start] != _INTERIOR:
            yield number
            continue
        waiting.append(int.from_bytes(data[start + 8 : start + 12]))
        waiting += [
            int.from_bytes(data[at : at + 4])
            for at in _pointers(data, start, 12, pages.usable)
            if at + 4 <= pages.usable
        ]


def is_leaf(pages: Pages, number: int) -> bool:
    """Whether a page says of itself that it holds rows."""
    try:
        return pages.page(number)[100 if number == 1 else 0] == _LEAF
    except Unreadable:
        return False


def rows(pages: Pages, number: int) -> Iterator[Found | None]:
    """Every row of a leaf page; None for each that cannot be read."""
    try:
        data = pages.page(number)
    except Unreadable:
        yield None
        return
    for at in _pointers(data, 100 if number == 1 else 0, 8, pages.usable):
        try:
            yield _row(pages, data, at)
        except Unreadable:
            yield None


def _pointers(data: bytes, start: int, header: int, usable: int) -> list[int]:
    cells = int.from_bytes(data[start + 3 : start + 5])
    first = start + header
    cells = min(cells, (usable - first) // 2)
    return [int.from_bytes(data[first + 2 * n : first + 2 * n + 2]) for n in range(cells)]


# --- rows -----------------------------------------------------------------------------------------


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        if at + n >= len(data):
            raise Unreadable
        byte = data[at + n]
        if n == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + n + 1
    raise Unreadable


def _row(pages: Pages, data: bytes, at: int) -> Found:
    length, at = _varint(data, at)
    _key, at = _varint(data, at)
    if not 0 < length <= _LARGEST_ROW:
        raise Unreadable
    return _record(_payload(pages, data, at, length))


def _payload(pages: Pages, data: bytes, at: int, length: int) -> bytes:
    """The bytes of a row: those in the page, and those on the pages that it goes on."""
    usable = pages.usable
    most = usable - 35
    if length <= most:
        if at + length > usable:
            raise Unreadable
        return data[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    if at + here + 4 > usable:
        raise Unreadable
    parts = [data[at : at + here]]
    more = int.from_bytes(data[at + here : at + here + 4])
    missing = length - here
    seen: set[int] = set()
    while missing > 0:
        if more in seen:
            raise Unreadable
        seen.add(more)
        page = pages.page(more)
        part = page[4 : 4 + min(missing, usable - 4)]
        parts.append(part)
        missing -= len(part)
        more = int.from_bytes(page[:4])
    return b"".join(parts)


def _record(payload: bytes) -> Found:
    header, at = _varint(payload, 0)
    if not 1 <= header <= len(payload):
        raise Unreadable
    kinds: list[int] = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != header:
        raise Unreadable
    values: list[Value] = []
    mended = False
    for kind in kinds:
        length = _length(kind)
        part = payload[at : at + length]
        if len(part) < length:
            raise Unreadable
        at += length
        value, clean = _value(kind, part)
        values.append(value)
        mended |= not clean
    if at != len(payload):
        raise Unreadable
    return Found(tuple(values), mended)


_FIXED = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


def _length(kind: int) -> int:
    if kind in _FIXED:
        return _FIXED[kind]
    if kind < 12:
        raise Unreadable
    return (kind - 12) // 2


def _value(kind: int, part: bytes) -> tuple[Value, bool]:
    if kind == 0:
        return None, True
    if kind in {8, 9}:
        return kind - 8, True
    if kind == 7:
        return float(struct.unpack(">d", part)[0]), True
    if kind < 7:
        return int.from_bytes(part, signed=True), True
    if kind % 2 == 0:
        return part, True
    try:
        return part.decode("utf-8"), True
    except UnicodeDecodeError:
        return part.decode("utf-8", "replace"), False


def length_of(path: Path) -> int:
    """How long a file is; nothing where it is missing."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
