"""The ledger: all reasons over all outcomes. The company's no and my own are never in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from interview_coach.domain.kinds import Certainty, Decision, Family, InterviewKind, Sign
from interview_coach.domain.outcome import ReasonRow


class Side(StrEnum):
    """Whose no it was: theirs; mine (withdrew, or declined an offer); or they called it all off."""

    THEIRS = "theirs"
    MINE = "mine"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class LedgerFilters:
    """Which reasons are meant: of one side, and of these; None leaves nothing out."""

    side: Side = Side.THEIRS
    family: Family | None = None
    sign: Sign | None = None
    certainty: Certainty | None = None
    since: date | None = None

    @property
    def narrowed(self) -> bool:
        """Whether more than the side leaves something out."""
        return self != LedgerFilters(self.side)


@dataclass(frozen=True, slots=True)
class LedgerKey:
    """The place of one reason in the ledger: its outcome's place in time, and its id."""

    entry: int
    id: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One reason with the outcome that it is of.

    `interview_id` is the round on whose page it can be edited, "" where there is none.
    """

    reason: ReasonRow
    company: str
    title: str
    decision: Decision
    decided_on: date
    opportunity_id: str
    interview_id: str = ""
    kind: InterviewKind | None = None
