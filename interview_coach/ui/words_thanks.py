"""The thank-you in words: the sentences of its draft, around the person's own."""

from __future__ import annotations

from collections.abc import Sequence

from interview_coach.domain.thanks import Note, NoteKind, ThankYou, first_name
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_SENTENCES: dict[NoteKind, Marked] = {
    NoteKind.WENT_WELL: mark("I liked this part best: {what}"),
    NoteKind.ASKED: mark("Your question has stayed with me: {what}"),
    NoteKind.SIGNAL: mark("One thing has stayed with me: {what}"),
    NoteKind.QUICK: mark("One thing has stayed with me: {what}"),
}
_KINDS: dict[NoteKind, Marked] = {
    NoteKind.WENT_WELL: mark("Went well: {what}"),
    NoteKind.ASKED: mark("They asked: {what}"),
    NoteKind.SIGNAL: mark("They said or did: {what}"),
    NoteKind.QUICK: mark("First note: {what}"),
}


def listed(names: Sequence[str]) -> str:
    """Priya and Tom; Priya, Tom and Ana."""
    called = [name for name in (first_name(one) for one in names) if name]
    if len(called) < 2:
        return "".join(called)
    return tr("{names} and {last}", names=", ".join(called[:-1]), last=called[-1])


def choice_text(note: Note) -> str:
    """One thing that was talked about, as it stands in the list."""
    return tr_marked(_KINDS[note.kind], what=note.text)


def sentence(note: Note) -> str:
    """The sentence of the draft that names it."""
    return tr_marked(_SENTENCES[note.kind], what=note.text)


def subject(found: ThankYou) -> str:
    """The subject of the message."""
    return tr("Thank you for the conversation about {role}", role=found.title)


def draft(found: ThankYou, note: Note | None) -> str:
    """A whole draft, short and plain; everything in it is there to be worded anew."""
    names = listed(found.names)
    parts = [
        tr("Dear {names},", names=names) if names else tr("Dear all,"),
        tr("Thank you for the conversation about the role of {role}.", role=found.title),
        sentence(note) if note is not None else "",
        tr("I look forward to hearing from you."),
        tr("Kind regards,"),
    ]
    return "\n\n".join(part for part in parts if part)
