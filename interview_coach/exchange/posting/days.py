"""Days as postings write them. What could be two days is none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_WORDED = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([A-Za-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
_EARLIEST, _LATEST = 1990, 2100


def day_of(value: Any) -> date | None:
    """The day that a value names, in its own zone; None for what is no day or not for certain."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_seconds(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:60]
    if text.isdigit() and len(text) in {10, 13}:
        return _from_seconds(int(text))
    # Greatest certainty first: 2026-11-30, 30.11.2026, 30 November 2026.
    if found := _ISO.match(text):
        return _day(*map(int, found.groups()))
    if found := _DOTTED.match(text):
        day, month, year = map(int, found.groups())
        return _day(year, month, day)
    if found := _WORDED.search(text):
        return _worded(*found.groups())
    return None


def month_of(value: Any) -> date | None:
    """A day, or the first of a month that is all that is named: 2024-07."""
    found = day_of(value)
    if found is None and isinstance(value, str) and (month := _MONTH.fullmatch(value.strip())):
        return _day(int(month.group(1)), int(month.group(2)), 1)
    return found


def _worded(before: str | None, month: str, after: str | None, year: str) -> date | None:
    name = month.casefold()[:3]
    day = before or after
    if name not in _MONTHS or day is None:
        return None
    return _day(int(year), _MONTHS.index(name) + 1, int(day))


def _from_seconds(number: float) -> date | None:
    seconds = number / 1000 if abs(number) > 1e11 else number
    if not 631_152_000 <= seconds <= 4_102_444_800:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
