"""Outcomes and their reasons, written."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.kinds import Answer, Decision, LessonFamily, LessonState, ReasonKind
from interview_coach.domain.lessons import RETURNING
from interview_coach.domain.outcome import (
    OutcomeDraft,
    ReasonDraft,
    another_day,
    check_outcome,
)
from interview_coach.domain.text import check_line, check_text, clean_line, clean_text
from interview_coach.domain.trouble import Complaint, require
from interview_coach.domain.zones import to_wall
from interview_coach.store.deeds import Writer, deed
from interview_coach.store.tables import (
    Interview,
    Lesson,
    Opportunity,
    Outcome,
    Reason,
    ReasonChange,
)

# Lessons of these sources were made by sealing the review; they stay when they are not carried.
REVIEW_SOURCES = frozenset({"would_change", "next_time"})


def _today(w: Writer, draft: OutcomeDraft) -> OutcomeDraft:
    draft = draft.cleaned()
    zone = "Pacific/Kiritimati"  # the first place on earth where a day begins
    require(check_outcome(draft, to_wall(w.now, zone).date()))
    return draft


def _shown(w: Writer, row: Outcome) -> None:
    w.label(decision=row.decision.value)
    if row.interview_id:
        w.at("interview", row.interview_id, "outcome")
    else:
        w.at("opportunity", row.opportunity_id)


@deed("record_outcome")
def record_outcome(w: Writer, opportunity: str, draft: OutcomeDraft) -> str:
    """Record what was decided; gives its key. One click is enough, the rest can wait."""
    draft = _today(w, draft)
    w.get(Opportunity, opportunity)
    row = w.add(
        Outcome,
        opportunity_id=opportunity,
        interview_id=draft.interview_id,
        decision=draft.decision,
        answer=draft.answer,
        decided_on=draft.decided_on,
        words=draft.words,
    )
    _shown(w, row)
    return row.id


@deed("edit_outcome")
def edit_outcome(w: Writer, key: str, draft: OutcomeDraft) -> None:
    """Change an outcome; the round that brought it stays."""
    draft = _today(w, draft)
    row = w.get(Outcome, key)
    w.change(
        row,
        decision=draft.decision,
        answer=draft.answer,
        decided_on=draft.decided_on,
        words=draft.words,
    )
    _shown(w, row)


@deed("answer_offer")
def answer_offer(w: Writer, key: str, answer: Answer) -> None:
    """My answer to an offer."""
    row = w.get(Outcome, key)
    if row.decision is not Decision.OFFER:
        require([Complaint("answer", "no_offer")])
    w.change(row, answer=answer)
    _shown(w, row)


@deed("note_words")
def note_words(w: Writer, key: str, words: str) -> None:
    """What they said, in their words."""
    words = clean_text(words)
    require(check_text("words", words))
    row = w.get(Outcome, key)
    w.change(row, words=words)
    _shown(w, row)


@deed("delete_outcome")
def delete_outcome(w: Writer, key: str) -> None:
    """Put an outcome with its reasons in the trash: no answer yet, after all."""
    row = w.get(Outcome, key)
    _shown(w, row)
    w.trash(row)


@deed("weigh_reason")
def weigh_reason(w: Writer, outcome: str, draft: ReasonDraft) -> str:
    """What the person says of one reason: sign, certainty, evidence; gives its key.

    The reason is the one of that outcome with the same kind and reference (and, for one's own,
    the same wording); it is made when there is none. What is said in another sitting than before
    leaves how it stood in the reason's history.
    """
    text, evidence = clean_line(draft.text), clean_text(draft.evidence)
    named = draft.what in {ReasonKind.OWN, ReasonKind.WOULD_CHANGE}
    require(
        [*check_line("text", text, needed=named), *check_text("evidence", evidence)],
    )
    shown = w.get(Outcome, outcome)
    known = [
        r
        for r in w.all(Reason, outcome_id=outcome)
        if (r.what, r.ref, r.family) == (draft.what, draft.ref, draft.family)
        and (not named or r.text == text)
    ]
    values = {"text": text, "sign": draft.sign, "certainty": draft.certainty, "evidence": evidence}
    if known:
        row = known[0]
        if any(getattr(row, name) != values[name] for name in _WEIGHED):
            _remember(w, row)
        w.change(row, **values)
    else:
        row = w.add(
            Reason,
            outcome_id=outcome,
            family=draft.family,
            what=draft.what,
            ref=draft.ref,
            position=w.next_position(Reason, outcome_id=outcome),
            **values,
        )
    _shown(w, shown)
    w.label(reason=draft.what.value)
    return row.id


_WEIGHED = ("sign", "certainty", "evidence")


def _remember(w: Writer, row: Reason, because: str | None = None) -> None:
    """Keep how a reason stands, if that was said in an earlier sitting or `because` says what came."""
    before = w.all(ReasonChange, reason_id=row.id, order="created_at")
    last = before[-1] if before else None
    # Not its change time: undo writes a fresh one.
    later = another_day(last.created_at if last else row.created_at, w.now)
    if last is not None and not later:
        if because is not None:
            w.change(last, because=because)
    elif later or because is not None:
        w.add(
            ReasonChange,
            reason_id=row.id,
            sign=row.sign,
            certainty=row.certainty,
            evidence=row.evidence,
            because=because or "",
        )


@deed("learn_more")
def learn_more(w: Writer, key: str, because: str) -> None:
    """What came to light about a reason: how it stands until now is kept beside it, dated."""
    because = clean_line(because)
    require(check_line("because", because, needed=True))
    row = w.get(Reason, key)
    _remember(w, row, because)
    _shown(w, w.get(Outcome, row.outcome_id))
    w.label(reason=row.what.value)


@deed("forget_earlier")
def forget_earlier(w: Writer, key: str) -> None:
    """Put one earlier state of a reason in the trash: it was a slip, and no history."""
    row = w.get(ReasonChange, key)
    _shown(w, w.get(Outcome, w.get(Reason, row.reason_id).outcome_id))
    w.trash(row)


@deed("delete_reason")
def delete_reason(w: Writer, key: str) -> None:
    """Put a reason in the trash."""
    row = w.get(Reason, key)
    _shown(w, w.get(Outcome, row.outcome_id))
    w.trash(row)


@deed("carry_on")
def carry_on(
    w: Writer,
    outcome: str,
    interview: str,
    choices: Sequence[tuple[str, LessonFamily, str]],
    target: str = "",
    dropped: Sequence[str] = (),
) -> int:
    """Carry what the person chose into the next preparation; gives how many.

    `choices` hold (text, family, source): what is a lesson already is only pointed to `target`, the
    rest becomes a lesson of `interview`. Without a target it waits for the next one. `dropped` holds
    the texts of what was carried and shall not be any more: what the review taught is let go.
    """
    w.get(Interview, interview)
    shown = w.get(Outcome, outcome)
    position = w.next_position(Lesson, interview_id=interview)
    known = {x.text.casefold(): x for x in w.all(Lesson, interview_id=interview)}
    for text, family, source in choices:
        line = clean_line(text)
        require(check_line("carry", line, needed=True))
        row = known.get(line.casefold())
        if row is None:
            row = w.add(
                Lesson,
                interview_id=interview,
                outcome_id=outcome,
                source=source,
                family=family,
                text=line,
                position=position,
            )
            known[line.casefold()] = row
            position += 1
        if row.state not in RETURNING:
            # Ticked or let go before, it is wanted again.
            w.change(row, state=LessonState.OPEN, closed_at=None, closed_for_id=None)
        w.change(row, carried_to_id=target or None, outcome_id=outcome)
    for text in dropped:
        row = known.get(clean_line(text).casefold())
        if row is None:
            continue
        if row.source in REVIEW_SOURCES:
            w.change(
                row,
                carried_to_id=None,
                outcome_id=None,
                state=LessonState.LET_GO,
                closed_at=w.now,
            )
        else:
            w.trash(row)
    _shown(w, shown)
    w.label(count=len(choices))
    return len(choices)
