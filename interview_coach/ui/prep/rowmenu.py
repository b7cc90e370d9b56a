"""Owns the menu of a row: everything that can be done with an item, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from interview_coach.store import library, prep
from interview_coach.store.deeds import Writer
from interview_coach.ui import words
from interview_coach.ui.prep.groups import GROUPS, Group, group_of
from interview_coach.ui.prep.row import SPOKEN, PrepRow, Wish
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon

# What some wishes of a row are, as deeds on its item.
WISHED: dict[Wish, Callable[[Writer, str], object]] = {
    Wish.DELETE: prep.delete_item,
    Wish.KEEP: library.keep_prep_item,
}


def row_menu(
    parent: QWidget,
    row: PrepRow,
    wish: Callable[[PrepRow, Wish], None],
    move: Callable[[PrepRow, Group], None],
    add: Callable[[Group], None],
    *,
    movable: bool,
) -> QMenu:
    """The menu of this row; it deletes itself when it closes."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    item = row.item

    def entry(
        text: str, key: str, run: Callable[[], None], picture: str = "", on: QMenu = menu
    ) -> None:
        action = on.addAction(icon(picture), text) if picture else on.addAction(text)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: run())

    entry(tr("Not done yet") if item.done else tr("Done"), "Space", row.click, "check")
    entry(tr("Edit"), "F2", lambda: wish(row, Wish.EDIT), "pencil")
    if item.section in SPOKEN:
        entry(tr("Said out loud"), "R", lambda: wish(row, Wish.REHEARSE), "mic")
    kept = tr("Linked with the library") if item.library_id else tr("Keep in the library")
    entry(kept, "K", lambda: wish(row, Wish.KEEP), "library")
    if movable:
        menu.addSeparator()
        entry(tr("Move up"), "Alt+Up", lambda: wish(row, Wish.MOVE_UP), "arrow-up")
        entry(tr("Move down"), "Alt+Down", lambda: wish(row, Wish.MOVE_DOWN), "arrow-down")
        below = menu.addMenu(icon("corner-down-right"), tr("Move to"))
        for group in GROUPS:
            if group != group_of(item):
                title = words.section_title(group.section, group.about)
                entry(title, "", lambda group=group: move(row, group), on=below)  # type: ignore[misc]
        menu.addSeparator()
        entry(tr("Add one here"), "N", lambda: add(group_of(item)), "plus")
    menu.addSeparator()
    entry(tr("Delete"), "Del", lambda: wish(row, Wish.DELETE), "trash-2")
    return menu
