"""No word of the person in logs, traces, reports of faults, or the messages of our errors."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from interview_coach.app.crash import CrashDialog
from interview_coach.app.report import report
from interview_coach.domain.interview import OpportunityDraft
from interview_coach.domain.kinds import Decision, ReviewText, Section
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.exchange import document
from interview_coach.exchange.document import Refused
from interview_coach.store import interview, opportunity, outcome, prep, review
from interview_coach.store.deeds import Writer
from interview_coach.store.opening import open_store
from interview_coach.store.tables import Company, Review
from tests.store.drafts import a_round
from tests.store.processes import run
from tests.stores import new_store

MARK = "Quetzalcoatlus"
LONG = MARK * 60_000


def chain(error: BaseException) -> list[BaseException]:
    """An error with what led to it."""
    found, following = [error], error.__cause__ or error.__context__
    while following is not None:
        found.append(following)
        following = following.__cause__ or following.__context__
    return found


def caught(act: Callable[[], object]) -> BaseException:
    try:
        act()
    except Exception as error:  # noqa: BLE001  whatever it is, it is looked at
        return error
    raise AssertionError("nothing went wrong")


@pytest.fixture
def marked(tmp_path: Path) -> Any:
    """A store whose texts all hold the mark."""
    store = new_store(tmp_path / "data")
    draft = a_round(company=MARK, title=MARK, notes=MARK, place=MARK, posting_text=MARK)
    store.key = store.do(interview.add_interview, draft)  # type: ignore[attr-defined]
    yield store
    store.close()


def twice(w: Writer, key: str) -> None:
    """Break a rule of the database with words in hand."""
    for _ in range(2):
        w.add(Review, interview_id=key, went_well=MARK)


def nobody(w: Writer) -> None:
    """Break a reference."""
    w.add(Review, interview_id=MARK, went_well=MARK)
    w.add(Company, id="same", name=MARK)
    w.add(Company, id="same", name=MARK)


def stumbles(w: Writer) -> None:
    """Fail as code does, with what it had in hand in the message."""
    w.add(Company, name=MARK)
    int(MARK)


for _deed in (twice, nobody, stumbles):
    _deed.deed = interview.jot.deed  # type: ignore[attr-defined, union-attr]


def faults(store: Any, folder: Path) -> dict[str, Callable[[], object]]:
    """What can go wrong with words in hand."""
    key = store.key
    bad = folder / f"{MARK}.json"
    bad.write_text(json.dumps({"format": "interview-coach", MARK: MARK, "tables": {MARK: MARK}}))
    broken = folder / "broken.json"
    broken.write_text('{"format": "' + MARK)
    strange = folder / "strange"
    strange.mkdir()
    (strange / "interview-coach.db").write_text(MARK * 1000)
    today = date(2026, 11, 22)
    sql = "INSERT INTO interview(id, notes) VALUES (?, ?)"
    return {
        "a line that is too long": lambda: store.do(interview.jot, key, LONG + LONG),
        "a text that is too long": lambda: store.do(
            review.write_review, key, ReviewText.WENT_WELL, LONG + LONG
        ),
        "an item that is too long": lambda: store.do(
            prep.add_item, key, PrepDraft(Section.STORY, LONG)
        ),
        "an unknown zone": lambda: store.do(interview.add_interview, a_round(zone=MARK)),
        "a link that is none": lambda: store.do(interview.add_interview, a_round(link=MARK)),
        "somebody named twice": lambda: store.do(
            opportunity.add_opportunity, OpportunityDraft(LONG, MARK)
        ),
        "what is not there": lambda: store.do(interview.jot, MARK, MARK),
        "an outcome of tomorrow": lambda: store.do(
            outcome.record_outcome, key, OutcomeDraft(Decision.OFFER, today, words=LONG + LONG)
        ),
        "a rule of the database": lambda: store.do(twice, key),
        "a reference that is none": lambda: store.do(nobody),
        "a statement": lambda: store._write_statements.exec_driver_sql(sql, (MARK, MARK)),
        "a document of others": lambda: document.read(bad),
        "a document in pieces": lambda: document.read(broken),
        "a store that is none": lambda: open_store(strange),
    }


def test_our_errors_say_nothing_that_anybody_wrote(marked: Any, tmp_path: Path) -> None:
    for name, act in faults(marked, tmp_path).items():
        error = caught(act)
        assert MARK not in report(error), name
        for found in chain(error):
            if isinstance(found, ValueError | KeyError) and not isinstance(
                found, Invalid | Trouble
            ):
                continue  # Python's own, which is only ever told by its kind
            assert MARK not in str(found), f"{name}: {type(found).__name__}"
            assert isinstance(found, Invalid | Trouble | Refused) or MARK not in repr(found), name


def test_a_report_tells_the_kind_and_the_place_of_each_error_in_a_chain(marked: Any) -> None:
    def act() -> None:
        try:
            marked.do(stumbles)
        except ValueError as error:
            raise RuntimeError(MARK) from error

    told = report(caught(act))
    assert MARK not in told
    lines = told.splitlines()
    assert lines[0].startswith("Interview Coach ")
    assert [line for line in lines[1:] if not line.startswith("  ")] == [
        "RuntimeError",
        "ValueError",
    ]
    assert any(line.startswith("  stumbles (test_privacy.py:") for line in lines)
    assert any("(store/store.py:" in line for line in lines)
    # Nor whose computer it is.
    assert "/home" not in told
    assert str(Path.home()) not in told
    assert str(Path(__file__).parent) not in told


def test_the_dialog_shows_all_that_would_be_copied(marked: Any, qtbot: QtBot) -> None:
    told = report(caught(lambda: marked.do(stumbles)))
    dialog = CrashDialog(told)
    qtbot.addWidget(dialog)
    dialog.show()
    (shown,) = dialog.findChildren(QPlainTextEdit)
    assert shown.toPlainText() == told
    assert shown.isReadOnly()
    copy = next(b for b in dialog.findChildren(QPushButton) if "Copy" in b.text())
    copy.click()
    assert QApplication.clipboard().text() == told


# The real program: deeds and typing with a mark, and faults of every kind while they are in hand.
SCRIPT = """
import sys
from pathlib import Path
sys.argv = ["interview-coach", "--data-dir", sys.argv[1], "--trace-start"]
from interview_coach.app import main as program
from tests.app.test_privacy import in_the_program
before = program.Program.open
def opened(self, *args, **kwargs):
    session = before(self, *args, **kwargs)
    session.ready.connect(lambda: in_the_program(session))
    return session
