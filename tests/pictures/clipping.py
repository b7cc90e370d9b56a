"""Finds text that does not fit where it stands, and pictures with nothing on them."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QWidget

from interview_coach.ui.widgets import ElidedLabel, PaintedButton

SLACK = 1
SAMPLES = 40


def clipped(root: QWidget) -> list[str]:
    """What is cut off below `root`: labels and buttons smaller than their text needs, or outside.

    Labels that end in … by design, and what one can scroll to, are left out.
    """
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.width() <= 0:
            continue
        if isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.text() and widget.pixmap().isNull():
            found += _label(widget)
        elif isinstance(widget, PaintedButton) and widget.text() and not widget.toolTip():
            needed = widget.sizeHint()
            if widget.width() + SLACK < needed.width() or widget.height() + SLACK < needed.height():
                found.append(_told("button", widget, widget.text()))
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.minimumSizeHint()
            if widget.width() + SLACK < needed.width():
                found.append(_told("button", widget, widget.text()))
        found += _outside(widget)
    return found


def _label(label: QLabel) -> list[str]:
    inner = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() + SLACK < needed:
            return [_told(f"wrapped label, needs {needed}", label, label.text())]
        return []
    width = label.fontMetrics().boundingRect(QRect(), int(Qt.TextFlag.TextExpandTabs), label.text())
    if inner.width() + SLACK < width.width():
        return [_told(f"label, needs {width.width()}", label, label.text())]
    if inner.height() + SLACK < label.fontMetrics().height():
        return [_told("label, too low", label, label.text())]
    return []


def _outside(widget: QWidget) -> list[str]:
    """A leaf that reaches out of its parent, where nothing scrolls."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not isinstance(widget, QLabel | QAbstractButton):
        return []
    if (
        isinstance(parent.parentWidget(), QScrollArea)
        or parent.objectName() == "qt_scrollarea_viewport"
    ):
        return []
    if not parent.rect().adjusted(-2, -2, 2, 2).contains(widget.geometry()):
        return [
            _told(
                "reaches out of its parent",
                widget,
                widget.accessibleName() or type(widget).__name__,
            )
        ]
    return []


def _told(what: str, widget: QWidget, text: str) -> str:
    return f"{what}: {text[:60]!r} has {widget.width()}x{widget.height()}"


def is_blank(image: QImage) -> bool:
    """Whether a picture shows one colour, or hardly more."""
    colours = {
        image.pixel(x * (image.width() - 1) // SAMPLES, y * (image.height() - 1) // SAMPLES)
        for x in range(SAMPLES + 1)
        for y in range(SAMPLES + 1)
    }
    return len(colours) < 4
