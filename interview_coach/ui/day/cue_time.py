"""Owns the cue card's clock: how long until it begins, what is left of it, how long it is over."""

from __future__ import annotations

from datetime import datetime

from interview_coach.domain.interview import InterviewHead
from interview_coach.ui import dates
from interview_coach.ui.text import tr


def minutes_and_seconds(seconds: int) -> str:
    """18:42, or 1:18:42 from an hour on."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def time_left(head: InterviewHead, now: datetime) -> tuple[str, str]:
    """What the clock shows, and what a screen reader says of it."""
    if now < head.start_at:
        text = dates.until_text(head.start_at, now)
        return text, tr("Begins {when}", when=text)
    if now >= head.end_at:
        return tr("time is up"), tr("The planned time is up")
    left = int((head.end_at - now).total_seconds())
    spoken = dates.length_text(max(1, round(left / 60)))
    return minutes_and_seconds(left), tr("{span} left", span=spoken)
