"""Owns the lessons that earlier reviews carry into a preparation: ticked, let go, opened again."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.kinds import LessonState
from interview_coach.domain.prep import CarriedLesson
from interview_coach.store import lessons
from interview_coach.ui import dates, spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import Card, CheckRow, IconButton


def origin(lesson: CarriedLesson, local: tzinfo) -> str:
    """Where a lesson is from: Halden Bank, 3 Nov."""
    day = dates.short_day(lesson.learned_on.astimezone(local).date())
    return tr("{company}, {day}", company=lesson.company, day=day)


def if_then(lesson: CarriedLesson) -> str:
    """A lesson's plan, as far as it has been phrased."""
    if lesson.if_text and lesson.then_text:
        return tr("If {cause}, then {deed}", cause=lesson.if_text, deed=lesson.then_text)
    return ""


class LessonRow(CheckRow):
    """One lesson: a tick says it is done, its menu lets it go.

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
        from_where = origin(lesson, self._desk.local())
        if lesson.state is LessonState.LET_GO:
            from_where = tr("Let go · {origin}", origin=from_where)
        lines = [if_then(lesson), from_where]
        self.set_text(lesson.text)
        self.set_detail("\n".join(line for line in lines if line))
        self.set_checked(lesson.state is LessonState.DONE)
        self.tick.setEnabled(lesson.state is not LessonState.LET_GO)
        self.more.set_name(tr("More about “{lesson}”", lesson=lesson.text))

    def _tick(self, done: bool) -> None:
        self._close(LessonState.DONE if done else LessonState.OPEN)

    def _close(self, state: LessonState) -> None:
        self._desk.do(lessons.close_lesson, self.lesson.id, state, self._interview)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self.lesson.state is not LessonState.DONE:
            menu.addAction(icon("check"), tr("Done")).triggered.connect(self._mark_done)
        if self.lesson.state is not LessonState.LET_GO:
            menu.addAction(icon("x"), tr("Let go")).triggered.connect(self._let_go)
        if self.lesson.state is not LessonState.OPEN:
            menu.addAction(icon("rotate-ccw"), tr("Open again")).triggered.connect(self._reopen)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _mark_done(self) -> None:
        self._close(LessonState.DONE)

    def _let_go(self) -> None:
        self._close(LessonState.LET_GO)

    def _reopen(self) -> None:
        self._close(LessonState.OPEN)


class CarriedCard(Card):
    """The lessons beside a preparation. One that has been closed keeps its place.

    Signals: none of its own.
    """

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
