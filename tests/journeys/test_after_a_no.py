"""After a no somebody writes for ten minutes and lets it go: no file of the program has ever held a word of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from interview_coach.domain.interview import Standing
from interview_coach.store import afterwards, interviews, outcomes
from interview_coach.ui import say
from interview_coach.ui.outcome.writing import WritingDialog
from tests.journeys.person import CTRL, SHIFT, Key, Person
from tests.stores import new_store
from tests.ui.conftest import Memory

SECRET = "zzquixotic"


class Decides(Memory):
    """Gives one answer after the other; yes when there is none left."""

    given: list[bool]

    def ask(
        self,
        parent: QWidget | None,
        sentence: say.Sentence,
        yes: str,
        no: str,
        *,
        danger: bool = False,
    ) -> bool:
        super().ask(parent, sentence, yes, no, danger=danger)
        return self.given.pop(0) if self.given else True


@pytest.fixture
def decides(person: Person) -> Iterator[Decides]:
    assert person
    voice = Decides()
    voice.given = []
    before = say.speak_with(voice)
    yield voice
    say.speak_with(before)


def holding(folder: Path) -> list[str]:
    """The files that hold the secret, whatever they are: store, log, scratch, backups, settings."""
    return [
        file.name
        for file in folder.rglob("*")
        if file.is_file() and SECRET.encode() in file.read_bytes()
    ]


def write(person: Person, text: str) -> WritingDialog:
    person.click("Write")
    person.wait_to_see("What matters to you?")
    page = person.front
    assert isinstance(page, WritingDialog)
    person.type(text)
    assert page.text.text == text
    return page


def test_after_a_no(person: Person, decides: Decides) -> None:
    new_store(person.folder, sample=True).close()
    person.start()
    closed = person.desk.ask(interviews.interview_list).closed
    no = next(r for r in closed if r.standing is Standing.REJECTED)
    recorded = person.desk.ask(outcomes.debrief, no.id).outcome
    assert recorded is not None
    person.window.navigator.open("interview", no.id, "outcome")
    person.wait_to_see("Ten minutes of writing, if you want…".removesuffix("…"))

    # What is let go has been nowhere: not while it was there, not after, not in a backup.
    page = write(person, f"{SECRET} is what matters")
    person.desk.flush()
    person.desk.scribble_all()
    assert person.session is not None
    store = person.desk.store
    store.rest()
    store.back_up("test")
    assert not person.desk.can().undo
    person.click("Let go")
    person.qtbot.waitUntil(lambda: not isinstance(person.front, WritingDialog))
    assert page
    assert decides.said[-1].title == "Let it go?"
    assert not person.desk.can().undo
    store.back_up("test")

    # Closing the program asks: first it is not decided, and all stays; then it is let go.
    page = write(person, SECRET)
    decides.given = [False, False]
    person.window.close()
    assert person.window.isVisible()
    assert page.isVisible()
    assert page.text.text == SECRET
    decides.given = [False, True]
    person.close()
    assert holding(person.folder) == []

    # All reasons lead to an outcome by keys alone, and back to the whole of it.
    person.start()
    person.press(Key.Key_Y, CTRL | SHIFT)
    person.wait_to_see("as you weighed them")
    person.press(Key.Key_Return)
    here = person.window.here
    assert (here.kind, here.step) == ("interview", "outcome")
    assert here.id in {row.id for row in closed if row.standing is Standing.REJECTED}
    person.close()

    # What is kept is there, and can be read where it was written.
    person.start()
    person.window.navigator.open("interview", no.id, "outcome")
    person.wait_to_see("Ten minutes of writing, if you want")
    page = write(person, SECRET)
    person.tab_to("Keep")
    person.press(Key.Key_Space)
    person.wait_to_see("What you wrote on")
    assert [x.text for x in person.desk.ask(afterwards.writings, [recorded.id])] == [SECRET]
    assert not person.sees(SECRET), "folded until wanted"
    person.close()
    assert holding(person.folder)
