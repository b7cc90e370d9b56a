"""What is being typed: kept within a second, never overwritten, never mistaken for a deed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from interview_coach.domain.interview import InterviewDraft
from interview_coach.domain.kinds import Cancelled
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interview, interviews
from interview_coach.ui.desk import Desk, Typing


class Field(QObject):
    """A field without a widget: its text, and its typing."""

    def __init__(self, desk: Desk, name: str, deed: Callable[..., object], key: str) -> None:
        super().__init__()
        self.text = ""
        self.typing = Typing(
            desk, self, f"{name}:{key}", lambda: self.text, self._write, lambda t: (deed, (key, t))
        )

    def _write(self, text: str) -> None:
        self.text = text

    def type(self, text: str) -> None:
        self.text = text
        self.typing.edited()


@pytest.fixture
def key(desk: Desk) -> str:
    return desk.do(
        interview.add_interview,
        InterviewDraft("Northwind", "Engineer", datetime(2026, 12, 1, 10, 0), "Europe/Berlin"),
    )


@pytest.fixture
def notes(desk: Desk, key: str) -> Iterator[Field]:
    field = Field(desk, "notes", interview.set_interview_notes, key)
    field.typing.show("")
    yield field
    field.deleteLater()


def stored(desk: Desk, key: str) -> str:
    return desk.ask(interviews.interview_head, key).notes


def test_typing_is_scratch_within_a_second_and_a_deed_at_its_end(
    desk: Desk, key: str, notes: Field, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.scribbled, timeout=1000):
        notes.type("half a thought")
    assert desk.store.scribbled() == {f"notes:{key}": "half a thought"}
    assert stored(desk, key) == ""
    assert notes.typing.finish()
    assert stored(desk, key) == "half a thought"
    assert desk.store.scribbled() == {}


def test_scratch_that_says_nothing_new_never_wins_later(desk: Desk, key: str, notes: Field) -> None:
    desk.do(interview.set_interview_notes, key, "old")
    desk.store.scribble(f"notes:{key}", "old")
    notes.typing.show("old")
    desk.do(interview.jot, key, "a precious line")
    notes.typing.show(stored(desk, key))
    assert notes.text == "old\na precious line"
    assert notes.typing.finish()
    assert stored(desk, key) == "old\na precious line"


def test_undo_takes_back_the_deed_and_not_the_typing(desk: Desk, key: str, notes: Field) -> None:
    desk.do(interview.call_off_interview, key, Cancelled.THEM)
    notes.type("what I am writing")
    undone = desk.undo()
    assert undone.label.code == "call_off_interview"
    assert notes.text == "what I am writing"
    assert notes.typing.finish()
    assert stored(desk, key) == "what I am writing"


def test_typing_in_what_is_deleted_stops_nothing_and_stays(
    desk: Desk, key: str, notes: Field
) -> None:
    notes.type("still here")
    desk.do(interview.delete_interview, key)
    desk.flush()
    desk.undo()
    assert desk.store.scribbled() == {f"notes:{key}": "still here"}
    notes.typing.show(stored(desk, key))
    assert notes.text == "still here"


def test_trouble_with_one_field_costs_no_other(desk: Desk, key: str) -> None:
    def troubled(*_args: object) -> None:
        raise Trouble("no_space")

    bad = Field(desk, "bad", interview.jot, key)
    good = Field(desk, "good", interview.set_interview_notes, key)
    bad.typing._commit = troubled
    bad.type("x")
    good.type("kept")
    with pytest.raises(Trouble):
        desk.flush()
    assert stored(desk, key) == "kept"
    assert desk.store.scribbled() == {f"bad:{key}": "x"}
    for field in (bad, good):
        field.typing.drop()
        field.deleteLater()


def test_trouble_while_typing_is_told_and_not_thrown(
    desk: Desk, key: str, notes: Field, qtbot: QtBot
) -> None:
    desk.store._writer.execute("PRAGMA query_only=ON")
    with qtbot.waitSignal(desk.troubled, timeout=2000):
        notes.type("on a full disk")
    assert not notes.typing.finish()
    assert notes.text == "on a full disk"
    desk.store._writer.execute("PRAGMA query_only=OFF")
    assert notes.typing.finish()
    assert stored(desk, key) == "on a full disk"


def test_after_the_end_no_field_reaches_for_the_store(desk: Desk, key: str, notes: Field) -> None:
    notes.type("late")
    desk.close()
    assert notes.typing.finish()
    notes.typing.scribble()
    notes.typing.drop()
    assert stored(desk, key) == ""
