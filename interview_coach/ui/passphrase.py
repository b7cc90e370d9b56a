"""Owns the dialogs in which a passphrase is typed: twice for a file that is made, once for one that is read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from interview_coach.ui import words_exchange
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Banner, Field, LineText, PrimaryButton, QuietButton, body


class PassphraseDialog(QDialog):
    """A passphrase for a file. It is handed on and kept nowhere.

    Signals:
        given(str): the passphrase was typed, twice alike where it is new.
    """

    given = Signal(str)

    def __init__(self, name: str, parent: QWidget, *, new: bool, wrong: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("A passphrase for the archive") if new else tr("Locked file"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(14)
        if new:
            column.addWidget(
                body(tr("The archive is encrypted. Whoever opens it needs this passphrase."))
            )
            column.addWidget(Banner(words_exchange.lost_passphrase(), "attention"))
        else:
            column.addWidget(body(tr("“{name}” is locked with a passphrase.", name=name)))
        self.first = LineText(name=tr("Passphrase"))
        self.first_field = Field(
            tr("Passphrase"),
            self.first,
            tr("Four or five words that do not belong together are strong and easy to keep.")
            if new
            else "",
        )
        column.addWidget(self.first_field)
        self.again = LineText(name=tr("The same once more"))
        self.again_field = Field(tr("The same once more"), self.again)
        column.addWidget(self.again_field)
        self.again_field.setVisible(new)
        self.show_it = QCheckBox(tr("Show what I type"))
        self.show_it.toggled.connect(self._show_typing)
        column.addWidget(self.show_it)
        self._new = new
        self.accept_button = PrimaryButton(tr("Encrypt…") if new else tr("Open"))
        self.cancel = QuietButton(tr("Cancel"))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.addStretch(1)
        column.addLayout(foot)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._give)
        self.cancel.clicked.connect(self.reject)
        for line in (self.first, self.again):
            line.submitted.connect(self._give)
            line.edited.connect(self._calm)
        self._show_typing(shown=False)
        if wrong:
            self.first_field.show_error(tr("That was not it. Capitals and spaces count."))
        self.resize(480, self.sizeHint().height())
        self.first.setFocus()

    def _show_typing(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for line in (self.first, self.again):
            line.setEchoMode(mode)

    def _calm(self) -> None:
        self.first_field.clear_error()
        self.again_field.clear_error()

    def _give(self) -> None:
        # Enter in a line also presses the default button: the first of the two closes the dialog.
        if not self.isVisible():
            return
        passphrase = self.first.text()
        if not passphrase:
            self.first_field.show_error(tr("Please fill this in."))
            self.first.setFocus()
            return
        if self._new and self.again.text() != passphrase:
            self.again_field.show_error(tr("This is not the same as above."))
            self.again.setFocus()
            return
        self.first.clear()
        self.again.clear()
        self.accept()
        self.given.emit(passphrase)
