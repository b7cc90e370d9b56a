"""Owns bringing in a CV: a draft of a story for each highlight, chosen and worded before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.incoming import Refused, Understood, unheard
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.resume import Resume, known_already
from interview_coach.domain.trouble import Invalid
from interview_coach.store import libraries, library
from interview_coach.ui import say, words
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    EmptyState,
    Field,
    LineText,
    LinkButton,
    LongText,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    small,
)
from interview_coach.ui.widgets.checks import CheckRow

KIND = "resume"


class StoryCard(Card):
    """One draft: a tick, and on request the fields it would be kept with.

    Signals: none of its own.
    """

    def __init__(self, draft: LibraryDraft, *, known: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._draft = draft
        self.edited = False
        note = tr("In your library already.") if known else draft.situation.partition("\n")[0]
        self.check = CheckRow(draft.text, note, checked=not known)
        self.add(self.check)
        self.change = LinkButton(tr("Change the wording"), "pencil")
        self.change.setAccessibleName(tr("Change the wording of {title}", title=draft.text))
        self.change.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self.change)
        row.addStretch(1)
        self.add_layout(row)
        self._fields: dict[str, LineText | LongText] = {}

    @property
    def draft(self) -> LibraryDraft:
        """The story as it would be kept."""
        found: dict[str, str] = {}
        for name, field in self._fields.items():
            found[name] = field.text() if isinstance(field, LineText) else field.text
        return replace(self._draft, **found) if found else self._draft  # type: ignore[arg-type]

    def _open(self) -> None:
        self.change.hide()
        for name, label in (
            ("text", tr("Title")),
            ("situation", tr("Situation")),
            ("result", tr("Result")),
        ):
            text = getattr(self._draft, name)
            field: LineText | LongText
            field = LineText(text, label) if name == "text" else LongText(text, label, max_lines=6)
            field.edited.connect(self._touched)
            self._fields[name] = field
            self.add(Field(label, field))
        self._fields["text"].setFocus()

    def _touched(self) -> None:
        self.edited = True
        self.check.tick.setChecked(True)


class ResumeDialog(QDialog):
    """The stories of a CV, each chosen and editable before anything is kept.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, found: Resume, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Stories from your CV"))
        self.resize(660, 640)
        self._desk = desk
        origins = desk.ask(libraries.origins)
        page = ScrollPage(self, margin=22)
        page.add(
            small(
                tr(
                    "Each highlight becomes the draft of a story: what came of it is there, what you did is yours to tell. Choose which to keep."
                )
            )
        )
        if found.passed_over:
            page.add(
                small(
                    tr_n(
                        "{n} entry could not be read and was passed over.",
                        "{n} entries could not be read and were passed over.",
                        found.passed_over,
                    ),
                    ink="attention",
                )
            )
        self.cards = [
            StoryCard(draft, known=known_already(draft, origins), parent=self)
            for draft in found.stories
        ]
        for card in self.cards:
            card.check.toggled.connect(self._count)
            page.add(card)
        if not self.cards:
            page.add(
                EmptyState(
                    "file-text",
                    tr("No highlights in this CV"),
                    tr("Stories are made of the highlights of work, volunteering and projects."),
                )
            )
        page.body.addStretch(1)
        self._wrong = small("", ink="bad")
        self._wrong.hide()
        self.keep = PrimaryButton(tr("Keep"))
        self.keep.clicked.connect(self._keep)
        cancel = QuietButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 4, 22, 18)
        foot.setSpacing(12)
        foot.addWidget(self._wrong, 1)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addLayout(foot)
        self._count()

    @property
    def chosen(self) -> list[LibraryDraft]:
        """What would be kept."""
        return [card.draft for card in self.cards if card.check.tick.isChecked()]

    def reject(self) -> None:
        """Close; words that were typed here are not let go without a question."""
        if any(card.edited for card in self.cards):
            sentence = say.Sentence(
                tr("Let go of what you typed?"), tr("The CV itself stays as it is.")
            )
            if not say.ask(self, sentence, tr("Let go"), tr("Stay"), danger=True):
                return
        super().reject()

    def _count(self) -> None:
        n = sum(card.check.tick.isChecked() for card in self.cards)
        self.keep.setText(tr_n("Keep {n} story", "Keep {n} stories", n) if n else tr("Keep"))
        self.keep.setEnabled(bool(n))

    def _keep(self) -> None:
        try:
            self._desk.do(library.import_library_items, self.chosen)
        except Invalid as error:
            self._wrong.setText(" ".join(words.complaint(c) for c in error.complaints))
            self._wrong.show()
            return
        self.accept()


def choose_resume(desk: Desk, borders: Borders, parent: QWidget) -> ResumeDialog | None:
    """Ask for a CV and show what it would bring; a sentence when it is none."""
    asked, _ = QFileDialog.getOpenFileName(
        parent, tr("Bring in a CV"), "", tr("JSON Resume (*.json);;All files (*)")
    )
    return open_resume(desk, borders, Path(asked), parent) if asked else None


def open_resume(desk: Desk, borders: Borders, path: Path, parent: QWidget) -> ResumeDialog | None:
    """Show what a CV would bring; a sentence when it is none."""
    try:
        found: Understood | None = borders.read(path, "", unheard)
    except Refused:
        found = None
    if found is None or found.kind != KIND:
        say.warn(
            parent,
            say.Sentence(
                tr("This file is no CV that can be read"),
                tr("A CV in the JSON Resume format is read. Nothing has been changed."),
            ),
        )
        return None
    dialog = show_resume(desk, found, parent)
    dialog.open()
    return dialog


def show_resume(desk: Desk, found: Understood, parent: QWidget) -> ResumeDialog:
    """The dialog of a CV that was read, not yet open."""
    return ResumeDialog(desk, found.what, parent)
