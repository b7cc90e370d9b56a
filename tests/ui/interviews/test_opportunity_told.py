"""The page of an opportunity that has a story: rounds, reasons, lessons, people, and the ways from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import LessonState
from interview_coach.store import interviews, lessons, opportunities
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.opportunity_page import OpportunityPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.widgets import LinkButton
from tests.ui.interviews.conftest import Opener


@pytest.fixture
def page(full_desk: Desk, navigator: Navigator, opened: Opener) -> OpportunityPage:
    """Fieldstone: they said no after the panel."""
    rows = full_desk.ask(interviews.interview_list).closed
    shown = OpportunityPage(full_desk, navigator)
    shown.show_opportunity(next(r for r in rows if r.company == "Fieldstone").opportunity_id)
    opened(shown)
    return shown


def said(page: OpportunityPage) -> str:
    labels = page.sheet.findChildren(QLabel)
    return "\n".join(x.text() for x in labels if x.isVisibleTo(page))


def test_it_tells_how_it_went_and_why(page: OpportunityPage) -> None:
    text = said(page)
    assert "Felt very good · my answers 4 of 5 · I gave a yes 85 %: it was a no" in text
    assert "Came as far as: panel" in text
    assert "After the panel the role was re-scoped" in text
    assert "A clear sign, they told me: Bea wrote that the role was re-scoped" in text
    assert "some sign, I guess" in text, "how it stood before"
    assert "No sign: Another candidate brought something else" in text
    assert page.cards.signs.sentence.text()
    assert "%" not in page.cards.signs.sentence.text()
    assert "The migration story: four questions, lead with it" in text
    assert "Peter Aldous" in text


def test_every_part_leads_on_by_keys(page: OpportunityPage, went: list[Place]) -> None:
    told = page.desk.ask(opportunities.opportunity_told, page.place().id)
    panel = told.rounds[-1].id
    QTest.keyClick(page.rounds.links[-1], Qt.Key.Key_Space)
    QTest.keyClick(page.cards.why.links[0], Qt.Key.Key_Space)
    QTest.keyClick(page.brief, Qt.Key.Key_Space)
    assert went == [
        Place("interview", panel),
        Place("interview", panel, "outcome"),
        Place("brief", panel),
    ]


def test_it_follows_what_is_changed_elsewhere(page: OpportunityPage, qtbot: QtBot) -> None:
    told = page.desk.ask(opportunities.opportunity_told, page.place().id)
    lesson = next(x for x in told.lessons if x.state is LessonState.OPEN)
    before = _links(page, "let go")
    page.desk.do(lessons.close_lesson, lesson.id, LessonState.LET_GO)
    qtbot.waitUntil(lambda: _links(page, "let go") == before + 1)
    page.desk.undo()
    qtbot.waitUntil(lambda: _links(page, "let go") == before)


def _links(page: OpportunityPage, text: str) -> int:
    return sum(text in x.text() for x in page.findChildren(LinkButton) if x.isVisibleTo(page))
