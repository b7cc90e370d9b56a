"""Owns one requirement on the page: what is asked for, what answers it, and how strongly."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.kinds import Strength
from interview_coach.domain.prep import Requirement
from interview_coach.ui import spots, words
from interview_coach.ui.prep.lines import mirrored
from interview_coach.ui.prep.textrow import PADDING, TextRow
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone, current, icon
from interview_coach.ui.widgets import chip_width, paint_chip

TONES: dict[Strength, Tone] = {
    Strength.STRONG: "good",
    Strength.SOME: "accent",
    Strength.GAP: "attention",
}


class RequirementRow(TextRow):
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
        self.set_requirement(requirement)

    def set_requirement(self, requirement: Requirement) -> None:
        """Show what the store says of it now."""
        self.requirement = requirement
        evidence = requirement.evidence or tr("No evidence yet")
        self.lines.set(requirement.text, evidence)
        self.setAccessibleName(requirement.text)
        strength = words.word(requirement.strength)
        self.setAccessibleDescription(
            tr("{evidence}. {strength}", evidence=evidence, strength=strength)
        )
        self.updateGeometry()
        self.update()

    def delete(self) -> None:
        """Ask for it to be gone."""
        self.delete_wanted.emit(self.requirement.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the chip opens the strengths."""
        if event.button() == Qt.MouseButton.LeftButton and self._chip().contains(event.position()):
            self.open_menu(self.mapToGlobal(self._chip().bottomLeft().toPoint()))
            return
        super().mousePressEvent(event)

    def fill(self, menu: QMenu) -> None:
        """The strengths, then edit and delete."""
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
        delete.triggered.connect(lambda _checked=False: self.delete())

    def reserve(self) -> float:
        """Room for the chip."""
        return chip_width(words.word(self.requirement.strength)) + 12

    def paint_end(self, painter: QPainter) -> None:
        """The chip."""
        strength = self.requirement.strength
        paint_chip(painter, self._chip(), words.word(strength), TONES[strength])

    def _chip(self) -> QRectF:
        width = chip_width(words.word(self.requirement.strength))
        box = QRectF(self.width() - width, PADDING + 1, width, current().px(24))
        return mirrored(box, QRectF(self.rect()), self.layoutDirection())
