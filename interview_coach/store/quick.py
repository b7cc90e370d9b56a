"""The quick note, written: a minute on the stairs outside, kept in the same review as all the rest.

Each deed is its namesake of the review that also notes when the first of them was done.
"""

from __future__ import annotations

from datetime import date

from interview_coach.domain.kinds import Felt, ReviewText
from interview_coach.domain.trouble import Complaint, require
from interview_coach.store import review
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.tables import Interview, Review


def _captured(w: Writer, interview: str) -> None:
    """Note when it was begun. Raises `Invalid` before the interview has."""
    if w.now < w.get(Interview, interview).start_at:
        require([Complaint("quick_note", "not_begun_yet")])
    (row,) = w.all(Review, interview_id=interview)
    # Once the prompts have shown it is the review that is being written, and no first note.
    if row.captured_at is None and row.recall_done_at is None:
        w.change(row, captured_at=w.now)


@deed("capture_felt")
def capture_felt(w: Writer, interview: str, felt: Felt | None) -> None:
    """One word for how it felt."""
    review.set_felt(w, interview, felt)
    _captured(w, interview)


@deed("capture_asked")
def capture_asked(w: Writer, interview: str, text: str) -> str:
    """A question they asked, at the end; gives its key."""
    key = review.add_asked(w, interview, text)
    _captured(w, interview)
    return key


@deed("capture_text")
def capture_text(w: Writer, interview: str, field: ReviewText, text: str) -> None:
    """What must not be lost, or the next step."""
    review.write_review(w, interview, field, text)
    _captured(w, interview)


@deed("capture_promised")
def capture_promised(w: Writer, interview: str, day: date | None) -> None:
    """The day by which they promised an answer."""
    review.set_promised(w, interview, day)
    _captured(w, interview)
