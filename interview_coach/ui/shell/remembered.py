"""Owns how a window's size and its splitters are kept for the next start."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QSplitter, QWidget

USUAL = QSize(1280, 860)
# Room for the window's own frame, on a laptop's screen too.
FRAME = 40


def keep_size(kept: QSettings, window: QWidget) -> None:
    """Keep the window's size and place, and write everything down."""
    kept.setValue("window/geometry", window.saveGeometry())
    kept.sync()


def restore_size(kept: QSettings, window: QWidget) -> None:
    """Give the window the size and place it had; the first time what fits the screen."""
    geometry = kept.value("window/geometry")
    screen = window.screen().availableGeometry().size()
    window.resize(USUAL.boundedTo(QSize(screen.width(), screen.height() - FRAME)))
    if isinstance(geometry, QByteArray) and not geometry.isEmpty():
        window.restoreGeometry(geometry)


def keep_splitters(kept: QSettings, page: QWidget, key: str) -> None:
    """Keep where the splitters of a page stand."""
    for splitter in page.findChildren(QSplitter):
        kept.setValue(f"splitters/{key}-{splitter.objectName()}", splitter.saveState())


def restore_splitters(kept: QSettings, page: QWidget, key: str) -> None:
    """Put the splitters of a page where they stood."""
    for splitter in page.findChildren(QSplitter):
        state = kept.value(f"splitters/{key}-{splitter.objectName()}")
        if isinstance(state, QByteArray):
            splitter.restoreState(state)
