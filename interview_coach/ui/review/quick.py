"""Owns the quick note: a small window for the stairs outside, which writes into the same review.

It holds what a minute is enough for. What was planned stays hidden, as in free recall.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.changes import Changes
from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import Felt, ReviewText, Topic
from interview_coach.domain.trouble import Trouble
from interview_coach.store import quick, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.lines import ASKED, Line, Lines
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.review.paragraph import inline_sheet
from interview_coach.ui.review.promised import Promised
from interview_coach.ui.review.prose import ProseBlock
from interview_coach.ui.review.recall import FeltRow
from interview_coach.ui.review.saved import SavedNote
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import (
    Label,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    heading,
    live,
    small,
)

_ASKED = replace(ASKED, add=quick.capture_asked)


class QuickNote(QDialog):
    """A word, the questions, one line, the next step.

    Signals:
        going_on(): the person wants to complete the review now.
        And those of QDialog.
    """

    going_on = Signal()

    def __init__(self, desk: Desk, head: InterviewHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Quick note"))
        self._desk = desk
        self._interview = head.id
        self._shape: tuple[str, ...] | None = None
        self.keeping = keeping = Keeping(desk, head.id, self)
        self.felt = FeltRow()
        self.lines = Lines(_ASKED, keeping, lambda key: Line(_ASKED, keeping, key), spacing=6)
        self.lost = ProseBlock(
            ReviewText.QUICK_NOTE, keeping, min_lines=1, write=quick.capture_text
        )
        self.step = ProseBlock(ReviewText.NEXT_STEP, keeping, min_lines=1, write=quick.capture_text)
        self.promised = Promised(keeping, quick.capture_promised)
        self.done_button = PrimaryButton(tr("Done for now"), "check")
        self.on = QuietButton(tr("Complete the review"), "notebook-pen")
        self.note = SavedNote(keeping, tr("Saved as you type"))
        for button in (self.done_button, self.on):
            # Enter is for the next question.
            button.setAutoDefault(False)
        self._set_out(head)
        self.felt.chosen.connect(self._felt)
        self.felt.done.connect(self.lines.focus_new)
        self.lines.left_upwards.connect(self.felt.focus_first)
        self.lines.moved.connect(self._in_sight)
        self.done_button.clicked.connect(self.accept)
        self.on.clicked.connect(self._go_on)
        live(self._dress)
        self.refresh()
        desk.changed.connect(self._heard)

    def refresh(self) -> None:
        """Ask again and show the answer."""
        try:
            form = self._desk.ask(reviews.review_form, self._interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            self.reject()
            return
        if form.sealed_at is not None:
            self.reject()
            return
        self.felt.show_felt(form.felt)
        self.lines.show_items(form.asked)
        self.lost.show_form(form)
        self.step.show_form(form)
        self.promised.show_form(form)
        shape = tuple(question.id for question in form.asked)
        if shape != self._shape:
            self._shape = shape
            tab_as_read(self._column)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the word, without a frame around the first that would look like an answer."""
        super().showEvent(event)
        # Once Qt has given the focus to the first thing in it, as if by Tab.
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self.felt.choice.value is None:
            self.felt.focus_first(Qt.FocusReason.NoFocusReason)
        else:
            self.lines.focus_new()

    def done(self, result: int) -> None:
        """Keep what was typed, however it is closed."""
        if not self._desk.closed:
            self.keeping.finish_all()
        super().done(result)

    def _set_out(self, head: InterviewHead) -> None:
        self.resize(560, 560)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.page = ScrollPage(self, margin=22)
        outer.addWidget(self.page, 1)
        content = QWidget()
        self.page.add(content)
        self.page.body.addStretch(1)
        self._column = column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        who = tr("{role} at {company}", role=head.title, company=head.company)
        column.addWidget(Label(who, "question", wrap=True))
        column.addWidget(
            small(tr("A minute is enough. It stands in the review, to be completed later."))
        )
        column.addSpacing(6)
        column.addWidget(heading(tr("In one word, how did it feel?")))
        column.addWidget(self.felt)
        column.addSpacing(6)
        column.addWidget(heading(tr("What did they ask?")))
        column.addWidget(self.lines)
        column.addSpacing(6)
        for part in (self.lost, self.step, self.promised):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 22, 18)
        foot.setSpacing(12)
        foot.addWidget(self.done_button)
        foot.addWidget(self.on)
        foot.addWidget(self.note)
        foot.addStretch(1)
        outer.addLayout(foot)

    def _heard(self, changes: Changes) -> None:
        if not self._desk.closed and changes.topics & {Topic.REVIEW, Topic.INTERVIEW}:
            self.refresh()

    def _felt(self, felt: Felt | None) -> None:
        self._desk.do(quick.capture_felt, self._interview, felt)

    def _go_on(self) -> None:
        self.accept()
        self.going_on.emit()

    def _in_sight(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.page.content.isAncestorOf(focused):
            self.page.ensureWidgetVisible(focused, 0, 60)

    def _dress(self) -> None:
        self.setStyleSheet(inline_sheet(current().colours))


def open_quick_note(desk: Desk, head: InterviewHead, parent: QWidget) -> QuickNote:
    """Open the quick note of an interview."""
    dialog = QuickNote(desk, head, parent)
    dialog.open()
    return dialog
