"""Owns writing on the day: a line to jot, and the notes that it joins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.store import interview
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Field, LineText, LongText

Ending = tuple[Callable[..., Any], tuple[Any, ...]]


class NotesCard(Card):
    """A line to jot, and the notes.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._interview = ""
        self.jot = LineText(placeholder=tr("Jot a line, Enter keeps it"))
        self.notes = LongText(
            placeholder=tr("What you want to keep of this interview"), min_lines=5, max_lines=18
        )
        self._jot_field = Field(tr("Jot a line"), self.jot)
        self._notes_field = Field(tr("Notes"), self.notes)
        spots.tag(self.notes, "interview.notes")
        self.add(self._jot_field)
        self.add(self._notes_field)
        self._desk = desk
        offer_versions(desk, self.notes, "interview.notes", lambda: self._interview)
        self._jotting: Typing | None = None
        self._noting: Typing | None = None
        self.jot.submitted.connect(self._keep)
        self.jot.edited.connect(self._jot_edited)
        self.jot.left.connect(self._jot_left)
        self.notes.edited.connect(self._notes_edited)
        self.notes.left.connect(self._notes_left)
        self.jot.paste_refused.connect(self._jot_field.show_error)
        self.notes.paste_refused.connect(self._notes_field.show_error)

    def show_notes(self, key: str, notes: str) -> None:
        """Show the notes of an interview, or what a crash left half typed."""
        if key != self._interview:
            self._begin(key)
        if self._noting is not None:
            self._noting.show(notes)
        if self._jotting is not None:
            self._jotting.show("")

    def reset(self) -> None:
        """Forget the interview: another one follows."""
        self._interview = ""
        for typing in (self._jotting, self._noting):
            if typing is not None:
                typing.deleteLater()
        self._jotting = self._noting = None
        self.jot.set_text("")
        self.notes.set_text("")

    def _begin(self, key: str) -> None:
        self.reset()
        self._interview = key
        # The notes before the line: a flush ends them in this order, and the line is added to the
        # notes as they are then. The other way round the notes would overwrite it.
        self._noting = Typing(
            self._desk,
            self,
            f"day:{key}:notes",
            self._read_notes,
            self.notes.set_text,
            self._notes_ending,
        )
        self._jotting = Typing(
            self._desk,
            self,
            f"day:{key}:jot",
            self.jot.text,
            self.jot.set_text,
            self._jot_ending,
        )
        self._jotting.refused.connect(self._jot_refused)
        self._noting.refused.connect(self._notes_refused)
        Recovery(self._jotting, self.jot, keep=self._keep)
        Recovery(self._noting, self.notes)
        for field in (self._jot_field, self._notes_field):
            field.set_help("")
            field.clear_error()

    def _read_notes(self) -> str:
        return self.notes.text

    def _jot_ending(self, text: str) -> Ending | None:
        return (interview.jot, (self._interview, text)) if text.strip() else None

    def _notes_ending(self, text: str) -> Ending:
        return interview.set_interview_notes, (self._interview, text)

    def _keep(self) -> None:
        if self._noting is not None and not self._noting.finish():
            return
        if self._jotting is not None and self._jotting.finish():
            self.jot.set_text("")

    def _jot_edited(self) -> None:
        self._jot_field.set_help("")
        self._jot_field.clear_error()
        if self._jotting is not None:
            self._jotting.edited()

    def _jot_left(self) -> None:
        # Only kept, not added: one looks at the call in the middle of a line, and comes back to it.
        if self._jotting is not None:
            self._jotting.scribble()

    def _notes_edited(self) -> None:
        self._notes_field.set_help("")
        self._notes_field.clear_error()
        if self._noting is not None:
            self._noting.edited()

    def _notes_left(self) -> None:
        if self._noting is not None:
            self._noting.finish()

    def _jot_refused(self, error: Invalid) -> None:
        self._jot_field.show_error(words.complaint(error.complaints[0]))

    def _notes_refused(self, error: Invalid) -> None:
        self._notes_field.show_error(words.complaint(error.complaints[0]))
