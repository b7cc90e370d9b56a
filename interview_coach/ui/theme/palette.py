"""Owns the palette of each theme: what Qt's own painting uses where no style sheet rule speaks."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from interview_coach.ui.theme.tokens import Colours

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


def make_palette(colours: Colours) -> QPalette:
    """Return the palette of a theme, disabled group included."""
    made = QPalette()
    roles = {
        _Role.Window: colours.page,
        _Role.WindowText: colours.ink,
        _Role.Base: colours.card,
        _Role.AlternateBase: colours.page,
        _Role.Text: colours.ink,
        _Role.Button: colours.card,
        _Role.ButtonText: colours.ink,
        _Role.BrightText: colours.bad,
        _Role.PlaceholderText: colours.muted,
        _Role.ToolTipBase: colours.card,
        _Role.ToolTipText: colours.ink,
        _Role.Highlight: colours.accent,
        _Role.HighlightedText: colours.on_accent,
        _Role.Accent: colours.accent,
        _Role.Link: colours.accent,
        _Role.LinkVisited: colours.not_yours,
        _Role.Light: colours.card,
        _Role.Midlight: colours.track,
        _Role.Mid: colours.line,
        _Role.Dark: colours.control_line,
        _Role.Shadow: colours.control_line,
    }
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(colours.muted))
    made.setColor(_Group.Disabled, _Role.Base, QColor(colours.page))
    made.setColor(_Group.Disabled, _Role.Highlight, QColor(colours.track))
    made.setColor(_Group.Disabled, _Role.HighlightedText, QColor(colours.muted))
    return made
