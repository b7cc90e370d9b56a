"""Owns the fields of one talk of pay: when, to whom, what they asked, what I said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from interview_coach.domain.pay import PayDraft, PayTalk
from interview_coach.store import pay
from interview_coach.ui.beside import Around
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import Ending, InPlace, Values
from interview_coach.ui.inplace_rows import NEW
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import DateField, LineText, LongText


def _packed(draft: PayDraft) -> Values:
    return [draft.said_on.isoformat(), draft.person, draft.asked, draft.said]


class TalkEditor(InPlace):
    """The fields of one talk, or of a new one. In which round it was, its day says.

    Signals: those of InPlace.
    """

    def __init__(
        self,
        desk: Desk,
        prefix: str,
        talk: PayTalk,
        around: Around,
        people: Sequence[str],
    ) -> None:
        super().__init__(talk.id)
        self._talk = talk
        self._around = around
        self._day = DateField()
        self._day.setDisplayFormat("d MMM yyyy")
        self._person = LineText()
        completer = QCompleter(list(people), self._person)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.edited)
        self._person.setCompleter(completer)
        self._asked = LongText(min_lines=1, max_lines=6)
        self._said = LongText(min_lines=2, max_lines=8)
        row = QHBoxLayout()
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.add_field("said_on", tr("When"), self._day), 2, top)
        row.addWidget(self.add_field("person", tr("To whom"), self._person), 3, top)
        self.column.addLayout(row)
        self.column.addWidget(self.add_field("asked", tr("What they asked"), self._asked))
        self.column.addWidget(self.add_field("said", tr("What I said"), self._said))
        self._day.value_changed.connect(self.edited)
        self.begin_typing(desk, f"{prefix}{talk.id}", _packed(talk.draft))

    @property
    def first(self) -> QWidget:
        """What they asked: day and person are filled in mostly."""
        return self._asked if self.key == NEW else self._said

    def show_talk(self, talk: PayTalk) -> None:
        """Show what the store says now, unless something has been typed."""
        self._talk = talk
        self.show_stored(_packed(talk.draft))

    def values(self) -> Values:
        """What stands in the fields."""
        day = self._day.value or self._talk.said_on
        return [day.isoformat(), self._person.text(), self._asked.text, self._said.text]

    def show_values(self, values: Values) -> None:
        """Let this stand in the fields."""
        day, person, asked, said = values
        self._day.set_value(date.fromisoformat(day))
        self._person.set_text(person)
        self._asked.set_text(asked)
        self._said.set_text(said)

    def ending(self, values: Values) -> Ending | None:
        """Add it or change it; a new one without a word is none."""
        day, person, asked, said = values
        draft = PayDraft(date.fromisoformat(day), person, asked, said).cleaned()
        where, held = self._around.place, self._talk.interview_id
        if draft.said_on != self._talk.said_on:
            held = self._around.round_on(draft.said_on)
        if self.key == NEW:
            if not draft.asked and not draft.said:
                return None
            return pay.add_talk, (self._around.opportunity, draft, held, where)
        if draft == self._talk.draft:
            return None
        return pay.edit_talk, (self._talk.id, draft, held, where)

    def read_aloud(self, values: Values) -> str:
        """What was said, to whom."""
        return "\n".join(text for text in values[1:] if text)
