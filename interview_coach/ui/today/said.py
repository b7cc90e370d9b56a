"""Owns the sentences of the Today page."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from interview_coach.domain.links import is_link
from interview_coach.domain.silence import UsualWait
from interview_coach.domain.today import Awaited, Landed, NextUp, Today, Useful, WeekMark, Why
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr, tr_n

_LONGEST = 220
_PERCENT = 100
# What a click may hand over to the system; anything else that is typed as a link stays text.
_OPENED = ("http://", "https://", "tel:", "sip:", "msteams:", "zoommtg:", "callto:", "mailto:")


def day_of(moment: datetime, local: tzinfo) -> date:
    """The day of an instant where the person is."""
    return moment.astimezone(local).date()


def summary(today: Today) -> str:
    """The sentence below the date."""
    parts = []
    if today.this_week:
        parts.append(
            tr_n(
                "one interview in the next seven days",
                "{n} interviews in the next seven days",
                today.this_week,
            )
        )
    if today.to_review_total:
        parts.append(tr_n("one review waiting", "{n} reviews waiting", today.to_review_total))
    if not parts and today.awaited_total:
        parts.append(tr_n("one answer awaited", "{n} answers awaited", today.awaited_total))
    if not parts:
        return tr("Nothing is waiting for you.")
    text = ", ".join(parts)
    return tr("{sentence}.", sentence=text[:1].upper() + text[1:])


def percent(ready: NextUp) -> int:
    """How far it is prepared, rounded down: 100 means all of it."""
    return ready.prepared * _PERCENT // ready.planned if ready.planned else 0


def progress(ready: NextUp) -> str:
    """18 of 28 prepared · 4 talking points rehearsed."""
    if not ready.planned:
        return tr("Nothing on the checklist yet")
    text = tr("{done} of {all} prepared", done=ready.prepared, all=ready.planned)
    if not ready.rehearsed:
        return text
    said = tr_n("one point said out loud", "{n} points said out loud", ready.rehearsed)
    return f"{text} · {said}"


def countdown(ready: NextUp, now: datetime) -> str:
    """In 1 day 16 h; now, until it is over."""
    if now >= ready.start_at:
        left = max(int((ready.end_at - now).total_seconds() // 60), 0)
        return tr("now · {span} left", span=dates.length_text(left))
    return dates.until_text(ready.start_at, now)


def when(ready: NextUp, now: datetime, local: tzinfo) -> str:
    """Tue 24 Nov, 14:00 – 14:45 (Europe/Berlin), and what clocks here show then."""
    minutes = int((ready.end_at - ready.start_at).total_seconds() // 60)
    text = dates.when_text(ready.start, minutes, day_of(now, local))
    text = tr("{when} ({zone})", when=text, zone=ready.zone)
    here = dates.both_zones(ready.start, ready.zone, ready.start_at, local)
    return f"{text} · {here}" if here else text


def useful(found: Useful) -> str:
    """What to do."""
    text = found.candidate.text
    if found.why is Why.REQUIREMENT_GAP:
        return tr("Evidence for “{what}”: none yet", what=text)
    if found.why is Why.UNREHEARSED:
        return tr("Say “{what}” out loud once", what=text)
    if found.why is Why.ASKED_AGAIN:
        return tr_n(
            "“{what}” was asked once before",
            "“{what}” was asked {n} times before",
            found.candidate.times,
            what=text,
        )
    return text


def sound_link(text: str) -> bool:
    """Whether a click may open it."""
    with_scheme = ":" in text.split("/", maxsplit=1)[0]
    return is_link(text) and (not with_scheme or text.lower().startswith(_OPENED))


def join_line(ready: NextUp) -> str:
    """Where, and with whom."""
    link = ready.link.removeprefix("https://").removeprefix("http://")
    where = ready.place or link
    return " · ".join(part for part in (where, ", ".join(ready.people)) if part)


def waited(row: Awaited, *, whole: bool) -> str:
    """You said 60% before hearing back · 6 days; not `whole` where a line before has said it."""
    # A number and its unit stay on one line.
    days = tr_n("{n} day", "{n} days", max(row.days, 0)).replace(" ", "\N{NO-BREAK SPACE}")
    if row.forecast is None:
        return days
    said = (
        tr("You said {forecast}% before hearing back", forecast=row.forecast)
        if whole
        else tr("You said {forecast}%", forecast=row.forecast)
    )
    return f"{said} · {days}"


def promised(row: Awaited, today: date) -> str:
    """What they promised."""
    if row.promised_on is None:
        return ""
    day = dates.day_text(row.promised_on, today)
    if row.promised_on < today:
        return tr("They promised {day}, now past", day=day)
    return tr("They promised {day}", day=day)


def landed(found: Landed) -> str:
    """“The warehouse migration” landed in 3 of 3 interviews."""
    return tr_n(
        "“{what}” landed in {landed} of {n} interview.",
        "“{what}” landed in {landed} of {n} interviews.",
        found.planned,
        what=short(found.text),
        landed=found.landed,
    )


def short(text: str) -> str:
    """A text as one paragraph, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(" ", 1)[0] + " …"


def counts(today: Today) -> str:
    """9 interviews · 8 reviewed · 2 offers; what there is none of is left out."""
    parts = (
        (today.weeks_held, tr_n("{n} interview", "{n} interviews", today.weeks_held)),
        (today.weeks_reviewed, tr("{n} reviewed", n=today.weeks_reviewed)),
        (today.weeks_offers, tr_n("{n} offer", "{n} offers", today.weeks_offers)),
    )
    return " · ".join(text for n, text in parts if n)


def mark_text(mark: WeekMark) -> str:
    """The word in a box of the strip."""
    return words.standing_mark(mark.standing) or dates.weekday_text(mark.day)


def mark_full(mark: WeekMark) -> str:
    """What a box of the strip is in full."""
    return tr(
        "{company}, {day}: {standing}",
        company=mark.company,
        day=dates.day_text(mark.day),
        standing=words.word(mark.standing),
    )


def usually(wait: UsualWait) -> str:
    """My own usual wait; nothing while there are too few answers for one."""
    if not wait.enough:
        return ""
    if wait.median is None:
        return tr_n("usually more than {n} day", "usually more than {n} days", wait.longest)
    return tr_n("usually {n} day", "usually {n} days", wait.median)
