"""What the window says at its bottom after a deed."""

from __future__ import annotations

from interview_coach.domain.changes import Changes, Way
from interview_coach.ui import words


def toast_for(changes: Changes) -> str:
    """What to say after a change; nothing for the many that show for themselves."""
    if changes.way is not Way.DONE:
        return words.done_text(changes)
    # What goes out of sight is named, as the way back is offered beside it.
    return words.done(changes.label) if changes.undoable else ""
