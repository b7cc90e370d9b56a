"""After a no, and only if wanted: the quiet card, the private page, and no thanks for good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.afterwards import Wish
from interview_coach.domain.kinds import Decision
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.store import afterwards, outcome
from interview_coach.ui import say
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.panel import OutcomePanel
from interview_coach.ui.outcome.writing import WritingDialog
from tests.stores import Clock
from tests.ui.outcome.acting import Show, after, click, told
from tests.ui.outcome.making import held_and_reviewed

CTRL = Qt.KeyboardModifier.ControlModifier


class Answers(say.Boxes):
    """Gives one answer after the other, and remembers the questions."""

    def __init__(self) -> None:
        self.given: list[bool] = []
        self.asked: list[str] = []

    def ask(
        self,
        parent: QWidget | None,
        sentence: say.Sentence,
        yes: str,
        no: str,
        *,
        danger: bool = False,
    ) -> bool:
        self.asked.append(sentence.title)
        return self.given.pop(0)


@pytest.fixture
def answers() -> Iterator[Answers]:
    voice = Answers()
    before = say.speak_with(voice)
    yield voice
    say.speak_with(before)


@pytest.fixture
def held(full_desk: Desk, clock: Clock) -> str:
    return refused(full_desk, clock)


def refused(desk: Desk, clock: Clock, what: Decision = Decision.REJECTED) -> str:
    held = held_and_reviewed(desk, clock)
    no = OutcomeDraft(what, clock().date(), interview_id=held)
    desk.do(outcome.record_outcome, told(desk, held).opportunity_id, no)
    return held


def opened(panel: OutcomePanel, qtbot: QtBot) -> WritingDialog:
    card = after(panel).after_no
    click(qtbot, card.write)
    dialog = card.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.text.hasFocus)
    return dialog


def kept(desk: Desk, held: str) -> list[str]:
    recorded = told(desk, held).outcome
    assert recorded is not None
    return [one.text for one in desk.ask(afterwards.writings, [recorded.id])]


def test_what_is_kept_can_be_read_and_deleted(
    show: Show, full_desk: Desk, held: str, clock: Clock, qtbot: QtBot
) -> None:
    panel = show(held)
    card = after(panel).after_no
    assert card.isVisible()
    dialog = opened(panel, qtbot)
    assert not dialog.keep_button.isEnabled()
    assert dialog.left.text() == "10 minutes left"
    clock.forward(minutes=11)
    dialog.tick()
    assert "over" in dialog.left.text()
    assert dialog.isVisible(), "nothing happens at the end"
    qtbot.keyClicks(dialog.text, "What I build is used")
    qtbot.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card.dialog is None)
    assert kept(full_desk, held) == ["What I build is used"]
    (line,) = card.kept.lines
    assert line.text.isHidden(), "private: folded until wanted"
    qtbot.keyClick(line.open_button, Qt.Key.Key_Space)
    assert line.text.text() == "What I build is used"
    qtbot.keyClick(line.delete_button, Qt.Key.Key_Space)
    assert kept(full_desk, held) == []
    full_desk.undo()
    assert kept(full_desk, held) == ["What I build is used"]


def test_let_go_asks_once_and_esc_twice(
    show: Show, full_desk: Desk, held: str, answers: Answers, qtbot: QtBot
) -> None:
    panel = show(held)
    dialog = opened(panel, qtbot)
    qtbot.keyClicks(dialog.text, "Away")
    # Esc, and then no answer that would lose it: the page stays.
    answers.given = [False, False]
    qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
    assert answers.asked == ["Keep what you wrote?", "Let it go?"]
    assert dialog.isVisible()
    answers.given = [True]
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: after(panel).after_no.dialog is None)
    assert answers.asked[2:] == ["Let it go?"]
    assert kept(full_desk, held) == []
    # An empty page closes without a word.
    qtbot.keyClick(opened(panel, qtbot).text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: after(panel).after_no.dialog is None)
    assert len(answers.asked) == 3


def test_nothing_of_it_reaches_the_clipboard(show: Show, held: str, qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    board.setText("from elsewhere")
    dialog = opened(show(held), qtbot)
    text = dialog.text
    qtbot.keyClick(text, Qt.Key.Key_V, CTRL)
    assert text.text == "from elsewhere"
    qtbot.keyClicks(text, " mine")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(text, key, CTRL)
    assert text.text == ""
    assert board.text() == "from elsewhere"
    qtbot.keyClick(text, Qt.Key.Key_V, CTRL)
    assert text.text == "from elsewhere mine"
    assert not text.createMimeDataFromSelection().formats()
    dialog.done(0)


def test_no_thanks_is_remembered_for_good(
    show: Show, full_desk: Desk, held: str, clock: Clock, qtbot: QtBot
) -> None:
    panel = show(held)
    click(qtbot, after(panel).after_no.no_thanks)
    assert after(panel).after_no.isHidden()
    again = show(refused(full_desk, clock))
    assert after(again).after_no.isHidden(), "after another no, too"
    wishes = full_desk.ask(afterwards.afterwards, "")
    assert (wishes.writing, wishes.setbacks) == (Wish.NO, Wish.NO)


def test_the_reminder_is_wished_for_with_a_tick(
    show: Show, full_desk: Desk, held: str, qtbot: QtBot
) -> None:
    card = after(show(held)).after_no
    qtbot.keyClick(card.remind.tick, Qt.Key.Key_Space)
    assert full_desk.ask(afterwards.afterwards, "").setbacks is Wish.YES
    # No thanks to writing leaves what was wished for.
    click(qtbot, card.no_thanks)
    assert full_desk.ask(afterwards.afterwards, "").setbacks is Wish.YES


@pytest.mark.parametrize("what", [Decision.WITHDREW, Decision.OFFER, Decision.ADVANCED])
def test_nothing_is_offered_after_anything_else(
    show: Show, full_desk: Desk, clock: Clock, what: Decision
) -> None:
    assert after(show(refused(full_desk, clock, what))).after_no.isHidden()
