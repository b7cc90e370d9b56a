"""Owns choosing a few lines out of many in a dialog: ticks, search, and how many are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.search import fold
from interview_coach.ui.prep.check import TextCheck
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    LinkButton,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SearchField,
    SectionHeading,
    small,
)
from interview_coach.ui.widgets.column import Column


@dataclass(frozen=True, slots=True)
class Pick:
    """One line to choose: its heading groups it with its neighbours."""

    id: str
    heading: str
    text: str
    second: str = ""


class PickRow(TextCheck):
    """One line; a click anywhere ticks, as there is nothing else to do with it.

    Signals: those of QCheckBox.
    """

    end_room = 8
    fades = False

    def __init__(self, pick: Pick, parent: QWidget | None = None) -> None:
        self.pick = pick
        super().__init__(parent)
        self.set_texts(pick.text, pick.second)

    def hitButton(self, position: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move along."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)


class PickDialog(QDialog):
    """Lines to choose from. Subclasses say what they are and do the deed with `chosen`.

    Signals: those of QDialog.
    """

    def __init__(self, title: str, sentence: str, nothing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setModal(True)
        self.resize(620, 600)
        self._nothing = nothing
        self._rows: list[PickRow] = []
        self._headings: dict[str, SectionHeading] = {}
        self._page = ScrollPage(self, margin=22)
        self._page.body.setContentsMargins(22, 18, 22, 14)
        self.search = SearchField(tr("Search"), tr("Search these lines"))
        self.search.edited.connect(self._filter)
        self.search.cleared.connect(self._filter)
        self.top = QHBoxLayout()
        self.top.setSpacing(12)
        self._all = LinkButton(tr("Tick all"))
        self._all.clicked.connect(self._tick_all)
        self._column = Column()
        self._none = small(nothing)
        card = Card()
        card.add(self._none)
        card.add(self._column)
        self._add = PrimaryButton(tr("Add"))
        self._cancel = QuietButton(tr("Cancel"))
        self._add.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._page.add(small(sentence))
        self._page.body.addLayout(self.top)
        self._page.add(card, 1)
        self._build()
        self.accepted.connect(self.take)

    @property
    def rows(self) -> list[PickRow]:
        """All lines, in order."""
        return list(self._rows)

    @property
    def add_button(self) -> PrimaryButton:
        """The button that takes what is ticked."""
        return self._add

    @property
    def chosen(self) -> list[str]:
        """The ids of what is ticked, in order."""
        return [row.pick.id for row in self._rows if row.isChecked()]

    def take(self) -> None:
        """Do the deed with what is chosen."""
        raise NotImplementedError

    def set_picks(self, picks: Sequence[Pick], *, ticked: bool = False) -> None:
        """Offer these lines."""
        for part in (*self._rows, *self._headings.values()):
            self._column.let_go(part)
        self._rows = []
        self._headings = {}
        for pick in picks:
            if pick.heading not in self._headings:
                self._headings[pick.heading] = SectionHeading(pick.heading, parent=self._column)
            row = PickRow(pick, self._column)
            row.setChecked(ticked)
            row.toggled.connect(self._count)
            self._rows.append(row)
        self._filter()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 4, 22, 18)
        foot.setSpacing(12)
        foot.addWidget(self._all)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        column.addLayout(foot)

    def _filter(self) -> None:
        wanted = fold(self.search.text()).split()
        shown: list[QWidget] = []
        found = 0
        heading = ""
        for row in self._rows:
            if not _has(row.pick, wanted):
                continue
            if row.pick.heading != heading:
                heading = row.pick.heading
                shown.append(self._headings[heading])
            shown.append(row)
            found += 1
        self._column.put(shown, [*self._headings.values(), *self._rows])
        visible = [part for part in shown if isinstance(part, PickRow)]
        following = [*shown[1:], None]
        for part, after in zip(shown, following, strict=False):
            if isinstance(part, PickRow):
                part.set_last(not isinstance(after, PickRow))
        self._none.setText(tr("Nothing here has these words.") if self._rows else self._nothing)
        self._none.setVisible(not visible)
        self._all.setVisible(bool(visible))
        self.search.set_note(tr_n("{n} found", "{n} found", found) if wanted else "")
        self._count()

    def _count(self) -> None:
        n = len(self.chosen)
        self._add.setText(tr_n("Add {n} line", "Add {n} lines", n) if n else tr("Add"))
        self._add.setEnabled(bool(n))
        seen = [row for row in self._rows if not row.isHidden()]
        every = bool(seen) and all(row.isChecked() for row in seen)
        self._all.setText(tr("Tick none") if every else tr("Tick all"))

    def _tick_all(self) -> None:
        seen = [row for row in self._rows if not row.isHidden()]
        wanted = not all(row.isChecked() for row in seen)
        for row in seen:
            row.setChecked(wanted)


def _has(pick: Pick, wanted: Sequence[str]) -> bool:
    text = fold(f"{pick.heading} {pick.text} {pick.second}")
    return all(word in text for word in wanted)
