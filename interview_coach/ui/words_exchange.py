"""What is said about files that come in and go out: why one was refused, what an import would do. No Qt."""

from __future__ import annotations

from interview_coach.domain.forms import READ_BACK, Form
from interview_coach.domain.incoming import Refused
from interview_coach.domain.merging import Clash, Conflict, Fate, Merge
from interview_coach.ui import words, words_document, words_incoming
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_REFUSALS: dict[str, tuple[Marked, Marked]] = {
    "unreadable": (
        mark("This file cannot be read"),
        mark("It may have been moved, or you may not be allowed to read it."),
    ),
    "empty": (mark("This file is empty"), mark("There is nothing in it to take over.")),
    "not_understood": (
        mark("Interview Coach does not know this kind of file"),
        mark("Nothing was changed."),
    ),
    "too_large": (
        mark("This file is too large, or would become too large when it is opened"),
        mark("Nothing was changed."),
    ),
    "too_deep": (
        mark("This file is not one that Interview Coach wrote"),
        mark("Nothing was changed."),
    ),
    "too_long": (
        mark("Reading this file took too long, and was stopped"),
        mark("Nothing was changed."),
    ),
    "not_json": (
        mark("This file is cut short or damaged"),
        mark("Nothing was changed. Try another copy of it."),
    ),
    "not_ours": (
        mark("This is not an export of Interview Coach"),
        mark("Nothing was changed."),
    ),
    "newer": (
        mark("This file was written by a newer version of Interview Coach"),
        mark("Install the newest version, then import it. Nothing was changed."),
    ),
    "malformed": (
        mark("This file holds something that Interview Coach never writes"),
        mark("Nothing was changed."),
    ),
    "damaged": (
        mark("This file is damaged: it does not hold what it says"),
        mark("Nothing was changed. Try another copy of it."),
    ),
    "packed_oddly": (
        mark("This file is packed in a way that Interview Coach does not read"),
        mark("Unpack it first with the program that packed it. Nothing was changed."),
    ),
    "locked": (
        mark("This file is locked with a passphrase"),
        mark("It can be read once you give it."),
    ),
    "wrong_passphrase": (
        mark("That is not the passphrase of this file"),
        mark("Nothing was changed. Capitals and spaces count."),
    ),
    "locked_to_a_key": (
        mark("This file is locked for a key and not with a passphrase"),
        mark("Unlock it with the age program first. Nothing was changed."),
    ),
}


def refusal(found: Refused) -> Sentence:
    """Why a file was not read, and what to do."""
    if found.code not in _REFUSALS:
        return Sentence(tr("This file was not read"), words_incoming.refused(found))
    title, text = _REFUSALS[found.code]
    return Sentence(tr_marked(title), tr_marked(text))


_FORMS: dict[Form, tuple[Marked, Marked]] = {
    Form.ARCHIVE: (
        mark("Archive"),
        mark(
            "Everything in one file that Interview Coach reads back, with a description and checksums."
        ),
    ),
    Form.LOCKED: (
        mark("Archive with a passphrase"),
        mark("The archive, encrypted in the age format, which other tools open too."),
    ),
    Form.DOCUMENT: (
        mark("JSON document"),
        mark("Only the document of the archive, for another program. It can be read back too."),
    ),
    Form.MARKDOWN: (
        mark("Markdown files"),
        mark("One file for each interview, to read with any editor in ten years. Not read back."),
    ),
    Form.TABLES: (
        mark("CSV tables"),
        mark("One file for each kind of thing, for a spreadsheet. Not read back."),
    ),
}


def form(found: Form) -> str:
    """The name of a form of the export."""
    return tr_marked(_FORMS[found][0])


def form_said(found: Form) -> str:
    """What a form holds, and whether it can be read back."""
    return tr_marked(_FORMS[found][1])


def not_read_back(found: Form, text: str) -> str:
    """What is written is nothing that can be imported again: that has to be said."""
    if found not in READ_BACK:
        return text
    return tr(
        "{done} It is larger than Interview Coach reads back: keep a backup as well.", done=text
    )


def lost_passphrase() -> str:
    """The honest sentence beside every passphrase that is made."""
    return tr(
        "Nobody can open this file without the passphrase, and nobody can recover it: not you, not us."
    )


def notes(found: Merge) -> str:
    """Why some rows stay as they are."""
    said = []
    if found.total(Fate.SAME) and not found.idle:
        same = found.total(Fate.SAME)
        said.append(
            tr_n(
                "{n} thing is here already, the same.",
                "{n} things are here already, the same.",
                same,
            )
        )
    if found.total(Fate.SEALED):
        said.append(tr("A review that you sealed stays as you sealed it."))
    if found.total(Fate.DELETED):
        said.append(
            tr(
                "What you deleted here stays deleted; restore it from the trash first if you want it back."
            )
        )
    return " ".join(said)


def would(new: int, taken: int, *, idle: bool) -> str:
    """What the import will do, before the button."""
    if idle:
        return tr("Everything in this file is here already.")
    if new and taken:
        return tr("{new}, {taken}.", new=_added(new), taken=_replaced(taken))
    if new or taken:
        return tr("{what}.", what=_added(new) if new else _replaced(taken))
    return tr("Nothing new, and yours is kept everywhere.")


def _added(n: int) -> str:
    return tr_n("{n} thing is added", "{n} things are added", n)


def _replaced(n: int) -> str:
    return tr_n("{n} is replaced", "{n} are replaced", n)


# --- what an import would do ----------------------------------------------------------------------


def fate(found: Fate, n: int) -> str:
    """So many go that way: 12 new."""
    match found:
        case Fate.NEW:
            return tr_n("{n} new", "{n} new", n)
        case Fate.CHANGED:
            return tr_n("{n} differs", "{n} differ", n)
        case Fate.SAME:
            return tr_n("{n} already here", "{n} already here", n)
        case Fate.SEALED:
            return tr_n("{n} sealed here, stays", "{n} sealed here, stay", n)
        case Fate.DELETED:
            return tr_n("{n} deleted here, stays deleted", "{n} deleted here, stay deleted", n)


def fates(counts: dict[Fate, int]) -> str:
    """What goes which way, in one line; what is none is not said."""
    return " · ".join(fate(one, counts[one]) for one in Fate if counts.get(one))


def merge_lines(found: Merge) -> list[str]:
    """A line for each kind of thing: Questions they asked: 12 new."""
    lines = []
    for tally in found.tallies:
        counts = {one: int(getattr(tally, one.value)) for one in Fate}
        lines.append(
            tr("{things}: {fates}", things=words_document.table(tally.table), fates=fates(counts))
        )
    return lines


def clash(found: Clash) -> str:
    """What a conflict is about."""
    match found:
        case Clash.CHANGED:
            return tr("They differ")
        case Clash.SEALED_THERE:
            return tr("Theirs is sealed, yours is still open")
        case Clash.DOUBLE:
            return tr("Both have a review of this interview")


def conflict_title(found: Conflict) -> str:
    """What a conflict is about, in a few words: the text, or the kind of round."""
    if found.table == "interview" and found.kind is not None:
        return words.kind_title(found.kind)
    if found.table == "outcome" or not found.title:
        return words_document.table(found.table)
    return found.title


def conflict_place(found: Conflict) -> str:
    """Where it belongs: Northwind Robotics · Technical, 2026-11-24."""
    parts = [found.company] if found.company and found.table != "company" else []
    if found.kind is not None and found.start is not None:
        day = found.start.date().isoformat()
        parts.append(tr("{kind}, {day}", kind=words.kind_title(found.kind), day=day))
    return " · ".join(parts)
