"""Owns the cue card's own look: light or dark by itself, and its letters larger than the program's."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap

from interview_coach.ui.theme import DARK, LIGHT, RADIUS, Colours, TextRole, current, paint_icon
from interview_coach.ui.theme.fonts import make_font
from interview_coach.ui.theme.sheet import make_sheet

# Read over the length of an arm, beside a call: a fifth larger than on a page.
_LARGER = 1.2
SMALLEST_LETTERS, LARGEST_LETTERS, LETTERS_STEP = 0.8, 2.0, 0.1

_OWN = Template(
    """
#cue_card, #cue_lines, #cue_row, QScrollArea { background: $page; border: none; }
QLabel { color: $ink; background: transparent; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="wrong"] { color: $bad; }
QLabel[look="attention"] { color: $attention; }
QPushButton[look="way"] {
    color: $accent; background: transparent; border: 1px solid transparent; padding: 2px 3px; min-width: 0;
}
QPushButton[look="way"]:hover { text-decoration: underline; }
QPushButton[look="way"]:focus { border-color: $accent; border-radius: 4px; }
QLabel[look="clock"] {
    color: $accent; background: $accent_soft; border-radius: ${r}px; padding: 3px 10px;
}
QLabel[look="over"] {
    color: $attention; background: $attention_soft; border-radius: ${r}px; padding: 3px 10px;
}
.QCheckBox { padding: 0; }
.QCheckBox::indicator { width: ${side}px; height: ${side}px; }
"""
)


class CueLook:
    """Light or dark, and how large; what every part of the card is dressed with."""

    def __init__(self, mode: str = "", letters: float = 1.0) -> None:
        dark = current().colours.dark if mode not in {"light", "dark"} else mode == "dark"
        self.colours: Colours = DARK if dark else LIGHT
        self.letters = min(max(letters, SMALLEST_LETTERS), LARGEST_LETTERS)

    @property
    def mode(self) -> str:
        """The name of the look that is on."""
        return "dark" if self.colours.dark else "light"

    @property
    def scale(self) -> float:
        """How much larger than the design's letters are."""
        return current().scale * self.letters

    def toggled(self) -> CueLook:
        """The other look."""
        return CueLook("light" if self.colours.dark else "dark", self.letters)

    def resized(self, step: int) -> CueLook:
        """The same look with larger letters, smaller ones, or (0) the usual ones."""
        letters = 1.0 if step == 0 else round(self.letters + step * LETTERS_STEP, 2)
        return CueLook(self.mode, letters)

    def font(self, role: TextRole) -> QFont:
        """The font of a role of text."""
        return make_font(role, self.scale * _LARGER)

    def plain_font(self, role: TextRole) -> QFont:
        """The font of what is beside the cues: as large as on a page."""
        return make_font(role, self.scale)

    def tick_side(self) -> int:
        """How large a box to tick is."""
        return round(18 * max(self.scale, 1.0))

    def sheet(self) -> str:
        """The style sheet of the window."""
        own = _OWN.substitute(self.colours._asdict(), r=RADIUS.chip - 2, side=self.tick_side() - 2)
        return make_sheet(self.colours, self.scale) + own

    def icon(self, name: str, side: int = 16) -> QIcon:
        """An icon in the card's own ink, whatever the program's is."""
        ratio = 2
        picture = QPixmap(QSize(side, side) * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_icon(painter, name, QRectF(0, 0, side * ratio, side * ratio), self.colours.muted)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return QIcon(picture)
