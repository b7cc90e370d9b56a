"""Owns what a review asks about the lessons one brought: did it come up, did I do it, where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.lessons import Check, CheckedLesson, proposed
from interview_coach.domain.review import ReviewForm
from interview_coach.store import lessons
from interview_coach.ui import spots, words, words_lessons
from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.order import tab_as_read
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import (
    Chip,
    Divider,
    FlowLayout,
    Label,
    LinkButton,
    Segment,
    Segmented,
    heading,
    small,
)

_STATES: tuple[tuple[LessonState, Tone], ...] = (
    (LessonState.OPEN, "accent"),
    (LessonState.NOT_YET, "accent"),
    (LessonState.WORKING, "good"),
    (LessonState.LET_GO, "neutral"),
)
_TONES: dict[LessonState, Tone] = {**dict(_STATES), LessonState.DONE: "good"}


def _yes_no(name: str, about: str) -> Segmented:
    made = Segmented(
        [Segment(value=True, text=tr("Yes")), Segment(value=False, text=tr("No"))],
        None,
        name,
        optional=True,
    )
    for choice in made.choices:
        choice.setAccessibleDescription(about)
    return made


def _asked(question: str, answer: Segmented) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    label = Label(question, "small", "muted")
    row.addWidget(label)
    row.addWidget(answer)
    return made


class BroughtRow(QWidget):
    """One lesson: what it says, the two questions, and where it stands, proposed from the answers.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, lesson: CheckedLesson, *, fixed: bool) -> None:
        super().__init__()
        self._keeping = keeping
        self.lesson = lesson
        self._proposed: LessonState | None = None
        spots.tag(self, lesson.id)
        self.text = Label("", "body", wrap=True)
        self.plan = small("")
        self.happened = _yes_no(tr("Did it come up?"), lesson.text)
        self.done = _yes_no(tr("Did you do it?"), lesson.text)
        self.state = Segmented(
            [Segment(state, _state_word(state), tone) for state, tone in _STATES],
            None,
            tr("Where the lesson stands"),
        )
        for choice in self.state.choices:
            choice.setAccessibleDescription(lesson.text)
        self.take = LinkButton("")
        self.said = Label("", "small", "muted")
        self.chip = Chip("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.text, 1)
        top.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.plan)
        column.addWidget(self.said)
        column.addSpacing(3)
        self._questions = QWidget()
        flow = FlowLayout(self._questions, spacing=18, line_spacing=6)
        flow.addWidget(_asked(tr("Did it come up?"), self.happened))
        self._second = _asked(tr("Did you do it?"), self.done)
        flow.addWidget(self._second)
        column.addWidget(self._questions)
        self._standing = QWidget()
        flow = FlowLayout(self._standing, spacing=12, line_spacing=6)
        flow.addWidget(_asked(tr("It stands:"), self.state))
        flow.addWidget(self.take)
        column.addWidget(self._standing)
        self.chip.setVisible(fixed)
        self.said.setVisible(fixed)
        self._questions.setVisible(not fixed)
        self._fixed = fixed
        self.happened.value_changed.connect(self._check)
        self.done.value_changed.connect(self._check)
        self.state.value_changed.connect(self._stand)
        self.take.clicked.connect(self._take)
        self.show_lesson(lesson)

    def show_lesson(self, lesson: CheckedLesson) -> None:
        """Show what is stored."""
        self.lesson = lesson
        check = lesson.check
        origin = words_lessons.origin(lesson.company, lesson.learned_on, self._keeping.desk.local())
        plan = words_lessons.plan(lesson.if_text, lesson.then_text)
        self.text.setText(lesson.text)
        self.plan.setText("\n".join(part for part in (plan, origin) if part))
        for answer, value in ((self.happened, check.happened), (self.done, check.done)):
            if answer.value != value:
                answer.set_value(value)
        if self.state.value != lesson.state:
            self.state.set_value(lesson.state)
        self.said.setText(words_lessons.checked(check))
        self.chip.setText(words.word(lesson.state))
        self.chip.set_tone(_TONES[lesson.state])
        self._second.setVisible(bool(check.happened))
        moved = lesson.state is not LessonState.OPEN
        self._standing.setVisible(not self._fixed and (check.happened is not None or moved))
        self._proposed = proposed(check)
        offers = self._proposed is not None and self._proposed is not lesson.state
        self.take.setVisible(offers)
        if self._proposed is not None and offers:
            self.take.setText(words_lessons.proposal(self._proposed))

    def _check(self, _value: object) -> None:
        happened, done = self.happened.value, self.done.value
        check = Check(
            None if happened is None else bool(happened), None if done is None else bool(done)
        )
        interview = self._keeping.interview
        self._keeping.desk.do(lessons.check_lesson, interview, self.lesson.id, check)

    def _stand(self, state: object) -> None:
        if isinstance(state, LessonState):
            interview = self._keeping.interview
            self._keeping.desk.do(lessons.close_lesson, self.lesson.id, state, interview, "review")

    def _take(self) -> None:
        if self._proposed is not None:
            chosen = [s for s, _tone in _STATES].index(self._proposed)
            # The button goes with what it proposed.
            self.state.choices[chosen].setFocus(Qt.FocusReason.OtherFocusReason)
            self._stand(self._proposed)


def _state_word(state: LessonState) -> str:
    return tr("Keep open") if state is LessonState.OPEN else words.word(state)


class BroughtBlock(Block):
    """The lessons that stood beside the preparation. In a sealed review they only show.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, *, fixed: bool = False) -> None:
        super().__init__(tr("Lessons"))
        self._keeping = keeping
        self._fixed = fixed
        self.rows: dict[str, BroughtRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(tr("Lessons you brought"), wrap=False))
        if not fixed:
            column.addWidget(small(tr("Where the moment did not come, the lesson just stays.")))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)

    def show_form(self, form: ReviewForm) -> None:
        """Ask again about each of them; what one answers keeps its row."""
        found = self._keeping.desk.ask(lessons.to_check, form.interview_id)
        self.setVisible(bool(found))
        wanted = [one.id for one in found]
        if wanted != list(self.rows):
            self._arrange(found)
        for one in found:
            self.rows[one.id].show_lesson(one)

    def _arrange(self, found: tuple[CheckedLesson, ...]) -> None:
        kept = {
            one.id: self.rows.get(one.id) or BroughtRow(self._keeping, one, fixed=self._fixed)
            for one in found
        }
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        for row in kept.values():
            self._column.addWidget(Divider())
            self._column.addWidget(row)
            row.show()
        self.rows = kept
        tab_as_read(self._column)


def brought(keeping: Keeping) -> BroughtBlock:
    """For the form."""
    return BroughtBlock(keeping)


def brought_fixed(keeping: Keeping) -> BroughtBlock:
    """For the sealed review."""
    return BroughtBlock(keeping, fixed=True)
