"""Research: what I found out or believe about them, how sure I am, and what proved wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from interview_coach.domain.kinds import Confidence, InterviewKind
from interview_coach.domain.links import is_link
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint

FIRST_YEAR = 1990
# The store tells days by UTC: where the sun rises first it is tomorrow already.
_AHEAD = timedelta(days=1)


def check_day(field: str, day: date, today: date) -> list[Complaint]:
    """Complain about a day on which something was noted or said: one to come, or a slip."""
    if day > today + _AHEAD:
        return [Complaint(field, "in_the_future")]
    if day.year < FIRST_YEAR:
        return [Complaint(field, "odd_year", {"year": day.year})]
    return []


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """One note, as typed: from where, when, and how sure I am."""

    text: str
    link: str = ""
    noted_on: date | None = None
    confidence: Confidence = Confidence.UNSURE

    def cleaned(self) -> NoteDraft:
        """The same draft with cleaned texts."""
        return replace(self, text=clean_text(self.text).strip(), link=clean_line(self.link))


def check_note(draft: NoteDraft, today: date) -> list[Complaint]:
    """What is wrong with a cleaned note; empty when it is sound."""
    found = check_text("text", draft.text)
    if not draft.text:
        found = [Complaint("text", "missing")]
    found += check_line("link", draft.link)
    if draft.link and not is_link(draft.link):
        found.append(Complaint("link", "not_a_link"))
    if draft.noted_on is not None:
        found += check_day("noted_on", draft.noted_on, today)
    return found


@dataclass(frozen=True, slots=True)
class ResearchNote:
    """One note, as shown. A disproved one says what was learned instead, and in which interview."""

    id: str
    text: str
    link: str = ""
    noted_on: date | None = None
    confidence: Confidence = Confidence.UNSURE
    disproved: bool = False
    learned: str = ""
    disproved_in: str = ""
    disproved_kind: InterviewKind | None = None
    disproved_on: date | None = None
