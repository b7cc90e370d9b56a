"""Owns the painted card of the list: the day at its left, the rail, and the sheet."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from interview_coach.ui import spots
from interview_coach.ui.interviews.lines import CardText
from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, Tone, current
from interview_coach.ui.widgets import (
    chip_width,
    live,
    paint_box,
    paint_chip,
    paint_dots,
    paint_rail,
)
from interview_coach.ui.widgets.drawing import by_keyboard, plain_flags, start

_HEIGHT, _GAP = 66, 10
_DAY_RIGHT, _RAIL, _SHEET = 52, 73, 94
_PADDING = 15
_DOTS = 68


class CardButton(QPushButton):
    """One card; a push button underneath, so that screen readers can press it.

    Signals: those of QPushButton, and
        chosen(): it has the focus now, or was clicked.
        opened(): it was double-clicked, or Enter was pressed on it.
    """

    chosen = Signal()
    opened = Signal()

    def __init__(self, text: CardText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = text
        spots.tag(self, text.subject.key)
        self._selected = False
        self._ring = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self.chosen)
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

    @property
    def selected(self) -> bool:
        """Whether it is the chosen one."""
        return self._selected

    def sizeHint(self) -> QSize:
        """Two lines and the room between cards."""
        return QSize(420, current().px(_HEIGHT) + _GAP)

    def minimumSizeHint(self) -> QSize:
        """Words are cut before the page is."""
        return QSize(260, current().px(_HEIGHT) + _GAP)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where the focus is, the preview is."""
        self._ring = by_keyboard(event.reason())
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; the other keys are the list's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint day, rail and sheet."""
        del event
        painter = QPainter(self)
        start(painter)
        card, colours, theme = self.card, current().colours, current()
        tone = cast("Tone", card.tone)
        top = _GAP // 2
        line = theme.px(22)
        first = QRect(0, top + theme.px(9), theme.px(_DAY_RIGHT), line)
        rail = theme.px(_RAIL)
        middle = float(first.center().y()) + 1
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        dot = QPointF(self.width() - rail if rtl else rail, middle)
        paint_rail(painter, self.rect(), dot, tone)
        end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | plain_flags())
        if card.day is not None:
            painter.setPen(QColor(colours.ink))
            painter.setFont(theme.font("heading"))
            painter.drawText(self._side(first), end, str(card.day.day))
            painter.setPen(QColor(colours.muted))
            painter.setFont(theme.font("small"))
            below = first.translated(0, theme.px(20))
            painter.drawText(self._side(below), end, card.month)
        sheet = QRect(theme.px(_SHEET), top, self.width() - theme.px(_SHEET), theme.px(_HEIGHT))
        self._paint_sheet(painter, sheet, tone)

    def _paint_sheet(self, painter: QPainter, sheet: QRect, tone: Tone) -> None:
        card, colours, theme = self.card, current().colours, current()
        box = QRectF(self._side(sheet))
        edge = colours.control_line if self.underMouse() else colours.line
        if self._selected:
            paint_box(painter, box, RADIUS.card, fill=colours.card, line=colours.accent, width=2)
        else:
            paint_box(painter, box, RADIUS.card, fill=colours.card, line=edge)
        if self.hasFocus() and self._ring:
            inner = box.adjusted(4, 4, -4, -4)
            paint_box(painter, inner, RADIUS.card - 4, line=colours.accent, width=1)
        inside = sheet.adjusted(_PADDING, 0, -_PADDING, 0)
        line_height = theme.px(22)
        first = QRect(inside.left(), sheet.top() + theme.px(12), inside.width(), line_height)
        begin = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | plain_flags())
        width = round(chip_width(card.chip)) + 1
        height = theme.px(24)
        chip = QRect(first.right() + 1 - width, first.top() - 1, width, height)
        paint_chip(painter, QRectF(self._side(chip)), card.chip, tone)
        right = chip.left() - 12
        if card.rating is not None:
            dots = QRect(right - _DOTS, first.top(), _DOTS, line_height)
            backwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            paint_dots(painter, QRectF(self._side(dots)), card.rating, backwards=backwards)
            right = dots.left() - 12
        x = self._word(painter, "heading", colours.ink, card.company, first.left(), right, first)
        if x + 40 < right:
            self._word(painter, "body", colours.muted, card.about, x + 12, right, first)
        painter.setPen(QColor(colours.muted))
        painter.setFont(theme.font("small"))
        second = QRect(inside.left(), first.bottom() + theme.px(3), inside.width(), theme.px(19))
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(card.line, Qt.TextElideMode.ElideRight, second.width())
        painter.drawText(self._side(second), begin, shown)

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
