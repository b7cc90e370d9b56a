"""The words of what comes in from files: why one could not be read, and what to do about it."""

from __future__ import annotations

from interview_coach.domain.incoming import Refused
from interview_coach.domain.posting import Alike, Because, Found, Posting
from interview_coach.domain.requirements import proposed
from interview_coach.ui.text import Marked, mark, tr, tr_marked

_REFUSED: dict[str, Marked] = {
    "unreadable": mark("The file could not be opened."),
    "empty": mark("There is nothing in it."),
    "not_understood": mark("This is not a format that can be read here."),
    "too_large": mark("It is too large to be read safely."),
    "too_deep": mark("It is nested too deeply to be read safely."),
    "too_long": mark("Reading it took too long, so it was given up."),
    "not_json": mark("It begins like JSON, but is not."),
    "not_ours": mark("This is not a file of Interview Coach."),
    "newer": mark("It was written by a newer version of Interview Coach."),
    "malformed": mark("Its parts do not fit together."),
    "damaged": mark("It is damaged, or not what it says it is."),
    "packed_oddly": mark("It is packed in a way that is not safe to unpack."),
    "locked": mark("It is locked with a passphrase."),
    "wrong_passphrase": mark("The passphrase is another one."),
    "locked_to_a_key": mark("It is locked to a key, not with a passphrase."),
    "password": mark("It is protected by a password. Save a copy without one, or paste its text."),
    "no_text": mark(
        "There is no text in it: a scan perhaps, or a page that scripts fill in. Copy the text in your browser and paste it."
    ),
    "too_little": mark("That is too little to be a posting. Paste more of it."),
    "no_posting": mark("No posting is described in it."),
    "bad_address": mark("That is not an address of a page. It begins with https:// or http://."),
    "local_address": mark(
        "The page leads to an address inside your own network, so it was not followed."
    ),
    "too_many_hops": mark("The page sends one on and on. Save it in your browser instead."),
    "refused_by_site": mark(
        "The site did not hand the page out. Open it in your browser, save it, and choose the file here."
    ),
    "no_answer": mark("There was no answer from that address. Is the network there?"),
}
_FOUND: dict[Found, Marked] = {
    Found.STRUCTURED: mark("Read from the data that the page carries for search engines."),
    Found.JOB_FILE: mark("Read from the job file."),
    Found.MAIN_TEXT: mark("The page carries no data of its own: this is its main text."),
    Found.TEXT: mark("This is the text; what its lines name has been filled in."),
}


def refused(error: Refused) -> str:
    """Why a file, a text or a page could not be read."""
    return tr_marked(_REFUSED.get(error.code, _REFUSED["damaged"]))


def found(where: Found) -> str:
    """How much to trust what was understood."""
    return tr_marked(_FOUND[where])


def alike(one: Alike) -> str:
    """What may be the same as a posting, and why."""
    because = tr("same address") if one.because is Because.ADDRESS else tr("same company and role")
    if one.decided:
        state = tr("decided")
    elif one.archived:
        state = tr("archived")
    else:
        state = ""
    why = tr("{because}, {state}", because=because, state=state) if state else because
    return tr("{role} at {company} ({why})", role=one.title, company=one.company, why=why)


def understood(what: Posting) -> list[str]:
    """What was understood of a posting, a line for each thing that it says."""
    lines = [found(what.found)]
    said = (
        (tr("Role"), what.title),
        (tr("Company"), what.company),
        (tr("Place"), what.place),
        (tr("Pay"), what.pay),
        (tr("Employment"), what.employment),
        (tr("Address"), what.url),
        (tr("Posted on"), what.posted_on.isoformat() if what.posted_on else ""),
        (tr("Closes on"), what.closes_on.isoformat() if what.closes_on else ""),
    )
    lines += [tr("{name}: {text}", name=name, text=text) for name, text in said if text]
    lines += [tr("Asks for: {text}", text=text) for text in proposed(what.text, what.asks)]
    return lines


def incomplete() -> str:
    """Why a posting is not taken over without the window."""
    return tr("It does not say for certain which company and role it is. Open it in the window.")


def taken(what: Posting, *, new: bool) -> str:
    """What became of a posting."""
    if new:
        return tr("{role} at {company} is added.", role=what.title, company=what.company)
    return tr("{role} at {company} is brought up to date.", role=what.title, company=what.company)
