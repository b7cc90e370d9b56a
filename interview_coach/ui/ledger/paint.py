"""Owns how a reason of the ledger is painted: its family, what it says, its sign, and where it is from."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from interview_coach.domain.ledger import LedgerRow
from interview_coach.ui.ledger import said
from interview_coach.ui.ledger.model import LedgerModel
from interview_coach.ui.theme import RADIUS, Ink, TextRole, current, paint_icon
from interview_coach.ui.widgets import chip_width, paint_box, paint_chip

ROW, CARD = 90, 80
_INSIDE = 15
_ICON = 16
_TEXT = 42
_LINES = (10, 34, 53)
_HEIGHT = 20
_CHIP = 24
_GAP = 12
_SCROLL_BAR = 11


def ledger_row() -> int:
    """The height of a row."""
    return current().px(ROW)


class ReasonPainter(QStyledItemDelegate):
    """Paints cards; they read from the side where text starts.

    Signals: those of QStyledItemDelegate.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The fixed height."""
        del option, index
        return QSize(current().px(420), ledger_row())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        model = index.model()
        row = model.row(index.row()) if isinstance(model, LedgerModel) else None
        if row is None or not isinstance(model, LedgerModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        self._paint(painter, option, row, said.day(row, model.today))
        painter.restore()

    def _paint(
        self, painter: QPainter, option: QStyleOptionViewItem, row: LedgerRow, day: str
    ) -> None:
        px = current().px
        whole = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        # The same width with and without a scroll bar.
        width = min(whole.width(), option.widget.width() - _SCROLL_BAR) - 1

        def at(x: float, y: float, wide: float, high: float) -> QRectF:
            left = whole.right() - x - wide if rtl else whole.left() + x
            return QRectF(left, whole.top() + y, wide, high)

        self._box(painter, at(1, 0, width - 1, px(CARD)), option)
        ink = current().colours.text(said.TONES[row.reason.family])
        side = px(_ICON)
        paint_icon(painter, said.ICONS[row.reason.family], at(px(_INSIDE), px(11), side, side), ink)
        left, end = px(_TEXT), width - px(_INSIDE)
        text, tone = said.chip(row)
        room = min(chip_width(text), width / 2)
        paint_chip(painter, at(end - room, px(8), room, px(_CHIP)), text, tone)
        first, second, third = (px(y) for y in _LINES)
        self._line(
            painter, at(left, first, end - room - px(_GAP) - left, px(_HEIGHT)), said.title(row)
        )
        metrics = QFontMetricsF(current().font("small"))
        wide = metrics.horizontalAdvance(day) + 2
        box = at(end - wide, second, wide, px(_HEIGHT))
        self._line(painter, box, day, "small", "muted", trailing=True)
        box = at(left, second, end - wide - px(_GAP) - left, px(_HEIGHT))
        self._line(painter, box, said.where(row), "small", "ink")
        box = at(left, third, end - left, px(_HEIGHT))
        self._line(painter, box, said.known(row), "small", "muted")

    @staticmethod
    def _line(
        painter: QPainter,
        box: QRectF,
        text: str,
        role: TextRole = "label",
        ink: Ink = "ink",
        *,
        trailing: bool = False,
    ) -> None:
        font = current().font(role)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0) + 1)
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl:
            side = Qt.AlignmentFlag.AlignLeft if trailing else Qt.AlignmentFlag.AlignRight
        painter.setFont(font)
        colours = current().colours
        painter.setPen(QColor(colours.ink if ink == "ink" else colours.muted))
        flags = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)

    @staticmethod
    def _box(painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        colours = current().colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        line = colours.accent if chosen else colours.control_line if hovered else colours.line
        width = 3.0 if focused else 2.0 if chosen else 1.0
        paint_box(painter, box, RADIUS.card, fill=colours.card, line=line, width=width)
