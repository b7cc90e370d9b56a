"""Looks at the log (-wal) that an unclean stop left, before SQLite does.

SQLite takes a frame whose checksum is wrong for the end of the log and goes on from there: that is right
after a power cut, where only the last transaction can be half written, since each is on the disk before the
next begins. When whole transactions follow, the log was damaged, and what they did would be lost unsaid.
The file is read before any connection to it is open in this process. Its format:
https://www.sqlite.org/fileformat2.html#the_write_ahead_log
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from interview_coach.domain.trouble import Trouble

HEAD, FRAME_HEAD = 32, 24
MAGIC = 0x377F0682  # and one more where the checksums are of words with the high byte first
LARGEST_PAGE = 65536
Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Frame:
    """One frame: whether it belongs to this log, whether it ends a transaction, whether it is as written."""

    ours: bool
    ends: bool
    whole: bool


def require_whole(path: Path) -> None:
    """Raise `Trouble("damaged")` when transactions that were on the disk cannot be read from the log any more."""
    try:
        with path.open("rb") as file:
            if not _is_whole(file, path.stat().st_size):
                raise Trouble("damaged")
    except FileNotFoundError:
        return


def _is_whole(file: BinaryIO, size: int) -> bool:
    head = file.read(HEAD)
    if size <= HEAD:
        return True  # nothing has been done since the log was begun
    magic, _version, page = struct.unpack(">3I", head[:12])
    if magic not in {MAGIC, MAGIC + 1} or not 512 <= page <= LARGEST_PAGE:
        return False
    order = "<" if magic == MAGIC else ">"
    sums = _summed((0, 0), head[:24], order)
    if sums != struct.unpack(">2I", head[24:]):
        return False
    broken, ended = False, False
    for frame in _frames(file, page, head[16:24], sums, order):
        broken = broken or not frame.whole
        if broken and frame.ours:
            # Frames without an end may be what a transaction left that was taken back.
            if ended and frame.ends:
                return False
            ended = ended or frame.ends
    return True


def _frames(file: BinaryIO, page: int, salts: bytes, sums: Sums, order: str) -> Iterator[_Frame]:
    """The frames one after another; each is held against the checksums of all before it."""
    broken = False
    while len(data := file.read(FRAME_HEAD + page)) == FRAME_HEAD + page:
        number, size = struct.unpack(">2I", data[:8])
        ours = data[8:16] == salts
        if not broken:
            sums = _summed(_summed(sums, data[:8], order), data[FRAME_HEAD:], order)
            broken = not ours or number == 0 or sums != struct.unpack(">2I", data[16:24])
        yield _Frame(ours, size != 0, not broken)


def _summed(sums: Sums, data: bytes, order: str) -> Sums:
    """The log's own checksum, carried on over more bytes."""
    one, two = sums
    for first, second in struct.iter_unpack(f"{order}2I", data):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
