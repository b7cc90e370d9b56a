"""The Outcome step, with real clicks and keys on a real file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewRow
from interview_coach.domain.kinds import (
    Answer,
    Cancelled,
    Certainty,
    Decision,
    Family,
    Felt,
    LessonFamily,
    ReasonKind,
    Sign,
)
from interview_coach.domain.outcome import Debrief, ReasonDraft, ReasonRow
from interview_coach.domain.prep import CarriedLesson
from interview_coach.store import interviews, lessons, outcome, outcomes, review
from interview_coach.store.document import everything
from interview_coach.store.interview import call_off_interview, delete_interview
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.outcome.panel import After, OutcomePanel
from interview_coach.ui.outcome.row import ReasonLine
from interview_coach.ui.widgets import CheckRow, ThreeParts
from tests.stores import Clock
from tests.ui.outcome.making import held_and_reviewed

Show = Callable[[str], OutcomePanel]


@pytest.fixture
def wanted(navigator: Navigator) -> list[Place]:
    places: list[Place] = []
    navigator.wanted.connect(places.append)
    return places


@pytest.fixture
def show(full_desk: Desk, navigator: Navigator, qtbot: QtBot) -> Show:
    """Show the step of an interview in a window as wide as the real one's content."""

    def shown(key: str) -> OutcomePanel:
        panel = OutcomePanel(full_desk, navigator)
        qtbot.addWidget(panel)
        panel.resize(1072, 672)
        appear(qtbot, panel)
        panel.show_interview(key)
        return panel

    return shown


def appear(qtbot: QtBot, panel: OutcomePanel) -> None:
    """Show it, and wait until it has the keyboard: a field that loses the window ends its editing."""
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()


def rows(desk: Desk) -> list[InterviewRow]:
    found = desk.ask(interviews.interview_list)
    return [*found.upcoming, *found.to_review, *found.waiting, *found.closed]


def find(desk: Desk, company: str, kind: str) -> str:
    return next(r.id for r in rows(desk) if r.company.startswith(company) and r.kind == kind)


def told(desk: Desk, key: str) -> Debrief:
    return desk.ask(outcomes.debrief, key)


def decision(desk: Desk, key: str) -> Decision | None:
    recorded = told(desk, key).outcome
    return recorded.decision if recorded else None


def after(panel: OutcomePanel) -> After:
    assert panel.after is not None
    return panel.after


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible(), widget
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, menu: QMenu | None, text: str) -> None:
    """Choose an entry of a menu by its keys, as it would be from an open menu."""
    assert menu is not None
    action = next(a for a in menu.actions() if a.text() == text)
    menu.popup(menu.mapToGlobal(menu.rect().topLeft()))
    menu.setActiveAction(action)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


def line(panel: OutcomePanel, what: ReasonKind, text: str = "") -> ReasonLine:
    return next(
        x for x in after(panel).reasons.lines if x.reason.what is what and text in x.reason.text
    )


def stored(desk: Desk, key: str, what: ReasonKind, text: str = "") -> ReasonRow:
    return next(r for r in told(desk, key).reasons if r.what is what and text in r.text)


def sign_of(widget: ReasonLine, sign: Sign) -> QAbstractButton:
    return widget.sign.choices[list(Sign).index(sign)]


