"""Owns the notes about them as rows that are edited where they stand, wherever they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.research import ResearchNote
from interview_coach.store import research
from interview_coach.ui.beside import Around
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import InPlace
from interview_coach.ui.inplace_rows import RowsInPlace, ShownRow, below
from interview_coach.ui.research.editor import LearnedEditor, NoteEditor
from interview_coach.ui.research.row import NoteRow, Wish


class NotesList(RowsInPlace):
    """The notes on one opportunity. With `asks` each says openly that it can have been wrong.

    Signals: those of RowsInPlace.
    """

    def __init__(self, desk: Desk, home: Callable[[], QWidget], *, asks: bool = False) -> None:
        super().__init__(self._made, home)
        self._desk = desk
        self._asks = asks
        self.around = Around("", Place(""))
        self.notes: dict[str, ResearchNote] = {}

    @property
    def prefix(self) -> str:
        """What the names of its fields in scratch begin with: it opens again where it was typed."""
        step = self.around.place.step or self.around.place.kind
        return f"research:{self.around.opportunity}:{step}:"

    def show_around(self, around: Around) -> None:
        """Show the notes of this opportunity, in place."""
        self.around = around
        found = self._desk.ask(research.research, around.opportunity)
        self.notes = {note.id: note for note in found}
        today = self._today()
        self.show_rows(list(self.notes), self._make_row)
        for row in self.rows:
            if isinstance(row, NoteRow):
                row.show_note(self.notes[row.key], today)
        for name, editor in self.editors.items():
            note = self.notes.get(name.removeprefix("below:"))
            if note is not None and isinstance(editor, NoteEditor | LearnedEditor):
                editor.show_note(note)
        kept = self._desk.store.scribbled(self.prefix)
        self.recover(name.removeprefix(self.prefix) for name in kept)

    def forget(self) -> None:
        """Let all notes go: others follow."""
        self.notes = {}
        super().forget()

    def disprove(self, key: str) -> None:
        """Open what is asked when a note proved wrong."""
        self.edit(below(key))

    def _today(self) -> date:
        return self._desk.now().astimezone(self._desk.local()).date()

    def _make_row(self, key: str) -> ShownRow:
        row = NoteRow(self.notes[key], self._today(), asks=self._asks)
        row.wished.connect(self._do)
        return row

    def _made(self, name: str) -> InPlace:
        key = name.removeprefix("below:")
        note = self.notes[key]
        if name == key:
            return NoteEditor(self._desk, self.prefix, note, self.around)
        field = f"{self.prefix}{name}"
        return LearnedEditor(self._desk, field, name, note, self.around, self._today())

    def _do(self, key: str, wish: Wish) -> None:
        where = self.around.place
        place = list(self.notes).index(key)
        match wish:
            case Wish.EDIT:
                self.edit(key)
            case Wish.DISPROVE:
                self.disprove(key)
            case Wish.STAND:
                self._desk.do(research.undisprove_note, key, where)
            case Wish.MOVE_UP:
                self._desk.do(research.move_note, key, max(place - 1, 0), where)
            case Wish.MOVE_DOWN:
                self._desk.do(research.move_note, key, place + 1, where)
            case Wish.DELETE:
                self._desk.do(research.delete_note, key, where)
