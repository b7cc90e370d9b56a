"""Owns merging what is likely there twice: proposed in groups, merged only when the person says so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.library import LibraryLine
from interview_coach.domain.trouble import Invalid
from interview_coach.store import libraries, library
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import said
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
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

    def __init__(
        self, desk: Desk, lines: tuple[LibraryLine, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._lines = lines
        self.add(SectionHeading(words.word(lines[0].kind)))
        self.checks: list[CheckRow] = []
        for line in lines:
            check = CheckRow(line.text, said.told_chip(line.kind, line.told), checked=True)
            check.toggled.connect(self._count)
            self.checks.append(check)
            self.add(check)
        self.keep = ChoiceField([(line.id, line.text) for line in lines], lines[0].id)
        self.add(Field(tr("The wording that stays in front"), self.keep))
        self.merge = PrimaryButton(tr("Merge"))
        self.merge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.merge.clicked.connect(self._merge)
        self.add(self.merge)
        self.said = small(tr("All texts and all uses are kept. It can be undone."))
        self.add(self.said)

    @property
    def chosen(self) -> list[str]:
        """The keys of what is ticked."""
        pairs = zip(self._lines, self.checks, strict=True)
        return [line.id for line, check in pairs if check.tick.isChecked()]

    def _count(self) -> None:
        self.merge.setEnabled(len(self.chosen) > 1)

    def _merge(self) -> None:
        keep = str(self.keep.value)
        chosen = self.chosen
        if keep not in chosen:
            keep = chosen[0]
        try:
            self._desk.do(library.merge_library_items, keep, [k for k in chosen if k != keep])
        except Invalid as error:
            self.said.setText(" ".join(words.complaint(c) for c in error.complaints))
            return
        for check in self.checks:
            check.setEnabled(False)
        self.keep.setEnabled(False)
        self.merge.setEnabled(False)
        self.said.setText(tr("Merged."))


class DuplicatesDialog(QDialog):
    """What is likely there twice.

    Signals: those of QDialog.
    """

    def __init__(
        self, desk: Desk, groups: tuple[tuple[LibraryLine, ...], ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Likely the same"))
        self.setModal(True)
        self.resize(620, 600)
        page = ScrollPage(self, margin=22)
        page.add(
            small(
                tr(
                    "These sound alike. Merge what is the same thing, and leave the rest: nothing is merged by itself."
                )
            )
        )
        self.cards = [AlikeCard(desk, lines, self) for lines in groups]
        for card in self.cards:
            page.add(card)
        if not groups:
            page.add(
                EmptyState("check", tr("Nothing sounds alike"), tr("There is nothing to merge."))
            )
        page.body.addStretch(1)
        close = QuietButton(tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 4, 22, 18)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addLayout(foot)


def open_duplicates(desk: Desk, parent: QWidget) -> DuplicatesDialog:
    """Look for what is likely there twice, and show it."""
    dialog = DuplicatesDialog(desk, desk.ask(libraries.alike), parent)
    dialog.open()
    return dialog
