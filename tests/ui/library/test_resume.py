"""Bringing in a CV: chosen and worded before it is kept, and once only."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from interview_coach.app.borders import borders
from interview_coach.domain.library import LibraryFilters
from interview_coach.store import libraries
from interview_coach.ui.desk import Desk
from interview_coach.ui.library.page import LibraryPage
from interview_coach.ui.library.resume_dialog import open_resume
from interview_coach.ui.widgets import LineText
from tests.ui.conftest import Memory

LEFT = Qt.MouseButton.LeftButton
CV = {"work": [{"name": "Acme", "position": "Engineer", "highlights": ["Cut it", "Led it"]}]}


def test_stories_are_chosen_and_worded_and_kept_once(
    empty_page: LibraryPage, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(CV), encoding="utf-8")
    dialog = open_resume(desk, borders(), path, empty_page)
    assert dialog is not None
    assert dialog.keep.text() == "Keep 2 stories"
    first, second = dialog.cards
    second.check.tick.setChecked(False)
    QTest.mouseClick(first.change, LEFT)
    title = first._fields["text"]
    assert isinstance(title, LineText)
    title.setText("")
    QTest.keyClicks(title, "The load, halved")
    QTest.mouseClick(dialog.keep, LEFT)
    (kept,) = desk.ask(libraries.library, LibraryFilters()).lines
    assert kept.text == "The load, halved"
    again = open_resume(desk, borders(), path, empty_page)
    assert again is not None
    assert [card.check.tick.isChecked() for card in again.cards] == [False, True]
    again.cards[0].check.tick.setChecked(True)
    QTest.mouseClick(again.keep, LEFT)
    assert desk.ask(libraries.library, LibraryFilters()).total == 2


def test_what_is_no_cv_gets_a_sentence(
    empty_page: LibraryPage, desk: Desk, tmp_path: Path, voice: Memory
) -> None:
    path = tmp_path / "other.json"
    for text in ('{"title": "A job"}', "", "[" * 5000):
        path.write_text(text, encoding="utf-8")
        assert open_resume(desk, borders(), path, empty_page) is None
    assert open_resume(desk, borders(), tmp_path / "gone.json", empty_page) is None
    assert len(voice.said) == 4


def test_words_typed_in_the_preview_are_not_lost_by_a_slip(
    empty_page: LibraryPage, desk: Desk, tmp_path: Path, voice: Memory
) -> None:
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(CV), encoding="utf-8")
    dialog = open_resume(desk, borders(), path, empty_page)
    assert dialog is not None
    QTest.mouseClick(dialog.cards[0].change, LEFT)
    QTest.keyClicks(dialog.cards[0]._fields["text"], "x")
    voice.answer = False
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    voice.answer = True
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(voice.said) == 2
    assert desk.ask(libraries.library, LibraryFilters()).total == 0
