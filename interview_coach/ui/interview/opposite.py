"""Owns the card of who sits opposite: their part, what I noted about them, and when we met before."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.people import Opposite
from interview_coach.store import people
from interview_coach.ui import dates, words
from interview_coach.ui.beside import Around, BesideCard
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LinkButton, Rows, show_when, small


class OppositeRow(QWidget):
    """One person; the name leads to everything about them.

    Signals: none of its own.
    """

    def __init__(self, who: Opposite, before: str, navigator: Navigator) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(1)
        self.name = LinkButton(who.name)
        self.name.clicked.connect(partial(navigator.open, "library", who.person_id, ""))
        column.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        part = words.word(who.part).lower() if who.part is not None else ""
        for text in (" · ".join(one for one in (who.title, part) if one), who.notes, before):
            if text:
                column.addWidget(small(text))


class OppositeCard(BesideCard):
    """Who sits opposite in this round; without anybody it is not there.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Who sits opposite"), parent)
        self._navigator = navigator
        self._shown: tuple[Opposite, ...] = ()
        self.rows = Rows()
        self.add(self.rows)
        self.hide()

    def show_around(self, around: Around) -> None:
        """Show those of this round."""
        found = self.desk.ask(people.opposite, around.interview) if around.interview else ()
        if found != self._shown:
            self._shown = found
            self.rows.clear()
            for who in found:
                self.rows.add(OppositeRow(who, self._before(who), self._navigator))
        show_when(self, bool(found))

    def reset(self) -> None:
        """Forget who was shown."""
        self._shown = ()
        self.rows.clear()

    def _before(self, who: Opposite) -> str:
        if not who.before:
            return ""
        last = who.before[0]
        met = tr_n("Met once before", "Met {n} times before", len(who.before))
        return tr(
            "{met}: {kind}, {day}",
            met=met,
            kind=words.kind_word(last.kind),
            day=dates.day_text(last.start.date(), self.today()),
        )
