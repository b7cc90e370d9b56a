"""Pay: what was asked about it, what I said, to whom and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from interview_coach.domain.kinds import InterviewKind
from interview_coach.domain.research import check_day
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint


@dataclass(frozen=True, slots=True)
class PayDraft:
    """One exchange about pay, as typed."""

    said_on: date
    person: str = ""
    asked: str = ""
    said: str = ""

    def cleaned(self) -> PayDraft:
        """The same draft with cleaned texts."""
        return replace(
            self,
            person=clean_line(self.person),
            asked=clean_text(self.asked).strip(),
            said=clean_text(self.said).strip(),
        )


def check_pay(draft: PayDraft, today: date) -> list[Complaint]:
    """What is wrong with a cleaned draft; empty when it is sound. One side of it is enough."""
    found = [
        *check_day("said_on", draft.said_on, today),
        *check_line("person", draft.person),
        *check_text("asked", draft.asked),
        *check_text("said", draft.said),
    ]
    if not draft.asked and not draft.said:
        found.append(Complaint("said", "missing"))
    return found


@dataclass(frozen=True, slots=True)
class PayTalk:
    """One exchange about pay, as shown; `kind` is that of the round in which it was."""

    id: str
    said_on: date
    person: str
    asked: str
    said: str
    interview_id: str = ""
    kind: InterviewKind | None = None

    @property
    def draft(self) -> PayDraft:
        """It as it would be typed."""
        return PayDraft(self.said_on, self.person, self.asked, self.said)


@dataclass(frozen=True, slots=True)
class Pay:
    """All about the pay of one opportunity: what the posting says, and what was said, newest first."""

    posting: str = ""
    talks: tuple[PayTalk, ...] = ()
