"""Questions that I expect in an interview, written: listed before it, matched with what was asked after it.

The seal of its review fixes them: what was expected is not rewritten once it is known what came.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.expected import check_expected
from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.text import clean_line
from interview_coach.domain.trouble import Complaint, Trouble, require
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.tables import (
    Asked,
    ExpectedQuestion,
    Interview,
    LibraryItem,
    Review,
)


def _unsealed(w: Writer, interview: str, step: str = "review") -> Review | None:
    """The review of an interview, if there is one. Raises `Trouble("sealed")`."""
    w.at("interview", interview, step)
    found = w.all(Review, interview_id=interview)
    if found and found[0].sealed_at is not None:
        raise Trouble("sealed")
    return found[0] if found else None


def _open(w: Writer, key: str) -> ExpectedQuestion:
    """An expected question of an interview whose review is not sealed."""
    row = w.get(ExpectedQuestion, key)
    _unsealed(w, row.interview_id, "prepare")
    return row


def _add(w: Writer, interview: str, questions: Sequence[tuple[str, str | None]]) -> list[str]:
    w.get(Interview, interview)
    _unsealed(w, interview, "prepare")
    position = w.next_position(ExpectedQuestion, interview_id=interview)
    rows = []
    for place, (typed, question) in enumerate(questions, position):
        text = clean_line(typed)
        require(check_expected(text))
        if question and w.get(LibraryItem, question).kind is not LibraryKind.QUESTION:
            require([Complaint("expected", "other_kind")])
        rows.append(
            {
                "interview_id": interview,
                "text": text,
                "question_id": question or None,
                "position": place,
            }
        )
    return [row.id for row in w.add_all(ExpectedQuestion, rows)]


@deed("add_expected")
def add_expected(w: Writer, interview: str, text: str, question: str | None = None) -> str:
    """A question that I expect, at the end; gives its key. `question` is what it is in the bank."""
    (key,) = _add(w, interview, [(text, question)])
    return key


@deed("expect_questions")
def expect_questions(w: Writer, interview: str, questions: Sequence[tuple[str, str | None]]) -> int:
    """Several questions that I expect, as (text, id in the bank); gives how many."""
    added = _add(w, interview, questions) if questions else []
    w.label(count=len(added))
    return len(added)


@deed("edit_expected")
def edit_expected(w: Writer, key: str, text: str) -> None:
    """Word an expected question anew."""
    text = clean_line(text)
    require(check_expected(text))
    w.change(_open(w, key), text=text)


@deed("move_expected")
def move_expected(w: Writer, key: str, place: int) -> None:
    """Put an expected question at `place` (0 first) among those of its interview."""
    row = _open(w, key)
    rows = w.all(ExpectedQuestion, interview_id=row.interview_id, order="position")
    others = [one for one in rows if one.id != key]
    others.insert(max(0, min(place, len(others))), row)
    for position, one in enumerate(others):
        w.change(one, position=position)


@deed("delete_expected")
def delete_expected(w: Writer, key: str) -> None:
    """Put an expected question in the trash."""
    w.trash(_open(w, key))


@deed("match_expected")
def match_expected(w: Writer, key: str, asked: str | None) -> None:
    """Say as which of the questions they asked an expected one came, or that it did not come.

    Raises `Trouble("sealed")`, and `Invalid` for a question that was asked elsewhere.
    """
    row = w.get(ExpectedQuestion, key)
    review = _unsealed(w, row.interview_id)
    here = w.all(Asked, review_id=review.id) if review is not None else []
    if asked is not None and asked not in {one.id for one in here}:
        require([Complaint("expected", "not_here")])
    for one in here:
        if one.id == asked:
            w.change(one, expected_id=key)
        elif one.expected_id == key:
            w.change(one, expected_id=None)


@deed("note_expected")
def note_expected(w: Writer, key: str) -> str:
    """Note that an expected question was asked although I had not remembered it; gives the asked one."""
    row = w.get(ExpectedQuestion, key)
    review = _unsealed(w, row.interview_id)
    if review is None:
        raise Trouble("missing")
    made = w.add(
        Asked,
        review_id=review.id,
        text=row.text,
        question_id=row.question_id,
        expected_id=row.id,
        position=w.next_position(Asked, review_id=review.id),
    )
    return made.id
