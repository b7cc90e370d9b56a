"""Owns the card of notes about them, beside every round's preparation and on the opportunity's page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.research import NoteDraft
from interview_coach.store import research
from interview_coach.ui.beside import Around, BesideCard
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import Ending
from interview_coach.ui.research.notes import NotesList
from interview_coach.ui.research.quick import QuickLine
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import small

_ADD = "add"


class ResearchCard(BesideCard):
    """What I know or believe about them. What proved wrong stays, with what was learned.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("What I know about them"), parent)
        self.body.setSpacing(4)
        self.quick: QuickLine | None = None
        self.quiet = small(tr("Note what you find out, from where, and how sure you are."))
        self.rows = NotesList(desk, self._home)
        self.add(self.quiet)
        self.add(self.rows)

    def show_around(self, around: Around) -> None:
        """Show the notes of this opportunity, in place."""
        if around.opportunity != self.around.opportunity or around.place != self.around.place:
            self.reset()
        self.around = around
        self.rows.show_around(around)
        if self.quick is None:
            self.quick = QuickLine(self.desk, f"{self.rows.prefix}{_ADD}", self._added)
            self.add(self.quick)
        self.quick.settle()
        wrong = sum(note.disproved for note in self.rows.notes.values())
        self.set_note(tr_n("{n} proved wrong", "{n} proved wrong", wrong) if wrong else "")
        self.quiet.setVisible(not self.rows.notes)

    def reset(self) -> None:
        """Forget the notes: others follow."""
        self.rows.forget()
        if self.quick is not None:
            self.body.removeWidget(self.quick)
            self.quick.hide()
            self.quick.deleteLater()
            self.quick = None

    def _added(self, text: str) -> Ending:
        draft = NoteDraft(text, noted_on=self.today())
        return research.add_note, (self.around.opportunity, draft, self.around.place)

    def _home(self) -> QWidget:
        return self.quick.line if self.quick is not None else self
