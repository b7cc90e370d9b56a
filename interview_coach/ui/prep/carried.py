"""Owns the lessons that earlier reviews carry into a preparation: ticked, let go, opened again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.prep import CarriedLesson
from interview_coach.store import lessons
from interview_coach.ui import spots, words, words_lessons
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import Card, CheckRow, IconButton, LinkButton

# The keys by which the row in use is told where its lesson stands; Space ticks it as done.
KEYS: dict[Qt.Key, LessonState] = {
    Qt.Key.Key_W: LessonState.WORKING,
    Qt.Key.Key_Y: LessonState.NOT_YET,
    Qt.Key.Key_L: LessonState.LET_GO,
    Qt.Key.Key_O: LessonState.OPEN,
}
_ICONS = {
    LessonState.DONE: "check",
    LessonState.WORKING: "circle-check",
    LessonState.NOT_YET: "clock",
    LessonState.LET_GO: "x",
    LessonState.OPEN: "rotate-ccw",
}
_TICKED = {LessonState.DONE, LessonState.WORKING}


class LessonRow(CheckRow):
    """One lesson: a tick says it is done; its menu and its keys say that it works, or let it go.

    Signals: those of CheckRow.
    """

    def __init__(
        self, desk: Desk, interview: str, lesson: CarriedLesson, parent: QWidget | None = None
    ) -> None:
        self._desk = desk
        self._interview = interview
        self.lesson = lesson
        self.more = IconButton("ellipsis", tr("More"))
        super().__init__(lesson.text, trailing=self.more, parent=parent)
        spots.tag(self, lesson.id)
        self.more.clicked.connect(self._open_menu)
        self.ticked.connect(self._tick)
        self.show_lesson(lesson)

    def show_lesson(self, lesson: CarriedLesson) -> None:
        """Show what the store says of it now."""
        self.lesson = lesson
        parts = [
            words_lessons.standing(lesson.state, lesson.happened, lesson.did),
            words_lessons.origin(lesson.company, lesson.learned_on, self._desk.local()),
        ]
        below = " · ".join(part for part in parts if part)
        lines = [words_lessons.plan(lesson.if_text, lesson.then_text), below]
        self.set_text(lesson.text)
        self.set_detail("\n".join(line for line in lines if line))
        self.set_checked(lesson.state in _TICKED)
        self.tick.setEnabled(lesson.state is not LessonState.LET_GO)
        self.more.set_name(tr("More about “{lesson}”", lesson=lesson.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter says where the lesson stands."""
        state = KEYS.get(Qt.Key(event.key()))
        if state is None or event.modifiers():
            super().keyPressEvent(event)
        elif state is not self.lesson.state:
            self._close(state)

    def _tick(self, done: bool) -> None:
        self._close(LessonState.DONE if done else LessonState.OPEN)

    def _close(self, state: LessonState) -> None:
        self._desk.do(lessons.close_lesson, self.lesson.id, state, self._interview)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        keys = {state: key for key, state in KEYS.items()}
        for state, name in _ICONS.items():
            if state is self.lesson.state:
                continue
            text = tr("Open again") if state is LessonState.OPEN else words.word(state)
            action = menu.addAction(icon(name), text)
            if state in keys:
                action.setShortcut(QKeySequence(keys[state]))
                # It is shown here, and heard by the row.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(partial(self._chosen, state))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _chosen(self, state: LessonState, _checked: object = None) -> None:
        self._close(state)


class CarriedCard(Card):
    """The lessons beside a preparation. One that has been closed keeps its place.

    Signals:
        all_wanted(): the person wants to see all lessons.
    """

    all_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Carried from earlier reviews"),
            look="tinted",
            icon="corner-down-right",
            parent=parent,
        )
        self._desk = desk
        self._rows: dict[str, LessonRow] = {}
        self.body.setSpacing(4)
        self.every = LinkButton(tr("All lessons"))
        self.every.clicked.connect(self.all_wanted)
        self.add_to_heading(self.every)

    @property
    def rows(self) -> list[LessonRow]:
        """The rows, in order."""
        return list(self._rows.values())

    def show_lessons(self, interview: str, carried: tuple[CarriedLesson, ...]) -> None:
        """Show these lessons, in place; without any the card is away."""
        wanted = {lesson.id: lesson for lesson in carried}
        for key in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(key)
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, lesson in wanted.items():
            if key in self._rows:
                self._rows[key].show_lesson(lesson)
            else:
                self._rows[key] = LessonRow(self._desk, interview, lesson, self)
                self.add(self._rows[key])
        self.setVisible(bool(wanted))

    def reset(self) -> None:
        """Forget the rows: another interview follows."""
        self.show_lessons("", ())
