"""Owns what of reminders is kept beside the window: which are wanted, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QSettings

from interview_coach.domain.reminders import DAYS_BEFORE, ReminderChoice, ReminderKind, Seen

EARLIEST, LATEST = 5, 12
LONGEST_LEAD = 240
_USUAL = ReminderChoice()


def kept_choice(settings: QSettings) -> ReminderChoice:
    """What the person wants; the usual where nothing sound is kept."""

    def number(name: str, usual: int, low: int, high: int) -> int:
        try:
            found = int(str(settings.value(f"reminders/{name}", usual)))
        except ValueError:
            return usual
        return found if low <= found <= high else usual

    kinds, days = _USUAL.kinds, _USUAL.prepare_days
    if settings.contains("reminders/kinds"):
        words = str(settings.value("reminders/kinds", "")).split()
        kinds = frozenset(ReminderKind(word) for word in words if word in set(ReminderKind))
    if settings.contains("reminders/days"):
        words = str(settings.value("reminders/days", "")).split()
        days = frozenset(day for day in DAYS_BEFORE if str(day) in words)
    return ReminderChoice(
        kinds,
        days,
        number("log_in", _USUAL.log_in_minutes, 1, LONGEST_LEAD),
        number("leave", _USUAL.leave_minutes, 1, LONGEST_LEAD),
        number("morning", _USUAL.morning, EARLIEST, LATEST),
    )


def keep_choice(settings: QSettings, choice: ReminderChoice) -> None:
    """Keep what the person wants."""
    settings.setValue("reminders/kinds", " ".join(sorted(choice.kinds)))
    settings.setValue("reminders/days", " ".join(map(str, sorted(choice.prepare_days))))
    settings.setValue("reminders/log_in", choice.log_in_minutes)
    settings.setValue("reminders/leave", choice.leave_minutes)
    settings.setValue("reminders/morning", choice.morning)


def kept_seen(settings: QSettings) -> dict[str, Seen]:
    """What became of reminders so far."""
    try:
        found = json.loads(str(settings.value("reminders/seen", "{}")))
    except (ValueError, RecursionError):
        return {}
    seen = {}
    for key, value in found.items() if isinstance(found, dict) else ():
        if isinstance(value, list) and len(value) == 3:
            seen[str(key)] = Seen(_moment(value[0]), _moment(value[1]), value[2] is True)
    return seen


def keep_seen(settings: QSettings, seen: Mapping[str, Seen]) -> None:
    """Keep what became of reminders."""
    plain = {
        key: [
            one.told_at.isoformat() if one.told_at else None,
            one.later.isoformat() if one.later else None,
            one.off,
        ]
        for key, one in seen.items()
    }
    settings.setValue("reminders/seen", json.dumps(plain))


def _moment(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
