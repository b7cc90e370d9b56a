"""One session: a data folder, its store, its window; from opening to closing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal

from interview_coach.app.loading import Loader
from interview_coach.app.tidying import Tidying
from interview_coach.app.trace import Trace
from interview_coach.app.turns import Turns
from interview_coach.domain.changes import Changes
from interview_coach.domain.today import Today
from interview_coach.domain.trouble import Trouble
from interview_coach.store import first
from interview_coach.store.opening import Opened, open_store
from interview_coach.store.stamps import utc_now
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Theme

if TYPE_CHECKING:
    from interview_coach.app.care import Care, Outcome
    from interview_coach.store.store import Store
    from interview_coach.ui.reminders.keeper import ReminderKeeper
    from interview_coach.ui.reminders.notifying import Notifier
    from interview_coach.ui.shell.menu import Menu

WINDOW_FILE = "window.ini"
REST_AFTER_MS = 4000
MINUTE_MS = 60_000
# What the menus and the reminders stand on, in parts that each take only some milliseconds.
_PARTS = (
    "interview_coach.domain.interview",
    "interview_coach.domain.brief",
    "interview_coach.domain.calendar",
    "interview_coach.domain.document",
    "interview_coach.domain.incoming",
    "interview_coach.ui.borders",
    "interview_coach.ui.offering",
    "interview_coach.ui.shell.arrivals",
    "interview_coach.ui.shell.calendars",
    "interview_coach.ui.shell.menu",
    "interview_coach.ui.reminders.notifying",
)


def _keep_figure(path: Path, content: bytes | Sequence[Sequence[str | int | float]]) -> None:
    """Write a picture or a table of Insights."""
    from interview_coach.exchange.figures import keep

    keep(path, content)


class Session(QObject):
    """One open data folder with its window.

    Signals:
        settled(): the window has been painted, and its menus are made.
        ready(): the store is loaded and the window can do everything.
        ended(): the window is closed and the store with it.
        look_around_wanted(): the person wants to see the sample data.
        failed(object): loading failed with this exception.
        restore_wanted(Path): close this window, and let this backup be its data.
        trouble_wanted(Trouble): close this window, and ask what to do about this.
    """

    settled = Signal()
    ready = Signal()
    ended = Signal()
    look_around_wanted = Signal()
    failed = Signal(object)
    restore_wanted = Signal(object)
    trouble_wanted = Signal(object)

    def __init__(
        self,
        folder: Path,
        theme: Theme,
        trace: Trace,
        *,
        sample: bool = False,
        anew: bool = False,
        clock: Callable[[], datetime] = utc_now,
        notifier: Notifier | None = None,
    ) -> None:
        super().__init__()
        self.folder = folder
        self.sample = sample
        self.clock = clock
        self._notifier = notifier
        self.reminding: ReminderKeeper | None = None
        self.trace = trace
        self.store: Store | None = None
        self.desk: Desk | None = None
        self._opened: Opened | None = open_store(
            folder, lambda name: trace.reached(f"store: {name}"), anew=anew
        )
        self.settings = QSettings(str(folder / WINDOW_FILE), QSettings.Format.IniFormat)
        if sample:
            self._fill()
        else:
            self._dress(theme)
        self.window = MainWindow(theme, self.settings, sample=sample)
        trace.reached("window")
        self._menu: Menu | None = None
        reader = self._opened.reader
        local = ZoneInfo(local_zone())
        self.first_today: Today = first.today(reader, clock(), local)
        self.window.show_today(self.first_today, local)
        trace.reached("today's rows")
        self.window.closing.connect(self._close)
        self.window.look_around_wanted.connect(self.look_around_wanted)
        self.window.backup_wanted.connect(self.back_up)
        self.window.backed_up.connect(self._say_last_backup)
        # Once whoever asks has come to an end: this window is about to go.
        self.window.restore_wanted.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_AFTER_MS)
        self._rest.timeout.connect(self._rest_now)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self._say_last_backup)
        self._minute.start()
        self.care: Care | None = None
        self._coming: Turns | None = None
        self._loader: Loader | None = None
        self._tidying: Tidying | None = None

    def _fill(self) -> None:
        """Put the sample data into the throwaway folder before there is anything to see."""
        from interview_coach.store.sample import load_sample
        from interview_coach.store.store import Store

        if self._opened is None or not self._opened.fresh:
            return
        self.store = Store(self._opened, self.clock)
        self.store.do(load_sample, self.clock().astimezone(ZoneInfo(local_zone())).date())
        self.store.history.forget()

    def _dress(self, theme: Theme) -> None:
        mode = str(self.settings.value("look/mode", "system"))
        if mode in {"system", "light", "dark"}:
            theme.set_mode(mode)  # type: ignore[arg-type]
        try:
            theme.set_scale(float(str(self.settings.value("look/scale", 1.0))))
        except ValueError:
            theme.set_scale(1.0)

    @property
    def menu(self) -> Menu:
        """What the window's menus hold and do; made right after the first paint."""
        if self._menu is None:
            from interview_coach.ui.shell.menu import Menu

            self._menu = Menu(self.window)
        return self._menu

    # --- coming up ----------------------------------------------------------------------------

    def show(self) -> None:
        """Show the window; the store's machinery is loaded once it has been painted."""
        self.window.painted.connect(self._painted, Qt.ConnectionType.SingleShotConnection)
        self.window.show()

    def _painted(self) -> None:
        self.trace.reached("first paint")
        # Before the thread begins: beside it each of these would take three times as long.
        parts = [partial(import_module, name) for name in _PARTS]
        self._coming = Turns([*parts, lambda: self.menu, self.settled.emit, self._load], self)
        self._coming.start()

    def _load(self) -> None:
        self.trace.reached("menus")
        self._loader = Loader(self)
        self._loader.loaded.connect(self._loaded, Qt.ConnectionType.QueuedConnection)
        self._loader.failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self._loader.start()

    def _loaded(self) -> None:
        if self._loader is not None:
            self._loader.settle()
        self.trace.reached("modules loaded")
        self.attach()

    def attach(self) -> None:
        """Make the store and the desk, and give the window what it needs to do everything."""
        from interview_coach.app.borders import borders
        from interview_coach.store.store import Store

        opened, self._opened = self._opened, None
        if opened is None:
            return
        self.store = self.store or Store(opened, self.clock)
        self.desk = Desk(self.store, self)
        self.desk.changed.connect(self._changed)
        ways = borders()
        self.window.attach(self.desk, ways, _keep_figure)
        self.menu.attach(self.desk, ways)
        self._say_last_backup()
        self.trace.reached("ready")
        self._begin_reminding(self.desk)
        self._ask_for_review()
        if not self.sample:
            self._begin_care(self.store, self.desk)
            self._tidying = Tidying(self.store, self)
        self.ready.emit()

    def _begin_reminding(self, desk: Desk) -> None:
        from interview_coach.ui.reminders.keeper import ReminderKeeper
        from interview_coach.ui.reminders.notifying import DesktopNotifier

        notifier = self._notifier
        if notifier is None:
            notifier = desktop = DesktopNotifier(self.window.windowIcon(), self)
            desktop.clicked.connect(self.window.raise_up)
        keeper = ReminderKeeper(desk, self.settings, self.window.navigator, notifier, self)
        self.reminding = keeper
        self.window.add_above(keeper.bar)
        self.window.reminders_changed.connect(keeper.check)
        if not self.sample:
            # Not beside the first things that the person does. Of sample data nobody is reminded.
            QTimer.singleShot(REST_AFTER_MS, keeper, keeper.start)

    def _begin_care(self, store: Store, desk: Desk) -> None:
        from interview_coach.app.care import Care

        self.care = Care(store, self)
        self.care.ended.connect(self._said)
        desk.changed.connect(self.care.note_change)
        desk.scribbled.connect(self.care.note_change)
        self._minute.timeout.connect(self.care.tick)
        self._tell_of_network()
        # Not beside the first things that the person does.
        QTimer.singleShot(REST_AFTER_MS, self.care, self.care.on_start)

    def _ask_for_review(self) -> None:
        """Ask once, when an interview has ended and nobody has been asked about it yet."""
        waiting = [r for r in self.first_today.to_review if not r.started]
        asked = str(self.settings.value("asked/review", ""))
        if not waiting or waiting[0].id == asked or self.sample:
            return
        from interview_coach.ui.widgets import Banner

        newest = waiting[0]
        self.settings.setValue("asked/review", newest.id)
        if self.reminding is not None:
            self.reminding.asked_for_review(newest.id)
        banner = Banner(
            tr(
                "Your interview at {company} is over. Memory of the questions fades fast.",
                company=newest.company,
            ),
            "attention",
            action=tr("Review it now"),
            dismissable=True,
        )
        self.window.add_banner(banner)

        def review() -> None:
            banner.dismissed.emit()
            self.window.navigator.open("interview", newest.id, "review")

        banner.acted.connect(review)
        # Asked once: whoever goes on to something else has heard it, and Today says it too.
        self.window.navigator.wanted.connect(
            lambda _place: banner.dismissed.emit(), Qt.ConnectionType.SingleShotConnection
        )

    # --- care ---------------------------------------------------------------------------------

    def _changed(self, _changes: Changes) -> None:
        self._rest.start()

    def _rest_now(self) -> None:
        if self.store is not None:
            self.store.rest()

    def back_up(self) -> None:
        """Back up now, off the window's thread."""
        if self.desk is not None and self.care is not None:
            self.desk.flush()
            self.care.by_hand()

    def _said(self, ended: Outcome) -> None:
        """Say how a backup went: always when it was asked for, else only what went wrong."""
        if self.desk is not None and self.desk.closed:
            # The copy on closing: the window may be gone by now, and nobody looks at it.
            return
        from interview_coach.ui.widgets import Banner

        if isinstance(ended.error, Trouble) and ended.error.code == "damaged":
            known = words.trouble(ended.error)
            text = tr("{trouble}. {what_to_do}", trouble=known.title, what_to_do=known.text)
            banner = Banner(text, "bad", action=tr("What can be done…"), dismissable=True)
            trouble = ended.error
            banner.acted.connect(
                lambda: QTimer.singleShot(0, self, lambda: self.trouble_wanted.emit(trouble))
            )
            self.window.add_banner(banner)
        elif ended.error is not None:
            self.window.toast.show_message(
                tr("The backup could not be made. Your data itself is saved."),
            )
        elif ended.made is not None and not ended.why:
            self.window.toast.show_message(
                tr("Backed up to {folder}", folder=str(ended.made.parent))
            )
        if ended.away is not None:
            text = tr(
                "The second place for backups is not there just now: {folder}. "
                "The next copy goes there once it is back.",
                folder=str(ended.away),
            )
            self.window.add_banner(Banner(text, "info", dismissable=True))
        self._say_last_backup()

    def _say_last_backup(self) -> None:
        from interview_coach.store import backup

        newest = next(iter(backup.found(self.folder)), None)
        now = self.clock()
        self.window.sidebar.set_backed_up(newest.made_at if newest else None, now)

    def _tell_of_network(self) -> None:
        """Say once of a network drive what nobody can find out from here."""
        from interview_coach.store.drives import on_network
        from interview_coach.ui.widgets import Banner

        if self.settings.contains("told/network") or not on_network(self.folder):
            return
        self.settings.setValue("told/network", "1")
        text = tr(
            "Your data lies on a network drive. Open it on one computer at a time: locks there may"
            " not reach the others."
        )
        self.window.add_banner(Banner(text, "attention", dismissable=True))

    def _restore(self, source: Path) -> None:
        if self.sample:
            self.window.toast.show_message(tr("This is sample data: there is nothing to restore."))
        else:
            self.restore_wanted.emit(source)

    def close_for_restore(self) -> None:
        """Close the window; the backup that quitting would make is made by the restore."""
        care, self.care = self.care, None
        if care is not None:
            care.wait()
        self.window.close()
        if self.store is not None:
            # The person stays: what is typed could not be kept.
            self.care = care

    # --- going --------------------------------------------------------------------------------

    def _close(self) -> None:
        if self._coming is not None:
            self._coming.stop()
        self._rest.stop()
        self._minute.stop()
        if self.reminding is not None:
            self.reminding.stop()
        if self.desk is not None:
            self.desk.close()
        if self._tidying is not None:
            self._tidying.end()
        if self.care is not None:
            # Nobody looks at a window that waits for a copy.
            self.window.hide()
            self.care.on_quit()
        if self.store is not None:
            self.store.close()
            self.store = self._opened = None
        elif self._opened is not None:
            self._opened.writer.close()
            self._opened.reader.close()
            self._opened.lock.release()
            self._opened = None
        if self.sample:
            self.settings.sync()
            shutil.rmtree(self.folder, ignore_errors=True)
        self.ended.emit()
