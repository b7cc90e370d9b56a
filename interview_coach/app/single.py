"""One window for one data folder: a second start raises the first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_RAISE = b"raise\n"
_PATIENCE_MS = 3000
_AGAIN_MS = 100


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:24]
    return f"interview-coach-{digest}"


def raise_other(folder: Path) -> bool:
    """Ask the window that has this folder open to come to the front; whether it heard."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not patience.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(_name(folder))
        if socket.waitForConnected(_PATIENCE_MS):
            socket.write(_RAISE)
            heard = socket.waitForBytesWritten(_PATIENCE_MS)
            socket.disconnectFromServer()
            return heard
        _wait()  # The first window may be coming up this very moment.
    return False


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_AGAIN_MS, loop, loop.quit)
    loop.exec()


class Doorbell(QObject):
    """Hears a second start.

    Signals:
        rung(): somebody started the program again for this folder.
    """

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        if not self._server.listen(_name(folder)):
            # We hold the folder's lock, so whoever left this socket behind is gone.
            QLocalServer.removeServer(_name(folder))
            self._server.listen(_name(folder))

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.rung.emit()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
