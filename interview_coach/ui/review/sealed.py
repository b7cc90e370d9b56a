"""Owns the sealed review as it is read: nothing in it can be typed into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain import review as rules
from interview_coach.domain.kinds import Coverage, ReviewText
from interview_coach.domain.review import SEAL_UNDO, AskedQuestion, Planned, ReviewForm
from interview_coach.store import interviews, versions
from interview_coach.ui import dates, spots, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.offering import versions_link
from interview_coach.ui.review.answered import answered_passage
from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.first_note import completed_text, noted_text
from interview_coach.ui.review.followup import FollowUp
from interview_coach.ui.review.form import SIDE_WIDTH
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.lessons import LessonsCard
from interview_coach.ui.review.mounted import IN_SEALED
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.review.planned import coverage_counts
from interview_coach.ui.review.prose import text_of
from interview_coach.ui.review.ratings import Ratings
from interview_coach.ui.review.remarks import RemarksCard
from interview_coach.ui.review.signals import signal_passage
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Columns,
    Divider,
    IconLabel,
    Label,
    LinkButton,
    QuietButton,
    RatingDots,
    heading,
    small,
)

_TONES: dict[Coverage, Tone] = {
    Coverage.NOT_SAID: "neutral",
    Coverage.SAID: "accent",
    Coverage.LANDED: "good",
}


def written_text(minutes: int | None) -> str:
    """How long after the interview the review was begun."""
    if minutes is None:
        return ""
    if minutes < 0:
        return tr("begun before the end")
    if minutes == 0:
        return tr("written right after")
    return tr("written {span} after", span=dates.length_text(minutes))


def can_unseal(desk: Desk, interview: str) -> bool:
    """Whether the very next undo would take this interview's seal away."""
    undo = desk.can().undo
    return (
        undo is not None and undo.code == "seal_review" and undo.args.get("interview") == interview
    )


