"""What the person sees when something goes wrong that nobody expected."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from interview_coach.app.report import tell_all

if TYPE_CHECKING:
    from interview_coach.app.crash import CrashDialog


def watch(keep: Callable[[], None]) -> None:
    """Catch what no code caught: `keep` saves what is being typed, then the person is told."""
    shown: list[CrashDialog] = []

    def caught(
        kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        # Few runs come here, and every start would wait for it.
        from PySide6.QtWidgets import QApplication

        from interview_coach.app.crash import CrashDialog
        from interview_coach.app.report import report, tell
        from interview_coach.domain.trouble import Invalid, Trouble
        from interview_coach.ui import say, words
        from interview_coach.ui.say import Sentence

        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
            return
        with contextlib.suppress(Exception):  # the first fault is the one to tell
            keep()
        parent = QApplication.activeWindow()
        if isinstance(error, Trouble):
            say.warn(parent, words.trouble(error))
        elif isinstance(error, Invalid):
            say.warn(parent, Sentence("\n".join(words.complaint(c) for c in error.complaints)))
        else:
            tell(error)
            if not shown:
                dialog = CrashDialog(report(error), parent)
                shown.append(dialog)
                dialog.exec()
                shown.clear()

    tell_all()
    sys.excepthook = caught
