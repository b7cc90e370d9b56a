"""What the Settings page does about backups and the check: the work aside, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.examination import Examination
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, second_place
from interview_coach.store.backup import Backup
from interview_coach.store.inside import a_backup
from interview_coach.ui import say, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Job, Jobs, Told
from interview_coach.ui.settings.backups import BackupsCard
from interview_coach.ui.settings.checking import CheckCard
from interview_coach.ui.settings.data import moment_text, size_text
from interview_coach.ui.settings.inside import InsideDialog
from interview_coach.ui.text import tr


class Caring(QObject):
    """Backups and the check, between their cards and the store.

    Signals:
        backed_up(): a backup was made.
        restore_wanted(Path): the person wants this backup to be their data again.
    """

    backed_up = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, card: BackupsCard, check: CheckCard, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._page = desk, jobs, parent
        self._card, self._check = card, check
        self._checking: Job | None = None
        self.dialog: InsideDialog | None = None
        card.backup_wanted.connect(self.back_up)
        card.look_wanted.connect(self.look)
        card.file_chosen.connect(self.look_at_file)
        card.second.chosen.connect(self.choose_place)
        card.second.dropped.connect(self.drop_place)
        check.wanted.connect(self.check)
        check.stopped.connect(self._stop)
        check.mend_wanted.connect(self.mend)

    def refresh(self) -> None:
        """Show the backups there are, and the second place."""
        folder = self._desk.store.folder
        now = self._desk.now()
        self._card.show_backups(backup.found(folder), self._desk.local(), now)
        place = second_place.second_place(folder)
        copies = backup.found_in(place.own) if place is not None and place.there else ()
        self._card.second.show_place(place, next(iter(copies), None), now)

    # --- making one ---------------------------------------------------------------------------

    def back_up(self) -> None:
        """Make a backup now, aside."""
        self._desk.flush()
        self._card.working(on=True)
        store = self._desk.store

        def work(_told: Told) -> tuple[Path, Trouble | None]:
            made = store.back_up()
            try:
                store.copy_to_second_place()
            except (Trouble, OSError) as error:
                return made, error if isinstance(error, Trouble) else Trouble("disk_error")
            return made, None

        job = self._jobs.start(work)
        job.finished.connect(self._backed_up)
        job.failed.connect(self._not_backed_up)
        job.cancelled.connect(self._stopped)

    def _backed_up(self, result: tuple[Path, Trouble | None]) -> None:
        made, copy_trouble = result
        self._card.working(on=False)
        self.refresh()
        size = size_text(made.stat().st_size)
        self._card.say(tr("Backed up: {name}, {size}.", name=made.name, size=size))
        if copy_trouble is not None:
            self._place_trouble(copy_trouble)
        self.backed_up.emit()

    def _stopped(self) -> None:
        self._card.working(on=False)
        self._card.say("")

    def _not_backed_up(self, error: BaseException) -> None:
        self._card.working(on=False)
        self._card.say(tr("The backup could not be made."), wrong=True)
        if not isinstance(error, Trouble):
            raise error
        say.warn(self._page, words.trouble(error))

    # --- looking inside -----------------------------------------------------------------------

    def look_at_file(self, path: Path) -> None:
        """Look inside a backup that lies elsewhere."""
        try:
            self.look(a_backup(path))
        except Trouble as error:
            say.warn(self._page, words.trouble(error))

    def look(self, made: Backup) -> None:
        """Look inside a backup."""
        self._desk.flush()
        when = moment_text(made.made_at, self._desk.local(), self._desk.now())
        dialog = InsideDialog(made, self._desk.store.path, when, self._page, flush=self._desk.flush)
        dialog.restore_wanted.connect(self.restore_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        self.dialog = None

    # --- the second place ---------------------------------------------------------------------

    def choose_place(self, chosen: Path) -> None:
        """Let copies go there, the first one at once."""
        store = self._desk.store

        def work(_told: Told) -> None:
            second_place.choose(store.folder, chosen)
            store.copy_to_second_place()

        job = self._jobs.start(work)
        job.finished.connect(lambda _result: self.refresh())
        job.failed.connect(self._place_failed)

    def drop_place(self) -> None:
        """No copies there any more; what lies there stays."""
        second_place.forget(self._desk.store.folder)
        self.refresh()
        self._card.second.choose.setFocus()

    def _place_failed(self, error: BaseException) -> None:
        self.refresh()
        if isinstance(error, Trouble):
            self._place_trouble(error)
        elif isinstance(error, OSError):
            self._place_trouble(second_place.trouble_there(error))
        else:
            raise error

    def _place_trouble(self, trouble: Trouble) -> None:
        sentence = words.trouble(trouble)
        text = tr("Nothing could be copied there: {why}.", why=sentence.title)
        self._card.second.tell(text, wrong=True)

    # --- the check ----------------------------------------------------------------------------

    def check(self) -> None:
        """Check now, aside."""
        if self._checking is not None:
            return
        self._desk.flush()
        self._check.begin()
        store = self._desk.store

        def work(told: Told) -> Examination:
            return store.examine(told)

        self._checking = job = self._jobs.start(work)
        job.progress.connect(self._check.bar.set_share)
        job.finished.connect(self._check.show_result)
        job.cancelled.connect(lambda: self._check.end(tr("Cancelled.")))
        job.failed.connect(self._not_checked)
        job.ended.connect(self._check_over)

    def _check_over(self) -> None:
        self._checking = None

    def _stop(self) -> None:
        if self._checking is not None:
            self._checking.cancel()

    def _not_checked(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            self._check.end(tr("The check could not be made."), wrong=True)
            raise error
        sentence = words.trouble(error)
        text = tr("{trouble}. {next}", trouble=sentence.title, next=sentence.text)
        self._check.end(text, wrong=True)

    def mend(self) -> None:
        """Make search and timeline anew, then look again."""
        store = self._desk.store

        def work(_told: Told) -> None:
            store.rebuild_entries()

        self._check.begin()
        job = self._jobs.start(work)
        job.finished.connect(lambda _result: self.check())
        job.failed.connect(self._not_checked)
