"""The exported document as a format that can be read: see `document` for its shape."""

from __future__ import annotations

import re
from typing import Any

from interview_coach.domain.document import Document
from interview_coach.domain.incoming import Told
from interview_coach.exchange import document
from interview_coach.exchange.recognise import Head

KIND = "document"
LARGEST = document.LARGEST
# Python's own parser, within `document`'s limits.
APART = None
_OURS = re.compile(r'"format"\s*:\s*"interview-coach"')


def recognises(head: Head) -> bool:
    """Whether it is a JSON object that says that it is ours."""
    return head.text.startswith("{") and _OURS.search(head.text) is not None


def read(data: bytes, _name: str, told: Told) -> Document:
    """The document. Raises `Refused`."""
    told(0, 0)
    return document.decode(data)


def describe(what: Document) -> dict[str, Any]:
    """What it says of itself, and how many rows each table holds."""
    return {
        "version": what.version,
        "schema": what.schema,
        "written_at": what.written_at.isoformat(),
        "program": what.program,
        "counts": what.counts,
    }
