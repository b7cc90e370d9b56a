"""Tests that choice and place stay through changes, and that strange texts are painted."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.standing import Standing
from interview_coach.store import opportunity, review
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from interview_coach.ui.timeline.page import TimelinePage
from tests.stores import Clock
from tests.ui.timeline.conftest import Opener
from tests.ui.timeline.hands import add, chosen, companies, press, settled


def test_choice_and_place_survive_changes_and_coming_back(
    page: TimelinePage, full_desk: Desk, qtbot: QtBot
) -> None:
    bar = page.view.verticalScrollBar()
    page.view.choose(page.model.row_of(page.model.keys[12]), show=True)
    bar.setValue(400)
    anchor, key = page.view.anchor(), chosen(page).key
    # One more above what is in sight, one more below.
    add(full_desk, "Above", datetime(2026, 12, 24, 9, 0))
    add(full_desk, "Below", datetime(2020, 1, 1, 9, 0))
    settled(qtbot, page)
    assert "Above" in companies(page)
    assert "Below" in companies(page)
    assert page.view.anchor() == anchor
    assert chosen(page).key == key
    value = bar.value()
    page.hide()
    full_desk.undo()
    page.show()
    settled(qtbot, page)
    assert "Below" not in companies(page)
    assert bar.value() == value
    assert chosen(page).key == key


def test_what_a_card_says_follows_a_deed(page: TimelinePage, full_desk: Desk) -> None:
    row = next(
        r
        for r in range(page.model.rowCount())
        if (c := page.model.card(r) if page.model.key(r) else None)
        and c.standing is Standing.TO_REVIEW
    )
    key = page.model.key(row)
    card = page.model.card(row)
    assert card is not None
    assert card.interview_id is not None
    full_desk.do(review.add_asked, card.interview_id, "Why us?")
    full_desk.do(review.seal_review, card.interview_id)
    after = page.model.card(page.model.row_of(key))
    assert after is not None
    assert after.standing is Standing.WAITING


def test_time_passes(page: TimelinePage, clock: Clock) -> None:
    standing = [page.model.card(page.model.row_of(k)) for k in page.model.keys[:3]]
    assert Standing.UPCOMING in {c.standing for c in standing if c}
    clock.forward(days=40)
    page.tick()
    after = [page.model.card(page.model.row_of(k)) for k in page.model.keys[:3]]
    assert {c.standing for c in after if c} == {Standing.TO_REVIEW}


def test_a_new_company_can_be_chosen(page: TimelinePage, full_desk: Desk, qtbot: QtBot) -> None:
    full_desk.do(opportunity.add_opportunity, OpportunityDraft("Zebra & Co", "Keeper"))
    texts = [a.text() for a in page.bar.drops[0].menu().actions()]
    assert "Zebra && Co" in texts


def test_narrow_hides_the_preview_until_an_entry_is_chosen(
    full_desk: Desk, open_page: Opener
) -> None:
    page = open_page(full_desk, 896)
    assert not page.preview.isVisible()
    page.view.setFocus()
    press(page, Qt.Key.Key_Down)
    assert page.preview.isVisible()
    assert page.preview.y() > page.view.y()
    row = page.view.currentIndex().row()
    assert (
        page.view.viewport()
        .rect()
        .contains(page.view.visualRect(page.model.index(row, 0)).center())
    )


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_strange_texts_are_painted(
    qtbot: QtBot,
    desk: Desk,
    open_page: Opener,
    theme: Theme,
    mode: str,
    scale: float,
    way: Qt.LayoutDirection,
) -> None:
    texts = [
        "🎉👩‍🔬 Lab",
        "مقابلة الشركة",
        "<img src='x'> & Söhne",
        "W" * 200,
        "e\u0301e\u0301e\u0301",
    ]
    for place, text in enumerate(texts):
        key = add(desk, text, datetime(2026, 11, 2 + place, 9, 0))
        desk.do(review.add_asked, key, f"{text} pipeline {text}")
    theme.set_mode("dark" if mode == "dark" else "light")
    theme.set_scale(scale)
    page = open_page(desk, 1100)
    page.setLayoutDirection(way)
    page.search.setText("pipe")
    settled(qtbot, page)
    assert len(page.model.keys) == len(texts)
    picture = page.grab().toImage()
    ground = picture.pixelColor(2, 2).name()
    assert ground == theme.colours.page.lower()
    colours = {
        picture.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(150, 600, 3)
    }
    assert theme.colours.attention_soft.lower() in colours
