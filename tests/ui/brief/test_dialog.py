"""The dialog of the brief: the page is seen, its paper chosen, and it is printed and saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from interview_coach.app.borders import borders
from interview_coach.domain.brief import Block, Brief, Part
from interview_coach.ui.brief.dialog import BriefDialog, usual_paper
from interview_coach.ui.brief.sheet import Paper
from interview_coach.ui.theme import Theme

BRIEF = Brief("Harbour & Co", "Analyst", ("Mon 30 Nov",), (Block(Part.ME, "About me", ("Why",)),))
Opener = Callable[[Brief], BriefDialog]


@pytest.fixture
def open_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opener]:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("brief/paper", "a4")
    made: list[BriefDialog] = []

    def opened(brief: Brief) -> BriefDialog:
        dialog = BriefDialog(brief, borders(), settings)
        made.append(dialog)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    yield opened
    for dialog in made:
        dialog.hide()


@pytest.fixture
def dialog(open_it: Opener) -> BriefDialog:
    return open_it(BRIEF)


def test_the_page_can_be_seen_and_heard(dialog: BriefDialog) -> None:
    assert "About me" in dialog.page.accessibleDescription()
    assert not dialog.left_out.isVisible()


def test_the_paper_is_chosen_and_remembered(dialog: BriefDialog, open_it: Opener) -> None:
    before = dialog.page.heightForWidth(1000)
    dialog.choice.choices[1].click()
    assert dialog.paper is Paper.LETTER
    assert dialog.page.heightForWidth(1000) < before
    assert open_it(BRIEF).paper is Paper.LETTER


def test_the_usual_paper_is_that_of_the_land() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        assert usual_paper() is Paper.LETTER
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        assert usual_paper() is Paper.A4
    finally:
        QLocale.setDefault(before)


def test_it_is_saved_as_pdf_and_as_markdown(
    qtbot: QtBot, dialog: BriefDialog, tmp_path: Path
) -> None:
    dialog.pdf_button.click()
    assert dialog.dialog is not None
    dialog.dialog.fileSelected.emit(str(tmp_path / "one.pdf"))
    dialog.dialog.reject()
    qtbot.waitUntil(lambda: dialog.dialog is None)
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    assert dialog.said.text() == "one.pdf is written."
    dialog.save_markdown(tmp_path / "one.md")
    assert (tmp_path / "one.md").read_text("utf-8").startswith("# Harbour & Co\n")
    assert dialog.file_name() == "brief-harbour-co"


def test_what_cannot_be_written_is_said_and_leaves_nothing(
    dialog: BriefDialog, tmp_path: Path
) -> None:
    dialog.save_pdf(tmp_path / "nowhere" / "one.pdf")
    assert dialog.said.text()
    assert "is written" not in dialog.said.text()
    assert not [path for path in tmp_path.rglob("*") if ".pdf" in path.name]


def test_it_is_copied(dialog: BriefDialog) -> None:
    dialog.copy_button.click()
    assert "## About me" in QGuiApplication.clipboard().text()
    assert dialog.said.text() == "Copied"


def test_it_is_printed_on_one_page_whatever_paper_is_in(
    dialog: BriefDialog, tmp_path: Path
) -> None:
    for paper in Paper:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{paper}.pdf"))
        dialog.ready(printer)
        dialog.choice.set_value(paper)
        dialog.print_on(printer)
        data = (tmp_path / f"{paper}.pdf").read_bytes()
        assert data.count(b"/Type /Page\n") == 1
        assert b"/FontFile2" in data
    assert dialog.said.text() == "Sent to the printer."


# Qt itself says that it could not begin, which is what is tested.
@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_a_printer_that_does_not_answer_is_said(dialog: BriefDialog, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nowhere" / "one.pdf"))
    dialog.print_on(printer)
    assert dialog.said.text() == "The printer did not answer. Nothing was printed."


def test_what_had_no_room_is_said_beside_the_page(open_it: Opener) -> None:
    many = Block(Part.STORIES, "Stories", tuple(f"Story {n}" for n in range(300)))
    dialog = open_it(Brief("Harbour", "Analyst", (), (many,)))
    assert dialog.left_out.isVisible()
    assert dialog.left_out.text().endswith("Markdown holds all of it.")
