"""The window's menus: what each action is called, its keys, and what it does."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from interview_coach.domain.changes import Place
from interview_coach.ui import words
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.offering import KEYS
from interview_coach.ui.page import Page
from interview_coach.ui.shell.actions import Command, add_actions
from interview_coach.ui.shell.afterwards import Afterwards
from interview_coach.ui.shell.arrivals import Arrivals
from interview_coach.ui.shell.calendars import Calendars
from interview_coach.ui.shell.cue_cards import CueCards
from interview_coach.ui.shell.earlier import Earlier
from interview_coach.ui.shell.incoming import Incoming
from interview_coach.ui.shell.papers import Papers
from interview_coach.ui.shell.window import MainWindow
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import give_letters
from interview_coach.ui.widgets.focus_watch import on_focus_change

_ABOUT = QAction.MenuRole.AboutRole
_QUIT = QAction.MenuRole.QuitRole
_PREFERENCES = QAction.MenuRole.PreferencesRole
SCALE_STEP = 0.1
# Windows turns Shift+F10 into a wish for the menu by itself; a Mac has no such key.
_OPENS_ITSELF = sys.platform in {"win32", "darwin"}
_DELETE = Qt.WidgetAttribute.WA_DeleteOnClose
_CUE_CARD = "Ctrl+Shift+C"


class Menu(QObject):
    """The menus of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_ = window
        self.cue_cards = CueCards(window)
        self.arrivals = Arrivals(window)
        self.incoming = Incoming(window)
        self.arrivals.openers["posting"] = self.incoming.preview
        self.papers = Papers(window)
        self.afterwards = Afterwards(window)
        self.calendars = Calendars(window)
        self.earlier = Earlier(window)
        self.actions = add_actions(window, self._commands())
        self._page_menu = self._menu_of("show_places")
        self._page_menu.aboutToShow.connect(self._fill_page_menu)
        self.refresh_history()
        on_focus_change(self._watch)

    def attach(self, desk: Desk, borders: Borders | None = None) -> None:
        """Follow what can be undone; without `borders` nothing leaves the window or comes in."""
        desk.history_changed.connect(self.refresh_history)
        desk.versions_wanted.connect(self.earlier.show)
        self.cue_cards.attach(desk)
        self.afterwards.attach(desk)
        if borders is not None:
            self.papers.attach(desk, borders)
            self.arrivals.attach(desk, borders)
            self.incoming.attach(desk, borders.readers)
            self.calendars.attach(desk, borders)
            self.arrivals.takers["calendar"] = self.calendars.take

    def _commands(self) -> list[Command | None]:
        w = self.window_

        def to(kind: str, step: str = "") -> Callable[[], None]:
            return lambda: w.go(Place(kind, "", step))

        return [
            Command(
                "new_interview", "file", tr("&New interview…"), ("Ctrl+N",), to("new_interview")
            ),
            Command(
                "new_opportunity",
                "file",
                tr("New &opportunity without a round…"),
                ("Ctrl+Shift+O",),
                to("new_opportunity"),
            ),
            Command(
                "posting",
                "file",
                tr("New from a &posting…"),
                ("Ctrl+Shift+J",),
                self.incoming.new_from_posting,
            ),
            None,
            Command("to_calendar", "file", tr("Save for a ca&lendar…"), (), self.calendars.save),
            Command("brief", "file", tr("B&rief to print…"), ("Ctrl+P",), self.papers.open_brief),
            Command("back_up", "file", tr("&Back up now"), ("Ctrl+Shift+B",), w.backup_wanted.emit),
            Command(
                "export",
                "file",
                tr("&Export everything…"),
                ("Ctrl+Shift+E",),
                to("settings", "export"),
            ),
            Command(
                "import", "file", tr("&Import a file…"), ("Ctrl+Shift+I",), self.arrivals.choose
            ),
            None,
            Command("close", "file", tr("&Close the window"), ("Ctrl+W",), w.close),
            Command("quit", "file", tr("&Quit"), ("Ctrl+Q",), self._quit, _QUIT),
            Command("undo", "edit", tr("Undo"), ("Ctrl+Z",), lambda: self._edit(back=True)),
            Command(
                "redo",
                "edit",
                tr("Redo"),
                ("Ctrl+Shift+Z", "Ctrl+Y"),
                lambda: self._edit(back=False),
            ),
            Command(
                "earlier_versions",
                "edit",
                tr("Earlier &versions of this text…"),
                (KEYS,),
                self.earlier.want,
            ),
            None,
            Command("find", "edit", tr("&Find on this page"), ("Ctrl+F",), self._find),
            Command(
                "find_anything", "edit", tr("Find &anything…"), ("Ctrl+K",), self.find_anything
            ),
            Command("today", "go", tr("&Today"), ("Ctrl+1",), to("today")),
            Command("interviews", "go", tr("&Interviews"), ("Ctrl+2",), to("interviews")),
            Command("timeline", "go", tr("Ti&meline"), ("Ctrl+3",), to("timeline")),
            Command("library", "go", tr("&Library"), ("Ctrl+4",), to("library")),
            Command("insights", "go", tr("I&nsights"), ("Ctrl+5",), to("insights")),
            Command(
                "settings",
                "go",
                tr("&Settings"),
                ("Ctrl+6", "Ctrl+,"),
                to("settings"),
                _PREFERENCES,
            ),
            None,
            Command("cue_card", "go", tr("&Cue card"), (_CUE_CARD,), self.cue_cards.toggle),
            Command("reasons", "go", tr("All r&easons"), ("Ctrl+Shift+Y",), to("reasons")),
            Command(
                "quick_note",
                "go",
                tr("&Quick note after an interview…"),
                ("Ctrl+Shift+K",),
                self.afterwards.quick_note,
            ),
            Command(
                "thank_you",
                "go",
                tr("Thank-&you note…"),
                ("Ctrl+Shift+G",),
                self.afterwards.thank,
            ),
            Command("trash", "go", tr("T&rash"), ("Ctrl+Shift+T",), to("settings", "trash")),
            None,
            Command("back", "go", tr("&Back"), ("Alt+Left",), w.back),
            Command("show_places", "page", tr("&Refresh"), ("F5",), self._refresh_page),
            Command(
                "theme_system",
                "view",
                tr("Colours of the &system"),
                (),
                lambda: self._mode("system"),
            ),
            Command("theme_light", "view", tr("&Light"), (), lambda: self._mode("light")),
            Command("theme_dark", "view", tr("&Dark"), ("Ctrl+Shift+D",), self._toggle_dark),
            None,
            Command(
                "larger", "view", tr("L&arger text"), ("Ctrl++", "Ctrl+="), lambda: self._scale(1)
            ),
            Command("smaller", "view", tr("S&maller text"), ("Ctrl+-",), lambda: self._scale(-1)),
            Command(
                "usual_size", "view", tr("&Usual text size"), ("Ctrl+0",), lambda: self._scale(0)
            ),
            None,
            Command("full_screen", "view", tr("&Full screen"), ("F11",), self._full_screen),
            Command("shortcuts", "help", tr("&Keyboard shortcuts"), ("F1",), self.show_shortcuts),
            Command(
                "look_around",
                "help",
                tr("&Look around with sample data"),
                (),
                w.look_around_wanted.emit,
            ),
            None,
            Command(
                "about", "help", tr("&About Interview Coach"), (), to("settings", "about"), _ABOUT
            ),
        ]

    # --- edit ---------------------------------------------------------------------------------

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Only what has the focus: as a filter of the application it would be asked at every event.
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z reach the menu even from a text field: it decides whose undo is meant.

        And let Shift+F10 open the menu of what has the focus, where Qt knows only the Menu key; and
        the cue card be had from a dialog too, where the window's own keys are not heard.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._cue_card(watched, event) or self._context_menu(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            undoes = event.matches(standard.Undo) or event.matches(standard.Redo)
            if undoes and isinstance(watched, QWidget) and watched.window() is self.window_:
                event.ignore()
                return True
        return False

    def _cue_card(self, watched: QObject, event: QKeyEvent) -> bool:
        if QKeySequence(event.keyCombination()) != QKeySequence(_CUE_CARD):
            return False
        above = watched.window().parentWidget() if isinstance(watched, QWidget) else None
        while above is not None and above is not self.window_:
            above = above.parentWidget()
        if above is None:
            return False
        self.cue_cards.toggle()
        return True

    def _context_menu(self, watched: QObject, event: QKeyEvent) -> bool:
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        wanted = event.key() == Qt.Key.Key_F10 and shift and not _OPENS_ITSELF
        if not wanted or not isinstance(watched, QWidget) or watched.window() is not self.window_:
            return False
        middle = watched.rect().center()
        asked = QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, middle, watched.mapToGlobal(middle)
        )
        QApplication.sendEvent(watched, asked)
        return True

    def _edit(self, *, back: bool) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            if focused.isUndoAvailable() if back else focused.isRedoAvailable():
                (focused.undo if back else focused.redo)()
                return
        elif isinstance(focused, QPlainTextEdit):
            document = focused.document()
            if document.isUndoAvailable() if back else document.isRedoAvailable():
                (focused.undo if back else focused.redo)()
                return
        (self.window_.undo if back else self.window_.redo)()

    def refresh_history(self) -> None:
        """Name what undo and redo would do."""
        desk = self.window_.desk
        state = desk.can() if desk is not None else None
        self.actions["undo"].setText(words.undo_text(state.undo if state else None))
        self.actions["redo"].setText(words.redo_text(state.redo if state else None))

    def _find(self) -> None:
        page = self.window_.stack.currentWidget()
        if not (isinstance(page, Page) and page.open_search()):
            self.find_anything()

    def find_anything(self) -> None:
        """Open the line that finds anything."""
        from interview_coach.ui.shell.finder import Finder

        desk = self.window_.desk
        if desk is None:
            return
        finder = Finder(desk, self._all_actions(), self.window_)
        finder.wanted.connect(self.window_.go)
        finder.setAttribute(_DELETE)
        finder.open()

    # --- view ---------------------------------------------------------------------------------

    def _mode(self, mode: str) -> None:
        self.window_.theme.set_mode(mode)  # type: ignore[arg-type]
        self.window_.remember()

    def _toggle_dark(self) -> None:
        self._mode("light" if self.window_.theme.colours.dark else "dark")

    def _scale(self, step: int) -> None:
        theme = self.window_.theme
        theme.set_scale(1.0 if step == 0 else round(theme.scale + step * SCALE_STEP, 2))
        self.window_.remember()

    def _full_screen(self) -> None:
        w = self.window_
        if w.isFullScreen():
            w.showNormal()
        else:
            w.showFullScreen()

    # --- page and help ------------------------------------------------------------------------

    def _menu_of(self, name: str) -> QMenu:
        for owner in self.actions[name].associatedObjects():
            if isinstance(owner, QMenu):
                return owner
        message = "every action stands in a menu"
        raise LookupError(message)

    def page_actions(self) -> list[QAction]:
        """The actions of the page that is shown."""
        page = self.window_.stack.currentWidget()
        return page.menu_actions() if isinstance(page, Page) else []

    def _fill_page_menu(self) -> None:
        menu = self._page_menu
        for action in menu.actions():
            if action is not self.actions["show_places"]:
                menu.removeAction(action)
        for action in self.page_actions():
            menu.insertAction(self.actions["show_places"], action)
        menu.insertSeparator(self.actions["show_places"])
        give_letters(menu.actions())

    def _refresh_page(self) -> None:
        page = self.window_.stack.currentWidget()
        if isinstance(page, Page):
            page.refresh()

    def _all_actions(self) -> list[QAction]:
        return [*self.page_actions(), *self.actions.values()]

    def show_shortcuts(self) -> None:
        """All keys on one sheet."""
        from interview_coach.ui.shell.shortcuts import Shortcuts

        sheet = Shortcuts(self._all_actions(), self.window_)
        sheet.setAttribute(_DELETE)
        sheet.open()

    @staticmethod
    def _quit() -> None:
        QApplication.closeAllWindows()
