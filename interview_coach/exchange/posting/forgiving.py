"""JSON as it is met on the web: comments around it, raw line breaks, trailing commas, escaped as HTML."""

from __future__ import annotations

import html
import json
import re
from typing import Any

LARGEST = 2_000_000
_MOST_VALUES = 50
# A text, or a comma before a closing bracket. Possessive, so that no input makes it look twice.
_TRAILING = re.compile(r'("(?:[^"\\]++|\\.)*+"?)|,(?=\s*+[}\]])', re.DOTALL)
_ODD_ESCAPE = re.compile(r'\\(\\|["/bfnrt]|u[0-9a-fA-F]{4})|\\')
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*$")


def values(text: str) -> list[Any]:
    """All the values written here, one after another; none where nothing can be made of it."""
    if len(text) > LARGEST:
        return []
    for attempt in _attempts(text):
        found = _read(attempt)
        if found:
            return found
    return []


def _attempts(text: str) -> list[str]:
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().removesuffix(";").strip()
    tries = [text, bare]
    if "&quot;" in bare or "&#34;" in bare or "&amp;quot;" in bare:
        once = html.unescape(bare)
        tries += [once, html.unescape(once)]
    mended = [
        _ODD_ESCAPE.sub(_mend, _TRAILING.sub(lambda m: m.group(1) or "", t)) for t in tries[1:]
    ]
    return list(dict.fromkeys([*tries, *mended]))


def _mend(found: re.Match[str]) -> str:
    return found.group(0) if found.group(1) else "\\\\"


def _read(text: str) -> list[Any]:
    # Not strict: a line break inside a text is kept as one.
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda _name: None)
    found: list[Any] = []
    at = 0
    while at < len(text) and len(found) < _MOST_VALUES:
        while at < len(text) and text[at] in " \t\r\n,;\ufeff":
            at += 1
        if at == len(text):
            break
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        if not isinstance(value, dict | list):
            return []
        found.append(value)
    return found