def texts(root: QWidget) -> list[str]:
    """All that a person or a screen reader could read on a widget."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget is not root and not widget.isVisibleTo(root):
            continue
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
    return [text for text in found if text]


# --- before the answer ------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted_decision", list(Decision))
def test_one_click_records_the_answer_with_todays_date(
    show: Show, full_desk: Desk, qtbot: QtBot, wanted_decision: Decision
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    choice = next(c for c in panel.ask.choices if c.decision is wanted_decision)
    click(qtbot, choice)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decision is wanted_decision
    assert recorded.decided_on == date(2026, 11, 22)
    assert recorded.interview_id == key
    assert recorded.answer is (Answer.OPEN if wanted_decision is Decision.OFFER else None)
    assert panel.ask.isHidden()
    assert after(panel).isVisible()
    assert full_desk.undo().topics
    assert panel.ask.isVisible()
    assert panel.after is None


def test_the_day_is_the_persons_own(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    clock.forward(hours=2.5)  # 00:30 in Berlin, still the 22nd in UTC
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 11, 23)


def test_while_waiting_it_says_how_long_what_they_promised_and_my_forecast(
    show: Show, full_desk: Desk
) -> None:
    panel = show(find(full_desk, "Brightwater", "final"))
    said = texts(panel.ask)
    assert "6 days" in said
    assert "since Mon 16 Nov" in said
    assert "An answer by Thu 26 Nov" in said
    assert "60%" in said
    assert "Review first" not in said
    names = [choice.accessibleName() or choice.text() for choice in panel.ask.choices]
    assert names == ["Advanced", "Offer", "Not this time", "I withdrew", "They cancelled"]


def test_without_a_sealed_review_there_is_no_forecast_and_a_way_to_the_review(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    key = find(full_desk, "Halden", "panel")
    panel = show(key)
    assert not [text for text in texts(panel.ask) if "%" in text]
    click(qtbot, panel.ask._review)
    assert wanted == [Place("interview", key, "review")]


def test_an_answer_can_come_before_the_interview(show: Show, full_desk: Desk) -> None:
    panel = show(find(full_desk, "Northwind", "technical"))
    assert "The interview is still to come" in texts(panel.ask)
    assert panel.ask.choices[4].isVisible()


def test_the_five_answers_fill_their_line_and_are_reached_by_keys(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    choices = panel.ask.choices
    qtbot.waitUntil(lambda: len({choice.y() for choice in choices}) == 1)
    assert choices[-1].geometry().right() > panel.ask.width() - 30
    panel.focus_first()
    assert choices[0].hasFocus()
    qtbot.keyClick(choices[0], Qt.Key.Key_Tab)
    qtbot.keyClick(choices[1], Qt.Key.Key_Tab)
    assert choices[2].hasFocus()
    qtbot.keyClick(choices[2], Qt.Key.Key_Space)
    assert decision(full_desk, key) is Decision.REJECTED


# --- the recorded answer ----------------------------------------------------------------------------


def test_their_words_are_kept_while_typing_and_when_leaving(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    field = after(panel).answer.words.control
    field.setFocus()
    with qtbot.waitSignal(full_desk.scribbled):
        qtbot.keyClicks(field, "The role was re-scoped")
    kept = full_desk.store.scribbled("outcome:")
    assert list(kept.values()) == ["The role was re-scoped"]
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == ""
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == "The role was re-scoped"
    assert full_desk.store.scribbled("outcome:") == {}


def test_words_typed_before_a_crash_are_there_again_and_it_says_so(
    show: Show, full_desk: Desk
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    full_desk.store.scribble(f"outcome:{recorded.id}:words", "What I had typed")
    panel = show(key)
    words = after(panel).answer.words
    assert words.read() == "What I had typed"
    assert words.note == "Restored what you had typed."
    full_desk.flush()
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.words == "What I had typed"


def test_another_decision_keeps_the_day_the_words_and_the_reasons(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    before = told(full_desk, key)
    field = after(panel).answer.words.control
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, " And more.")
    choose(qtbot, after(panel).answer.change.menu(), "They cancelled")
    now = told(full_desk, key)
    assert now.outcome is not None
    assert before.outcome is not None
    assert now.outcome.decision is Decision.CANCELLED
    assert now.outcome.words == before.outcome.words + " And more."
    assert now.outcome.decided_on == before.outcome.decided_on
    assert {r.id for r in now.reasons} == {r.id for r in before.reasons}
    full_desk.undo()
    assert decision(full_desk, key) is Decision.REJECTED


def test_the_day_can_be_changed_but_not_into_the_future(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    card = after(panel).answer
    assert card.day.value == date(2026, 10, 26)
    card.day.setFocus()
    qtbot.keyClick(card.day, Qt.Key.Key_Down)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 10, 25)
    card.day_chosen.emit(date(2026, 12, 24))
    assert "That day has not come yet." in texts(card)
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.decided_on == date(2026, 10, 25)


def test_my_answer_to_an_offer(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Hoshi", "final")
    panel = show(key)
    card = after(panel).answer
    assert card.answer.isVisible()
    assert card.answer.value is Answer.OPEN
    click(qtbot, card.answer.choices[1])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    assert recorded.answer is Answer.ACCEPTED
    panel.show_interview(find(full_desk, "Fieldstone", "panel"))
    assert not after(panel).answer.answer.isVisible()


def test_it_was_not_decided_yet_and_undo_brings_all_of_it_back(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    before = told(full_desk, key)
    click(qtbot, after(panel).answer.take_back)
    assert told(full_desk, key).outcome is None
    assert panel.ask.isVisible()
    assert panel.ask.choices[0].hasFocus()
    full_desk.undo()
    assert told(full_desk, key) == before


def test_after_advancing_it_invites_to_add_the_next_round(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    key = find(full_desk, "Civic", "phone_screen")
    panel = show(key)
    click(qtbot, panel.ask.choices[0])
    button = after(panel).ahead.button
    assert button.text() == "Add the next round"
    assert button.hasFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert wanted == [Place("new_interview", told(full_desk, key).opportunity_id)]
    assert not after(panel).reasons.isVisible()
    assert not after(panel).signs.isVisible()


def test_a_round_that_is_there_already_is_opened_instead(
    show: Show, full_desk: Desk, wanted: list[Place], qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Brightwater", "technical"))
    click(qtbot, after(panel).ahead.button)
    assert wanted == [Place("interview", find(full_desk, "Brightwater", "final"))]


# --- the reasons ------------------------------------------------------------------------------------


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
            assert shown.certainty.value is Certainty.GUESSED
            assert shown.evidence.read() == ""
        debrief = told(full_desk, key)
        assert [r.id for r in debrief.reasons] == [""] * len(debrief.reasons), "nothing is stored"
        assert after(panel).signs.sentence.startswith("No signs yet")
        assert not [c for c in after(panel).carry.rows.values() if c.checked]
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
    assert (
        "from your sealed review" in after(panel).reasons.blocks[Family.MINE].heading._text.text()
    )


def test_without_a_sealed_review_mine_says_so_and_knew_says_so(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    panel = show(find(full_desk, "Halden", "panel"))
    click(qtbot, panel.ask.choices[2])
    said = texts(after(panel))
    assert "There is no sealed review to look into. You can add a reason below." in said
    assert any("You did not seal a review" in text for text in said)
    assert not [text for text in said if "%" in text]


def test_a_sign_opens_certainty_and_evidence_and_the_bar_moves_in_place(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    changed = line(panel, ReasonKind.JOB_CHANGED)
    assert not changed.certainty.isVisible()
    assert not changed.evidence.isVisible()
    click(qtbot, sign_of(changed, Sign.CLEAR))
    assert line(panel, ReasonKind.JOB_CHANGED) is changed, "updated in place"
    assert sign_of(changed, Sign.CLEAR).hasFocus()
    assert changed.certainty.isVisible()
    assert after(panel).signs.sentence.startswith("What you saw does not tell enough")
    choose(qtbot, changed.certainty.menu(), "They told me")
    assert after(panel).signs.sentence.startswith("The signs you gave point more to what was not")
    changed.evidence.control.setFocus()
    qtbot.keyClicks(changed.evidence.control, "They wrote it")
    qtbot.keyClick(changed.evidence.control, Qt.Key.Key_Return)
    row = stored(full_desk, key, ReasonKind.JOB_CHANGED)
    assert (row.sign, row.certainty, row.evidence) == (Sign.CLEAR, Certainty.TOLD, "They wrote it")
    assert changed.evidence.control.hasFocus()


def test_evidence_being_typed_survives_a_sign_and_a_change_elsewhere(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    clash = line(panel, ReasonKind.CLASH)
    field = clash.evidence.control
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
    assert clash.evidence.read() == "Half a sent"
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
    assert not line(panel, ReasonKind.CLASH).remove.isVisible()
    click(qtbot, added.remove)
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


# --- beside it --------------------------------------------------------------------------------------


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


# --- what is carried on -----------------------------------------------------------------------------


def carry_rows(panel: OutcomePanel) -> dict[str, CheckRow]:
    return {row.tick.accessibleName(): row for row in after(panel).carry.rows.values()}


def waiting(desk: Desk, key: str) -> list[CarriedLesson]:
    return list(desk.ask(lessons.carried, key, limit=50))


def test_what_is_ticked_is_carried_into_the_next_interview(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    card = after(panel).carry
    offered = told(full_desk, key).choices
    families = [c.family for c in offered]
    assert families == sorted(families, key=[LessonFamily.STRENGTH, LessonFamily.CHANGE].index)
    assert card.button.text() == "Carry into your next interview"
    assert not card.button.isEnabled()
    picked = [offered[0].text, offered[-1].text]
    for text in picked:
        click(qtbot, carry_rows(panel)[text].tick)
    assert card.button.text() == "Carry 2 to Northwind Robotics, technical"
    click(qtbot, card.button)
    target = find(full_desk, "Northwind", "technical")
    assert set(picked) <= {x.text for x in waiting(full_desk, target)}
    assert card.button.text() == "2 carried"
    assert not card.button.isEnabled()
    assert [c.text for c in told(full_desk, key).choices if c.carried] == picked
    full_desk.undo()
    assert [c for c in told(full_desk, key).choices if c.carried] == []
    assert not carry_rows(panel)[picked[0]].checked


def test_what_is_carried_can_be_let_go_again(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    offered = told(full_desk, key).choices
    strength, change = offered[0], offered[-1]
    for text in (strength.text, change.text):
        click(qtbot, carry_rows(panel)[text].tick)
    click(qtbot, after(panel).carry.button)
    for text in (strength.text, change.text):
        click(qtbot, carry_rows(panel)[text].tick)
    assert after(panel).carry.button.text() == "Carry nothing"
    click(qtbot, after(panel).carry.button)
    now = told(full_desk, key).choices
    assert [c for c in now if c.carried] == []
    assert {c.text for c in now} == {c.text for c in offered}, "all is on offer as before"


def test_without_a_next_interview_it_waits_for_one(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    for row in full_desk.ask(interviews.interview_list).upcoming:
        full_desk.do(call_off_interview, row.id, Cancelled.THEM)
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    text = told(full_desk, key).choices[-1].text
    click(qtbot, carry_rows(panel)[text].tick)
    card = after(panel).carry
    assert card.button.text() == "Carry 1 into your next interview"
    click(qtbot, card.button)
    assert carry_rows(panel)[text].checked
    assert card.button.text() == "1 carried"


def test_one_more_in_my_own_words_is_carried_at_once(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    card = after(panel).carry
    card.line.setFocus()
    qtbot.keyClicks(card.line, "Bring the diagram")
    qtbot.keyClick(card.line, Qt.Key.Key_Return)
    assert card.line.text() == ""
    assert card.line.hasFocus()
    assert carry_rows(panel)["Bring the diagram"].checked
    target = find(full_desk, "Northwind", "technical")
    assert "Bring the diagram" in {x.text for x in waiting(full_desk, target)}
    qtbot.keyClicks(card.line, "And another")
    qtbot.keyClick(card.line, Qt.Key.Key_Tab)
    assert "And another" in carry_rows(panel)
    assert card.line.text() == ""


def test_every_sentence_to_carry_is_one_the_person_wrote(full_desk: Desk) -> None:
    tables = full_desk.ask(everything)[1]
    written = [
        " ".join(str(value).split()).casefold()
        for name in ("prep_item", "covered", "review", "asked", "lesson")
        for row in tables[name]
        for value in row.values()
    ]
    for row in rows(full_desk):
        for choice in told(full_desk, row.id).choices:
            text = " ".join(choice.text.split()).casefold()
            assert any(text in own for own in written), choice.text


def test_ticks_that_wait_for_the_button_survive_changes_and_looking_elsewhere(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    text = told(full_desk, key).choices[0].text
    click(qtbot, carry_rows(panel)[text].tick)
    click(qtbot, sign_of(line(panel, ReasonKind.CLASH), Sign.SOME))
    assert carry_rows(panel)[text].checked
    panel.show_interview(find(full_desk, "Fieldstone", "panel"))
    panel.show_interview(key)
    assert carry_rows(panel)[text].checked
    assert [c for c in told(full_desk, key).choices if c.carried] == []


# --- the panel as a whole -----------------------------------------------------------------------------


def test_scroll_and_focus_survive_a_refresh(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    bar = panel.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 60)
    last = after(panel).carry.line
    last.setFocus()
    place = bar.value()
    assert place > 0
    full_desk.do(review.add_remark, key, "A remark")
    panel.refresh()
    assert last.hasFocus()
    assert bar.value() == place


def test_a_deleted_interview_leaves_nothing_and_no_error(show: Show, full_desk: Desk) -> None:
    key = find(full_desk, "Fieldstone", "panel")
    panel = show(key)
    full_desk.do(delete_interview, key)
    assert panel.after is None
    assert panel.ask.isHidden()
    full_desk.undo()
    assert after(panel).isVisible()


def test_every_control_has_a_name(show: Show, full_desk: Desk) -> None:
    for key in (find(full_desk, "Fieldstone", "panel"), find(full_desk, "Brightwater", "final")):
        panel = show(key)
        for widget in panel.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
                continue
            if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
                continue
            said = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert said, widget


def test_long_and_hostile_texts_stay_text(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    key = find(full_desk, "Brightwater", "final")
    panel = show(key)
    click(qtbot, panel.ask.choices[2])
    recorded = told(full_desk, key).outcome
    assert recorded is not None
    bold = "<b>bold</b> & " + "w" * 300
    full_desk.do(
        outcome.weigh_reason,
        recorded.id,
        ReasonDraft(Family.MINE, ReasonKind.OWN, text=bold, sign=Sign.SOME, evidence=bold * 20),
    )
    full_desk.do(outcome.note_words, recorded.id, bold * 50)
    shown = line(panel, ReasonKind.OWN)
    labels = [x for x in shown.findChildren(QLabel) if x.text() == bold]
    assert labels
    assert all(x.textFormat() == Qt.TextFormat.PlainText for x in labels)
    qtbot.waitUntil(lambda: panel.page.content.width() <= panel.page.viewport().width())


def test_the_panel_is_freed(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    watched = len(full_desk._typing)
    assert watched > 5
    card = after(panel)
    with qtbot.waitSignal(card.destroyed):
        panel.show_interview(find(full_desk, "Brightwater", "final"))
    assert len(full_desk._typing) < watched


def test_the_menu_marks_what_stands(show: Show, full_desk: Desk) -> None:
    panel = show(find(full_desk, "Fieldstone", "panel"))
    menu = after(panel).answer.change.menu()
    assert [a.text() for a in menu.actions() if a.isChecked()] == ["Not this time"]
