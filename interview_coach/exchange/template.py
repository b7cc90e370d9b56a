"""A template as a file of its own: a small JSON document, written whole and read back with care.

Read is: the name, the kind of interview, and each line's section, whom it is about, text, details,
minutes, weight and people. Anything else in the file is passed over; a file that is no template, is
too large or nests too deep is refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from interview_coach.domain.incoming import Refused
from interview_coach.domain.kinds import About, InterviewKind, Part, Section
from interview_coach.domain.prep import PrepDraft, Template, TemplateItem
from interview_coach.domain.template import MOST_ITEMS, TemplateDraft, check_template

FORMAT = "interview-coach-template"
VERSION = 1
LARGEST = 2 * 1024 * 1024
_MOST_MINUTES = 240


def encode(template: Template) -> bytes:
    """A template as the bytes of its file."""
    items = [
        {
            "section": item.draft.section.value,
            "about": item.draft.about.value if item.draft.about else None,
            "text": item.draft.text,
            "details": item.draft.details,
            "minutes": item.draft.minutes,
            "weight": item.draft.weight,
            "parts": [part.value for part in Part if part in item.parts],
        }
        for item in template.items
    ]
    found = {
        "format": FORMAT,
        "version": VERSION,
        "name": template.name,
        "kind": template.kind.value,
        "items": items,
    }
    return f"{json.dumps(found, ensure_ascii=False, indent=1)}\n".encode()


def read(path: Path) -> TemplateDraft:
    """The template that a file holds. Raises `Refused`: unreadable, too_large, not_json, not_ours, malformed."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused("unreadable") from error
    return decode(data)


def decode(data: bytes) -> TemplateDraft:
    """The template that these bytes hold. Raises `Refused`."""
    if len(data) > LARGEST:
        raise Refused("too_large", limit=LARGEST)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused("not_json") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused("not_ours")
    version = found.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Refused("newer", version=version)
    rows = found.get("items")
    if not isinstance(rows, list) or len(rows) > MOST_ITEMS:
        raise Refused("malformed", part="items")
    try:
        kind = InterviewKind(_text(found, "kind"))
        items = tuple(_item(row) for row in rows)
        draft = TemplateDraft(_text(found, "name"), kind, items).cleaned()
    except (TypeError, ValueError) as error:
        raise Refused("malformed") from error
    if check_template(draft):
        raise Refused("malformed")
    return draft


def _item(row: Any) -> TemplateItem:
    if not isinstance(row, dict):
        raise TypeError("a line is an object")
    about = row.get("about")
    draft = PrepDraft(
        Section(_text(row, "section")),
        _text(row, "text"),
        _text(row, "details"),
        about=About(about) if about else None,
        minutes=_number(row, "minutes", 3, _MOST_MINUTES),
        weight=_number(row, "weight", 2, 3),
    )
    parts = row.get("parts") or []
    if not isinstance(parts, list):
        raise TypeError("people are a list")
    return TemplateItem("", draft, frozenset(Part(part) for part in parts))


def _text(row: dict[str, Any], name: str) -> str:
    text = row.get(name, "")
    if not isinstance(text, str):
        raise TypeError(name)
    return text


def _number(row: dict[str, Any], name: str, usual: int, most: int) -> int:
    value = row.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(name)
    return max(1, min(value, most))
