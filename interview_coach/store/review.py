"""Reviews, written: opened, filled as one types, sealed, remarked on."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.kinds import Confidence, Coverage, Felt, Rating, ReviewText
from interview_coach.domain.review import SEAL_UNDO, lessons_from, worth_sealing
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint, Trouble, require
from interview_coach.store import reviews
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.tables import (
    Asked,
    Covered,
    Interview,
    Lesson,
    Outcome,
    PrepItem,
    Remark,
    Review,
    Row,
    Signal,
)

BEST_RATING = 5
CERTAIN = 100


def _open_review(w: Writer, interview: str) -> Review:
    """The unsealed review of an interview, begun when there is none. Raises `Trouble("sealed")`."""
    w.at("interview", interview, "review")
    found = w.all(Review, interview_id=interview)
    if found:
        if found[0].sealed_at is not None:
            raise Trouble("sealed")
        return found[0]
    held = w.get(Interview, interview)
    after = int((w.now - held.end_at).total_seconds() // 60)
    return w.add(Review, interview_id=interview, minutes_after=after)


def _begun(w: Writer, interview: str) -> Review:
    """The unsealed review, its first word being said now if so far only the cue card was used."""
    row = _open_review(w, interview)
    after = int((w.now - w.get(Interview, interview).end_at).total_seconds() // 60)
    fresh = row.felt is None and row.recall_done_at is None
    if fresh and after >= 0 and (row.minutes_after or 0) < 0:
        w.change(row, minutes_after=after)
    return row


def _of(w: Writer, review: str) -> Review:
    """An unsealed review by its key."""
    row = w.get(Review, review)
    if row.sealed_at is not None:
        raise Trouble("sealed")
    w.at("interview", row.interview_id, "review")
    return row


@deed("set_felt")
def set_felt(w: Writer, interview: str, felt: Felt | None) -> None:
    """One word for how it felt."""
    w.change(_begun(w, interview), felt=felt)


@deed("finish_recall")
def finish_recall(w: Writer, interview: str, *, finished: bool = True) -> None:
    """That is all I remember: the prompts may show now."""
    w.change(_begun(w, interview), recall_done_at=w.now if finished else None)


@deed("rate_review")
def rate_review(w: Writer, interview: str, rating: Rating, value: int | None) -> None:
    """One of the four ratings, 1 to 5, or None to take it back."""
    _check_rating(rating.value, value)
    w.change(_open_review(w, interview), **{rating.value: value})
    w.label(rating=rating.value)


def _check_rating(field: str, value: int | None) -> None:
    if value is not None and not 1 <= value <= BEST_RATING:
        require([Complaint(field, "out_of_range", {"low": 1, "high": BEST_RATING})])


@deed("write_review")
def write_review(w: Writer, interview: str, field: ReviewText, text: str) -> None:
    """Replace one of the free texts."""
    text = clean_text(text)
    require(check_text(field.value, text))
    w.label(field=field.value)
    w.change(_open_review(w, interview), **{field.value: text})


@deed("set_forecast")
def set_forecast(w: Writer, interview: str, forecast: int | None) -> None:
    """Before hearing back: how likely it is that I go on, 0 to 100, or None."""
    if forecast is not None and not 0 <= forecast <= CERTAIN:
        require([Complaint("forecast", "out_of_range", {"low": 0, "high": CERTAIN})])
    if forecast is not None and _answers(w, interview):
        require([Complaint("forecast", "answered")])
    w.change(_open_review(w, interview), forecast=forecast)


def _answers(w: Writer, interview: str) -> list[Outcome]:
    """The outcomes that stand on an interview."""
    opportunity = w.get(Interview, interview).opportunity_id
    known = w.all(Outcome, opportunity_id=opportunity)
    return [answer for answer in known if answer.interview_id in {None, interview}]


@deed("set_promised")
def set_promised(w: Writer, interview: str, day: date | None) -> None:
    """The day by which they promised an answer."""
    w.change(_open_review(w, interview), promised_on=day)


@deed("add_asked")
def add_asked(w: Writer, interview: str, text: str) -> str:
    """A question they asked, at the end; gives its key."""
    text = clean_line(text)
    require(check_line("asked", text, needed=True))
    review = _open_review(w, interview)
    position = w.next_position(Asked, review_id=review.id)
    return w.add(Asked, review_id=review.id, text=text, position=position).id


@deed("edit_asked")
def edit_asked(w: Writer, key: str, text: str) -> None:
    """Word a question they asked anew."""
    text = clean_line(text)
    require(check_line("asked", text, needed=True))
    row = w.get(Asked, key)
    _of(w, row.review_id)
    w.change(row, text=text)


@deed("rate_asked")
def rate_asked(w: Writer, key: str, rating: int | None) -> None:
    """Rate my answer to a question, 1 to 5, or None."""
    _check_rating("rating", rating)
    row = w.get(Asked, key)
    _of(w, row.review_id)
    w.change(row, rating=rating)


@deed("set_next_time")
def set_next_time(w: Writer, key: str, text: str) -> None:
    """What I would do next time a question is asked."""
    text = clean_line(text)
    require(check_line("next_time", text))
    row = w.get(Asked, key)
    _of(w, row.review_id)
    w.change(row, next_time=text)


@deed("delete_asked")
def delete_asked(w: Writer, key: str) -> None:
    """Put a question they asked in the trash."""
    row = w.get(Asked, key)
    _of(w, row.review_id)
    w.trash(row)


@deed("add_signal")
def add_signal(w: Writer, interview: str, text: str) -> str:
    """One thing they did or said; gives its key."""
    text = clean_line(text)
    require(check_line("signal", text, needed=True))
    review = _open_review(w, interview)
    position = w.next_position(Signal, review_id=review.id)
    return w.add(Signal, review_id=review.id, text=text, position=position).id


@deed("edit_signal")
def edit_signal(w: Writer, key: str, text: str) -> None:
    """Word a signal anew."""
    text = clean_line(text)
    require(check_line("signal", text, needed=True))
    row = w.get(Signal, key)
    _of(w, row.review_id)
    w.change(row, text=text)


@deed("delete_signal")
def delete_signal(w: Writer, key: str) -> None:
    """Put a signal in the trash."""
    row = w.get(Signal, key)
    _of(w, row.review_id)
    w.trash(row)


@deed("set_meaning")
def set_meaning(w: Writer, key: str, meaning: str) -> None:
    """What a signal may mean; nothing takes it back."""
    meaning = clean_line(meaning)
    require(check_line("meaning", meaning))
    row = w.get(Signal, key)
    _of(w, row.review_id)
    w.change(row, meaning=meaning)


@deed("set_confidence")
def set_confidence(w: Writer, key: str, confidence: Confidence) -> None:
    """How sure I am of what a signal may mean."""
    row = w.get(Signal, key)
    _of(w, row.review_id)
    w.change(row, confidence=confidence)


@deed("cover_item")
def cover_item(w: Writer, interview: str, prep_item: str, coverage: Coverage | None) -> None:
    """What became of a planned item: not said, said, landed, or None while nothing is said."""
    review = _open_review(w, interview)
    item = w.get(PrepItem, prep_item)
    found = w.all(Covered, review_id=review.id, prep_item_id=prep_item)
    if coverage is None:
        for row in found:
            w.bury(row)
    elif found:
        w.change(found[0], coverage=coverage, text=item.text)
    else:
        w.add(
            Covered,
            review_id=review.id,
            prep_item_id=item.id,
            section=item.section,
            about=item.about,
            text=item.text,
            coverage=coverage,
            position=item.position,
        )
    w.label(coverage=coverage.value if coverage else "")


@deed("seal_review", lasts=SEAL_UNDO)
def seal_review(w: Writer, interview: str) -> int:
    """Fix the review with a time; what it taught becomes lessons. Gives how many lessons.

    It can be undone only as the very next step and within ten minutes, and not at all when the
    answer is known already. Raises `Invalid` on an empty review.
    """
    review = _open_review(w, interview)
    if w.now < w.get(Interview, interview).start_at:
        require([Complaint("seal", "not_begun")])
    asked = w.all(Asked, review_id=review.id, order="position")
    if not worth_sealing(reviews.review_form(w.reader, interview)):
        require([Complaint("seal", "empty_review")])
    for covered in w.all(Covered, review_id=review.id):
        item = w.find(PrepItem, covered.prep_item_id)
        if item is not None:
            w.change(covered, text=item.text)
    taught = lessons_from(review.would_change, [(a.id, a.next_time) for a in asked])
    for position, (source, asked_id, text) in enumerate(taught):
        w.add(
            Lesson,
            interview_id=interview,
            asked_id=asked_id or None,
            source=source,
            text=text,
            position=position,
        )
    # Named, so that a page knows whether the next undo is about its own seal.
    w.label(interview=interview)
    w.change(review, sealed_at=w.now, recall_done_at=review.recall_done_at or w.now)
    w.final = bool(_answers(w, interview))
    return len(taught)


def _sealed(w: Writer, interview: str) -> Review:
    w.at("interview", interview, "review")
    found = w.all(Review, interview_id=interview)
    if not found or found[0].sealed_at is None:
        raise Trouble("missing")
    return found[0]


@deed("add_remark")
def add_remark(w: Writer, interview: str, text: str) -> str:
    """A dated remark on a sealed review; gives its key."""
    text = clean_text(text)
    require([Complaint("remark", "missing")] if not text else check_text("remark", text))
    return w.add(Remark, review_id=_sealed(w, interview).id, text=text).id


@deed("delete_remark")
def delete_remark(w: Writer, key: str) -> None:
    """Put a remark in the trash."""
    row: Row = w.get(Remark, key)
    review = w.get(Review, row.review_id)  # type: ignore[attr-defined]
    w.at("interview", review.interview_id, "review")
    w.trash(row)
