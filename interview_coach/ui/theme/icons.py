"""Owns the icons: finds the shipped SVG files and paints them in the theme's colours.

An icon asks for its colour when it is painted, so a change of theme needs a repaint and no more.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from interview_coach.shipped import folder
from interview_coach.ui.theme.tokens import Ink

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

# These point somewhere, and the somewhere is on the other side when text runs from right to left.
_DIRECTED = frozenset(
    {
        "arrow-left",
        "arrow-right",
        "book-open",
        "chart-line",
        "chevron-left",
        "chevron-right",
        "corner-down-right",
        "external-link",
        "list-checks",
        "list-todo",
        "log-out",
        "redo-2",
        "undo-2",
    }
)


def icon_names() -> list[str]:
    """Return the names of all shipped icons."""
    return sorted(path.stem for path in folder("icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    path = folder("icons") / f"{name}.svg"
    return path.read_text("utf-8") if path.is_file() else ""


@lru_cache(maxsize=512)
def _image(name: str, colour: str, size: int, *, mirrored: bool) -> QImage:
    """Render an icon at a size in device pixels: as an image, for it may outlive the application."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    source = _source(name)
    if source:
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return image.flipped(Qt.Orientation.Horizontal) if mirrored else image


def paint_icon(painter: QPainter, name: str, rect: QRect | QRectF, colour: str | QColor) -> None:
    """Paint an icon into the middle of `rect`, crisp at the painter's device pixel ratio."""
    ratio = painter.device().devicePixelRatioF()
    side = min(rect.width(), rect.height())
    value = colour if isinstance(colour, str) else colour.name()
    mirrored = (
        name in _DIRECTED and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    )
    image = _image(name, value, max(1, round(side * ratio)), mirrored=mirrored)
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(rect).center())
    # Whole pixels: half a pixel off blurs every vertical stroke.
    box.moveTopLeft(box.topLeft().toPoint().toPointF())
    painter.drawImage(box, image)


@cache
def icon(name: str, role: Ink = "ink") -> QIcon:
    """Return a shipped icon, tinted in the colour of its role, now and after a change of theme.

    Each is made once and kept: what paints it is an object of Python, and the bindings can crash where
    Qt deletes one together with the last button or menu that shows it.
    """
    from PySide6.QtGui import QIcon

    # Nothing in the first paint asks for one.
    from interview_coach.ui.theme.live_icon import LiveIcon

    return QIcon(LiveIcon(name, role))
