"""Dates, times and spans of time as the person's locale writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QDate, QLocale, QTime

from interview_coach.ui.text import tr, tr_n


def time_text(moment: datetime) -> str:
    """14:00 or 2:00 PM, as the locale has it."""
    short = QLocale.FormatType.ShortFormat
    return QLocale().toString(QTime(moment.hour, moment.minute), short)


def day_text(day: date, today: date | None = None) -> str:
    """Tue 24 Nov; with the year when it is not `today`'s."""
    wanted = "ddd d MMM" if today is None or today.year == day.year else "ddd d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), wanted)


def short_day(day: date) -> str:
    """24 Nov."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM")


def long_day(day: date) -> str:
    """Sunday, 22 November."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM")


def month_text(year: int, month: int) -> str:
    """November 2026."""
    name = QLocale().standaloneMonthName(month, QLocale.FormatType.LongFormat)
    return tr("{month} {year}", month=name, year=year)


def month_short(day: date, today: date | None = None) -> str:
    """Nov; with the year when it is not `today`'s."""
    wanted = "MMM" if today is None or today.year == day.year else "MMM yy"
    return QLocale().toString(QDate(day.year, day.month, day.day), wanted)


def day_name(day: date) -> str:
    """Tuesday."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")


def weekday_text(day: date) -> str:
    """Tue."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd")


def opens_text(moment: datetime, today: date) -> str:
    """Tuesday 14:45 within the coming week; Tue 8 Dec, 14:45 later; only 14:45 today."""
    day, time = moment.date(), time_text(moment)
    if day == today:
        return time
    if 0 < (day - today).days < 7:
        name = QLocale().toString(QDate(day.year, day.month, day.day), "dddd")
        return tr("{weekday} {time}", weekday=name, time=time)
    return tr("{day}, {time}", day=day_text(day, today), time=time)


def span_text(start: datetime, minutes: int) -> str:
    """14:00 – 14:45."""
    end = start + timedelta(minutes=minutes)
    return tr("{start} – {end}", start=time_text(start), end=time_text(end))


def when_text(start: datetime, minutes: int, today: date | None = None) -> str:
    """Tue 24 Nov, 14:00 – 14:45."""
    return tr("{day}, {span}", day=day_text(start.date(), today), span=span_text(start, minutes))


def both_zones(start: datetime, zone: str, start_at: datetime, local: tzinfo) -> str:
    """The same moment in the person's own zone, or nothing when the clocks agree."""
    here = start_at.astimezone(local)
    if zone == str(local) or here.replace(tzinfo=None) == start:
        return ""
    same_day = here.date() == start.date()
    when = (
        time_text(here)
        if same_day
        else tr("{day}, {time}", day=day_text(here.date()), time=time_text(here))
    )
    return tr("{when} for you", when=when)


def length_text(minutes: int) -> str:
    """45 min, 1 h 30 min, 3 days."""
    hours, rest = divmod(abs(minutes), 60)
    days, hours_left = divmod(hours, 24)
    if days >= 2 or (days and not hours_left):
        return tr_n("{n} day", "{n} days", days)
    if days:
        return tr("1 day {hours} h", hours=hours_left)
    if not hours:
        return tr("{n} min", n=rest)
    return (
        tr("{hours} h {minutes} min", hours=hours, minutes=rest)
        if rest
        else tr("{hours} h", hours=hours)
    )


def until_text(moment: datetime, now: datetime) -> str:
    """In 1 day 16 h; now."""
    minutes = int((moment - now).total_seconds() // 60)
    if minutes < 1:
        return tr("now")
    if minutes >= 24 * 60 * 2:
        return tr("in {span}", span=length_text(minutes // 1440 * 1440))
    return tr("in {span}", span=length_text(minutes if minutes < 24 * 60 else minutes // 60 * 60))


def since_text(moment: datetime, now: datetime) -> str:
    """25 min ago; yesterday is told by `day_ago`. Of a clock that was ahead the day is told."""
    minutes = int((now - moment).total_seconds() // 60)
    if minutes < -1:
        return tr("on {day}", day=day_text(moment.date()))
    if minutes < 1:
        return tr("just now")
    return tr("{span} ago", span=length_text(minutes if minutes < 60 * 24 else minutes // 60 * 60))


def day_ago(day: date, today: date) -> str:
    """today, yesterday, 6 days ago."""
    days = (today - day).days
    if days <= 0:
        return tr("today")
    return tr("yesterday") if days == 1 else tr_n("{n} day ago", "{n} days ago", days)


def closes_text(day: date, today: date) -> str:
    """Closes on Tue 24 Nov; closed, once that day has passed."""
    shown = day_text(day, today)
    return tr("Closed on {day}", day=shown) if day < today else tr("Closes on {day}", day=shown)
