"""Owns the fields of a note about them, and those of what I learned when it proved wrong."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.kinds import Confidence
from interview_coach.domain.research import NoteDraft, ResearchNote
from interview_coach.store import research
from interview_coach.ui import dates, words
from interview_coach.ui.beside import Around
from interview_coach.ui.desk import Desk
from interview_coach.ui.inplace import Ending, InPlace, Values
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    ChoiceField,
    DateField,
    Field,
    Label,
    LineText,
    LongText,
    Option,
    QuietButton,
    Segment,
    Segmented,
)


def _packed(note: ResearchNote) -> Values:
    day = note.noted_on.isoformat() if note.noted_on else ""
    return [note.text, note.link, day, note.confidence.value]


class NoteEditor(InPlace):
    """The fields of one note.

    Signals: those of InPlace.
    """

    def __init__(self, desk: Desk, prefix: str, note: ResearchNote, around: Around) -> None:
        super().__init__(note.id)
        self._note = note
        self._around = around
        self._text = LongText(min_lines=2, max_lines=8)
        self._link = LineText(placeholder=tr("Where it stands, if it stands somewhere"))
        self._day = DateField(optional=True)
        self._day.setDisplayFormat("d MMM yyyy")
        self._sure = Segmented(
            [Segment(one, words.word(one)) for one in Confidence], note.confidence, tr("How sure")
        )
        self.column.addWidget(self.add_field("text", tr("What you know or believe"), self._text))
        self.column.addWidget(self.add_field("link", tr("Link"), self._link))
        row = QHBoxLayout()
        row.setSpacing(12)
        day, sure = (
            self.add_field("noted_on", tr("Noted on"), self._day),
            Field(tr("How sure"), self._sure),
        )
        row.addWidget(day, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(sure, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self._day.value_changed.connect(self.edited)
        self._sure.value_changed.connect(self.edited)
        self.begin_typing(desk, f"{prefix}{note.id}", _packed(note))

    def show_note(self, note: ResearchNote) -> None:
        """Show what the store says now, unless something has been typed."""
        self._note = note
        self.show_stored(_packed(note))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self._text, self._link, self._day, *self._sure.choices)

    def values(self) -> Values:
        """What stands in the fields."""
        day = self._day.value
        return [
            self._text.text,
            self._link.text(),
            day.isoformat() if day else "",
            str(self._sure.value),
        ]

    def show_values(self, values: Values) -> None:
        """Let this stand in the fields."""
        text, link, day, sure = values
        self._text.set_text(text)
        self._link.set_text(link)
        self._day.set_value(date.fromisoformat(day) if day else None)
        self._sure.set_value(Confidence(sure))

    def ending(self, values: Values) -> Ending | None:
        """Change the note, if anything differs."""
        text, link, day, sure = values
        noted = date.fromisoformat(day) if day else None
        draft = NoteDraft(text, link, noted, Confidence(sure)).cleaned()
        note = self._note
        if draft == NoteDraft(note.text, note.link, note.noted_on, note.confidence):
            return None
        return research.edit_note, (note.id, draft, self._around.place)

    def read_aloud(self, values: Values) -> str:
        """All of it in words."""
        return "\n".join(part for part in (*values[:3], words.word(Confidence(values[3]))) if part)


class LearnedEditor(InPlace):
    """What I learned instead, and in which round. Left without a word the note stands as it was.

    Signals: those of InPlace.
    """

    def __init__(
        self, desk: Desk, name: str, key: str, note: ResearchNote, around: Around, today: date
    ) -> None:
        super().__init__(key)
        self._note = note
        self._around = around
        self._learned = LongText(
            min_lines=2, max_lines=8, placeholder=tr("How it is in truth, as far as you know now")
        )
        label = Label(tr("Proved wrong"), "label", "attention")
        self.column.addWidget(label)
        self.column.addWidget(
            self.add_field("learned", tr("What you learned instead"), self._learned)
        )
        options = [
            Option(one.id, _round_text(words.word(one.kind), one.start.date(), today))
            for one in around.held
        ]
        self._round = ChoiceField([*options, Option("", tr("Not in an interview"))])
        if options:
            self.column.addWidget(self.add_field("interview", tr("Where it showed"), self._round))
        self._round.value_changed.connect(self.edited)
        self.mark = QuietButton(tr("Mark as proved wrong"), "circle-x")
        self.mark.clicked.connect(self.submit)
        self.mark.setVisible(not note.disproved)
        self.column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        self._meant = False
        self.begin_typing(desk, name, self._stored())

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*super().stops, self.mark)

    def submit(self) -> None:
        """It is meant, also without a word on what was learned."""
        self._meant = True
        if not self._note.disproved:
            self.typing.edited()
        super().submit()
        self._meant = False

    def _stored(self) -> Values:
        note, last = self._note, self._around.last
        held = note.disproved_in if note.disproved else (last.id if last else "")
        return [note.learned, held]

    def show_note(self, note: ResearchNote) -> None:
        """Show what the store says now, unless something has been typed."""
        self._note = note
        self.show_stored(self._stored())

    def values(self) -> Values:
        """What stands in the fields."""
        return [self._learned.text, str(self._round.value or "")]

    def show_values(self, values: Values) -> None:
        """Let this stand in the fields."""
        learned, held = values
        self._learned.set_text(learned)
        known = held == "" or any(one.id == held for one in self._around.held)
        self._round.set_value(held if known else "")

    def ending(self, values: Values) -> Ending | None:
        """Mark it, with what was learned."""
        learned, held = values[0].strip(), values[1]
        if self._note.disproved and [learned, held] == self._stored():
            return None
        if not (self._note.disproved or learned or self._meant):
            return None
        return research.disprove_note, (self._note.id, held, learned, self._around.place)

    def read_aloud(self, values: Values) -> str:
        """What was learned."""
        return values[0]


def _round_text(kind: str, day: date, today: date) -> str:
    return tr("{kind}, {day}", kind=kind, day=dates.day_text(day, today))
