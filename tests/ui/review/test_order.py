"""The order in which the form asks, and the order in which Tab goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Felt, Rating, ReviewText
from interview_coach.domain.review import ReviewForm
from interview_coach.store import review, reviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.asked import AskedLine
from interview_coach.ui.review.form import Form
from tests.ui.review.conftest import (
    Opens,
    focus,
    form_of,
    types,
)


def stored(desk: Desk, key: str) -> ReviewForm:
    return desk.ask(reviews.review_form, key)


def line(panel: ReviewPanel, place: int) -> AskedLine:
    row = form_of(panel).asked.lines.rows[place]
    assert isinstance(row, AskedLine)
    return row


def leads(form: Form) -> bool:
    return form.leads


def below(upper: QWidget, lower: QWidget, panel: ReviewPanel) -> bool:
    corner = QPoint(0, 0)
    return upper.mapTo(panel, corner).y() < lower.mapTo(panel, corner).y()


# --- the order --------------------------------------------------------------------------------


def test_after_a_very_good_one_it_leads_with_what_would_change(
    opens: Opens, desk: Desk, held: str, qtbot: QtBot
) -> None:
    desk.do(review.set_felt, held, Felt.VERY_GOOD)
    panel = opens(desk, held)
    panel.face.done.click()  # type: ignore[union-attr]
    form = form_of(panel)
    change = form.prose[ReviewText.WOULD_CHANGE]
    assert focus() is change.text
    assert change.label.text() == "What would you change?"
    assert change.label.fontMetrics().height() > 1.5 * form.forecast.fontMetrics().height()
    qtbot.waitUntil(lambda: below(change, form.ratings, panel))
    assert below(form.asked, form.prose[ReviewText.WENT_WELL], panel)
    again = opens(desk, held)
    assert form_of(again).leads
    assert focus() is form_of(again).prose[ReviewText.WOULD_CHANGE].text


@pytest.mark.parametrize("felt", [None, *[f for f in Felt if f is not Felt.VERY_GOOD]])
def test_otherwise_it_begins_with_the_ratings(
    opens: Opens, desk: Desk, held: str, felt: Felt | None, qtbot: QtBot
) -> None:
    desk.do(review.set_felt, held, felt)
    desk.do(review.finish_recall, held)
    panel = opens(desk, held)
    form = form_of(panel)
    assert not form.leads
    assert focus() is form.ratings.dots[Rating.MY_ANSWERS]
    change = form.prose[ReviewText.WOULD_CHANGE]
    assert change.label.text() == "What I would change"
    qtbot.waitUntil(lambda: below(form.ratings, form.asked, panel))
    assert below(form.asked, change, panel)


def test_changing_the_word_moves_the_blocks_and_keeps_what_is_in_them(
    form_panel: ReviewPanel, desk: Desk, held: str
) -> None:
    form = form_of(form_panel)
    text = form.prose[ReviewText.WOULD_CHANGE].text
    text.setFocus()
    types("Half a sent")
    desk.do(review.set_felt, held, Felt.VERY_GOOD)
    assert form_of(form_panel) is form
    assert leads(form)
    assert focus() is text
    types("ence")
    assert text.text == "Half a sentence"
    desk.do(review.set_felt, held, Felt.GOOD)
    assert not leads(form)
    assert text.text == "Half a sentence"


def tab_stops(panel: ReviewPanel) -> list[QWidget]:
    """Where Tab goes, from the first field round to it."""
    form_of(panel).focus_first()
    first = focus()
    found = [first]
    for _ in range(200):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if focus() is first:
            return found
        found.append(focus())
    pytest.fail(
        f"Tab does not come round: {[(type(w).__name__, w.accessibleName()) for w in found]}"
    )


@pytest.mark.parametrize("felt", [Felt.GOOD, Felt.VERY_GOOD])
def test_tab_goes_as_one_reads(opens: Opens, desk: Desk, held: str, felt: Felt) -> None:
    desk.do(review.set_felt, held, felt)
    for text in ("Why us?", "Why now?"):
        desk.do(review.add_asked, held, text)
    desk.do(review.finish_recall, held)
    panel = opens(desk, held)
    form = form_of(panel)
    found = tab_stops(panel)
    first, second = line(panel, 0), line(panel, 1)
    change, well = form.prose[ReviewText.WOULD_CHANGE].text, form.prose[ReviewText.WENT_WELL].text
    wanted: list[QWidget | None] = [
        *form.ratings.dots.values(),
        form.forecast.slider.slider,
        form.asked.add,
        first.text,
        first.dots,
        first.next_time,
        second.text,
        second.dots,
        second.next_time,
        well,
        form.signals.lines.new.text,
        form.prose[ReviewText.NEXT_STEP].text,
        form.seal.button,
        next(iter(form.planned.rows.values())).choice.choices[0],
    ]
    if form.leads:
        wanted.insert(0, change)
    else:
        wanted.insert(wanted.index(well) + 1, change)
    places = [found.index(widget) for widget in wanted if widget is not None]
    assert len(places) == len(wanted)
    assert places == sorted(places)
