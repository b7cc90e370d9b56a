"""Owns what the sheets of people and companies have in common: made anew for each, deleted from its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QSizePolicy, QWidget

from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, LineText, LongText, QuietButton, ScrollPage


class Sheet(Card):
    """A sheet that scrolls and shows one thing; `key` is its id, or nothing.

    Signals:
        delete_wanted(str): delete what is shown.
    """

    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.key = ""
        self.page = ScrollPage(margin=0)
        self.page.body.setContentsMargins(0, 0, 8, 0)
        self.page.body.setSpacing(12)
        self.add(self.page, 1)

    def begin(self, key: str) -> None:
        """Take everything away: another one comes."""
        self.key = key
        body = self.page.body
        while body.count():
            entry = body.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def end(self) -> None:
        """Close with the button that deletes."""
        self.delete = QuietButton(tr("Delete"), "trash-2")
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.key))
        self.delete.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.page.add(self.delete)
        self.page.body.addStretch(1)
        self.page.verticalScrollBar().setValue(0)

    def forget(self) -> None:
        """Show nothing: it is gone."""
        self.key = ""

    def add_left(self, widget: QWidget) -> None:
        """Add something that is no wider than its words."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(widget)
        row.addStretch(1)
        self.page.add(holder)

    def offer(self, line: LineText | LongText, names: Sequence[str]) -> None:
        """Complete a line from these names."""
        if isinstance(line, LineText):
            made = QCompleter(QStringListModel(list(names), line), line)
            made.setFilterMode(Qt.MatchFlag.MatchContains)
            made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            # What is chosen there is typed as well.
            made.activated.connect(lambda _text: line.edited.emit())
            line.setCompleter(made)
