"""Owns one requirement on the page: what is asked for, what answers it, and how strongly."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from interview_coach.domain.kinds import Strength
from interview_coach.domain.prep import Requirement
from interview_coach.ui import spots, words
from interview_coach.ui.prep.lines import Lines, mirrored
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone, current, icon
from interview_coach.ui.widgets import (
    chip_width,
    live,
    paint_box,
    paint_chip,
    paint_focus,
)
from interview_coach.ui.widgets.drawing import start

TONES: dict[Strength, Tone] = {
    Strength.STRONG: "good",
    Strength.SOME: "accent",
    Strength.GAP: "attention",
}
_PADDING = 7


class RequirementRow(QPushButton):
    """One requirement: Enter or a click edits it; the chip and the menu say how strong the answer is.

    Signals: those of QPushButton (clicked: edit it), and
        strength_wanted(str, Strength): the person weighs it so.
        delete_wanted(str): the person wants it gone.
    """

    strength_wanted = Signal(str, object)
    delete_wanted = Signal(str)

    def __init__(self, requirement: Requirement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.requirement = requirement
        spots.tag(self, requirement.id)
        self._lines = Lines()
        self._last = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.set_requirement(requirement)
        live(self._retheme)

    def set_requirement(self, requirement: Requirement) -> None:
        """Show what the store says of it now."""
        self.requirement = requirement
        evidence = requirement.evidence or tr("No evidence yet")
        self._lines.set(requirement.text, evidence)
        self.setAccessibleName(requirement.text)
        strength = words.word(requirement.strength)
        self.setAccessibleDescription(
            tr("{evidence}. {strength}", evidence=evidence, strength=strength)
        )
        self.updateGeometry()
        self.update()

    def set_last(self, last: bool) -> None:
        """Leave out the line under it, for the last one."""
        self._last = last
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both texts at a width."""
        return round(self._lines.height(width - self._reserve()) + 2 * _PADDING + 0.49)

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
                self.delete_wanted.emit(self.requirement.id)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.click()
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)  # noqa: FBT003  Qt's own
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the chip opens the strengths."""
        if event.button() == Qt.MouseButton.LeftButton and self._chip().contains(event.position()):
            self._open_menu(self.mapToGlobal(self._chip().bottomLeft().toPoint()))
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        where = event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            where = self.mapToGlobal(QPoint(12, self.height() - 6))
        self._open_menu(where)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both texts, the chip and the ring."""
        del event
        painter = QPainter(self)
        start(painter)
        self._lines.set_direction(self.layoutDirection())
        colours = current().colours
        rect = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            paint_box(painter, rect.adjusted(-6, 1, 6, -1), 6, fill=colours.page)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = QPointF(self._reserve() if rtl else 0, _PADDING)
        width = self.width() - self._reserve()
        self._lines.paint(painter, at, width, colours.ink, colours.muted)
        strength = self.requirement.strength
        paint_chip(painter, self._chip(), words.word(strength), TONES[strength])
        if not self._last:
            painter.fillRect(QRectF(0, rect.bottom() - 1, rect.width(), 1), QColor(colours.line))
        if self.hasFocus():
            paint_focus(painter, rect.adjusted(0, 1, 0, -1), 6)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for strength in (Strength.STRONG, Strength.SOME, Strength.GAP):
            action = menu.addAction(words.word(strength))
            action.setCheckable(True)
            action.setChecked(strength is self.requirement.strength)
            action.triggered.connect(
                lambda _checked=False, wanted=strength: self.strength_wanted.emit(
                    self.requirement.id, wanted
                )
            )
        menu.addSeparator()
        menu.addAction(icon("pencil"), tr("Edit")).triggered.connect(self.click)
        delete = menu.addAction(icon("trash-2"), tr("Delete"))
        delete.triggered.connect(
            lambda _checked=False: self.delete_wanted.emit(self.requirement.id)
        )
        menu.popup(at)

    def _chip(self) -> QRectF:
        width = chip_width(words.word(self.requirement.strength))
        box = QRectF(self.width() - width, _PADDING + 1, width, current().px(24))
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())

    def _reserve(self) -> float:
        return chip_width(words.word(self.requirement.strength)) + 12

    def _retheme(self) -> None:
        self._lines.forget()
        self.updateGeometry()
        self.update()
