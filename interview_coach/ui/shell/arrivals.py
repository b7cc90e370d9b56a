"""Files that come in by the window: dropped, or chosen; read aside, and shown in the preview of their kind.

To let another kind of file come in, give `_openers` the dialog that shows what was understood of it, or
`Arrivals.takers` whoever decides which one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.incoming import Refused, Understood
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import say, words, words_exchange
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Job, Jobs, Told
from interview_coach.ui.passphrase import PassphraseDialog
from interview_coach.ui.say import Sentence
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, QuietButton, body

# What takes no longer says nothing.
PATIENCE_MS = 400
Opener = Callable[[Desk, Understood, QWidget], QDialog]


def _openers() -> Mapping[str, Opener]:
    """The preview of each kind of file; see `exchange.recognise` for the kinds."""
    from interview_coach.ui.importing.dialog import ImportDialog
    from interview_coach.ui.library.resume_dialog import show_resume
    from interview_coach.ui.tables.dialog import TableDialog

    return {
        "archive": ImportDialog,
        "document": ImportDialog,
        "resume": show_resume,
        "table": TableDialog,
    }


class Reading(QDialog):
    """Says that a file is being read, and lets one stop it.

    Signals: those of QDialog; rejected means stop.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(tr("Reading a file"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(body(tr("Reading “{name}”…", name=name)))
        self.bar = Bar(0, 1, tr("Reading a file"))
        column.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel = QuietButton(tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        foot.addWidget(self.cancel)
        column.addLayout(foot)
        self.resize(420, 130)


class Arrivals(QObject):
    """The window's door for files. One file at a time.

    Signals: none of its own; the previews are dialogs of the window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_ = window
        self.jobs = Jobs(self)
        self.dialog: QFileDialog | None = None
        self.preview: QDialog | None = None
        # Kinds whose preview needs more than that: whoever owns it puts it here.
        self.openers: dict[str, Opener] = {}
        # Kinds of which more than one dialog may come, each with its own way through them.
        self.takers: dict[str, Callable[[Understood], None]] = {}
        self._borders: Borders | None = None
        self._desk: Desk | None = None
        self._job: Job | None = None
        self._reading: Reading | None = None
        window.installEventFilter(self)
        window.draining.connect(self.jobs.drain)
        window.import_wanted.connect(self.choose)

    def attach(self, desk: Desk, borders: Borders) -> None:
        """The store is ready: files may come."""
        self._desk, self._borders = desk, borders
        self.window_.setAcceptDrops(True)

    # --- by the mouse, and by a dialog ----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped anywhere on the window."""
        if isinstance(event, QDropEvent | QDragEnterEvent):
            path = _dropped(event.mimeData())
            if path is not None and self._borders is not None:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    # After the other program has been told that it was taken.
                    QTimer.singleShot(0, self, lambda: self.open(path))
                return True
        return super().eventFilter(watched, event)

    def choose(self) -> None:
        """Let the person choose a file."""
        if self._borders is None:
            return
        dialog = QFileDialog(self.window_, tr("Import a file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr(
                    "Files that can be read (*.zip *.age *.json *.html *.htm *.mhtml *.pdf *.docx *.txt *.md *.csv *.tsv *.xlsx *.ics)"
                ),
                tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _chosen(self, name: str) -> None:
        if name:
            self.open(Path(name))

    # --- reading ----------------------------------------------------------------------------------

    def open(self, path: Path, passphrase: str = "") -> None:
        """Read a file and show what was understood of it."""
        borders, desk = self._borders, self._desk
        if borders is None or desk is None or self._job is not None:
            return
        desk.flush()

        def work(told: Told) -> Understood:
            return borders.read(path, passphrase, told)

        job = self.jobs.start(work)
        self._job = job
        reading = Reading(path.name, self.window_)
        self._reading = reading
        reading.rejected.connect(job.cancel)
        QTimer.singleShot(PATIENCE_MS, reading, reading.open)
        job.progress.connect(reading.bar.set_share)
        job.ended.connect(self._ended)
        job.finished.connect(self._understood)
        job.failed.connect(lambda error: self._failed(path, error, again=bool(passphrase)))

    def _ended(self) -> None:
        self._job = None
        self._close_reading()

    def _close_reading(self) -> None:
        if self._reading is not None:
            self._reading.blockSignals(True)  # noqa: FBT003  Qt's own
            self._reading.close()
            self._reading.deleteLater()
            self._reading = None

    def _understood(self, found: Understood) -> None:
        self._close_reading()
        self.show_preview(found)

    def show_preview(self, found: Understood) -> None:
        """Show what was understood, as its kind is shown."""
        taker = self.takers.get(found.kind)
        if taker is not None:
            taker(found)
            return
        opener = self.openers.get(found.kind) or _openers().get(found.kind)
        if opener is None or self._desk is None:
            say.inform(self.window_, Sentence(tr("This kind of file cannot be imported here yet.")))
            return
        self.preview = opener(self._desk, found, self.window_)
        self.preview.destroyed.connect(self._preview_gone)
        self.preview.open()

    def _preview_gone(self) -> None:
        self.preview = None

    def _failed(self, path: Path, error: BaseException, *, again: bool) -> None:
        self._close_reading()
        if isinstance(error, Refused) and error.code in {"locked", "wrong_passphrase"}:
            dialog = PassphraseDialog(path.name, self.window_, new=False, wrong=again)
            dialog.given.connect(lambda passphrase: self.open(path, passphrase))
            dialog.open()
        elif isinstance(error, Refused):
            say.warn(self.window_, words_exchange.refusal(error))
        elif isinstance(error, Trouble):
            say.warn(self.window_, words.trouble(error))
        else:
            raise error


def _dropped(data: QMimeData) -> Path | None:
    """The one file of this computer that is dropped; no address of elsewhere is ever followed."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
