"""The guided tour: every page with the sample data as pictures, light and dark.

Each scene goes to its place by the ways a person has, waits until the window has settled, and is
grabbed. It runs on any platform; without a display on Qt's off-screen one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from interview_coach.app.tour_scenes import USUAL, Scene, empty_scenes, scenes
from interview_coach.app.trace import Trace

if TYPE_CHECKING:
    from interview_coach.app.session import Session

CARD = "cue_card"
SETTLE_MS = 180
STILL_MS = 80
TIMEOUT_MS = 120_000
# How often a scene is looked at again until its page has counted all.
_PATIENCE = 200
_TRIES = 25


def run_tour(folder: Path) -> int:
    """Save the pictures to `folder`; the exit status."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from interview_coach.app.main import make_application
    from interview_coach.app.session import Session

    app, theme = make_application()
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        for sample in (True, False):
            data = Path(tempfile.mkdtemp(prefix="interview-coach-tour-"))
            session = Session(data, theme, Trace(), sample=sample)
            theme.set_mode(mode)
            session.window.resize(USUAL)
            if not _wait(session):
                sys.stderr.write("tour: the window did not come up\n")
                return 1
            for scene in scenes(session) if sample else empty_scenes(session):
                _take(app, session.window, scene, folder / f"{scene.name}-{mode}.png")
                taken += 1
            session.window.close()
            # That of the sample has gone with its window.
            shutil.rmtree(data, ignore_errors=True)
    sys.stdout.write(f"tour: {taken} pictures\n")
    return 0


def _wait(session: Session) -> bool:
    loop = QEventLoop()
    session.ready.connect(loop.quit)
    session.failed.connect(lambda _error: loop.exit(1))
    QTimer.singleShot(TIMEOUT_MS, loop, lambda: loop.exit(2))
    session.show()
    return loop.exec() == 0


def _settle(milliseconds: int = SETTLE_MS) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def in_front(app: QApplication, window: QWidget) -> QWidget:
    """What a person would look at: an open dialog, the cue card, else the window."""
    modal: QWidget | None = app.activeModalWidget()
    above = [w for w in app.topLevelWidgets() if isinstance(w, QDialog) or w.objectName() == CARD]
    return modal or next((w for w in above if w.isVisible()), window)


def working(window: QWidget) -> bool:
    """Whether a page in sight still waits for what is counted aside."""
    from interview_coach.ui.jobs import Jobs
    from interview_coach.ui.review.alike import AlikeInBank

    workers: list[Jobs | AlikeInBank] = [
        *window.findChildren(Jobs),
        *window.findChildren(AlikeInBank),
    ]
    return any(
        worker.busy
        for worker in workers
        if isinstance(owner := worker.parent(), QWidget) and owner.isVisible()
    )


def put_away(front: QWidget) -> None:
    """Close what stands in front, without the question that a person would be asked."""
    if isinstance(front, QDialog):
        front.done(0)
    else:
        front.close()


def _still(front: QWidget) -> QImage:
    """The picture once two in a row are the same: layouts follow what was counted aside, and each other."""
    taken = front.grab().toImage()
    for _ in range(_TRIES):
        _settle(STILL_MS)
        before, taken = taken, front.grab().toImage()
        if taken == before:
            break
    return taken


def _take(app: QApplication, window: QWidget, scene: Scene, path: Path) -> None:
    window.resize(scene.size)
    scene.go()
    _settle()
    for _ in range(_PATIENCE):
        if not working(window):
            break
        _settle(50)
    front = in_front(app, window)
    _still(front).save(str(path))
    if front is not window:
        put_away(front)
        QCoreApplication.sendPostedEvents(None, 0)
        _settle(20)
