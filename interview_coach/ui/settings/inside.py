"""Owns the look inside a backup: what is in it, what would come back, what would go, and the restore."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.inside import Event, Fate, Inside
from interview_coach.domain.kinds import EntryKind
from interview_coach.domain.trouble import Trouble
from interview_coach.store.backup import Backup
from interview_coach.store.inside import look_inside
from interview_coach.ui import say, words, words_data
from interview_coach.ui.dates import day_text
from interview_coach.ui.jobs import Jobs, Told
from interview_coach.ui.settings.data import size_text
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    DangerButton,
    Label,
    QuietButton,
    Rows,
    ScrollPage,
    SectionHeading,
    heading,
    small,
)

_ORDER = (Fate.BACK, Fate.GONE, Fate.EARLIER, Fate.SAME)
_ICONS = {
    Fate.BACK: "archive-restore",
    Fate.GONE: "trash-2",
    Fate.EARLIER: "history",
    Fate.SAME: "check",
}


class _EventRow(QWidget):
    """One event: the day, what it is, with whom.

    Signals: none of its own.
    """

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(12)
        day = small(day_text(event.wall.date()), wrap=False)
        day.setMinimumWidth(92)
        kind = words.kind_title(event.interview_kind) if event.interview_kind else ""
        what = kind if kind and event.kind is EntryKind.INTERVIEW else words.word(event.kind)
        about = " · ".join(part for part in (what, event.title) if part)
        row.addWidget(day)
        row.addWidget(Label(event.company, "body", wrap=True), 2)
        row.addWidget(small(about), 3)


class InsideDialog(QDialog):
    """A look inside one backup, beside the store of now.

    Signals:
        restore_wanted(Path): the person asked to restore it, and was asked whether it is meant.
    """

    restore_wanted = Signal(object)

    def __init__(
        self,
        made: Backup,
        live: Path | None,
        when: str,
        parent: QWidget | None = None,
        *,
        flush: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._made = made
        self._when = when
        self._flush = flush
        self.jobs = Jobs(self)
        self.setWindowTitle(tr("Look inside a backup"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(10)
        column.addWidget(heading(tr("The backup of {when}", when=when)))
        about = " · ".join(
            part
            for part in (
                words_data.backup_why(made.why),
                size_text(made.size),
                words_data.counted(made.counts),
            )
            if part
        )
        self._about = small(about)
        column.addWidget(self._about)
        self._told = Label(tr("Looking…"), "body", wrap=True)
        column.addWidget(self._told)
        self.sheet = ScrollPage(margin=0)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(tr("What is in the backup"))
        column.addWidget(self.sheet, 1)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.restore = DangerButton(tr("Restore this backup…"))
        self.restore.setEnabled(False)
        self.leave = QuietButton(tr("Close"))
        self.leave.setDefault(True)
        line.addWidget(self.restore)
        line.addStretch(1)
        line.addWidget(self.leave)
        column.addLayout(line)
        self.restore.clicked.connect(self._ask)
        self.leave.clicked.connect(self.reject)
        self.finished.connect(lambda _result: self.jobs.drain())
        self.resize(640, 620)
        self.leave.setFocus()

        def work(_told: Told) -> Inside:
            return look_inside(made, live)

        job = self.jobs.start(work)
        job.finished.connect(self._show)
        job.failed.connect(self._failed)

    @property
    def said(self) -> str:
        """What is said at the top."""
        return self._told.text()

    def _show(self, inside: Inside) -> None:
        self._told.setText(words_data.inside_summary(inside))
        for fate in _ORDER:
            events = inside.events.get(fate, ())
            if not events:
                continue
            title = (
                words_data.fate_title(fate)
                if inside.compared
                else tr("What is in it, newest first")
            )
            self.sheet.add(SectionHeading(title, _ICONS[fate]))
            rows = Rows()
            for event in events:
                rows.add(_EventRow(event))
            self.sheet.add(rows)
            more = inside.more.get(fate, 0)
            if more:
                self.sheet.add(small(tr_n("and {n} more", "and {n} more", more)))
        self.sheet.body.addStretch(1)
        self.restore.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        sentence = words.trouble(error)
        self._told.set_ink("bad")
        self._told.setText(tr("{trouble}. {next}", trouble=sentence.title, next=sentence.text))

    def _ask(self) -> None:
        self._flush()
        sentence = say.Sentence(
            tr("Restore the backup of {when}?", when=self._when),
            tr(
                "Everything will be as it was then. What is there now is backed up before, so that you"
                " can come back to it. Nothing that you did before can be undone any more."
            ),
        )
        if say.ask(self, sentence, tr("Restore it"), tr("Leave it"), danger=True):
            self.accept()
            self.restore_wanted.emit(self._made.path)
