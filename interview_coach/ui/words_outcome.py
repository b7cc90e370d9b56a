"""Turns the codes of outcomes into words: the bar of three parts, what a reason means, what is carried."""

from __future__ import annotations

from interview_coach.domain.kinds import ReasonKind
from interview_coach.domain.outcome import ReasonRow
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_PART_WORDS: dict[str, tuple[Marked, Marked, Marked]] = {
    "more_not_yours": (mark("More not yours"), mark("Can’t know"), mark("Yours")),
    "more_yours": (mark("Not yours"), mark("Can’t know"), mark("More yours")),
}
_PARTS_EVEN = (mark("Not yours"), mark("Can’t know"), mark("Yours"))


def part_words(code: str) -> tuple[str, str, str]:
    """The words in the bar of three parts, by the code of the verdict."""
    not_yours, cant_know, yours = _PART_WORDS.get(code, _PARTS_EVEN)
    return tr_marked(not_yours), tr_marked(cant_know), tr_marked(yours)


_REASON_NOTES: dict[ReasonKind, Marked] = {
    ReasonKind.JOB_CHANGED: mark("Another scope, another team, or put on hold"),
    ReasonKind.OTHER_CANDIDATE: mark("Something that you could not see"),
    ReasonKind.SOMEONE_IN_MIND: mark("Inside, or known to the team"),
    ReasonKind.CLASH: mark("Two people who did not click"),
}


def reason_note(reason: ReasonRow) -> str:
    """The small line beneath a reason: what it means, or where the sealed review has it from."""
    if reason.note == "rated":
        return tr("You rated your answer {n} of 5 on the day", n=reason.rating)
    if reason.note == "unsaid":
        return tr("Planned, and not said")
    if reason.note == "own_note":
        return tr("Your own note on the day")
    note = _REASON_NOTES.get(reason.what)
    return tr_marked(note) if note else ""


_CARRY_SOURCES: dict[str, Marked] = {
    "landed": mark("Landed in this interview"),
    "went_well": mark("From what went well"),
    "would_change": mark("From what you would change"),
    "next_time": mark("From “next time”"),
}


def carry_source(source: str) -> str:
    """Where something that can be carried on comes from; nothing for what was written for it."""
    found = _CARRY_SOURCES.get(source)
    return tr_marked(found) if found else ""
