"""Owns the fields that are typed into: one line or many, with guards against what freezes Qt."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets.drawing import live
from interview_coach.ui.widgets.menus import add_copy, give_letters

LARGEST_PASTE = 200_000
LARGEST_TEXT = 600_000
LONGEST_LINE = 20_000
_PADDING = 7
# As much of a text says which way it runs.
_TELLING = 200


def clean(text: str) -> str:
    """Take out what no text holds, and unify the ends of lines."""
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _is_rtl(text: str) -> bool:
    """Whether the first letter that runs one way runs from right to left."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))


class LongText(QPlainTextEdit):
    """Several lines of plain text; grows with its content between two heights. Tab leaves it.

    Ctrl+Z is the field's own while it has the focus. A text that Qt could not show without freezing
    is kept whole, shown in part and cannot be edited.

    Signals:
        edited(): the person changed the text (not set_text).
        left(): the focus went elsewhere, or the window lost it.
        submitted(): Ctrl+Enter.
        paste_refused(str): why nothing was pasted; what was there is as it was.
    """

    edited = Signal()
    left = Signal()
    submitted = Signal()
    paste_refused = Signal(str)

    def __init__(
        self,
        text: str = "",
        name: str = "",
        *,
        placeholder: str = "",
        min_lines: int = 2,
        max_lines: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._max_lines = max(max_lines, min_lines)
        self._held: str | None = None
        self._setting = False
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._changed)
        self.set_text(text)
        live(self._retheme)

    @property
    def text(self) -> str:
        """The whole text, whatever of it is shown."""
        return self.toPlainText() if self._held is None else self._held

    def set_text(self, text: str) -> None:
        """Show another text, without a signal; the same text keeps cursor and undo."""
        wanted = clean(text)
        if wanted == self.text:
            return
        too_much = len(wanted) > LARGEST_TEXT or _longest_line(wanted) > LONGEST_LINE
        self._held = text if too_much else None
        self._setting = True
        if too_much:
            lines = wanted[:LARGEST_PASTE].split("\n")
            self.setPlainText("\n".join(line[:LONGEST_LINE] for line in lines))
        else:
            self.setPlainText(wanted)
        self._setting = False
        self._turn()
        self.setReadOnly(too_much)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text, if Qt can carry it."""
        text = clean(source.text())
        if not text:
            return
        reason = self._refusal(text)
        if reason:
            self.paste_refused.emit(reason)
            return
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text: a file that is dropped is the window's to take, and its name is no text."""
        return source.hasText() and not _is_file(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with what is offered for this text."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = self.actions()
        if offered:
            menu.addSeparator()
            give_letters([add_copy(menu, action) for action in offered])
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere; an own menu is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped lines change with the width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its text, within the limits."""
        return QSize(240, self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrow, but readable."""
        return QSize(120, self.minimumHeight())

    def _refusal(self, text: str) -> str:
        cursor = self.textCursor()
        kept = len(self.toPlainText()) - len(cursor.selectedText())
        lines = text.split("\n")
        beside = cursor.block().length()
        if len(text) > LARGEST_PASTE or kept + len(text) > LARGEST_TEXT:
            return tr("This text is too long to paste here. Paste the part that matters.")
        if _longest_line(text) > LONGEST_LINE or beside + len(lines[0]) > LONGEST_LINE:
            return tr("One line of this text is too long to paste here.")
        return ""

    def _changed(self) -> None:
        if not self._setting:
            self._turn()
            self.edited.emit()

    def _turn(self) -> None:
        """Begin at the side where this text begins; an empty field where the layout does."""
        beginning = self.document().firstBlock().text()[:_TELLING]
        way = Qt.LayoutDirection.LayoutDirectionAuto
        if beginning.strip():
            rtl = not beginning.isascii() and _is_rtl(beginning)
            way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option = self.document().defaultTextOption()
        if option.textDirection() != way:
            option.setTextDirection(way)
            # A plain document does not turn the side by itself.
            leads = way == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if leads else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _fit(self) -> None:
        # A plain document measures its height in lines, wrapped ones counted.
        lines = self.document().documentLayout().documentSize().height()
        wanted = min(max(lines, self._min_lines), self._max_lines)
        frame = 2 * (_PADDING + self.document().documentMargin())
        height = round(wanted * QFontMetricsF(self.font()).lineSpacing() + frame)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if lines > self._max_lines:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _retheme(self) -> None:
        self.setFont(current().font("body"))
        self._fit()


def _is_file(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())


class LineText(QLineEdit):
    """One line of plain text.

    Signals:
        lines_pasted(list): with `splits`, several lines were pasted by key; nothing of them is in here.
        edited(): the person changed the text (not set_text).
        left(): the focus went elsewhere, or the window lost it.
        submitted(): Enter.
        paste_refused(str): why nothing was pasted.
    """

    edited = Signal()
    left = Signal()
    submitted = Signal()
    paste_refused = Signal(str)
    lines_pasted = Signal(list)

    def __init__(
        self,
        text: str = "",
        name: str = "",
        *,
        placeholder: str = "",
        splits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._splits = splits
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST_LINE)
        self.textEdited.connect(self._was_edited)
        self.returnPressed.connect(self.submitted)
        self.set_text(text)
        live(self._retheme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave a file to the window."""
        if _is_file(event.mimeData()):
            event.ignore()
            return
        super().dragEnterEvent(event)

    def set_text(self, text: str) -> None:
        """Show another text, without a signal; the same text keeps cursor and undo."""
        wanted = clean(text).replace("\n", " ")
        if wanted != self.text():
            self.setText(wanted)
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person went elsewhere; an own menu is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of several lines that are pasted, and refuse a paste that would be cut off."""
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if pasting and self._splits:
            pasted = clean(QGuiApplication.clipboard().text())
            lines = [line.strip() for line in pasted.split("\n") if line.strip()]
            if len(lines) > 1:
                self.lines_pasted.emit(lines)
                return
        if pasting and len(QGuiApplication.clipboard().text()) > self.maxLength():
            self.paste_refused.emit(tr("This text is too long for one line."))
            return
        super().keyPressEvent(event)

    def _was_edited(self) -> None:
        self.edited.emit()

    def _retheme(self) -> None:
        self.setFont(current().font("body"))
