"""Zip files from strangers: opened within limits, so that a small file never becomes a large memory.

Nothing is ever unpacked to the disk, so a name in a zip is only ever compared, never followed.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from typing import BinaryIO

from interview_coach.domain.incoming import Refused

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_ENTRIES = 2_000
# What is listed about the entries, before any of them is looked at.
LARGEST_LIST = 1 << 20
_END = b"PK\x05\x06"
_END_SIZE = 22
_LARGE = b"PK\x06\x07"
_LARGE_SIZE = 20
_LONGEST_COMMENT = 1 << 16
_KNOWN = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_PIECE = 1 << 20


def is_zip(start: bytes) -> bool:
    """Whether a file that begins so says that it is a zip."""
    return start.startswith(MAGIC)


def opened(file: BinaryIO | bytes, *, most: int = MOST_ENTRIES) -> zipfile.ZipFile:
    """The zip, its list of entries read and found modest. Raises `Refused`: damaged, too_large."""
    stream = io.BytesIO(file) if isinstance(file, bytes) else file
    _look_at_the_end(stream, most)
    try:
        found = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error) as error:
        raise Refused("damaged", part="zip") from error
    if len(found.infolist()) > most:
        raise Refused("too_large", limit=most)
    return found


def _look_at_the_end(stream: BinaryIO, most: int) -> None:
    """Refuse a list of entries that is larger than any of ours before zipfile reads it whole."""
    size = stream.seek(0, os.SEEK_END)
    # An end within the comment, as zipfile looks for it: the last one that is there.
    stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - _LARGE_SIZE))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise Refused("damaged", part="zip")
    # Several ends, or one that says it is of the large kind: nothing that we or an office write.
    if tail[max(0, at - _LARGE_SIZE) : at].startswith(_LARGE):
        raise Refused("too_large", limit=LARGEST_LIST)
    entries, listed = struct.unpack("<HI", tail[at + 10 : at + 16])
    if entries > most or listed > LARGEST_LIST:
        raise Refused("too_large", limit=LARGEST_LIST)
    stream.seek(0)


def names(file: BinaryIO | bytes) -> tuple[str, ...]:
    """The names in a zip, or none when it is no sound one."""
    try:
        with opened(file) as found:
            return tuple(found.namelist())
    except Refused:
        return ()


def read(found: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """One entry, whole. Raises `Refused`: damaged, too_large, packed_oddly, locked."""
    known = [entry for entry in found.infolist() if entry.filename == name]
    if len(known) != 1:
        raise Refused("damaged", part=name if not known else "zip")
    (entry,) = known
    if entry.flag_bits & 0x1:
        raise Refused("packed_oddly")
    if entry.compress_type not in _KNOWN:
        raise Refused("packed_oddly")
    if entry.file_size > largest:
        raise Refused("too_large", limit=largest)
    pieces: list[bytes] = []
    taken = 0
    try:
        with found.open(entry) as stream:
            # Piece by piece: what an entry says of its own size is only what it says.
            while piece := stream.read(_PIECE):
                taken += len(piece)
                if taken > largest:
                    raise Refused("too_large", limit=largest)
                pieces.append(piece)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
        raise Refused("damaged", part="zip") from error
    except NotImplementedError as error:
        raise Refused("packed_oddly") from error
    return b"".join(pieces)
