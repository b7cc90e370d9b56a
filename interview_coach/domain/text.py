"""What every text a person gives has in common: cleaning and limits."""

from __future__ import annotations

from interview_coach.domain.trouble import Complaint

LINE_LIMIT = 500
TEXT_LIMIT = 1_000_000
_BULLETS = frozenset("-*•–—·▪◦")
# Control characters that no keyboard means (tab and line break are kept), and halves of characters
# outside the first plane, which no file can hold.
_DROPPED = dict.fromkeys([*(i for i in range(32) if i not in (9, 10)), 127, *range(0xD800, 0xE000)])
# What other programs break lines with: vertical tab (word processors' soft break), form feed, the
# separators of ASCII and Unicode. Dropping them would glue two words together.
_BREAKS = dict.fromkeys([*range(0x0B, 0x0E), *range(0x1C, 0x20), 0x85, 0x2028, 0x2029], "\n")


def clean_line(text: str) -> str:
    """One line: control characters dropped, white space folded, ends trimmed."""
    return " ".join(text.translate(_BREAKS).translate(_DROPPED).split())


def clean_text(text: str) -> str:
    """Several lines: control characters dropped, line ends unified, trailing space trimmed."""
    return text.replace("\r\n", "\n").translate(_BREAKS).translate(_DROPPED).rstrip()


def without_bullet(line: str) -> str:
    """A pasted line without the mark or the number that stood before it in a list.

    >>> (
    ...     without_bullet("- What they build"),
    ...     without_bullet("12. Why now?"),
    ...     without_bullet("3 years"),
    ... )
    ('What they build', 'Why now?', '3 years')
    """
    head, _, rest = line.strip().partition(" ")
    marked = head in _BULLETS or (head[:-1].isdecimal() and head[-1:] in {".", ")"})
    return rest.strip() if marked and rest.strip() else line.strip()


def without_controls(text: str) -> str:
    """The text without the characters that no keyboard means; nothing else of it is touched."""
    return text.translate(_DROPPED)


def check_line(field: str, text: str, *, needed: bool = False) -> list[Complaint]:
    """Complain about a line that is missing although needed, or too long."""
    if needed and not text:
        return [Complaint(field, "missing")]
    if len(text) > LINE_LIMIT:
        return [Complaint(field, "too_long", {"limit": LINE_LIMIT})]
    return []


def check_text(field: str, text: str) -> list[Complaint]:
    """Complain about a text that is too long."""
    if len(text) > TEXT_LIMIT:
        return [Complaint(field, "too_long", {"limit": TEXT_LIMIT})]
    return []
