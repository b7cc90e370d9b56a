"""The archive: one zip that holds the exported document, its description, and checksums of both.

Version 1 holds five entries, and a reader needs only the second:

    archive.json           {"format": "interview-coach-archive", "version": 1, "written_at": …, "program": …}
    interview-coach.json   the document, as `document` writes it
    document.schema.json   its description, field by field (JSON Schema 2020-12)
    SHA256SUMS             a line for each of the others, as sha256sum writes and checks them
    README.txt             what this is, for whoever finds it in ten years
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

from interview_coach.domain.document import Document, Tables
from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.exchange import document, document_file, zips
from interview_coach.exchange.recognise import Head
from interview_coach.shipped import folder

KIND = "archive"
FORMAT = "interview-coach-archive"
VERSION = 1
LARGEST = document.LARGEST
APART = None
ABOUT, DOCUMENT, SCHEMA, SUMS, README = (
    "archive.json",
    "interview-coach.json",
    "document.schema.json",
    "SHA256SUMS",
    "README.txt",
)
_LARGEST_PART = 1 << 20
_SUM = re.compile(r"([0-9a-f]{64}) [ *](\S+)")
_README = """\
Interview Coach: an archive of everything that was outside the trash.

interview-coach.json   all of it, as one JSON document in UTF-8
document.schema.json   what each field of it means (JSON Schema 2020-12)
SHA256SUMS             checksums of the other files: sha256sum -c SHA256SUMS
archive.json           the version of this archive, and when it was written

Interview Coach reads it back: Settings, Import, or `interview-coach import FILE`.
Any program that reads JSON can read the document. Nothing in here is encrypted.
"""


def pack(
    schema: int, tables: Tables, written_at: datetime, program: str, told: Told = unheard
) -> bytes:
    """The archive as bytes. `told` may raise to give it up."""
    whole = document.encode(document.build(schema, tables, written_at, program))
    told(1, 3)
    about = {
        "format": FORMAT,
        "version": VERSION,
        "written_at": written_at.astimezone(UTC)
        .isoformat(timespec="seconds")
        .replace("+00:00", "Z"),
        "program": program,
    }
    parts = {
        ABOUT: f"{json.dumps(about, indent=1)}\n".encode(),
        DOCUMENT: whole,
        SCHEMA: folder("document.schema.json").read_bytes(),
        README: _README.encode(),
    }
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in parts.items())
    parts[SUMS] = sums.encode()
    told(2, 3)
    made = packed(parts, written_at)
    told(3, 3)
    return made


def packed(parts: dict[str, bytes], written_at: datetime) -> bytes:
    """A zip of these parts, all dated alike, so that two of one store are equal."""
    stream = io.BytesIO()
    # A zip knows no earlier year.
    moment = max(written_at.astimezone(UTC), datetime(1980, 1, 1, tzinfo=UTC))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            # For whoever unpacks it: readable by its owner alone.
            entry.external_attr = 0o100600 << 16
            target.writestr(entry, data)
    return stream.getvalue()


def recognises(head: Head) -> bool:
    """Whether it is a zip that holds a document and what an archive says of itself."""
    return {ABOUT, DOCUMENT} <= set(head.entries)


def read(data: bytes, _name: str, told: Told) -> Document:
    """The document in the archive, once the checksums are right. Raises `Refused`."""
    with zips.opened(data) as found:
        _check_version(zips.read(found, ABOUT, _LARGEST_PART))
        sums = _sums(zips.read(found, SUMS, _LARGEST_PART))
        told(1, 3)
        for name in (ABOUT, SCHEMA):
            _check(sums, name, zips.read(found, name, _LARGEST_PART))
        whole = zips.read(found, DOCUMENT, document.LARGEST)
    _check(sums, DOCUMENT, whole)
    told(2, 3)
    return document.decode(whole)


def describe(what: Document) -> dict[str, Any]:
    """What the document in it says of itself."""
    return document_file.describe(what)


def _check_version(data: bytes) -> None:
    try:
        found = json.loads(data.decode("utf-8"))
        ours = found["format"] == FORMAT
        version = found["version"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused("damaged", part=ABOUT) from error
    if not ours or type(version) is not int or version < 1:
        raise Refused("damaged", part=ABOUT)
    if version > VERSION:
        raise Refused("newer", version=version)


def _sums(data: bytes) -> dict[str, str]:
    lines = data.decode("utf-8", "replace").splitlines()
    known = [_SUM.fullmatch(line) for line in lines if line]
    return {match[2]: match[1] for match in known if match}


def _check(sums: dict[str, str], name: str, data: bytes) -> None:
    if sums.get(name) != hashlib.sha256(data).hexdigest():
        raise Refused("damaged", part=name)
