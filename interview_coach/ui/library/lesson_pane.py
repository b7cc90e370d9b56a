"""Owns the sheet beside the list for one lesson: its words and plan, its topic, where it stands, its checks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.lessons import LessonSheet
from interview_coach.domain.trouble import Invalid
from interview_coach.store import lesson_list, lessons
from interview_coach.ui import dates, spots, words, words_lessons
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.library.item_pane import UseRow
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.topic_line import TopicLine
from interview_coach.ui.widgets import (
    Card,
    Field,
    LineText,
    QuietButton,
    Rows,
    ScrollPage,
    SectionHeading,
    Segment,
    Segmented,
    small,
)

_TONES: dict[LessonState, Tone] = {
    LessonState.WORKING: "good",
    LessonState.DONE: "good",
    LessonState.LET_GO: "neutral",
}
_PARTS = ("text", "if", "then")


class LessonPane(Card):
    """Everything about one lesson, editable in place.

    Signals:
        interview_wanted(str): open this interview.
        delete_wanted(str): delete what is shown.
    """

    interview_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.key = ""
        self._stored = ""
        self._scroll = ScrollPage(margin=0)
        self._scroll.body.setContentsMargins(0, 0, 8, 0)
        self._scroll.body.setSpacing(12)
        self.add(self._scroll, 1)
        self._inner: QWidget | None = None

    def show_lesson(self, key: str) -> None:
        """Show this one; what is typed for the one before is kept. Raises `Trouble("missing")`."""
        sheet = self._desk.ask(lesson_list.lesson_sheet, key)
        if key != self.key or self._inner is None:
            self._make(key)
        one = sheet.lesson
        self._stored = one.text
        for part, stored in zip(_PARTS, (one.text, one.if_text, one.then_text), strict=True):
            self._typing[part].show(stored)
        self.topic.show_topic(one.topic)
        if self.state.value != one.state:
            self.state.set_value(one.state)
        self._show_rest(sheet)

    def forget(self) -> None:
        """Show nothing: it is gone."""
        self.key = ""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None

    def focus_first(self) -> None:
        """Put the cursor where a plan is phrased."""
        if self._inner is not None:
            self.lines["if"].setFocus()

    def _make(self, key: str) -> None:
        self.forget()
        self.key = key
        inner = self._inner = QWidget()
        spots.tag(inner, key)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        labels = {"text": tr("Lesson"), "if": tr("If"), "then": tr("Then")}
        hints = {"text": "", "if": tr("this happens …"), "then": tr("I do this …")}
        self.lines: dict[str, LineText] = {}
        self._fields: dict[str, Field] = {}
        self._typing: dict[str, Typing] = {}
        for part in _PARTS:
            line = self.lines[part] = LineText(name=labels[part], placeholder=hints[part])
            field = self._fields[part] = Field(labels[part], line)
            column.addWidget(field)
            self._keep(key, part, line, field)
        self.topic = TopicLine(self._desk, key)
        topic = Field(tr("Topic"), self.topic)
        self.topic.typing.refused.connect(partial(self._refuse, topic))
        column.addWidget(topic)
        self.state = Segmented(
            [
                Segment(state, words.word(state), _TONES.get(state, "accent"))
                for state in LessonState
            ],
            None,
            tr("Where the lesson stands"),
        )
        self.state.value_changed.connect(self._stand)
        column.addWidget(self.state)
        self.taught = Rows()
        column.addWidget(SectionHeading(tr("Where it was learned"), "history"))
        column.addWidget(self.taught)
        column.addWidget(SectionHeading(tr("When it was looked for since"), "search"))
        self.none = small(tr("Not yet. The next review in which it was carried asks for it."))
        self.checks = Rows()
        column.addWidget(self.none)
        column.addWidget(self.checks)
        self.delete = QuietButton(tr("Delete"), "trash-2")
        self.delete.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.key))
        column.addWidget(self.delete)
        column.addStretch(1)
        self._scroll.body.addWidget(inner)
        # At once, and not when the layout comes round to it: it may get the focus now.
        inner.show()
        self._scroll.verticalScrollBar().setValue(0)

    def _keep(self, key: str, part: str, line: LineText, field: Field) -> None:
        typing = Typing(
            self._desk,
            line,
            f"lesson:{key}:{part}",
            line.text,
            line.set_text,
            lambda _text: self._phrased(key),
        )
        self._typing[part] = typing
        Recovery(typing, line)
        typing.refused.connect(partial(self._refuse, field))
        line.edited.connect(typing.edited)
        line.edited.connect(field.clear_error)
        line.left.connect(typing.finish)
        line.submitted.connect(typing.finish)
        line.paste_refused.connect(field.show_error)

    # All three fields go as they stand, so that one's deed does not take back another's.
    def _phrased(self, key: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        texts = [self.lines[part].text() for part in _PARTS]
        return lessons.phrase_lesson, (key, *texts)

    def _refuse(self, field: Field, error: Invalid) -> None:
        field.show_error(" ".join(words.complaint(c) for c in error.complaints))

    def _stand(self, state: object) -> None:
        if isinstance(state, LessonState):
            self._desk.do(lessons.close_lesson, self.key, state)

    def _show_rest(self, sheet: LessonSheet) -> None:
        today = self._desk.now().astimezone(self._desk.local()).date()
        one = sheet.lesson
        kind = words.kind_title(one.kind)
        self.taught.clear()
        day = dates.day_text(one.learned_on.astimezone(self._desk.local()).date(), today)
        self._add(self.taught, tr("{company}, {kind}", company=one.company, kind=kind), day,
                  one.interview_id)  # fmt: skip
        self.checks.clear()
        self.none.setVisible(not sheet.checks)
        for check in sheet.checks:
            day = dates.day_text(check.start.date(), today)
            text = tr("{company}, {day}", company=check.company, day=day)
            self._add(self.checks, text, words_lessons.checked(check.check), check.interview_id)

    def _add(self, rows: Rows, text: str, note: str, interview: str) -> None:
        row = UseRow(text, note)
        row.wanted.connect(partial(self.interview_wanted.emit, interview))
        rows.add(row)
