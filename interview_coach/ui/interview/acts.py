"""Owns what can be done with the interview of the page: its actions, their keys, and their menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.zones import to_wall
from interview_coach.ui import dates, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.acting import Acting
from interview_coach.ui.interviews.subject import Act, icon_of, offers, subject_of, text_of
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import add_copy

# Not F2 and Delete: those belong to the row that has the focus.
_KEYS = {
    Act.EDIT: "Ctrl+E",
    Act.RESCHEDULE: "Ctrl+R",
    Act.NEXT_ROUND: "Ctrl+Shift+R",
    Act.DELETE: "Ctrl+Shift+Del",
}
_SHOWN_HERE = (Act.OPEN, Act.OUTCOME)
_CALL_OFF = (Act.THEY_CALL_OFF, Act.I_CALL_OFF)
_DIALOGS = {Act.EDIT: "edit_interview", Act.RESCHEDULE: "reschedule_interview"}


class PageActs(QObject):
    """The actions of an interview's page.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, navigator: Navigator, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._navigator = navigator
        self._local = desk.local
        self._acting = Acting(desk, navigator, page)
        self._head: InterviewHead | None = None
        self._actions: dict[Act, QAction] = {}
        for act in Act:
            if act not in _SHOWN_HERE:
                action = QAction(page)
                action.setIcon(icon(icon_of(act), "muted"))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                if act in _KEYS:
                    action.setShortcut(QKeySequence(_KEYS[act]))
                action.triggered.connect(partial(self._do, act))
                page.addAction(action)
                self._actions[act] = action

    def show_head(self, head: InterviewHead) -> None:
        """Offer what fits this interview now."""
        self._head = head
        subject = subject_of(head)
        offered = offers(subject)
        for act, action in self._actions.items():
            action.setText(text_of(act, subject))
            action.setVisible(act in offered)
            action.setEnabled(act in offered)

    def offered(self) -> list[QAction]:
        """The actions that fit now, in the order of the menu."""
        if self._head is None:
            return []
        acts = offers(subject_of(self._head))
        return [self._actions[act] for act in acts if act in self._actions]

    def action(self, act: Act) -> QAction:
        """One action, for tests and shortcuts."""
        return self._actions[act]

    def menu(self) -> QMenu:
        """All of it as a menu, which goes when it closes."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        calling = [self._actions[act] for act in _CALL_OFF]
        below: QMenu | None = None
        for action in self.offered():
            if action in calling:
                if below is None:
                    below = menu.addMenu(icon("calendar-x", "muted"), tr("Cancel this round"))
                add_copy(below, action)
                continue
            if action in {self._actions[Act.ARCHIVE], self._actions[Act.UNARCHIVE]}:
                self._add_rounds(menu)
                menu.addSeparator()
            add_copy(menu, action)
        return menu

    def _add_rounds(self, menu: QMenu) -> None:
        head = self._head
        others = [one for one in head.rounds if one.id != head.id] if head is not None else []
        if head is None or not others:
            return
        menu.addSeparator()
        below = menu.addMenu(
            icon("messages-square", "muted"), tr("Other rounds of this opportunity")
        )
        today = to_wall(head.start_at, "UTC").date()
        for one in others:
            day = dates.day_text(one.start.date(), today)
            kind = words.word(one.kind)
            text = tr(
                "{kind}, {day} · {standing}",
                kind=kind,
                day=day,
                standing=words.standing_text(one.standing),
            )
            action = below.addAction(text)
            action.triggered.connect(partial(self._open_round, one.id))

    def _open_round(self, key: str, checked: bool = False) -> None:
        del checked
        self._navigator.open("interview", key)

    def _do(self, act: Act, checked: bool = False) -> None:
        del checked
        head = self._head
        if head is None:
            return
        if act in _DIALOGS:
            self._navigator.open(_DIALOGS[act], head.id)
        else:
            self._acting.do(act, subject_of(head))
