"""Owns what the Outcome step is typed into: fields that are kept while one types, and say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.theme import TextRole, current
from interview_coach.ui.widgets import LineText, LongText, live, small

Commit = Callable[[str], tuple[Callable[..., Any], tuple[Any, ...]] | None]
_INLINE_FRAME = 5


class InlineText(LongText):
    """Text that looks like the line it is until one is in it. Enter ends the editing.

    Signals: those of LongText.
    """

    def __init__(
        self, name: str, *, role: TextRole = "small", parent: QWidget | None = None
    ) -> None:
        # Before the base's set-up, which measures the field already.
        self._role: TextRole = role
        super().__init__("", name, min_lines=1, max_lines=12, parent=parent)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        live(self._dress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits; with Shift it begins another line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        lines = max(self.document().documentLayout().documentSize().height(), 1)
        height = round(min(lines, 12) * QFontMetricsF(self.font()).lineSpacing()) + _INLINE_FRAME
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if lines > 12 else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _retheme(self) -> None:
        self.setFont(current().font(self._role))
        self._fit()

    def _dress(self) -> None:
        colours = current().colours
        plain = "background: transparent; border: none; border-radius: 0; padding: 1px 0 0 0;"
        self.setStyleSheet(
            f"InlineText {{ {plain} color: {colours.muted}; border-bottom: 1px solid transparent; }}"
            f" InlineText:hover {{ {plain} border-bottom: 1px solid {colours.control_line}; }}"
            f" InlineText:focus {{ {plain} color: {colours.ink};"
            f" border-bottom: 2px solid {colours.accent}; }}"
        )


class Kept(QWidget):
    """A field whose typing is kept within a second, with a line for what there is to say about it.

    Signals: none of its own.
    """

    def __init__(
        self,
        desk: Desk,
        control: LongText | LineText,
        field: str,
        commit: Commit,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._note = small()
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(control)
        column.addWidget(self._note)
        self.setFocusProxy(control)
        self.typing = Typing(desk, self, field, self.read, self._put, commit)
        control.edited.connect(self._edited)
        control.left.connect(self.typing.finish)
        control.paste_refused.connect(self._complain)
        self.typing.refused.connect(self._refused)
        self.recovery = Recovery(self.typing, control)

    @property
    def note(self) -> str:
        """What is said about the field, or nothing."""
        return self._note.text()

    def read(self) -> str:
        """The text as it stands there."""
        control = self.control
        return control.text if isinstance(control, LongText) else control.text()

    def show_stored(self, text: str) -> None:
        """Show what is stored, never over fresh typing."""
        self.typing.show(text)

    def _put(self, text: str) -> None:
        control = self.control
        if isinstance(control, LineText):
            control.set_text(text)
            return
        place = control.textCursor().position()
        control.set_text(text)
        if control.hasFocus():
            cursor = control.textCursor()
            cursor.setPosition(min(place, control.document().characterCount() - 1))
            control.setTextCursor(cursor)

    def _edited(self) -> None:
        self._say("")
        self.typing.edited()

    def _refused(self, error: Invalid) -> None:
        self._complain(" ".join(words.complaint(found) for found in error.complaints))

    def _complain(self, text: str) -> None:
        self._say(text, wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        if text != self._note.text():
            self._note.setText(text)
            self._note.set_ink("bad" if wrong else "muted")
            self._note.setVisible(bool(text))
            self.control.setAccessibleDescription(text)
