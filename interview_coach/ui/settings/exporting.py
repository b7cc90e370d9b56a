"""Owns the card that writes everything as one document: where to, how far it is, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from interview_coach import __version__
from interview_coach.domain.trouble import Trouble
from interview_coach.store.document import everything
from interview_coach.store.store import Store
from interview_coach.ui import words_data
from interview_coach.ui.jobs import Told, Work
from interview_coach.ui.settings.data import open_folder, size_text
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, Card, FlatButton, QuietButton, announce, small

# (path, schema, tables, written at, program, told) -> size in bytes; see exchange/document.py.
Exporter = Callable[[Path, int, dict[str, list[dict[str, Any]]], datetime, str, Told], int]
_SCALE = 1000


def export_work(store: Store, exporter: Exporter, path: Path) -> Work:
    """The work of one export: read on a connection of its own, then write. Half each."""

    def work(told: Told) -> int:
        def reading(done: int, total: int) -> None:
            told(done * _SCALE // 2 // max(total, 1), _SCALE)

        def writing(done: int, total: int) -> None:
            told(_SCALE // 2 + done * _SCALE // 2 // max(total, 1), _SCALE)

        with store.aside() as reader:
            schema, tables = everything(reader, told=reading)
        return exporter(path, schema, tables, store.clock(), __version__, writing)

    return work


class ExportCard(Card):
    """Everything as one document.

    Signals:
        wanted(Path): write it there.
        stopped(): stop writing.
    """

    wanted = Signal(object)
    stopped = Signal()

    def __init__(self, suggested: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Export"), parent=parent)
        self._suggested = suggested
        self._path: Path | None = None
        self.dialog: QFileDialog | None = None
        self.add(
            small(
                tr(
                    "Everything you wrote as one JSON document, described field by field, to keep or to read"
                    " with another program. What is in the trash stays out."
                )
            )
        )
        self.add(
            small(
                tr("It holds private text, and it is not encrypted: mind where you put it."),
                ink="attention",
            )
        )
        self.export = QuietButton(tr("Export everything…"), "download")
        self.export.clicked.connect(self._choose)
        self._said = small()
        self.show_it = FlatButton(tr("Show in folder"))
        self.show_it.clicked.connect(self._show)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.export)
        line.addWidget(self._said, 1)
        line.addWidget(self.show_it)
        self.add_layout(line)
        self.bar = Bar(0, _SCALE, tr("Export"))
        self.cancel = QuietButton(tr("Cancel"))
        self.cancel.clicked.connect(self.stopped)
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.add(self._progress)
        self._progress.hide()
        self.show_it.hide()

    @property
    def said(self) -> str:
        """What is said about the export."""
        return self._said.text()

    def begin(self, path: Path) -> None:
        """It is being written."""
        self._path = path
        self.bar.set_share(0, _SCALE)
        self._progress.show()
        self.show_it.hide()
        self.export.setEnabled(False)
        self._say(tr("Writing…"))
        self.cancel.setFocus()

    def tell(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.set_share(done, total)

    def done(self, size: int) -> None:
        """It is written."""
        name = self._path.name if self._path else ""
        # Only who waited here is led on; who went elsewhere stays there.
        waited = self._at_cancel()
        self._over(tr("{name} is written, {size}.", name=name, size=size_text(size)))
        self.show_it.show()
        if waited:
            self.show_it.setFocus()

    def gave_up(self) -> None:
        """It was cancelled."""
        self._over(tr("Cancelled. Nothing was left behind."))

    def failed(self, trouble: Trouble) -> None:
        """It could not be written."""
        sentence = words_data.export_trouble(trouble)
        self._over(f"{sentence.title}. {sentence.text}", wrong=True)

    def _over(self, text: str, *, wrong: bool = False) -> None:
        self.export.setEnabled(True)
        if self._at_cancel():
            self.export.setFocus()
        self._progress.hide()
        self._say(text, wrong=wrong)

    def _at_cancel(self) -> bool:
        return self.window().focusWidget() is self.cancel

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._said.setText(text)
        self._said.set_ink("bad" if wrong else "muted")
        announce(self, text)

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Export everything"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("JSON documents (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(self._suggested())
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _chosen(self, name: str) -> None:
        if name:
            self.wanted.emit(Path(name))

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _show(self) -> None:
        if self._path is not None and not open_folder(self._path.parent):
            self._say(
                tr("No file manager answered. The folder is {folder}.", folder=self._path.parent)
            )
