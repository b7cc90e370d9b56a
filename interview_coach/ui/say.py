"""The only module that speaks to the person in boxes: information, warning, question, error.

Tests replace the voice with one that remembers what was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from interview_coach.ui.text import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget


class Sentence(NamedTuple):
    """A title, what to do about it, and perhaps details."""

    title: str
    text: str = ""
    details: str = ""


class Voice(Protocol):
    """Whoever speaks."""

    def inform(self, parent: QWidget | None, sentence: Sentence) -> None:
        """Tell something that needs no answer."""

    def warn(self, parent: QWidget | None, sentence: Sentence) -> None:
        """Tell of trouble."""

    def ask(
        self, parent: QWidget | None, sentence: Sentence, yes: str, no: str, *, danger: bool = False
    ) -> bool:
        """Ask; whether the answer was `yes`."""


class Boxes:
    """Speaks in message boxes."""

    def inform(self, parent: QWidget | None, sentence: Sentence) -> None:
        """Tell something that needs no answer."""
        self._run(self._box(parent, "Information", sentence))

    def warn(self, parent: QWidget | None, sentence: Sentence) -> None:
        """Tell of trouble."""
        self._run(self._box(parent, "Warning", sentence))

    def ask(
        self, parent: QWidget | None, sentence: Sentence, yes: str, no: str, *, danger: bool = False
    ) -> bool:
        """Ask; whether the answer was `yes`. The careful answer is the default one."""
        box = self._box(parent, "Question", sentence)
        accept = box.addButton(yes, box.ButtonRole.AcceptRole)
        refuse = box.addButton(no, box.ButtonRole.RejectRole)
        box.setDefaultButton(refuse if danger else accept)
        box.setEscapeButton(refuse)
        return self._run(box) is accept

    @staticmethod
    def _run(box: QMessageBox) -> QAbstractButton:
        # Not WA_DeleteOnClose: the box would be gone before one could ask what was pressed.
        box.exec()
        pressed = box.clickedButton()
        box.deleteLater()
        return pressed

    @staticmethod
    def _box(parent: QWidget | None, icon: str, sentence: Sentence) -> QMessageBox:
        # Few starts need one, and the commands have no Qt at all.
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon[icon])
        box.setWindowTitle(tr("Interview Coach"))
        # Plain: a title may hold what the person typed.
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence.title)
        box.setInformativeText(sentence.text)
        if sentence.details:
            box.setDetailedText(sentence.details)
        return box


_voice: Voice = Boxes()


def speak_with(voice: Voice) -> Voice:
    """Let `voice` speak from now on; gives the one before."""
    global _voice
    before, _voice = _voice, voice
    return before


def inform(parent: QWidget | None, sentence: Sentence) -> None:
    """Tell something that needs no answer."""
    _voice.inform(parent, sentence)


def warn(parent: QWidget | None, sentence: Sentence) -> None:
    """Tell of trouble."""
    _voice.warn(parent, sentence)


def ask(
    parent: QWidget | None, sentence: Sentence, yes: str, no: str, *, danger: bool = False
) -> bool:
    """Ask; whether the answer was `yes`."""
    return _voice.ask(parent, sentence, yes, no, danger=danger)
