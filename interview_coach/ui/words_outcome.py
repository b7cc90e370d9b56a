"""Turns the codes of outcomes into words: the bar of three parts, what a reason means, what is carried."""

from __future__ import annotations

from interview_coach.domain.kinds import Certainty, ReasonKind, Sign
from interview_coach.domain.outcome import ReasonRow, ReasonThen
from interview_coach.ui import words
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


def reason_title(reason: ReasonRow) -> str:
    """What a reason says: an asked question in quotes, a kind's word, or the person's own."""
    if reason.what is ReasonKind.ANSWER and reason.text:
        return tr("“{question}”", question=reason.text)
    return reason.text or words.word(reason.what)


def known_text(certainty: Certainty) -> str:
    """How a sign is known, within a sentence: they told me, I observed it, I guess."""
    return tr_marked(_KNOWN[certainty])


def weighed(reason: ReasonRow) -> str:
    """A sign and how it is known: a clear sign, they told me."""
    if reason.sign is Sign.NONE:
        return sign_text(reason.sign)
    known = known_text(reason.certainty)
    return tr("{sign}, {certainty}", sign=sign_text(reason.sign), certainty=known)


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


_SIGNS: dict[Sign, Marked] = {
    Sign.NONE: mark("no sign"),
    Sign.SOME: mark("some sign"),
    Sign.CLEAR: mark("a clear sign"),
}
_KNOWN: dict[Certainty, Marked] = {
    Certainty.TOLD: mark("they told me"),
    Certainty.OBSERVED: mark("I observed it"),
    Certainty.GUESSED: mark("I guess"),
}


def sign_text(sign: Sign) -> str:
    """A sign within a sentence: no sign, some sign, a clear sign."""
    return tr_marked(_SIGNS[sign])


def stood(then: ReasonThen, day: str) -> str:
    """How a reason stood before: Until 12 Nov: some sign, I guess. Then: the posting was back."""
    text = sign_text(then.sign)
    if then.sign is not Sign.NONE:
        text = tr("{sign}, {certainty}", sign=text, certainty=known_text(then.certainty))
    if then.evidence:
        text = tr("{text} (“{evidence}”)", text=text, evidence=" ".join(then.evidence.split()))
    text = tr("Until {day}: {text}.", day=day, text=text)
    if then.because:
        text = tr("{text} Then: {because}", text=text, because=then.because)
    return text
