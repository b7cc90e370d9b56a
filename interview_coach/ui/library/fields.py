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


class TextBox(Field):
    """A labelled text that is kept on leaving, and as scratch while it is typed.

    `kept` names its scratch, `commit` gives the deed for a text. With `versions` ("person.notes" and
    the row's key) it is a long text that keeps its earlier versions; else it is one line.

    Signals: none of its own.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        kept: str,
        commit: Callable[[str], Ending | None],
        *,
        versions: tuple[str, str] | None = None,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.line: LineText | LongText
        if versions is None:
            self.line = LineText(name=name)
        else:
            self.line = LongText(name=name, min_lines=2, max_lines=14)
            offer_versions(desk, self.line, versions[0], lambda: versions[1])
        super().__init__(name, self.line, help_text, parent)
        self.typing = Typing(desk, self, kept, self._read, self.line.set_text, commit)
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

    def _edited(self) -> None:
        self.clear_error()
        self.typing.edited()

    def _refuse(self, error: Invalid) -> None:
        self.show_error(" ".join(words.complaint(c) for c in error.complaints))


class LibraryFieldBox(TextBox):
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
        super().__init__(
            desk,
            label or words.word(part),
            f"library:{key}:{part.value}",
            lambda text: (library.write_library_item, (key, part, text)),
            versions=None if part in LINES else (f"library_item.{part.value}", key),
            help_text=_help(part),
            parent=parent,
        )
