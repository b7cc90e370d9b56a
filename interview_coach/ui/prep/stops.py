"""Owns where Tab stops in the parts of the checklist's column."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.ui.prep.addline import AddLine
from interview_coach.ui.prep.editor import ItemEditor
from interview_coach.ui.prep.head import EmptyLine
from interview_coach.ui.prep.row import PrepRow


def stops_in(part: QWidget) -> tuple[QWidget, ...]:
    """Where Tab stops in a part of the column."""
    if isinstance(part, ItemEditor):
        return part.stops
    if isinstance(part, AddLine):
        return (part.line,)
    if isinstance(part, EmptyLine):
        return (part.link,)
    return (part,) if isinstance(part, PrepRow) else ()
