"""Owns the offer beneath a posting that was pasted: to read company and role from it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.incoming import Refused
from interview_coach.ui import words_incoming
from interview_coach.ui.jobs import Job, Jobs
from interview_coach.ui.readers import Readers
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import LinkButton, announce, small

# Shorter than this nobody pastes a posting.
_FROM = 200


def worth_reading(text: str, *, unnamed: bool) -> bool:
    """Whether reading a text may tell something: a page's source, or a posting of a job not named yet."""
    start = text.lstrip()[:200]
    return len(text) >= _FROM and (unnamed or start.startswith(("<", "{", "[")))


class PostingOffer(QWidget):
    """A line with a link.

    Signals:
        understood(Posting): the text was read because the person asked for it.
    """

    understood = Signal(object)

    def __init__(self, readers: Readers | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._readers = readers
        self._text = ""
        self._job: Job | None = None
        self._said = small()
        self.link = LinkButton(tr("Read it"))
        self.link.setAccessibleName(tr("Read company and role from the posting"))
        self.link.clicked.connect(self._read)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._said, 1)
        row.addWidget(self.link)
        self.hide()

    def look(self, text: str, *, unnamed: bool) -> None:
        """A text stands there now: offer to read it, if that may help."""
        if self._readers is None or self._job is not None:
            return
        self._text = text
        wanted = worth_reading(text, unnamed=unnamed)
        if wanted:
            self._said.setText(tr("Company, role and the bare text can be read from this."))
        self.setVisible(wanted)

    def _read(self) -> None:
        if self._readers is None or self._job is not None:
            return
        # Not the dialog's: closing it waits for nobody.
        jobs = Jobs(QCoreApplication.instance())
        self._job = jobs.start(partial(self._readers.posting, self._text))
        self._job.finished.connect(self.understood)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)
        self._job.ended.connect(jobs.deleteLater)
        self._said.setText(tr("Reading…"))
        self.link.hide()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._said.setText(words_incoming.refused(error))
        announce(self, self._said.text())

    def _ended(self) -> None:
        self._job = None
        self.link.show()
        if self._said.text() == tr("Reading…"):
            self.hide()
