"""Owns the card of the person's data: where it lies, how much it is, and its backups."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.store.backup import Backup
from interview_coach.ui import words_data
from interview_coach.ui.dates import day_text, since_text, time_text
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
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


def size_text(size: int) -> str:
    """412 kB, 1.2 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def moment_text(moment: datetime, local: tzinfo, now: datetime) -> str:
    """Sun 22 Nov, 21:00, on the person's clock."""
    here = moment.astimezone(local)
    today = now.astimezone(local).date()
    return tr("{day}, {time}", day=day_text(here.date(), today), time=time_text(here))


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class _BackupRow(QWidget):
    """One backup: when, why, how large.

    Signals: none of its own.
    """

    def __init__(self, when: str, why: str, size: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(Label(when, "body"))
        row.addWidget(small(why), 1)
        row.addWidget(small(size, wrap=False))


class DataCard(Card):
    """Where the data is, how much there is, and the backups of it.

    Signals:
        backup_wanted(): the person wants a backup now.
    """

    backup_wanted = Signal()

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your data"), parent=parent)
        self._file = file
        self.add(
            small(tr("Everything you write is in one file on this computer, and nowhere else."))
        )
        self.path = Label(str(file), "body", wrap=True, selectable=True)
        self.path.setAccessibleName(tr("The data file: {path}", path=str(file)))
        self.add(self.path)
        self.open = QuietButton(tr("Open folder"), "folder-open")
        self.copy = QuietButton(tr("Copy path"), "copy")
        self._said = small()
        line = FlowLayout(spacing=10, line_spacing=8)
        for widget in (self.open, self.copy, self._said):
            line.addWidget(widget)
        self.add_layout(line)
        self._counts = small()
        self.add(self._counts)
        self._backups()
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.backup.clicked.connect(self.backup_wanted)

    def _backups(self) -> None:
        self.body.addSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(SectionHeading(tr("Backups"), "archive"))
        self._last = small()
        self._last.setContentsMargins(0, 8, 0, 2)
        self._rows = Rows()
        column.addWidget(self._last)
        column.addWidget(self._rows)
        self.add_layout(column)
        self.backup = PrimaryButton(tr("Back up now"), "save")
        self._result = small()
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.backup)
        line.addWidget(self._result, 1)
        self.add_layout(line)

    @property
    def result(self) -> str:
        """What is said about the backup asked for last."""
        return self._result.text()

    def show_counts(self, size: int, counts: dict[str, int]) -> None:
        """Say how much there is."""
        told = [words_data.how_many(t, counts[t]) for t in words_data.COUNTED if counts.get(t)]
        # A number stays beside what it counts.
        joined = [part.replace(" ", "\u00a0") for part in (size_text(size), *told)]
        self._counts.setText(" · ".join(joined))

    def show_backups(self, found: Sequence[Backup], local: tzinfo, now: datetime) -> None:
        """List the latest backups and say how old the last one is."""
        self._rows.clear()
        for made in found[:SHOWN]:
            self._rows.add(
                _BackupRow(
                    moment_text(made.made_at, local, now),
                    words_data.backup_why(made.why),
                    size_text(made.size),
                )
            )
        if found:
            text = tr("The last one: {when}", when=since_text(found[0].made_at, now))
        else:
            text = tr("None yet. They are made by themselves whenever something changed.")
        more = len(found) - SHOWN
        if more > 0:
            text = f"{text} · {tr_n('{n} older one', '{n} older ones', more)}"
        self._last.setText(text)

    def working(self, *, on: bool) -> None:
        """Say that a backup is being made."""
        self.backup.setEnabled(not on)
        if on:
            self.say(tr("Backing up…"))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say how the backup went."""
        self._result.setText(text)
        self._result.set_ink("bad" if wrong else "muted")
        announce(self, text)

    def _open(self) -> None:
        if not open_folder(self._file.parent):
            self._tell(tr("No file manager answered. Copy the path instead."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._file))
        self._tell(tr("Copied"))

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        announce(self, text)
