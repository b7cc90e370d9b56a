"""What was said about pay: one quiet line at first, then each talk with its day and its person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft, Interviewer, OpportunityDraft
from interview_coach.domain.pay import PayDraft, PayTalk
from interview_coach.store import interview, interviews, opportunity, pay
from interview_coach.ui.beside import around_round
from interview_coach.ui.desk import Desk
from interview_coach.ui.pay.card import PayCard
from interview_coach.ui.pay.row import TalkRow
from interview_coach.ui.widgets import Label
from tests.store.drafts import a_round
from tests.ui.prep.conftest import show

_CTRL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """A card on one of an opportunity's rounds."""

    def __init__(self, desk: Desk, qtbot: QtBot, draft: InterviewDraft) -> None:
        self.desk = desk
        self.key = desk.do(interview.add_interview, draft, checklist=False)
        self.job = desk.ask(interviews.interview_head, self.key).opportunity_id
        self.card = PayCard(desk)
        qtbot.addWidget(self.card)
        self.fresh()
        desk.changed.connect(self.fresh)
        show(qtbot, self.card)

    def fresh(self) -> None:
        """Show it as its page does."""
        head = self.desk.ask(interviews.interview_head, self.key)
        self.card.show_around(around_round(head, "prepare"))

    @property
    def talks(self) -> tuple[PayTalk, ...]:
        """What the store says."""
        return self.desk.ask(pay.pay, self.job).talks

    def said(self) -> str:
        """All that can be read."""
        labels = self.card.findChildren(Label)
        return "\n".join(x.text() for x in labels if x.isVisible())


@pytest.fixture
def open_card(desk: Desk, qtbot: QtBot) -> Iterator[Callable[..., Bench]]:
    benches: list[Bench] = []

    def opened(**changes: object) -> Bench:
        benches.append(Bench(desk, qtbot, a_round(**changes)))
        return benches[-1]

    yield opened
    for bench in benches:
        bench.card.hide()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_what_was_said_is_of_the_round_and_to_whoever_sat_there(
    qtbot: QtBot, open_card: Callable[..., Bench]
) -> None:
    bench = open_card(interviewers=(Interviewer("Greta"),))
    assert "Nothing said about pay yet." in bench.said()
    assert bench.card.plus.isHidden()
    bench.card.link.click()
    qtbot.keyClicks(focused(), "What do you expect?")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "90 or more")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, _CTRL)
    (talk,) = bench.talks
    assert talk.draft == PayDraft(date(2026, 11, 20), "Greta", "What do you expect?", "90 or more")
    assert talk.interview_id == bench.key
    said = bench.said()
    assert "Fri 20 Nov · to Greta · Phone screen" in said
    assert "They asked: What do you expect?" in said
    assert "I said: 90 or more" in said
    assert "Nothing said" not in said
    assert focused() is bench.card.plus
    bench.desk.undo()
    assert "Nothing said about pay yet." in bench.said()


def test_before_a_round_it_is_of_today_and_of_no_round(
    qtbot: QtBot, open_card: Callable[..., Bench]
) -> None:
    bench = open_card(start=datetime(2026, 11, 30, 10), interviewers=(Interviewer("Greta"),))
    bench.card.rows.add_one()
    qtbot.keyClicks(focused(), "Your range?")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, _CTRL)
    (talk,) = bench.talks
    assert talk.draft == PayDraft(date(2026, 11, 22), "", "Your range?", "")
    assert talk.interview_id == ""


def test_one_without_a_word_is_none(qtbot: QtBot, open_card: Callable[..., Bench]) -> None:
    bench = open_card()
    bench.card.rows.add_one()
    qtbot.keyClick(focused(), Qt.Key.Key_Return, _CTRL)
    assert bench.talks == ()
    assert "Nothing said about pay yet." in bench.said()
    assert focused() is bench.card.link


def test_a_talk_is_edited_and_deleted(qtbot: QtBot, open_card: Callable[..., Bench]) -> None:
    bench = open_card()
    bench.desk.do(
        pay.add_talk, bench.job, PayDraft(date(2026, 11, 20), "Ada", said="80"), bench.key
    )
    bench.desk.do(pay.add_talk, bench.job, PayDraft(date(2026, 11, 21), said="85"))
    rows = [row for row in bench.card.rows.rows if isinstance(row, TalkRow)]
    assert [row.said.text() for row in rows] == ["I said: 85", "I said: 80"]
    row = rows[1]
    row.more.setFocus()
    qtbot.keyClick(row.more, Qt.Key.Key_F2)
    qtbot.keyClicks(focused(), "About ")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, _CTRL)
    assert [(t.said, t.interview_id) for t in bench.talks] == [("85", ""), ("About 80", bench.key)]
    assert focused() is row.more
    qtbot.keyClick(row.more, Qt.Key.Key_Delete)
    assert [t.said for t in bench.talks] == ["85"]
    assert focused() is rows[0].more
    bench.desk.undo()
    assert [t.said for t in bench.talks] == ["85", "About 80"]


def test_the_posting_s_pay_stands_above(open_card: Callable[..., Bench]) -> None:
    bench = open_card()
    assert "The posting says" not in bench.said()
    head = bench.desk.ask(interviews.interview_head, bench.key)
    draft = OpportunityDraft(head.company, head.title, pay="80 to 90")
    bench.desk.do(opportunity.edit_opportunity, bench.job, draft)
    assert "The posting says: 80 to 90" in bench.said()


def test_what_a_crash_left_opens_again(open_card: Callable[..., Bench]) -> None:
    bench = open_card()
    bench.card.reset()
    kept = '["2026-11-20", "Ada", "Your ran", ""]'
    bench.desk.store.scribble(f"pay:{bench.job}:prepare:", kept, '["2026-11-20", "", "", ""]')
    bench.fresh()
    assert bench.card.rows.editors[""].values() == ["2026-11-20", "Ada", "Your ran", ""]
    assert "From before the program stopped" in bench.said()
