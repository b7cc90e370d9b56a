"""Owns how an entry of the timeline is painted: day, rail, card."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from interview_coach.domain import search
from interview_coach.domain.timeline import Card
from interview_coach.ui import dates
from interview_coach.ui.theme import RADIUS, Ink, TextRole, current
from interview_coach.ui.timeline import said
from interview_coach.ui.timeline.marked import LINE_LEFT, LINE_RIGHT, advance, elided, paint_line
from interview_coach.ui.timeline.model import TimelineModel
from interview_coach.ui.widgets import chip_width, paint_box, paint_chip, paint_dots, paint_rail

CARD = 66
ROW = 76
MONTH = 30
_DAY = 52
_RAIL = 73
_CARD_LEFT = 94
_CARD_RIGHT = 1
_SCROLL_BAR = 11
_INSIDE = 15
_DOTS = 66
_DOT = "·"
_CHIP = 24


def card_row() -> int:
    """The height of an entry's row."""
    return current().px(ROW)


def _advance(text: str, role: TextRole) -> float:
    return advance(text, role) + 1 if text else 0.0


@lru_cache(maxsize=8)
def _box(size: QSize, ratio: float, fill: str, line: str, width: float) -> QImage:
    """A card's box: painted once, as a smooth outline costs more than all of the text in it."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, size.width(), size.height())
    paint_box(painter, box, RADIUS.card, fill=fill, line=line, width=width)
    painter.end()
    return image


def month_row() -> int:
    """The height of a month's row."""
    return current().px(MONTH)


class CardPainter(QStyledItemDelegate):
    """Paints months and cards; both read from the side where text starts.

    Signals: those of QStyledItemDelegate.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The fixed heights."""
        model = index.model()
        month = isinstance(model, TimelineModel) and model.is_month(index.row())
        return QSize(current().px(420), month_row() if month else card_row())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if model.is_month(index.row()):
            self._paint_month(painter, option, model, index.row())
        else:
            card = model.card(index.row())
            if card is not None:
                self._paint_card(painter, option, card, model.words)
        painter.restore()

    def _paint_month(
        self, painter: QPainter, option: QStyleOptionViewItem, model: TimelineModel, row: int
    ) -> None:
        text = model.data(model.index(row, 0))
        box = QRectF(option.rect)
        box.setHeight(current().px(21))
        paint_line(painter, box, str(text), (), "label", "muted")

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: Card, words: list[str]
    ) -> None:
        px = current().px
        whole = QRectF(option.rect)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft

        def at(x: float, y: float, width: float, height: float) -> QRectF:
            left = whole.right() - x - width if rtl else whole.left() + x
            return QRectF(left, whole.top() + y, width, height)

        self._paint_day(
            painter, at(0, px(9), px(_DAY), px(22)), at(0, px(30), px(_DAY), px(20)), card
        )
        dot = at(px(_RAIL), px(22), 0, 0).topLeft()
        paint_rail(painter, option.rect, QPointF(dot), said.dot(card))
        # The same width with and without a scroll bar.
        view = option.widget.width()
        width = min(whole.width(), view - _SCROLL_BAR) - px(_CARD_LEFT) - _CARD_RIGHT
        self._paint_box(painter, at(px(_CARD_LEFT), 0, width, px(CARD)), option)
        left = px(_CARD_LEFT) + px(_INSIDE)
        right = px(_CARD_LEFT) + width - px(_INSIDE)
        line_top = px(11)
        end = right
        text, tone = said.chip(card)
        if text:
            room = min(chip_width(text), width / 2)
            paint_chip(painter, at(end - room, line_top, room, px(_CHIP)), text, tone)
            end -= room + px(12)
        rating = said.rating(card)
        if rating is not None:
            scale = current().scale
            box = at(end - px(_DOTS), line_top, px(_DOTS), px(_CHIP))
            paint_dots(painter, box, rating, size=10 * scale, step=14 * scale, backwards=rtl)
            end -= px(_DOTS) + px(12)
        # Company and role share what room there is; the kind is short and stays whole.
        rest = said.kinds(card)
        gap = px(5)
        dots = _advance(_DOT, "body") + 2 * gap
        tail = sum(_advance(text, "body") + dots for text in rest)
        room = max(end - left - px(12) - tail, 0.0)
        company = _advance(card.company, "number")
        title = _advance(card.title, "body")
        company = min(company, max(room * 0.75, room - title))
        shown = elided(card.title, "body", room - company)
        x = float(left)

        def put(text: str, width: float, role: TextRole, ink: Ink) -> None:
            found = search.marks(text, words) if words else []
            paint_line(painter, at(x, line_top, width, px(_CHIP)), text, found, role, ink)

        put(card.company, company, "number", "ink")
        x += company + px(12)
        put(shown, _advance(shown, "body"), "body", "muted")
        x += _advance(shown, "body")
        for text in rest:
            x += gap
            put(_DOT, dots - 2 * gap, "body", "muted")
            x += dots - gap
            put(text, _advance(text, "body"), "body", "muted")
            x += _advance(text, "body")
        line, _ = said.second_line(card)
        box = at(left, px(36), max(right - left, 0), px(20))
        paint_line(painter, box, line, said.marks(card), "small", "muted")

    def _paint_day(self, painter: QPainter, day: QRectF, weekday: QRectF, card: Card) -> None:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        flags = LINE_LEFT if rtl else LINE_RIGHT
        painter.setFont(current().font("heading"))
        painter.setPen(QColor(current().colours.ink))
        painter.drawText(day, flags, str(card.wall.day))
        painter.setFont(current().font("small"))
        painter.setPen(QColor(current().colours.muted))
        painter.drawText(weekday, flags, dates.weekday_text(card.wall.date()))

    def _paint_box(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        colours = current().colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
        line = colours.accent if chosen else colours.control_line if hovered else colours.line
        width = 3.0 if focused else 2.0 if chosen else 1.0
        ratio = painter.device().devicePixelRatioF()
        size = box.size().toSize()
        painter.drawImage(box.topLeft(), _box(size, ratio, colours.card, line, width))
