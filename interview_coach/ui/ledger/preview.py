"""Owns what stands beside the ledger: the chosen reason whole, how it stood before, and the ways on."""

from __future__ import annotations

from datetime import date, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.ledger import LedgerRow
from interview_coach.ui import dates, words, words_outcome
from interview_coach.ui.ledger import said
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Divider,
    FlowLayout,
    Label,
    LinkButton,
    PrimaryButton,
    Rows,
    small,
)


class ReasonPane(Card):
    """The chosen reason.

    Signals:
        open_wanted(): its outcome is wanted.
        whole_wanted(): the page of its opportunity is wanted.
    """

    open_wanted = Signal()
    whole_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.setAccessibleName(tr("Preview"))
        self.chip = Chip("")
        self.add_to_heading(self.chip)
        self.family = small()
        self.known = Label("", "body", wrap=True)
        self.evidence = Label("", "body", "muted", wrap=True, selectable=True)
        self._before_head = Label(tr("How it stood before"), "heading", wrap=True)
        self.before = Rows()
        self.about = Label("", "body", wrap=True)
        self.decided = Label("", "body", "muted", wrap=True)
        self.open_button = PrimaryButton(tr("Open the outcome"))
        self.whole_button = LinkButton(tr("The whole opportunity"), "briefcase")
        self.body.setSpacing(8)
        for part in (self.family, self.known, self.evidence, Divider(), self.about, self.decided):
            self.add(part)
        self.add(self._before_head)
        self.add(self.before)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=12, line_spacing=8)
        flow.addWidget(self.open_button)
        flow.addWidget(self.whole_button)
        self.body.addSpacing(4)
        self.add(buttons)
        self.body.addStretch(1)
        self.open_button.clicked.connect(self.open_wanted)
        self.whole_button.clicked.connect(self.whole_wanted)

    def show_row(self, row: LedgerRow | None, today: date, local: tzinfo) -> None:
        """Show a reason; none hides it."""
        self.setVisible(row is not None)
        if row is None:
            return
        reason = row.reason
        self.set_heading(said.title(row))
        text, tone = said.chip(row)
        self.chip.setText(text)
        self.chip.set_tone(tone)
        self.family.setText(words.word(reason.family))
        weighed = words_outcome.weighed(reason)
        self.known.setText(weighed[:1].upper() + weighed[1:])
        self.evidence.setText(reason.evidence)
        self.evidence.setVisible(bool(reason.evidence))
        self.about.setText(said.where(row))
        day = dates.day_text(row.decided_on, today)
        self.decided.setText(tr("{what} · {day}", what=words.word(row.decision), day=day))
        self._before_head.setVisible(bool(reason.earlier))
        self.before.setVisible(bool(reason.earlier))
        self.before.clear()
        for then in reason.earlier:
            until = dates.short_day(then.until.astimezone(local).date())
            self.before.add(small(words_outcome.stood(then, until)))
        self.open_button.setVisible(bool(row.interview_id))
