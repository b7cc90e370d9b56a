"""From part to part of the form: by the names above it and by a key, also when it is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Felt, ReviewText
from interview_coach.store import review
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from tests.ui.review.conftest import Opens, clicks, focus, form_of, presses

SHIFT = Qt.KeyboardModifier.ShiftModifier


def named(panel: ReviewPanel, name: str) -> QWidget:
    return next(link for link in panel.jumps.links if link.text() == name)


def seen(panel: ReviewPanel, widget: QWidget) -> bool:
    """Whether the top of a widget is in sight."""
    y = widget.mapTo(panel.page.viewport(), QPoint(0, 0)).y()
    return 0 <= y < panel.page.viewport().height()


@pytest.mark.parametrize("width", [1280, 940])
def test_a_name_leads_to_its_part_and_stays(
    opens: Opens, desk: Desk, held: str, qtbot: QtBot, width: int
) -> None:
    for word in range(12):
        desk.do(review.add_asked, held, f"Question number {word}?")
    desk.do(review.finish_recall, held)
    panel = opens(desk, held, width, 560)
    form = form_of(panel)
    assert not seen(panel, form.seal)
    clicks(named(panel, "Next step"))
    qtbot.waitUntil(lambda: seen(panel, form.promised))
    step = form.prose[ReviewText.NEXT_STEP]
    assert step.isAncestorOf(focus())
    assert panel.jumps.isVisible()
    clicks(named(panel, "Planned"))
    qtbot.waitUntil(lambda: seen(panel, form.planned))
    assert form.planned.isAncestorOf(focus())
    clicks(named(panel, "Ratings"))
    qtbot.waitUntil(lambda: seen(panel, form.ratings))


def test_a_key_goes_on_and_back(form_panel: ReviewPanel) -> None:
    form = form_of(form_panel)
    assert form.ratings.isAncestorOf(focus())
    presses(Qt.Key.Key_F6)
    assert form.asked.isAncestorOf(focus())
    presses(Qt.Key.Key_F6, SHIFT)
    assert form.ratings.isAncestorOf(focus())
    presses(Qt.Key.Key_F6, SHIFT)
    assert form.follow_up.isAncestorOf(focus())


def test_after_a_very_good_one_what_would_change_is_the_first_part(
    opens: Opens, desk: Desk, held: str
) -> None:
    desk.do(review.set_felt, held, Felt.VERY_GOOD)
    desk.do(review.finish_recall, held)
    panel = opens(desk, held)
    assert [link.text() for link in panel.jumps.links][:2] == ["Change", "Ratings"]


def test_free_recall_names_no_part(panel: ReviewPanel) -> None:
    assert not panel.jumps.isVisible()
