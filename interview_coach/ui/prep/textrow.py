"""Owns a row of two wrapped texts beside the checklist that is opened by Enter or a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from interview_coach.ui.prep.lines import Lines
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import live, paint_box, paint_focus
from interview_coach.ui.widgets.drawing import start

PADDING = 7


class TextRow(QPushButton):
    """A text and a quieter one under it; subclasses say what stands at its end, and its menu.

    Signals: those of QPushButton (clicked: edit it).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines()
        self._last = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        live(self._retheme)

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with it in its menu."""
        raise NotImplementedError

    def reserve(self) -> float:
        """How much room is kept at the end."""
        return 0

    def paint_end(self, painter: QPainter) -> None:
        """Paint what stands at the end."""

    def delete(self) -> None:
        """Delete was pressed."""
        raise NotImplementedError

    def set_last(self, last: bool) -> None:
        """Leave out the line under it, for the last one."""
        self._last = last
        self.update()

    def open_menu(self, at: QPoint) -> None:
        """Open its menu."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill(menu)
        menu.popup(at)

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts at a width."""
        return round(self.lines.height(width - self.reserve()) + 2 * PADDING + 0.49)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """A few words wide."""
        return QSize(160, 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 edit, Delete deletes, the arrow keys move along."""
        match event.key():
            case Qt.Key.Key_Delete:
                self.delete()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.click()
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)  # noqa: FBT003  Qt's own
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        where = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            where = self.mapToGlobal(QPoint(12, self.height() - 6))
        self.open_menu(where)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both texts, what stands at the end, and the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        self.lines.set_direction(self.layoutDirection())
        colours = current().colours
        rect = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            paint_box(painter, rect.adjusted(-6, 1, 6, -1), 6, fill=colours.page)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = QPointF(self.reserve() if rtl else 0, PADDING)
        width = self.width() - self.reserve()
        self.lines.paint(painter, at, width, colours.ink, colours.muted)
        self.paint_end(painter)
        if not self._last:
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), QColor(colours.line))
        if self.hasFocus():
            paint_focus(painter, rect.adjusted(0, 1, 0, -1), 6)

    def _retheme(self) -> None:
        self.lines.forget()
        self.updateGeometry()
        self.update()
