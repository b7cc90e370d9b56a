"""Owns which interview is meant by a command that names none: the page's, else the next one."""

from __future__ import annotations

from interview_coach.domain.changes import Place
from interview_coach.ui.desk import Desk


def fitting_interview(here: Place, desk: Desk) -> str:
    """The id of the interview that the person is at, or of the next one; nothing without either."""
    from interview_coach.store import today

    if here.kind == "interview" and here.id:
        return here.id
    ready = desk.ask(today.today, desk.local()).next_up
    return "" if ready is None else ready.id
