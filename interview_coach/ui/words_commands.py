"""What the commands without a window say: each answer and each failure in one place. No Qt."""

from __future__ import annotations

from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.text import Marked, mark, tr, tr_marked

# Where a command has to say it otherwise than the window.
_TROUBLES: dict[str, Marked] = {
    "in_use": mark(
        "Interview Coach has this data open: close its window, or wait until it has finished, and try again."
    ),
}


def trouble(found: Trouble) -> str:
    """Known trouble in one sentence, with the next step."""
    own = _TROUBLES.get(found.code)
    if own is not None:
        return tr_marked(own)
    sentence = words.trouble(found)
    return tr("{trouble}. {next}", trouble=sentence.title, next=sentence.text).strip()


def unexpected(kind: str) -> str:
    """Something nobody foresaw; only its kind is told, as its message may hold private text."""
    return tr("Something went wrong that we did not expect ({kind}).", kind=kind)


def unread() -> str:
    """Whoever was given the answer stopped reading it."""
    return tr("The answer could not be given to its end: nobody was reading it any more.")


def backed_up(path: str) -> str:
    """A backup was made."""
    return tr("Backed up to {path}", path=path)


def restored(source: str, backup: str, kept: str) -> str:
    """A backup was restored, and what became of what was there."""
    if backup:
        return tr(
            "Restored {source}. What was there is backed up: {backup}", source=source, backup=backup
        )
    if kept:
        return tr("Restored {source}. The old file is kept: {kept}", source=source, kept=kept)
    return tr("Restored {source}", source=source)


def not_copied(sentence: str) -> str:
    """The backup is made, its copy in the second place is not."""
    return tr("The copy in the second place could not be made: {sentence}", sentence=sentence)


def copied(path: str) -> str:
    """The backup lies in the second place as well."""
    return tr("Copied to {path}", path=path)


def place_away(path: str) -> str:
    """The second place is not there just now."""
    return tr(
        "The second place is not there now; it gets its copy when it is back: {path}", path=path
    )
