"""Reminders: which there are, when each is due, how long it is of use, and which to show now.

Pure: the clock, the person's zone and what was shown before are passed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from interview_coach.domain.kinds import Mode
from interview_coach.domain.zones import to_utc, to_wall

DAYS_BEFORE = (1, 2, 3, 7)


class ReminderKind(StrEnum):
    """What one is reminded of, in the order of a search."""

    PREPARE = "prepare"
    LEAVE = "leave"
    REVIEW = "review"
    THANKS = "thanks"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class ReminderChoice:
    """What the person wants to be reminded of, and when.

    `morning` is the hour of what belongs to a day rather than to a minute.
    """

    kinds: frozenset[ReminderKind] = frozenset(ReminderKind)
    prepare_days: frozenset[int] = frozenset({2, 1})
    log_in_minutes: int = 10
    leave_minutes: int = 60
    morning: int = 9


@dataclass(frozen=True, slots=True)
class Subject:
    """An interview as reminders see it; called off and not held ones are none."""

    id: str
    start_at: datetime
    end_at: datetime
    mode: Mode
    prepared: bool = False
    reviewed: bool = False
    answered: bool = False
    promised_on: date | None = None
    thanked: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder: due from `due_at`, of use until `until`. `key` names it, and what it is about."""

    key: str
    kind: ReminderKind
    interview_id: str
    due_at: datetime
    until: datetime
    on_site: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of a reminder: when it was told, until when it waits, or that it is done with."""

    told_at: datetime | None = None
    later: datetime | None = None
    off: bool = False


@dataclass(frozen=True, slots=True)
class Now:
    """What to show now: all in the window, and of those the one or the many to tell of once."""

    shown: tuple[Reminder, ...] = ()
    to_tell: tuple[Reminder, ...] = field(default=())


_LATER = {
    ReminderKind.PREPARE: timedelta(hours=3),
    ReminderKind.LEAVE: timedelta(minutes=5),
    ReminderKind.REVIEW: timedelta(hours=1),
    ReminderKind.THANKS: timedelta(hours=3),
    ReminderKind.ANSWER: timedelta(days=1),
}
_REVIEW_LASTS = timedelta(days=3)
_THANKS_LASTS = timedelta(hours=12)
_ANSWER_LASTS = timedelta(days=14)


def reminders(
    subjects: Iterable[Subject], choice: ReminderChoice, zone: str
) -> tuple[Reminder, ...]:
    """Every reminder that these interviews call for, the earliest first. `zone` is the person's.

    | kind    | due                                           | of use until          | not when        |
    | ------- | --------------------------------------------- | --------------------- | --------------- |
    | prepare | so many days before, in the morning           | the next one or start | all is prepared |
    | leave   | minutes before (on site more than on a call)  | the start             |                 |
    | review  | the end                                       | three days later      | it is reviewed  |
    | thanks  | the morning after                             | that evening          | it is ticked    |
    | answer  | the morning after the promised day            | two weeks later       | it is answered  |

    A morning is the clock's, so on the day of a change it is an hour nearer or further.
    """
    found: list[Reminder] = []
    for subject in subjects:
        found += _prepare(subject, choice, zone)
        found += _around(subject, choice)
        found += _mornings_after(subject, choice, zone)
    chosen = [one for one in found if one.kind in choice.kinds]
    return tuple(sorted(chosen, key=lambda one: (one.due_at, one.key)))


def _made(
    subject: Subject, kind: ReminderKind, due: datetime, until: datetime, which: str = ""
) -> Reminder:
    # With the time that it hangs on: an interview that moves is reminded of anew.
    about = subject.promised_on if kind is ReminderKind.ANSWER else subject.start_at
    key = f"{kind}{which}:{subject.id}:{about}"
    return Reminder(key, kind, subject.id, due, until, subject.mode is Mode.ON_SITE)


def _morning(day: date, choice: ReminderChoice, zone: str) -> datetime:
    return to_utc(datetime.combine(day, time(choice.morning)), zone)


def _day(instant: datetime, zone: str) -> date:
    return to_wall(instant, zone).date()


def _prepare(subject: Subject, choice: ReminderChoice, zone: str) -> list[Reminder]:
    if subject.prepared:
        return []
    day = _day(subject.start_at, zone)
    dues = [
        (days, _morning(day - timedelta(days=days), choice, zone))
        for days in sorted(choice.prepare_days, reverse=True)
    ]
    ends = [*(due for _, due in dues[1:]), subject.start_at][: len(dues)]
    return [
        _made(subject, ReminderKind.PREPARE, due, end, str(days))
        for (days, due), end in zip(dues, ends, strict=True)
        if due < subject.start_at
    ]


def _around(subject: Subject, choice: ReminderChoice) -> list[Reminder]:
    on_site = subject.mode is Mode.ON_SITE
    minutes = choice.leave_minutes if on_site else choice.log_in_minutes
    leave = subject.start_at - timedelta(minutes=minutes)
    found = [_made(subject, ReminderKind.LEAVE, leave, subject.start_at)]
    if not subject.reviewed:
        until = subject.end_at + _REVIEW_LASTS
        found.append(_made(subject, ReminderKind.REVIEW, subject.end_at, until))
    return found


def _mornings_after(subject: Subject, choice: ReminderChoice, zone: str) -> list[Reminder]:
    day = _day(subject.end_at, zone) + timedelta(days=1)
    thanks = _morning(day, choice, zone)
    found = []
    if not subject.thanked:
        found.append(_made(subject, ReminderKind.THANKS, thanks, thanks + _THANKS_LASTS))
    if subject.promised_on is not None and not subject.answered:
        late = _morning(subject.promised_on + timedelta(days=1), choice, zone)
        found.append(_made(subject, ReminderKind.ANSWER, late, late + _ANSWER_LASTS))
    return found


def show_now(all_of_them: Sequence[Reminder], now: datetime, seen: Mapping[str, Seen]) -> Now:
    """What the window shows now, the most pressing first, and what to tell of that was not told yet.

    | case                                        | shown                 | told                      |
    | ------------------------------------------- | --------------------- | ------------------------- |
    | due now                                     | it                    | it, once                  |
    | passed while the program was off, of use    | it                    | it, once                  |
    | passed and of no use any more               | nothing               | nothing                   |
    | "Later" pressed                             | nothing until then    | then once more            |
    | "Off" pressed                               | nothing               | nothing                   |
    | clock set back after it was told            | nothing until it is due again | never again       |
    | several of one interview                    | the latest            | the latest                |
    | many after a long sleep                     | all                   | all of them in one        |
    """
    due = [one for one in all_of_them if one.due_at <= now < one.until]
    latest: dict[str, Reminder] = {}
    for one in due:
        before = latest.get(one.interview_id)
        if before is None or before.due_at <= one.due_at:
            latest[one.interview_id] = one
    shown = [one for one in latest.values() if _waits(seen.get(one.key), now)]
    # What ends first is the most pressing.
    shown.sort(key=lambda one: (one.until, one.key))
    told = [one for one in shown if _untold(seen.get(one.key), now)]
    return Now(tuple(shown), tuple(told))


def _waits(seen: Seen | None, now: datetime) -> bool:
    if seen is None:
        return True
    return not seen.off and (seen.later is None or seen.later <= now)


def _untold(seen: Seen | None, now: datetime) -> bool:
    if seen is None or seen.told_at is None:
        return True
    # After "Later" it is told once more, when that has passed.
    return seen.later is not None and seen.told_at < seen.later <= now


def told(seen: Mapping[str, Seen], which: Iterable[Reminder], now: datetime) -> dict[str, Seen]:
    """Remember that these were told."""
    return {**seen, **{o.key: replace(seen.get(o.key, Seen()), told_at=now) for o in which}}


def later(seen: Mapping[str, Seen], one: Reminder, now: datetime) -> dict[str, Seen]:
    """Put a reminder off for a while that suits it."""
    told_at = seen.get(one.key, Seen()).told_at or now
    return {**seen, one.key: Seen(told_at, now + _LATER[one.kind])}


def off(seen: Mapping[str, Seen], one: Reminder) -> dict[str, Seen]:
    """Be done with a reminder."""
    return {**seen, one.key: replace(seen.get(one.key, Seen()), off=True)}


def still_known(seen: Mapping[str, Seen], all_of_them: Iterable[Reminder]) -> dict[str, Seen]:
    """What was seen of reminders that there still are: the rest need not be kept."""
    keys = {one.key for one in all_of_them}
    return {key: value for key, value in seen.items() if key in keys}
