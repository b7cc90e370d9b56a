"""A reason that is edited as knowledge arrives: by clicks and keys, with what came to light."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Decision, Family, ReasonKind, Sign
from interview_coach.domain.outcome import OutcomeDraft, ReasonDraft
from interview_coach.store import outcome
from interview_coach.ui.desk import Desk
from tests.stores import Clock
from tests.ui.outcome.acting import Show, after, click, line, sign_of, stored, texts, told
from tests.ui.outcome.making import held_and_reviewed

JOB = ReasonKind.JOB_CHANGED


def refused(desk: Desk, clock: Clock) -> str:
    held = held_and_reviewed(desk, clock)
    no = OutcomeDraft(Decision.REJECTED, clock().date(), interview_id=held)
    desk.do(outcome.record_outcome, told(desk, held).opportunity_id, no)
    return held


def test_i_know_more_now(show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    held = refused(full_desk, clock)
    panel = show(held)
    click(qtbot, sign_of(line(panel, JOB), Sign.SOME))
    assert line(panel, JOB).details.earlier.isHidden()
    clock.forward(days=14)
    click(qtbot, line(panel, JOB).details.know_more)
    more = line(panel, JOB).details.more
    assert more.line.hasFocus()
    qtbot.keyClicks(more.line, "The posting was back")
    qtbot.keyClick(more.line, Qt.Key.Key_Return)
    assert more.isHidden()
    assert line(panel, JOB).details.know_more.hasFocus()
    click(qtbot, sign_of(line(panel, JOB), Sign.CLEAR))
    assert stored(full_desk, held, JOB).sign is Sign.CLEAR
    assert "Until 7 Dec: some sign, I guess. Then: The posting was back" in texts(line(panel, JOB))
    # A slip is no history: it goes, and comes back.
    click(qtbot, line(panel, JOB).details.earlier.removers[0])
    assert stored(full_desk, held, JOB).earlier == ()
    assert line(panel, JOB).details.earlier.isHidden()
    full_desk.undo()
    assert line(panel, JOB).details.earlier.isVisible()


def test_what_was_being_typed_is_there_after_a_crash(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    held = refused(full_desk, clock)
    panel = show(held)
    click(qtbot, sign_of(line(panel, JOB), Sign.SOME))
    full_desk.store.scribble(f"{line(panel, JOB).field}:because", "Bea wrote", "")
    again = show(held)
    assert line(again, JOB).details.more.isVisible()
    assert line(again, JOB).details.more.line.text() == "Bea wrote"


def test_own_words_can_be_chosen_again(
    show: Show, full_desk: Desk, clock: Clock, qtbot: QtBot
) -> None:
    held = refused(full_desk, clock)
    first = told(full_desk, held).outcome
    assert first is not None
    own = ReasonDraft(Family.MINE, ReasonKind.OWN, text="Talked & talked")
    full_desk.do(outcome.weigh_reason, first.id, own)
    again = refused(full_desk, clock)
    panel = show(again)
    menu = after(panel).reasons.more.menu()
    menu.aboutToShow.emit()
    wanted = "“Talked && talked” (yours to work on)"
    next(a for a in menu.actions() if a.text() == wanted).trigger()
    added = line(panel, ReasonKind.OWN, "Talked & talked")
    assert added.sign.choices[0].hasFocus()
    assert stored(full_desk, again, ReasonKind.OWN).family is Family.MINE
    # What is there already is not offered once more.
    menu.aboutToShow.emit()
    assert not [a for a in menu.actions() if "Talked" in a.text()]
