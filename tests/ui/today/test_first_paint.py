"""Tests that Today is painted before the store's machinery is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.stores import new_store

PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from interview_coach.store import first
from interview_coach.store.opening import open_store
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme
from interview_coach.ui.today.page import TodayPage

app = QApplication([])
theme = Theme()
theme.apply(app)
opened = open_store(Path(sys.argv[1]))
now, local = datetime(2026, 11, 22, 21, 0, tzinfo=UTC), ZoneInfo("Europe/Berlin")
page = TodayPage(Navigator())
page.show_today(first.today(opened.reader, now, local), local)
page.resize(1072, 780)
page.show()
picture = page.grab().toImage()
colours = {picture.pixelColor(x, y).name() for x in range(0, 1072, 3) for y in range(0, 780, 3)}
assert theme.colours.accent.lower() in colours, "nothing painted"
loaded = {name.partition(".")[0] for name in sys.modules}
late = {"sqlalchemy", "sqlmodel", "alembic", "pydantic"} & loaded
assert not late, late
"""


def test_it_is_painted_without_sqlalchemy(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    new_store(folder, sample=True).close()
    args = [sys.executable, "-c", PROGRAM, str(folder)]
    done = subprocess.run(args, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
