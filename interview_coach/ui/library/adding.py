"""Owns the line that something new for the library is typed into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.kinds import LibraryKind
from interview_coach.domain.library import LibraryDraft
from interview_coach.domain.people import PersonDraft
from interview_coach.domain.trouble import Invalid
from interview_coach.store import company, library, person
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText

Ending = tuple[Callable[..., Any], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class New:
    """What is typed into the line: its name in scratch, its label, and the deed for a text."""

    what: str
    label: str
    deed: Callable[[str], Ending]


def new_thing(kind: LibraryKind) -> New:
    """Something of a kind, by its text."""
    what = words.word(kind).lower()
    story = kind is LibraryKind.STORY
    label = tr("New story: a title to find it by") if story else tr("New: {what}", what=what)
    return New(
        kind.value, label, lambda text: (library.add_library_item, (LibraryDraft(kind, text),))
    )


def new_person() -> New:
    """Someone, by name and company in one line."""

    def deed(text: str) -> Ending:
        name, _, at = text.partition(",")
        return person.add_person, (PersonDraft(name, at),)

    return New("person", tr("New person: the name, a comma, and the company"), deed)


def new_person_at(company_name: str) -> New:
    """Someone at this company, by name."""
    return New(
        "person_here",
        tr("New person here: the name"),
        lambda text: (person.add_person, (PersonDraft(text, company_name),)),
    )


def new_company() -> New:
    """A company, by its name."""
    return New("company", tr("New company: its name"), lambda text: (company.add_company, (text,)))


class AddLine(QWidget):
    """A field for the next thing. Enter adds it and opens it, Esc leaves; nothing typed is lost.

    Signals:
        added(): something was added.
        left(): the person went elsewhere, and the line is empty.
    """

    added = Signal()
    left = Signal()

    def __init__(self, desk: Desk, new: New, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = new
        self.line = LineText(name=new.label)
        self._field = Field(new.label, self.line, tr("Enter adds it. Esc leaves."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 10)
        column.addWidget(self._field)
        self.setFocusProxy(self.line)
        self.typing = Typing(
            desk,
            self,
            f"library:add:{new.what}",
            self.line.text,
            self.line.set_text,
            self._commit,
        )
        self.typing.refused.connect(self._refuse)
        self.line.edited.connect(self._edited)
        self.line.submitted.connect(self._submit)
        self.line.left.connect(self.typing.scribble)
        self.line.paste_refused.connect(self._field.show_error)
        self.typing.show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; what stands here waits for the next time."""
        if event.key() == Qt.Key.Key_Escape:
            self.typing.scribble()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        return self.new.deed(text) if text.strip() else None

    def _edited(self) -> None:
        self._field.clear_error()
        self.typing.edited()

    def _submit(self) -> None:
        if not self.line.text().strip():
            self.left.emit()
            return
        if self.typing.finish():
            self.line.set_text("")
            self.added.emit()

    def _refuse(self, error: Invalid) -> None:
        if any(c.field == "company" for c in error.complaints):
            self._field.show_error(tr("Where they work belongs after a comma."))
            return
        self._field.show_error(" ".join(words.complaint(c) for c in error.complaints))
