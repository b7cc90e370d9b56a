"""`--self-test`: a temporary store, the window, one deed, undone, closed."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path


def run_self_test() -> int:
    """Try the program; 0 when all is well."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer

    from interview_coach.app.main import make_application
    from interview_coach.app.session import Session
    from interview_coach.app.trace import Trace
    from interview_coach.domain.interview import OpportunityDraft

    _app, theme = make_application()
    with tempfile.TemporaryDirectory(prefix="interview-coach-self-test-") as folder:
        session = Session(Path(folder), theme, Trace())
        loop = QEventLoop()
        session.ready.connect(loop.quit)
        session.failed.connect(lambda _error: loop.exit(1))
        QTimer.singleShot(timedelta(seconds=60) // timedelta(milliseconds=1), lambda: loop.exit(2))
        session.show()
        if loop.exec() != 0 or session.desk is None:
            sys.stderr.write("self-test: the window did not come up\n")
            return 1
        from interview_coach.store import opportunity

        desk = session.desk
        key = desk.do(opportunity.add_opportunity, OpportunityDraft("Self-test", "One deed"))
        found = desk.ask(opportunity.opportunity_head, key)
        desk.undo()
        left = desk.can()
        session.window.close()
        well = found.title == "One deed" and left.undo is None and left.redo is not None
    sys.stdout.write("self-test: all is well\n" if well else "self-test: the deed was not undone\n")
    return 0 if well else 1
