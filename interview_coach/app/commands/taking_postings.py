"""Takes a posting over: a new opportunity, or the known one of its address brought up to date."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from interview_coach.app.commands.frame import Failure
from interview_coach.app.commands.importing import Answer
from interview_coach.domain.posting import Alike, Because, Posting
from interview_coach.domain.requirements import proposed

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store


def preview(what: Posting, reader: Reader | None) -> Answer:
    """What was understood, and what is here already."""
    from interview_coach.store import posting
    from interview_coach.ui import words_incoming

    found = posting.alike(reader, what.url, what.company, what.title) if reader else ()
    lines = words_incoming.understood(what)
    lines += [words_incoming.alike(one) for one in found]
    return Answer(lines, {"alike": [_told(one) for one in found]})


def take(what: Posting, store: Store, options: argparse.Namespace) -> Answer:
    """Add it with what it asks for, after a backup."""
    del options
    from interview_coach.store import posting
    from interview_coach.ui import words_incoming

    if not (what.company and what.title):
        raise Failure("incomplete", words_incoming.incomplete())
    found = store.ask(posting.alike, what.url, what.company, what.title)
    same = [one for one in found if one.because is Because.ADDRESS and not one.decided]
    into = same[0].id if same else ""
    store.back_up("before-import")
    asks = proposed(what.text, what.asks)
    key = store.do(posting.take_posting, what.draft(), asks, into)
    line = words_incoming.taken(what, new=not into)
    return Answer([line], {"did": {"opportunity": key, "new": not into, "asks": len(asks)}})


def _told(one: Alike) -> dict[str, object]:
    return {
        "id": one.id,
        "company": one.company,
        "title": one.title,
        "because": one.because.value,
        "archived": one.archived,
        "decided": one.decided,
    }