class Sealed(QWidget):
    """A sealed review, its lessons and its remarks.

    Signals:
        unsealing(): the person wants to undo the sealing.
        thanking(): the person wants to write the thank-you.
    """

    unsealing = Signal()
    thanking = Signal()

    def __init__(
        self,
        desk: Desk,
        form: ReviewForm,
        parent: QWidget | None = None,
        blocks: Sequence[Callable[[Keeping], Block]] = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._form = form
        self._shape: tuple[tuple[str, ...], ...] = ()
        self.keeping = Keeping(desk, form.interview_id, self)
        self.stamp = Label("", "small", "muted", wrap=True)
        self.undo = QuietButton(tr("Undo sealing"), "lock-open")
        self.left = Label("", "small", "muted")
        self.lessons = LessonsCard(self.keeping)
        self.remarks = RemarksCard(desk, self.keeping)
        self.follow_up = FollowUp(desk, form.interview_id)
        self.follow_up.wanted.connect(self.thanking)
        self.versions: dict[ReviewText, LinkButton] = {}
        self.mounted = [make(self.keeping) for make in (*IN_SEALED, *blocks)]
        self._set_out(form)
        spots.tag(self.stamp, "review.sealed_at")
        self.setAccessibleName(tr("Sealed review"))
        self.undo.clicked.connect(self.unsealing)
        # The button goes when its time is up, not a minute later.
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.tick)
        desk.history_changed.connect(self.tick)

    def shows(self, form: ReviewForm) -> bool:
        """Whether it was made for this very seal."""
        return (form.review_id, form.sealed_at) == (self._form.review_id, self._form.sealed_at)

    def show_form(self, form: ReviewForm) -> None:
        """Show what can still change: lessons, remarks, and whether the seal can be undone."""
        self._form = form
        self.lessons.show_lessons(form.lessons)
        self.remarks.show_remarks(form.remarks)
        self.follow_up.refresh()
        for mounted in self.mounted:
            mounted.show_form(form)
        self.tick()
        shape = (tuple(self.lessons.rows), tuple(self.remarks.rows))
        layout = self.layout()
        if shape != self._shape and layout is not None:
            self._shape = shape
            tab_as_read(layout)

    def focus_first(self) -> None:
        """Go to the first lesson, which is best worded right after sealing; else stay at the top."""
        rows = list(self.lessons.rows.values())
        fresh = can_unseal(self._desk, self._form.interview_id)
        if fresh and rows and not self._columns.stacked:
            rows[0].if_text.setFocus()
        elif fresh:
            self.undo.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.setFocus()

    def tick(self) -> None:
        """Say how long the sealing can be undone."""
        until = self._form.seal_undoable_until
        left = min(until - self._desk.now(), SEAL_UNDO) if until else timedelta(0)
        shown = left > timedelta(0) and can_unseal(self._desk, self._form.interview_id)
        self.undo.setVisible(shown)
        self.left.setVisible(shown)
        if shown:
            minutes = int(left / timedelta(minutes=1)) + bool(left % timedelta(minutes=1))
            self.left.setText(tr_n("{n} minute left", "{n} minutes left", minutes))
            self._over.start(int(left / timedelta(milliseconds=1)) + 1)

    # --- the reading view ---------------------------------------------------------------------

    def _set_out(self, form: ReviewForm) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._columns = columns = Columns(SIDE_WIDTH)
        outer.addWidget(columns, 1)
        card = Card(tr("Review"))
        columns.main.addWidget(card)
        card.body.setSpacing(16)
        card.add_layout(self._stamp_row(form))
        card.add_layout(self._figures(form))
        self._written(card, form, ReviewText.QUICK_NOTE)
        if form.asked:
            card.add(self._asked(form.asked))
        change, well = ReviewText.WOULD_CHANGE, ReviewText.WENT_WELL
        for field in (well, change, ReviewText.SURPRISES, ReviewText.FEEDBACK):
            self._written(card, form, field)
        if form.signals:
            self._signals(card, form.signals)
        for mounted in self.mounted:
            card.add(mounted)
        self._written(card, form, ReviewText.NEXT_STEP)
        if form.promised_on is not None:
            day = dates.day_text(form.promised_on, form.end_at.date())
            self._passage(card, tr("The date they promised"), day)
        if form.planned:
            columns.main.addWidget(self._planned(form.planned))
        columns.main.addStretch(1)
        columns.side.addWidget(self.lessons)
        columns.side.addWidget(self.follow_up)
        columns.side.addWidget(self.remarks)
        columns.side.addStretch(1)

    def _stamp_row(self, form: ReviewForm) -> QHBoxLayout:
        parts = []
        if form.sealed_at is not None:
            sealed = form.sealed_at.astimezone(self._desk.local())
            day = dates.day_text(sealed.date(), self._desk.now().date())
            stamp = tr("Sealed {day}, {time}", day=day, time=dates.time_text(sealed))
            zone = self._desk.ask(interviews.interview_head, form.interview_id).zone
            here = str(self._desk.local())
            if zone != here:
                # Above it the interview's time stands in its own zone.
                stamp = tr("{sealed} ({zone})", sealed=stamp, zone=here)
            parts.append(stamp)
        if form.captured_at is not None:
            parts += [noted_text(form), completed_text(form)]
        else:
            parts.append(written_text(form.minutes_after))
        self.stamp.setText(" · ".join(part for part in parts if part))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("lock", "muted", 15))
        row.addWidget(self.stamp, 1)
        row.addWidget(self.left)
        row.addWidget(self.undo)
        return row

    def _figures(self, form: ReviewForm) -> QHBoxLayout:
        ratings = Ratings(self._desk, form.interview_id, read_only=True)
        ratings.show_form(form)
        right = QVBoxLayout()
        right.setSpacing(4)
        if form.felt is not None:
            right.addWidget(small(tr("It felt")))
            right.addWidget(Label(words.word(form.felt), "heading"))
            right.addSpacing(8)
        right.addWidget(small(tr("Before hearing back, you gave a yes")))
        said = tr("no forecast") if form.forecast is None else f"{form.forecast}%"
        right.addWidget(Label(said, "body" if form.forecast is None else "heading"))
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(ratings, 3)
        row.addLayout(right, 2)
        return row

    def _asked(self, asked: Sequence[AskedQuestion]) -> QWidget:
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(heading(tr("What they asked")))
        for place, question in enumerate(asked, 1):
            column.addWidget(Divider())
            row = QHBoxLayout()
            row.setSpacing(14)
            row.addWidget(Label(question.text, wrap=True, selectable=True), 1)
            if question.rating is not None:
                name = tr("My answer to question {n}", n=place)
                dots = RatingDots(question.rating, name, read_only=True)
                row.addWidget(dots, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
            if question.next_time:
                column.addLayout(_next_time(question.next_time))
            answered = answered_passage(question)
            if answered is not None:
                column.addWidget(answered)
        return block

    def _written(self, card: Card, form: ReviewForm, field: ReviewText) -> None:
        """A text with the way to what it said before, also where nothing was left of it."""
        name, text, key = words.word(field), text_of(form, field), f"review.{field.value}"
        owner = form.review_id or ""
        if not owner or not self._desk.ask(versions.versions, key, owner).earlier:
            self._passage(card, name, text)
            return
        link = self.versions[field] = versions_link(self._desk, name, key, owner)
        self._passage(card, name, text if text.strip() else tr("Left empty."), link)

    def _passage(self, card: Card, name: str, text: str, link: QWidget | None = None) -> None:
        if not text.strip():
            return
        column = QVBoxLayout()
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(name, "label"), 1)
        if link is not None:
            head.addWidget(link)
        column.addLayout(head)
        column.addWidget(Label(text, wrap=True, selectable=True))
        card.add_layout(column)

    @staticmethod
    def _signals(card: Card, signals: Sequence[rules.Signal]) -> None:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(tr("Signals"), "label"))
        for signal in signals:
            column.addWidget(signal_passage(signal))
        card.add_layout(column)

    def _planned(self, planned: Sequence[Planned]) -> Card:
        card = Card(tr("What you planned to say"), note=coverage_counts(planned))
        for item in planned:
            card.add(Divider())
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Label(item.text, wrap=True, selectable=True), 1)
            if item.coverage is not None:
                chip = Chip(words.word(item.coverage), _TONES[item.coverage])
                row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
            card.add_layout(row)
        return card


def _next_time(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addWidget(IconLabel("arrow-right", "muted", 13), 0, Qt.AlignmentFlag.AlignTop)
    line = Label(tr("Next time: {what}", what=text), "small", "muted", wrap=True, selectable=True)
    row.addWidget(line, 1)
    return row
