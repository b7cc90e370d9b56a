"""Every page, both themes, three widths, empty and full: nothing blank, nothing cut off."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.app.session import Session
from interview_coach.app.tour import in_front, put_away, working
from interview_coach.app.tour_scenes import empty_scenes, scenes
from interview_coach.app.trace import Trace
from interview_coach.ui.theme import Mode, Theme
from tests.pictures.clipping import clipped, is_blank
from tests.stores import Clock, new_store

SIZES = [QSize(960, 640), QSize(1280, 820), QSize(1920, 1080)]


def open_session(
    qtbot: QtBot, qapp: QApplication, folder: Path, mode: Mode, *, full: bool
) -> Session:
    theme = Theme()
    theme.apply(qapp)
    new_store(folder, sample=full).close()
    session = Session(folder, theme, Trace(), clock=Clock())
    theme.set_mode(mode)
    with qtbot.waitSignal(session.ready, timeout=20_000):
        session.show()
    return session


def settled_faults(qtbot: QtBot, shown: QWidget) -> list[str]:
    """What is cut off once the layouts have come to rest, however busy the machine is."""
    faults = clipped(shown)
    for _ in range(30):
        if not faults:
            break
        qtbot.wait(40)
        faults = clipped(shown)
    return faults


def front(window: QWidget) -> QWidget:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return in_front(app, window)


@pytest.mark.parametrize("full", [True, False], ids=["full", "empty"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda s: str(s.width()))
def test_nothing_is_blank_or_cut_off(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, mode: Mode, size: QSize, full: bool
) -> None:
    session = open_session(qtbot, qapp, tmp_path / "data", mode, full=full)
    window = session.window
    faults = []
    try:
        names: set[str] = set()
        places: Iterator = scenes(session) if full else empty_scenes(session)
        for scene in places:
            window.resize(size)
            scene.go()
            qtbot.wait(30)
            qtbot.waitUntil(lambda: not working(window), timeout=20_000)
            shown = front(window)
            faults += [f"{scene.name}: {fault}" for fault in settled_faults(qtbot, shown)]
            if is_blank(shown.grab().toImage()):
                faults.append(f"{scene.name} is blank")
            names.add(scene.name)
            if shown is not window:
                put_away(shown)
                qtbot.wait(5)
        assert len(names) > 3
    finally:
        with qtbot.waitSignal(session.ended):
            window.close()
        window.deleteLater()
    assert not faults, "\n".join(faults)


# Every page twice, at four times the pixels: on a busy machine that takes its time.
@pytest.mark.timeout(400)
def test_the_tour_is_complete_at_200_percent(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "interview_coach", "--tour", str(tmp_path)],
        env=os.environ | {"QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    # The off-screen platform says this of every window.
    loud = [x for x in told.stderr.splitlines() if "propagateSizeHints" not in x]
    assert not loud, told.stderr
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) > 50
    today = QImage(str(tmp_path / "today-light.png"))
    assert (today.width(), today.height()) == (2560, 1640)
    assert not [p.name for p in pictures if is_blank(QImage(str(p)))]
