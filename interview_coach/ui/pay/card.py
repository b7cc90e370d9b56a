"""Owns the card of what was said about pay, in every round of an opportunity."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.pay import PayTalk
from interview_coach.store import pay
from interview_coach.ui import spots
from interview_coach.ui.beside import Around, BesideCard
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import InPlace
from interview_coach.ui.inplace_rows import NEW, RowsInPlace, ShownRow
from interview_coach.ui.pay.editor import TalkEditor
from interview_coach.ui.pay.row import TalkRow
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconButton, LinkButton, show_when, small


class PayCard(BesideCard):
    """What they asked about pay and what I said, the newest first; above it what the posting says.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Pay"), parent)
        self.body.setSpacing(4)
        self.talks: dict[str, PayTalk] = {}
        self.plus = IconButton("plus", tr("Add what was said about pay"))
        self.plus.clicked.connect(self.add_one)
        self.add_to_heading(self.plus)
        self.posting = small()
        spots.tag(self.posting, "opportunity.pay")
        self.quiet = QWidget()
        line = QHBoxLayout(self.quiet)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(small(tr("Nothing said about pay yet."), wrap=True), 1)
        self.link = LinkButton(tr("Add"))
        self.link.setAccessibleName(tr("Add what was said about pay"))
        self.link.clicked.connect(self.add_one)
        line.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.rows = RowsInPlace(self._make_editor, self._home)
        self.rows.settled.connect(self._tell)
        self.add(self.posting)
        self.add(self.quiet)
        self.add(self.rows)

    def show_around(self, around: Around) -> None:
        """Show what was said on this opportunity, in place."""
        if around.opportunity != self.around.opportunity or around.place != self.around.place:
            self.reset()
        self.around = around
        found = self.desk.ask(pay.pay, around.opportunity)
        self.talks = {talk.id: talk for talk in found.talks}
        self.posting.setText(tr("The posting says: {pay}", pay=found.posting))
        show_when(self.posting, bool(found.posting))
        today = self.today()
        self.rows.show_rows(list(self.talks), self._make_row)
        for row in self.rows.rows:
            if isinstance(row, TalkRow):
                row.show_talk(self.talks[row.key], today)
        for name, editor in self.rows.editors.items():
            if isinstance(editor, TalkEditor) and name in self.talks:
                editor.show_talk(self.talks[name])
        kept = self.desk.store.scribbled(self._prefix)
        self.rows.recover(name.removeprefix(self._prefix) for name in kept)
        self._tell()

    def reset(self) -> None:
        """Forget what was said: another opportunity follows."""
        self.talks = {}
        self.rows.forget()

    def add_one(self) -> None:
        """Open the fields of a new one."""
        self.rows.edit(NEW)

    @property
    def _prefix(self) -> str:
        step = self.around.place.step or self.around.place.kind
        return f"pay:{self.around.opportunity}:{step}:"

    def _tell(self) -> None:
        """One line is enough where there is nothing: with a way to add, and no second one."""
        empty = not self.talks and NEW not in self.rows.editors
        show_when(self.quiet, empty)
        show_when(self.plus, bool(self.talks))

    def _make_row(self, key: str) -> ShownRow:
        row = TalkRow(self.talks[key], self.today())
        row.edit_wanted.connect(self.rows.edit)
        row.delete_wanted.connect(self._delete)
        return row

    def _make_editor(self, name: str) -> InPlace:
        around = self.around
        known = dict.fromkeys((*around.people, *(t.person for t in self.talks.values())))
        people = [person for person in known if person]
        talk = self.talks.get(name)
        if talk is None:
            talk = self._blank()
        return TalkEditor(self.desk, self._prefix, talk, around, people)

    def _blank(self) -> PayTalk:
        """A new one: of this round and whoever sat there, once it has begun; else of today."""
        around = self.around
        begun = next((one for one in around.held if one.id == around.interview), None)
        person = around.people[0] if len(around.people) == 1 else ""
        if begun is None:
            return PayTalk(NEW, self.today(), "", "", "")
        return PayTalk(NEW, min(begun.start.date(), self.today()), person, "", "", begun.id)

    def _home(self) -> QWidget:
        return self.plus if self.talks else self.link

    def _delete(self, key: str) -> None:
        self.desk.do(pay.delete_talk, key, self.around.place)
