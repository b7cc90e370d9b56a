"""Owns the small window that is seen while a file is read: how far it is, and how to stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.incoming import Refused, Understood
from interview_coach.ui import say, words_incoming
from interview_coach.ui.jobs import Jobs
from interview_coach.ui.readers import Readers
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, QuietButton, body

# Most files are read before anything need be said.
_SEEN_AFTER_MS = 300


class ReadingDialog(QDialog):
    """Reads one file.

    Signals:
        understood(Understood): it was read; the dialog is closed.
    """

    understood = Signal(object)

    def __init__(self, readers: Readers, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self.setWindowTitle(tr("Reading"))
        self.setModal(True)
        self.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(body(tr("Reading {name}…", name=path.name)))
        self.bar = Bar(0, 0, tr("Reading"))
        column.addWidget(self.bar)
        self.cancel = QuietButton(tr("Stop"))
        self.cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER_MS)
        self._seen.timeout.connect(self.open)
        self._seen.start()
        # Not the dialog's: closing it waits for nobody.
        self._jobs = Jobs(QCoreApplication.instance())
        self._job = self._jobs.start(partial(readers.file, path))
        self._job.progress.connect(self.bar.set_share)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._jobs.deleteLater)

    def reject(self) -> None:
        """Esc, Stop or the cross: give it up."""
        self._job.cancel()
        self._close()

    def _close(self) -> None:
        self._seen.stop()
        super().reject()
        self.deleteLater()

    def _finished(self, found: Understood) -> None:
        self._close()
        self.understood.emit(found)

    def _failed(self, error: BaseException) -> None:
        self._close()
        if not isinstance(error, Refused):
            raise error
        title = tr("{name} was not read", name=self._path.name)
        say.warn(self.parentWidget(), Sentence(title, words_incoming.refused(error)))
