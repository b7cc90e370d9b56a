"""Owns text that is read and not typed: always plain, in the type and colour of its role."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from interview_coach.ui.theme import Ink, TextRole, current
from interview_coach.ui.widgets.drawing import live

_LONG_WORD = re.compile(r"\S{25,}")
# An address that fits on a line is read as one; the signs in it are where Qt would break it.
_ADDRESS = re.compile(r"https?://\S{1,32}(?!\S)")
_SIGNS = re.compile(r"([/?&=-])")
_JOINED = "\u2060"
_PIECE = 12
_WIDTHS_KEPT = 16
_BREAK = "\u200b"
_RTL = Qt.LayoutDirection.RightToLeft
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_TOP_RIGHT = (
    Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
)
_WRAPPED = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
_WRAPPED.setHeightForWidth(True)


def _breakable(text: str) -> str:
    """Let very long words (links mostly) break, as a line that cannot would be cut off."""

    def pieces(match: re.Match[str]) -> str:
        word = match.group()
        if _JOINED in word:
            return word
        return _BREAK.join(word[at : at + _PIECE] for at in range(0, len(word), _PIECE))

    if "://" in text:
        text = _ADDRESS.sub(lambda match: _SIGNS.sub(rf"\1{_JOINED}", match.group()), text)
    return _LONG_WORD.sub(pieces, text)


class Label(QLabel):
    """Text in one of the design's roles; never interpreted as HTML, ampersands stay ampersands.

    Signals: none of its own.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        ink: Ink = "ink",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        # A layout asks for the same few widths over and over, and Qt breaks the lines each time.
        self._heights: dict[int, int] = {}
        super().__init__(parent)
        self._full = ""
        self._role: TextRole = role
        self._ink: Ink = ink
        self.setTextFormat(Qt.TextFormat.PlainText)
        if self.layoutDirection() == _RTL:
            self._lead()
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(_WRAPPED)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)
        live(self._retheme)

    def text(self) -> str:
        """Return the text as it was given."""
        return self._full

    def setText(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self._show()

    def setBuddy(self, buddy: QWidget) -> None:
        """Name a control: from then on Qt reads ampersands as shortcuts, so they are doubled."""
        super().setBuddy(buddy)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Start at the other side when the layout turns around."""
        self._heights.clear()
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lead()

    def heightForWidth(self, width: int) -> int:
        """All lines at this width."""
        found = self._heights.get(width)
        if found is None:
            if len(self._heights) >= _WIDTHS_KEPT:
                self._heights.clear()
            found = self._heights[width] = self._height_at(width)
        return found

    def _height_at(self, width: int) -> int:
        return super().heightForWidth(width)

    def setContentsMargins(self, *margins: int) -> None:  # type: ignore[override]
        """Leave room around the text."""
        self._heights.clear()
        super().setContentsMargins(*margins)

    def set_ink(self, ink: Ink) -> None:
        """Change the colour's role."""
        if ink != self._ink:
            self._ink = ink
            self._retheme()

    def set_role(self, role: TextRole) -> None:
        """Change the type's role."""
        if role != self._role:
            self._role = role
            self._retheme()

    def set_top(self) -> None:
        """Start at the top of its room instead of standing in its middle."""
        rtl = self.layoutDirection() == _RTL
        self.setAlignment(_TOP_RIGHT if rtl else _TOP_LEFT)

    def _lead(self) -> None:
        # By itself a label goes by the language of its text: an English name among Hebrew ones
        # would then stand at the wrong end of its row.
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        rtl = self.layoutDirection() == _RTL
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | vertical)

    def _show(self) -> None:
        shown = _breakable(self._full) if self.wordWrap() else self._full
        if self.buddy() is not None:
            shown = shown.replace("&", "&&")
        self._heights.clear()
        super().setText(shown)
        if shown != self._full or self.accessibleName():
            self.setAccessibleName(self._full)

    def _retheme(self) -> None:
        self.setFont(current().font(self._role))
        colour = QColor(current().colours.text(self._ink))
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)
        self.updateGeometry()


class ElidedLabel(Label):
    """One line that ends in … where there is no room; the whole of it is in the tooltip.

    Signals: none of its own.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        ink: Ink = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("mmm…"), metrics.height())

    def sizeHint(self) -> QSize:
        """Room for all of it, when there is any."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._one_line()) + 2, metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Cut anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show()

    def _one_line(self) -> str:
        return " ".join(self._full.split())

    def _show(self) -> None:
        whole = self._one_line()
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        QLabel.setText(self, shown)
        self.setAccessibleName(self._full)
        set_tooltip(self, self._full if shown != whole else "")
        self.updateGeometry()


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows what a person typed as it was typed."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<p style='white-space: pre-wrap'>{escaped}</p>" if text else ""


def set_tooltip(widget: QWidget, text: str) -> None:
    """Show a text as tooltip, as it was typed, and let a screen reader hear the same.

    A tooltip guesses whether it is HTML, so it is made HTML that holds only this text. Without a
    description of its own a widget would have that read aloud, marks and all.
    """
    widget.setToolTip(plain_tooltip(text))
    widget.setAccessibleDescription(text)


def unseen_label(control: QWidget, text: str) -> Label:
    """Label a control for screen readers where the eye needs no label.

    On Linux a list's accessible name is its current text: only a label beside it tells what it is
    for. The control must lie in its parent already.
    """
    label = Label(text, parent=control.parentWidget())
    label.setBuddy(control)
    label.hide()
    return label


def title(text: str = "", *, wrap: bool = True) -> Label:
    """Return a page's title."""
    return Label(text, "title", wrap=wrap)


def heading(text: str = "", *, ink: Ink = "ink", wrap: bool = True) -> Label:
    """Return a card's heading."""
    return Label(text, "heading", ink, wrap=wrap)


def body(text: str = "", *, ink: Ink = "ink", wrap: bool = True) -> Label:
    """Return running text."""
    return Label(text, "body", ink, wrap=wrap)


def muted(text: str = "", *, wrap: bool = True) -> Label:
    """Return running text that steps back."""
    return Label(text, "body", "muted", wrap=wrap)


def small(text: str = "", *, ink: Ink = "muted", wrap: bool = True) -> Label:
    """Return small text that steps back."""
    return Label(text, "small", ink, wrap=wrap)