program.Program.open = opened
sys.exit(program.main())
"""


def in_the_program(session: Any) -> None:
    """Do deeds and stumble, then close."""
    from PySide6.QtCore import QTimer

    from interview_coach.app.crash import CrashDialog as Dialog

    desk, window = session.desk, session.window
    key = desk.do(interview.add_interview, a_round(company=MARK, title=MARK, notes=MARK))
    desk.store.scribble(f"day:{key}:jot", MARK)
    window.navigator.open("interview", key, "interview")

    def in_a_thread() -> None:
        int(MARK)

    def go_on() -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Dialog):
                widget.accept()

    def stumble() -> None:
        closing.start(400)
        going.start(50)
        desk.do(stumbles)

    going, closing = QTimer(window), QTimer(window)
    going.timeout.connect(go_on)
    closing.timeout.connect(window.close)
    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    QTimer.singleShot(0, stumble)


def test_the_program_writes_no_word_of_the_person(tmp_path: Path) -> None:
    new_store(tmp_path / "data", sample=True).close()
    done = run(SCRIPT, tmp_path / "data")
    said = done.stdout + done.stderr
    assert MARK not in said
    # It did go wrong, and was told: once in a thread, once in a deed.
    assert done.stderr.count("\nValueError\n") == 2, said
    assert "first paint" in said
