"""Owns the ways of calendars in and out of the window: a file's event looked over, interviews saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from interview_coach.domain.calendar import CalendarEvent, CalendarFile
from interview_coach.domain.changes import Place
from interview_coach.domain.incoming import Understood
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import say, words_data
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Jobs, Told
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr, tr_n

if TYPE_CHECKING:
    from interview_coach.ui.borders import Borders
    from interview_coach.ui.interviews.event_list import EventList
    from interview_coach.ui.shell.window import MainWindow

KIND = "calendar"


class Calendars(QObject):
    """Takes calendar files in and writes them; the navigator's kind is "save_calendar" (id, or "")."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._borders: Borders | None = None
        self._jobs = Jobs(self)
        self.dialog: QFileDialog | None = None
        self.list: EventList | None = None
        window.navigator.wanted.connect(self._go)
        window.draining.connect(self._jobs.drain)

    def attach(self, desk: Desk, borders: Borders) -> None:
        """The store is ready."""
        self._desk, self._borders = desk, borders

    # --- in -----------------------------------------------------------------------------------

    def take(self, found: Understood) -> None:
        """Look over what a calendar file holds."""
        self.show_file(found.what)

    def show_file(self, calendar: CalendarFile) -> None:
        """Look over a calendar: its one event, or the one that is chosen."""
        from interview_coach.ui.interviews.event_list import EventList

        if self._desk is None:
            return
        if len(calendar.events) == 1:
            self.look_over(calendar.events[0])
            return
        self.list = EventList(self._desk, self._window, calendar)
        self.list.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list.chosen.connect(self.look_over)
        self.list.open()

    def look_over(self, event: CalendarEvent) -> None:
        """Open the dialog that fits an event."""
        from interview_coach.ui.interviews.invited import FollowDialog, dialog_for

        if self._desk is None:
            return
        dialog = dialog_for(event, self._desk, self._window)
        if dialog is None:
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        step = "" if isinstance(dialog, FollowDialog) else "prepare"
        dialog.saved.connect(lambda key: self._window.navigator.open("interview", key, step))
        dialog.open()

    # --- out ----------------------------------------------------------------------------------

    def save(self, key: str = "") -> None:
        """Ask where one interview, or all of them, go as a calendar file."""
        dialog = QFileDialog(self._window, tr("Save for a calendar"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(f"{tr('interview') if key else tr('interviews')}.ics")
        dialog.fileSelected.connect(lambda name: self.write(Path(name), key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def write(self, path: Path, key: str = "") -> None:
        """Write one interview, or all of them, aside."""
        from interview_coach.store.invitation import scheduled
        from interview_coach.ui.words_calendar import entries_of

        desk, borders = self._desk, self._borders
        if desk is None or borders is None:
            return
        store, now, write, made = desk.store, desk.now(), borders.write, borders.calendar

        def work(told: Told) -> tuple[Path, int]:
            with store.aside() as reader:
                found = scheduled(reader, key)
            write(path, made(entries_of(found), now, told))
            return path, len(found)

        job = self._jobs.start(work)
        job.finished.connect(self._written)
        job.failed.connect(self._not_written)

    def _written(self, result: tuple[Path, int]) -> None:
        path, count = result
        self._window.toast.show_message(
            tr_n(
                "{name} is written: {n} interview.",
                "{name} is written: {n} interviews.",
                count,
                name=path.name,
            )
        )

    def _not_written(self, error: BaseException) -> None:
        if not isinstance(error, Trouble):
            raise error
        sentence = words_data.export_trouble(error)
        say.warn(self._window, Sentence(sentence.title, sentence.text))

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _go(self, place: Place) -> None:
        if place.kind == "save_calendar":
            self.save(place.id)
