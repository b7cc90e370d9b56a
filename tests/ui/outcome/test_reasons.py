"""The reasons: nothing is filled in, and all of it can be said by clicks and keys."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import (
    Certainty,
    Decision,
    Family,
    ReasonKind,
    Sign,
)
from interview_coach.domain.outcome import ReasonDraft
from interview_coach.store import outcome, outcomes
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.panel import OutcomePanel
from interview_coach.ui.widgets import ThreeParts
from tests.stores import Clock
from tests.ui.outcome.acting import (
    Show,
    after,
    appear,
    choose,
    click,
    find,
    line,
    rows,
    sign_of,
    stored,
    texts,
    told,
)
from tests.ui.outcome.making import held_and_reviewed


def test_no_sign_is_ever_filled_in_by_the_program(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    """Not on recording, not by looking, not for what the sealed review offers."""
    waiting_for = [row.id for row in rows(full_desk) if told(full_desk, row.id).outcome is None]
    panel = show(waiting_for[0])
    offered = 0
    for key in waiting_for:
        panel.show_interview(key)
        click(qtbot, panel.ask.choices[2])
        lines = after(panel).reasons.lines
        offered += len([x for x in lines if x.reason.family is Family.MINE])
        assert len(lines) >= 4
        for shown in lines:
            assert shown.sign.value is Sign.NONE
            assert shown.draft().certainty is Certainty.GUESSED
            assert shown.draft().evidence == ""
        debrief = told(full_desk, key)
        assert [r.id for r in debrief.reasons] == [""] * len(debrief.reasons), "nothing is stored"
        assert after(panel).signs.sentence.startswith("No signs yet")
    assert offered > 0, "the sample's sealed reviews offer something"


def test_the_shares_are_shown_nowhere_as_numbers(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    for what in (ReasonKind.OTHER_CANDIDATE, ReasonKind.CLASH):
        click(qtbot, sign_of(line(panel, what), Sign.SOME))
    card = after(panel).signs
    said = texts(card)
    assert any("More not yours" in text for text in said)
    assert [text for text in said if re.search(r"\d|%", text)] == []
    bar = card.findChild(ThreeParts)
    assert isinstance(bar, ThreeParts)
    assert bar.accessibleName() == "More not yours, Can’t know, Yours"
    # Elsewhere a percentage is the forecast, and nothing else.
    assert [text for text in texts(panel) if "%" in text] == ["85%"]


def test_mine_is_what_the_sealed_review_says_on_its_day(
    desk: Desk, navigator: Navigator, qtbot: QtBot, clock: Clock
) -> None:
    key = held_and_reviewed(desk, clock)
    panel = OutcomePanel(desk, navigator)
    qtbot.addWidget(panel)
    panel.resize(1072, 672)
    appear(qtbot, panel)
    panel.show_interview(key)
    click(qtbot, panel.ask.choices[2])
    mine = [x for x in after(panel).reasons.lines if x.reason.family is Family.MINE]
    said = [[t for t in texts(x) if t in x._title or t == x._note.text()] for x in mine]
    assert said == [
        [
            "“How do you test a pipeline?”",
            "“How do you test a pipeline?”",
            "You rated your answer 2 of 5 on the day",
        ],
        ["Ask about the team", "Ask about the team", "Planned, and not said"],
        ["Talked stack before team", "Talked stack before team", "Your own note on the day"],
    ]
    heading = after(panel).reasons.blocks[Family.MINE].heading
    assert any("from your sealed review" in text for text in texts(heading))


def test_without_a_sealed_review_mine_says_so_and_knew_says_so(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Halden", "panel"))
    click(qtbot, panel.ask.choices[2])
    said = texts(after(panel))
    assert "No sealed review names anything here. You can add a reason below." in said
    assert any("You did not seal a review" in text for text in said)
    assert not [text for text in said if "%" in text]


def test_a_sign_opens_certainty_and_evidence_and_the_bar_moves_in_place(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    changed = line(panel, ReasonKind.JOB_CHANGED)
    assert changed._details is None
    click(qtbot, sign_of(changed, Sign.CLEAR))
    assert line(panel, ReasonKind.JOB_CHANGED) is changed, "updated in place"
    assert sign_of(changed, Sign.CLEAR).hasFocus()
    assert changed.details.certainty.isVisible()
    assert after(panel).signs.sentence.startswith("What you saw does not tell enough")
    choose(qtbot, changed.details.certainty.menu(), "They told me")
    assert after(panel).signs.sentence.startswith("The signs you gave point more to what was not")
    changed.details.evidence.control.setFocus()
    qtbot.keyClicks(changed.details.evidence.control, "They wrote it")
    qtbot.keyClick(changed.details.evidence.control, Qt.Key.Key_Return)
    row = stored(full_desk, key, ReasonKind.JOB_CHANGED)
    assert (row.sign, row.certainty, row.evidence) == (Sign.CLEAR, Certainty.TOLD, "They wrote it")
    assert changed.details.evidence.control.hasFocus()


def test_evidence_being_typed_survives_a_sign_and_a_change_elsewhere(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    clash = line(panel, ReasonKind.CLASH)
    field = clash.details.evidence.control
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "Half a sent")
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    full_desk.do(
        outcome.weigh_reason,
        recorded.id,
        ReasonDraft(Family.NOT_MINE, ReasonKind.TIMING, sign=Sign.SOME),
    )
    assert clash.details.evidence.read() == "Half a sent"
    assert field.hasFocus()
    clash.sign.choices[1].setFocus()
    qtbot.keyClick(clash.sign.choices[1], Qt.Key.Key_Space)
    row = stored(full_desk, key, ReasonKind.CLASH)
    assert (row.sign, row.evidence) == (Sign.SOME, "Half a sent")


def test_signs_by_the_arrow_keys(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    first = after(panel).reasons.lines[0]
    assert sign_of(first, Sign.NONE).hasFocus(), "recording leads to the first reason"
    qtbot.keyClick(sign_of(first, Sign.NONE), Qt.Key.Key_Right)
    assert sign_of(first, Sign.SOME).hasFocus()
    assert stored(full_desk, key, ReasonKind.JOB_CHANGED).sign is Sign.SOME
    full_desk.undo()
    assert first.sign.value is Sign.NONE


def test_another_reason_is_added_and_removed(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    menu = after(panel).reasons.more.menu()
    assert [a.text() for a in menu.actions() if a.text()] == [
        "Hiring frozen, or the budget",
        "Pay",
        "Place, visa or start date",
        "Level",
        "Timing",
        "In my own words…",
    ]
    choose(qtbot, menu, "Level")
    added = line(panel, ReasonKind.LEVEL)
    assert added.sign.value is Sign.NONE
    assert added.sign.choices[0].hasFocus()
    assert "Level" not in [a.text() for a in after(panel).reasons.more.menu().actions()]
    assert line(panel, ReasonKind.CLASH)._details is None, "what is always offered stays"
    click(qtbot, added.details.remove)
    assert not [r for r in told(full_desk, key).reasons if r.what is ReasonKind.LEVEL]
    full_desk.undo()
    assert line(panel, ReasonKind.LEVEL).isVisible()


def test_a_reason_in_my_own_words_goes_into_the_family_i_say(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    choose(qtbot, after(panel).reasons.more.menu(), "In my own words…")
    own = after(panel).reasons.own
    assert own.line.hasFocus()
    qtbot.keyClicks(own.line, "I was tired & late")
    click(qtbot, own.family.choices[1])
    assert told(full_desk, key).reasons[-1].what is not ReasonKind.OWN, "not before it is added"
    click(qtbot, own.add)
    row = stored(full_desk, key, ReasonKind.OWN)
    assert (row.family, row.text, row.sign) == (Family.MINE, "I was tired & late", Sign.NONE)
    assert not own.isVisible()
    assert after(panel).reasons.more.hasFocus()
    choose(qtbot, after(panel).reasons.more.menu(), "In my own words…")
    qtbot.keyClicks(own.line, "no")
    qtbot.keyClick(own.line, Qt.Key.Key_Escape)
    assert not own.isVisible()
    assert len([r for r in told(full_desk, key).reasons if r.what is ReasonKind.OWN]) == 1


def test_another_day_leaves_to_today_and_asks_for_nothing(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    before = full_desk.ask(outcomes.debrief, key)
    click(qtbot, after(panel).reasons.another_day)
    assert wanted == [Place("today")]
    assert full_desk.ask(outcomes.debrief, key) == before


def test_after_withdrawing_the_form_is_short(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[3])
    reasons = after(panel).reasons
    assert reasons.isVisible()
    assert reasons.lines == []
    assert not after(panel).signs.isVisible()
    choose(qtbot, reasons.more.menu(), "The job changed")
    assert [x.reason.what for x in reasons.lines] == [ReasonKind.JOB_CHANGED]


def test_evidence_typed_before_a_crash_is_there_again_even_without_a_sign(
    show: Show, full_desk: Desk
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    field = line(panel, ReasonKind.SOMEONE_IN_MIND).field
    panel.show_interview(find(full_desk, "Brightwater", "final"))
    full_desk.store.scribble(field, "They knew her by name")
    panel.show_interview(key)
    details = line(panel, ReasonKind.SOMEONE_IN_MIND).details
    assert details.evidence.isVisible()
    assert details.evidence.read() == "They knew her by name"
    note = details.evidence.recovery.note
    assert note is not None
    assert note.said.text() == "From before the program stopped. Not saved yet."
    full_desk.flush()
    row = stored(full_desk, key, ReasonKind.SOMEONE_IN_MIND)
    assert (row.sign, row.evidence) == (Sign.NONE, "They knew her by name")


def test_after_a_no_one_kind_sentence_comes_first(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    click(qtbot, panel.ask.choices[2])
    card = after(panel).reasons
    kind = "That is a hard thing to hear. It can wait: nothing here runs away."
    assert kind in texts(card)
    assert card.another_day.text() == "Not today"
    assert "go to Today" in card.another_day.toolTip()
    assert card.another_day.accessibleDescription() == card.another_day.toolTip()
    after(panel).answer.decision_chosen.emit(Decision.WITHDREW)
    assert kind not in texts(card), "nobody is consoled for what they chose"


def test_the_row_whose_sign_is_chosen_stays_under_the_pointer(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    click(qtbot, panel.ask.choices[2])
    line = after(panel).reasons.lines[1]
    chosen = line.sign.choices[2]
    panel.grab()
    before = chosen.mapTo(panel, chosen.rect().topLeft())
    click(qtbot, chosen)
    panel.grab()
    assert line.sign.value is Sign.CLEAR
    assert chosen.mapTo(panel, chosen.rect().topLeft()) == before


def test_the_day_is_written_as_elsewhere(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    click(qtbot, panel.ask.choices[2])
    day = after(panel).answer.day
    assert day.text() == "22 Nov 2026"
    day.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(day, Qt.Key.Key_Down)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.text() == "21 Nov 2026", "over the end of a week"
