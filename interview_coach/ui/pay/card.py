"""Owns the card of what was said about pay, in every round of an opportunity."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui import spots
from interview_coach.ui.beside import Around, BesideCard
from interview_coach.ui.desk import Desk
from interview_coach.ui.pay.talks import TalksList
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconButton, LinkButton, show_when, small


class PayCard(BesideCard):
    """What they asked about pay and what I said; above it what the posting says.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Pay"), parent)
        self.body.setSpacing(4)
        self.rows = TalksList(desk, self._home)
        self.plus = IconButton("plus", tr("Add what was said about pay"))
        self.plus.clicked.connect(self.rows.add_one)
        self.add_to_heading(self.plus)
        self.posting = small()
        spots.tag(self.posting, "opportunity.pay")
        self.quiet = QWidget()
        line = QHBoxLayout(self.quiet)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(small(tr("Nothing said about pay yet.")), 1)
        self.link = LinkButton(tr("Add"))
        self.link.setAccessibleName(tr("Add what was said about pay"))
        self.link.clicked.connect(self.rows.add_one)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.settled.connect(self._tell)
        self.add(self.posting)
        self.add(self.quiet)
        self.add(self.rows)

    def show_around(self, around: Around) -> None:
        """Show what was said on this opportunity, in place."""
        if around.opportunity != self.around.opportunity or around.place != self.around.place:
            self.reset()
        self.around = around
        self.rows.show_around(around)
        self.posting.setText(tr("The posting says: {pay}", pay=self.rows.posting))
        show_when(self.posting, bool(self.rows.posting))
        self._tell()

    def reset(self) -> None:
        """Forget what was said: another opportunity follows."""
        self.rows.forget()

    def _tell(self) -> None:
        """One line is enough where there is nothing: with a way to add, and no second one."""
        show_when(self.quiet, self.rows.bare)
        show_when(self.plus, bool(self.rows.talks))

    def _home(self) -> QWidget:
        return self.plus if self.rows.talks else self.link
