"""Owns the cards of the library's list: painted, walked by keyboard, kept in place by their keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, Tone, current
from interview_coach.ui.widgets import (
    LinkButton,
    ScrollPage,
    chip_width,
    live,
    paint_box,
    paint_chip,
)
from interview_coach.ui.widgets.drawing import by_keyboard, plain_flags, start

_HEIGHT, _GAP, _PADDING = 66, 10, 15
_MEANT = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


@dataclass(frozen=True, slots=True)
class CardText:
    """What one card says: its title, what stands behind it, the second line, and a chip."""

    key: str
    title: str
    note: str = ""
    line: str = ""
    chip: str = ""
    tone: Tone = "neutral"

    @property
    def spoken(self) -> str:
        """All of it, as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.note, self.chip, self.line) if part)


class ShelfCard(QPushButton):
    """One card; a push button underneath, so that screen readers can press it.

    Signals: those of QPushButton, and
        chosen(str): it has the focus now, or was clicked; its key.
        entered(): Enter was pressed on it.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, text: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = text
        self._selected = False
        self._ring = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(lambda: self.chosen.emit(self.card.key))
        self._speak()
        live(self._retheme)

    def show_card(self, text: CardText) -> None:
        """Show other words."""
        if text != self.card:
            self.card = text
            self._speak()
            self.update()

    def set_selected(self, selected: bool) -> None:
        """Draw the line around it, and let Tab reach it."""
        policy = Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus
        if self.focusPolicy() != policy:
            self.setFocusPolicy(policy)
        if selected != self._selected:
            self._selected = selected
            self._speak()
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines and the room between cards."""
        return QSize(420, current().px(_HEIGHT) + _GAP)

    def minimumSizeHint(self) -> QSize:
        """Words are cut before the page is."""
        return QSize(220, current().px(_HEIGHT) + _GAP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the focus is, the preview is."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)
        # A page that comes back gives the focus to where it was, which need not be the chosen one.
        if event.reason() in _MEANT:
            self.chosen.emit(self.card.key)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to what is beside the list; the other keys are the list's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the title with its chip, and the line under it."""
        del event
        painter = QPainter(self)
        start(painter)
        card, colours, theme = self.card, current().colours, current()
        sheet = QRect(1, _GAP // 2, self.width() - 2, theme.px(_HEIGHT))
        box = QRectF(sheet)
        edge = colours.control_line if self.underMouse() else colours.line
        if self._selected:
            paint_box(painter, box, RADIUS.card, fill=colours.card, line=colours.accent, width=2)
        else:
            paint_box(painter, box, RADIUS.card, fill=colours.card, line=edge)
        if self.hasFocus() and self._ring:
            inner = box.adjusted(4, 4, -4, -4)
            paint_box(painter, inner, RADIUS.card - 4, line=colours.accent, width=1)
        inside = sheet.adjusted(_PADDING, 0, -_PADDING, 0)
        first = QRect(inside.left(), sheet.top() + theme.px(12), inside.width(), theme.px(22))
        right = first.right() + 1
        if card.chip:
            width = round(chip_width(card.chip)) + 1
            chip = QRect(right - width, first.top() - 1, width, theme.px(24))
            paint_chip(painter, QRectF(self._side(chip)), card.chip, card.tone)
            right = chip.left() - 12
        x = self._word(painter, "heading", colours.ink, card.title, first.left(), right, first)
        if card.note and x + 40 < right:
            self._word(painter, "body", colours.muted, card.note, x + 12, right, first)
        second = QRect(inside.left(), first.bottom() + theme.px(3), inside.width(), theme.px(19))
        self._word(
            painter, "small", colours.muted, card.line, second.left(), second.right(), second
        )

    def _word(
        self, painter: QPainter, role: str, ink: str, text: str, left: int, right: int, line: QRect
    ) -> int:
        painter.setFont(current().font(role))  # type: ignore[arg-type]
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, right - left))
        width = metrics.horizontalAdvance(shown)
        box = QRect(left, line.top(), width + 2, line.height())
        begin = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | plain_flags())
        painter.drawText(self._side(box), begin, shown)
        return left + width

    def _side(self, box: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), box)

    def _speak(self) -> None:
        spoken = self.card.spoken
        self.setAccessibleName(tr("{card}, chosen", card=spoken) if self._selected else spoken)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


class Shelf(ScrollPage):
    """The cards under each other; what stays keeps its widget and its focus.

    Signals:
        chosen(str): the person went to another card; its key.
        entered(): Enter: go to what stands beside it.
        passed_top(): Up on the first card.
        delete_wanted(str): Delete was pressed on a card; its key.
        more_wanted(): show more.
    """

    chosen = Signal(str)
    entered = Signal()
    passed_top = Signal()
    delete_wanted = Signal(str)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self.body.setContentsMargins(0, 0, 8, 16)
        self.body.setSpacing(0)
        self._cards: dict[str, ShelfCard] = {}
        self._order: list[str] = []
        self._chosen = ""
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = LinkButton(tr("Show more"), "chevron-down")
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        self.body.addWidget(holder)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.setAccessibleName(tr("Library"))

    @property
    def keys(self) -> list[str]:
        """The keys of the cards, in order."""
        return list(self._order)

    @property
    def current(self) -> str:
        """The key of the chosen card, or nothing."""
        return self._chosen

    def card(self, key: str) -> ShelfCard:
        """A card by its key."""
        return self._cards[key]

    def show_cards(self, texts: Sequence[CardText], *, more: bool) -> None:
        """Show these; the chosen one stays chosen, else what takes its place."""
        place = self._order.index(self._chosen) if self._chosen in self._order else 0
        focus = self._chosen in self._cards and self._cards[self._chosen].hasFocus()
        order = [text.key for text in texts]
        for text in texts:
            card = self._cards.get(text.key)
            if card is None:
                card = self._cards[text.key] = ShelfCard(text)
                card.chosen.connect(self.choose)
                card.entered.connect(self.entered)
            else:
                card.show_card(text)
        if order != self._order:
            for card in self._cards.values():
                self._column.removeWidget(card)
            for key in order:
                self._column.addWidget(self._cards[key])
                self._cards[key].show()
        self._order = order
        if self._chosen not in order:
            self._chosen = order[min(place, len(order) - 1)] if order else ""
            if focus and self._chosen:
                self._cards[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
        for key in [key for key in self._cards if key not in set(order)]:
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()
        self.more.setVisible(more)
        self._mark()

    def choose(self, key: str) -> None:
        """Choose a card."""
        if key not in self._cards or key == self._chosen:
            return
        self._chosen = key
        self._mark()
        self.ensureWidgetVisible(self._cards[key], 0, 12)
        self.chosen.emit(key)

    def focus_chosen(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> bool:
        """Give the focus to the chosen card; whether there is one."""
        if self._chosen in self._cards:
            self._cards[self._chosen].setFocus(reason)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the cards, Delete deletes."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not self._order or self._chosen not in self._order:
            event.ignore()
            return
        place = self._order.index(self._chosen)
        if key == Qt.Key.Key_Up and place == 0:
            self.passed_top.emit()
        elif key in _STEPS:
            self._go(place + _STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self._order) - 1)
        elif key == Qt.Key.Key_Delete and self._cards[self._chosen].hasFocus():
            self.delete_wanted.emit(self._chosen)
        else:
            event.ignore()

    def _go(self, place: int) -> None:
        key = self._order[max(0, min(place, len(self._order) - 1))]
        self.choose(key)
        self.focus_chosen()

    def _mark(self) -> None:
        for key, card in self._cards.items():
            card.set_selected(key == self._chosen)
