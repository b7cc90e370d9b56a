"""Owns merging what is likely there twice: proposed in groups, merged only when the person says so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.jobs import Job, Jobs
from interview_coach.ui.library.alike import Alike, Twice, groups, look_work
from interview_coach.ui.library.tabs import Shelf
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Bar,
    Card,
    ChoiceField,
    EmptyState,
    Field,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SectionHeading,
    small,
)
from interview_coach.ui.widgets.checks import CheckRow


class AlikeCard(Card):
    """One group of things that are likely the same; which belong together, and which wording stays.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, found: Alike, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.found = found
        self.add(SectionHeading(found.title))
        self.checks: list[CheckRow] = []
        for text, note in zip(found.texts, found.notes, strict=True):
            check = CheckRow(text, note, checked=True)
            check.toggled.connect(self._count)
            self.checks.append(check)
            self.add(check)
        pairs = list(zip(found.keys, found.texts, strict=True))
        self.keep = ChoiceField(pairs, found.keys[0])
        self.add(Field(found.asks, self.keep))
        self.merge = PrimaryButton(tr("Merge"))
        self.merge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.merge.clicked.connect(self._merge)
        self.add(self.merge)
        self.said = small(tr("All texts and all uses are kept. It can be undone."))
        self.add(self.said)

    @property
    def chosen(self) -> list[str]:
        """The keys of what is ticked."""
        pairs = zip(self.found.keys, self.checks, strict=True)
        return [key for key, check in pairs if check.tick.isChecked()]

    def _count(self) -> None:
        self.merge.setEnabled(len(self.chosen) > 1)

    def _merge(self) -> None:
        keep = str(self.keep.value)
        chosen = self.chosen
        if keep not in chosen:
            keep = chosen[0]
        try:
            self._desk.do(self.found.merge, keep, [k for k in chosen if k != keep])
        except Invalid as error:
            self.said.setText(" ".join(words.complaint(c) for c in error.complaints))
            return
        for check in self.checks:
            check.setEnabled(False)
        self.keep.setEnabled(False)
        self.merge.setEnabled(False)
        self.said.setText(tr("Merged."))


class DuplicatesDialog(QDialog):
    """What is likely there twice, looked for aside: a large library takes its time.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, shelf: Shelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Likely the same"))
        self.setModal(True)
        self.resize(620, 600)
        self._desk = desk
        self._shelf = shelf
        self.jobs = Jobs(self)
        self.cards: list[AlikeCard] = []
        self._page = ScrollPage(self, margin=22)
        self._page.add(
            small(
                tr(
                    "These sound alike. Merge what is the same thing, and leave the rest: nothing is merged by itself."
                )
            )
        )
        self._looking = small(tr("Looking…"))
        self._bar = Bar(0, 1, tr("Looking…"))
        for widget in (self._looking, self._bar):
            self._page.add(widget)
        self._page.body.addStretch(1)
        close = QuietButton(tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 4, 22, 18)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addLayout(foot)
        self._job: Job | None = self.jobs.start(look_work(desk.store))
        self._job.progress.connect(self._bar.set_share)
        self._job.finished.connect(self._found)
        self._job.failed.connect(self._failed)
        self._job.ended.connect(self._ended)

    def done(self, result: int) -> None:
        """Closing stops the search."""
        if self._job is not None:
            self._job.cancel()
            self.jobs.drain()
        super().done(result)

    def _ended(self) -> None:
        self._job = None
        self._bar.hide()

    def _found(self, result: object) -> None:
        assert isinstance(result, Twice)  # noqa: S101  what look_work gives
        self._looking.hide()
        here: list[QWidget] = []
        for found in groups(result, self._shelf):
            card = AlikeCard(self._desk, found, self)
            self.cards.append(card)
            here.append(card)
        if not here:
            here = [
                EmptyState("check", tr("Nothing sounds alike"), tr("There is nothing to merge."))
            ]
        for place, widget in enumerate(here):
            # After the words and the progress, before the stretch.
            self._page.body.insertWidget(3 + place, widget)
            widget.show()

    def _failed(self, error: object) -> None:
        if not isinstance(error, Trouble):
            assert isinstance(error, BaseException)  # noqa: S101  what the job raised
            raise error
        self._looking.setText(words.trouble(error).title)


def open_duplicates(desk: Desk, parent: QWidget, shelf: Shelf) -> DuplicatesDialog:
    """Look for what is likely there twice, and show it; what is on this shelf comes first."""
    dialog = DuplicatesDialog(desk, shelf, parent)
    dialog.open()
    return dialog
