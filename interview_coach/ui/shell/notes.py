"""What the window says at its bottom after a deed."""

from __future__ import annotations

from interview_coach.domain.changes import Changes, Way
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.text import tr


def not_saved(error: Trouble) -> str:
    """What is being typed could not be kept just now, and why."""
    known = words.trouble(error)
    return tr("Not saved yet: {trouble}. {what_to_do}", trouble=known.title, what_to_do=known.text)


def toast_for(changes: Changes) -> str:
    """What to say after a change; nothing for the many that show for themselves."""
    if changes.way is not Way.DONE:
        return words.done_text(changes)
    # What goes out of sight is named, as the way back is offered beside it.
    return words.done(changes.label) if changes.undoable else ""
