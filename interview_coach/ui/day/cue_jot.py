"""Owns the card's line: a question is jotted as it is asked, and reaches the review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.store import review
from interview_coach.ui import words
from interview_coach.ui.day.cue_lines import plain_label, relook
from interview_coach.ui.day.cue_look import CueLook
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import RecoveredNote, Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import LineText, announce

Ending = tuple[Callable[..., Any], tuple[Any, ...]]


class CueJot(QWidget):
    """A line, and what became of the last one.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interview = ""
        self._typing: Typing | None = None
        self._recovery: Recovery | None = None
        self._look: CueLook | None = None
        self.line = LineText(
            name=tr("Jot a question they ask"), placeholder=tr("Jot a question they ask…")
        )
        self.said = plain_label("", "muted")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.line)
        self.line.edited.connect(self._edited)
        self.line.left.connect(self.keep)
        self.line.submitted.connect(self._submit)
        self.line.paste_refused.connect(lambda text: self.say(text, wrong=True))

    def begin(self, interview: str) -> None:
        """Jot for this interview from now on."""
        if self._typing is not None:
            self._typing.deleteLater()
        self._interview = interview
        self.line.set_text("")
        self.say("")
        self._typing = Typing(
            self._desk,
            self,
            f"cue:{interview}:jot",
            self.line.text,
            self.line.set_text,
            self._ending,
        )
        self._typing.refused.connect(self._refused)
        self._recovery = Recovery(
            self._typing, self.line, keep=self._submit, make=self._recovered_note
        )

    def show_kept(self, *, sealed: bool) -> None:
        """Show what a crash left; a sealed review takes no more questions."""
        self.line.setEnabled(not sealed)
        if sealed:
            self.say(tr("The review is sealed: nothing more is added to it here."))
        elif self._typing is not None:
            self._typing.show("")

    def focus_line(self) -> None:
        """Begin with the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep a half-typed question as it is: one looks at the call in the middle of a line."""
        if self._typing is not None and not self._desk.closed:
            self._typing.scribble()

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something beside the line, or no longer."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        relook(self.said, "wrong" if wrong else "muted")
        if text:
            announce(self, text)

    def dress(self, look: CueLook) -> None:
        """Wear another look."""
        self._look = look
        self.line.setFont(look.plain_font("body"))
        self.said.setFont(look.plain_font("small"))
        note = self._recovery.note if self._recovery is not None else None
        if note is not None:
            _dress_note(note, look)

    def _recovered_note(self) -> RecoveredNote:
        note = RecoveredNote(plain_label("", "attention"), _way)
        if self._look is not None:
            _dress_note(note, self._look)
        return note

    def _ending(self, text: str) -> Ending | None:
        return (review.add_asked, (self._interview, text)) if text.strip() else None

    def _edited(self) -> None:
        self.say("")
        if self._typing is not None:
            self._typing.edited()

    def _submit(self) -> None:
        if self._typing is None or not self.line.text().strip():
            return
        if self._typing.finish():
            self.line.set_text("")
            self.say(tr("Kept for the review."))

    def _refused(self, error: Invalid) -> None:
        self.say(words.complaint(error.complaints[0]), wrong=True)


def _way(text: str) -> QPushButton:
    """A small word that does something, dressed by the card's own sheet."""
    button = QPushButton(text)
    button.setProperty("look", "way")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def _dress_note(note: RecoveredNote, look: CueLook) -> None:
    for part in (note.said, *note.ways):
        part.setFont(look.plain_font("small"))
