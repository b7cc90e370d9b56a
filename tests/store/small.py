"""A store with a little of everything: something in it for every deed to be done to."""

from __future__ import annotations

import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from interview_coach.domain.interview import InterviewDraft, Interviewer, OpportunityDraft
from interview_coach.domain.kinds import (
    Cancelled,
    Coverage,
    Decision,
    Family,
    Felt,
    InterviewKind,
    LessonFamily,
    LibraryKind,
    Part,
    ReasonKind,
    ReviewText,
    Strength,
)
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.domain.pay import PayDraft
from interview_coach.domain.research import NoteDraft
from interview_coach.store import (
    afterwards,
    expected,
    interview,
    interviews,
    library,
    opportunity,
    outcome,
    pay,
    prep,
    research,
    review,
    template,
)
from interview_coach.store.opening import FILE_NAME
from interview_coach.store.store import Store
from tests.stores import NOW, Clock, new_store

HELD = InterviewDraft(
    "Aurelia",
    "Engineer",
    datetime(2026, 11, 20, 10),
    "Europe/Berlin",
    interviewers=(Interviewer("Ada", Part.RECRUITER), Interviewer("Björn")),
)
PLANNED = InterviewDraft(
    "Nørdlys", "Writer", datetime(2026, 11, 24, 15), "Asia/Kolkata", InterviewKind.TECHNICAL
)


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="interview-coach-test-"))
    store = new_store(folder)
    first, second = (store.do(interview.add_interview, HELD) for _ in range(2))
    for held in (first, second):
        store.do(review.set_felt, held, Felt.GOOD)
        asked = store.do(review.add_asked, held, "Why us?")
        store.do(review.set_next_time, asked, "Say it in one sentence")
        store.do(review.add_signal, held, "They laughed")
        for text in ("Too long", "Shorter\n- Ask back"):
            store.do(review.write_review, held, ReviewText.WOULD_CHANGE, text)
        item = store.ask(prep.checklist, held).items[0].id
        store.do(review.cover_item, held, item, Coverage.LANDED)
        likely = [("Why you?", None), ("Why now?", None), ("Who decides?", None)]
        store.do(expected.expect_questions, held, likely)
    store.do(review.seal_review, first)
    store.do(review.add_remark, first, "A week later")
    job = store.ask(interviews.interview_head, first).opportunity_id
    store.do(opportunity.add_requirement, job, "Databases", "Ten years", Strength.STRONG)
    for text in ("A new office", "Five people", "They sell to hospitals"):
        note = store.do(research.add_note, job, NoteDraft(text))
    store.do(research.disprove_note, note, first, "Nine, and two of them are new")
    store.do(pay.add_talk, job, PayDraft(NOW.date(), "Ada", "What do you want?", "80"), first)
    offer = OutcomeDraft(Decision.OFFER, NOW.date(), words="Welcome", interview_id=first)
    answer = store.do(outcome.record_outcome, job, offer)
    reason = ReasonDraft(Family.MINE, ReasonKind.OWN, text="Too long")
    weighed = store.do(outcome.weigh_reason, answer, reason)
    store.do(afterwards.keep_writing, answer, "What matters to me")
    store.do(outcome.learn_more, weighed, "They wrote again")
    store.do(outcome.carry_on, answer, first, [("Ask back", LessonFamily.CHANGE, "debrief")])
    planned = store.do(interview.add_interview, PLANNED)
    _fill_library(store, planned)
    store.do(prep.delete_item, store.ask(prep.checklist, planned).items[0].id)
    called_off = store.do(interview.add_interview, PLANNED, checklist=False)
    store.do(interview.call_off_interview, called_off, Cancelled.THEM)
    aside = store.do(opportunity.add_opportunity, OpportunityDraft("Ω Works", "Owner"))
    store.do(opportunity.archive_opportunity, aside)
    store.close()
    return folder / FILE_NAME


def _fill_library(store: Store, planned: str) -> None:
    """Two stories, two questions of theirs, something to ask, and a template; some of it used."""
    told = LibraryDraft(
        LibraryKind.STORY, "The migration", situation="Slow", action="Asked who reads it"
    )
    story = store.do(library.add_library_item, told)
    other = store.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "A migration"))
    store.do(library.take_from_library, planned, [story, other])
    for text in ("Why us?", "Why you?"):
        store.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, text))
    ask = LibraryDraft(LibraryKind.QUESTION_TO_ASK, "Who decides?", tags="first, last")
    store.do(library.add_library_item, ask)
    store.do(template.adopt_template, InterviewKind.OTHER)


def small_store(folder: Path, clock: Clock | None = None) -> Store:
    """A small store in `folder`; made once for the process, copied each time."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_made(), folder / FILE_NAME)
    return new_store(folder, clock)
