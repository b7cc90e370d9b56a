"""The system's zone changes while the program runs: it is noticed, and no interview moves."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from interview_coach.store import interviews
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.theme import Theme


@pytest.fixture
def zone() -> Iterator[None]:
    """The system's zone is this test's to change."""
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


def set_zone(name: str) -> None:
    os.environ["TZ"] = name
    time.tzset()


def test_a_running_program_notices_it_and_no_interview_moves(
    full_desk: Desk, theme: Theme, tmp_path: Path, zone: None, qtbot: QtBot
) -> None:
    set_zone("Europe/Berlin")
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(theme, settings)
    qtbot.addWidget(window)
    window.attach(full_desk)
    window.show()
    window.navigator.open("interviews")
    before = full_desk.ask(interviews.interview_list)
    first = before.upcoming[0]
    window.navigator.open("interview", first.id, "interview")
    assert local_zone() == "Europe/Berlin"
    set_zone("America/New_York")
    assert local_zone() == "America/New_York"
    assert str(full_desk.local()) == "America/New_York"
    window.tick()
    after = full_desk.ask(interviews.interview_list)
    assert [(r.id, r.start, r.zone) for r in after.upcoming] == [
        (r.id, r.start, r.zone) for r in before.upcoming
    ]
    # Every page that is there asks again, the ones out of sight when they are seen next.
    assert window.page("interviews")._stale  # type: ignore[attr-defined]
    assert not window.page("interview")._stale  # type: ignore[attr-defined]
    full_desk.close()
