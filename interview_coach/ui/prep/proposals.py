"""Owns looking over what the posting seems to ask for, before any of it is noted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.requirements import proposed
from interview_coach.domain.trouble import Invalid
from interview_coach.store import opportunity as opportunities
from interview_coach.store import posting
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import (
    PrimaryButton,
    QuietButton,
    ScrollPage,
    TickedLines,
    muted,
    small,
)


class ProposalsDialog(QDialog):
    """Lines of the posting to take, word anew or leave.

    Signals: those of QDialog.
    """

    def __init__(
        self, desk: Desk, opportunity: str, known: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What the posting asks for"))
        self.setModal(True)
        self.resize(current().px(620), current().px(560))
        self._desk = desk
        self._opportunity = opportunity
        text = desk.ask(opportunities.opportunity_head, opportunity).draft.posting_text
        found = [one for one in proposed(text) if one.casefold() not in known]
        page = ScrollPage(margin=22)
        self.sentence = muted(self._sentence(text, found))
        page.add(self.sentence)
        self.lines = TickedLines(tr("What they ask for"))
        self.lines.show_proposals([(one, True) for one in found])
        page.add(self.lines)
        self.wrong = small(ink="bad")
        self.wrong.hide()
        page.add(self.wrong)
        page.body.addStretch(1)
        self.take_button = PrimaryButton(tr("Add these"))
        self.take_button.clicked.connect(self.take)
        self.take_button.setVisible(bool(found))
        self.cancel_button = QuietButton(tr("Cancel") if found else tr("Close"))
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 12, 22, 14)
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.take_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page, 1)
        column.addLayout(foot)
        self.lines.count_changed.connect(self._count)
        self._count(len(found))
        (self.take_button if found else self.cancel_button).setFocus()

    def take(self) -> None:
        """Note what is ticked, as one step."""
        try:
            if self.lines.chosen:
                self._desk.do(posting.add_requirements, self._opportunity, self.lines.chosen)
        except Invalid as error:
            self.wrong.setText(words.complaint(error.complaints[0]))
            self.wrong.show()
            return
        self.accept()

    def _count(self, count: int) -> None:
        self.take_button.setEnabled(bool(count))

    @staticmethod
    def _sentence(text: str, found: list[str]) -> str:
        if found:
            return tr(
                "Lines of the posting that seem to ask for something. Untick what is none, and word it as you like."
            )
        if text.strip():
            return tr(
                "Nothing more in the posting reads like a requirement. Add by hand what you see in it."
            )
        return tr("There is no posting yet: save its text with the opportunity first.")
