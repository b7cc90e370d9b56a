"""Owns what a card or a page is about, and which actions that offers now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from interview_coach.domain.interview import (
    InterviewHead,
    InterviewRow,
    OpportunityHead,
    OpportunityRow,
)
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.standing import Standing
from interview_coach.ui import words
from interview_coach.ui.text import tr


class Act(StrEnum):
    """What can be done with an interview or an opportunity."""

    OPEN = "open"
    EDIT = "edit"
    RESCHEDULE = "reschedule"
    OUTCOME = "outcome"
    NEXT_ROUND = "next_round"
    THEY_CALL_OFF = "they_call_off"
    I_CALL_OFF = "i_call_off"
    RESTORE = "restore"
    NOT_HELD = "not_held"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Subject:
    """One interview, or (with `interview` empty) one opportunity without a round."""

    opportunity: str
    interview: str = ""
    standing: Standing | None = None
    archived: bool = False
    decided: bool = False
    has_round: bool = False

    @property
    def key(self) -> str:
        """The id of the card."""
        return self.interview or self.opportunity


_DECIDED = frozenset({Standing.OFFER, Standing.REJECTED, Standing.WITHDREW, Standing.CANCELLED})
_TO_COME = frozenset({Standing.UPCOMING, Standing.UNDER_WAY, Standing.TO_REVIEW})
_OFF = frozenset({Standing.CALLED_OFF, Standing.NOT_HELD})


def subject_of(found: InterviewRow | InterviewHead | OpportunityRow | OpportunityHead) -> Subject:
    """What a row or a head is about."""
    if isinstance(found, OpportunityRow | OpportunityHead):
        return Subject(
            found.id,
            archived=found.archived,
            decided=found.decision is not None,
            has_round=isinstance(found, OpportunityHead) and bool(found.rounds),
        )
    return Subject(
        found.opportunity_id,
        found.id,
        found.standing,
        found.archived,
        decided=found.standing in _DECIDED or found.standing is Standing.ADVANCED,
        has_round=True,
    )


def offers(subject: Subject) -> tuple[Act, ...]:
    """The actions that make sense now, in the order in which they stand.

    always                           -> open, edit, archive or unarchive, delete
    still to come, or not reviewed   -> reschedule, call off (they, I)
    its time has come, no review     -> did not happen
    called off, or did not happen    -> it takes place, reschedule
    an interview that is not off     -> outcome
    not archived                     -> next round
    """
    acts = [Act.OPEN, Act.EDIT]
    standing = subject.standing
    if standing in _TO_COME | _OFF:
        acts.append(Act.RESCHEDULE)
    if standing in _OFF:
        acts.append(Act.RESTORE)
    if standing is not None and standing not in _OFF:
        acts.append(Act.OUTCOME)
    if not subject.archived:
        acts.append(Act.NEXT_ROUND)
    if standing in _TO_COME:
        acts += [Act.THEY_CALL_OFF, Act.I_CALL_OFF]
    if standing in {Standing.TO_REVIEW, Standing.UNDER_WAY}:
        acts.append(Act.NOT_HELD)
    return (*acts, Act.UNARCHIVE if subject.archived else Act.ARCHIVE, Act.DELETE)


_ICONS = {
    Act.OPEN: "arrow-right",
    Act.EDIT: "pencil",
    Act.RESCHEDULE: "calendar-clock",
    Act.OUTCOME: "flag",
    Act.NEXT_ROUND: "calendar-plus",
    Act.THEY_CALL_OFF: "calendar-x",
    Act.I_CALL_OFF: "calendar-x",
    Act.RESTORE: "calendar-check",
    Act.NOT_HELD: "calendar-x",
    Act.ARCHIVE: "archive",
    Act.UNARCHIVE: "archive-restore",
    Act.DELETE: "trash-2",
}
KEYS = {Act.OPEN: "Return", Act.EDIT: "F2", Act.DELETE: "Del"}


def icon_of(act: Act) -> str:
    """The icon of an action."""
    return _ICONS[act]


def text_of(act: Act, subject: Subject) -> str:
    """The words of an action."""
    texts = {
        Act.OPEN: tr("Open"),
        Act.EDIT: tr("Edit"),
        Act.RESCHEDULE: tr("Reschedule"),
        Act.OUTCOME: tr("Outcome") if subject.decided else tr("Record outcome"),
        Act.NEXT_ROUND: tr("Next round") if subject.has_round else tr("Add the first round"),
        Act.THEY_CALL_OFF: words.word(Cancelled.THEM),
        Act.I_CALL_OFF: words.word(Cancelled.ME),
        Act.RESTORE: tr("It did happen")
        if subject.standing is Standing.NOT_HELD
        else tr("It takes place after all"),
        Act.NOT_HELD: tr("Did not happen"),
        Act.ARCHIVE: tr("Archive"),
        Act.UNARCHIVE: tr("Take from the archive"),
        Act.DELETE: tr("Delete"),
    }
    return texts[act]
