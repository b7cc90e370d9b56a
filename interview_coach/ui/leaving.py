"""Owns what may keep the window open when it is to close: what is typed and not kept anywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from interview_coach.domain.trouble import Trouble
from interview_coach.ui import say, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr


class MayStay:
    """A dialog that is asked before the window closes, as what it holds is nowhere else."""

    def may_leave(self) -> bool:
        """Ask the person what shall become of it; whether that is decided."""
        raise NotImplementedError


def may_close(window: QWidget, desk: Desk | None) -> bool:
    """Keep everything typed, and ask about what is kept nowhere; whether the window may close."""
    for dialog in window.findChildren(QDialog):
        if isinstance(dialog, MayStay) and dialog.isVisible() and not dialog.may_leave():
            return False
    if desk is None:
        return True
    try:
        desk.flush()
    except Trouble as error:
        return _close_anyway(window, error)
    return True


def _close_anyway(window: QWidget, error: Trouble) -> bool:
    """What is being typed cannot be kept: staying is the careful answer."""
    known = words.trouble(error)
    why = tr("{trouble}. {what_to_do}", trouble=known.title, what_to_do=known.text)
    sentence = say.Sentence(tr("What you were typing could not be saved"), why)
    return say.ask(window, sentence, tr("Close anyway"), tr("Stay"), danger=True)
