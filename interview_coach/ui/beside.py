"""Owns what a card needs to know that stands beside an interview's steps and on the opportunity's page.

Features do not know each other: whoever puts a page together hands it such cards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewHead, OpportunityHead, Round, Standing
from interview_coach.ui.desk import Desk
from interview_coach.ui.widgets import Card

_NOT_HELD = frozenset({Standing.UPCOMING, Standing.CALLED_OFF, Standing.NOT_HELD})


@dataclass(frozen=True, slots=True)
class Around:
    """Where a card stands: the opportunity, the page, and its round if it is a round's page.

    `held` are the rounds that have begun, the last one first; `people` sit opposite in this round.
    """

    opportunity: str
    place: Place
    interview: str = ""
    held: tuple[Round, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def last(self) -> Round | None:
        """The round that something was most likely learned in: this one if it has begun, else the last."""
        mine = [one for one in self.held if one.id == self.interview]
        return next(iter([*mine, *self.held]), None)

    def round_on(self, day: date) -> str:
        """The round held on a day, this one before others; none is an empty text."""
        found = [one.id for one in self.held if one.start.date() == day]
        return self.interview if self.interview in found else next(iter(found), "")


def _held(rounds: tuple[Round, ...], besides: str = "") -> tuple[Round, ...]:
    begun = [one for one in rounds if one.standing not in _NOT_HELD or one.id == besides]
    return tuple(sorted(begun, key=lambda one: one.start, reverse=True))


def around_round(head: InterviewHead, step: str) -> Around:
    """Beside a step of an interview. Whoever reviews it before its time was in it all the same."""
    people = tuple(who.name for who in head.interviewers)
    place = Place("interview", head.id, step)
    held = _held(head.rounds, head.id if step == "review" else "")
    return Around(head.opportunity_id, place, head.id, held, people)


def around_opportunity(head: OpportunityHead) -> Around:
    """On the page of an opportunity."""
    return Around(head.id, Place("opportunity", head.id), "", _held(head.rounds))


class DecidedPart(QWidget):
    """What an opportunity's page shows of an answer that no round brought.

    Signals: none of its own.
    """

    def show_opportunity(self, key: str) -> bool:
        """Show the answer on this opportunity; whether there is one that no round shows."""
        raise NotImplementedError


class BesideCard(Card):
    """A card about an opportunity that any of its pages can hold.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.desk = desk
        self.around = Around("", Place(""))

    def show_around(self, around: Around) -> None:
        """Ask for what it shows of this opportunity, and show it in place."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget what is shown: another interview or opportunity follows."""
        raise NotImplementedError

    def today(self) -> date:
        """The day by the person's own clock."""
        return self.desk.now().astimezone(self.desk.local()).date()
