"""Owns one field of something in the library: saved on leaving, kept through a crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from interview_coach.domain.kinds import LibraryField
from interview_coach.domain.library import LINES
from interview_coach.domain.trouble import Invalid
from interview_coach.store import library
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText, LongText

Ending = tuple[Callable[..., Any], tuple[Any, ...]]


def _help(part: LibraryField) -> str:
    if part is LibraryField.SITUATION:
        return tr("Where and when, in two sentences.")
    if part is LibraryField.TASK:
        return tr("What was yours to do.")
    if part is LibraryField.ACTION:
        return tr("What you did, step by step: I, not we.")
    if part is LibraryField.RESULT:
        return tr("What came of it, best with a number; what you learned.")
    if part in {LibraryField.SKILLS, LibraryField.TAGS}:
        return tr("Parted by commas.")
    return ""


class LibraryFieldBox(Field):
    """A labelled field of one thing.

    Signals: none of its own.
    """

    def __init__(
        self,
        desk: Desk,
        key: str,
        part: LibraryField,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        name = label or words.word(part)
        self.line: LineText | LongText
        if part in LINES:
            self.line = LineText(name=name)
        else:
            self.line = LongText(name=name, min_lines=2, max_lines=14)
            offer_versions(desk, self.line, f"library_item.{part.value}", lambda: key)
        super().__init__(name, self.line, _help(part), parent)
        self._key, self._part = key, part
        self.typing = Typing(
            desk, self, f"library:{key}:{part.value}", self._read, self.line.set_text, self._commit
        )
        self.typing.refused.connect(self._refuse)
        self.typing.recovered.connect(lambda: self.set_help(tr("Restored what you had typed.")))
        self.line.edited.connect(self._edited)
        self.line.left.connect(self.typing.finish)
        self.line.submitted.connect(self.typing.finish)
        self.line.paste_refused.connect(self.show_error)

    def show_text(self, stored: str) -> None:
        """Show what the store says, never over fresh typing."""
        self.typing.show(stored)

    def _read(self) -> str:
        return self.line.text() if isinstance(self.line, LineText) else self.line.text

    def _commit(self, text: str) -> Ending:
        return library.write_library_item, (self._key, self._part, text)

    def _edited(self) -> None:
        self.clear_error()
        self.typing.edited()

    def _refuse(self, error: Invalid) -> None:
        self.show_error(" ".join(words.complaint(c) for c in error.complaints))
