"""Owns the icons: finds the shipped SVG files and paints them in the theme's colours.

An icon asks for its colour when it is painted, so a change of theme needs a repaint and no more.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from interview_coach.shipped import folder
from interview_coach.ui.theme.theme import current
from interview_coach.ui.theme.tokens import Ink

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


class _LiveIcon(QIconEngine):
    """Paints one named icon in the colour that its role has in the current theme."""

    def __init__(self, name: str, role: Ink) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint at the device's own resolution."""
        del state
        colours = current().colours
        value = QColor(colours.text(self._role))
        if mode == QIcon.Mode.Disabled:
            value = QColor(colours.control_line)
        paint_icon(painter, self._name, rect, value)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a pixmap of `size` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return a pixmap of `size` device pixels; Qt sets its ratio."""
        del scale
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made


def icon(name: str, role: Ink = "ink") -> QIcon:
    """Return a shipped icon, tinted in the colour of its role, now and after a change of theme."""
    return QIcon(_LiveIcon(name, role))
