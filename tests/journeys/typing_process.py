"""A process that types into the fields of one page until it is killed; it says when all is kept.

Run as a program with a store's folder and the name of a scene.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from interview_coach.app.session import Session
from interview_coach.app.trace import Trace
from interview_coach.store import interviews, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.theme import Theme
from tests.stores import Clock

# What is typed into which field of each scene.
FIELDS = {
    "review": {
        "What went well": "I drew it first",
        "What surprised me": "They had read my talk",
        "The next step they named": "A call on Fri",
    },
    "day": {"Notes": "Bring the drawing", "Jot a line": "Asked about ab"},
    "dialog": {"Company": "Halden Ba", "Posting": "We look for som"},
    "edit": {"Pay": "Up to 70", "Notes": "Ask about hours"},
}
READY_MS = 300


def place_of(desk: Desk, scene: str) -> tuple[str, str, str]:
    """Where the scene plays."""
    listed = desk.ask(interviews.interview_list)
    if scene == "review":
        begun = next(r for r in listed.to_review if r.review_started)
        return "interview", begun.id, "review"
    if scene == "day":
        return "interview", listed.upcoming[0].id, "interview"
    if scene == "edit":
        job = desk.ask(opportunity.opportunity_head, listed.no_round[0].id)
        return "edit_opportunity", job.id, ""
    return "new_interview", "", ""


def field(name: str, host: QWidget) -> QWidget:
    """The field of that name."""
    found: list[QWidget] = [*host.findChildren(QLineEdit), *host.findChildren(QPlainTextEdit)]
    there = {w.accessibleName(): w for w in found if w.isVisible()}
    if name not in there:
        # Nobody would ever hear from this process again.
        sys.exit(f"no field is called {name!r}; there is: {sorted(there)}")
    return there[name]


def front(session: Session) -> QWidget:
    """The open dialog, or the window."""
    dialogs = [d for d in session.window.findChildren(QDialog) if d.isVisible()]
    return dialogs[-1] if dialogs else session.window


def main() -> None:
    """Type, and wait for the end."""
    folder, scene = sys.argv[1:]
    app = QApplication([])
    theme = Theme()
    theme.apply(app)
    session = Session(Path(folder), theme, Trace(), clock=Clock())

    def type_all() -> None:
        for name, text in FIELDS[scene].items():
            # Not left in between: leaving a field would save it.
            QTest.keyClicks(field(name, front(session)), text)

    def kept(_field: str) -> None:
        desk = session.desk
        assert desk is not None
        found = "\n".join(desk.store.scribbled().values())
        if all(text in found for text in FIELDS[scene].values()):
            sys.stdout.write("kept\n")
            sys.stdout.flush()

    def go() -> None:
        desk = session.desk
        assert desk is not None
        desk.scribbled.connect(kept)
        session.window.navigator.open(*place_of(desk, scene))
        QTimer.singleShot(READY_MS, type_all)

    session.ready.connect(go)
    session.show()
    app.exec()


if __name__ == "__main__":
    main()
