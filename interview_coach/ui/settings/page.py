"""Owns the Settings page: it asks the store, runs the long work aside, and hands each card its part."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.afterwards import Wish
from interview_coach.domain.changes import Place
from interview_coach.domain.forms import Form
from interview_coach.domain.kinds import Topic
from interview_coach.domain.trash import Batch, Thing
from interview_coach.domain.trouble import Trouble
from interview_coach.store import afterwards, silence, trash
from interview_coach.store.document import row_counts
from interview_coach.store.setbacks import SETBACKS
from interview_coach.store.settings import set_setting
from interview_coach.ui import say, words_data
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Job, Jobs, Told
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.settings.about import AboutCard
from interview_coach.ui.settings.after_no import AfterNoCard
from interview_coach.ui.settings.appearance import AppearanceCard
from interview_coach.ui.settings.backups import BackupsCard
from interview_coach.ui.settings.caring import Caring
from interview_coach.ui.settings.checking import CheckCard
from interview_coach.ui.settings.data import DataCard
from interview_coach.ui.settings.exporting import ExportCard, export_work
from interview_coach.ui.settings.reminders import RemindersCard
from interview_coach.ui.settings.trash import TrashCard
from interview_coach.ui.settings.waiting import WaitingCard
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Columns, PageHeader, ScrollPage


class SettingsPage(Page):
    """Appearance, the data and its backups, what goes out and comes in, the trash, and about.

    `borders` write and read files; without them there is nothing to export or import. Whoever closes
    the store calls `jobs.drain()` before.

    Signals:
        appearance_changed(): the person chose another look; the theme has it, the shell remembers it.
        backed_up(): a backup was made.
        import_wanted(): let the person choose a file that comes in.
        restore_wanted(Path): the person wants this backup to be their data again.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic)
    appearance_changed = Signal()
    backed_up = Signal()
    import_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        borders: Borders | None = None,
    ) -> None:
        super().__init__(desk, navigator, parent)
        self._borders = borders
        self._exporting: Job | None = None
        self._counting: Job | None = None
        self._stale_counts = False
        self.jobs = Jobs(self)
        self.sheet = ScrollPage()
        self.sheet.add(PageHeader(tr("Settings")))
        self.appearance = AppearanceCard(theme)
        self.reminders = RemindersCard()
        self.data = DataCard(desk.store.path)
        self.backups = BackupsCard()
        self.check = CheckCard()
        self.export = ExportCard(self._suggested)
        self.trash = TrashCard(self._in_trash)
        self.waiting = WaitingCard()
        self.after_no = AfterNoCard()
        self.about = AboutCard()
        self.columns = Columns()
        for card in (self.data, self.backups, self.export, self.trash):
            self.columns.main.addWidget(card)
        self.columns.main.addStretch(1)
        for beside in (
            self.appearance,
            self.reminders,
            self.waiting,
            self.after_no,
            self.check,
            self.about,
        ):
            self.columns.side.addWidget(beside)
        self.columns.side.addStretch(1)
        self.sheet.add(self.columns)
        self.sheet.body.addStretch(1)
        self.export.setVisible(borders is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self.appearance.changed.connect(self.appearance_changed)
        self.caring = Caring(desk, self.jobs, self.backups, self.check, self)
        self.caring.backed_up.connect(self.backed_up)
        self.caring.restore_wanted.connect(self.restore_wanted)
        self.export.wanted.connect(self._export)
        self.export.stopped.connect(self._stop)
        self.export.import_wanted.connect(self.import_wanted)
        self.trash.restore_wanted.connect(self._restore)
        self.trash.empty_wanted.connect(self._empty)
        self.waiting.changed.connect(self._wait_for)
        self.after_no.writing_wanted.connect(self._offer_writing)
        self.after_no.setbacks_wanted.connect(self._remind_of_setbacks)

    def title(self) -> str:
        """The page's name."""
        return tr("Settings")

    def place(self) -> Place:
        """Here."""
        return Place("settings")

    def focus_first(self) -> None:
        """Begin at the data."""
        self.data.open.setFocus()

    def show_part(self, name: str) -> None:
        """Bring one card into sight: data, backups, check, export, trash or about."""
        cards = {
            "data": self.data,
            "backups": self.backups,
            "check": self.check,
            "export": self.export,
            "trash": self.trash,
            "reminders": self.reminders,
            "after_no": self.after_no,
            "about": self.about,
        }
        card = cards.get(name)
        if card is not None:
            # Once the page has been laid out.
            QTimer.singleShot(0, self, lambda: self.sheet.ensureWidgetVisible(card, 0, 24))

    def refresh(self) -> None:
        """Ask again and show the answers."""
        self._count()
        self.waiting.show_days(self.desk.ask(silence.quiet_after))
        wishes = self.desk.ask(afterwards.afterwards, "")
        self.after_no.show_wishes(wishes.writing, wishes.setbacks)
        self.caring.refresh()
        self.trash.show_batches(
            self.desk.ask(trash.trash_batches), self.desk.local(), self.desk.now()
        )

    def tick(self) -> None:
        """Backups are some minutes older."""
        if self.isVisible():
            self.caring.refresh()

    def _size(self) -> int:
        # Only asked of the file system: opening the file here would drop SQLite's locks.
        path = self.desk.store.path
        wal = path.with_name(path.name + "-wal")
        return sum(file.stat().st_size for file in (path, wal) if file.exists())

    def _count(self) -> None:
        # Counting reads every row once: aside, as nobody waits for it.
        if self._counting is not None:
            self._stale_counts = True
            return
        store = self.desk.store

        def work(_told: Told) -> dict[str, int]:
            with store.aside() as reader:
                return row_counts(reader)

        self._counting = self.jobs.start(work)
        self._counting.finished.connect(self._counted)
        self._counting.failed.connect(self._not_counted)
        self._counting.ended.connect(self._count_over)

    def _counted(self, counts: dict[str, int]) -> None:
        self.data.show_counts(self._size(), counts)

    def _not_counted(self, error: BaseException) -> None:
        # Known trouble will be said by whatever the person does; a missing count says nothing.
        if not isinstance(error, Trouble):
            raise error

    def _count_over(self) -> None:
        self._counting = None
        if self._stale_counts:
            self._stale_counts = False
            self._count()

    def _wait_for(self, days: int) -> None:
        self.desk.do(set_setting, silence.SETTING, str(days))

    def _offer_writing(self, wish: Wish) -> None:
        self.desk.do(set_setting, afterwards.WRITING, wish.value)

    def _remind_of_setbacks(self, wish: Wish) -> None:
        self.desk.do(set_setting, SETBACKS, wish.value)

    # --- export -------------------------------------------------------------------------------

    def _suggested(self) -> str:
        today = self.desk.now().astimezone(self.desk.local()).date()
        return f"interview-coach-{today.isoformat()}"

    def _export(self, path: Path, form: Form, passphrase: str) -> None:
        if self._borders is None or self._exporting is not None:
            return
        # What is being typed is part of everything.
        self.desk.flush()
        self.export.begin(path)
        work = export_work(self.desk.store, self._borders, path, form, passphrase)
        job = self.jobs.start(work)
        self._exporting = job
        job.progress.connect(self.export.tell)
        job.finished.connect(self.export.done)
        job.cancelled.connect(self.export.gave_up)
        job.failed.connect(self._not_exported)
        job.ended.connect(self._export_over)

    def _export_over(self) -> None:
        self._exporting = None

    def _stop(self) -> None:
        if self._exporting is not None:
            self._exporting.cancel()

    def _not_exported(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self.export.failed(error)
            return
        self.export.failed(Trouble("disk_error"))
        raise error

    # --- trash --------------------------------------------------------------------------------

    def _in_trash(self, batch: str) -> tuple[Thing, ...]:
        return self.desk.ask(trash.trash_contents, batch)

    def _restore(self, batch: Batch) -> None:
        both = batch.inside is not None and self._both(batch)
        if batch.inside is None or both:
            self.desk.do(trash.restore_batch, batch.id, what_it_is_in=both)

    def _both(self, batch: Batch) -> bool:
        """What it belongs to is in the trash too: whether to bring both back."""
        if batch.inside is None:
            return False
        sentence = say.Sentence(
            tr("Bring back what it belongs to, too?"),
            tr(
                "“{what}” belongs to “{inside}”, which was deleted after it. They come back together, or not at all.",
                what=words_data.trashed(batch.thing)[0],
                inside=words_data.trashed(batch.inside)[0],
            ),
        )
        return say.ask(self, sentence, tr("Restore both"), tr("Leave both in the trash"))

    def _empty(self) -> None:
        sentence = say.Sentence(
            tr("Empty the trash?"),
            tr(
                "What is in it is deleted for good. Nothing that you did before can be undone any more."
            ),
        )
        if say.ask(self, sentence, tr("Empty the trash"), tr("Keep it"), danger=True):
            self.desk.do(trash.empty_trash)
            self.focus_first()
