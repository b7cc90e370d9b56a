"""Owns the way from a posting to its dialog: by the menu, the navigator, or a text or address dropped.

Files come by `arrivals`, which opens what stands here with what it read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.incoming import Understood
from interview_coach.ui.desk import Desk
from interview_coach.ui.readers import Readers

if TYPE_CHECKING:
    from interview_coach.ui.interviews.posting_dialog import PostingDialog
    from interview_coach.ui.shell.window import MainWindow

KIND = "posting"


class Incoming(QObject):
    """Opens the posting's dialog; the navigator's kind is "posting" (id: a text to read, or "")."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        self._wanted = False
        window.installEventFilter(self)
        window.navigator.wanted.connect(self._go)

    def attach(self, desk: Desk, readers: Readers | None) -> None:
        """The store is ready: what was asked for meanwhile is opened."""
        self._desk = desk
        self._window.readers = readers
        if self._wanted:
            self._wanted = False
            self.new_from_posting()

    def new_from_posting(self) -> PostingDialog | None:
        """Open the dialog in which a posting is read."""
        if self._desk is None:
            self._wanted = True
            return None
        dialog = self._make(self._desk)
        dialog.open()
        return dialog

    def preview(self, desk: Desk, found: Understood, _window: QWidget) -> QDialog:
        """The dialog of a posting that was read from a file, not yet open."""
        dialog = self._make(desk)
        dialog.take(found.what)
        dialog.edited()
        return dialog

    def _make(self, desk: Desk) -> PostingDialog:
        from interview_coach.ui.interviews.posting_dialog import PostingDialog

        dialog = PostingDialog(desk, self._window, self._window.readers)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._saved)
        dialog.open_wanted.connect(self._saved)
        return dialog

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take texts and addresses that are dropped on the window; files are another's."""
        if isinstance(event, QDropEvent) and self._desk is not None:
            data = event.mimeData()
            if _is_text(data):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.drop(data)
                return True
        return super().eventFilter(watched, event)

    def drop(self, data: QMimeData) -> None:
        """Something was dropped: a text is read, an address waits to be fetched."""
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


def _is_text(data: QMimeData) -> bool:
    """Whether a text is dragged, or one address of the web; nothing is fetched for that."""
    urls = data.urls()
    if not urls:
        return data.hasText()
    return len(urls) == 1 and urls[0].scheme() in {"http", "https"}
