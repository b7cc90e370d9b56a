"""Owns the cards at the side of Today: reviews waiting, answers awaited, what to carry in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.silence import UsualWait
from interview_coach.domain.today import Awaited, Landed, ToReview
from interview_coach.ui import dates, words
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.today import said
from interview_coach.ui.today.inks import TwoInks
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Divider,
    Label,
    LinkButton,
    PaintedButton,
    PrimaryButton,
    QuietButton,
    show_when,
)


class Line(NamedTuple):
    """What a row shows: two inks in its first line, two smaller lines, a button."""

    key: str
    name: str
    rest: str
    first: str = ""
    second: str = ""
    button: str = ""
    quick: str = ""


class _Row(QWidget):
    """One interview in a card, with a button.

    Signals:
        acted(str): its button was pressed; the interview's id.
        noted(str): its link beneath was pressed.
    """

    acted = Signal(str)
    noted = Signal(str)

    def __init__(self, *, beside: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._name = TwoInks()
        self._first = Label("", "small", "muted", wrap=True)
        self._second = Label("", "small", "muted", wrap=True)
        self.button: PaintedButton = QuietButton("") if beside else PrimaryButton("")
        texts = QVBoxLayout()
        texts.setSpacing(2 if beside else 8)
        for part in (self._name, self._first, self._second):
            texts.addWidget(part)
        self.quick = LinkButton("")
        self.quick.hide()
        if beside:
            texts.addWidget(self.quick, 0, Qt.AlignmentFlag.AlignLeading)
        if beside:
            row = QHBoxLayout(self)
            row.setSpacing(12)
            row.addLayout(texts, 1)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            column = QVBoxLayout(self)
            column.setSpacing(10)
            column.addLayout(texts)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(self.quick, 0, Qt.AlignmentFlag.AlignLeading)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)
        self.button.clicked.connect(self._act)
        self.quick.clicked.connect(self._note)

    def show_line(self, line: Line) -> None:
        """Show it."""
        self.key = line.key
        self._name.show_text(line.name, line.rest)
        for label, text in ((self._first, line.first), (self._second, line.second)):
            label.setText(text)
            show_when(label, bool(text))
        self.button.setText(line.button)
        self.button.setAccessibleName(f"{line.button}: {line.name}")
        self.button.updateGeometry()
        self.quick.setText(line.quick)
        self.quick.setAccessibleName(f"{line.quick}: {line.name}")
        show_when(self.quick, bool(line.quick))

    def _note(self) -> None:
        self.noted.emit(self.key)

    def _act(self) -> None:
        self.acted.emit(self.key)


class _RowCard(Card):
    """A card of rows, used again as long as there are enough of them."""

    acted = Signal(str)
    noted = Signal(str)
    all_wanted = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.rows: list[_Row] = []
        self._lines: list[Divider] = []
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(10)
        self.add_layout(self._rows_column)
        self.all_button = LinkButton("")
        self.add(self.all_button)
        self.all_button.clicked.connect(self.all_wanted)

    def show_rows(self, lines: Sequence[Line], *, beside: bool, more: str) -> None:
        """Show these; with none the card is hidden. `more` leads to the rest."""
        if self.rows and beside is not isinstance(self.rows[0].button, QuietButton):
            for part in (*self.rows, *self._lines):
                part.hide()
                part.deleteLater()
            self.rows, self._lines = [], []
        while len(self.rows) < len(lines):
            line, row = Divider(), _Row(beside=beside)
            row.acted.connect(self.acted)
            row.noted.connect(self.noted)
            self._rows_column.addWidget(line)
            self._rows_column.addWidget(row)
            self._lines.append(line)
            self.rows.append(row)
        for place, (row, line) in enumerate(zip(self.rows, self._lines, strict=True)):
            show_when(row, place < len(lines))
            show_when(line, 0 < place < len(lines))
            if place < len(lines):
                row.show_line(lines[place])
        self.all_button.setText(more)
        show_when(self.all_button, bool(more))
        show_when(self, bool(lines))


class ReviewCard(_RowCard):
    """Interviews that were held and not reviewed.

    Signals:
        acted(str): review this interview.
        noted(str): a quick note on this interview.
        all_wanted(): show the rest.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Review while it is fresh"), parent)
        self._day = Chip("", "attention")
        self.add_to_heading(self._day)

    def show_reviews(
        self, found: Sequence[ToReview], total: int, now: datetime, local: tzinfo
    ) -> None:
        """Show them, the newest first."""
        single = len(found) == 1
        lines = [self._line(row, now, local, single=single) for row in found]
        show_when(self._day, single)
        if single:
            day = said.day_of(found[0].end_at, local)
            self._day.setText(dates.day_ago(day, said.day_of(now, local)))
        more = tr_n("All {n}", "All {n}", total) if total > len(found) else ""
        self.show_rows(lines, beside=not single, more=more)

    @staticmethod
    def _line(row: ToReview, now: datetime, local: tzinfo, *, single: bool) -> Line:
        rest = f"{row.title} · {words.kind_word(row.kind)}"
        # Once it is begun one goes on where one was.
        quick = "" if row.started else tr("Or a quick note, a minute")
        if single:
            first = tr("Memory of the questions fades fast. A few minutes now keep them.")
            if row.started:
                first = tr("You have begun. Whatever else you remember is still worth writing.")
            button = tr("Continue review") if row.started else tr("Start review")
            return Line(row.id, row.company, rest, first, "", button, quick)
        day = dates.day_ago(said.day_of(row.end_at, local), said.day_of(now, local))
        button = tr("Continue") if row.started else tr("Review")
        return Line(row.id, row.company, words.kind_word(row.kind), day, "", button, quick)


class WaitingCard(_RowCard):
    """Interviews whose answer is awaited.

    Signals:
        acted(str): record the answer of this interview.
        all_wanted(): show the rest.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Waiting to hear"), parent)

    def show_awaited(
        self, found: Sequence[Awaited], total: int, usual: UsualWait, today: date
    ) -> None:
        """Show them, the newest first."""
        lines = [
            Line(
                row.id,
                row.company,
                words.kind_word(row.kind),
                said.waited(row, whole=place == 0),
                said.promised(row, today),
                tr("Record"),
            )
            for place, row in enumerate(found)
        ]
        self.set_note(said.usually(usual))
        more = tr_n("All {n}", "All {n}", total) if total > len(found) else ""
        self.show_rows(lines, beside=True, more=more)


class CarryCard(Card):
    """What landed before, and what went well last, in the person's own words.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Carry this in"), look="tinted", icon="sparkles", parent=parent)
        self._landed = [Label("", "body", wrap=True) for _ in range(2)]
        self._well = Label("", "body", wrap=True)
        self._source = Label(
            tr("What went well last time, in your words"), "small", "muted", wrap=True
        )
        for label in (*self._landed, self._well, self._source):
            self.add(label)

    def show_carried(self, landed: Sequence[Landed], went_well: str) -> None:
        """Show it; nothing hides the card."""
        own = said.short(went_well)
        # One of each is read; a list would be passed over.
        shown = landed[: 1 if own else 2]
        for place, label in enumerate(self._landed):
            show_when(label, place < len(shown))
            if place < len(shown):
                label.setText(said.landed(shown[place]))
        self._well.setText(tr("“{what}”", what=own))
        show_when(self._well, bool(own))
        show_when(self._source, bool(own))
        show_when(self, bool(landed) or bool(own))
