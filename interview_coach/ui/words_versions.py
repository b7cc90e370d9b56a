"""The names of the long texts that keep their earlier versions."""

from __future__ import annotations

from interview_coach.domain.kinds import ReviewText
from interview_coach.ui.text import Marked, mark, tr_marked
from interview_coach.ui.words import word

_LONG_TEXTS: dict[str, Marked] = {
    "company.notes": mark("Notes on the company"),
    "person.notes": mark("Notes on the person"),
    "opportunity.notes": mark("Notes on the opportunity"),
    "opportunity.posting_text": mark("Posting"),
    "interview.notes": mark("Notes of the interview"),
    "interview.thanks": mark("Thank-you note"),
    "prep_item.details": mark("Details"),
    "library_item.situation": mark("Situation"),
    "library_item.task": mark("Task"),
    "library_item.action": mark("Action"),
    "library_item.result": mark("Result"),
    "library_item.details": mark("Details"),
}


def long_text(field: str) -> str:
    """What a long text is called: "review.went_well" is What went well."""
    table, _, column = field.partition(".")
    return word(ReviewText(column)) if table == "review" else tr_marked(_LONG_TEXTS[field])
