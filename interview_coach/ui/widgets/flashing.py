"""Owns the mark that lights up for a moment around what the person is to look at."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from interview_coach.ui.theme import RADIUS, current

LASTS_MS = 1800
_WIDTH = 2.0
_TINT = 26


class Flash(QWidget):
    """A frame over a widget, in the way of nothing; it goes by itself.

    It neither blinks nor fades: what moves at the edge of the eye disturbs some people.

    Signals: none of its own.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(over.rect())
        QTimer.singleShot(LASTS_MS, self, self.deleteLater)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame and a breath of its colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(current().colours.accent)
        tint = QColor(accent)
        tint.setAlpha(_TINT)
        painter.setPen(QPen(accent, _WIDTH))
        painter.setBrush(tint)
        half = _WIDTH / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, RADIUS.control, RADIUS.control)


def flash(widget: QWidget) -> Flash:
    """Light a widget up for a moment; once, however often it is asked for."""
    for before in widget.findChildren(Flash, options=Qt.FindChildOption.FindDirectChildrenOnly):
        before.hide()
        before.deleteLater()
    made = Flash(widget)
    made.show()
    made.raise_()
    return made
