"""Owns one note about them on the page: what it says, from where and when, how sure, whether it was wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.links import shown_host
from interview_coach.domain.research import ResearchNote
from interview_coach.ui import dates, spots, words
from interview_coach.ui.inplace_rows import ShownRow
from interview_coach.ui.links import address_of, open_link
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current, icon
from interview_coach.ui.widgets import (
    Chip,
    Divider,
    FlowLayout,
    IconButton,
    Label,
    LinkButton,
    set_tooltip,
    show_when,
    small,
)


class Wish(Enum):
    """What a person can want of a note."""

    EDIT = auto()
    DISPROVE = auto()
    STAND = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    DELETE = auto()


_KEYS = {
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): Wish.EDIT,
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): Wish.DELETE,
    (Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier): Wish.DISPROVE,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): Wish.MOVE_UP,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): Wish.MOVE_DOWN,
}


class StruckLabel(Label):
    """Text that can be struck out; whoever shows it so says beside it in words why.

    Signals: none of its own.
    """

    _struck = False

    def set_struck(self, struck: bool) -> None:
        """Strike it out, or let it stand."""
        if struck != self._struck:
            self._struck = struck
            self.set_ink("muted" if struck else "ink")
            self._retheme()

    def _retheme(self) -> None:
        super()._retheme()
        if self._struck:
            font = current().font("body")
            font.setStrikeOut(True)
            self.setFont(font)


class _Keyed(IconButton):
    """The dots of a row; they hear the row's keys before Qt moves the focus by them."""

    def __init__(self, hears: Callable[[QKeyEvent], bool]) -> None:
        super().__init__("ellipsis", tr("More"))
        self._hears = hears

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what the row knows."""
        if not self._hears(event):
            super().keyPressEvent(event)


class NoteRow(ShownRow):
    """One note. A click on its words edits it; the menu holds the rest, each with its key.

    With `asks` it says openly that it can be marked as proved wrong, as a review does.

    Signals:
        wished(str, Wish): the person wants this of the note.
    """

    wished = Signal(str, object)

    def __init__(self, note: ResearchNote, today: date, *, asks: bool = False) -> None:
        super().__init__()
        self.key = note.id
        self.note = note
        self._asks = asks
        spots.tag(self, note.id)
        self.text = StruckLabel("", "body", wrap=True)
        self.more = _Keyed(self._hear)
        self.said = small(wrap=False)
        self.link = LinkButton("", "external-link")
        self.wrong = Chip(tr("Proved wrong"), "attention")
        self.where = small(wrap=False)
        self.learned = Label("", "body", wrap=True)
        self.ask = LinkButton(tr("Proved wrong"), "circle-x")
        self._line = Divider()
        self._lay_out()
        self.setFocusProxy(self.more)
        self.more.clicked.connect(self._open_menu)
        self.link.clicked.connect(self._follow)
        self.ask.clicked.connect(lambda: self._wish(Wish.DISPROVE))
        self.show_note(note, today)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.text, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self._facts = QWidget()
        facts = FlowLayout(self._facts, spacing=10, line_spacing=2)
        for part in (self.said, self.link, self.ask):
            facts.addWidget(part)
        self._verdict = QWidget()
        verdict = FlowLayout(self._verdict, spacing=8, line_spacing=4)
        verdict.addWidget(self.wrong)
        verdict.addWidget(self.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addWidget(self._verdict)
        column.addWidget(self.learned)
        column.addSpacing(5)
        column.addWidget(self._line)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The dots, then the link."""
        return (self.more, self.link, self.ask)

    def set_last(self, last: bool) -> None:
        """Leave out the line under it."""
        show_when(self._line, not last)

    def show_note(self, note: ResearchNote, today: date) -> None:
        """Show what the store says of it now."""
        self.note = note
        self.text.setText(note.text)
        self.text.set_struck(note.disproved)
        self.more.set_name(tr("More about “{note}”", note=note.text))
        facts = [words.word(note.confidence)]
        if note.noted_on is not None:
            facts.append(dates.day_text(note.noted_on, today))
        self.said.setText(" · ".join(facts))
        show_when(self.link, bool(note.link))
        if note.link:
            self.link.setText(shown_host(note.link))
            self.link.setEnabled(address_of(note.link) is not None)
            set_tooltip(self.link, note.link)
            self.link.setAccessibleName(tr("Open {link}", link=note.link))
        show_when(self._verdict, note.disproved)
        show_when(self.where, note.disproved_kind is not None)
        if note.disproved_kind is not None and note.disproved_on is not None:
            kind, day = words.word(note.disproved_kind), dates.day_text(note.disproved_on, today)
            self.where.setText(tr("{kind}, {day}", kind=kind, day=day))
        show_when(self.learned, bool(note.disproved and note.learned))
        self.learned.setText(tr("What I learned: {text}", text=note.learned))
        show_when(self.ask, self._asks and not note.disproved)
        self.ask.setAccessibleName(tr("Proved wrong: {note}", note=note.text))
        self.setAccessibleName(note.text)

    # --- what is done -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the row work from its link, too."""
        if not self._hear(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words edits them."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.rect().contains(event.position().toPoint()):
            self._wish(Wish.EDIT)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        del event
        self._open_menu()

    def _hear(self, event: QKeyEvent) -> bool:
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = _KEYS.get((Qt.Key(event.key()), pressed))
        if wish is not None:
            self._wish(wish)
        return wish is not None

    def _wish(self, wish: Wish) -> None:
        self.wished.emit(self.key, wish)

    def _follow(self) -> None:
        open_link(self.note.link, self)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        wrong = tr("Change what I learned") if self.note.disproved else tr("Proved wrong…")
        entries = [
            (tr("Edit"), "F2", Wish.EDIT, "pencil"),
            (wrong, "W", Wish.DISPROVE, "circle-x"),
            (tr("It was right after all"), "", Wish.STAND, "rotate-ccw"),
            (tr("Move up"), "Alt+Up", Wish.MOVE_UP, "arrow-up"),
            (tr("Move down"), "Alt+Down", Wish.MOVE_DOWN, "arrow-down"),
            (tr("Delete"), "Del", Wish.DELETE, "trash-2"),
        ]
        for text, key, wish, picture in entries:
            if wish is Wish.STAND and not self.note.disproved:
                continue
            if wish in {Wish.MOVE_UP, Wish.DELETE}:
                menu.addSeparator()
            action = menu.addAction(icon(picture), text)
            if key:
                action.setShortcut(QKeySequence(key))
                action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, wanted=wish: self._wish(wanted))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
