"""Owns the sheets beside the list: which one belongs to which shelf, and what is done through it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from interview_coach.domain.trouble import Trouble
from interview_coach.store import lessons, library
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.item_pane import ItemPane
from interview_coach.ui.library.lesson_pane import LessonPane
from interview_coach.ui.library.tabs import KINDS, Shelf
from interview_coach.ui.library.template_pane import TemplatePane


class Panes(QStackedWidget):
    """The sheets, one on top of the other.

    Signals:
        interview_wanted(str): open this interview.
        delete_wanted(str): delete what is shown.
        made(str): there is something new; its key.
    """

    interview_wanted = Signal(str)
    delete_wanted = Signal(str)
    made = Signal(str)

    def __init__(self, desk: Desk, borders: Borders | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item = ItemPane(desk)
        self.template = TemplatePane(desk, borders)
        self.lesson = LessonPane(desk)
        for pane in (self.item, self.template, self.lesson):
            self.addWidget(pane)
        for sheet in (self.item, self.lesson):
            sheet.delete_wanted.connect(self.delete_wanted)
            sheet.interview_wanted.connect(self.interview_wanted)
        self.template.made.connect(self.made)

    def show_thing(self, shelf: Shelf, key: str) -> None:
        """Show this one; without any, or when it is gone, there is no sheet."""
        self.setVisible(bool(key))
        self.setCurrentWidget(self._of(shelf))
        if not key:
            self._forget()
            return
        try:
            if shelf in KINDS:
                self.item.show_item(key)
            elif shelf is Shelf.LESSONS:
                self.lesson.show_lesson(key)
            else:
                self.template.show_template(key)
        except Trouble:
            # Gone between two questions: the change that took it away refreshes the page.
            self._forget()
            self.hide()

    def focus_first(self, shelf: Shelf) -> None:
        """Where one begins in the sheet of this shelf."""
        self._of(shelf).focus_first()

    def delete(self, shelf: Shelf, key: str) -> None:
        """Put one thing in the trash."""
        if shelf in KINDS:
            self._desk.do(library.delete_library_item, key)
        elif shelf is Shelf.LESSONS:
            self._desk.do(lessons.delete_lesson, key)
        else:
            self.template.delete(key)

    def _of(self, shelf: Shelf) -> ItemPane | LessonPane | TemplatePane:
        if shelf is Shelf.LESSONS:
            return self.lesson
        return self.item if shelf in KINDS else self.template

    def _forget(self) -> None:
        self.item.forget()
        self.lesson.forget()
