"""Owns the form after free recall: its blocks, and the order in which they ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Coverage, ReviewText
from interview_coach.domain.review import ReviewForm, leads_with_change
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.review.asked import AskedBlock
from interview_coach.ui.review.blocks import Block, Part
from interview_coach.ui.review.first_note import FirstNote
from interview_coach.ui.review.followup import FollowUp
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.mounted import IN_FORM
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.review.planned import NotesCard, PlannedCard
from interview_coach.ui.review.promised import Promised
from interview_coach.ui.review.prose import ProseBlock
from interview_coach.ui.review.ratings import Forecast, Ratings
from interview_coach.ui.review.saved import SavedNote
from interview_coach.ui.review.sealing import SealRow
from interview_coach.ui.review.signals import SignalsBlock
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Columns, Label, LinkButton, heading

SIDE_WIDTH = 380


class Form(QWidget):
    """The prompts.

    Signals:
        sealing(): the person wants to finish and seal the review.
        more(): the person remembers more, and wants back to free recall.
        thanking(): the person wants to write the thank-you.
        moved(): a line came or went, or the focus went to another one.
    """

    sealing = Signal()
    more = Signal()
    thanking = Signal()
    moved = Signal()

    def __init__(
        self,
        desk: Desk,
        interview: str,
        parent: QWidget | None = None,
        blocks: Sequence[Callable[[Keeping], Block]] = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._leads: bool | None = None
        self._shape: tuple[object, ...] = ()
        self.keeping = keeping = Keeping(desk, interview, self)
        self.ratings = Ratings(desk, interview)
        self.forecast = Forecast(desk, interview)
        self.asked = AskedBlock(keeping)
        self.prose: dict[ReviewText, ProseBlock] = {
            field: ProseBlock(field, keeping, min_lines=1 if field is ReviewText.NEXT_STEP else 2)
            for field in ReviewText
            if field is not ReviewText.QUICK_NOTE
        }
        self.first_note = FirstNote(keeping)
        self.signals = SignalsBlock(keeping)
        self.promised = Promised(keeping)
        self.mounted = [make(keeping) for make in (*IN_FORM, *blocks)]
        self.seal = SealRow()
        self.planned = PlannedCard(self._covered)
        self.notes = NotesCard()
        self.follow_up = FollowUp(desk, interview)
        self.felt = Label("", "small", "muted")
        self.back = LinkButton(tr("I remember more"))
        self.note = SavedNote(keeping, tr("Draft saved"))
        self._set_out()
        spots.tag(self.felt, "review.felt")
        spots.tag(self.back, "review.recall_done_at")
        spots.tag(self.seal, "review.sealed_at")
        self.asked.moved.connect(self.moved)
        self.signals.lines.moved.connect(self.moved)
        self.keeping.edited.connect(self._count)
        self.back.clicked.connect(self.more)
        self.seal.wanted.connect(self.sealing)
        self.follow_up.wanted.connect(self.thanking)

    @property
    def leads(self) -> bool:
        """Whether it leads with what would be changed."""
        return bool(self._leads)

    def show_form(self, form: ReviewForm) -> None:
        """Show what is stored."""
        leads = leads_with_change(form.felt)
        if leads != self._leads:
            self._leads = leads
            self._arrange()
        self.felt.setText(
            tr("It felt {word} ·", word=words.word(form.felt).lower()) if form.felt else ""
        )
        self.felt.setVisible(form.felt is not None)
        self.ratings.show_form(form)
        self.forecast.show_form(form)
        self.asked.show_asked(form.asked)
        for block in self.prose.values():
            block.show_form(form)
        self.signals.show_signals(form.signals)
        self.promised.show_form(form)
        for mounted in self.mounted:
            mounted.show_form(form)
        self.planned.show_planned(form.planned)
        self.notes.show_notes(form.notes)
        self.first_note.show_form(form)
        self.follow_up.refresh()
        self._count()
        parts = (form.asked, form.signals, form.planned)
        shape = (leads, *(tuple(part.id for part in some) for some in parts))
        layout = self.layout()
        if shape != self._shape and layout is not None:
            self._shape = shape
            tab_as_read(layout)

    def parts(self) -> list[Part]:
        """What one can jump to, in the order of reading; what is hidden is not among it."""
        prose = self.prose
        change = prose[ReviewText.WOULD_CHANGE]
        surprises, feedback = prose[ReviewText.SURPRISES], prose[ReviewText.FEEDBACK]
        own = (prose[ReviewText.WENT_WELL], change, surprises, feedback)
        found = [
            Part(tr("Ratings"), (self.ratings, self.forecast)),
            Part(tr("Questions"), (self.asked,)),
            Part(tr("Your words"), own[:1] + own[2:] if self.leads else own),
            Part(tr("Signals"), (self.signals,)),
            *(Part(one.name, (one,)) for one in self.mounted),
            Part(tr("Next step"), (prose[ReviewText.NEXT_STEP], self.promised)),
            Part(tr("Seal"), (self.seal,)),
            Part(tr("Planned"), (self.planned,)),
            Part(tr("Thank-you"), (self.follow_up,)),
        ]
        if self.leads:
            found.insert(0, Part(tr("Change"), (change,)))
        return [part for part in found if part.there]

    def focus_first(self) -> None:
        """Begin with the first thing asked."""
        if self.leads:
            self.prose[ReviewText.WOULD_CHANGE].text.setFocus()
        else:
            next(iter(self.ratings.dots.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _set_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        columns = Columns(SIDE_WIDTH)
        outer.addWidget(columns, 1)
        self._card = Card()
        self._card.setAccessibleName(tr("Review"))
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(heading(tr("Review"), wrap=False))
        top.addSpacing(8)
        top.addWidget(self.felt)
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.note)
        self._card.add_layout(top)
        self._card.add(self.first_note)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(20)
        self._card.add_layout(self._blocks)
        self._card.body.addStretch(1)
        columns.main.addWidget(self._card, 1)
        columns.side.addWidget(self.planned)
        columns.side.addWidget(self.notes)
        columns.side.addWidget(self.follow_up)
        columns.side.addStretch(1)

    def _arrange(self) -> None:
        """Put the blocks in the order that fits how it felt; no field loses what is in it."""
        _empty(self._blocks)
        prose = self.prose
        change, well = prose[ReviewText.WOULD_CHANGE], prose[ReviewText.WENT_WELL]
        surprises, step = prose[ReviewText.SURPRISES], prose[ReviewText.NEXT_STEP]
        change.lead(leads=self.leads)
        if self.leads:
            self._blocks.addWidget(change)
        self._pair(self.ratings, self.forecast, spacing=24, shares=(3, 2))
        self._blocks.addWidget(self.asked)
        self._pair(well, surprises if self.leads else change)
        feedback = prose[ReviewText.FEEDBACK]
        if self.leads:
            self._blocks.addWidget(feedback)
        else:
            self._pair(surprises, feedback)
        self._blocks.addWidget(self.signals)
        for mounted in self.mounted:
            self._blocks.addWidget(mounted)
        self._pair(step, self.promised)
        self._blocks.addWidget(self.seal)

    def _pair(
        self,
        left: QWidget,
        right: QWidget,
        *,
        spacing: int = 12,
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        row = QHBoxLayout()
        row.setSpacing(spacing)
        row.addWidget(left, shares[0])
        row.addWidget(right, shares[1])
        self._blocks.addLayout(row)

    def _count(self) -> None:
        self.seal.error.clear()
        change = self.prose[ReviewText.WOULD_CHANGE].text.text
        self.seal.count(change, self.asked.next_times())

    def _covered(self, item: str, coverage: Coverage | None) -> None:
        self._desk.do(review.cover_item, self.keeping.interview, item, coverage)


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout and its inner ones; the widgets stay."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
            inner.deleteLater()
