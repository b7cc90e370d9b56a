"""Owns what was said about pay as rows that are edited where they stand, wherever they show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.pay import PayTalk
from interview_coach.store import pay
from interview_coach.ui.beside import Around
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import InPlace
from interview_coach.ui.inplace_rows import NEW, RowsInPlace, ShownRow
from interview_coach.ui.pay.editor import TalkEditor
from interview_coach.ui.pay.row import TalkRow


class TalksList(RowsInPlace):
    """What was said about pay on one opportunity, the newest first; or in one of its rounds alone.

    Signals: those of RowsInPlace.
    """

    def __init__(self, desk: Desk, home: Callable[[], QWidget], *, alone: bool = False) -> None:
        super().__init__(self._made, home)
        self._desk = desk
        self._alone = alone
        self._around = Around("", Place(""))
        self.posting = ""
        self.talks: dict[str, PayTalk] = {}

    @property
    def prefix(self) -> str:
        """What the names of its fields in scratch begin with: it opens again where it was typed."""
        step = self._around.place.step or self._around.place.kind
        return f"pay:{self._around.opportunity}:{step}:"

    @property
    def bare(self) -> bool:
        """Whether nothing was said, and nothing is being written."""
        return not self.talks and NEW not in self.editors

    def show_around(self, around: Around) -> None:
        """Show what was said, in place."""
        self._around = around
        found = self._desk.ask(pay.pay, around.opportunity)
        self.posting = found.posting
        wanted = [t for t in found.talks if not self._alone or t.interview_id == around.interview]
        self.talks = {talk.id: talk for talk in wanted}
        today = self._today()
        self.show_rows(list(self.talks), self._make_row)
        for row in self.rows:
            if isinstance(row, TalkRow):
                row.show_talk(self.talks[row.key], today)
        for name, editor in self.editors.items():
            if isinstance(editor, TalkEditor) and name in self.talks:
                editor.show_talk(self.talks[name])
        kept = self._desk.store.scribbled(self.prefix)
        self.recover(name.removeprefix(self.prefix) for name in kept)

    def forget(self) -> None:
        """Let all of it go: another opportunity follows."""
        self.talks = {}
        super().forget()

    def add_one(self) -> None:
        """Open the fields of a new one."""
        self.edit(NEW)

    def _today(self) -> date:
        return self._desk.now().astimezone(self._desk.local()).date()

    def _make_row(self, key: str) -> ShownRow:
        row = TalkRow(self.talks[key], self._today())
        row.edit_wanted.connect(self.edit)
        row.delete_wanted.connect(self._delete)
        return row

    def _made(self, name: str) -> InPlace:
        around = self._around
        known = dict.fromkeys((*around.people, *(t.person for t in self.talks.values())))
        people = [person for person in known if person]
        talk = self.talks.get(name) or self._blank()
        return TalkEditor(self._desk, self.prefix, talk, around, people)

    def _blank(self) -> PayTalk:
        """A new one: of this round and whoever sat there, once it has begun; else of today."""
        around = self._around
        begun = next((one for one in around.held if one.id == around.interview), None)
        if begun is None:
            today = self._today()
            return PayTalk(NEW, today, "", "", "", around.round_on(today))
        person = around.people[0] if len(around.people) == 1 else ""
        return PayTalk(NEW, min(begun.start.date(), self._today()), person, "", "", begun.id)

    def _delete(self, key: str) -> None:
        self._desk.do(pay.delete_talk, key, self._around.place)
