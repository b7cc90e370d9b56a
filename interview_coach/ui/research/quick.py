"""Owns the line that new notes about them are typed into."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.inplace import Ending
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, LineText


class QuickLine(QWidget):
    """A field for the next note. Enter adds it and waits for one more; leaving adds it, too.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, field: str, add: Callable[[str], Ending]) -> None:
        super().__init__()
        self._add = add
        self.line = LineText(
            name=tr("New note about them"),
            placeholder=tr("What you know or believe. Enter adds it."),
        )
        self._error = Label("", "small", "bad", wrap=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._error)
        self.setFocusProxy(self.line)
        self.typing = Typing(desk, self, field, self.line.text, self.line.set_text, self._ending)
        self.typing.refused.connect(self._refuse)
        Recovery(self.typing, self.line, keep=self._submit)
        self.line.edited.connect(self._edited)
        self.line.submitted.connect(self._submit)
        self.line.left.connect(self._left)
        self.line.paste_refused.connect(self._say)
        self.typing.show("")

    def settle(self) -> None:
        """Be empty again once what stood here has become a note."""
        if not self.typing.dirty:
            self.line.set_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the line."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.typing.drop()
            self.line.set_text("")
            self._say("")
            return
        super().keyPressEvent(event)

    def _ending(self, text: str) -> Ending | None:
        return self._add(text) if text.strip() else None

    def _edited(self) -> None:
        self._say("")
        self.typing.edited()

    def _submit(self) -> None:
        if self.typing.finish():
            self.line.set_text("")

    def _left(self) -> None:
        # A window that loses the focus leaves the half-typed line alone; scratch has it.
        if not self.isActiveWindow():
            self.typing.scribble()
        else:
            self._submit()

    def _refuse(self, error: Invalid) -> None:
        self._say(" ".join(words.complaint(c) for c in error.complaints))

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
