"""Where an interview stands: what is settled about it, and what the clock makes of that.

An interview that does not take place is `called_off` in the code and in the file, by them or by me, and
"cancelled" in the window: in code `cancelled` is the outcome, the company's word on the whole job.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from interview_coach.domain.kinds import Decision, InterviewKind


class Standing(StrEnum):
    """Where one interview stands now. Derived, never stored."""

    UPCOMING = "upcoming"
    UNDER_WAY = "under_way"
    TO_REVIEW = "to_review"
    WAITING = "waiting"
    ADVANCED = "advanced"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    CANCELLED = "cancelled"
    CALLED_OFF = "called_off"
    NOT_HELD = "not_held"


class Need(StrEnum):
    """What an interview needs from me: the groups of the list."""

    UPCOMING = "upcoming"
    TO_REVIEW = "to_review"
    WAITING = "waiting"
    CLOSED = "closed"


class Settled(StrEnum):
    """What of an interview's standing does not depend on the clock; kept with its entry."""

    PLANNED = "planned"
    SEALED = "sealed"
    ADVANCED = "advanced"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    CANCELLED = "cancelled"
    CALLED_OFF = "called_off"
    NOT_HELD = "not_held"


def settled(
    *,
    sealed: bool,
    called_off: bool = False,
    not_held: bool = False,
    decision: Decision | None = None,
    superseded: bool = False,
) -> Settled:
    """What is settled about an interview.

    `decision` is the outcome that stands on this round (its own, or the one that ended its
    opportunity); `superseded` says that a later round of the same opportunity exists. In order:

    called off, or did not happen -> that
    a decision                    -> that (the review can still be written)
    not sealed                    -> planned
    a later round exists          -> advanced
    otherwise                     -> sealed
    """
    if called_off:
        return Settled.CALLED_OFF
    if not_held:
        return Settled.NOT_HELD
    if decision is not None:
        return Settled(decision.value)
    if not sealed:
        return Settled.PLANNED
    return Settled.ADVANCED if superseded else Settled.SEALED


def standing(state: Settled, now: datetime, start_at: datetime, end_at: datetime) -> Standing:
    """Where an interview stands at `now` (all instants aware).

    planned, before the start -> upcoming; before the end -> under way; after it -> to review;
    sealed -> waiting; anything else -> that.
    """
    if state is Settled.PLANNED:
        if now < start_at:
            return Standing.UPCOMING
        return Standing.UNDER_WAY if now < end_at else Standing.TO_REVIEW
    return Standing.WAITING if state is Settled.SEALED else Standing(state.value)


def need(where: Standing) -> Need:
    """The group of the list that a standing belongs to."""
    if where in {Standing.UPCOMING, Standing.UNDER_WAY}:
        return Need.UPCOMING
    if where is Standing.TO_REVIEW:
        return Need.TO_REVIEW
    return Need.WAITING if where is Standing.WAITING else Need.CLOSED


def furthest(kinds: Sequence[InterviewKind]) -> InterviewKind | None:
    """The furthest stage among rounds held, which survives a no; None without any.

    Order: informal and other, phone screen, hiring manager, behavioural, technical, case,
    presentation, panel, final.
    """
    order = [
        InterviewKind.OTHER,
        InterviewKind.INFORMAL,
        InterviewKind.PHONE_SCREEN,
        InterviewKind.HIRING_MANAGER,
        InterviewKind.BEHAVIOURAL,
        InterviewKind.TECHNICAL,
        InterviewKind.CASE,
        InterviewKind.PRESENTATION,
        InterviewKind.PANEL,
        InterviewKind.FINAL,
    ]
    return max(kinds, key=order.index, default=None)
