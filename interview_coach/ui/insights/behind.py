"""Owns the list of the interviews behind one mark."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.insights import Behind
from interview_coach.ui import dates, words
from interview_coach.ui.insights.card import MarkRow
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Label, QuietButton, Rows, ScrollPage, heading, small


class BehindDialog(QDialog):
    """Interviews, each of which opens.

    Signals: those of QDialog.
    """

    def __init__(
        self,
        title: str,
        found: Sequence[Behind],
        total: int,
        today: date,
        navigator: Navigator,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The interviews behind it"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(520, 520)
        self._navigator = navigator
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        name = heading(title)
        name.setWordWrap(True)
        column.addWidget(name)
        column.addWidget(small(tr_n("{n} interview", "{n} interviews", total)))
        self.rows = Rows()
        for one in found:
            about = tr("{title} · {kind}", title=one.title, kind=words.word(one.kind))
            row = MarkRow(
                one.company,
                dates.day_text(one.day, today),
                tr("{company}, {about}", company=one.company, about=about),
                note=tr("{about} · {standing}", about=about, standing=words.word(one.standing)),
            )
            row.opened.connect(lambda key=one.id: self._open(key))
            self.rows.add(row)
        if total > len(found):
            self.rows.add(
                Label(tr("… and {n} more.", n=total - len(found)), "small", "muted", wrap=True)
            )
        scroll = ScrollPage(margin=0)
        scroll.add(self.rows)
        scroll.body.addStretch(1)
        column.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.close_button = QuietButton(tr("Close"))
        self.close_button.clicked.connect(self.reject)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _open(self, key: str) -> None:
        self.accept()
        self._navigator.open("interview", key)
