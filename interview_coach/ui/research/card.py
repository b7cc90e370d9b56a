"""Owns the card of notes about them, beside every round's preparation and on the opportunity's page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.research import NoteDraft, ResearchNote
from interview_coach.store import research
from interview_coach.ui.beside import Around, BesideCard
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import Ending, InPlace
from interview_coach.ui.inplace_rows import RowsInPlace, ShownRow, below
from interview_coach.ui.research.editor import LearnedEditor, NoteEditor
from interview_coach.ui.research.quick import QuickLine
from interview_coach.ui.research.row import NoteRow, Wish
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import small

_ADD = "add"


class ResearchCard(BesideCard):
    """What I know or believe about them. What proved wrong stays, with what was learned.

    Signals: none of its own.
    """

    asks = False

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, self.heading(), parent)
        self.body.setSpacing(4)
        self.notes: dict[str, ResearchNote] = {}
        self.quick: QuickLine | None = None
        self.quiet = small(self.quiet_text())
        self.rows = RowsInPlace(self._make_editor, self._home)
        self.add(self.quiet)
        self.add(self.rows)

    def heading(self) -> str:
        """What stands over it."""
        return tr("What I know about them")

    def quiet_text(self) -> str:
        """What stands there as long as there is no note."""
        return tr("Note what you find out, from where, and how sure you are.")

    def show_around(self, around: Around) -> None:
        """Show the notes of this opportunity, in place."""
        if around.opportunity != self.around.opportunity or around.place != self.around.place:
            self.reset()
        self.around = around
        found = self.desk.ask(research.research, around.opportunity)
        self.notes = {note.id: note for note in found}
        if self.quick is None:
            self._make_quick()
        if self.quick is not None:
            self.quick.settle()
        today = self.today()
        self.rows.show_rows(list(self.notes), self._make_row)
        for row in self.rows.rows:
            if isinstance(row, NoteRow):
                row.show_note(self.notes[row.key], today)
        for name, editor in self.rows.editors.items():
            note = self.notes.get(name.removeprefix("below:"))
            if note is not None and isinstance(editor, NoteEditor | LearnedEditor):
                editor.show_note(note)
        kept = self.desk.store.scribbled(self._prefix)
        self.rows.recover(name.removeprefix(self._prefix) for name in kept)
        self._tell(found)

    def reset(self) -> None:
        """Forget the notes: others follow."""
        self.notes = {}
        self.rows.forget()
        if self.quick is not None:
            self.body.removeWidget(self.quick)
            self.quick.hide()
            self.quick.deleteLater()
            self.quick = None

    def disprove(self, key: str) -> None:
        """Open what is asked when a note proved wrong."""
        self.rows.edit(below(key))

    @property
    def _prefix(self) -> str:
        step = self.around.place.step or self.around.place.kind
        return f"research:{self.around.opportunity}:{step}:"

    def _make_quick(self) -> None:
        self.quick = QuickLine(self.desk, f"{self._prefix}{_ADD}", self._added)
        self.add(self.quick)

    def _added(self, text: str) -> Ending:
        draft = NoteDraft(text, noted_on=self.today())
        return research.add_note, (self.around.opportunity, draft, self.around.place)

    def _tell(self, found: tuple[ResearchNote, ...]) -> None:
        wrong = sum(note.disproved for note in found)
        self.set_note(tr_n("{n} proved wrong", "{n} proved wrong", wrong) if wrong else "")
        self.quiet.setVisible(not found)

    def _make_row(self, key: str) -> ShownRow:
        row = NoteRow(self.notes[key], self.today(), asks=self.asks)
        row.wished.connect(self._do)
        return row

    def _make_editor(self, name: str) -> InPlace:
        key = name.removeprefix("below:")
        note = self.notes[key]
        if name == key:
            return NoteEditor(self.desk, self._prefix, note, self.around)
        field = f"{self._prefix}{name}"
        return LearnedEditor(self.desk, field, name, note, self.around, self.today())

    def _home(self) -> QWidget:
        return self.quick.line if self.quick is not None else self

    def _do(self, key: str, wish: Wish) -> None:
        where = self.around.place
        place = list(self.notes).index(key)
        match wish:
            case Wish.EDIT:
                self.rows.edit(key)
            case Wish.DISPROVE:
                self.disprove(key)
            case Wish.STAND:
                self.desk.do(research.undisprove_note, key, where)
            case Wish.MOVE_UP:
                self.desk.do(research.move_note, key, max(place - 1, 0), where)
            case Wish.MOVE_DOWN:
                self.desk.do(research.move_note, key, place + 1, where)
            case Wish.DELETE:
                self.desk.do(research.delete_note, key, where)
