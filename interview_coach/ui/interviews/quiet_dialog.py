"""Owns putting aside at once what nothing has been heard of for long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.silence import Silent
from interview_coach.store import silence
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    CheckRow,
    PrimaryButton,
    QuietButton,
    Rows,
    ScrollPage,
    heading,
    small,
)


class QuietDialog(QDialog):
    """What went quiet, each ticked: what stays ticked is archived, and no outcome is written.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, found: Sequence[Silent], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Put aside what went quiet"))
        self.setModal(True)
        self.resize(540, 520)
        self._desk = desk
        self._found = list(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(heading(tr("No answer came")))
        column.addWidget(
            small(
                tr(
                    "Archiving writes no outcome: nobody said no. Should they answer after all, take it"
                    " from the archive and record it. One Undo brings all of it back."
                )
            )
        )
        lines = Rows()
        self.rows: list[CheckRow] = []
        for one in self._found:
            row = CheckRow(
                one.company,
                tr(
                    "{title} · {kind} · {days}",
                    title=one.title,
                    kind=words.kind_word(one.kind),
                    days=tr_n("{n} day ago", "{n} days ago", one.days),
                ),
                checked=True,
            )
            row.toggled.connect(self._count)
            self.rows.append(row)
            lines.add(row)
        sheet = ScrollPage(margin=0)
        sheet.add(lines)
        sheet.body.addStretch(1)
        column.addWidget(sheet, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.archive = PrimaryButton()
        self.keep = QuietButton(tr("Leave them"))
        self.archive.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(self.keep)
        foot.addWidget(self.archive)
        column.addLayout(foot)
        self.accepted.connect(self._archive)
        self._count()

    @property
    def chosen(self) -> list[str]:
        """The opportunities that are ticked."""
        pairs = zip(self._found, self.rows, strict=True)
        return [one.opportunity_id for one, row in pairs if row.tick.isChecked()]

    def _count(self) -> None:
        n = len(self.chosen)
        self.archive.setText(tr_n("Archive {n}", "Archive {n}", n))
        self.archive.setEnabled(bool(n))

    def _archive(self) -> None:
        self._desk.do(silence.put_aside_silent, self.chosen)
