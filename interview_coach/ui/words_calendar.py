"""Calendars in words: what an interview is called there, and what a file's event says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo

from interview_coach.domain.calendar import CalendarEvent, Entry, Invited, Scheduled, ZoneDoubt
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr, tr_n


def entry_of(scheduled: Scheduled) -> Entry:
    """An interview as it goes into a calendar."""
    summary = tr("Interview: {role} at {company}", role=scheduled.title, company=scheduled.company)
    lines = [words.kind_title(scheduled.kind)]
    if scheduled.people:
        lines.append(tr("With {people}", people=", ".join(scheduled.people)))
    if scheduled.link:
        lines.append(tr("Join: {link}", link=scheduled.link))
    return Entry(scheduled, summary, "\n".join(lines), tr("Your interview is soon."))


def entries_of(found: Sequence[Scheduled]) -> list[Entry]:
    """Interviews as they go into a calendar."""
    return [entry_of(one) for one in found]


def event_when(event: CalendarEvent, local: tzinfo, today: date) -> str:
    """When an event is, by the clock of its file, or by one's own where only the instant is known."""
    if event.start is None:
        return tr("no time")
    start: datetime = event.start
    if not event.zone and event.start_at is not None:
        start = event.start_at.astimezone(local).replace(tzinfo=None)
    day = dates.day_text(start.date(), today)
    if event.doubt is ZoneDoubt.NO_TIME:
        return tr("{day}, all day", day=day)
    return tr("{day}, {time}", day=day, time=dates.time_text(start))


def event_line(event: CalendarEvent, local: tzinfo, today: date) -> str:
    """One event in a list: Tue 1 Dec, 14:00 · Technical interview · cancelled."""
    parts = [event_when(event, local, today), event.summary or tr("without a title")]
    if event.cancelled:
        parts.append(tr("cancelled"))
    if event.repeats:
        parts.append(tr("repeats"))
    return " · ".join(parts)


def doubt_text(event: CalendarEvent) -> str:
    """What has to be answered before an event has a time; nothing where the file says it."""
    match event.doubt:
        case ZoneDoubt.FLOATING:
            return tr("The file names no time zone. Is the one below right?")
        case ZoneDoubt.UNKNOWN:
            return tr(
                "Nobody here knows the file's time zone “{zone}”. Which one is it?",
                zone=event.zone_name,
            )
        case ZoneDoubt.NO_TIME:
            return tr("It is an all-day event. When does the interview begin?")
        case ZoneDoubt.NO_START:
            return tr("The file names no time. When is it?")
        case _:
            return ""


def proposed_text(event: CalendarEvent) -> str:
    """What was only guessed from an event."""
    said = event.proposal
    sources = {
        "summary": tr("Company: read from the title."),
        "organiser": tr("Company: guessed from the organiser's address."),
        "attendees": tr("Company: guessed from the addresses of those invited."),
    }
    parts = [sources.get(said.company_from, tr("The file does not name the company."))]
    if event.people:
        parts.append(
            tr_n(
                "Who you will meet: {n} person with the company's address.",
                "Who you will meet: {n} people with the company's address.",
                len(event.people),
            )
        )
    if event.scheduler:
        parts.append(tr("A program arranged it and is left out."))
    return " ".join(parts)


def now_text(invited: Invited, today: date) -> str:
    """When an interview is by what is kept: Tue 24 Nov, 14:00 – 14:45 (Europe/Berlin)."""
    when = dates.when_text(invited.start, invited.minutes, today)
    return tr("{when} ({zone})", when=when, zone=invited.zone)
