"""The panel as a whole: what survives a refresh, what a switch keeps, and that it is freed."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Felt, Rating, ReviewText
from interview_coach.store import review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.review import ReviewPanel
from tests.ui.review.conftest import (
    Opens,
    add_interview,
    focus,
    form_of,
    presses,
    recall_of,
    types,
)


def test_focus_and_scroll_survive_a_refresh(
    opens: Opens, desk: Desk, held: str, qtbot: QtBot
) -> None:
    for n in range(12):
        desk.do(review.add_asked, held, f"Question {n}")
    desk.do(review.finish_recall, held)
    panel = opens(desk, held, height=400)
    text = form_of(panel).prose[ReviewText.NEXT_STEP].text
    text.setFocus()
    bar = panel.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    before = bar.value()
    types("A call with")
    desk.do(review.rate_review, held, Rating.ENERGY, 2)
    panel.refresh()
    assert focus() is text
    assert bar.value() == before
    assert text.textCursor().position() == len("A call with")


def test_a_hidden_panel_catches_up_when_it_is_seen(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    form_panel.hide()
    desk.do(review.rate_review, held, Rating.ENERGY, 2)
    dots = form_of(form_panel).ratings.dots[Rating.ENERGY]
    assert dots.rating is None
    form_panel.show()
    assert form_of(form_panel).ratings.dots[Rating.ENERGY].rating == 2


def test_undo_elsewhere_shows_the_face_that_fits(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    form_panel.hide()
    desk.undo()
    form_panel.show()
    assert [row.text.text for row in recall_of(form_panel).lines.rows] == [
        "Why us?",
        "How do you test a pipeline?",
    ]


def test_its_place_is_the_review_of_its_interview(panel: ReviewPanel, held: str) -> None:
    assert panel.place() == Place("interview", held, "review")


def test_going_to_another_interview_begins_at_its_top(
    opens: Opens, desk: Desk, held: str, qtbot: QtBot
) -> None:
    other = add_interview(desk)
    for key in (held, other):
        desk.do(review.set_felt, key, Felt.GOOD)
        desk.do(review.finish_recall, key)
    panel = opens(desk, held, height=300)
    form_of(panel).seal.button.setFocus()
    bar = panel.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    first = form_of(panel)
    panel.show_interview(other)
    assert bar.value() == 0
    assert form_of(panel) is not first
    assert desk.ask(reviews.review_form, other).felt is Felt.GOOD


def test_it_is_freed_with_all_its_fields(
    desk: Desk, held: str, navigator: Navigator, qtbot: QtBot
) -> None:
    desk.do(review.finish_recall, held)
    panel = ReviewPanel(desk, navigator)
    panel.show_interview(held)
    panel.show()
    face = form_of(panel)
    assert desk._typing
    panel.close()
    panel.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(face))
    assert desk._typing == []
    desk.do(review.rate_review, held, Rating.ENERGY, 2)


def named(widget: QWidget) -> bool:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(widget.accessibleName() or text)


@pytest.mark.parametrize("stage", ["recall", "form", "sealed"])
def test_every_stop_of_tab_has_a_name(opens: Opens, desk: Desk, held: str, stage: str) -> None:
    if stage != "recall":
        desk.do(review.add_asked, held, "Why us?")
        desk.do(review.write_review, held, ReviewText.WOULD_CHANGE, "Team first")
    if stage == "form":
        desk.do(review.finish_recall, held)
    if stage == "sealed":
        desk.do(review.seal_review, held)
        desk.do(review.add_remark, held, "Later")
    panel = opens(desk, held)
    stops = [w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = (QLineEdit,)
    unnamed = [w for w in stops if w.isVisibleTo(panel) and not named(w) and type(w) not in inner]
    assert unnamed == []
    assert all(w.accessibleName() for w in panel.findChildren(QPlainTextEdit))


def test_escape_and_enter_do_nothing_unasked(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    before = desk.ask(reviews.review_form, held)
    presses(Qt.Key.Key_Escape)
    presses(Qt.Key.Key_Return)
    assert desk.ask(reviews.review_form, held) == before
