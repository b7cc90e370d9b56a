"""Owns the private page for ten minutes of writing: in memory alone until it is kept.

Nothing here may know scratch, versions, or the clipboard: what is let go has touched no disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.afterwards import WRITING_MINUTES, minutes_left
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.ui import say, words
from interview_coach.ui.leaving import MayStay
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LongText, PrimaryButton, QuietButton, heading, small

_CLOCK_MS = 5_000
_LINES = 18


class PrivateText(LongText):
    """Plain text that hands nothing to the clipboard, to other programs, or to a menu of the system's.

    Cut and copy work within the page. Signals: those of LongText.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, min_lines=_LINES, max_lines=_LINES, parent=parent)
        self._cut = ""
        # Nor shall a keyboard learn from it.
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.setInputMethodHints(hints)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Nothing for the clipboard, which some desktops write to disk, nor for what is dragged out."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cut, copy and paste by a memory of its own; what came from elsewhere can be pasted too."""
        keys, cursor = QKeySequence.StandardKey, self.textCursor()
        if event.matches(keys.Copy) or event.matches(keys.Cut):
            if cursor.hasSelection():
                self._cut = cursor.selectedText().replace("\u2029", "\n")
                if event.matches(keys.Cut):
                    cursor.removeSelectedText()
        elif event.matches(keys.Paste) and self._cut:
            cursor.insertText(self._cut)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """None: its copy would go to the clipboard."""
        event.accept()


class WritingDialog(QDialog, MayStay):
    """Ten minutes of writing. Keep stores it; let go leaves nothing of it anywhere.

    `keep(text)` stores it, and raises `Invalid` or `Trouble`. `clock` gives the present instant.

    Signals: those of QDialog.
    """

    def __init__(
        self, keep: Callable[[str], object], clock: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ten minutes of writing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.resize(600, 520)
        self._keep, self._clock = keep, clock
        self._begun = clock()
        self.text = PrivateText(tr("What matters to me"))
        self.text.setPlaceholderText(tr("In whatever words come. Nobody reads this but you."))
        self.left = small(wrap=False)
        self.left.setAccessibleName(tr("Time left"))
        self._wrong = small(ink="bad")
        self._wrong.hide()
        self.keep_button = PrimaryButton(tr("Keep"))
        self.go_button = QuietButton(tr("Let go"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(heading(tr("What matters to you?")), 1)
        top.addWidget(self.left)
        column.addLayout(top)
        column.addWidget(
            small(
                tr(
                    "This page is in memory only. Unlike everything else here it is not saved while you"
                    " type: if the program ends, it is gone. Keep stores it beside this outcome; let go"
                    " leaves nothing of it. Copying stays within this page."
                )
            )
        )
        column.addWidget(self.text)
        column.addWidget(self._wrong)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.go_button)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        for button in (self.keep_button, self.go_button):
            # Enter is a new line, and no answer to anything.
            button.setAutoDefault(False)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_CLOCK_MS)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()
        self.keep_button.clicked.connect(self._kept)
        self.go_button.clicked.connect(self._let_go)
        self.text.edited.connect(self._edited)
        self.text.paste_refused.connect(self._complain)
        self.tick()
        self._edited()
        self.text.setFocus()

    def tick(self) -> None:
        """Say how much of the ten minutes is left; nothing happens at their end."""
        left = minutes_left(self._begun, self._clock())
        self.left.setText(
            tr_n("{n} minute left", "{n} minutes left", left)
            if left
            else tr_n(
                "{n} minute are over; take what you need",
                "{n} minutes are over; take what you need",
                WRITING_MINUTES,
            )
        )

    def reject(self) -> None:
        """Esc asks: keep, let go, or go on."""
        if self.may_leave():
            self._close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does the window's own way to close."""
        if self.may_leave():
            self.text.clear()
            super().closeEvent(event)
        else:
            event.ignore()

    def may_leave(self) -> bool:
        """Ask what shall become of the text; whether that is decided."""
        if not self.text.text.strip():
            return True
        sentence = say.Sentence(
            tr("Keep what you wrote?"),
            tr("It is in memory only, and nowhere else."),
        )
        if say.ask(self, sentence, tr("Keep"), tr("Do not keep")):
            return self._stored()
        return self._ask_to_let_go()

    def _kept(self) -> None:
        if not self.text.text.strip() or self._stored():
            self._close()

    def _let_go(self) -> None:
        if not self.text.text.strip() or self._ask_to_let_go():
            self._close()

    def _ask_to_let_go(self) -> bool:
        sentence = say.Sentence(
            tr("Let it go?"), tr("Nothing of it is stored, and nothing brings it back.")
        )
        return say.ask(self, sentence, tr("Let it go"), tr("Go on writing"), danger=True)

    def _stored(self) -> bool:
        try:
            self._keep(self.text.text)
        except Invalid as error:
            self._complain(" ".join(words.complaint(one) for one in error.complaints))
            return False
        except Trouble as error:
            known = words.trouble(error)
            self._complain(tr("{title}. {text}", title=known.title, text=known.text))
            return False
        self.text.clear()
        return True

    def _close(self) -> None:
        # What a widget holds may outlive it for a while.
        self.text.clear()
        self.done(0)

    def _edited(self) -> None:
        self._complain("")
        self.keep_button.setEnabled(bool(self.text.text.strip()))

    def _complain(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))
