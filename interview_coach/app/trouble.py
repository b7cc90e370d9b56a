"""Trouble at the start: what it is, and each next step as a button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from interview_coach.app.working import done
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup
from interview_coach.store.opening import FILE_NAME
from interview_coach.store.salvage import Rescued, rescue
from interview_coach.ui import say, words, words_salvage
from interview_coach.ui.desk import local_zone
from interview_coach.ui.jobs import Told
from interview_coach.ui.settings.data import moment_text, open_folder
from interview_coach.ui.settings.inside import InsideDialog
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Label,
    PrimaryButton,
    QuietButton,
    heading,
    small,
)


class Step(StrEnum):
    """What can be done about trouble at the start."""

    AGAIN = "again"
    RESTORE = "restore"
    RESCUE = "rescue"
    ANEW = "anew"
    FOLLOW = "follow"
    OTHER = "other"
    SHOW = "show"
    QUIT = "quit"


# The first is the one that most will want.
_STEPS: dict[str, tuple[Step, ...]] = {
    "damaged": (Step.RESTORE, Step.RESCUE),
    "half_migrated": (Step.RESTORE, Step.RESCUE),
    "broken_migration": (Step.RESTORE, Step.AGAIN),
    "not_a_store": (Step.RESTORE, Step.RESCUE, Step.OTHER),
    "disk_error": (Step.AGAIN, Step.RESTORE, Step.OTHER),
    "lost": (Step.RESTORE, Step.AGAIN, Step.ANEW),
    "link": (Step.FOLLOW, Step.OTHER),
    "newer": (Step.OTHER,),
    "no_locks": (Step.OTHER, Step.AGAIN),
}
_USUAL = (Step.AGAIN, Step.OTHER)


def steps_for(trouble: Trouble, folder: Path) -> tuple[Step, ...]:
    """The steps that can be taken, the first one first; a restore only where there are backups."""
    steps = _STEPS.get(trouble.code, _USUAL)
    if not backup.found(folder):
        steps = tuple(step for step in steps if step is not Step.RESTORE)
    shown = (Step.SHOW,) if folder.is_dir() else ()
    return (*steps, *shown, Step.QUIT)


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person chose: a step, and the folder or the backup it is about."""

    step: Step
    path: Path | None = None


class TroubleDialog(QDialog):
    """Says what is the matter with the data, and offers each next step.

    Signals: those of QDialog.
    """

    def __init__(
        self,
        trouble: Trouble,
        folder: Path,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._clock = folder, clock
        self.choice = Choice(Step.QUIT)
        self.inside: InsideDialog | None = None
        self.files: QFileDialog | None = None
        sentence = words.trouble(trouble)
        self.setWindowTitle(tr("Interview Coach"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(sentence.title))
        column.addWidget(Label(sentence.text, "body", wrap=True))
        where = small(str(trouble.args_.get("path") or folder / FILE_NAME))
        where.setTextInteractionFlags(where.textInteractionFlags())
        column.addWidget(where)
        column.addSpacing(6)
        self.buttons: dict[Step, QPushButton] = {}
        target = Path(str(trouble.args_.get("target", folder))).parent
        texts: dict[Step, tuple[str, Callable[[], object]]] = {
            Step.AGAIN: (tr("Try again"), lambda: self._choose(Step.AGAIN)),
            Step.RESTORE: (tr("Restore the last backup…"), self._look),
            Step.RESCUE: (tr("Read what can be read…"), self._rescue),
            Step.ANEW: (tr("Begin anew, beside the backups…"), self._anew),
            Step.FOLLOW: (
                tr("Open the folder it points to"),
                lambda: self._choose(Step.FOLLOW, target),
            ),
            Step.OTHER: (tr("Choose another folder…"), self._other),
            Step.SHOW: (tr("Show the folder"), lambda: open_folder(folder)),
            Step.QUIT: (tr("Quit"), self.reject),
        }
        steps = steps_for(trouble, folder)
        for number, step in enumerate(steps):
            text, act = texts[step]
            button: QPushButton = (
                PrimaryButton(text) if number == 0 and step is not Step.QUIT else QuietButton(text)
            )
            button.setAutoDefault(number == 0)
            button.clicked.connect(act)
            self.buttons[step] = button
        wide = [self.buttons[step] for step in steps if step not in {Step.SHOW, Step.QUIT}]
        for button in wide:
            column.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for step in (Step.SHOW, Step.QUIT):
            if step in self.buttons:
                row.addWidget(self.buttons[step])
        column.addSpacing(4)
        column.addLayout(row)
        self.setMinimumWidth(500)
        self.buttons[steps[0]].setFocus()

    def _choose(self, step: Step, path: Path | None = None) -> None:
        self.choice = Choice(step, path)
        self.accept()

    def _look(self) -> None:
        """Look inside the last backup that is whole; its restore is the choice."""
        from zoneinfo import ZoneInfo

        found = backup.found(self._folder)
        made = next((one for one in found if backup.is_whole(one)), found[0])
        when = moment_text(made.made_at, ZoneInfo(local_zone()), self._clock())
        # What is there now cannot be read, so there is nothing to compare with.
        dialog = InsideDialog(made, None, when, self)
        dialog.restore_wanted.connect(lambda path: self._choose(Step.RESTORE, path))
        dialog.finished.connect(dialog.deleteLater)
        self.inside = dialog
        dialog.open()

    def _rescue(self) -> None:
        sentence = say.Sentence(
            tr("Read what can be read into a new file?"),
            tr(
                "The damaged file is kept beside it under another name. Afterwards you see what could"
                " be read and what could not."
            ),
        )
        if say.ask(self, sentence, tr("Read it"), tr("Leave it")):
            self._choose(Step.RESCUE)

    def _anew(self) -> None:
        sentence = say.Sentence(
            tr("Begin with nothing in it?"),
            tr("The backups stay where they are, and can be restored in Settings."),
        )
        if say.ask(self, sentence, tr("Begin anew"), tr("Leave it"), danger=True):
            self._choose(Step.ANEW)

    def _other(self) -> None:
        dialog = QFileDialog(self, tr("Choose a data folder"), str(self._folder.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(
            lambda name: self._choose(Step.OTHER, Path(name)) if name else None
        )
        dialog.finished.connect(dialog.deleteLater)
        self.files = dialog
        dialog.open()


class ReportDialog(QDialog):
    """What was read out of a damaged file, and what could not be.

    Signals: those of QDialog.
    """

    def __init__(self, rescued: Rescued, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What could be read"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(words_salvage.verdict(rescued.report)))
        column.addWidget(small(tr("The damaged file is kept: {path}", path=rescued.kept)))
        text = "\n".join(words_salvage.lines(rescued.report))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("What could be read"))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        copy = QuietButton(tr("Copy this text"), "copy")
        copy.clicked.connect(lambda: QApplication.clipboard().setText(text))
        self.go_on = PrimaryButton(tr("Open it"))
        self.go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self.resize(560, 420)
        self.go_on.setFocus()


def rescued(folder: Path, clock: Callable[[], datetime]) -> Rescued | None:
    """Read what can be read, with its progress, and show the report; None when it was stopped."""

    def work(told: Told) -> Rescued:
        return rescue(folder, clock(), tr("(lost)"), told)

    result = done(tr("Reading what can be read…"), work)
    if not isinstance(result, Rescued):
        return None
    dialog = ReportDialog(result)
    dialog.exec()
    dialog.deleteLater()
    return result
