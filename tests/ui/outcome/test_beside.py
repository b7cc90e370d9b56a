"""What stands beside the reasons: what was known before, and what was carried."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import (
    Decision,
    Felt,
)
from interview_coach.store import review
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.panel import OutcomePanel
from tests.stores import Clock
from tests.ui.outcome.acting import Show, after, appear, click, find, rows, texts, told
from tests.ui.outcome.making import held_and_reviewed


def test_what_you_knew_before_the_answer(show: Show, full_desk: Desk) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    said = texts(after(panel).knew)
    assert "85%" in said
    assert "4 of 5" in said
    assert "5 of 5" in said
    assert (
        "Of your 5 other interviews that felt this good, 5 went on."
        " A great interview is not a promise." in said
    )


def test_how_many_went_on_is_counted(full_desk: Desk) -> None:
    counted: dict[int, list[bool]] = {}
    went_on = {Decision.ADVANCED, Decision.OFFER}
    for row in rows(full_desk):
        debrief = told(full_desk, row.id)
        decided = debrief.outcome and debrief.outcome.decision
        if debrief.felt and decided in {*went_on, Decision.REJECTED}:
            counted.setdefault(debrief.felt, []).append(decided in went_on)
    good = counted[Felt.GOOD]
    assert {True} < set(good) or len(good) > 3
    key = find(full_desk, "Brightwater", "technical")
    debrief = told(full_desk, key)
    assert debrief.felt == Felt.GOOD
    assert (debrief.felt_alike, debrief.went_on) == (len(good) - 1, sum(good) - 1)


def test_the_sentence_is_left_out_when_no_other_felt_alike(
    desk: Desk, navigator: Navigator, qtbot: QtBot, clock: Clock
) -> None:
    key = held_and_reviewed(desk, clock)
    panel = OutcomePanel(desk, navigator)
    qtbot.addWidget(panel)
    appear(qtbot, panel)
    panel.show_interview(key)
    click(qtbot, panel.ask.choices[2])
    assert not [text for text in texts(after(panel).knew) if "went on" in text]


def test_a_review_sealed_after_the_answer_is_no_knowledge_before_it(
    desk: Desk, navigator: Navigator, qtbot: QtBot, clock: Clock
) -> None:
    key = held_and_reviewed(desk, clock, sealed=False)
    panel = OutcomePanel(desk, navigator)
    qtbot.addWidget(panel)
    appear(qtbot, panel)
    panel.show_interview(key)
    click(qtbot, panel.ask.choices[2])
    clock.forward(hours=1)
    desk.do(review.seal_review, key)
    said = texts(after(panel))
    assert any("You did not seal a review" in text for text in said)
    assert "70%" not in said
    assert "You rated your answer 2 of 5 on the day" in said, "but it offers what it holds"
    assert any("from your sealed review" in text for text in said)
