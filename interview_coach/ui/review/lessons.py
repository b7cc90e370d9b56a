"""Owns the lessons of a sealed review: worded, phrased as if-then, ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.review import Lesson
from interview_coach.store import lessons
from interview_coach.ui import spots, words
from interview_coach.ui.desk import Typing
from interview_coach.ui.review.keeping import Keeping, first_complaint
from interview_coach.ui.review.paragraph import ErrorLine, Paragraph
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import Tone
from interview_coach.ui.topic_line import TopicLine
from interview_coach.ui.widgets import Card, Label, Segment, Segmented, small

_TONES: dict[LessonState, Tone] = {
    LessonState.WORKING: "good",
    LessonState.DONE: "good",
    LessonState.LET_GO: "neutral",
}


class LessonRow(QWidget):
    """One lesson: its words, if and then, its topic, and where it stands.

    Signals: none of its own.
    """

    def __init__(self, key: str, keeping: Keeping) -> None:
        super().__init__()
        self.key = key
        spots.tag(self, key)
        self._keeping = keeping
        self._stored = ""
        self._typing: dict[str, Typing] = {}
        self.text = Paragraph(tr("Lesson"), look="inline")
        self.if_text = Paragraph(
            tr("If"), placeholder=tr("this happens …"), look="ruled", role="small"
        )
        self.then_text = Paragraph(
            tr("Then"), placeholder=tr("I do this …"), look="ruled", role="small"
        )
        self.state = Segmented(
            [
                Segment(state, words.word(state), _TONES.get(state, "accent"))
                for state in LessonState
            ],
            None,
            tr("Where the lesson stands"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(2)
        self._keep(column, self.text, "text")
        halves = QGridLayout()
        halves.setHorizontalSpacing(8)
        halves.setVerticalSpacing(0)
        halves.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        fields = ((self.if_text, tr("If"), "if"), (self.then_text, tr("then"), "then"))
        for place, (field, word, name) in enumerate(fields):
            label = Label(word, "small_label", "muted")
            label.setContentsMargins(0, 2, 0, 0)
            label.setBuddy(field)
            halves.addWidget(label, place, 0, top)
            beneath = QVBoxLayout()
            beneath.setSpacing(0)
            self._keep(beneath, field, name)
            halves.addLayout(beneath, place, 1)
        self.topic = TopicLine(keeping.desk, key, ruled=True)
        keeping.include(self.topic.typing, self.topic)
        self._topic_error = ErrorLine(self.topic)
        self.topic.typing.refused.connect(
            lambda wrong: self._topic_error.say(first_complaint(wrong))
        )
        self.topic.edited.connect(self._topic_error.clear)
        label = Label(tr("Topic"), "small_label", "muted")
        label.setBuddy(self.topic)
        halves.addWidget(label, 2, 0)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.addWidget(self.topic)
        beneath.addWidget(self._topic_error)
        halves.addLayout(beneath, 2, 1)
        column.addLayout(halves)
        column.addSpacing(6)
        column.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        self.text.submitted.connect(self.if_text.setFocus)
        self.if_text.submitted.connect(self.then_text.setFocus)
        self.then_text.submitted.connect(self._phrased)
        self.state.value_changed.connect(self._stands)

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what is stored."""
        self._stored = lesson.text
        self._typing["text"].show(lesson.text)
        self._typing["if"].show(lesson.if_text)
        self._typing["then"].show(lesson.then_text)
        self.topic.show_topic(lesson.topic)
        if self.state.value != lesson.state:
            self.state.set_value(lesson.state)

    def let_go(self) -> None:
        """It goes away, and what it was about is gone."""
        for typing in self._typing.values():
            self._keeping.let_go(typing)
        self._keeping.let_go(self.topic.typing)

    def _keep(self, column: QVBoxLayout, field: Paragraph, name: str) -> None:
        error = ErrorLine(field)
        column.addWidget(field)
        column.addWidget(error)
        commit = self._worded if name == "text" else self._planned
        self._typing[name] = self._keeping.keep(
            field, f"lesson:{self.key}:{name}", lambda _text: commit(), error
        )

    # All three fields go as they stand, so that one's deed does not take back another's.
    def _worded(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self._phrase(self.text.text)

    def _planned(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self._phrase(self.text.text if self.text.text.strip() else self._stored)

    def _phrase(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        values = (self.key, text, self.if_text.text, self.then_text.text)
        return lessons.phrase_lesson, values

    def _phrased(self) -> None:
        self._typing["then"].finish()

    def _stands(self, state: LessonState) -> None:
        self._keeping.desk.do(lessons.close_lesson, self.key, state)


class LessonsCard(Card):
    """What the review taught, to be carried into the next interviews.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(tr("Carried to your next interview"), look="tinted", parent=parent)
        self._keeping = keeping
        self.rows: dict[str, LessonRow] = {}
        self._none = small(tr("This review named nothing to change. That is fine."))
        self._hint = small(tr("A lesson works best as a plan: if this happens, then I do that."))
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.add(self._none)
        self.add(self._hint)
        self.add_layout(self._column)

    def show_lessons(self, found: Sequence[Lesson]) -> None:
        """Show the lessons, each in the row it has already."""
        self._none.setVisible(not found)
        self._hint.setVisible(bool(found))
        self.set_note(tr_n("{n} lesson", "{n} lessons", len(found)) if found else "")
        wanted = [lesson.id for lesson in found]
        if wanted != list(self.rows):
            for key in [key for key in self.rows if key not in set(wanted)]:
                row = self.rows.pop(key)
                row.let_go()
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = {key: self.rows.get(key) or LessonRow(key, self._keeping) for key in wanted}
            for place, row in enumerate(self.rows.values()):
                self._column.insertWidget(place, row)
                row.show()
        for lesson in found:
            self.rows[lesson.id].show_lesson(lesson)
