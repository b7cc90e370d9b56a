"""Owns the card of the trash: what was deleted together comes back together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.store.trash import Batch
from interview_coach.ui import words_data
from interview_coach.ui.dates import day_ago
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Card, DangerButton, Divider, Label, QuietButton, small

SHOWN = 50


class TrashRow(QWidget):
    """One deletion.

    Signals:
        restore_wanted(str): bring it back; its batch.
    """

    restore_wanted = Signal(str)

    def __init__(self, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch = batch.id
        self.divider = Divider()
        title, sort = words_data.trashed(batch.table, batch.title)
        self._sort = sort
        self._detail = small()
        self.restore = QuietButton(tr("Restore"), "archive-restore")
        self.restore.setAccessibleName(tr("Restore {what}", what=title))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(title, "body", wrap=True))
        column.addWidget(self._detail)
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignVCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.divider)
        outer.addLayout(row)
        self.restore.clicked.connect(self._restore)

    def show_batch(self, batch: Batch, local: tzinfo, now: datetime) -> None:
        """Say what it is and how long ago it was deleted."""
        day = batch.trashed_at.astimezone(local).date()
        ago = day_ago(day, now.astimezone(local).date())
        parts = [self._sort, batch.company, tr("deleted {when}", when=ago)]
        more = batch.rows - 1
        if more:
            parts.append(tr_n("with {n} line of it", "with {n} lines of it", more))
        self._detail.setText(" · ".join(part for part in parts if part))

    def _restore(self) -> None:
        self.restore_wanted.emit(self.batch)


class TrashCard(Card):
    """What was deleted, and the way back.

    Signals:
        restore_wanted(str): bring a deletion back; its batch.
        empty_wanted(): delete all of it for good.
    """

    restore_wanted = Signal(str)
    empty_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Trash"), parent=parent)
        self.rows: dict[str, TrashRow] = {}
        self._lead = small()
        self.add(self._lead)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.add_layout(self._column)
        self.empty = DangerButton(tr("Empty the trash…"), "trash-2")
        line = QHBoxLayout()
        line.addWidget(self.empty)
        line.addStretch(1)
        self.add_layout(line)
        self.empty.clicked.connect(self.empty_wanted)

    def show_batches(self, batches: Sequence[Batch], local: tzinfo, now: datetime) -> None:
        """List the deletions; rows that are there already stay."""
        wanted = {batch.id: batch for batch in batches[:SHOWN]}
        for key in [key for key in self.rows if key not in wanted]:
            row = self.rows.pop(key)
            if row.restore.hasFocus():
                self.empty.setFocus()
            row.hide()
            row.deleteLater()
        for at, (key, batch) in enumerate(wanted.items()):
            known = self.rows.get(key)
            if known is None:
                known = TrashRow(batch)
                known.restore_wanted.connect(self.restore_wanted)
                self.rows[key] = known
            known.show_batch(batch, local, now)
            known.divider.setVisible(at > 0)
            item = self._column.itemAt(at)
            if item is None or item.widget() is not known:
                self._column.insertWidget(at, known)
                known.show()
        self.rows = {key: self.rows[key] for key in wanted}
        # Rows that came later were made last, and Tab would come to them last.
        for before, after in pairwise([*(row.restore for row in self.rows.values()), self.empty]):
            QWidget.setTabOrder(before, after)
        more = len(batches) - SHOWN
        text = tr("Nothing is in the trash.")
        if batches:
            text = tr("What was deleted together comes back together. It stays until you empty it.")
        if more > 0:
            text = f"{text} {tr_n('{n} older one is not listed.', '{n} older ones are not listed.', more)}"
        self._lead.setText(text)
        self.empty.setVisible(bool(batches))
