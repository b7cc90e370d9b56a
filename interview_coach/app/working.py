"""The moment between two windows: long work on a store that nobody has open, with its progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.store.restoring import Restored, restore
from interview_coach.ui.jobs import Jobs, Told, Work
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, QuietButton, heading, small

# The stages of a restore; after the third there is no way back, only on.
_STAGES = ("brought", "checked", "up to date", "kept", "swapped")
_LAST_WAY_BACK = 3


class WorkDialog(QDialog):
    """Runs one piece of work to its end; Cancel asks it to stop.

    Signals: those of QDialog.
    """

    def __init__(self, title: str, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Interview Coach"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, on=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(heading(title))
        column.addWidget(
            small(tr("Nothing is lost if you stop here: it is done whole or not at all."))
        )
        self.bar = Bar(0, 1, title)
        self.stop = QuietButton(tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column.addLayout(row)
        self.setMinimumWidth(460)
        self.result_: Any = None
        self.error: BaseException | None = None
        self._jobs = Jobs(self)
        self._over = False
        job = self._jobs.start(work)
        job.progress.connect(self.bar.set_share)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        self.stop.clicked.connect(job.cancel)

    def _finished(self, result: object) -> None:
        self.result_ = result

    def _failed(self, error: BaseException) -> None:
        self.error = error

    def _ended(self) -> None:
        self._over = True
        self.accept()

    def reject(self) -> None:
        """Escape asks it to stop, and waits."""
        if not self._over:
            self.stop.click()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross does the same."""
        if self._over:
            super().closeEvent(event)
        else:
            event.ignore()
            self.stop.click()


def done(title: str, work: Work) -> Any:
    """Run work to its end in a dialog; its result, None when it was stopped. Raises what it raised."""
    dialog = WorkDialog(title, work)
    dialog.exec()
    result, error = dialog.result_, dialog.error
    dialog.deleteLater()
    if error is not None:
        raise error
    return result


def restored(folder: Path, source: Path, clock: Callable[[], datetime]) -> Restored | None:
    """Restore a backup, with its progress; None when it was stopped in time. Raises `Trouble`."""

    def work(told: Told) -> Restored:
        def stage(name: str) -> None:
            number = _STAGES.index(name) + 1
            if number <= _LAST_WAY_BACK:
                told(number, len(_STAGES))

        return restore(folder, source, clock(), stage)

    result = done(tr("Restoring your data…"), work)
    return result if isinstance(result, Restored) else None
