"""Owns the line that something new for the library is typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.trouble import Invalid
from interview_coach.store import library
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText


class AddLine(QWidget):
    """A field for the next thing. Enter adds it and opens it, Esc leaves; nothing typed is lost.

    Signals:
        added(str): something was added; its key.
        left(): the person went elsewhere, and the line is empty.
    """

    added = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, kind: LibraryKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.kind = kind
        self._made = ""
        what = words.word(kind).lower()
        story = kind is LibraryKind.STORY
        label = tr("New story: a title to find it by") if story else tr("New: {what}", what=what)
        self.line = LineText(name=label)
        self._field = Field(label, self.line, tr("Enter adds it. Esc leaves."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 10)
        column.addWidget(self._field)
        self.setFocusProxy(self.line)
        self.typing = Typing(
            desk,
            self,
            f"library:add:{kind.value}",
            self.line.text,
            self.line.set_text,
            self._commit,
        )
        self.typing.refused.connect(self._refuse)
        self.line.edited.connect(self._edited)
        self.line.submitted.connect(self._submit)
        self.line.left.connect(self.typing.scribble)
        self.line.paste_refused.connect(self._field.show_error)
        self.typing.show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; what stands here waits for the next time."""
        if event.key() == Qt.Key.Key_Escape:
            self.typing.scribble()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if not text.strip():
            return None
        return library.add_library_item, (LibraryDraft(self.kind, text),)

    def _edited(self) -> None:
        self._field.clear_error()
        self.typing.edited()

    def _submit(self) -> None:
        if not self.line.text().strip():
            self.left.emit()
            return
        if self.typing.finish():
            self.line.set_text("")
            self.added.emit("")

    def _refuse(self, error: Invalid) -> None:
        self._field.show_error(" ".join(words.complaint(c) for c in error.complaints))
