"""Does what the cards, the preview and the menus offer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import Cancelled
from interview_coach.store import interview, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.dialogs import open_dialog
from interview_coach.ui.interviews.subject import KEYS, Act, Subject, icon_of, offers, text_of
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon

_CALL_OFF = (Act.THEY_CALL_OFF, Act.I_CALL_OFF)


class Acting(QObject):
    """Carries out an action on an interview or an opportunity.

    Signals: none; what changed is told by the desk.
    """

    def __init__(self, desk: Desk, navigator: Navigator, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._navigator = navigator
        self._window = window
        self._subject: Subject | None = None
        self._actions: dict[Act, QAction] = {}

    def do(self, act: Act, subject: Subject) -> None:
        """Do it, or open what it is done in. What is being typed comes first: it goes along."""
        self._desk.flush()
        if act in {Act.OPEN, Act.EDIT, Act.OUTCOME, Act.NEXT_ROUND, Act.RESCHEDULE}:
            self._go(act, subject)
        elif subject.interview:
            self._with_interview(act, subject)
        elif act is Act.DELETE:
            self._desk.do(opportunity.delete_opportunity, subject.opportunity)
        if act is Act.ARCHIVE:
            self._desk.do(opportunity.archive_opportunity, subject.opportunity)
        elif act is Act.UNARCHIVE:
            self._desk.do(opportunity.unarchive_opportunity, subject.opportunity)

    def _go(self, act: Act, subject: Subject) -> None:
        kind = "interview" if subject.interview else "opportunity"
        if act is Act.OPEN:
            self._navigator.open(kind, subject.key)
        elif act is Act.OUTCOME:
            self._navigator.open(kind, subject.key, "outcome")
        elif act is Act.EDIT:
            self._navigator.open(f"edit_{kind}", subject.key)
        elif act is Act.NEXT_ROUND:
            self._navigator.open("new_interview", subject.opportunity)
        else:
            place = Place("reschedule_interview", subject.interview)
            open_dialog(place, self._desk, self._navigator, self._window.window())

    def _with_interview(self, act: Act, subject: Subject) -> None:
        key = subject.interview
        if act is Act.DELETE:
            self._desk.do(interview.delete_interview, key)
        elif act is Act.THEY_CALL_OFF:
            self._desk.do(interview.call_off_interview, key, Cancelled.THEM)
        elif act is Act.I_CALL_OFF:
            self._desk.do(interview.call_off_interview, key, Cancelled.ME)
        elif act is Act.RESTORE:
            self._desk.do(interview.restore_interview, key)
        elif act is Act.NOT_HELD:
            self._desk.do(interview.mark_not_held, key)

    def menu(self, subject: Subject, parent: QWidget) -> QMenu:
        """All of it as a menu; it goes when it is closed."""
        menu = QMenu(parent)
        sub: QMenu | None = None
        for act in offers(subject):
            into = menu
            if act in _CALL_OFF:
                if sub is None:
                    sub = menu.addMenu(icon("calendar-x", "muted"), tr("Cancel this round"))
                into = sub
            elif act in {Act.ARCHIVE, Act.UNARCHIVE}:
                menu.addSeparator()
            self._add(into, act, subject)
        return menu

    def actions(self, subject: Subject | None) -> list[QAction]:
        """The same for the menu bar: actions that last, about what is chosen at the moment."""
        self._subject = subject
        if subject is None:
            return []
        for act in offers(subject):
            action = self._actions.get(act)
            if action is None:
                action = self._actions[act] = QAction(icon(icon_of(act), "muted"), "", self)
                action.setData(act.value)
                # Shown, but heard by the list alone: Delete elsewhere must delete no interview.
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                if act in KEYS:
                    action.setShortcut(QKeySequence(KEYS[act]))
                action.triggered.connect(self._triggered)
            action.setText(text_of(act, subject))
        return [self._actions[act] for act in offers(subject)]

    def _triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self._subject is not None:
            self.do(Act(action.data()), self._subject)

    def call_off_menu(self, menu: QMenu, subject: Subject) -> None:
        """Fill a button's menu with who called it off."""
        menu.clear()
        for act in _CALL_OFF:
            self._add(menu, act, subject, picture=False)

    def _add(self, menu: QMenu, act: Act, subject: Subject, *, picture: bool = True) -> None:
        action = menu.addAction(text_of(act, subject))
        if picture and act not in _CALL_OFF:
            action.setIcon(icon(icon_of(act), "muted"))
        if act in KEYS:
            action.setShortcut(QKeySequence(KEYS[act]))
        action.triggered.connect(lambda: self.do(act, subject))
