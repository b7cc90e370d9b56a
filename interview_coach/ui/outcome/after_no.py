"""Owns the quiet card after a no: ten minutes of writing and a reminder, offered once, never again after no thanks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.afterwards import Afterwards, Wish
from interview_coach.store import afterwards
from interview_coach.store.setbacks import SETBACKS
from interview_coach.store.settings import set_setting
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.writing import WritingDialog
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    CheckRow,
    FlatButton,
    FlowLayout,
    QuietButton,
    announce,
    small,
)
from interview_coach.ui.writings import KeptWritings


class AfterNoCard(Card):
    """Only if wanted: write, be reminded, or no thanks for good; and what was kept.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, outcome_id: str, parent: QWidget | None = None) -> None:
        super().__init__(look="dashed", parent=parent)
        self.setAccessibleName(tr("Only if you want"))
        self._desk = desk
        self._outcome = outcome_id
        self._found = Afterwards()
        self.dialog: WritingDialog | None = None
        self._offer = QWidget()
        line = FlowLayout(self._offer, spacing=10, line_spacing=8)
        self.sentence = small(
            tr("Ten minutes of writing, if you want: about what matters to you."),
            wrap=False,
        )
        self.write = QuietButton(tr("Write"))
        self.no_thanks = FlatButton(tr("No thanks"))
        does = tr("Neither is offered again. Settings can bring them back.")
        self.no_thanks.setToolTip(does)
        self.no_thanks.setAccessibleDescription(does)
        for widget in (self.sentence, self.write, self.no_thanks):
            line.addWidget(widget)
        self.remind = CheckRow(
            tr("Remind me before the next interview that setbacks are part of every search")
        )
        self.kept = KeptWritings(self._delete)
        for part in (self._offer, self.remind, self.kept):
            self.add(part)
        self.write.clicked.connect(self.open_page)
        self.no_thanks.clicked.connect(self._refuse)
        self.remind.ticked.connect(self._remind)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        return [self.write, self.no_thanks, self.remind.tick, *self.kept.stops]

    def refresh(self, *, rejected: bool) -> None:
        """Ask again; only after a no is anything offered, and what was kept shows always."""
        found = self._desk.ask(afterwards.afterwards, self._outcome)
        self._found = found
        self._offer.setVisible(rejected and found.offered)
        self.remind.setVisible(rejected and found.offered and found.setbacks is not Wish.NO)
        if self.remind.checked is not (found.setbacks is Wish.YES):
            self.remind.set_checked(found.setbacks is Wish.YES)
        self.kept.show_writings(found.kept, self._desk.local())
        self.setVisible(bool(found.kept) or (rejected and found.offered))

    def open_page(self) -> WritingDialog:
        """Open the private page."""
        dialog = WritingDialog(self._keep, self._desk.now, self.window())
        self.dialog = dialog
        dialog.destroyed.connect(self._gone)
        dialog.open()
        return dialog

    def _gone(self) -> None:
        self.dialog = None

    def _keep(self, text: str) -> None:
        self._desk.do(afterwards.keep_writing, self._outcome, text)
        announce(self, tr("Kept."))

    def _delete(self, key: str) -> None:
        self._desk.do(afterwards.delete_writing, key)

    def _remind(self, on: bool) -> None:
        self._desk.do(set_setting, SETBACKS, (Wish.YES if on else Wish.UNASKED).value)

    def _refuse(self) -> None:
        """No thanks, for good; a reminder that was wished for stays."""
        if self._found.setbacks is Wish.UNASKED:
            self._desk.do(set_setting, SETBACKS, Wish.NO.value)
        self._desk.do(set_setting, afterwards.WRITING, Wish.NO.value)
