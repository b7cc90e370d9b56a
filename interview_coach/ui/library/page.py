"""Owns the Library page: search, shelves, the list, and the sheet beside it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from interview_coach.domain import search
from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Topic
from interview_coach.domain.library import SHOWN
from interview_coach.domain.trouble import Trouble
from interview_coach.store import lesson_list, libraries
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.library import shelves, tabs
from interview_coach.ui.library.adding import AddLine
from interview_coach.ui.library.cards import Shelf as ShelfList
from interview_coach.ui.library.duplicates import DuplicatesDialog, open_duplicates
from interview_coach.ui.library.fitting import fit
from interview_coach.ui.library.lesson_shelf import StateChip
from interview_coach.ui.library.panes import Panes
from interview_coach.ui.library.resume_dialog import choose_resume
from interview_coach.ui.library.shelves import Asked
from interview_coach.ui.library.tabs import KINDS, TWICE, Shelf
from interview_coach.ui.library.template_pane import BUILT_IN
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import SPACE
from interview_coach.ui.widgets import (
    DropChip,
    EmptyState,
    FilterChips,
    FilterOption,
    PageHeader,
    PrimaryButton,
    QuietButton,
    SearchField,
    live,
)

_SEARCH_AFTER_MS = 120


class LibraryPage(Page):
    """Everything reusable, with where it was used and how it did.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.LIBRARY,
            Topic.PREP,
            Topic.REVIEW,
            Topic.LESSON,
            Topic.INTERVIEW,
            Topic.OPPORTUNITY,
            Topic.COMPANY,
        }
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        borders: Borders | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, navigator, parent)
        self._borders = borders
        self._limit = SHOWN
        self._adding: AddLine | None = None
        self._before: frozenset[str] = frozenset()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SEARCH_AFTER_MS)
        self._wait.timeout.connect(self.refresh)
        self.search = SearchField(tr("Search the library"), hint=tr("Ctrl F"))
        self.search.installEventFilter(self)
        self.add_button = PrimaryButton(tr("Add"), "plus")
        self.twice_button = QuietButton(tr("Find duplicates"))
        self.resume_button = QuietButton(tr("Bring in a CV"))
        for button in (self.add_button, self.twice_button, self.resume_button):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.shelves = FilterChips(
            [FilterOption(shelf, tabs.title(shelf)) for shelf in Shelf], name=tr("Shelf")
        )
        self.tags = DropChip([("", tr("Any tag"))], name=tr("Tag"))
        self.list = ShelfList()
        self.states = StateChip()
        self.panes = Panes(desk, borders)
        self.nothing = EmptyState("library", "", "", tr("Add"))
        self.none_found = EmptyState("search", tr("Nothing found"), "", tr("Clear"), primary=False)
        self._lay_out()
        self._connect()
        self._act = [
            self._action(tr("Add to the library"), "Ctrl+Shift+A", self.begin_adding),
            self._action(tr("Find duplicates…"), "Ctrl+Shift+M", self.open_duplicates),
        ]
        if borders is not None:
            self._act.append(
                self._action(tr("Bring in a CV…"), "Ctrl+Shift+V", self.bring_in_resume)
            )
        live(self._resized)

    # --- what it shows ------------------------------------------------------------------------

    @property
    def shelf(self) -> Shelf:
        """The shelf that is shown."""
        return Shelf(str(self.shelves.value))

    def refresh(self) -> None:
        """Look again; what was chosen stays so."""
        self._wait.stop()
        shelf, query = self.shelf, self.search.text().strip()
        today = self.desk.now().astimezone(self.desk.local()).date()
        items, taught = shelf in KINDS, shelf is Shelf.LESSONS
        self.tags.setVisible(items)
        self.states.setVisible(taught)
        self.add_button.setVisible(not taught)
        self._act[0].setEnabled(not taught)
        self.twice_button.setVisible(shelf in TWICE)
        self.resume_button.setVisible(shelf is Shelf.STORIES and self._borders is not None)
        asked = Asked(shelf, query, str(self.tags.value or ""), self.states.states, self._limit)
        found = shelves.listed(self.desk, asked, today)
        total, cards = found.total, found.cards
        if items:
            self.tags.set_options([("", tr("Any tag")), *((tag, tag) for tag in found.tags)])
        self._before = frozenset(self.list.keys)
        self.list.show_cards(cards, more=total > len(cards))
        narrowed = bool(query or (items and self.tags.value) or (taught and self.states.narrows))
        self._show_note(query, total)
        self._show_part(shelf, count=len(cards), narrowed=narrowed)
        self._show_pane()

    def _show_note(self, query: str, total: int) -> None:
        if query and not search.words(query):
            self.search.set_note(tr("Two letters at least"))
        else:
            self.search.set_note(tr_n("{n} found", "{n} found", total))

    def _show_part(self, shelf: Shelf, *, count: int, narrowed: bool) -> None:
        had_focus = any(self.list.card(key).hasFocus() for key in self.list.keys)
        if count or self._adding is not None:
            part: QWidget = self._columns
        elif narrowed:
            part = self.none_found
            sentence = tr("Try fewer or shorter words, or another shelf.")
            clear = tr("Clear the search")
            self.none_found.set_texts(tr("Nothing found"), sentence, clear)
        else:
            part = self.nothing
            head, sentence = tabs.nothing(shelf)
            adds = "" if shelf is Shelf.LESSONS else tr("Add")
            self.nothing.set_texts(head, sentence, adds)
        self._stack.setCurrentWidget(part)
        if had_focus and part is not self._columns:
            self.search.setFocus()

    def _show_pane(self) -> None:
        self.panes.show_thing(self.shelf, self.list.current)

    def title(self) -> str:
        """The page's name."""
        return tr("Library")

    def place(self) -> Place:
        """Where the next start returns to."""
        key = self.list.current
        return Place("library", "" if key.startswith(BUILT_IN) else key)

    def show_place(self, key: str) -> None:
        """Show one thing, wherever it stands."""
        if not key:
            return
        self.desk.flush()
        if key in set(Shelf):
            self.show_shelf(key)
            return
        shelf = self._shelf_of(key)
        self.search.clear()
        self.tags.set_value("")
        self.states.show_all()
        self.shelves.set_value(shelf)
        self.refresh()
        self.list.choose(key)
        self._show_pane()

    def _shelf_of(self, key: str) -> Shelf:
        what = self.desk.ask(libraries.what_is, key)
        if what:
            return tabs.shelf_of(what)
        try:
            self.desk.ask(lesson_list.lesson_sheet, key)
        except Trouble:
            return Shelf.TEMPLATES
        return Shelf.LESSONS

    def show_shelf(self, shelf: str) -> None:
        """Show one shelf by its name."""
        self.shelves.set_value(Shelf(shelf))
        self._turned(shelf)

    def open_search(self) -> bool:
        """Focus the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """The chosen card, or the search where there is none."""
        if not self.list.focus_chosen(Qt.FocusReason.OtherFocusReason):
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def menu_actions(self) -> list[QAction]:
        """What can be done here, for the menu bar."""
        return list(self._act)

    # --- what the person does -----------------------------------------------------------------

    def begin_adding(self) -> None:
        """Open the line for something new on this shelf, or add a template."""
        if self.shelf is Shelf.LESSONS:
            return  # They come from reviews.
        new = shelves.new_on(self.shelf)
        if new is None:
            self.panes.template.begin_new(self)
            return
        if self._adding is None or self._adding.new.what != new.what:
            self._end_adding()
            self._adding = AddLine(self.desk, new)
            self._adding.added.connect(self._added)
            self._adding.left.connect(self._left_adding)
            self._left_column.insertWidget(0, self._adding)
            self.refresh()
        self._adding.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_duplicates(self) -> DuplicatesDialog:
        """Propose what is likely there twice."""
        self.desk.flush()
        return open_duplicates(self.desk, self, self.shelf)

    def bring_in_resume(self) -> None:
        """Make stories of a CV."""
        self.desk.flush()
        if self._borders is not None:
            choose_resume(self.desk, self._borders, self)

    def delete(self, key: str) -> None:
        """Put what is chosen in the trash."""
        self.desk.flush()
        self.panes.delete(self.shelf, key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search, Down and Enter go to the list."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if isinstance(event, QKeyEvent) and event.key() in keys:
                if self._wait.isActive():
                    self.refresh()
                return self.list.focus_chosen()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look whether the sheet has its own column."""
        super().resizeEvent(event)
        self._resized()

    def _added(self) -> None:
        came = [key for key in self.list.keys if key not in self._before]
        if came:
            self.list.choose(came[0])
            self._show_pane()

    def _left_adding(self) -> None:
        self._end_adding()
        self.refresh()
        self.focus_first()

    def _end_adding(self) -> None:
        if self._adding is not None:
            self._adding.hide()
            self._adding.deleteLater()
            self._adding = None

    def _turned(self, _shelf: object) -> None:
        self.desk.flush()
        self._limit = SHOWN
        self._end_adding()
        self.refresh()

    def _chosen(self, _key: str) -> None:
        self.desk.flush()
        self._show_pane()

    def _more(self) -> None:
        self._limit += SHOWN
        self.refresh()

    def _clear(self) -> None:
        self.search.clear()
        self.tags.set_value("")
        self.states.show_all()
        self.refresh()
        self.focus_first()

    def _enter(self) -> None:
        self.panes.focus_first(self.shelf)

    # --- putting it together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = PageHeader(self.title())
        for widget in (self.search, self.twice_button, self.resume_button, self.add_button):
            header.add(widget)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.shelves, 1)
        for chip in (self.tags, self.states):
            bar.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        self._left_column = QVBoxLayout(left)
        self._left_column.setContentsMargins(0, 0, 0, 0)
        self._left_column.setSpacing(0)
        self._left_column.addWidget(self.list, 1)
        self._columns = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._columns)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(8)
        self._split.addWidget(left, 1)
        self._split.addWidget(self.panes)
        self._stack = QStackedWidget()
        for part in (self._columns, self.nothing, self.none_found):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.page, 22, SPACE.page, 22)
        column.setSpacing(SPACE.gap)
        column.addWidget(header)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._wait.start())
        self.shelves.value_changed.connect(self._turned)
        for chip in (self.tags, self.states):
            chip.value_changed.connect(lambda _value: self.refresh())
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._enter)
        self.list.passed_top.connect(self.open_search)
        self.list.delete_wanted.connect(self.delete)
        self.list.more_wanted.connect(self._more)
        self.add_button.clicked.connect(self.begin_adding)
        self.twice_button.clicked.connect(self.open_duplicates)
        self.resume_button.clicked.connect(self.bring_in_resume)
        self.nothing.acted.connect(self.begin_adding)
        self.none_found.acted.connect(self._clear)
        self.panes.delete_wanted.connect(self.delete)
        self.panes.interview_wanted.connect(lambda key: self.navigator.open("interview", key, ""))
        self.panes.page_wanted.connect(lambda kind, key: self.navigator.open(kind, key, ""))
        self.panes.place_wanted.connect(self.show_place)
        self.panes.made.connect(self._made_template)

    def _made_template(self, key: str) -> None:
        self.refresh()
        self.list.choose(key)
        self._show_pane()

    def _action(self, text: str, keys: str, run: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        self.addAction(action)
        return action

    def _resized(self) -> None:
        fit(self, self._split, self.panes, self.search)
