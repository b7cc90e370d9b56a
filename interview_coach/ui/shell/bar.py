"""Owns the menu bar as it is first painted: the titles. What the menus hold comes right after."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenu

from interview_coach.ui.text import tr


def menus() -> tuple[tuple[str, str], ...]:
    """The menus in their order: name and title."""
    return (
        ("file", tr("&File")),
        ("edit", tr("&Edit")),
        ("go", tr("&Go")),
        ("page", tr("&This page")),
        ("view", tr("&View")),
        ("help", tr("&Help")),
    )


def bar_of(window: QMainWindow) -> dict[str, QMenu]:
    """The window's menus by name; made the first time."""
    bar = window.menuBar()
    made = {menu.objectName(): menu for menu in bar.findChildren(QMenu)}
    for name, title in menus():
        if name not in made:
            menu = bar.addMenu(title)
            menu.setObjectName(name)
            made[name] = menu
    return made
