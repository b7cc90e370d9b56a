"""Owns the fields of a review that are typed into: one wrapped paragraph, or several lines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import Colours, TextRole, current
from interview_coach.ui.widgets import IconLabel, Label, LongText
from interview_coach.ui.widgets.texts import clean

ParagraphLook = Literal["framed", "inline", "ruled"]
MOST_LINES = 200
_INLINE_FRAME = 6


def inline_sheet(colours: Colours) -> str:
    """The style of fields that look like the text they hold until one is in them."""
    base = "background: transparent; border: none; border-radius: 0; padding: 2px 0 1px 0;"
    field = "QPlainTextEdit[look="
    return "".join(
        f'{field}"{look}"] {{ {base} border-bottom: 2px solid transparent; }}'
        f'{field}"{look}"]:hover {{ border-bottom: 2px solid {colours.line}; }}'
        f'{field}"{look}"]:focus {{ {base} border-bottom: 2px solid {colours.accent}; }}'
        for look in ("inline", "ruled")
    ) + (
        f'{field}"ruled"] {{ border-bottom: 1px solid {colours.control_line}; padding-bottom: 2px; }}'
        f'{field}"ruled"]:hover {{ border-bottom: 1px solid {colours.ink}; padding-bottom: 2px; }}'
        f'{field}"ruled"]:focus {{ border-bottom: 2px solid {colours.accent}; }}'
        f'QLineEdit[look="ruled"] {{ {base} min-height: 0; border-bottom: 1px solid {colours.control_line}; }}'
        f'QLineEdit[look="ruled"]:focus {{ border-bottom: 2px solid {colours.accent}; }}'
    )


def _is_for_the_window(event: QEvent, document: QTextDocument) -> bool:
    """Whether Ctrl+Z is pressed in a field that has nothing of its own to take back."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not document.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()


class Prose(LongText):
    """Several lines of plain text; Ctrl+Z with nothing to take back in it is the window's.

    Signals: those of LongText.
    """

    def event(self, event: QEvent) -> bool:
        """Leave to the window what the field has no use for."""
        if _is_for_the_window(event, self.document()):
            event.ignore()
            return False
        return super().event(event)


class Paragraph(Prose):
    """One paragraph that wraps: Enter submits it, and no line break gets in.

    Signals:
        went(int): Up in its first line (-1), or Down in its last (1).
        emptied(): Backspace although nothing is left in it.
        lines_pasted(list): several lines were pasted; what it would hold with them, line by line.
        And those of LongText.
    """

    went = Signal(int)
    emptied = Signal()
    lines_pasted = Signal(list)

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        look: ParagraphLook = "framed",
        role: TextRole = "body",
        splits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        # Before the base's own set-up, which measures the field already.
        self._inline = look != "framed"
        self._role: TextRole = role
        self._splits = splits
        super().__init__("", name, placeholder=placeholder, min_lines=1, parent=parent)
        # It wraps and grows: there is nothing to scroll to.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if self._inline:
            self.setProperty("look", look)
            self.document().setDocumentMargin(0)
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit, or go to the line before or after."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
            return
        if key == Qt.Key.Key_Backspace and not self.text:
            self.emptied.emit()
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            up = key == Qt.Key.Key_Up
            cursor = self.textCursor()
            way = QTextCursor.MoveOperation.Up if up else QTextCursor.MoveOperation.Down
            if not cursor.movePosition(way):
                self.went.emit(-1 if up else 1)
                return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste a line, or tell of several."""
        text = clean(source.text())
        found = [line.strip() for line in text.split("\n") if line.strip()]
        if not self._splits or len(found) < 2:
            one_line = QMimeData()
            one_line.setText(" ".join(found))
            super().insertFromMimeData(one_line)
            return
        reason = self._refusal(text)
        if not reason and len(found) > MOST_LINES:
            reason = tr("More than {most} lines at once. Paste them in parts.", most=MOST_LINES)
        if reason:
            self.paste_refused.emit(reason)
            return
        before, after = self._around()
        whole = (before + text + after).split("\n")
        self.lines_pasted.emit([line.strip() for line in whole if line.strip()])

    def _around(self) -> tuple[str, str]:
        """What stands before and after the cursor or the selection."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.setPosition(0)
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText()
        cursor.setPosition(end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        return before, cursor.selectedText()

    def _fit(self) -> None:
        if not self._inline:
            super()._fit()
            return
        lines = max(self.document().documentLayout().documentSize().height(), 1)
        height = round(lines * QFontMetricsF(self.font()).lineSpacing()) + _INLINE_FRAME
        if self.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _retheme(self) -> None:
        self.setFont(current().font(self._role))
        self._fit()


class ErrorLine(QWidget):
    """What is wrong with a field, beneath it; a screen reader hears it with the field.

    Signals: none of its own.
    """

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._control = control
        self._label: Label | None = None
        self.hide()

    @property
    def text(self) -> str:
        """What is wrong, or nothing."""
        return self._label.text() if self._label is not None else ""

    def say(self, text: str) -> None:
        """Say what is wrong."""
        if self._label is None:
            self._label = self._made()
        self._label.setText(text)
        self._control.setAccessibleDescription(text)
        self.setVisible(bool(text))

    def _made(self) -> Label:
        # Only when first needed: a page has dozens of fields, and hardly ever one that is wrong.
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        label = Label("", "small", "bad", wrap=True)
        row.addWidget(IconLabel("triangle-alert", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return label

    def clear(self) -> None:
        """Take it away."""
        if self.text:
            self.say("")
