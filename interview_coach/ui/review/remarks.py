"""Owns the dated remarks beside a sealed review: added, never rewriting it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.review import Remark
from interview_coach.store import review
from interview_coach.ui import dates, spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.paragraph import ErrorLine, Prose
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Divider, IconButton, Label, QuietButton


class RemarksCard(Card):
    """What came to mind later, each with its date.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(tr("Remarks"), parent=parent)
        self._desk = desk
        self._keeping = keeping
        self.rows: dict[str, QWidget] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.add_layout(self._column)
        name = tr("A remark, dated today")
        self.text = Prose(
            "", name, placeholder=tr("What you see differently now, or what came of it")
        )
        self.error = ErrorLine(self.text)
        self.button = QuietButton(tr("Add remark"), "plus")
        self.typing = keeping.draft(self.text, "remark:new", self.error)
        self.add(self.text)
        self.add(self.error)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.add_layout(row)
        self.button.clicked.connect(self._send)
        self.text.submitted.connect(self._send)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show the remarks, oldest first; they never change."""
        wanted = [remark.id for remark in remarks]
        if wanted != list(self.rows):
            for key in [key for key in self.rows if key not in set(wanted)]:
                gone = self.rows.pop(key)
                self._column.removeWidget(gone)
                gone.hide()
                gone.deleteLater()
            self.rows = {x.id: self.rows.get(x.id) or self._row(x) for x in remarks}
            for place, row in enumerate(self.rows.values()):
                self._column.insertWidget(place, row)
                row.show()
        self.typing.show("")

    def _row(self, remark: Remark) -> QWidget:
        zone = self._desk.local()
        day = remark.made_at.astimezone(zone).date()
        today = self._desk.now().astimezone(zone).date()
        row = QWidget()
        spots.tag(row, remark.id)
        delete = IconButton("trash-2", tr("Delete remark"))
        delete.clicked.connect(partial(self._delete, remark.id))
        top = QHBoxLayout()
        top.addWidget(Label(dates.day_text(day, today), "small_label", "muted"), 1)
        top.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(Label(remark.text, wrap=True, selectable=True))
        column.addSpacing(6)
        column.addWidget(Divider())
        return row

    def _delete(self, key: str) -> None:
        # The button goes away with its row, so the focus goes where one goes on.
        self.text.setFocus()
        self._desk.do(review.delete_remark, key)

    def _send(self) -> None:
        self.typing.send(review.add_remark, self._keeping.interview, self.text.text)
        self.text.setFocus()
