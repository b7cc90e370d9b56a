"""What tests of the widgets share: what a screen reader sees, and what was told."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def seen(widget: QWidget) -> tuple[QAccessible.Role, str, str]:
    """Return role, name and description as a screen reader gets them."""
    face = QAccessible.queryAccessibleInterface(widget)
    return (
        face.role(),
        face.text(QAccessible.Text.Name),
        face.text(QAccessible.Text.Description),
    )


def listen(signal: SignalInstance) -> list[Any]:
    """Return a list that fills with what the signal carries (True when it carries nothing)."""
    heard: list[Any] = []

    def slot(*values: object) -> None:
        heard.append(values[0] if values else True)

    signal.connect(slot)
    return heard


def show_active(qtbot: QtBot, widget: QWidget) -> None:
    """Show a widget as the window that has the keyboard."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
