"""What `import` says of a calendar file, without a window."""

from __future__ import annotations

from interview_coach.domain.calendar import CalendarEvent, Fate
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_FATES: dict[Fate, Marked] = {
    Fate.NEW: mark("new: {what}"),
    Fate.MOVED: mark("moved: {what}"),
    Fate.CALLED_OFF: mark("called off: {what}"),
    Fate.SAME: mark("known, nothing new: {what}"),
    Fate.OLDER: mark("older than what you have: {what}"),
    Fate.UNCLEAR: mark("left alone, look it over in the window: {what}"),
}


def event_fate(event: CalendarEvent, fate: Fate) -> str:
    """One event and what becomes of it."""
    when = event.start.isoformat(sep=" ", timespec="minutes") if event.start else tr("no time")
    what = tr("{when} {title}", when=when, title=event.summary or tr("without a title"))
    return tr_marked(_FATES[fate], what=what)


def nothing_taken() -> str:
    """A calendar of which nothing could be saved."""
    return tr(
        "Nothing was saved: only what an event says in so many words is taken from here. Drop the file on the window to look it over."
    )
