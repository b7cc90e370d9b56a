"""Reminders in words. They stand on a screen that others may see: they name no company and nobody."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.reminders import Reminder, ReminderKind
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_TEXTS: dict[ReminderKind, Marked] = {
    ReminderKind.PREPARE: mark("An interview is coming up. Half an hour of preparation helps now."),
    ReminderKind.LEAVE: mark("Your interview begins soon: time to log in."),
    ReminderKind.REVIEW: mark(
        "Your interview is over. Write down what they asked while it is fresh."
    ),
    ReminderKind.THANKS: mark("A short thank-you is well placed this morning."),
    ReminderKind.ANSWER: mark("The day of a promised answer has passed. You may ask."),
}


def reminder_text(one: Reminder) -> str:
    """A reminder in one sentence."""
    if one.kind is ReminderKind.LEAVE and one.on_site:
        return tr("Your interview begins soon: time to leave.")
    return tr_marked(_TEXTS[one.kind])


def told_text(which: Sequence[Reminder]) -> str:
    """What the desktop's notification says of one or of many."""
    if len(which) == 1:
        return reminder_text(which[0])
    first = reminder_text(which[0])
    more = tr_n("{n} more reminder waits.", "{n} more reminders wait.", len(which) - 1)
    return f"{first} {more}"
