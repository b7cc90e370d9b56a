"""The person's words for what the store keeps: its tables, their columns, and stored values.

Imports and exports speak of rows and columns; whoever reads them sees only these words. No Qt.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum

from interview_coach.domain.document import Value
from interview_coach.domain.kinds import (
    About,
    Answer,
    Cancelled,
    Certainty,
    Confidence,
    Coverage,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    LessonState,
    LibraryKind,
    Mode,
    Part,
    ReasonKind,
    Section,
    Sign,
    Strength,
)
from interview_coach.domain.merging import Shown
from interview_coach.ui.text import Marked, mark, tr, tr_marked
from interview_coach.ui.words import word

TABLES: dict[str, Marked] = {
    "company": mark("Companies"),
    "opportunity": mark("Opportunities"),
    "person": mark("People"),
    "interview": mark("Interviews"),
    "requirement": mark("What the posting asks for"),
    "interviewer": mark("Who sits opposite"),
    "invitation": mark("Calendar events"),
    "outcome": mark("Outcomes"),
    "prep_item": mark("Preparation"),
    "review": mark("Reviews"),
    "asked": mark("Questions they asked"),
    "covered": mark("Planned points, said or not"),
    "reason": mark("Reasons"),
    "remark": mark("Remarks"),
    "signal": mark("Signals"),
    "lesson": mark("Lessons"),
    "version": mark("Earlier versions of texts"),
    "imported": mark("Rows of tables they came from"),
    "library_item": mark("Library"),
    "template": mark("Templates"),
    "template_item": mark("Lines of templates"),
    "research_note": mark("Research notes"),
    "pay_talk": mark("Talk of pay"),
    "expected_question": mark("Questions I expected"),
    "lesson_check": mark("Checks of lessons"),
    "reason_change": mark("Earlier states of reasons"),
    "free_writing": mark("Free writing"),
    "rest": mark("Everything else"),
}
COLUMNS: dict[str, Marked] = {
    "created_at": mark("Written"),
    "name": mark("Name"),
    "website": mark("Website"),
    "notes": mark("Notes"),
    "company_id": mark("Company"),
    "title": mark("Title"),
    "posting_text": mark("The posting"),
    "posting_url": mark("Where the posting was"),
    "found_at": mark("Found at"),
    "pay": mark("Pay"),
    "sent": mark("What I sent"),
    "sent_on": mark("Sent on"),
    "archived_at": mark("Archived"),
    "opportunity_id": mark("Opportunity"),
    "kind": mark("Kind"),
    "start": mark("Start"),
    "zone": mark("Time zone"),
    "fold": mark("Which of two equal times"),
    "minutes": mark("Minutes"),
    "mode": mark("How it is held"),
    "place": mark("Place"),
    "link": mark("Link"),
    "called_off_by": mark("Called off"),
    "called_off_at": mark("Called off at"),
    "not_held": mark("Did not happen"),
    "text": mark("Text"),
    "evidence": mark("Evidence"),
    "strength": mark("How well I answer it"),
    "interview_id": mark("Interview"),
    "person_id": mark("Person"),
    "part": mark("Their part"),
    "uid": mark("Event in the calendar"),
    "occurrence": mark("Which of its days"),
    "sequence": mark("How often it moved"),
    "decision": mark("What was decided"),
    "answer": mark("My answer"),
    "decided_on": mark("Day"),
    "words": mark("Their words"),
    "section": mark("Section"),
    "about": mark("About whom"),
    "details": mark("Details"),
    "source": mark("Source"),
    "done": mark("Done"),
    "weight": mark("Weight"),
    "rehearsals": mark("Said out loud, times"),
    "template_key": mark("Line of the template"),
    "felt": mark("How it felt"),
    "recall_done_at": mark("Free recall ended"),
    "minutes_after": mark("Minutes after the interview"),
    "my_answers": mark("My answers"),
    "connection": mark("Connection with them"),
    "learned": mark("What I learned about them"),
    "energy": mark("My energy"),
    "went_well": mark("What went well"),
    "would_change": mark("What I would change"),
    "surprises": mark("What surprised me"),
    "next_step": mark("The next step they named"),
    "promised_on": mark("Promised by"),
    "forecast": mark("Forecast"),
    "sealed_at": mark("Sealed"),
    "review_id": mark("Review"),
    "rating": mark("My rating"),
    "next_time": mark("Next time"),
    "prep_item_id": mark("Planned point"),
    "coverage": mark("What became of it"),
    "outcome_id": mark("Outcome"),
    "family": mark("Whose"),
    "what": mark("What"),
    "ref": mark("What it names"),
    "sign": mark("Sign"),
    "certainty": mark("How I know"),
    "asked_id": mark("Question they asked"),
    "if_text": mark("If"),
    "then_text": mark("Then"),
    "state": mark("Where it stands"),
    "closed_at": mark("Closed"),
    "closed_for_id": mark("Closed for"),
    "carried_to_id": mark("Carried to"),
    "posting_key": mark("How the posting is known again"),
    "posted_on": mark("Posted on"),
    "closes_on": mark("Closes on"),
    "row_key": mark("Row"),
    "situation": mark("Situation"),
    "task": mark("Task"),
    "action": mark("Action"),
    "result": mark("Result"),
    "skills": mark("Skills"),
    "tags": mark("Tags"),
    "origin": mark("Made from"),
    "usual": mark("Used by itself"),
    "parts": mark("For whom"),
    "library_id": mark("In the library"),
    "question_id": mark("Question in the library"),
    "story_id": mark("Story I told"),
    "template_id": mark("Template"),
    "owner_id": mark("Belongs to"),
    "field": mark("Which text"),
    "noted_on": mark("Noted on"),
    "confidence": mark("How sure"),
    "disproved": mark("Proved wrong"),
    "disproved_in_id": mark("Proved wrong in"),
    "said_on": mark("Said on"),
    "person": mark("To whom"),
    "asked": mark("What they asked"),
    "said": mark("What I said"),
    "thanks": mark("Thank-you note"),
    "thanked_at": mark("Thanked"),
    "reason_id": mark("Reason"),
    "because": mark("What changed it"),
    "topic": mark("Topic"),
    "lesson_id": mark("Lesson"),
    "happened": mark("Did the if happen"),
    "captured_at": mark("Noted on the way home"),
    "quick_note": mark("First note"),
    "feedback": mark("Feedback in their words"),
    "expected_id": mark("Question I expected"),
    "meaning": mark("What it may mean"),
}
_OWN_COLUMNS: dict[tuple[str, str], Marked] = {
    ("asked", "text"): mark("Question"),
    ("company", "name"): mark("Company"),
    ("lesson_check", "done"): mark("Did I do the then"),
    ("research_note", "learned"): mark("What I learned instead"),
    ("lesson", "family"): mark("Strength or change"),
    ("opportunity", "title"): mark("Role"),
}
_LESSON_FAMILIES = {
    LessonFamily.STRENGTH: mark("A strength to carry on"),
    LessonFamily.CHANGE: mark("A change to try"),
}
_VOCABULARIES: dict[str, Callable[[str], Enum]] = {
    "kind": InterviewKind,
    "mode": Mode,
    "part": Part,
    "section": Section,
    "about": About,
    "coverage": Coverage,
    "felt": lambda text: Felt(int(text)),
    "decision": Decision,
    "answer": Answer,
    "family": Family,
    "what": ReasonKind,
    "sign": Sign,
    "certainty": Certainty,
    "state": LessonState,
    "strength": Strength,
    "confidence": Confidence,
    "called_off_by": Cancelled,
}
_OWN_VOCABULARIES: dict[tuple[str, str], Callable[[str], Enum]] = {
    ("lesson", "family"): LessonFamily,
    ("library_item", "kind"): LibraryKind,
}
# Which part of a review it came from: the store's own.
_CODES = frozenset({("lesson", "source")})
_TRUTHS = frozenset({"done", "not_held", "usual", "disproved", "happened"})
_COUNTS = frozenset({"rehearsals", "sequence"})


def table(name: str) -> str:
    """What the rows of a table are called, together."""
    found = TABLES.get(name)
    return tr_marked(found) if found else name.replace("_", " ").capitalize()


def column(of: str, name: str) -> str:
    """What a column is called."""
    found = _OWN_COLUMNS.get((of, name)) or COLUMNS.get(name)
    return tr_marked(found) if found else name.replace("_", " ").capitalize()


def value(of: str, name: str, stored: Value) -> str:
    """A stored value in words; nothing where it says nothing."""
    if stored is None or stored == "" or (of, name) in _CODES:
        return ""
    if name in _TRUTHS:
        return tr("yes") if stored else ""
    if name in _COUNTS and not stored:
        return ""
    if name == "parts":
        return ", ".join(word(Part(one)) for one in str(stored).split(",") if one in set(Part))
    known = _OWN_VOCABULARIES.get((of, name)) or _VOCABULARIES.get(name)
    if known is not None:
        try:
            return shown(known(str(stored)))  # type: ignore[arg-type]
        except ValueError:
            return str(stored)
    if name == "start":
        return str(stored).replace("T", " ")
    if name.endswith("_at") and len(str(stored)) == len("2026-11-22T21:00:00.000Z"):
        return tr("{moment} UTC", moment=str(stored)[:16].replace("T", " "))
    return str(stored)


def shown(found: Shown) -> str:
    """A value of a conflict in words."""
    if found is None or found == "":
        return tr("nothing")
    if isinstance(found, bool):
        return tr("yes") if found else tr("no")
    if isinstance(found, LessonFamily):
        return tr_marked(_LESSON_FAMILIES[found])
    if isinstance(found, Enum):
        return word(found)
    if isinstance(found, datetime):
        text = found.strftime("%Y-%m-%d %H:%M")
        return tr("{moment} UTC", moment=text) if found.tzinfo else text
    if isinstance(found, date):
        return found.isoformat()
    return str(found)
