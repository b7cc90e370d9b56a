"""Owns the preview of a document that comes in: it plans aside, asks, and imports as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.document import Document
from interview_coach.domain.incoming import Refused, Understood
from interview_coach.domain.merging import Fate, Merge
from interview_coach.domain.trouble import Trouble
from interview_coach.store.merging import import_document, plan_import
from interview_coach.store.preparing import Prepared, prepared
from interview_coach.store.store import Store
from interview_coach.ui import say, words, words_document, words_exchange
from interview_coach.ui.dates import day_text, time_text
from interview_coach.ui.desk import Desk
from interview_coach.ui.importing.conflicts import ConflictCard
from interview_coach.ui.jobs import Job, Jobs, Told, Work
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Bar,
    Card,
    ElidedLabel,
    Label,
    PrimaryButton,
    QuietButton,
    Rows,
    ScrollPage,
    announce,
    small,
)

_SCALE = 1000


def plan_work(store: Store, document: Document) -> Work:
    """The work of the preview: every value checked, then held beside the store's. Half each."""

    def work(told: Told) -> tuple[Prepared, Merge]:
        found = prepared(document, _part(told, 0))
        with store.aside() as reader:
            return found, plan_import(reader, found, _part(told, 1))

    return work


def import_work(store: Store, found: Prepared, theirs: frozenset[str]) -> Work:
    """The work of the import: a backup, then the one deed."""

    def work(told: Told) -> Merge:
        store.back_up("before-import")
        told(0, _SCALE)
        return store.do(import_document, found, theirs, told)

    return work


def _part(told: Told, half: int) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        told((half * _SCALE + done * _SCALE // max(total, 1)) // 2, _SCALE)

    return tell


class _TallyRow(QWidget):
    """One kind of thing: what it is called, and how many go which way."""

    def __init__(self, title: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(16)
        row.addWidget(Label(title, "body"))
        row.addStretch(1)
        row.addWidget(Label(said, "body", "muted"))


class ImportDialog(QDialog):
    """What a document would bring, kind by kind, and the conflicts. Nothing is changed before Import.

    Signals: those of QDialog; it is accepted when the import is done.
    """

    def __init__(self, desk: Desk, understood: Understood, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Import"))
        self._desk = desk
        self._document: Document = understood.what
        self._found: Prepared | None = None
        self._job: Job | None = None
        self.jobs = Jobs(self)
        self.plan: Merge | None = None
        self._page = ScrollPage(self, margin=24)
        self._page.body.setContentsMargins(24, 20, 24, 12)
        self._page.body.setSpacing(14)
        self._page.add(ElidedLabel(understood.name, "heading"))
        self._page.add(small(self._written()))
        self.tallies = Card(tr("What is in it"))
        self._rows = Rows()
        self.tallies.add(self._rows)
        self._notes = small()
        self.tallies.add(self._notes)
        self._page.add(self.tallies)
        self.conflicts = ConflictCard()
        self._page.add(self.conflicts)
        self._page.body.addStretch(1)
        self.bar = Bar(0, _SCALE, tr("Import"))
        self._said = small()
        self.cancel = QuietButton(tr("Cancel"))
        self.take = PrimaryButton(tr("Import"))
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._import)
        self._build()
        self.tallies.hide()
        self.conflicts.hide()
        self.resize(760, 640)
        desk.flush()
        self._begin(
            plan_work(desk.store, self._document), tr("Looking at what is in it…"), self._planned
        )

    @property
    def said(self) -> str:
        """What is said at the foot."""
        return self._said.text()

    @property
    def notes(self) -> str:
        """What is said about rows that stay as they are."""
        return self._notes.text()

    @property
    def lines(self) -> list[str]:
        """What the preview says, a line for each kind of thing."""
        return [] if self.plan is None else words_exchange.merge_lines(self.plan)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 6, 24, 18)
        foot.setSpacing(12)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.take)
        column.addLayout(foot)

    def _written(self) -> str:
        here = self._document.written_at.astimezone(self._desk.local())
        today = self._desk.now().astimezone(self._desk.local()).date()
        return tr(
            "Written {day}, {time}, by Interview Coach {version}. Nothing is changed until you import it, and a backup is made before.",
            day=day_text(here.date(), today),
            time=time_text(here),
            version=self._document.program[:20],
        )

    # --- planning -----------------------------------------------------------------------------

    def _begin(self, work: Work, text: str, done: Callable[[object], None]) -> None:
        self._said.setText(text)
        self.bar.set_share(0, _SCALE)
        self.bar.show()
        self.take.setEnabled(False)
        job = self.jobs.start(work)
        self._job = job
        job.progress.connect(self.bar.set_share)
        job.finished.connect(done)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)

    def _ended(self) -> None:
        self._job = None
        self.bar.hide()

    def _planned(self, result: object) -> None:
        assert isinstance(result, tuple)  # noqa: S101  what plan_work gives
        self._found, self.plan = result
        plan = self.plan
        for tally in plan.tallies:
            counts = {fate: int(getattr(tally, fate.value)) for fate in Fate}
            # What is the same is said once, at the end.
            counts[Fate.SAME] = 0
            if any(counts.values()):
                name = words_document.table(tally.table)
                self._rows.add(_TallyRow(name, words_exchange.fates(counts)))
        self._notes.setText(words_exchange.notes(plan))
        self._notes.setVisible(bool(self._notes.text()))
        self.tallies.setVisible(bool(self._rows.rows) or bool(self._notes.text()))
        self.conflicts.setVisible(bool(plan.conflicts))
        self.conflicts.changed.connect(self._count)
        self.conflicts.show_conflicts(plan.conflicts)
        self._count()
        announce(self, self.said)
        (self.cancel if plan.idle else self.take).setFocus()

    def _count(self) -> None:
        if self.plan is None:
            return
        new, taken = self.plan.total(Fate.NEW), len(self.conflicts.theirs)
        self._said.setText(words_exchange.would(new, taken, idle=self.plan.idle))
        self.take.setEnabled(bool(new or taken))
        self.cancel.setText(tr("Cancel") if new or taken else tr("Close"))

    # --- importing ------------------------------------------------------------------------------

    def _import(self) -> None:
        if self._found is None or self._job is not None:
            return
        theirs = frozenset(self.conflicts.theirs)
        self.conflicts.setEnabled(False)
        self._begin(
            import_work(self._desk.store, self._found, theirs), tr("Importing…"), self._imported
        )

    def _imported(self, _done: object) -> None:
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.conflicts.setEnabled(True)
        self._count()
        if isinstance(error, Refused):
            say.warn(self, words_exchange.refusal(error))
        elif isinstance(error, Trouble):
            say.warn(self, words.trouble(error))
        else:
            self.reject()
            raise error
        if self.plan is None:
            self.reject()

    def done(self, result: int) -> None:
        """Stop what is under way: nothing of a half import stays."""
        if self._job is not None:
            self._job.cancel()
        self.jobs.drain()
        super().done(result)
