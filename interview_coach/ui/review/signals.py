"""Owns the signals of the form: what they did or said, and folded beneath it what that may mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain import review as rules
from interview_coach.domain.kinds import Confidence
from interview_coach.store import review
from interview_coach.ui import spots, words
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.lines import SIGNALS, Item, Line, Lines
from interview_coach.ui.review.paragraph import ErrorLine, Paragraph
from interview_coach.ui.text import Marked, mark, tr, tr_marked
from interview_coach.ui.widgets import (
    FlowLayout,
    Label,
    LinkButton,
    Segment,
    Segmented,
    heading,
    show_when,
    small,
)

# What is often seen or said; each becomes a row that is worded anew like any other.
COMMON: tuple[Marked, ...] = (
    mark("“We will be in touch”"),
    mark("They showed me round"),
    mark("It was cut short"),
    mark("It ran longer than planned"),
    mark("Pay came up"),
    mark("Other candidates were mentioned"),
    mark("They asked when I could start"),
    mark("They spoke of the next step"),
)


class SignalLine(Line):
    """Something they did or said. What it may mean stands apart, and only when asked for.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, key: str = "") -> None:
        self._wanted = False
        self._meant = ""
        super().__init__(SIGNALS, keeping, key)

    def lay_out(self) -> None:
        """The signal, and beneath it the link or what it may mean."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.error)
        if not self.key:
            # The line at the end has no meaning: there is no signal yet.
            return
        self.ask = LinkButton(tr("What it may mean"))
        self.ask.clicked.connect(self.unfold)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.folded = QWidget()
        inner = QVBoxLayout(self.folded)
        inner.setContentsMargins(10, 2, 0, 6)
        inner.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        label = small(tr("It may mean:"), wrap=False)
        label.setContentsMargins(0, 2, 0, 0)
        self.meaning = Paragraph(
            tr("What it may mean"),
            placeholder=tr("your reading of it, not a fact"),
            look="ruled",
            role="small",
        )
        label.setBuddy(self.meaning)
        error = ErrorLine(self.meaning)
        self.confidence = Segmented(
            [Segment(one, words.word(one)) for one in Confidence],
            Confidence.UNSURE,
            tr("How sure of that"),
        )
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.meaning, 1)
        inner.addLayout(row)
        inner.addWidget(error)
        inner.addWidget(self.confidence, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.folded)
        self.folded.hide()
        self._meaning_typing = self.keeping.keep(
            self.meaning,
            f"signal:{self.key}:meaning",
            lambda text: (review.set_meaning, (self.key, text)),
            error,
        )
        spots.tag(self.meaning, f"{self.key}.meaning")
        spots.tag(self.confidence, f"{self.key}.confidence")
        self._meaning_typing.recovered.connect(self.unfold)
        self.meaning.submitted.connect(partial(self.text.went.emit, 1))
        self.meaning.went.connect(self._step)
        self.confidence.value_changed.connect(self._sure)

    def show_item(self, item: Item, place: int) -> None:
        """Show the signal, and what it may mean where that has been said."""
        super().show_item(item, place)
        if not isinstance(item, rules.Signal) or not self.key:
            return
        self._meant = item.meaning
        self.meaning.setAccessibleName(tr("What signal {n} may mean", n=place))
        self.ask.setAccessibleName(tr("What signal {n} may mean", n=place))
        self._meaning_typing.show(item.meaning)
        if self.confidence.value != item.confidence:
            self.confidence.set_value(item.confidence)
        self._fold()

    def unfold(self) -> None:
        """Ask what it may mean."""
        self._wanted = True
        self._fold()
        self.meaning.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self) -> None:
        """It goes away with its meaning."""
        super().let_go()
        if self.key:
            self.keeping.let_go(self._meaning_typing)

    def _fold(self) -> None:
        shown = self._wanted or bool(self._meant) or self._meaning_typing.dirty
        show_when(self.folded, shown)
        show_when(self.ask, not shown)

    def _step(self, way: int) -> None:
        if way < 0:
            self.text.setFocus()
        else:
            self.text.went.emit(1)

    def _sure(self, confidence: Confidence) -> None:
        self.keeping.desk.do(review.set_confidence, self.key, confidence)


class SignalsBlock(QWidget):
    """What they did or said, as rows, with the common ones to be added by a click.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self.label = heading(tr("Signals: what they did or said"))
        self.lines = Lines(SIGNALS, keeping, lambda key: SignalLine(keeping, key), spacing=6)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=14, line_spacing=2)
        self.chips: dict[str, LinkButton] = {}
        for one in COMMON:
            text = tr_marked(one)
            chip = LinkButton(text, "plus")
            chip.setAccessibleName(tr("Add the signal: {text}", text=text))
            chip.clicked.connect(partial(self._add, text))
            flow.addWidget(chip)
            self.chips[text] = chip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addWidget(holder)
        column.addWidget(self.lines)

    def show_signals(self, signals: Sequence[rules.Signal]) -> None:
        """Show them, each in the row it has already."""
        self.lines.show_items(signals)

    def _add(self, text: str, checked: bool = False) -> None:
        del checked
        key = self._keeping.desk.do(review.add_signal, self._keeping.interview, text)
        # One goes on typing in it: what was said is rarely just that.
        row = next((row for row in self.lines.rows if row.key == key), None)
        if row is not None:
            row.text.setFocus()
            row.text.moveCursor(QTextCursor.MoveOperation.End)
            self.lines.moved.emit()


def signal_passage(signal: rules.Signal) -> QWidget:
    """A signal as it is read: the fact, and beneath it what it may mean with how sure that is."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 2)
    column.setSpacing(1)
    column.addWidget(Label(signal.text, wrap=True, selectable=True))
    if signal.meaning:
        said = tr(
            "May mean: {meaning} · {sure}",
            meaning=signal.meaning,
            sure=words.word(signal.confidence).lower(),
        )
        column.addWidget(Label(said, "small", "muted", wrap=True, selectable=True))
    return holder
