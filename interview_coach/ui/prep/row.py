"""Owns one line of the checklist: ticked, moved, edited, said out loud, by mouse and by keyboard."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepItem
from interview_coach.ui import spots, words
from interview_coach.ui.prep.check import TextCheck
from interview_coach.ui.prep.lines import mirrored
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Colours, current, paint_icon

SPOKEN = frozenset({Section.TALKING_POINT, Section.STORY})
GUTTER = 14
_MENU = 24


class Wish(StrEnum):
    """What a person can want of a line."""

    EDIT = "edit"
    DELETE = "delete"
    REHEARSE = "rehearse"
    KEEP = "keep"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    PREVIOUS = "previous"
    NEXT = "next"
    FIRST = "first"
    LAST = "last"


_KEYS = {
    Qt.Key.Key_F2: Wish.EDIT,
    Qt.Key.Key_Return: Wish.EDIT,
    Qt.Key.Key_Enter: Wish.EDIT,
    Qt.Key.Key_Delete: Wish.DELETE,
    Qt.Key.Key_R: Wish.REHEARSE,
    Qt.Key.Key_K: Wish.KEEP,
    Qt.Key.Key_Up: Wish.PREVIOUS,
    Qt.Key.Key_Down: Wish.NEXT,
    Qt.Key.Key_Home: Wish.FIRST,
    Qt.Key.Key_End: Wish.LAST,
}
_ALT_KEYS = {Qt.Key.Key_Up: Wish.MOVE_UP, Qt.Key.Key_Down: Wish.MOVE_DOWN}


def second_line(item: PrepItem) -> str:
    """What stands under an item's text: details, source, how often it was said out loud."""
    parts = [" ".join(item.details.split())]
    if item.source:
        parts.append(tr("Source: {source}", source=item.source))
    if item.section in SPOKEN and item.rehearsals:
        said = words.rehearsed(item.rehearsals)
        parts.append(said if any(parts) else said[:1].upper() + said[1:])
    if item.twice:
        parts.append(tr("The same story stands here twice"))
    shown = [part for part in parts if part]
    # A full stop before a dot in the middle is one stop too many.
    return " · ".join([*(part.removesuffix(".") for part in shown[:-1]), *shown[-1:]])


class PrepRow(TextCheck):
    """One item of the checklist.

    Signals: those of QCheckBox (clicked: the person ticked it), and
        wished(object, Wish): the person wants something of this row.
        menu_wanted(object, QPoint): show the menu of this row here (global).
        entered(object): it got the focus.
        dragged(object, QPoint): it is being dragged and the mouse is there (global).
        dropped(object, QPoint): it was let go there.
        drag_ended(object): the drag was given up.
    """

    wished = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    entered = Signal(object)
    dragged = Signal(object, QPoint)
    dropped = Signal(object, QPoint)
    drag_ended = Signal(object)

    start_room = GUTTER
    end_room = 34
    under_end = 14

    def __init__(self, item: PrepItem, parent: QWidget | None = None) -> None:
        self._minutes = ""
        self._movable = True
        self._pressed: QPoint | None = None
        self._dragging = False
        self.item = item
        super().__init__(parent)
        spots.tag(self, item.id)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self._show()

    def set_item(self, item: PrepItem) -> None:
        """Show what the store says of this item now."""
        if item != self.item:
            self.item = item
            self._show()

    def set_minutes(self, text: str) -> None:
        """Show at the end how long it takes; nothing hides it."""
        if text != self._minutes:
            self._minutes = text
            self.end_room = 92 if text else PrepRow.end_room
            self.lines.forget()
            self.updateGeometry()
            self.update()

    def set_movable(self, movable: bool) -> None:
        """Let it be dragged, or not."""
        self._movable = movable
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what the key asks for; Space ticks."""
        if self._dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._end_drag()
                self.drag_ended.emit(self)
            return
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = None
        if pressed == Qt.KeyboardModifier.NoModifier:
            wish = _KEYS.get(Qt.Key(event.key()))
        elif pressed == Qt.KeyboardModifier.AltModifier:
            wish = _ALT_KEYS.get(Qt.Key(event.key()))
        if wish is not None:
            self.wished.emit(self, wish)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the row that Tab returns to."""
        super().focusInEvent(event)
        self.entered.emit(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu: at the mouse, or under the row's text for the keyboard."""
        where = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            where = self.mapToGlobal(QPoint(GUTTER + 28, self.height() - 6))
        self.menu_wanted.emit(self, where)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick on the box, open the menu on the dots, else perhaps begin to drag."""
        at = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or self.hitButton(at):
            super().mousePressEvent(event)
            return
        event.accept()
        if self._dots().contains(event.position()):
            self.menu_wanted.emit(self, self.mapToGlobal(self._dots().bottomLeft().toPoint()))
            return
        self._pressed = at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the mouse has gone far enough."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            on_grip = self._movable and self._grip().contains(event.position())
            self.setCursor(Qt.CursorShape.OpenHandCursor if on_grip else Qt.CursorShape.ArrowCursor)
            self.update()
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if self._movable and (self._dragging or moved >= QApplication.startDragDistance()):
            if not self._dragging:
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged."""
        pressed, dragging = self._pressed, self._dragging
        self._end_drag()
        if dragging:
            self.dropped.emit(self, event.globalPosition().toPoint())
        elif pressed is None:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit on a double click on the text; two clicks on the box are two ticks."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self.hitButton(at):
            self._end_drag()
            self.wished.emit(self, Wish.EDIT)
            return
        super().mouseDoubleClickEvent(event)

    def paint_more(self, painter: QPainter, colours: Colours, *, lively: bool) -> None:
        """Paint the grip, the minutes, and the dots that open the menu."""
        if self._movable:
            ink = colours.muted if lively else colours.line
            paint_icon(painter, "grip-vertical", self._grip(), ink)
        if self._minutes:
            box = QRectF(self.width() - 90, 8, 58, current().px(20))
            painter.setPen(QColor(colours.muted))
            painter.setFont(current().font("small"))
            box = mirrored(box, QRectF(self.rect()), self.layoutDirection())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._minutes)
        if lively:
            paint_icon(painter, "ellipsis", self._dots().adjusted(4, 4, -4, -4), colours.muted)

    def _show(self) -> None:
        item = self.item
        second = second_line(item)
        details = f"{item.details}\n{second}" if "\n" in item.details else second
        self.set_texts(item.text, second, details)
        self.setChecked(item.done)

    def _end_drag(self) -> None:
        self._pressed = None
        self._dragging = False
        self.unsetCursor()

    def _grip(self) -> QRectF:
        middle = 8 + self.lines.first_middle()
        box = QRectF(0, round(middle - 7), 14, 14)
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())

    def _dots(self) -> QRectF:
        middle = 8 + self.lines.first_middle()
        box = QRectF(self.width() - _MENU - 4, round(middle - _MENU / 2), _MENU, _MENU)
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())
