"""Owns the line in which a reason is added in the person's own words, and put in a family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Family, ReasonKind
from interview_coach.domain.outcome import ReasonDraft
from interview_coach.store import outcome
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.fields import Kept
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import FlatButton, LineText, QuietButton, Segment, Segmented


class OwnReason(QWidget):
    """A line for a reason of one's own. Enter or Add adds it, Esc leaves.

    Signals:
        closed(): it is done with.
    """

    closed = Signal()

    def __init__(self, desk: Desk, outcome_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome_id
        self.line = LineText(
            name=tr("A reason in my own words"), placeholder=tr("A reason, in your own words")
        )
        self.family = Segmented(
            [
                Segment(Family.NOT_MINE, words.word(Family.NOT_MINE), "not_yours"),
                Segment(Family.MINE, words.word(Family.MINE)),
            ],
            Family.NOT_MINE,
            tr("Whose it is"),
        )
        self.add = QuietButton(tr("Add"))
        self.leave = FlatButton(tr("Cancel"))
        self._kept = Kept(desk, self.line, f"outcome:{outcome_id}:own", self._commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._kept)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.family)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.add)
        column.addLayout(row)
        self.setFocusProxy(self.line)
        # The family is chosen after the words: leaving the line is no end of it yet.
        self.line.left.disconnect(self._kept.typing.finish)
        self.line.left.connect(self._kept.typing.scribble)
        self.line.submitted.connect(self._add)
        self.add.clicked.connect(self._add)
        self.leave.clicked.connect(self._leave)
        self.typing = self._kept.typing
        self._kept.show_stored("")

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        return [self.line, *self.family.choices, self.leave, self.add]

    def open(self) -> None:
        """Show it and wait for words."""
        self.show()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves without adding."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if not text.strip():
            return None
        family = Family(str(self.family.value))
        return outcome.weigh_reason, (
            self._outcome,
            ReasonDraft(family, ReasonKind.OWN, text=text),
        )

    def _add(self) -> None:
        if not self.line.text().strip():
            self._leave()
        elif self.typing.finish():
            self.line.set_text("")
            self.hide()
            self.closed.emit()

    def _leave(self) -> None:
        self.typing.drop()
        self.line.set_text("")
        self.hide()
        self.closed.emit()
