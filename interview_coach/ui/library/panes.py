"""Owns the sheets beside the list: which one belongs to which shelf, and what is done through it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from interview_coach.domain.trouble import Trouble
from interview_coach.store import lessons, library, person
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.company_pane import CompanyPane
from interview_coach.ui.library.item_pane import ItemPane
from interview_coach.ui.library.lesson_pane import LessonPane
from interview_coach.ui.library.person_pane import PersonPane
from interview_coach.ui.library.tabs import KINDS, Shelf
from interview_coach.ui.library.template_pane import TemplatePane


class Panes(QStackedWidget):
    """The sheets, one on top of the other.

    Signals:
        interview_wanted(str): open this interview.
        page_wanted(str, str): open a page by its kind and id.
        place_wanted(str): show this in the library.
        delete_wanted(str): delete what is shown.
        made(str): there is something new; its key.
    """

    interview_wanted = Signal(str)
    page_wanted = Signal(str, str)
    place_wanted = Signal(str)
    delete_wanted = Signal(str)
    made = Signal(str)

    def __init__(self, desk: Desk, borders: Borders | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.item = ItemPane(desk)
        self.template = TemplatePane(desk, borders)
        self.lesson = LessonPane(desk)
        self.person = PersonPane(desk)
        self.company = CompanyPane(desk)
        for pane in (self.item, self.template, self.lesson, self.person, self.company):
            self.addWidget(pane)
        for meets in (self.item, self.lesson, self.person):
            meets.interview_wanted.connect(self.interview_wanted)
        for sheet in (self.item, self.lesson, self.person, self.company):
            sheet.delete_wanted.connect(self.delete_wanted)
        for leads in (self.person, self.company):
            leads.place_wanted.connect(self.place_wanted)
        self.company.page_wanted.connect(self.page_wanted)
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
            elif shelf is Shelf.PEOPLE:
                self.person.show_person(key)
            elif shelf is Shelf.COMPANIES:
                self.company.show_company(key)
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
        elif shelf is Shelf.PEOPLE:
            self._desk.do(person.delete_person, key)
        elif shelf is Shelf.COMPANIES:
            self.company.delete_company(key)
        else:
            self.template.delete(key)

    def _of(self, shelf: Shelf) -> ItemPane | LessonPane | PersonPane | CompanyPane | TemplatePane:
        match shelf:
            case Shelf.LESSONS:
                return self.lesson
            case Shelf.PEOPLE:
                return self.person
            case Shelf.COMPANIES:
                return self.company
            case Shelf.TEMPLATES:
                return self.template
            case _:
                return self.item

    def _forget(self) -> None:
        for sheet in (self.item, self.lesson, self.person, self.company):
            sheet.forget()
