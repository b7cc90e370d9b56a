"""Every table of the store, by what it is about. Rows never leave `store`."""

from interview_coach.store.tables.base import Arguments, Row, blank, metadata, parent, table_of
from interview_coach.store.tables.interview import Interview, Interviewer, Invitation, PrepItem
from interview_coach.store.tables.library import LibraryItem, Template, TemplateItem
from interview_coach.store.tables.opportunity import (
    Company,
    Imported,
    Opportunity,
    Person,
    Requirement,
)
from interview_coach.store.tables.outcome import Lesson, Outcome, Reason
from interview_coach.store.tables.own import Entry, Scratch, Setting, Version
from interview_coach.store.tables.review import Asked, Covered, Remark, Review, Signal

__all__ = [
    "KEPT",
    "Arguments",
    "Asked",
    "Company",
    "Covered",
    "Entry",
    "Imported",
    "Interview",
    "Interviewer",
    "Invitation",
    "Lesson",
    "LibraryItem",
    "Opportunity",
    "Outcome",
    "Person",
    "PrepItem",
    "Reason",
    "Remark",
    "Requirement",
    "Review",
    "Row",
    "Scratch",
    "Setting",
    "Signal",
    "Template",
    "TemplateItem",
    "Version",
    "blank",
    "metadata",
    "parent",
    "table_of",
]

# Parents before children; versions last, as they belong to rows of several tables. What is left out
# is derived, or not the person's own.
_BESIDE = {"setting", "scratch", "entry", "version"}
KEPT = (*(t for t in metadata.sorted_tables if t.name not in _BESIDE), table_of(Version))
