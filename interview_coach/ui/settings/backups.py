"""Owns the card of backups: the list, a look inside each, one made now, and the second place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.store.backup import Backup
from interview_coach.store.second_place import SecondPlace
from interview_coach.ui import words_data
from interview_coach.ui.dates import since_text
from interview_coach.ui.settings.data import moment_text, size_text
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    FlatButton,
    FlowLayout,
    Label,
    PrimaryButton,
    QuietButton,
    Rows,
    SectionHeading,
    announce,
    small,
)

SHOWN = 5


class BackupRow(QWidget):
    """One backup: when, why, how large, what is in it.

    Signals:
        look_wanted(Backup): look inside.
    """

    look_wanted = Signal(object)

    def __init__(
        self, made: Backup, local: tzinfo, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.made = made
        when = moment_text(made.made_at, local, now)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(when, "body"))
        about = " · ".join(p for p in (words_data.backup_why(made.why), size_text(made.size)) if p)
        column.addWidget(small(about))
        column.addWidget(small(words_data.counted(made.counts) or tr("Look inside to see.")))
        self.look = QuietButton(tr("Look inside…"))
        self.look.setAccessibleName(tr("Look inside the backup of {when}", when=when))
        self.look.clicked.connect(lambda: self.look_wanted.emit(self.made))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addLayout(column, 1)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignVCenter)


class SecondPlacePart(QWidget):
    """The second place: which it is, whether it is there, and another one.

    Signals:
        chosen(Path): let copies go there.
        dropped(): no copies any more.
    """

    chosen = Signal(object)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dialog: QFileDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading(tr("A second place"), "hard-drive"))
        self._where = Label("", "body", wrap=True, selectable=True)
        self._state = small()
        self.choose = QuietButton(tr("Choose a folder…"), "folder-open")
        self.drop = FlatButton(tr("Stop copying there"))
        line = FlowLayout(spacing=10, line_spacing=8)
        line.addWidget(self.choose)
        line.addWidget(self.drop)
        column.addWidget(self._where)
        column.addWidget(self._state)
        column.addLayout(line)
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self.dropped)

    def show_place(self, place: SecondPlace | None, last: Backup | None, now: datetime) -> None:
        """Say which place it is, and whether it has a copy."""
        self._where.setVisible(place is not None)
        self.drop.setVisible(place is not None)
        if place is None:
            self.choose.setText(tr("Choose a folder…"))
            self.tell(
                tr("A copy of each backup can go to a synchronised folder or a USB stick as well.")
            )
            return
        self.choose.setText(tr("Choose another folder…"))
        self._where.setText(str(place.chosen))
        if not place.there:
            self.tell(tr("Not there just now. The next copy goes there once it is back."))
        elif last is None:
            self.tell(tr("There. No copy yet; the next backup brings one."))
        else:
            self.tell(tr("There. The last copy: {when}", when=since_text(last.made_at, now)))

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say how it stands."""
        self._state.setText(text)
        self._state.set_ink("bad" if wrong else "muted")

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("A second place for backups"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)) if name else None)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._gone)
        self.dialog = dialog
        dialog.open()

    def _gone(self) -> None:
        self.dialog = None


class BackupsCard(Card):
    """The backups of the data.

    Signals:
        backup_wanted(): the person wants a backup now.
        look_wanted(Backup): look inside one.
        file_chosen(Path): look inside a backup that lies elsewhere.
    """

    backup_wanted = Signal()
    look_wanted = Signal(object)
    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Backups"), parent=parent)
        self.dialog: QFileDialog | None = None
        self._found: tuple[Backup, ...] = ()
        self._all = False
        self._last = small()
        self._rows = Rows()
        self.more = FlatButton("")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self._last, self._rows):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_layout(column)
        self.backup = PrimaryButton(tr("Back up now"), "save")
        self.file = QuietButton(tr("Open another backup…"))
        self._result = small()
        line = FlowLayout(spacing=10, line_spacing=8)
        line.addWidget(self.backup)
        line.addWidget(self.file)
        self.add_layout(line)
        self.add(self._result)
        self._result.hide()
        self.second = SecondPlacePart()
        self.add(self.second)
        self.backup.clicked.connect(self.backup_wanted)
        self.file.clicked.connect(self._choose)

    @property
    def rows(self) -> list[BackupRow]:
        """The rows that are shown."""
        return [row for row in self._rows.rows if isinstance(row, BackupRow)]

    @property
    def result(self) -> str:
        """What is said about what was asked for last."""
        return self._result.text()

    def show_backups(self, found: Sequence[Backup], local: tzinfo, now: datetime) -> None:
        """List the latest backups and say how old the last one is."""
        if found:
            text = tr("The last one: {when}", when=since_text(found[0].made_at, now))
        else:
            text = tr("None yet. They are made by themselves whenever something changed.")
        self._last.setText(text)
        if tuple(found) != self._found or not self._rows.rows:
            self._found = tuple(found)
            self._list(local, now)
        self._local, self._now = local, now

    def _list(self, local: tzinfo, now: datetime) -> None:
        self._rows.clear()
        for made in self._found if self._all else self._found[:SHOWN]:
            row = BackupRow(made, local, now)
            row.look_wanted.connect(self.look_wanted)
            self._rows.add(row)
        hidden = 0 if self._all else max(0, len(self._found) - SHOWN)
        self.more.setText(tr_n("Show {n} older one", "Show {n} older ones", hidden))
        self.more.setVisible(bool(hidden))

    def _show_all(self) -> None:
        before = len(self._rows.rows)
        self._all = True
        self._list(self._local, self._now)
        self.rows[before].look.setFocus()

    def working(self, *, on: bool) -> None:
        """Say that a backup is being made."""
        self.backup.setEnabled(not on)
        if on:
            self.say(tr("Backing up…"))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say how it went."""
        self._result.setText(text)
        self._result.set_ink("bad" if wrong else "muted")
        self._result.setVisible(bool(text))
        announce(self, text)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Open another backup"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Backups of Interview Coach (*.db)"))
        dialog.fileSelected.connect(
            lambda name: self.file_chosen.emit(Path(name)) if name else None
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._gone)
        self.dialog = dialog
        dialog.open()

    def _gone(self) -> None:
        self.dialog = None
