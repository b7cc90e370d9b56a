"""What a script is told of a CV: how many stories it would bring, and how many it brought."""

from __future__ import annotations

from interview_coach.ui.text import tr, tr_n


def would(new: int, known: int, passed_over: int) -> str:
    """How many stories would be kept, and what of the file would not."""
    text = tr_n("{n} story would be kept.", "{n} stories would be kept.", new)
    if known:
        there = tr_n("{n} is there already.", "{n} are there already.", known)
        text = tr("{one} {other}", one=text, other=there)
    if passed_over:
        odd = tr_n("{n} entry was passed over.", "{n} entries were passed over.", passed_over)
        text = tr("{one} {other}", one=text, other=odd)
    return text


def taken(new: int) -> str:
    """How many stories were kept."""
    if not new:
        return tr("Nothing new: every story is there already.")
    return tr_n("{n} story is in the library.", "{n} stories are in the library.", new)
