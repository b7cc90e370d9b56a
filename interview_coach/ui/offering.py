"""Owns the way from a long text to its earlier versions: an action in its menu, and a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication

from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import LinkButton, LongText

KEYS = "Ctrl+Shift+H"
_NAME = "earlier_versions"


@dataclass(frozen=True, slots=True)
class VersionsWish:
    """Whose earlier versions are wanted: the field ("review.went_well") and its row.

    With `put` the text stands in a form that is not saved yet: `text` is what it says there, and a
    version is put there instead of being stored.
    """

    field: str
    owner: str
    text: str = ""
    put: Callable[[str], None] | None = None


def offer_versions(
    desk: Desk, text: LongText, field: str, owner: Callable[[], str], *, in_form: bool = False
) -> QAction:
    """Let the earlier versions of a long text be reached from it; `owner` gives the key of its row.

    `in_form`: the text belongs to a dialog that is saved as a whole.
    """
    action = QAction(tr("Earlier versions…"), text)
    action.setObjectName(_NAME)

    def put(wanted: str) -> None:
        # As if typed, so that the field's own undo takes it back.
        cursor = text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(wanted)
        text.setFocus()

    def wish() -> None:
        key = owner()
        if not in_form:
            # What is being typed is the present text: it is stored before the two are compared.
            desk.flush()
            key = owner()
        if key:
            desk.versions_wanted.emit(VersionsWish(field, key, text.text, put if in_form else None))

    action.triggered.connect(wish)
    if in_form:
        # In the window the menu has this key; a dialog has no menu.
        action.setShortcut(QKeySequence(KEYS))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    text.addAction(action)
    return action


def versions_link(desk: Desk, name: str, field: str, owner: str) -> LinkButton:
    """A word beside a text that is only read: it leads to its earlier versions, and so does the key."""
    link = LinkButton(tr("Earlier versions…"))
    link.setAccessibleName(tr("Earlier versions: {text}", text=name))
    action = QAction(tr("Earlier versions…"), link)
    action.setObjectName(_NAME)
    action.triggered.connect(lambda: desk.versions_wanted.emit(VersionsWish(field, owner)))
    link.addAction(action)
    link.clicked.connect(action.trigger)
    return link


def focused_offer() -> QAction | None:
    """The offer of the text that has the focus, or of the word beside it, if it has one."""
    focused = QApplication.focusWidget()
    offers = isinstance(focused, LongText | LinkButton)
    found = focused.findChild(QAction, _NAME) if focused is not None and offers else None
    return found if isinstance(found, QAction) else None
