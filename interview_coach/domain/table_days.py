"""Days in tables: how a column of them is to be read, and where only the person can know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
    # German, French and Spanish where they differ in their first letters.
    *("jän", "fév", "mär", "avr", "mai", "jui", "jui", "aoû", "sep", "okt", "nov", "dez"),
)
_OTHER_MONTHS = {
    "fév": 2,
    "fev": 2,
    "feb": 2,
    "mär": 3,
    "mars": 3,
    "avr": 4,
    "abr": 4,
    "mai": 5,
    "may": 5,
    "juin": 6,
    "juil": 7,
    "aoû": 8,
    "ago": 8,
    "okt": 10,
    "dez": 12,
    "déc": 12,
    "dic": 12,
    "ene": 1,
    "jän": 1,
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_WORDED = re.compile(
    r"(?:[^\W\d_]+,\s*)?(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+)?([^\W\d_]{3,10})\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
_TIME = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?\s*([AaPp]\.?[Mm]\.?)?")
_EARLIEST, _LATEST = 1990, 2100


class DayOrder(StrEnum):
    """Which of two numbers is the day: 03/04 is the third of April, or the fourth of March."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def day_order(values: Iterable[str]) -> DayOrder | None:
    """The order that a column's own values prove; None when they leave it open, or contradict.

    | values                  | order       |
    | ----------------------- | ----------- |
    | 03/04/2026, 25/04/2026  | day first   |
    | 03/04/2026, 04/25/2026  | month first |
    | 03/04/2026              | open        |
    | 25/04/2026, 04/25/2026  | open        |
    | 3.4.2026                | day first   |
    """
    proven = set()
    for value in values:
        found = _NUMBERS.match(value.strip())
        if found is None:
            continue
        first, mark, second = int(found[1]), found[2], int(found[3])
        if mark == "." or first > 12 >= second:
            proven.add(DayOrder.DAY_FIRST)
        elif second > 12 >= first:
            proven.add(DayOrder.MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else None


def is_open(values: Iterable[str]) -> bool:
    """Whether the order of a column matters and is not proven by it."""
    known = [value.strip() for value in values]
    return day_order(known) is None and any(_two_ways(value) for value in known)


def _two_ways(value: str) -> bool:
    found = _NUMBERS.match(value)
    if found is None or found[2] == ".":
        return False
    first, second = int(found[1]), int(found[3])
    return first != second and max(first, second) <= 12


def day_in(value: str, order: DayOrder | None) -> date | None:
    """The day that a cell names; None for none, and for one that could be two while `order` is open."""
    value = value.strip()[:80]
    if found := _ISO.match(value):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.match(value):
        return _numbers(found, order)
    if (found := _WORDED.match(value)) and (month := _month(found[2])):
        number = found[1] or found[3]
        return _day(int(found[4]), month, int(number)) if number else None
    return None


def _numbers(found: re.Match[str], order: DayOrder | None) -> date | None:
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    year += 2000 if year < 100 else 0
    if first == second or found[2] == "." or first > 12:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    if order is None:
        return None
    day, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    return _day(year, month, day)


def moment_in(value: str, order: DayOrder | None) -> tuple[datetime, bool] | None:
    """The wall-clock time that a cell names, and whether it named a time at all; else midnight."""
    day = day_in(value, order)
    if day is None:
        return None
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  wall-clock time
    found = _TIME.search(value)
    if found is None:
        return midnight, False
    hour, minute, half = int(found[1]), int(found[2]), (found[3] or "").casefold().replace(".", "")
    if half and not 1 <= hour <= 12:
        return midnight, False
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    if hour > 23 or minute > 59:
        return midnight, False
    # Midnight is how spreadsheets write a day without a time.
    return midnight.replace(hour=hour, minute=minute), bool(hour or minute)


def _month(name: str) -> int | None:
    name = name.casefold()
    for length in (4, 3):
        if (found := _OTHER_MONTHS.get(name[:length])) is not None:
            return found
    return _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS[:12] else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _EARLIEST <= year <= _LATEST else None
    except ValueError:
        return None
