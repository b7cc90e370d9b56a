"""Owns the thank-you: a draft from the person's own notes, to be worded, copied, opened in the mail program.

Nothing is sent from here. The mail program is opened by a click and by nothing else.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.changes import Changes
from interview_coach.domain.kinds import Topic
from interview_coach.domain.thanks import Note, ThankYou, mail_address
from interview_coach.domain.trouble import Trouble
from interview_coach.store import thanks
from interview_coach.ui import words_thanks
from interview_coach.ui.desk import Desk
from interview_coach.ui.links import open_link
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.review.followup import sent_text
from interview_coach.ui.review.keeping import Keeping
from interview_coach.ui.review.paragraph import ErrorLine, Prose
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    CheckRow,
    ChoiceField,
    Field,
    Label,
    PrimaryButton,
    QuietButton,
    announce,
    small,
)


class ThanksDialog(QDialog):
    """The thank-you of one interview.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, interview: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Thank-you note"))
        self._desk = desk
        self._interview = interview
        self._found: ThankYou = desk.ask(thanks.thank_you, interview)
        self._drafted = ""
        found = self._found
        self.keeping = Keeping(desk, interview, self)
        names = words_thanks.listed(found.names)
        title = tr("Thank-you note to {names}", names=names) if names else tr("Thank-you note")
        self.choice = ChoiceField(
            [(None, tr("Nothing yet")), *((n, words_thanks.choice_text(n)) for n in found.notes)],
            found.notes[0] if found.notes and not found.text else None,
        )
        self.choice.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field = Field(tr("One thing you talked about"), self.choice)
        self.text = Prose("", tr("Thank-you note"), min_lines=12)
        self.error = ErrorLine(self.text)
        offer_versions(desk, self.text, "interview.thanks", lambda: interview)
        self.typing = self.keeping.keep(
            self.text, "thanks", lambda text: (thanks.write_thanks, (interview, text)), self.error
        )
        self.copy = PrimaryButton(tr("Copy"), "copy")
        self.mail = QuietButton(tr("Open in the mail program"), "mail")
        self.sent = CheckRow(tr("I have sent it"))
        self.sent.setFocusProxy(None)  # type: ignore[arg-type]
        self.said = small("")
        self.close_button = QuietButton(tr("Close"))
        self._set_out(title)
        self.copy.setAutoDefault(False)
        for button in (self.mail, self.close_button):
            button.setAutoDefault(False)
        self.choice.value_changed.connect(self._chosen)
        self.copy.clicked.connect(self._copy)
        self.mail.clicked.connect(self._open_mail)
        self.sent.ticked.connect(self._ticked)
        self.close_button.clicked.connect(self.accept)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._copy)
        self.typing.show(found.text)
        self._show_sent()
        if not self.text.text:
            self._begin(self.choice.value)
        self.text.setFocus()
        desk.changed.connect(self._heard)

    def done(self, result: int) -> None:
        """Keep what was typed, however it is closed; a draft that nobody touched is not kept."""
        if not self._desk.closed:
            self.typing.finish()
        super().done(result)

    # --- set out ------------------------------------------------------------------------------

    def _set_out(self, title: str) -> None:
        self.resize(620, 600)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(Label(title, "question", wrap=True))
        column.addWidget(
            small(
                tr(
                    "A draft from your own notes. Word it as you speak, then copy it or open it in your mail program. Nothing is sent from here."
                )
            )
        )
        column.addWidget(self.field)
        self.field.setVisible(bool(self._found.notes))
        column.addWidget(self.text)
        column.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.copy)
        row.addWidget(self.mail)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.sent, 1)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    # --- the draft ----------------------------------------------------------------------------

    def _begin(self, note: object) -> None:
        """Show a draft; it is no typing of the person's yet, and nothing of it is stored."""
        self._drafted = words_thanks.draft(self._found, note if isinstance(note, Note) else None)
        self.text.set_text(self._drafted)

    def _chosen(self, note: object) -> None:
        if self.text.text == self._drafted and not self.typing.dirty:
            self._begin(note)
        elif isinstance(note, Note):
            # What was worded stays: the sentence comes where the cursor is, and Ctrl+Z takes it away.
            self.text.insertPlainText(words_thanks.sentence(note))
            self.text.setFocus()

    def _keep(self) -> bool:
        """Keep the note as it stands, a draft as well: this is what was sent."""
        text = self.text.text
        if self.typing.dirty:
            return self.typing.finish()
        if text.strip() and text != self._found.text:
            self._desk.do(thanks.write_thanks, self._interview, text)
        return True

    def _copy(self) -> None:
        if self._keep():
            QApplication.clipboard().setText(self.text.text)
            self._say(tr("Copied. Tick it when you have sent it."))

    def _open_mail(self) -> None:
        if not self._keep():
            return
        address = mail_address(words_thanks.subject(self._found), self.text.text)
        if address:
            open_link(address, self)
            self._say(tr("Opened in your mail program. Tick it when you have sent it."))
        else:
            self._say(tr("It is too long to be handed over. Copy it instead."))

    def _ticked(self, sent: bool) -> None:
        if self._keep():
            self._desk.do(thanks.tick_thanks, self._interview, sent=sent)
        else:
            self.sent.set_checked(not sent)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        announce(self, text)

    # --- what happens meanwhile ---------------------------------------------------------------

    def _heard(self, changes: Changes) -> None:
        if Topic.INTERVIEW not in changes.topics or self._desk.closed:
            return
        try:
            self._found = self._desk.ask(thanks.thank_you, self._interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            self.reject()
            return
        if self._found.text:
            self.typing.show(self._found.text)
        self._show_sent()

    def _show_sent(self) -> None:
        sent = self._found.thanked_at
        self.sent.set_checked(sent is not None)
        self.sent.set_detail("" if sent is None else sent_text(self._desk, sent))


def open_thanks(desk: Desk, interview: str, parent: QWidget) -> ThanksDialog:
    """Open the thank-you of an interview. Raises `Trouble("missing")`."""
    dialog = ThanksDialog(desk, interview, parent)
    dialog.open()
    return dialog
