"""The thank-you: what it can be drafted from, and the address that hands it to the mail program.

The program writes no sentence about anybody: it takes names, and one thing in the person's own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import quote

from interview_coach.domain.review import ReviewForm
from interview_coach.domain.text import clean_line, clean_text

# Mail programs are started with the address as an argument, and some systems cut it there.
LONGEST_ADDRESS = 1900
_LONGEST_NOTE = 160
_MOST = 12


class NoteKind(StrEnum):
    """Where in the review something stands that was talked about."""

    ASKED = "asked"
    WENT_WELL = "went_well"
    SIGNAL = "signal"
    QUICK = "quick"


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was talked about, in the person's own words."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class ThankYou:
    """What the thank-you of an interview shows; `text` is empty until something was written."""

    interview_id: str
    company: str
    title: str
    day: date
    names: tuple[str, ...]
    notes: tuple[Note, ...]
    text: str
    thanked_at: datetime | None


def notes_of(form: ReviewForm) -> tuple[Note, ...]:
    """What of a review could be named in a thank-you, each once, at most twelve.

    In this order: the lines of what went well, the questions they asked (those answered best first),
    what they did or said, the first note. What I would change is not among it: it is mine.
    """
    asked = sorted(form.asked, key=lambda one: (-(one.rating or 0), one.position))
    found = [Note(NoteKind.WENT_WELL, line) for line in _lines(form.went_well)]
    found += [Note(NoteKind.ASKED, one.text) for one in asked]
    found += [Note(NoteKind.SIGNAL, one.text) for one in form.signals]
    found += [Note(NoteKind.QUICK, line) for line in _lines(form.quick_note)]
    kept: dict[str, Note] = {}
    for note in found:
        text = clean_line(note.text)
        if text and len(text) <= _LONGEST_NOTE:
            kept.setdefault(text.casefold(), Note(note.kind, text))
    return tuple(kept.values())[:_MOST]


def _lines(text: str) -> list[str]:
    return [line.lstrip("-*• ") for line in clean_text(text).split("\n") if line.strip("-*• ")]


def first_name(name: str) -> str:
    """What a person is called in a greeting between people who have just talked.

    A title is kept with the last name, as "Dr. Chen" is not "Dr.".

    >>> first_name("Priya Raman"), first_name("Dr. Mei Chen"), first_name("Greta")
    ('Priya', 'Dr. Chen', 'Greta')
    """
    words = clean_line(name).split(" ")
    if len(words) > 1 and words[0].endswith("."):
        return f"{words[0]} {words[-1]}"
    return words[0]


def mail_address(subject: str, body: str) -> str:
    r"""The `mailto:` address that opens a new message to nobody yet, or nothing when it is too long.

    >>> mail_address("Thank you", "Dear Ana,\nso & so")
    'mailto:?subject=Thank%20you&body=Dear%20Ana%2C%0D%0Aso%20%26%20so'
    """
    lines = clean_text(body).replace("\n", "\r\n")
    address = f"mailto:?subject={quote(clean_line(subject), safe='')}&body={quote(lines, safe='')}"
    return address if len(address) <= LONGEST_ADDRESS else ""
