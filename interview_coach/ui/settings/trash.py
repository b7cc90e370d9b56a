"""Owns the card of the trash: what was deleted together comes back together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.trash import KEPT_FOR, Batch
from interview_coach.ui.settings.trash_row import Contents, TrashRow
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Card, DangerButton, small

SHOWN = 50


class TrashCard(Card):
    """What was deleted, and the way back.

    Signals:
        restore_wanted(Batch): bring a deletion back.
        empty_wanted(): delete all of it for good.
    """

    restore_wanted = Signal(object)
    empty_wanted = Signal()

    def __init__(self, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(tr("Trash"), parent=parent)
        self._contents = contents
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
            focused = QApplication.focusWidget()
            if focused is not None and row.isAncestorOf(focused):
                self.empty.setFocus()
            row.hide()
            row.deleteLater()
        for at, (key, batch) in enumerate(wanted.items()):
            known = self.rows.get(key)
            if known is None:
                known = TrashRow(batch, self._contents)
                known.restore_wanted.connect(self.restore_wanted)
                self.rows[key] = known
            known.show_batch(batch, local, now)
            known.divider.setVisible(at > 0)
            if self._column.indexOf(known) != at:
                self._column.insertWidget(at, known)
                known.show()
        self.rows = {key: self.rows[key] for key in wanted}
        # Rows that came later were made last, and Tab would come to them last.
        stops = [stop for row in self.rows.values() for stop in row.stops]
        for before, after in pairwise([*stops, self.empty]):
            QWidget.setTabOrder(before, after)
        more = len(batches) - SHOWN
        text = tr("Nothing is in the trash.")
        if batches:
            text = tr(
                "What was deleted together comes back together. After {n} days it goes for good.",
                n=KEPT_FOR.days,
            )
        if more > 0:
            text = f"{text} {tr_n('{n} older one is not listed.', '{n} older ones are not listed.', more)}"
        self._lead.setText(text)
        self.empty.setVisible(bool(batches))
