"""Owns the card of what goes out and comes in: in which form, where to, how far it is, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from interview_coach.domain.forms import Form, ending_of
from interview_coach.domain.trouble import Trouble
from interview_coach.store.document import everything
from interview_coach.store.store import Store
from interview_coach.ui import words_data, words_exchange
from interview_coach.ui.borders import Borders
from interview_coach.ui.jobs import Told, Work
from interview_coach.ui.passphrase import PassphraseDialog
from interview_coach.ui.settings.data import open_folder, size_text
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Bar,
    Card,
    ChoiceField,
    Divider,
    Field,
    FlatButton,
    Option,
    QuietButton,
    announce,
    small,
)

_SCALE = 1000


def export_work(
    store: Store, borders: Borders, path: Path, form: Form, passphrase: str = ""
) -> Work:
    """The work of one export: read on a connection of its own, then write. Half each."""

    def work(told: Told) -> tuple[int, bool]:
        def reading(done: int, total: int) -> None:
            told(done * _SCALE // 2 // max(total, 1), _SCALE)

        def writing(done: int, total: int) -> None:
            told(_SCALE // 2 + done * _SCALE // 2 // max(total, 1), _SCALE)

        with store.aside() as reader:
            schema, tables = everything(reader, told=reading)
        size = borders.export(path, form, passphrase, schema, tables, store.clock(), writing)
        return size, borders.reads_back(form, size)

    return work


class ExportCard(Card):
    """Everything out in one of its forms, and files in.

    Signals:
        wanted(Path, Form, str): write it there in that form, with that passphrase.
        stopped(): stop writing.
        import_wanted(): let a file be chosen that comes in.
    """

    wanted = Signal(object, object, str)
    stopped = Signal()
    import_wanted = Signal()

    def __init__(self, suggested: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(tr("Export and import"), parent=parent)
        self._suggested = suggested
        self._path: Path | None = None
        # Only while it is chosen where to.
        self._passphrase = ""
        self.dialog: QFileDialog | None = None
        self.asking: PassphraseDialog | None = None
        self.add(
            small(tr("All you wrote, to keep or to take along. What is in the trash stays out."))
        )
        self.form = ChoiceField(
            [Option(form, words_exchange.form(form)) for form in Form], Form.ARCHIVE, tr("As")
        )
        self.form.value_changed.connect(self._explain)
        self.form_field = Field(tr("As"), self.form)
        self.add(self.form_field)
        self._warning = small(ink="attention")
        self.add(self._warning)
        self.export = QuietButton(tr("Export everything…"), "download")
        self.export.clicked.connect(self._begin)
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
        self.add(Divider())
        self.add(
            small(
                tr(
                    "Import an archive or a document: you see first what would come in and where it differs. You can also drop a file on this window."
                )
            )
        )
        self.take_in = QuietButton(tr("Import a file…"), "folder-open")
        self.take_in.clicked.connect(self.import_wanted)
        below = QHBoxLayout()
        below.addWidget(self.take_in)
        below.addStretch(1)
        self.add_layout(below)
        self._explain()

    @property
    def chosen_form(self) -> Form:
        """The form that is chosen."""
        # Qt gives the bare text back for a member of a StrEnum.
        return Form(str(self.form.value))

    def _explain(self, _value: object = None) -> None:
        form = self.chosen_form
        self.form_field.set_help(words_exchange.form_said(form))
        if form is Form.LOCKED:
            self._warning.setText(words_exchange.lost_passphrase())
        else:
            self._warning.setText(
                tr("It holds private text, and it is not encrypted: mind where you put it.")
            )

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

    def done(self, result: tuple[int, bool]) -> None:
        """It is written."""
        size, readable = result
        name = self._path.name if self._path else ""
        # Only who waited here is led on; who went elsewhere stays there.
        waited = self._at_cancel()
        text = tr("{name} is written, {size}.", name=name, size=size_text(size))
        self._over(text if readable else words_exchange.not_read_back(self.chosen_form, text))
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

    def _begin(self) -> None:
        if self.chosen_form is not Form.LOCKED:
            self._choose()
            return
        self.asking = PassphraseDialog("", self, new=True)
        self.asking.given.connect(self._choose)
        self.asking.destroyed.connect(self._not_asking)
        self.asking.open()

    def _not_asking(self) -> None:
        self.asking = None

    def _choose(self, passphrase: str = "") -> None:
        form = self.chosen_form
        ending = ending_of(form)
        self._passphrase = passphrase
        dialog = QFileDialog(self, tr("Export everything"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(
            tr("{form} (*{ending})", form=words_exchange.form(form), ending=ending)
        )
        dialog.setDefaultSuffix(ending.removeprefix("."))
        dialog.selectFile(f"{self._suggested()}{ending}")
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _chosen(self, name: str) -> None:
        if name:
            self.wanted.emit(Path(name), self.chosen_form, self._passphrase)
        self._passphrase = ""

    def _dialog_gone(self) -> None:
        self.dialog = None
        self._passphrase = ""

    def _show(self) -> None:
        if self._path is not None and not open_folder(self._path.parent):
            self._say(
                tr("No file manager answered. The folder is {folder}.", folder=self._path.parent)
            )
