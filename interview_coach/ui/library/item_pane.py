"""Owns the sheet beside the list for one story, point, question or reminder: its texts and its uses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from interview_coach.domain.kinds import About, LibraryField, LibraryKind
from interview_coach.domain.library import PARTS, LibraryItem
from interview_coach.store import libraries, library
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import said
from interview_coach.ui.library.fields import LibraryFieldBox
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    Card,
    ChoiceField,
    Field,
    Label,
    LinkButton,
    QuietButton,
    Rows,
    ScrollPage,
    SectionHeading,
    small,
)

USES_SHOWN = 12
_BESIDE = 10


class UseRow(QWidget):
    """One interview that something was used in; the link opens it.

    Signals:
        wanted(): open this interview.
    """

    wanted = Signal()

    def __init__(self, text: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 6, 0, 6)
        self._row.setSpacing(_BESIDE)
        self.link = LinkButton(text)
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.link.clicked.connect(self.wanted)
        self._row.addWidget(self.link)
        self._row.addStretch(1)
        self.note = Label(note, "small", "muted")
        self._row.addWidget(self.note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What became of it stands beside the link, or under it where a long name leaves no room."""
        super().resizeEvent(event)
        needed = self.link.sizeHint().width() + self.note.sizeHint().width() + 2 * _BESIDE
        beside, ways = needed <= self.width(), QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(_BESIDE if beside else 0)


class ItemPane(Card):
    """Everything about one thing, editable in place.

    Signals:
        interview_wanted(str): open this interview.
        delete_wanted(str): delete what is shown.
    """

    interview_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.key = ""
        self._kind: LibraryKind | None = None
        self.fields: dict[LibraryField, LibraryFieldBox] = {}
        self._scroll = ScrollPage(margin=0)
        self._scroll.body.setContentsMargins(0, 0, 8, 0)
        self._scroll.body.setSpacing(12)
        self.add(self._scroll, 1)

    def show_item(self, key: str) -> None:
        """Show this one; what is typed for the one before is kept."""
        item = self._desk.ask(libraries.library_item, key)
        if (key, item.draft.kind) != (self.key, self._kind):
            self._make(item)
        for part, box in self.fields.items():
            box.show_text(getattr(item.draft, part.value))
        self._show_rest(item)

    def forget(self) -> None:
        """Show nothing: it is gone."""
        self.key, self._kind = "", None

    def focus_first(self) -> None:
        """Put the cursor where one begins to write."""
        for part in (*PARTS, LibraryField.DETAILS):
            if part in self.fields:
                self.fields[part].setFocus()
                return

    def _make(self, item: LibraryItem) -> None:
        self.key, self._kind = item.id, item.draft.kind
        body = self._scroll.body
        while body.count():
            entry = body.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        story = item.draft.kind is LibraryKind.STORY
        label = tr("Title") if story else words.word(item.draft.kind)
        wanted = [LibraryField.TEXT, *(PARTS if story else ())]
        wanted += [LibraryField.DETAILS]
        wanted += [LibraryField.SKILLS] if story else []
        wanted += [LibraryField.TAGS]
        self._minutes = Label("", "small", "muted")
        self._hint = small("", ink="attention")
        for part in wanted:
            box = LibraryFieldBox(
                self._desk, item.id, part, label if part is LibraryField.TEXT else ""
            )
            self.fields[part] = box
            self._scroll.add(box)
            if part is LibraryField.TEXT and story:
                self._scroll.add(self._minutes)
                self._scroll.add(self._hint)
        self.about = ChoiceField(
            [(each, words.word(each)) for each in About], name=tr("Whom it is about")
        )
        self._about_field = Field(tr("Whom it is about"), self.about)
        self.about.value_changed.connect(self._turn)
        self._scroll.add(self._about_field)
        self._about_field.setVisible(item.draft.kind is LibraryKind.TALKING_POINT)
        self._uses_head = SectionHeading(tr("Where it was used"), "history")
        self._summary = small("")
        self._uses = Rows()
        for part_ in (self._uses_head, self._summary, self._uses):
            self._scroll.add(part_)
        self.delete = QuietButton(tr("Delete"), "trash-2")
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.key))
        self.delete.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._scroll.add(self.delete)
        self._scroll.body.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_rest(self, item: LibraryItem) -> None:
        today = self._desk.now().astimezone(self._desk.local()).date()
        if item.draft.kind is LibraryKind.STORY:
            self._minutes.setText(said.minutes_text(item.minutes))
            self._minutes.setVisible(bool(self._minutes.text()))
            hint = said.hint(item)
            self._hint.setText(hint)
            self._hint.setVisible(bool(hint))
        if item.draft.about is not None:
            self.about.set_value(item.draft.about)
        self._summary.setText(said.summary(item, today))
        self._uses.clear()
        for use in item.uses[:USES_SHOWN]:
            row = UseRow(said.use_text(use, today), said.use_note(use))
            row.wanted.connect(
                lambda interview=use.interview_id: self.interview_wanted.emit(interview)
            )
            self._uses.add(row)

    def _turn(self, about: object) -> None:
        if self._kind is not None:
            self._desk.do(library.turn_library_item, self.key, self._kind, About(str(about)))
