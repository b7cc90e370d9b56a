"""Every table of the store, by what it is about. Rows never leave `store`."""

from interview_coach.store.tables.base import Arguments, Row, blank, metadata, parent, table_of
from interview_coach.store.tables.interview import (
    ExpectedQuestion,
    Interview,
    Interviewer,
    Invitation,
    PrepItem,
)
from interview_coach.store.tables.library import LibraryItem, Template, TemplateItem
from interview_coach.store.tables.opportunity import (
    Company,
    Imported,
    Opportunity,
    PayTalk,
    Person,
    Requirement,
    ResearchNote,
)
from interview_coach.store.tables.outcome import (
    FreeWriting,
    Lesson,
    LessonCheck,
    Outcome,
    Reason,
    ReasonChange,
)
from interview_coach.store.tables.own import Entry, Scratch, Setting, Version
from interview_coach.store.tables.review import Asked, Covered, Remark, Review, Signal

__all__ = [
    "KEPT",
    "Arguments",
    "Asked",
    "Company",
    "Covered",
    "Entry",
    "ExpectedQuestion",
    "FreeWriting",
    "Imported",
    "Interview",
    "Interviewer",
    "Invitation",
    "Lesson",
    "LessonCheck",
    "LibraryItem",
    "Opportunity",
    "Outcome",
    "PayTalk",
    "Person",
    "PrepItem",
    "Reason",
    "ReasonChange",
    "Remark",
    "Requirement",
    "ResearchNote",
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
