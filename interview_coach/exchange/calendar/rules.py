"""Owns how an event repeats: the days on which a rule comes true, looked for day by day.

A search by days ends for every rule, also for one that never comes true. Followed are days, weeks,
months and years with the parts of a rule that interviews and zones have; any other rule is none.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_KNOWN = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST"})
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?")
_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """When something repeats. `days` are (which one in its month or year, or 0; weekday)."""

    frequency: str
    interval: int = 1
    count: int = 0
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    days: frozenset[tuple[int, int]] = frozenset()

    def on(self, day: date, begin: date) -> bool:
        """Whether it comes true on a day, having begun on another."""
        if self.months and day.month not in self.months:
            return False
        if self.month_days and not {day.day, day.day - _length(day) - 1} & self.month_days:
            return False
        return getattr(self, f"_{self.frequency.lower()}")(day, begin)  # type: ignore[no-any-return]

    def _daily(self, day: date, begin: date) -> bool:
        return (day - begin).days % self.interval == 0 and self._weekday(day)

    def _weekly(self, day: date, begin: date) -> bool:
        weeks = (_monday(day) - _monday(begin)).days // 7
        if weeks % self.interval:
            return False
        return self._weekday(day) if self.days else day.weekday() == begin.weekday()

    def _monthly(self, day: date, begin: date) -> bool:
        months = (day.year - begin.year) * 12 + day.month - begin.month
        if months % self.interval:
            return False
        if self.days:
            return self._which(day, day.day, _length(day))
        return bool(self.month_days) or day.day == begin.day

    def _yearly(self, day: date, begin: date) -> bool:
        if (day.year - begin.year) % self.interval:
            return False
        if self.days and self.months:
            return self._which(day, day.day, _length(day))
        if self.days:
            whole = 366 if calendar.isleap(day.year) else 365
            return self._which(day, day.timetuple().tm_yday, whole)
        month = bool(self.months) or day.month == begin.month
        return month and (bool(self.month_days) or day.day == begin.day)

    def _weekday(self, day: date) -> bool:
        return not self.days or day.weekday() in {weekday for _, weekday in self.days}

    def _which(self, day: date, place: int, whole: int) -> bool:
        """Whether it is one of the wanted weekdays, at its place among those of a month or year."""
        forth, back = (place - 1) // 7 + 1, -((whole - place) // 7 + 1)
        return any((n, day.weekday()) in self.days for n in (0, forth, back))


def _length(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def parse(text: str) -> Rule | None:
    """A rule as a file gives it; None for what is none, or of a kind that is not followed."""
    parts: dict[str, str] = {}
    for piece in text.upper().strip().split(";"):
        name, _, value = piece.partition("=")
        if piece:
            parts[name.strip()] = value.strip()
    if not set(parts) <= _KNOWN or parts.get("FREQ") not in {
        "DAILY",
        "WEEKLY",
        "MONTHLY",
        "YEARLY",
    }:
        return None
    days = [_DAY.fullmatch(one) for one in _listed(parts.get("BYDAY", ""))]
    try:
        return Rule(
            parts["FREQ"],
            min(max(1, int(parts.get("INTERVAL", "1")[:6])), _MOST),
            max(0, int(parts.get("COUNT", "0")[:6])),
            _until(parts.get("UNTIL", "")),
            frozenset(int(one) for one in _listed(parts.get("BYMONTH", ""))),
            frozenset(int(one) for one in _listed(parts.get("BYMONTHDAY", ""))),
            frozenset((int(one.group(1) or 0), _DAYS[one.group(2)]) for one in days if one),
        )
    except ValueError:
        return None


def _listed(text: str) -> list[str]:
    return [one.strip()[:6] for one in text.split(",")[:400] if one.strip()]


def _until(text: str) -> datetime | None:
    found = _UNTIL.fullmatch(text)
    if found is None:
        return None
    numbers = [int(one) if one is not None else None for one in found.groups()]
    clock = [23, 59, 59] if numbers[3] is None else numbers[3:]
    return datetime(*numbers[:3], *clock)  # type: ignore[arg-type]  # noqa: DTZ001  a wall clock's


def times(rule: Rule, begin: datetime, end: datetime) -> Iterator[datetime]:
    """What the clock shows each time that the rule comes true, up to `end`; the beginning first."""
    last = min(end, rule.until) if rule.until is not None else end
    day, told = begin, 0
    while day <= last:
        if told == 0 or rule.on(day.date(), begin.date()):
            yield day
            told += 1
            if told == rule.count:
                return
        day += timedelta(days=1)
