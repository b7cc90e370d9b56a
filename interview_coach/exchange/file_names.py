"""File names made of what a person typed: good on every system, and never a way to another place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

LONGEST_BYTES = 150
# What Windows or a shell would trip over; the rest of a title stays as it was typed.
_ODD = dict.fromkeys(map(ord, '<>:"/\\|?*\t\r\n'), "-")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(10))}
)


def file_name(*parts: str) -> str:
    """A name without an ending, of the parts that are there.

    >>> file_name("2026-11-24", "../../etc/passwd", "", "A/B: who?")
    '2026-11-24 etc-passwd A-B- who'
    >>> file_name("con"), file_name("  ", "...")
    ('con-', 'untitled')
    """
    named = " ".join(cleaned for part in parts if (cleaned := _cleaned(part)))
    while len(named.encode()) > LONGEST_BYTES:
        named = named[:-1]
    named = named.strip(" .-") or "untitled"
    return f"{named}-" if named.split(".", 1)[0].lower() in _RESERVED else named


def _cleaned(part: str) -> str:
    composed = unicodedata.normalize("NFC", part).translate(_ODD)
    # Control and format characters (right-to-left marks too), halves and private ones.
    kept = "".join(c for c in composed if unicodedata.category(c)[0] != "C")
    return " ".join(kept.split()).strip(" .-")


def numbered(names: Iterable[str], ending: str) -> list[str]:
    """The names with their ending; what a system might take for the same gets a number.

    >>> numbered(["Aurelia", "aurelia", "Aurelia"], ".md")
    ['Aurelia.md', 'aurelia (2).md', 'Aurelia (3).md']
    """
    used: set[str] = set()
    found = []
    for name in names:
        made, n = name, 1
        while unicodedata.normalize("NFKD", made).casefold() in used:
            n += 1
            made = f"{name} ({n})"
        used.add(unicodedata.normalize("NFKD", made).casefold())
        found.append(f"{made}{ending}")
    return found
