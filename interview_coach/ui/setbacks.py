"""Owns the reminder before an interview that setbacks are part of every search: wished for, and let go for good.

Today shows it before the store's machinery is loaded, so nothing here asks the store.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from interview_coach.ui.text import tr
from interview_coach.ui.widgets import IconLabel, LinkButton, show_when, small


def setbacks_text() -> str:
    """The one calm sentence."""
    return tr(
        "Setbacks are part of every search. An interview can be good, and the answer still a no."
    )


class SetbacksLine(QWidget):
    """The sentence, and the way to be rid of it for good.

    Signals:
        dismissed(): no thanks, never again.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("A reminder you asked for"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.text = small(setbacks_text())
        self.dismiss = LinkButton(tr("Not again"))
        self.dismiss.setAccessibleName(tr("Do not remind me of setbacks again"))
        self.dismiss.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(IconLabel("sprout", "accent", 15), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        row.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignVCenter)
        self.dismiss.clicked.connect(self._dismissed)
        self.hide()

    def show_wanted(self, wanted: bool) -> None:
        """Show it, or not."""
        show_when(self, wanted)

    def _dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
