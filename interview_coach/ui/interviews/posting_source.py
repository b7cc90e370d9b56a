"""Owns where a posting comes from: a text that is pasted, a file, or an address; and how far it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.incoming import Refused
from interview_coach.domain.posting import Posting
from interview_coach.ui import words_incoming
from interview_coach.ui.jobs import Job, Jobs, Told, Work
from interview_coach.ui.readers import Readers
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Bar,
    Field,
    LineText,
    LongText,
    QuietButton,
    announce,
    small,
)

# A source with lines of a megabyte is read, but never shown: Qt could not.
LARGEST_SOURCE = 8_000_000


class SourceText(LongText):
    """A text to be read. What is too much to be shown is handed on whole.

    Signals: those of LongText, and
        pasted_whole(str): a paste that is read without being shown.
    """

    pasted_whole = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste; the HTML of what was copied is left alone, its text is what was meant."""
        text = source.text()
        if len(text) <= LARGEST_SOURCE and self._refusal(text):
            self.pasted_whole.emit(text)
            return
        super().insertFromMimeData(source)


class PostingSource(QWidget):
    """Three ways to a posting, one at a time.

    Signals:
        edited(): something was typed or pasted here.
        understood(Posting): it was read.
    """

    edited = Signal()
    understood = Signal(object)

    def __init__(self, readers: Readers | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readers = readers
        # Not the dialog's: closing it waits for nobody.
        self._jobs = Jobs(QCoreApplication.instance())
        self._job: Job | None = None
        self._at: Field | None = None
        self._gone = False
        self.dialog: QFileDialog | None = None
        self.text = SourceText(
            min_lines=6,
            max_lines=12,
            placeholder=tr(
                "Paste the posting here, or the source of its page. You can also drop a file on the window."
            ),
        )
        self.text_field = Field(tr("Text, or the source of the page"), self.text)
        self.read_button = QuietButton(tr("Read it"))
        self.file_button = QuietButton(tr("Choose a file…"), "file-text")
        self.address = LineText()
        self.address_field = Field(
            tr("Or its address"),
            self.address,
            tr("The page is fetched once, when you press the button, and nothing in it runs."),
        )
        self.fetch_button = QuietButton(tr("Fetch the page"))
        self.said = small()
        self.bar = Bar(0, 0, tr("Reading"))
        self.cancel = QuietButton(tr("Stop"))
        self._arrange()
        self.text.edited.connect(self._edited)
        self.text.submitted.connect(self.read_text)
        self.text.pasted_whole.connect(self.read_whole)
        self.text.paste_refused.connect(self._refuse_text)
        self.address.edited.connect(self._edited)
        self.address.submitted.connect(self.fetch)
        self.read_button.clicked.connect(self.read_text)
        self.file_button.clicked.connect(self._choose)
        self.fetch_button.clicked.connect(self.fetch)
        self.cancel.clicked.connect(self.stop)
        self._edited_quietly()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.text_field)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.read_button)
        first.addWidget(self.file_button)
        first.addStretch(1)
        column.addLayout(first)
        second = QHBoxLayout()
        second.setSpacing(10)
        second.addWidget(self.address_field, 1)
        second.addWidget(self.fetch_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(second)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column.addWidget(self._progress)
        column.addWidget(self.said)
        self._progress.hide()
        self.said.hide()

    # --- the three ways -----------------------------------------------------------------------

    def read_text(self) -> None:
        """Read what was pasted."""
        if self.text.text.strip():
            self.read_whole(self.text.text)

    def read_whole(self, text: str) -> None:
        """Read a text that need not be shown."""
        if self._readers is not None:
            self._start(partial(self._readers.posting, text), self.text_field)

    def read_file(self, path: Path) -> None:
        """Read a file that was chosen or dropped."""
        readers = self._readers
        if readers is None:
            return

        def work(told: Told) -> Posting:
            found = readers.file(path, told)
            if not isinstance(found.what, Posting):
                raise Refused("no_posting")
            return found.what

        self._start(work, self.text_field)

    def fetch(self) -> None:
        """Fetch the page at the address; only ever from here."""
        address = self.address.text().strip()
        if self._readers is not None and address:
            self._start(partial(self._readers.page, address), self.address_field)

    def stop(self) -> None:
        """Stop reading."""
        if self._job is not None:
            self._job.cancel()

    def let_go(self) -> None:
        """Stop; what still runs ends by itself and is heard by nobody."""
        self._gone = True
        job, jobs = self._job, self._jobs
        if job is None:
            jobs.deleteLater()
        else:
            job.cancel()
            job.ended.connect(jobs.deleteLater)

    # --- how it goes --------------------------------------------------------------------------

    def _start(self, work: Work, at: Field) -> None:
        if self._job is not None:
            return
        for field in (self.text_field, self.address_field):
            field.clear_error()
        self._at = at
        job = self._job = self._jobs.start(work)
        job.progress.connect(self._tell)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)
        job.ended.connect(self._ended)
        self.bar.set_share(0, 0)
        self._progress.show()
        self._say(tr("Reading…"))
        self._allow()

    def _finished(self, found: Posting) -> None:
        if not self._gone:
            self.understood.emit(found)

    def _tell(self, done: int, total: int) -> None:
        self.bar.set_share(done, total)

    def _failed(self, error: BaseException) -> None:
        at = self._at
        if self._gone:
            return
        if at is None or not isinstance(error, Refused):
            raise error
        self._say("")
        at.show_error(words_incoming.refused(error))
        announce(at, at.error)

    def _stopped(self) -> None:
        self._say(tr("Stopped. Nothing was taken over."))

    def _ended(self) -> None:
        self._job = None
        self._progress.hide()
        if self.said.text() == tr("Reading…"):
            self._say("")
        self._allow()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        if text:
            announce(self, text)

    def _edited(self) -> None:
        self._edited_quietly()
        self.edited.emit()

    def _edited_quietly(self) -> None:
        self.text_field.clear_error()
        self.address_field.clear_error()
        self._allow()

    def _allow(self) -> None:
        idle = self._job is None
        self.read_button.setEnabled(idle and bool(self.text.text.strip()))
        self.fetch_button.setEnabled(idle and bool(self.address.text().strip()))
        self.file_button.setEnabled(idle)

    def _refuse_text(self, reason: str) -> None:
        self.text_field.show_error(reason)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose a posting"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr("Postings (*.html *.htm *.mhtml *.mht *.pdf *.docx *.txt *.md *.json)"),
                tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _chosen(self, name: str) -> None:
        if name:
            self.read_file(Path(name))

    def _dialog_gone(self) -> None:
        self.dialog = None
