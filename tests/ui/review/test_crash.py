"""A kill at any moment: the next start finds what was typed, in its fields, and says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from interview_coach.domain.kinds import Felt, ReviewText
from interview_coach.store import review, reviews
from interview_coach.ui.desk import SCRIBBLE_AFTER_MS, Desk
from interview_coach.ui.recovery import RecoveredNote
from interview_coach.ui.review import ReviewPanel
from interview_coach.ui.review.asked import AskedLine
from interview_coach.ui.review.early import Early
from tests.stores import Clock, new_store
from tests.ui.review.conftest import (
    LATER,
    Opens,
    add_interview,
    clicks,
    focus,
    form_of,
    recall_of,
    sealed_of,
    types,
)

Killed = Callable[[], Desk]


@pytest.fixture
def killed(desk: Desk, tmp_path: Path, clock: Clock) -> Iterator[Killed]:
    """Kills the program and starts it anew: a desk on the files as they lie at that moment."""
    opened: list[Desk] = []

    def kill() -> Desk:
        folder = tmp_path / f"after-{len(opened)}"
        folder.mkdir()
        for file in desk.store.folder.iterdir():
            if file.is_file() and not file.name.endswith(("-shm", ".lock")):
                shutil.copyfile(file, folder / file.name)
        opened.append(Desk(new_store(folder, clock)))
        return opened[-1]

    yield kill
    for again in opened:
        again.close()
        again.store.close()


def wait_for_scratch(qtbot: QtBot, desk: Desk, text: str) -> None:
    kept = desk.store.scribbled
    qtbot.waitUntil(lambda: text in kept().values(), timeout=SCRIBBLE_AFTER_MS + 400)


def notes(panel: ReviewPanel) -> list[str]:
    """What stands under fields about typing from before a crash."""
    return [n.said.text() for n in panel.findChildren(RecoveredNote) if n.isVisible()]


def test_the_longest_that_can_be_lost_is_a_second() -> None:
    assert SCRIBBLE_AFTER_MS < 1000


def test_a_question_being_typed_into_an_empty_review(
    panel: ReviewPanel, desk: Desk, held: str, killed: Killed, opens: Opens, qtbot: QtBot
) -> None:
    recall_of(panel).lines.focus_new()
    types("How would you move a nightly lo")
    wait_for_scratch(qtbot, desk, "How would you move a nightly lo")
    after = killed()
    again = opens(after, held)
    line = recall_of(again).lines.new
    assert line.text.text == "How would you move a nightly lo"
    assert notes(again) == ["From before the program stopped. Not saved yet."]
    line.text.setFocus()
    types("ad?")
    after.flush()
    asked = after.ask(reviews.review_form, held).asked
    assert [x.text for x in asked] == ["How would you move a nightly load?"]
    assert after.store.scribbled() == {}


def test_typing_without_a_pause_is_kept_all_the_same(
    panel: ReviewPanel, desk: Desk, qtbot: QtBot
) -> None:
    recall_of(panel).lines.focus_new()
    typed = []

    def type_on() -> bool:
        types("a")
        typed.append("a")
        return bool(desk.store.scribbled())

    qtbot.waitUntil(type_on, timeout=SCRIBBLE_AFTER_MS + 400)
    assert len(typed) > 5


def test_a_review_begun_before_its_time_opens_as_one_that_is_begun(
    opens: Opens, desk: Desk, killed: Killed
) -> None:
    key = add_interview(desk, LATER)
    panel = opens(desk, key)
    assert isinstance(panel.face, Early)
    clicks(panel.face._empty.action_button)
    recall_of(panel).lines.focus_new()
    types("Why us")
    desk.scribble_all()
    again = opens(killed(), key)
    assert recall_of(again).lines.new.text.text == "Why us"


def test_a_question_being_reworded(desk: Desk, held: str, killed: Killed, opens: Opens) -> None:
    desk.do(review.add_asked, held, "Why us?")
    panel = opens(desk, held)
    recall_of(panel).lines.rows[0].text.setFocus()
    types("And: ")
    desk.scribble_all()
    after = killed()
    again = opens(after, held)
    assert recall_of(again).lines.rows[0].text.text == "And: Why us?"
    assert after.ask(reviews.review_form, held).asked[0].text == "Why us?"


def test_every_field_of_the_form_comes_back(
    form_panel: ReviewPanel, desk: Desk, held: str, killed: Killed, opens: Opens
) -> None:
    form = form_of(form_panel)
    row = form.asked.lines.rows[0]
    assert isinstance(row, AskedLine)
    assert row.next_time is not None
    # As many fields as never are typed in at once: typed one by one, and none of them left.
    for field, block in form.prose.items():
        block.text.insertPlainText(f"typed {field}")
    row.text.insertPlainText("Well, ")
    row.next_time.insertPlainText("draw it")
    form.signals.lines.new.text.insertPlainText("They laughed")
    form.asked.lines.new.text.insertPlainText("One more")
    desk.scribble_all()
    after = killed()
    reopened = opens(after, held)
    again = form_of(reopened)
    for field, block in again.prose.items():
        assert block.text.text == f"typed {field}"
    back = again.asked.lines.rows[0]
    assert isinstance(back, AskedLine)
    assert back.next_time is not None
    assert back.text.text == "Well, Why us?"
    assert back.next_time.text == "draw it"
    assert again.signals.lines.new.text.text == "They laughed"
    assert again.asked.lines.new.text.text == "One more"
    assert again.asked.lines.new.isVisible()
    # Each says so itself.
    said = notes(reopened)
    assert len(said) == len(again.prose) + 4
    assert set(said) == {"From before the program stopped. Not saved yet."}
    # Closing the window in peace makes deeds of it all.
    after.flush()
    stored = after.ask(reviews.review_form, held)
    assert stored.would_change == "typed would_change"
    assert [x.text for x in stored.asked] == [
        "Well, Why us?",
        "How do you test a pipeline?",
        "One more",
    ]
    assert [x.text for x in stored.signals] == ["They laughed"]
    assert after.store.scribbled() == {}


def test_lessons_and_a_remark_come_back(
    desk: Desk, held: str, killed: Killed, opens: Opens
) -> None:
    desk.do(review.set_felt, held, Felt.GOOD)
    desk.do(review.write_review, held, ReviewText.WOULD_CHANGE, "Team first")
    desk.do(review.seal_review, held)
    panel = opens(desk, held)
    types("they ask")
    sealed_of(panel).remarks.text.insertPlainText("Later I thou")
    desk.scribble_all()
    reopened = opens(killed(), held)
    again = sealed_of(reopened)
    assert next(iter(again.lessons.rows.values())).if_text.text == "they ask"
    assert again.remarks.text.text == "Later I thou"
    assert len(notes(reopened)) == 2


def test_after_a_start_in_peace_nothing_is_said_to_be_restored(
    panel: ReviewPanel, desk: Desk, held: str, killed: Killed, opens: Opens
) -> None:
    recall_of(panel).lines.focus_new()
    types("Why us?")
    desk.flush()
    again = opens(killed(), held)
    assert notes(again) == []
    assert [row.text.text for row in recall_of(again).lines.rows] == ["Why us?"]
    assert focus() is not None


def test_closing_while_typing_loses_nothing(panel: ReviewPanel, desk: Desk, held: str) -> None:
    recall_of(panel).lines.focus_new()
    types("Why us?")
    desk.flush()
    panel.close()
    assert [x.text for x in desk.ask(reviews.review_form, held).asked] == ["Why us?"]
