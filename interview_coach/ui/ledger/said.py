"""Turns a reason of the ledger into the words on its card and for the ear."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.kinds import Family, Sign
from interview_coach.domain.ledger import LedgerRow, Side
from interview_coach.ui import dates, words, words_outcome
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone

TONES: dict[Family, Tone] = {Family.NOT_MINE: "not_yours", Family.MINE: "accent"}
ICONS = {Family.NOT_MINE: "wind", Family.MINE: "sprout"}


def title(row: LedgerRow) -> str:
    """What the reason says."""
    return words_outcome.reason_title(row.reason)


def chip(row: LedgerRow) -> tuple[str, Tone]:
    """How strong its sign is, and the tone of its family; quiet without one."""
    reason = row.reason
    quiet = reason.sign is Sign.NONE
    text = words_outcome.sign_text(reason.sign)
    return text[:1].upper() + text[1:], "neutral" if quiet else TONES[reason.family]


def where(row: LedgerRow) -> str:
    """Fieldstone · Data Engineer · panel."""
    parts = [row.company, row.title]
    if row.kind is not None:
        parts.append(words.kind_word(row.kind))
    return " · ".join(parts)


def known(row: LedgerRow) -> str:
    """They told me · the evidence; nothing where there is neither a sign nor evidence."""
    reason = row.reason
    parts = [] if reason.sign is Sign.NONE else [words.word(reason.certainty)]
    if reason.evidence:
        parts.append(" ".join(reason.evidence.split()))
    return " · ".join(parts)


def day(row: LedgerRow, today: date) -> str:
    """29 Oct; with the year when it is not this one."""
    text = dates.short_day(row.decided_on)
    return text if row.decided_on.year == today.year else f"{text} {row.decided_on.year}"


def whole(row: LedgerRow, today: date) -> str:
    """All of a card, for the ear."""
    parts = [title(row), words.word(row.reason.family), chip(row)[0], where(row), day(row, today)]
    return ", ".join([*parts, *filter(None, [known(row)])])


def side_word(side: Side) -> str:
    """The name of a list."""
    return {
        Side.THEIRS: tr("Their no"),
        Side.MINE: tr("My own no"),
        Side.CANCELLED: tr("They cancelled"),
    }[side]


def nothing(side: Side) -> str:
    """What stands where a list has no reason."""
    return {
        Side.THEIRS: tr("After a no, its Outcome step is where you say what can explain it."),
        Side.MINE: tr("When you withdraw or decline, you can keep why; it stands here, apart."),
        Side.CANCELLED: tr("When they call it off, you can keep why; it stands here, apart."),
    }[side]
