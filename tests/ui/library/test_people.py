"""People and companies on the library's page: read, written, moved, merged, and led on from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.people import CompanyField, PersonDraft, PersonField
from interview_coach.store import companies, company, people, person
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.company_pane import JobRow
from interview_coach.ui.library.item_pane import UseRow
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.library.tabs import Shelf
from interview_coach.ui.widgets import LineText
from tests.ui.conftest import Memory

Key = Qt.Key


def read(widget: QWidget) -> str:
    """Everything that is written on it."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return "\n".join([*labels, *(b.text() for b in widget.findChildren(QAbstractButton))])


def named(page: LibraryPage, name: str) -> str:
    """The key of the card with this title."""
    return next(key for key in page.list.keys if page.list.card(key).card.title == name)


def choose(page: LibraryPage, name: str) -> str:
    key = named(page, name)
    QTest.mouseClick(page.list.card(key), Qt.MouseButton.LeftButton)
    return key


@pytest.fixture
def people_page(page: LibraryPage) -> LibraryPage:
    page.show_shelf(Shelf.PEOPLE)
    return page


@pytest.fixture
def companies_page(page: LibraryPage) -> LibraryPage:
    page.show_shelf(Shelf.COMPANIES)
    return page


def test_a_person_stands_with_every_interview_with_them(
    people_page: LibraryPage, opened: list[Place]
) -> None:
    key = choose(people_page, "Graham Pell")
    pane = people_page.panes.person
    assert pane.isVisible()
    assert "Met 2 times" in read(pane)
    rows = pane.meetings.rows
    assert len(rows) == 2
    first = rows[0]
    assert isinstance(first, UseRow)
    first.link.click()
    assert opened[-1].kind == "interview"
    assert people_page.place() == Place("library", key)


def test_notes_on_a_person_are_kept_and_found(people_page: LibraryPage, full_desk: Desk) -> None:
    key = choose(people_page, "Graham Pell")
    box = people_page.panes.person.fields[PersonField.NOTES]
    box.line.setFocus()
    QTest.keyClicks(box.line, "Likes zeppelins")
    people_page.search.setFocus()
    assert "Likes zeppelins" in full_desk.ask(people.person, key).notes
    people_page.search.setText("zeppel")
    people_page.refresh()
    assert people_page.list.keys == [key]
    full_desk.undo()
    assert "zeppelins" not in full_desk.ask(people.person, key).notes


def test_someone_moves_to_another_company(people_page: LibraryPage, full_desk: Desk) -> None:
    key = choose(people_page, "Graham Pell")
    line = people_page.panes.person.company.line
    assert isinstance(line, LineText)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Quillon")
    QTest.keyClick(line, Key.Key_Return)
    found = full_desk.ask(people.person, key)
    assert found.company == "Quillon"
    assert {meeting.company for meeting in found.meetings} == {"Halden Bank"}
    people_page.panes.person.open_company.click()
    assert people_page.shelf is Shelf.COMPANIES
    assert people_page.list.current == found.company_id


def test_someone_new_is_added_with_name_and_company(
    people_page: LibraryPage, full_desk: Desk
) -> None:
    people_page.begin_adding()
    adding = people_page._adding
    assert adding is not None
    QTest.keyClicks(adding.line, "Nobody in particular")
    QTest.keyClick(adding.line, Key.Key_Return)
    assert "belongs after a comma" in read(adding)
    QTest.keyClicks(adding.line, ", Quillon")
    QTest.keyClick(adding.line, Key.Key_Return)
    key = named(people_page, "Nobody in particular")
    assert people_page.list.current == key
    assert full_desk.ask(people.person, key).company == "Quillon"


def test_a_person_goes_to_the_trash_and_comes_back(
    people_page: LibraryPage, full_desk: Desk
) -> None:
    key = choose(people_page, "Graham Pell")
    people_page.panes.person.delete.click()
    assert key not in people_page.list.keys
    full_desk.undo()
    assert key in people_page.list.keys


def test_a_company_stands_with_its_people_and_rounds(
    companies_page: LibraryPage, opened: list[Place]
) -> None:
    choose(companies_page, "Halden Bank")
    pane = companies_page.panes.company
    assert "Analytics Lead" in read(pane)
    assert "Graham Pell" in read(pane)
    job = pane.jobs.rows[0]
    assert isinstance(job, JobRow)
    job.head.link.click()
    assert opened[-1].kind == "opportunity"
    someone = pane.people.rows[0]
    assert isinstance(someone, UseRow)
    someone.link.click()
    assert companies_page.shelf is Shelf.PEOPLE


def test_a_company_with_opportunities_is_deleted_only_after_a_question(
    companies_page: LibraryPage, full_desk: Desk, voice: Memory
) -> None:
    key = choose(companies_page, "Halden Bank")
    voice.answer = False
    companies_page.panes.company.delete.click()
    assert key in companies_page.list.keys
    assert "2 interviews" in voice.said[-1].text
    voice.answer = True
    companies_page.panes.company.delete.click()
    assert key not in companies_page.list.keys
    full_desk.undo()
    assert full_desk.ask(companies.company, key).jobs


def test_a_name_that_is_taken_is_said_beside_the_field(
    companies_page: LibraryPage, full_desk: Desk
) -> None:
    key = choose(companies_page, "Halden Bank")
    box = companies_page.panes.company.fields[CompanyField.NAME]
    assert isinstance(box.line, LineText)
    box.line.setFocus()
    box.line.selectAll()
    QTest.keyClicks(box.line, "Quillon")
    QTest.keyClick(box.line, Key.Key_Return)
    assert box.error
    assert full_desk.ask(companies.company, key).name == "Halden Bank"


@pytest.mark.parametrize("shelf", [Shelf.PEOPLE, Shelf.COMPANIES])
def test_who_is_there_twice_is_merged_when_said_so(
    page: LibraryPage, full_desk: Desk, shelf: Shelf, qtbot: QtBot
) -> None:
    if shelf is Shelf.PEOPLE:
        full_desk.do(person.add_person, PersonDraft("Graham Pel", "Halden Bank"))
    else:
        full_desk.do(company.add_company, "Halden Bank plc")
    page.show_shelf(shelf)

    def total() -> int:
        if shelf is Shelf.PEOPLE:
            return full_desk.ask(people.people).total
        return full_desk.ask(companies.companies).total

    before = total()
    dialog = page.open_duplicates()
    qtbot.waitUntil(lambda: bool(dialog.cards))
    card = next(c for c in dialog.cards if "Graham Pe" in read(c) or "plc" in read(c))
    QTest.mouseClick(card.merge, Qt.MouseButton.LeftButton)
    assert total() == before - 1
    full_desk.undo()
    assert total() == before
    dialog.close()


def test_a_place_opens_their_shelf(page: LibraryPage, full_desk: Desk) -> None:
    someone = full_desk.ask(people.people).lines[0]
    page.show_place(someone.id)
    assert page.shelf is Shelf.PEOPLE
    assert page.list.current == someone.id


def test_without_anybody_the_shelf_says_how_they_come(empty_page: LibraryPage) -> None:
    empty_page.show_shelf(Shelf.PEOPLE)
    assert "Whoever you name in an interview" in read(empty_page.nothing)
