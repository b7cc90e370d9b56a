"""Takes a calendar file over without a window: what its events say in so many words, and no guess."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from interview_coach.app.commands.frame import Failure
from interview_coach.app.commands.importing import Answer
from interview_coach.domain.calendar import (
    USUAL_MINUTES,
    CalendarEvent,
    CalendarFile,
    Fate,
    Invited,
    certain_draft,
    fate_of,
)

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store

Known = Callable[[CalendarEvent], Invited | None]


def preview(what: CalendarFile, reader: Reader | None) -> Answer:
    """What would come of each event."""
    from interview_coach.store.invitation import invited

    def known(event: CalendarEvent) -> Invited | None:
        if reader is None:
            return None
        return invited(reader, event.uid, event.invitation.occurrence)

    return _answer([(event, fate_of(event, known(event))) for event in what.events], "would")


def take(what: CalendarFile, store: Store, options: argparse.Namespace) -> Answer:
    """Add, move and call off what is certain. Raises `Failure` when nothing of it is."""
    del options
    from interview_coach.store.invitation import invited
    from interview_coach.ui import words_commands_calendar as said

    done: list[tuple[CalendarEvent, Fate]] = []
    for event in what.events:
        known = store.ask(invited, event.uid, event.invitation.occurrence)
        fate = fate_of(event, known)
        _do(event, known, fate, store)
        done.append((event, fate))
    if all(fate is Fate.UNCLEAR for _, fate in done):
        raise Failure("nothing_taken", said.nothing_taken())
    return _answer(done, "did")


def _do(event: CalendarEvent, known: Invited | None, fate: Fate, store: Store) -> None:
    from interview_coach.store import invitation

    if fate is Fate.NEW:
        store.do(invitation.take_invitation, certain_draft(event), event.invitation)
    elif known is not None and fate is Fate.CALLED_OFF:
        store.do(invitation.call_off_invited, known.interview_id, event.invitation)
    elif known is not None and fate is Fate.MOVED and event.start is not None:
        minutes = event.minutes or known.minutes or USUAL_MINUTES
        times = (event.start, event.zone, 0, minutes)
        way = event.proposal
        store.do(
            invitation.follow_invitation,
            known.interview_id,
            times,
            event.invitation,
            way.link,
            way.place,
        )


def _answer(found: list[tuple[CalendarEvent, Fate]], verb: str) -> Answer:
    from interview_coach.ui import words_commands_calendar as said

    counts = {fate.value: sum(one is fate for _, one in found) for fate in Fate}
    events = [
        {"uid": event.uid, "occurrence": event.invitation.occurrence, "fate": fate.value}
        for event, fate in found
    ]
    lines = [said.event_fate(event, fate) for event, fate in found]
    return Answer(lines, {verb: {**counts, "events": events}})
