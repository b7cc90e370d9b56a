"""Owns the card of the person's data: where it lies, and how much it is."""

from __future__ import annotations

from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from interview_coach.ui import words_data
from interview_coach.ui.dates import day_text, time_text
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    FlowLayout,
    Label,
    QuietButton,
    announce,
    small,
)


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


class DataCard(Card):
    """Where the data is, and how much there is.

    Signals: none of its own.
    """

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
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)

    def show_counts(self, size: int, counts: dict[str, int]) -> None:
        """Say how much there is."""
        told = [size_text(size).replace(" ", "\u00a0"), words_data.counted(counts)]
        self._counts.setText(" · ".join(part for part in told if part))

    def _open(self) -> None:
        if not open_folder(self._file.parent):
            self._tell(tr("No file manager answered. Copy the path instead."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._file))
        self._tell(tr("Copied"))

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        announce(self, text)
