"""The tour's scenes of what stands beside a preparation: notes about them, and what was said about pay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from interview_coach.app.session import Session


def beside_scenes(session: Session, interview: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each scene's name, and how to get there."""
    yield "prepare-research", partial(_prove_wrong, session, interview)
    yield "prepare-pay", partial(_write_pay, session, interview)


def _seen(session: Session, kind: type[QWidget]) -> QWidget | None:
    return next((one for one in session.window.findChildren(kind) if one.isVisible()), None)


def _prove_wrong(session: Session, interview: str) -> None:
    """Ask what was learned when the second note proved wrong."""
    from interview_coach.ui.research.notes import NotesList

    session.window.navigator.open("interview", interview, "prepare")
    notes = _seen(session, NotesList)
    if isinstance(notes, NotesList):
        notes.disprove(list(notes.notes)[1])


def _write_pay(session: Session, interview: str) -> None:
    """Write down what was said."""
    from interview_coach.ui.pay.talks import TalksList

    session.window.navigator.open("interview", interview, "prepare")
    talks = _seen(session, TalksList)
    if isinstance(talks, TalksList):
        talks.add_one()
