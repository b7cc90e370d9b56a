"""What is dropped on the window: a file is read for what it is, an address waits for a click."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.domain.changes import Place
from interview_coach.domain.incoming import Told, Understood
from interview_coach.domain.posting import Posting
from interview_coach.ui.interviews.page import InterviewsPage
from interview_coach.ui.interviews.posting_dialog import PostingDialog
from interview_coach.ui.readers import Readers
from interview_coach.ui.shell.incoming import Incoming
from interview_coach.ui.theme import Theme
from tests.stores import Clock
from tests.ui.conftest import Memory

POSTINGS = Path(__file__).parents[2] / "exchange" / "postings"


@pytest.fixture
def session(tmp_path: Path, theme: Theme, voice: Memory, qtbot: QtBot) -> Iterator[Session]:
    made = Session(tmp_path / "data", theme, Trace(), clock=Clock())
    with qtbot.waitSignal(made.ready):
        made.show()
    yield made
    made.window.close()


@pytest.fixture
def incoming(session: Session) -> Incoming:
    return session.menu.incoming


def shown(session: Session) -> PostingDialog | None:
    found = [d for d in session.window.findChildren(PostingDialog) if d.isVisible()]
    return found[0] if found else None


def drop(session: Session, data: QMimeData) -> None:
    """Drag it over the window and let go."""
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, left, none)
    QApplication.sendEvent(session.window, enter)
    assert enter.isAccepted()
    let_go = QDropEvent(QPointF(400, 300), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(session.window, let_go)


def test_a_page_that_is_dropped_is_shown_to_be_looked_over(session: Session, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(POSTINGS / "several-scripts.html"))])
    drop(session, data)
    qtbot.waitUntil(lambda: shown(session) is not None)
    dialog = shown(session)
    assert dialog is not None
    assert dialog.form_shown
    assert dialog.role.text() == "Second Mate"
    dialog.save()
    assert session.window.here.kind == "opportunity"


def test_an_address_waits_for_the_click(session: Session, incoming: Incoming) -> None:
    asked: list[str] = []

    def page(address: str, _told: Told) -> Posting:
        asked.append(address)
        return Posting()

    assert session.desk is not None
    incoming.attach(session.desk, Readers(lambda _p, _t: Understood("", "", None), page, page))
    data = QMimeData()
    data.setText("https://tarn.example/jobs/7")
    drop(session, data)
    dialog = shown(session)
    assert dialog is not None
    assert dialog.source.address.text() == "https://tarn.example/jobs/7"
    assert dialog.source.fetch_button.isEnabled()
    assert asked == []


def test_the_menu_the_page_and_the_navigator_lead_there(session: Session) -> None:
    session.menu.actions["posting"].trigger()
    first = shown(session)
    assert first is not None
    first.reject()
    session.window.navigator.open("posting")
    second = shown(session)
    assert second is not None
    second.reject()
    session.window.go(Place("interviews"))
    page = session.window.stack.currentWidget()
    assert isinstance(page, InterviewsPage)
    page.empty_posting.click()
    assert shown(session) is not None
