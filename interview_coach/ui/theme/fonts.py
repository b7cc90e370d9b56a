"""Owns the type: loads the shipped font once and makes the font of each role of text."""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QScreen

from interview_coach.shipped import folder
from interview_coach.ui.theme.tokens import FACES, FAMILY, TextRole

_FILE = "InterVariable.ttf"
_WEIGHT = QFont.Tag("wght")
_TABULAR = QFont.Tag("tnum")
_OPTICAL = QFont.Tag("opsz")
_SMALLEST_OPTICAL = 14.0
_LARGEST_OPTICAL = 22.0
_POINTS_PER_INCH = 72.0


@lru_cache(maxsize=1)
def load_fonts() -> str:
    """Load the shipped font; return its family, or the system's sans when it cannot be had."""
    number = QFontDatabase.addApplicationFont(str(folder("fonts") / _FILE))
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if families:
        return families[0]
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def make_font(role: TextRole, scale: float = 1.0) -> QFont:
    """Return the font of a role of text, `scale` times its design size."""
    face = FACES[role]
    family = load_fonts()
    made = QFont([family, "sans-serif"])
    size = face.size * scale
    # Qt rounds to whole pixels. The design's 12.5 would come out 4 % wider than its pictures, so
    # the width is taken back; the height may stay.
    whole = math.floor(size + 0.5)
    # Typed as always there, yet missing when no display is connected.
    screen: QScreen | None = QGuiApplication.primaryScreen()
    dots = screen.logicalDotsPerInchY() if screen is not None else 96.0
    made.setPointSizeF(whole * _POINTS_PER_INCH / dots)
    made.setStretch(round(100 * size / whole))
    if family == FAMILY:
        # Qt maps a variable font's weights to its named instances only; the axis gives 450 or 620.
        made.setVariableAxis(_WEIGHT, face.weight)
        # Large text has tighter shapes of its own, as in a browser; by itself Qt never asks for them.
        made.setVariableAxis(_OPTICAL, min(max(face.size, _SMALLEST_OPTICAL), _LARGEST_OPTICAL))
    else:
        made.setWeight(QFont.Weight.DemiBold if face.weight > 500 else QFont.Weight.Normal)
    made.setFeature(_TABULAR, 1)
    return made
