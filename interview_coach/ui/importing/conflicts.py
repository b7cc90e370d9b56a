"""Owns the conflicts of an import: mine and theirs side by side, and which of them is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.merging import Conflict, Difference
from interview_coach.ui import words_document, words_exchange
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    Divider,
    ElidedLabel,
    Label,
    LinkButton,
    Segment,
    Segmented,
    small,
)

AT_ONCE = 30
# What is compared at a glance; the whole of it is in the file and in the store.
LONGEST = 600
MOST_DIFFERENCES = 12


def _glance(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


class ConflictRow(QWidget):
    """One conflict.

    Signals:
        chosen(str, bool): the conflict's id, and whether theirs is taken.
    """

    chosen = Signal(str, bool)

    def __init__(self, conflict: Conflict, *, theirs: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict = conflict
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(12)
        title = words_exchange.conflict_title(conflict)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(ElidedLabel(_glance(title), "body"))
        place = [words_document.table(conflict.table), words_exchange.conflict_place(conflict)]
        said.addWidget(ElidedLabel(" · ".join(part for part in place if part), "small", "muted"))
        head.addLayout(said, 1)
        self.choice = Segmented(
            [Segment("mine", tr("Keep mine")), Segment("theirs", tr("Take theirs"))],
            "theirs" if theirs else "mine",
            tr("{what}: which one stays", what=_glance(title)),
        )
        self.choice.value_changed.connect(self._choose)
        head.addWidget(self.choice)
        column.addLayout(head)
        if conflict.clash.value != "changed":
            column.addWidget(small(words_exchange.clash(conflict.clash), ink="attention"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place_, text in ((1, tr("Mine")), (2, tr("Theirs"))):
            grid.addWidget(Label(text, "label"), 0, place_)
        shown = conflict.differences[:MOST_DIFFERENCES]
        for line, difference in enumerate(shown, 1):
            self._compare(grid, line, difference)
        column.addLayout(grid)
        more = len(conflict.differences) - len(shown)
        if more:
            column.addWidget(small(tr_n("and {n} more", "and {n} more", more)))

    def set_theirs(self, *, theirs: bool) -> None:
        """Show the choice, without a signal."""
        self.choice.set_value("theirs" if theirs else "mine")

    def _compare(self, grid: QGridLayout, line: int, difference: Difference) -> None:
        name = words_document.column(self.conflict.table, difference.column)
        label = small(name, wrap=False)
        label.set_top()
        grid.addWidget(label, line, 0)
        for place, value in ((1, difference.mine), (2, difference.theirs)):
            text = Label(_glance(words_document.shown(value)), "body", wrap=True, selectable=True)
            text.set_top()
            grid.addWidget(text, line, place)

    def _choose(self, value: object) -> None:
        self.chosen.emit(self.conflict.id, value == "theirs")


class ConflictCard(Card):
    """All conflicts, the first of them at once, and two buttons for all together.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where yours and the file differ"), parent=parent)
        self._conflicts: Sequence[Conflict] = ()
        self.theirs: set[str] = set()
        self.rows: list[ConflictRow] = []
        self.add(
            small(
                tr(
                    "Yours stays unless you take theirs. Long texts that are replaced stay as earlier versions."
                )
            )
        )
        every = QHBoxLayout()
        every.setSpacing(12)
        self.keep_all = LinkButton(tr("Keep mine in all"))
        self.take_all = LinkButton(tr("Take theirs in all"))
        self.keep_all.clicked.connect(lambda: self._every(theirs=False))
        self.take_all.clicked.connect(lambda: self._every(theirs=True))
        self._said = small()
        every.addWidget(self.keep_all)
        every.addWidget(self.take_all)
        every.addStretch(1)
        every.addWidget(self._said)
        self.add_layout(every)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.add_layout(self._list)
        self.more = LinkButton("")
        self.more.clicked.connect(self._show_more)
        self.add(self.more)

    @property
    def said(self) -> str:
        """How many are taken."""
        return self._said.text()

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these, each with mine kept."""
        self._conflicts = conflicts
        self._show_more()
        self._count()

    def _show_more(self) -> None:
        begin = len(self.rows)
        for conflict in self._conflicts[begin : begin + AT_ONCE]:
            if self.rows:
                self._list.addWidget(Divider())
            row = ConflictRow(conflict, theirs=conflict.id in self.theirs, parent=self)
            row.chosen.connect(self._choose)
            self._list.addWidget(row)
            self.rows.append(row)
        left = len(self._conflicts) - len(self.rows)
        self.more.setVisible(bool(left))
        self.more.setText(tr_n("Show {n} more", "Show {n} more", min(left, AT_ONCE)))
        if begin and self.rows[begin:]:
            self.rows[begin].choice.setFocus()

    def _choose(self, key: str, theirs: bool) -> None:
        (self.theirs.add if theirs else self.theirs.discard)(key)
        self._count()

    def _every(self, *, theirs: bool) -> None:
        self.theirs = {conflict.id for conflict in self._conflicts} if theirs else set()
        for row in self.rows:
            row.set_theirs(theirs=theirs)
        self._count()

    def _count(self) -> None:
        total = len(self._conflicts)
        self._said.setText(
            tr_n(
                "{k} of {n} taken from the file",
                "{k} of {n} taken from the file",
                total,
                k=len(self.theirs),
            )
        )
        self.changed.emit()
