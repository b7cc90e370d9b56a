"""Owns the dialog in which a long text is seen as it was, beside what it says now, and put back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from interview_coach.domain.versions import Version
from interview_coach.store import versions
from interview_coach.ui.compare import CompareView
from interview_coach.ui.dates import day_text, time_text
from interview_coach.ui.desk import Desk
from interview_coach.ui.offering import VersionsWish
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import (
    Divider,
    Label,
    PrimaryButton,
    QuietButton,
    heading,
    set_tooltip,
    small,
)
from interview_coach.ui.words_versions import long_text

_WIDTH, _HEIGHT, _LIST = 900, 560, 210


class VersionsDialog(QDialog):
    """The earlier versions of one text, newest first; one of them beside the present one.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, wish: VersionsWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = wish
        found = desk.ask(versions.versions, wish.field, wish.owner)
        self._found = found
        self._now = found.text if wish.put is None else wish.text
        name = long_text(wish.field)
        self.setWindowTitle(tr("Earlier versions: {text}", text=name))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Earlier versions"))
        self.list.setFixedWidth(current().px(_LIST))
        self.view = CompareView("", tr("Now"))
        self.none = Label(
            tr(
                "There is no earlier version yet. As soon as you change this text, what stood there before is kept here."
            ),
            wrap=True,
        )
        self.restore = PrimaryButton(tr("Restore this version"), "undo-2")
        set_tooltip(self.restore, tr("What stands there now becomes an earlier version itself."))
        self.close_button = QuietButton(tr("Close"))
        self.fixed = small(tr("The review is sealed: its texts can be read, and not changed."))
        self._lay_out(name)
        for version in found.earlier:
            self.list.addItem(self._line(version))
        self.list.currentRowChanged.connect(self._show)
        self.restore.clicked.connect(self._restore)
        self.close_button.clicked.connect(self.reject)
        self.list.setCurrentRow(0)
        (self.list if found.earlier else self.close_button).setFocus()

    def _lay_out(self, name: str) -> None:
        some = bool(self._found.earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(heading(name))
        column.addWidget(
            small(tr("What you write is kept as it was before, fewer the older it is."))
        )
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list)
        middle.addWidget(self.view, 1)
        column.addLayout(middle, 1)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(Divider())
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.fixed, 1)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.restore)
        column.addLayout(foot)
        self.list.setVisible(some)
        self.view.setVisible(some)
        self.none.setVisible(not some)
        self.fixed.setVisible(self._found.fixed)
        self.restore.setVisible(some and not self._found.fixed)
        room = self.screen().availableGeometry().size()
        height = _HEIGHT if some else 220
        self.resize(
            min(current().px(_WIDTH), room.width() - 40),
            min(current().px(height), room.height() - 60),
        )

    def _line(self, version: Version) -> str:
        words = len(version.text.split())
        return tr(
            "Until {when}\n{words}",
            when=self._when(version.until),
            words=tr_n("{n} word", "{n} words", words),
        )

    def _when(self, until: datetime) -> str:
        local = self._desk.local()
        moment = until.astimezone(local)
        today = self._desk.now().astimezone(local).date()
        return tr("{day}, {time}", day=day_text(moment.date(), today), time=time_text(moment))

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._found.earlier):
            return
        version = self._found.earlier[row]
        self.view.before.set_name(tr("Until {when}", when=self._when(version.until)))
        self.view.show_texts(version.text, self._now)

    def _restore(self) -> None:
        version = self._found.earlier[self.list.currentRow()]
        if self._wish.put is not None:
            self._wish.put(version.text)
        else:
            self._desk.do(versions.restore_version, version.id)
        self.accept()
