"""A long list of interviews: it opens with what one sees, and the keys reach all of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from interview_coach.store import interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.page import InterviewsPage
from interview_coach.ui.navigator import Navigator
from tests.ui.interviews.conftest import Opener, a_draft

Key = Qt.Key


def many(desk: Desk, count: int) -> list[str]:
    """So many upcoming interviews; their ids in the order of the list."""
    first = a_draft()
    drafts = [
        replace(first, company=f"Company {place:03}", start=first.start + timedelta(hours=place))
        for place in range(count)
    ]
    return [desk.do(interview.add_interview, draft) for draft in drafts]


def test_a_long_list_opens_with_what_one_sees_and_completes_itself(
    desk: Desk, navigator: Navigator, opened: Opener, qtbot: QtBot
) -> None:
    keys = many(desk, 40)
    page = InterviewsPage(desk, navigator)
    page.refresh()
    assert page.list.keys == keys[: len(page.list.keys)]
    assert 10 < len(page.list.keys) < 40
    opened(page)
    qtbot.waitUntil(lambda: page.list.keys == keys)
    page.refresh()
    assert page.list.keys == keys


def test_keys_walk_to_cards_that_are_not_made_yet(
    desk: Desk, navigator: Navigator, opened: Opener, qtbot: QtBot
) -> None:
    keys = many(desk, 30)
    page = InterviewsPage(desk, navigator)
    opened(page)
    page.list._slices.stop()
    page.focus_first()
    QTest.keyClick(page.list.card(page.list.keys[0]), Key.Key_End)
    assert page.list.current is not None
    assert page.list.current.key == keys[-1]
    assert page.list.card(keys[-1]).hasFocus()


def test_a_very_long_list_asks_before_it_goes_on(
    desk: Desk,
    navigator: Navigator,
    opened: Opener,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("interview_coach.ui.interviews.card_list._MOST", 20)
    keys = many(desk, 45)
    page = InterviewsPage(desk, navigator)
    opened(page)
    qtbot.waitUntil(page.list.further.isVisible)
    assert page.list.keys == keys[:20]
    QTest.mouseClick(page.list.further, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.list.keys) == 40)
    assert page.list.card(keys[20]).hasFocus()
    QTest.keyClick(page.list.further, Key.Key_Space)
    qtbot.waitUntil(lambda: page.list.keys == keys)
    assert page.list.further.isHidden()
