"""Owns one deletion in the list of the trash: what it is, what went along, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.trash import Batch, Thing, days_left
from interview_coach.ui import words_data
from interview_coach.ui.dates import day_ago
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Divider, Label, LinkButton, QuietButton, small

Contents = Callable[[str], Sequence[Thing]]


class TrashRow(QWidget):
    """One deletion; what is in it opens beneath.

    Signals:
        restore_wanted(Batch): bring it back.
    """

    restore_wanted = Signal(object)

    def __init__(self, batch: Batch, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.batch = batch
        self.divider = Divider()
        self._contents = contents
        self._title, self._sort = words_data.trashed(batch.thing)
        self._detail = small()
        self._along = small()
        self._inside = small()
        self.look = LinkButton(tr("What is in it"), "chevron-right")
        self.look.setCheckable(True)
        self.look.setAccessibleName(tr("What is in {what}", what=self._title))
        self.list = QWidget()
        self._lines = QVBoxLayout(self.list)
        self._lines.setContentsMargins(18, 2, 0, 4)
        self._lines.setSpacing(3)
        self.list.hide()
        self.restore = QuietButton(tr("Restore"), "archive-restore")
        self.restore.setAccessibleName(tr("Restore {what}", what=self._title))
        column = QVBoxLayout()
        column.setSpacing(1)
        for label in (Label(self._title, "body", wrap=True), self._detail, self._along):
            column.addWidget(label)
        column.addWidget(self._inside)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.divider)
        outer.addLayout(row)
        self.restore.clicked.connect(self._restore)
        self.look.toggled.connect(self._look)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        return [self.look, self.restore]

    def show_batch(self, batch: Batch, local: tzinfo, now: datetime) -> None:
        """Say what it is, how long ago it was deleted, and how long it stays."""
        self.batch = batch
        day = batch.trashed_at.astimezone(local).date()
        ago = day_ago(day, now.astimezone(local).date())
        stays = tr_n(
            "goes for good in {n} day",
            "goes for good in {n} days",
            days_left(batch.trashed_at, now),
        )
        parts = [self._sort, batch.company, tr("deleted {when}", when=ago), stays]
        self._detail.setText(" · ".join(part for part in parts if part))
        along = [words_data.went_along(table, n) for table, n in batch.with_it]
        self._along.setText(tr("With {what}", what=", ".join(along)) if along else "")
        self._along.setVisible(bool(along))
        self.look.setVisible(bool(along))
        inside = batch.inside
        if inside is not None:
            title, sort = words_data.trashed(inside)
            named = title if title == sort else tr("{sort} “{title}”", sort=sort, title=title)
            self._inside.setText(tr("Belongs to something in the trash: {what}", what=named))
        self._inside.setVisible(inside is not None)

    def _look(self, opened: bool) -> None:
        self.look.set_icon("chevron-down" if opened else "chevron-right")
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if opened:
            for thing in self._contents(self.batch.id):
                title, sort = words_data.trashed(thing)
                line = title if title == sort else tr("{sort}: {title}", sort=sort, title=title)
                self._lines.addWidget(Label(line, "small", "muted", wrap=True))
        self.list.setVisible(opened)

    def _restore(self) -> None:
        self.restore_wanted.emit(self.batch)
