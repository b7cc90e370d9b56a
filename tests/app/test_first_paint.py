"""The first paint shows Today's content without the machinery of the store."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.stores import new_store

PROGRAM = """
import builtins
import sys
from pathlib import Path
LATE = {
    "sqlalchemy", "sqlmodel", "pydantic", "alembic", "platform", "uuid",
    "PySide6.QtNetwork", "interview_coach.app.crash", "interview_coach.domain.prep",
    "interview_coach.ui.shell.menu", "interview_coach.ui.theme.live_icon",
    "interview_coach.ui.today.first_day",
}
usual = builtins.__import__
from interview_coach.app.main import make_application
from interview_coach.app.trace import Trace
app, theme = make_application()
from interview_coach.app.session import Session
session = Session(Path(sys.argv[1]), theme, Trace())
def painted():
    heavy = LATE & set(sys.modules)
    shown = session.window.today.grab().toImage()
    assert not heavy, heavy
    assert session.first_today.next_up.company == "Northwind Robotics"
    assert not shown.isNull()
    assert builtins.__import__ is usual, "every import pays for the binding's look at its source"
    print("painted")
session.window.painted.connect(painted)
session.ready.connect(session.window.close)
session.ended.connect(app.quit)
session.show()
app.exec()
"""


def test_nothing_is_loaded_at_the_first_paint_that_it_does_not_need(tmp_path: Path) -> None:
    from interview_coach.store.sample import load_sample
    from interview_coach.store.stamps import utc_now
    from tests.stores import Clock

    clock = Clock(utc_now())
    store = new_store(tmp_path, clock)
    store.do(load_sample, clock.now.date())
    store.close()
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.stdout.strip() == "painted", told.stderr
    assert told.returncode == 0
