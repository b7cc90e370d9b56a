"""Owns how the fields of one review are kept while one types: scratch, deed, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from interview_coach.domain.text import clean_line, clean_text
from interview_coach.domain.trouble import Invalid
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.review.paragraph import ErrorLine, Paragraph
from interview_coach.ui.widgets import LongText

Commit = Callable[[str], tuple[Callable[..., Any], tuple[Any, ...]] | None]


def first_complaint(error: Invalid) -> str:
    """The sentence to show beside a field whose deed was refused."""
    return words.complaint(error.complaints[0])


class Draft(Typing):
    """Typing that only a button ends: leaving the field keeps it as scratch.

    Signals: those of Typing.
    """

    def settle(self) -> bool:
        """Keep it, and do no deed."""
        self.keep()
        return True

    def send(self, deed: Callable[..., Any], *args: Any) -> bool:
        """Do the deed with it, and begin anew; whether it was accepted."""
        self._timer.stop()
        self._dirty = False
        try:
            self._desk.store.settle(self.field, deed, *args)
        except Invalid as error:
            self._dirty = True
            self.refused.emit(error)
            return False
        except BaseException:
            self._dirty = True
            raise
        self._write("")
        self.clean()
        return True


class Keeping(QObject):
    """Keeps what is typed in the fields of one review.

    Signals:
        noted(): whether everything typed is kept may have changed.
        edited(): something was typed in one of the fields.
    """

    noted = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, interview: str, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.interview = interview
        self._typing: dict[str, tuple[Typing, QWidget]] = {}
        self._waiting: set[str] = set()
        desk.scribbled.connect(self._scribbled)

    @property
    def all_kept(self) -> bool:
        """Whether everything typed so far is in the file."""
        return not self._waiting

    def keep(self, text: LongText, name: str, commit: Commit, error: ErrorLine) -> Typing:
        """Keep what is typed in a field; `commit` gives the deed that its editing ends with."""
        typing = Typing(
            self.desk,
            text,
            f"review:{self.interview}:{name}",
            lambda: text.text,
            lambda stored: put(text, stored),
            commit,
        )
        text.left.connect(typing.finish)
        self._follow(text, typing, error)
        return typing

    def draft(self, text: LongText, name: str, error: ErrorLine) -> Draft:
        """Keep what is typed in a field until a button sends it."""
        typing = Draft(
            self.desk,
            text,
            f"review:{self.interview}:{name}",
            lambda: text.text,
            lambda stored: put(text, stored),
            lambda _text: None,
        )
        text.left.connect(typing.finish)
        self._follow(text, typing, error)
        return typing

    def drop(self, typing: Typing) -> None:
        """Forget what was typed in a field: another deed has taken it over."""
        typing.drop()
        self._scribbled(typing.field)

    def let_go(self, typing: Typing) -> None:
        """A field goes away, and what it was about is gone."""
        self.drop(typing)
        self._typing.pop(typing.field, None)

    def finish_all(self) -> QWidget | None:
        """Turn everything typed into deeds; the first field whose deed was refused, or None."""
        refused = None
        for typing, control in list(self._typing.values()):
            if not typing.finish() and refused is None:
                refused = control
        return refused

    def include(self, typing: Typing, control: QWidget) -> None:
        """Take a field of another kind in: what is typed in it is told by `typed`."""
        self._typing[typing.field] = (typing, control)

    def typed(self, field: str) -> None:
        """Something was typed in a field."""
        self._waiting.add(field)
        self.noted.emit()
        self.edited.emit()

    def _follow(self, text: LongText, typing: Typing, error: ErrorLine) -> None:
        field = typing.field
        self.include(typing, text)
        # Marked before the desk may keep it, so that "saving" is never said after "saved".
        text.edited.connect(lambda: self.typed(field))
        text.edited.connect(typing.edited)
        text.edited.connect(error.clear)
        text.paste_refused.connect(error.say)
        typing.refused.connect(lambda wrong: error.say(first_complaint(wrong)))
        Recovery(typing, text)
        # One goes on where one was interrupted.
        typing.recovered.connect(lambda: text.moveCursor(QTextCursor.MoveOperation.End))

    def _scribbled(self, field: str) -> None:
        if field in self._waiting:
            self._waiting.discard(field)
            self.noted.emit()


def put(text: LongText, stored: str) -> None:
    """Show what is stored in a field, without disturbing somebody who is typing in it.

    A stored text has lost spaces that are typed between two words: those are no difference yet.
    """
    if not text.hasFocus():
        text.set_text(stored)
        return
    cleaned = clean_line if isinstance(text, Paragraph) else clean_text
    if cleaned(text.text) != stored:
        place = text.textCursor().position()
        text.set_text(stored)
        cursor = text.textCursor()
        cursor.setPosition(min(place, text.document().characterCount() - 1))
        text.setTextCursor(cursor)
