"""The reminder before an interview: on Today and beside the preparation, where wished for, and gone for good."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.afterwards import Wish
from interview_coach.domain.kinds import Decision
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.store import afterwards, interviews, outcome
from interview_coach.store.setbacks import SETBACKS
from interview_coach.store.settings import set_setting
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.prep.panel import PreparePanel
from interview_coach.ui.today.page import TodayPage


@pytest.fixture
def upcoming(full_desk: Desk) -> str:
    """The next interview, after a no that came today."""
    listed = full_desk.ask(interviews.interview_list)
    no = OutcomeDraft(Decision.REJECTED, full_desk.now().date())
    full_desk.do(outcome.record_outcome, listed.waiting[0].opportunity_id, no)
    return listed.upcoming[0].id


def wish(desk: Desk) -> Wish:
    return desk.ask(afterwards.afterwards, "").setbacks


def test_today_says_it_once_wished_for(
    full_desk: Desk, navigator: Navigator, upcoming: str, qtbot: QtBot
) -> None:
    page = TodayPage(navigator)
    qtbot.addWidget(page)
    page.attach(full_desk)
    page.refresh()
    page.show()
    line = page.next_card.setbacks
    assert page.next_card.shown is not None
    assert page.next_card.shown.id == upcoming
    assert line.isHidden()
    full_desk.do(set_setting, SETBACKS, Wish.YES.value)
    page.refresh()
    assert line.isVisible()
    qtbot.keyClick(line.dismiss, Qt.Key.Key_Space)
    assert wish(full_desk) is Wish.NO
    assert line.isHidden()


def test_so_does_the_preparation(
    full_desk: Desk, navigator: Navigator, upcoming: str, qtbot: QtBot
) -> None:
    full_desk.do(set_setting, SETBACKS, Wish.YES.value)
    panel = PreparePanel(full_desk, navigator)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_interview(upcoming)
    assert panel.setbacks.isVisible()
    qtbot.keyClick(panel.setbacks.dismiss, Qt.Key.Key_Space)
    assert wish(full_desk) is Wish.NO
    assert panel.setbacks.isHidden()
