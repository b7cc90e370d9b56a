"""Owns what a review asks beyond itself: which beliefs proved wrong, and whether pay was talked about."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from interview_coach.domain.research import ResearchNote
from interview_coach.domain.review import ReviewForm
from interview_coach.store import interviews, research
from interview_coach.ui.beside import Around, around_round
from interview_coach.ui.pay.talks import TalksList
from interview_coach.ui.research.notes import NotesList
from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, LinkButton, show_when, small


class _Asked(Block):
    """A block that asks the desk what surrounds the interview.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, name: str) -> None:
        super().__init__(name)
        self.desk = keeping.desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def around(self, form: ReviewForm) -> Around:
        """Where it stands."""
        head = self.desk.ask(interviews.interview_head, form.interview_id)
        return around_round(head, "review")


class WrongBlock(_Asked):
    """What I believed about them, to be marked where the interview showed otherwise.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping, tr("Proved wrong"))
        self.column.addWidget(Label(tr("What proved wrong"), "label", wrap=True))
        self.column.addWidget(small(tr("You had noted this about them. Does it still stand?")))
        self.rows = NotesList(self.desk, lambda: self, asks=True)
        self.column.addWidget(self.rows)

    def show_form(self, form: ReviewForm) -> None:
        """Show the notes; without any it is not there."""
        self.rows.show_around(self.around(form))
        show_when(self, bool(self.rows.notes))


class WrongTold(_Asked):
    """What proved wrong in this interview, beside the sealed review: it only tells.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping, tr("Proved wrong"))
        self.column.addWidget(Label(tr("What proved wrong"), "label", wrap=True))
        self.told = Label("", "body", wrap=True, selectable=True)
        self.column.addWidget(self.told)

    def show_form(self, form: ReviewForm) -> None:
        """Show each of them with what was learned; without any it is not there."""
        opportunity = self.around(form).opportunity
        found = [
            f"{note.text}\n{_learned(note)}"
            for note in self.desk.ask(research.research, opportunity)
            if note.disproved_in == form.interview_id
        ]
        self.told.setText("\n\n".join(text.rstrip() for text in found))
        show_when(self, bool(found))


def _learned(note: ResearchNote) -> str:
    return tr("What I learned: {text}", text=note.learned) if note.learned else ""


class PayBlock(_Asked):
    """Whether pay was talked about in this round, and what was said.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping) -> None:
        super().__init__(keeping, tr("Pay"))
        self.rows = TalksList(self.desk, lambda: self.add, alone=True)
        self.rows.settled.connect(self._tell)
        self.question = Label(tr("Was pay talked about?"), "label", wrap=True)
        self.add = LinkButton(tr("Note what was said"), "plus")
        self.add.clicked.connect(self.rows.add_one)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.question, 1)
        top.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.column.addWidget(self.rows)

    def show_form(self, form: ReviewForm) -> None:
        """Show what was said in this round."""
        self.rows.show_around(self.around(form))

    def _tell(self) -> None:
        show_when(self.add, "" not in self.rows.editors)
