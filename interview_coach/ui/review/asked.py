"""Owns the questions they asked, in the form: each with a rating of the answer and a "next time"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.review import AskedQuestion, Likeness, told_again
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.review.alike import AlikeInBank
from interview_coach.ui.review.answered import Answered
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.lines import ASKED, Item, Line, Lines
from interview_coach.ui.review.paragraph import ErrorLine, Paragraph
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Divider,
    FlatButton,
    IconLabel,
    RatingDots,
    heading,
    plain_tooltip,
    set_tooltip,
    small,
)

RATED = range(1, 6)


class AskedLine(Line):
    """A question, the dots for my answer, and what I would do next time.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, key: str = "") -> None:
        # The line at the end has neither dots nor "next time": there is no question yet.
        self.dots = RatingDots(words=[]) if key else None
        self.next_time = (
            Paragraph("", placeholder=tr("what you would do"), look="inline", role="small")
            if key
            else None
        )
        self.answered = Answered(keeping, key) if key else None
        super().__init__(ASKED, keeping, key, look="inline" if key else "framed")
        if self.next_time is not None and self.dots is not None:
            self._next_error = ErrorLine(self.next_time)
            self._below.addWidget(self._next_error)
            if self.answered is not None:
                self._below.addWidget(self.answered)
            self._next_typing = keeping.keep(
                self.next_time,
                f"asked:{key}:next_time",
                lambda text: (review.set_next_time, (key, text)),
                self._next_error,
            )
            spots.tag(self.dots, f"{key}.rating")
            spots.tag(self.next_time, f"{key}.next_time")
            self.dots.rated.connect(self._rated)
            self.next_time.submitted.connect(partial(self.text.went.emit, 1))
            self.next_time.went.connect(self._step)

    def lay_out(self) -> None:
        """The question and its dots, "next time" beneath."""
        self._below = QVBoxLayout(self)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        if self.dots is None or self.next_time is None:
            self._below.addWidget(self.text)
            self._below.addWidget(self.error)
            return
        self._below.addWidget(Divider())
        self._below.addSpacing(5)
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.text, 1)
        first.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addLayout(first)
        self._below.addWidget(self.error)
        second = QHBoxLayout()
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(IconLabel("arrow-right", "muted", 13))
        column.addStretch(1)
        label = small(tr("Next time:"), wrap=False)
        label.setContentsMargins(0, 2, 0, 0)
        second.addLayout(column)
        second.addWidget(label, 0, top)
        second.addWidget(self.next_time, 1)
        self._below.addLayout(second)

    def show_item(self, item: Item, place: int) -> None:
        """Show the question, its rating and its "next time"."""
        super().show_item(item, place)
        set_tooltip(self.text, tr("Take all its text away to delete the question"))
        if isinstance(item, AskedQuestion) and self.dots is not None and self.next_time is not None:
            self.dots.setAccessibleName(tr("My answer to question {n}", n=place))
            if self.dots.rating != item.rating:
                self.dots.set_rating(item.rating)
            self.dots.setToolTip(plain_tooltip(words.rated(item.rating)))
            self.next_time.setAccessibleName(tr("Next time, question {n}", n=place))
            self._next_typing.show(item.next_time)

    def let_go(self) -> None:
        """It goes away with its "next time"."""
        super().let_go()
        if self.next_time is not None:
            self.keeping.let_go(self._next_typing)

    def _rated(self, rating: int | None) -> None:
        self.keeping.desk.do(review.rate_asked, self.key, rating)

    def _step(self, way: int) -> None:
        if way < 0:
            self.text.setFocus()
        else:
            self.text.went.emit(1)


class AskedBlock(QWidget):
    """What they asked, with a button for one more.

    Signals:
        moved(): a line came or went, or the focus went to another one.
    """

    moved = Signal()

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        self.add = FlatButton(tr("Question"), "plus")
        self.add.setAccessibleName(tr("Add a question"))
        top.addWidget(heading(tr("What they asked")), 1)
        top.addWidget(self.add)
        column.addLayout(top)
        self._keeping = keeping
        self.lines = Lines(ASKED, keeping, self._made, spacing=0)
        column.addWidget(self.lines)
        self.alike = AlikeInBank(keeping.desk, keeping.interview, self)
        self._found: dict[str, Likeness] = {}
        self._looked: tuple[tuple[str, str, str | None], ...] | None = None
        self.alike.found.connect(self._show_likenesses)
        self.lines.new.hide()
        self.lines.new.text.left.connect(self._maybe_hide)
        self.lines.moved.connect(self.moved)
        self.add.clicked.connect(self.focus_new)

    def show_asked(self, asked: tuple[AskedQuestion, ...]) -> None:
        """Show the questions; the line for one more shows when it holds something, or is the first."""
        self.lines.show_items(asked)
        again = told_again(asked)
        for place, (item, row) in enumerate(zip(asked, self._rows(), strict=True), 1):
            row.show_answer(item, place, again.get(item.story_id or "", ()))
            row.show_likeness(self._found.get(item.id))
        looked = tuple((item.id, item.text, item.question_id) for item in asked)
        if looked != self._looked:
            self._looked = looked
            self.alike.look()
        if self.lines.new.text.text or not asked:
            self.lines.new.show()

    def _made(self, key: str) -> AskedLine:
        line = AskedLine(self._keeping, key)
        if line.answered is not None:
            line.answered.refused.connect(partial(self._refused, key))
        return line

    def _refused(self, key: str) -> None:
        self._found = {one: like for one, like in self._found.items() if one != key}
        # Another one of the bank may be alike.
        self._looked = None

    def _rows(self) -> list[Answered]:
        return [
            row.answered
            for row in self.lines.rows
            if isinstance(row, AskedLine) and row.answered is not None
        ]

    def _show_likenesses(self, found: dict[str, Likeness]) -> None:
        self._found = found
        for row in self.lines.rows:
            if isinstance(row, AskedLine) and row.answered is not None:
                row.answered.show_likeness(self._found.get(row.key))
        self.moved.emit()

    def next_times(self) -> list[tuple[str, str]]:
        """Each question's "next time" as it stands in its field."""
        return [
            (row.key, row.next_time.text)
            for row in self.lines.rows
            if isinstance(row, AskedLine) and row.next_time is not None
        ]

    def focus_new(self) -> None:
        """Show the line for one more, and go there."""
        self.lines.new.show()
        self.lines.focus_new()

    def _maybe_hide(self) -> None:
        new = self.lines.new
        focused = QApplication.focusWidget()
        # Not while the window is merely left: one comes back to the line.
        empty = not new.text.text and not new.typing.dirty
        if empty and self.lines.rows and focused is not new.text:
            new.hide()
            self.moved.emit()
