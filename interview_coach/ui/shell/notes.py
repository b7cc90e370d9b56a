"""What the window says at its bottom after a deed, and at its top when something waits."""

from __future__ import annotations

from interview_coach.domain.changes import Changes, Way
from interview_coach.ui import words

# Deeds that take something out of sight: the way back is offered at once.
_OFFERED = (
    "delete_",
    "archive_",
    "call_off_",
    "mark_not_held",
    "record_outcome",
    "seal_review",
    "carry_on",
    "apply_template",
    "copy_points",
    "restore_batch",
)


def toast_for(changes: Changes) -> str:
    """What to say after a change; nothing for the many that show for themselves."""
    if changes.way is not Way.DONE:
        return words.done_text(changes)
    if changes.undoable and changes.label.code.startswith(_OFFERED):
        return words.label(changes.label)
    return ""
