"""Owns the way of what comes in from outside: dropped on the window, or asked for in the menu.

What a file turns out to be decides which dialog looks it over: `takers` has one for each kind.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent

from interview_coach.domain.changes import Place
from interview_coach.domain.incoming import Understood
from interview_coach.ui import say
from interview_coach.ui.desk import Desk
from interview_coach.ui.readers import Readers, dropped_file
from interview_coach.ui.say import Sentence
from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from interview_coach.ui.interviews.posting_dialog import PostingDialog
    from interview_coach.ui.shell.reading_dialog import ReadingDialog
    from interview_coach.ui.shell.window import MainWindow

KIND = "posting"
_DRAGGED = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class Incoming(QObject):
    """Takes what is dropped on a window; the navigator's kind is "posting" (id: a text, or "")."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._readers: Readers | None = None
        self._wanted = False
        self.takers: dict[str, Callable[[Understood], object]] = {
            KIND: self._take_posting,
            "table": self._take_table,
        }
        self.reading: ReadingDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.navigator.wanted.connect(self._go)

    def attach(self, desk: Desk, readers: Readers | None) -> None:
        """The store is ready: what was asked for meanwhile is opened."""
        self._desk = desk
        self._readers = self._window.readers = readers
        if self._wanted:
            self._wanted = False
            self.new_from_posting()

    def new_from_posting(self) -> PostingDialog | None:
        """Open the dialog in which a posting is read."""
        from interview_coach.ui.interviews.posting_dialog import PostingDialog

        if self._desk is None:
            self._wanted = True
            return None
        dialog = PostingDialog(self._desk, self._window, self._readers)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._saved)
        dialog.open_wanted.connect(self._saved)
        dialog.open()
        return dialog

    def read(self, path: Path) -> None:
        """Read a file and give it to whoever takes its kind."""
        from interview_coach.ui.shell.reading_dialog import ReadingDialog

        if self._readers is None:
            return
        self.reading = ReadingDialog(self._readers, path, self._window)
        self.reading.understood.connect(self._understood)
        self.reading.destroyed.connect(self._reading_gone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files, addresses and texts that are dropped on the window."""
        if isinstance(event, QDropEvent) and self._desk is not None:
            data = event.mimeData()
            if event.type() in _DRAGGED and (dropped_file(data) or data.hasText()):
                event.acceptProposedAction()
                return True
            if event.type() == QEvent.Type.Drop:
                event.acceptProposedAction()
                self.drop(data)
                return True
        return super().eventFilter(watched, event)

    def drop(self, data: QMimeData) -> None:
        """Something was dropped: a file is read, a text too, an address waits to be fetched."""
        path = dropped_file(data)
        if path is not None:
            self.read(path)
            return
        text = data.text().strip()
        dialog = self.new_from_posting() if text else None
        if dialog is None:
            return
        if text.startswith(("http://", "https://")) and len(text.split()) == 1:
            dialog.offer_address(text)
        else:
            dialog.read_text(text)

    def _go(self, place: Place) -> None:
        if place.kind == KIND:
            dialog = self.new_from_posting()
            if dialog is not None and place.id:
                dialog.read_text(place.id)

    def _saved(self, key: str) -> None:
        self._window.navigator.open("opportunity", key)

    def _understood(self, found: Understood) -> None:
        taker = self.takers.get(found.kind)
        if taker is not None:
            taker(found)
            return
        say.inform(
            self._window,
            Sentence(
                tr("{name} is something else", name=found.name),
                tr("It can be read, but not by dropping it here. See Settings, or the File menu."),
            ),
        )

    def _take_posting(self, found: Understood) -> None:
        dialog = self.new_from_posting()
        if dialog is not None:
            dialog.take(found.what)
            dialog.edited()

    def _take_table(self, found: Understood) -> None:
        from interview_coach.ui.tables.dialog import TableDialog

        if self._desk is not None:
            dialog = TableDialog(self._desk, found, self._window)
            dialog.accepted.connect(self._imported)
            dialog.open()

    def _imported(self) -> None:
        self._window.navigator.open("interviews")

    def _reading_gone(self) -> None:
        self.reading = None
