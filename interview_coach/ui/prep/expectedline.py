"""Owns the field in which a question that is expected is typed, a new one or one that stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.expected import Expected
from interview_coach.domain.text import without_bullet
from interview_coach.domain.trouble import Invalid
from interview_coach.store import expected
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import LineText, small
from interview_coach.ui.widgets.mouse import MouseFree

_MOST_LINES = 100
Ending = tuple[Callable[..., Any], tuple[Any, ...]]


class ExpectedLine(QWidget):
    """A line for one question. A new one is kept on leaving and waits for the next after Enter.

    Signals:
        ended(str): the person ended editing by a key; its key, or nothing for a new one.
        left(str): the focus went elsewhere.
    """

    ended = Signal(str)
    left = Signal(str)

    def __init__(
        self, desk: Desk, interview: str, shown: Expected | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interview = interview
        self._shown = shown
        self._free = MouseFree(self)
        self._free.came.connect(lambda: self.left.emit(self.key))
        name = tr("Question they may ask") if shown is None else tr("Expected question")
        hint = tr("A question they may ask …") if shown is None else ""
        self.line = LineText(name=name, placeholder=hint, splits=shown is None)
        self.note = small("", ink="bad")
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self.setFocusProxy(self.line)
        field = f"expected:{interview}:{self.key or 'add'}"
        self.typing = Typing(desk, self, field, self.line.text, self.line.set_text, self._commit)
        self.typing.refused.connect(self._refuse)
        Recovery(self.typing, self.line, keep=self._submit)
        self.line.edited.connect(self._edited)
        self.line.submitted.connect(self._submit)
        self.line.left.connect(self._left)
        self.line.lines_pasted.connect(self._several)
        self.line.paste_refused.connect(self._say)
        self.typing.show(shown.text if shown else "")

    @property
    def key(self) -> str:
        """Which question it is; nothing for a new one."""
        return self._shown.id if self._shown else ""

    def show_expected(self, shown: Expected) -> None:
        """Show what the store says now, never over fresh typing."""
        self._shown = shown
        self.typing.show(shown.text)

    def begin(self) -> None:
        """Put the cursor at the end."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.setCursorPosition(len(self.line.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back what was there; of a new one nothing is lost, it is kept."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._shown is not None:
            self.typing.drop()
            self.ended.emit(self.key)
        elif self._kept():
            self.ended.emit("")

    def _commit(self, text: str) -> Ending | None:
        if self._shown is None:
            return (expected.add_expected, (self._interview, text)) if text.strip() else None
        if text == self._shown.text:
            return None
        return expected.edit_expected, (self._shown.id, text)

    def _kept(self) -> bool:
        """Whether what stood here is in the file; a new one is empty again."""
        if not self.typing.finish():
            return False
        if self._shown is None:
            self.line.set_text("")
        return True

    def _edited(self) -> None:
        self._say("")
        self.typing.edited()

    def _submit(self) -> None:
        if self._kept() and self._shown is not None:
            self.ended.emit(self.key)

    def _left(self) -> None:
        # A window that loses the focus leaves the half-typed line alone; scratch has it.
        if not self.isActiveWindow():
            self.typing.scribble()
        elif self._kept() and self._shown is not None:
            self._free.wait()

    def _several(self, lines: list[str]) -> None:
        """Make a question of each line that was pasted, in one step; what stands here stays."""
        if len(lines) > _MOST_LINES:
            self._say(tr("More than {most} lines at once. Paste them in parts.", most=_MOST_LINES))
            return
        try:
            several = [(without_bullet(line), None) for line in lines]
            self._desk.do(expected.expect_questions, self._interview, several)
        except Invalid as error:
            self._refuse(error)

    def _refuse(self, error: Invalid) -> None:
        self._say(" ".join(words.complaint(c) for c in error.complaints))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
