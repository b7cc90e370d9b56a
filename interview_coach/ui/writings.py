"""Owns the lines of what was written after a no and kept: folded until wanted, deleted when wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.afterwards import Writing
from interview_coach.ui import spots
from interview_coach.ui.dates import short_day
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, LinkButton


class KeptWriting(QWidget):
    """One of them: its day, and, once it is opened, its words.

    Signals:
        delete_wanted(): put it in the trash.
    """

    delete_wanted = Signal()

    def __init__(self, found: Writing, local: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spots.tag(self, found.id)
        self._found = found
        day = short_day(found.made_at.astimezone(local).date())
        self.open_button = LinkButton(tr("What you wrote on {day}", day=day), "chevron-right")
        self.delete_button = LinkButton(tr("Delete"))
        self.delete_button.setAccessibleName(tr("Delete what you wrote on {day}", day=day))
        for button in (self.open_button, self.delete_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.text = Label("", "body", wrap=True, selectable=True)
        self.text.hide()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.open_button)
        row.addStretch(1)
        row.addWidget(self.delete_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.text)
        self.open_button.clicked.connect(self._toggle)
        self.delete_button.clicked.connect(self.delete_wanted)

    def _toggle(self) -> None:
        shown = self.text.isHidden()
        self.text.setText(self._found.text if shown else "")
        self.text.setVisible(shown)
        self.open_button.set_icon("chevron-down" if shown else "chevron-right")


class KeptWritings(QWidget):
    """All that was kept, a line each.

    Signals: none of its own.
    """

    def __init__(self, delete: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delete = delete
        self._shown: tuple[Writing, ...] = ()
        self.lines: list[KeptWriting] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        return [stop for line in self.lines for stop in (line.open_button, line.delete_button)]

    def show_writings(self, found: tuple[Writing, ...], local: tzinfo) -> None:
        """Show these, folded."""
        self.setVisible(bool(found))
        if found == self._shown:
            return
        self._shown = found
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for one in found:
            line = KeptWriting(one, local)
            line.delete_wanted.connect(lambda key=one.id: self._delete(key))
            self._column.addWidget(line)
            line.show()
            self.lines.append(line)
