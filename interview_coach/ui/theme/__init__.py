"""The look of the program: tokens, fonts, palettes, the style sheet, icons, and the current theme."""

from interview_coach.ui.theme.icons import icon, icon_names, paint_icon
from interview_coach.ui.theme.theme import Mode, Theme, current
from interview_coach.ui.theme.tokens import (
    DARK,
    LIGHT,
    RADIUS,
    SPACE,
    Colours,
    Ink,
    TextRole,
    Tone,
)

__all__ = [
    "DARK",
    "LIGHT",
    "RADIUS",
    "SPACE",
    "Colours",
    "Ink",
    "Mode",
    "TextRole",
    "Theme",
    "Tone",
    "current",
    "icon",
    "icon_names",
    "paint_icon",
]
