"""What went quiet: said above the list, put aside in one step, taken back by one undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.store.settings import set_setting
from interview_coach.store.silence import SETTING
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.page import InterviewsPage
from interview_coach.ui.interviews.quiet_dialog import QuietDialog
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.settings.page import SettingsPage
from interview_coach.ui.theme import Theme
from tests.stores import Clock


@pytest.fixture
def page(full_desk: Desk, navigator: Navigator, clock: Clock, qtbot: QtBot) -> InterviewsPage:
    """The page with the sample, two weeks later without a word from anybody."""
    clock.forward(days=14)
    shown = InterviewsPage(full_desk, navigator)
    qtbot.addWidget(shown)
    shown.resize(1072, 700)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def dialog_of(page: InterviewsPage) -> QuietDialog:
    page.quiet.put_aside.click()
    return page.findChildren(QuietDialog)[-1]


def test_it_is_said_only_once_something_went_quiet(page: InterviewsPage, full_desk: Desk) -> None:
    assert not page.quiet.isVisible()
    assert page.quiet.action not in page.menu_actions()
    full_desk.do(set_setting, SETTING, "12")
    assert page.quiet.isVisible()
    assert page.quiet.text == "Nothing heard of 4 for 12 days or more."
    assert page.quiet.action in page.menu_actions()


def test_what_stays_ticked_is_archived_and_undone_at_once(
    page: InterviewsPage, full_desk: Desk, qtbot: QtBot
) -> None:
    full_desk.do(set_setting, SETTING, "7")
    dialog = dialog_of(page)
    assert dialog.rows
    for row in dialog.rows:
        row.tick.click()
    assert not dialog.archive.isEnabled()
    for row in dialog.rows:
        row.tick.click()
    qtbot.keyClick(dialog.archive, Qt.Key.Key_Space)
    assert not page.quiet.isVisible()
    full_desk.undo()
    assert page.quiet.isVisible()


def test_leaving_them_changes_nothing(page: InterviewsPage, full_desk: Desk, qtbot: QtBot) -> None:
    full_desk.do(set_setting, SETTING, "7")
    before = full_desk.can()
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Escape)
    assert page.quiet.isVisible()
    assert full_desk.can() == before


def test_the_settings_say_after_how_many_days(
    full_desk: Desk, navigator: Navigator, theme: Theme, qtbot: QtBot
) -> None:
    settings = SettingsPage(full_desk, navigator, theme)
    qtbot.addWidget(settings, before_close_func=lambda p: p.jobs.drain())
    settings.resize(1072, 820)
    settings.show()
    assert settings.waiting.days.value() == 30
    settings.waiting.days.setFocus()
    settings.waiting.days.selectAll()
    qtbot.keyClicks(settings.waiting.days, "14")
    qtbot.keyClick(settings.waiting.days, Qt.Key.Key_Return)
    from interview_coach.store.silence import quiet_after

    assert full_desk.ask(quiet_after) == 14
