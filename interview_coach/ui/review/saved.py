"""Owns the small note that says whether what was typed is in the file yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconLabel, Label

_TOO_LONG_MS = 2500


class SavedNote(QWidget):
    """A sign and a word: saved, saving, or, when that takes too long, not saved yet.

    Signals: none of its own.
    """

    def __init__(self, keeping: Keeping, saved: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeping = keeping
        self._saved = saved
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        self._icon = IconLabel("check", "muted", 15)
        self._label = Label("", "small", "muted")
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_TOO_LONG_MS)
        self._late.timeout.connect(self._is_late)
        keeping.noted.connect(self._show)
        self._show()

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _show(self) -> None:
        if self._keeping.all_kept:
            self._late.stop()
            self._say("check", self._saved)
        elif not self._late.isActive():
            self._late.start()
            self._say("save", tr("Saving…"))

    def _is_late(self) -> None:
        self._say("info", tr("Not saved yet"))

    def _say(self, icon: str, text: str) -> None:
        self._icon.set_icon(icon)
        self._label.setText(text)
