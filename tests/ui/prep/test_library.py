"""Lines of a checklist go to the library and come from it; a story told twice is noticed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_coach.domain.kinds import InterviewKind, LibraryKind, Section
from interview_coach.domain.library import LibraryDraft, LibraryFilters
from interview_coach.domain.prep import PrepDraft, TemplateItem
from interview_coach.domain.template import TemplateDraft
from interview_coach.store import libraries, library, prep, template
from interview_coach.ui.prep.row import second_line
from tests.ui.prep.conftest import Bench


def test_any_line_is_kept_by_its_key(own: Bench) -> None:
    row = own.focus("second")
    QTest.keyClick(row, Qt.Key.Key_K)
    (kept,) = own.desk.ask(libraries.library, LibraryFilters()).lines
    assert (kept.text, kept.kind) == ("second", LibraryKind.RESEARCH)
    assert own.row("second").item.library_id == kept.id
    own.desk.undo()
    assert own.desk.ask(libraries.library, LibraryFilters()).lines == ()


def test_what_is_kept_is_taken_onto_another_list(own: Bench) -> None:
    draft = LibraryDraft(LibraryKind.STORY, "The outage", details="mine")
    own.desk.do(library.add_library_item, draft)
    own.desk.do(library.add_library_item, LibraryDraft(LibraryKind.QUESTION, "Why us?"))
    dialog = own.panel.open_library()
    (row,) = dialog.rows
    row.click()
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert own.texts(Section.STORY) == ["The outage"]
    assert own.panel.open_library().rows == []


def test_a_story_that_stands_here_twice_says_so(own: Bench) -> None:
    key = own.desk.do(library.add_library_item, LibraryDraft(LibraryKind.STORY, "The outage"))
    own.desk.do(library.take_from_library, own.key, [key])
    assert "twice" not in second_line(own.row("The outage").item)
    own.desk.do(library.take_from_library, own.key, [key])
    shown = [second_line(row.item) for row in own.panel.items.rows if row.item.library_id]
    assert shown == ["The same story stands here twice"] * 2


def test_an_own_template_is_offered_and_adds_what_is_missing(own: Bench) -> None:
    items = tuple(
        TemplateItem("", PrepDraft(Section.RESEARCH, text)) for text in ("First!", "Something new")
    )
    draft = TemplateDraft("My very own", InterviewKind.PANEL, items)
    own.desk.do(template.add_template, draft)
    dialog = own.panel.open_template()
    assert dialog is not None
    dialog.kind.setCurrentIndex(dialog.kind.findText("My very own"))
    (row,) = dialog.rows
    assert row.pick.text == "Something new"
    row.click()
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert "Something new" in own.texts(Section.RESEARCH)
    assert own.desk.ask(prep.checklist, own.key).items
