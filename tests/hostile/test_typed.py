"""Hostile texts pasted into every field of every page and dialog: nothing hangs, nothing unsound is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.tour import in_front, put_away
from interview_coach.app.tour_scenes import scenes
from interview_coach.app.trace import Trace
from interview_coach.domain.text import TEXT_LIMIT, without_controls
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import SearchField
from interview_coach.ui.widgets.texts import LARGEST_TEXT, LineText, LongText
from tests.hostile.texts import TEXTS, rows_of
from tests.stores import Clock, new_store
from tests.ui.conftest import Memory

TEN_MB = 10_000_000
PASTED = {
    "everything": "\n".join(TEXTS.values()),
    "ten megabytes in one line": "x" * TEN_MB,
    "ten megabytes in lines": "a line of forty characters, no more than\n" * (TEN_MB // 41),
}


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, voice: Memory, tmp_path: Path) -> Iterator[Session]:
    theme = Theme()
    theme.apply(qapp)
    new_store(tmp_path / "data", sample=True).close()
    opened = Session(tmp_path / "data", theme, Trace(), clock=Clock())
    with qtbot.waitSignal(opened.ready, timeout=30_000):
        opened.show()
    yield opened
    QGuiApplication.clipboard().clear()
    if opened.store is not None:
        with qtbot.waitSignal(opened.ended, timeout=30_000):
            opened.window.close()
    opened.window.deleteLater()


def inputs(root: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    """What can be typed in, as it stands there."""
    found: list[QLineEdit | QPlainTextEdit] = []
    found += root.findChildren(QLineEdit)
    found += root.findChildren(QPlainTextEdit)
    return [w for w in found if w.isVisible() and w.isEnabled() and not w.isReadOnly()]


def length(widget: QLineEdit | QPlainTextEdit) -> int:
    return len(widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())


@pytest.mark.parametrize("name", PASTED)
def test_every_field_takes_it_or_says_no(
    session: Session, qtbot: QtBot, qapp: QApplication, name: str
) -> None:
    window = session.window
    tried: set[tuple[str, str]] = set()
    QGuiApplication.clipboard().setText(PASTED[name])
    for scene in scenes(session):
        if scene.name.endswith(("-narrow", "-wide", "-tall")):
            continue  # the same page, at another size
        window.resize(1280, 820)
        scene.go()
        qtbot.wait(30)
        shown = in_front(qapp, window)
        for widget in inputs(shown):
            called = (type(widget).__name__, re.sub(r"\d+", "#", widget.accessibleName()))
            # The same field again: of the next line, on a wider window, or for another interview.
            if called in tried:
                continue
            tried.add(called)
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            assert length(widget) <= LARGEST_TEXT, f"{scene.name}: {type(widget).__name__}"
            if isinstance(widget, SearchField):
                # What it finds nothing for would hide what comes next.
                widget.selectAll()
                QTest.keyClick(widget, Qt.Key.Key_Backspace)
        qtbot.wait(1)
        if shown is not window:
            put_away(shown)
            qtbot.wait(5)
    assert len(tried) > 30
    assert session.desk is not None
    session.desk.flush()
    assert session.store is not None
    for table, rows in rows_of(session.store).items():
        for row in rows:
            for column, value in row.items():
                if isinstance(value, str):
                    assert without_controls(value) == value, f"{table}.{column}"
                    assert len(value) <= TEXT_LIMIT, f"{table}.{column}"


def test_a_dropped_file_is_no_text(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    from PySide6.QtCore import QMimeData, QPointF, QUrl
    from PySide6.QtGui import QDragEnterEvent

    session.window.navigator.open("new_opportunity")
    shown = in_front(QApplication.instance(), session.window)  # type: ignore[arg-type]
    qtbot.wait(30)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.zip"))])
    data.setText(str(tmp_path / "x.zip"))
    found = inputs(shown)
    assert found
    for widget in found:
        if not isinstance(widget, LineText | LongText):
            continue
        event = QDragEnterEvent(
            QPointF(2, 2).toPoint(),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        event.ignore()
        QApplication.sendEvent(
            widget.viewport() if isinstance(widget, QPlainTextEdit) else widget, event
        )
        assert not event.isAccepted(), type(widget).__name__
