"""Owns the way to the desktop's notifications: the system's tray, else the portal on the D-Bus.

Where neither answers, the bar in the window says the same.
"""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

_SHOWN_MS = 15_000
_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Notification"
_ID = "reminder"


class Notifier(Protocol):
    """Whoever tells of a reminder outside the window."""

    def tell(self, title: str, text: str) -> bool:
        """Show a notification; whether it went out."""


class DesktopNotifier(QObject):
    """The desktop's own notifications.

    Signals:
        clicked(): the person clicked one.
    """

    clicked = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tray: QSystemTrayIcon | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(_SHOWN_MS)
        self._gone.timeout.connect(self._hide)

    def tell(self, title: str, text: str) -> bool:
        """Show a notification, in the tray's name or through the portal."""
        return self._by_tray(title, text) or self._by_portal(title, text)

    def _by_tray(self, title: str, text: str) -> bool:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icon, self)
            self._tray.messageClicked.connect(self.clicked)
        # In the tray only while there is something to say.
        self._tray.show()
        self._tray.showMessage(title, text, self._icon, _SHOWN_MS)
        self._gone.start()
        return True

    @staticmethod
    def _by_portal(title: str, text: str) -> bool:
        if not sys.platform.startswith("linux"):
            return False
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        message = QDBusMessage.createMethodCall(_PORTAL, _PATH, _INTERFACE, "AddNotification")
        message.setArguments([_ID, {"title": title, "body": text}])
        # Sent and not waited for: a desktop that is slow must not hold the window.
        return bool(bus.send(message))

    def _hide(self) -> None:
        if self._tray is not None:
            self._tray.hide()
