"""Owns the way from the menu to the earlier versions of the text that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words
from interview_coach.ui.offering import VersionsWish, focused_offer
from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from interview_coach.ui.shell.window import MainWindow


class Earlier:
    """Shows the earlier versions of a text over a window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def want(self) -> None:
        """The menu or its key: the text that has the focus is meant."""
        offer = focused_offer()
        if offer is not None:
            offer.trigger()
            return
        self._window.toast.show_message(
            tr("Put the cursor into a review, notes, a story, details or a posting first.")
        )

    def show(self, wish: VersionsWish) -> None:
        """Open the dialog, over the form that the text stands in or the window."""
        from interview_coach.ui.versions.dialog import VersionsDialog

        desk = self._window.desk
        if desk is None:
            return
        try:
            dialog = VersionsDialog(desk, wish, QApplication.activeWindow() or self._window)
        except Trouble as trouble:
            self._window.toast.show_message(words.trouble(trouble).title)
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
