"""What lies in the trash, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

KEPT_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in the trash: its table and what it is called.

    `title` is a code where the table's rows have no wording of their own: the kind of an interview,
    the decision of an outcome. `section` is that of a checklist item.
    """

    table: str
    title: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """One deletion: what was deleted, when, at which company, and what went with it.

    `with_it` counts the rows that went along, by table, without what is in no list of its own.
    `inside` is what the deleted thing belongs to, when that is in the trash by another deletion.
    """

    id: str
    thing: Thing
    trashed_at: datetime
    company: str = ""
    with_it: tuple[tuple[str, int], ...] = ()
    inside: Thing | None = None


def expired(now: datetime) -> datetime:
    """What was deleted before this goes for good."""
    return now - KEPT_FOR


def days_left(trashed_at: datetime, now: datetime) -> int:
    """How many days something stays in the trash yet; today counts.

    cases: deleted now -> 30; a day ago -> 29; an hour before its time -> 1; after it -> 0; deleted
    tomorrow, as the clock was set back -> 30.
    """
    left = trashed_at + KEPT_FOR - now
    return max(0, min(-(-left // timedelta(days=1)), KEPT_FOR.days))
