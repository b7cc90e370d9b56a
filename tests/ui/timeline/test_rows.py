"""Every row is as high as its kind, whatever was shown before: cards never lie on one another."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import Theme
from interview_coach.ui.timeline.page import TimelinePage
from interview_coach.ui.timeline.paint import card_row, month_row
from tests.ui.timeline.hands import settled


def wrong(page: TimelinePage) -> list[int]:
    """The rows that are not as high as their kind."""
    high = {True: month_row(), False: card_row()}
    return [
        row
        for row in range(page.model.rowCount())
        if page.view.rowHeight(row) != high[page.model.is_month(row)]
    ]


def test_after_each_letter_and_back(page: TimelinePage, qtbot: QtBot) -> None:
    assert not wrong(page)
    for query in ("p", "pi", "pip", "pipeline test", "p", ""):
        page.search.set_text(query)
        page.search.edited.emit()
        settled(qtbot, page)
        assert not wrong(page), query


def test_after_each_chip(page: TimelinePage, qtbot: QtBot) -> None:
    for chip in (*page.bar.shows.choices, page.bar.shows.choices[0]):
        chip.click()
        settled(qtbot, page)
        assert not wrong(page), chip.text()


def test_in_larger_text_and_back(page: TimelinePage, qtbot: QtBot, theme: Theme) -> None:
    for scale in (1.5, 1.0):
        theme.set_scale(scale)
        settled(qtbot, page)
        assert not wrong(page), scale
