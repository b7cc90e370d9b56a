"""The main window: sidebar, pages, and the way between them.

It is shown with Today's content before the store's machinery is loaded; `attach` gives it the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interview_coach.domain.changes import Changes, Place
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.desk import local_zone
from interview_coach.ui.leaving import may_close
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.shell import remembered
from interview_coach.ui.shell.bar import bar_of
from interview_coach.ui.shell.notes import not_saved, toast_for
from interview_coach.ui.shell.pages import page_makers
from interview_coach.ui.shell.sidebar import Sidebar
from interview_coach.ui.shell.undoing import Undoing
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Theme, current
from interview_coach.ui.today.page import TodayPage
from interview_coach.ui.widgets import tab_on

if TYPE_CHECKING:
    from interview_coach.domain.today import Today
    from interview_coach.ui.borders import Borders
    from interview_coach.ui.desk import Desk
    from interview_coach.ui.insights.page import InsightsPage, Keeper
    from interview_coach.ui.readers import Readers
    from interview_coach.ui.settings.page import SettingsPage
    from interview_coach.ui.widgets import Banner, Toast

WIDE = 1100
SMALLEST = QSize(720, 480)


class MainWindow(QMainWindow):
    """The window.

    Signals:
        painted(): the first frame with content has been painted.
        closing(): the person closes it; everything typed has been kept.
        look_around_wanted(): show the sample data in a throwaway folder.
        backup_wanted(): back up now.
        backed_up(): the Settings page made a backup.
        import_wanted(): let the person choose a file that comes in.
        reminders_changed(): the person chose other reminders.
        restore_wanted(Path): close, and let this backup be the data again.
        draining(): the store is about to close; long work on it has to be over when this returns.
    """

    painted = Signal()
    closing = Signal()
    look_around_wanted = Signal()
    backup_wanted = Signal()
    backed_up = Signal()
    import_wanted = Signal()
    reminders_changed = Signal()
    restore_wanted = Signal(object)
    draining = Signal()

    def __init__(self, theme: Theme, settings: QSettings, *, sample: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.settings = settings
        self.sample = sample
        self.navigator = Navigator(self)
        self.desk: Desk | None = None
        self.readers: Readers | None = None
        self._pages: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._back: list[Place] = []
        self._here = Place("today")
        self._pending: Place | None = None
        self._first_paint = True
        self._zone = local_zone()
        self._undoing = Undoing(self)
        self.setMinimumSize(SMALLEST)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        bar_of(self)
        self.sidebar = Sidebar()
        row.addWidget(self.sidebar)
        column = QWidget()
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.stack = QStackedWidget()
        self._column.addWidget(self.stack, 1)
        row.addWidget(column, 1)
        self.setCentralWidget(middle)
        self._toast: Toast | None = None
        self._below = column
        self.today = TodayPage(self.navigator)
        self._add("today", self.today)
        self.sidebar.chosen.connect(self._go_to)
        self.navigator.wanted.connect(self.go)
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self.tick)
        self._minute.start()
        if sample:
            from interview_coach.ui.widgets import Banner

            text = tr(
                "You are looking around: this is sample data in a folder of its own. Nothing here is yours, and it goes when you close this window."
            )
            self.add_banner(Banner(text))
        self._restore()
        self._retitle()

    @property
    def toast(self) -> Toast:
        """The message at the bottom; made when there is one."""
        if self._toast is None:
            from interview_coach.ui.widgets import Toast

            self._toast = Toast(self._below)
            self._toast.acted.connect(self.undo)
        return self._toast

    # --- coming up ----------------------------------------------------------------------------

    def show_today(self, today: Today, local: tzinfo) -> None:
        """Show Today's content before there is a desk; to a newcomer the welcome."""
        self.today.show_today(today, local)
        if not today.any_opportunity and not self.settings.contains("welcome/done"):
            self._welcome()

    def _welcome(self) -> None:
        from interview_coach.ui.welcome.page import WelcomePage

        page = WelcomePage()
        self._add("welcome", page)
        self.stack.setCurrentWidget(page)
        page.look_around_wanted.connect(self.look_around_wanted)
        page.begun.connect(lambda: self._begin("new_interview"))
        page.opportunity_wanted.connect(lambda: self._begin("new_opportunity"))
        page.skipped.connect(lambda: self._begin(""))
        page.begin_button.setFocus()
        self._retitle()

    def _begin(self, kind: str) -> None:
        self.settings.setValue("welcome/done", "1")
        self.navigator.open("today")
        if kind:
            self.navigator.open(kind)

    def attach(
        self, desk: Desk, borders: Borders | None = None, keeper: Keeper | None = None
    ) -> None:
        """The store is ready: pages can be made, and what was asked for meanwhile is opened."""
        self.desk = desk
        self._makers = page_makers(
            desk, self.navigator, self.theme, borders, keeper, self._settings_made, self._made
        )
        desk.changed.connect(self._heard)
        desk.troubled.connect(self._troubled)
        self.today.attach(desk)
        pending, self._pending = self._pending, None
        if pending is not None:
            self.go(pending)

    def _made(self, page: SettingsPage | InsightsPage) -> None:
        self.draining.connect(page.jobs.drain)

    def _settings_made(self, page: SettingsPage) -> None:
        self._made(page)
        page.appearance_changed.connect(self.remember)
        page.backed_up.connect(self.backed_up)
        page.import_wanted.connect(self.import_wanted)
        page.reminders.use(self.settings)
        page.reminders.changed.connect(self.reminders_changed)
        page.restore_wanted.connect(self.restore_wanted)

    def _add(self, key: str, page: QWidget) -> None:
        self._pages[key] = page
        self.stack.addWidget(page)

    def has_page(self, key: str) -> bool:
        """Whether there is a page of this kind."""
        return key in self._pages or key in self._makers

    def page(self, key: str) -> QWidget:
        """A page by its key, made at its first use."""
        if key not in self._pages:
            page = self._makers[key]()
            self._add(key, page)
            remembered.restore_splitters(self.settings, page, key)
        return self._pages[key]

    # --- going somewhere ----------------------------------------------------------------------

    @property
    def here(self) -> Place:
        """Where the person is."""
        page = self.stack.currentWidget()
        return page.place() if isinstance(page, Page) else self._here

    def go(self, place: Place) -> None:
        """Open a page or a dialog; before the store is ready the wish is kept."""
        if self.desk is None:
            self._pending = place
            return
        if self.has_page(place.kind):
            self.go_from_here(place)
        else:
            self._open_dialog(place)

    def go_from_here(self, place: Place) -> None:
        """Open a page, and remember where one came from."""
        self._remember_here()
        self._open(place)

    def _go_to(self, key: str) -> None:
        self.navigator.open(key)

    def back(self) -> None:
        """Go back to where one came from."""
        if self._back:
            self._open(self._back.pop())

    def _remember_here(self) -> None:
        here = self.here
        if not self._back or self._back[-1] != here:
            self._back.append(here)
            del self._back[:-50]

    def _open(self, place: Place) -> None:
        if self.desk is not None:
            self.desk.flush()
        page = self.page(place.kind)
        try:
            if place.kind == "interview":
                page.show_interview(place.id, place.step)  # type: ignore[attr-defined]
            elif place.kind == "opportunity":
                page.show_opportunity(place.id)  # type: ignore[attr-defined]
            elif place.kind == "library":
                page.show_place(place.id)  # type: ignore[attr-defined]
        except Trouble as error:
            self.toast.show_message(words.trouble(error).title)
            place = Place("interviews")
            page = self.page("interviews")
        self._here = place
        self.stack.setCurrentWidget(page)
        self.sidebar.choose(place.kind)
        self._retitle()
        if place.kind == "settings":
            page.show_part(place.step)  # type: ignore[attr-defined]
        if isinstance(page, Page):
            page.focus_first()

    def _open_dialog(self, place: Place) -> None:
        from interview_coach.ui.interviews.dialogs import open_dialog

        if self.desk is not None:
            open_dialog(place, self.desk, self.navigator, self, self.readers)

    def _retitle(self) -> None:
        page = self.stack.currentWidget()
        name = page.title() if isinstance(page, Page) else tr("Welcome")
        app = tr("Interview Coach – a look around") if self.sample else tr("Interview Coach")
        self.setWindowTitle(tr("{page} – {app}", page=name, app=app) if name else app)

    # --- deeds --------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last deed back, and show where that was."""
        self._undoing.move(back=True)

    def redo(self) -> None:
        """Do the last undone deed again, and show where that was."""
        self._undoing.move(back=False)

    def _troubled(self, error: Trouble) -> None:
        """What is being typed is not kept: say so without taking the keys away from it."""
        text = not_saved(error)
        if not self.toast.isVisible() or self.toast.accessibleName() != text:
            self.toast.show_message(text, seconds=20)

    def _heard(self, changes: Changes) -> None:
        text = toast_for(changes)
        if text:
            self.toast.show_message(text, tr("Undo") if changes.way.value == "done" else "")
        elif changes.undoable and self._toast is not None and self._toast.isVisible():
            # Its button would take this deed back and not the one that it names.
            self.toast.close_message()
        self._retitle()

    # --- what is the window's own -------------------------------------------------------------

    def add_banner(self, banner: Banner) -> None:
        """Show a line above the pages."""
        frame = QWidget()
        row = QVBoxLayout(frame)
        row.setContentsMargins(28, 12, 28, 0)
        row.addWidget(banner)
        banner.dismissed.connect(frame.hide)
        self.add_above(frame)

    def add_above(self, widget: QWidget) -> None:
        """Put something above the pages and all that stands there already."""
        self._column.insertWidget(0, widget)

    def tick(self) -> None:
        """A minute has passed, and the computer may have been carried to another zone."""
        moved, self._zone = self._zone != local_zone(), local_zone()
        for page in (p for p in self._pages.values() if isinstance(p, Page)):
            if moved:
                page.outdate()
            if page.isVisible():
                page.tick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrow sidebar."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(narrow=self.width() < current().px(WIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; the first time, tell that there is something to see."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colours.page)
        painter.end()
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything typed, then go."""
        if not may_close(self, self.desk):
            event.ignore()
            return
        for dialog in self.findChildren(QDialog):
            # Not asked whether to discard: what it holds is scratch, and there at the next start.
            dialog.done(0)
        self.remember()
        self.draining.emit()
        self.closing.emit()
        event.accept()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab go as one reads, wherever on a page something was made last."""
        return tab_on(self, forwards=forwards) or super().focusNextPrevChild(forwards)

    def raise_up(self) -> None:
        """Come to the front: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- remembered ---------------------------------------------------------------------------

    def remember(self) -> None:
        """Keep the window's size, page, splitters and look for the next start."""
        kept = self.settings
        here = self.here
        kept.setValue("window/page", [here.kind, here.id, here.step])
        for key, page in self._pages.items():
            remembered.keep_splitters(kept, page, key)
        kept.setValue("look/mode", self.theme.mode)
        kept.setValue("look/scale", self.theme.scale)
        remembered.keep_size(kept, self)

    def _restore(self) -> None:
        remembered.restore_size(self.settings, self)
        page = self.settings.value("window/page")
        if isinstance(page, list) and len(page) == 3 and page[0] != "today":
            self._pending = Place(*(str(part) for part in page))
        self.sidebar.choose(self._pending.kind if self._pending else "today")
