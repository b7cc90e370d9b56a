"""Owns the design's numbers: colours of both themes, type sizes and weights, spacing, radii."""

from __future__ import annotations

from typing import Literal, NamedTuple

Tone = Literal["accent", "attention", "good", "neutral", "not_yours", "bad"]
Ink = Literal[
    "ink", "muted", "accent", "on_accent", "good", "attention", "bad", "not_yours", "control_line"
]


class Colours(NamedTuple):
    """The colours of one theme, as `#RRGGBB`."""

    page: str
    card: str
    sidebar: str
    line: str
    track: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    good: str
    good_soft: str
    attention: str
    attention_soft: str
    bad: str
    bad_soft: str
    not_yours: str
    not_yours_soft: str
    control_line: str
    dark: bool

    def text(self, tone: Tone | Ink) -> str:
        """Return the colour of text in this tone."""
        if tone == "neutral":
            return self.muted
        return str(getattr(self, tone))

    def ground(self, tone: Tone) -> str:
        """Return the soft ground that text of this tone stands on."""
        if tone == "neutral":
            return self.track
        return str(getattr(self, f"{tone}_soft"))


LIGHT = Colours(
    page="#F7F5F0",
    card="#FFFFFF",
    sidebar="#EFECE4",
    line="#E1DCD0",
    track="#E6E1D6",
    ink="#1E2530",
    muted="#5B6472",
    accent="#0E6B67",
    accent_soft="#E0EFED",
    on_accent="#FFFFFF",
    good="#2B7048",
    good_soft="#E3F1E7",
    attention="#9A5B00",
    attention_soft="#FBEFD9",
    bad="#A62B30",
    bad_soft="#F9E3E2",
    not_yours="#6A4A97",
    not_yours_soft="#ECE5F6",
    control_line="#8C8778",
    dark=False,
)
DARK = Colours(
    page="#15181D",
    card="#1D2128",
    sidebar="#111418",
    line="#303743",
    track="#2B313B",
    ink="#ECEAE4",
    muted="#A3ABB8",
    accent="#5BC7BD",
    accent_soft="#17393A",
    on_accent="#0C1A1A",
    good="#7CCB97",
    good_soft="#1B3426",
    attention="#E6B158",
    attention_soft="#3A2C12",
    bad="#F08A88",
    bad_soft="#401F21",
    not_yours="#BDA2E8",
    not_yours_soft="#2E2542",
    control_line="#7C8593",
    dark=True,
)


class Space(NamedTuple):
    """Distances in logical pixels."""

    unit: int = 4
    page: int = 28
    card: int = 18
    gap: int = 16
    row: int = 12
    control_height: int = 34
    input_height: int = 38
    sidebar: int = 208


class Radius(NamedTuple):
    """Corner radii in logical pixels."""

    card: int = 12
    control: int = 8
    check: int = 5
    chip: int = 12


SPACE = Space()
RADIUS = Radius()
FAMILY = "Inter Variable"

TextRole = Literal[
    "question",
    "title",
    "title_light",
    "name",
    "heading",
    "body",
    "label",
    "small",
    "small_label",
    "number",
    "tiny",
]


class Face(NamedTuple):
    """The size (logical pixels) and weight of one role of text."""

    size: float
    weight: int


FACES: dict[TextRole, Face] = {
    "question": Face(28, 620),
    "title": Face(22, 650),
    "title_light": Face(22, 450),
    "name": Face(19, 650),
    "heading": Face(15, 620),
    "body": Face(14, 450),
    "label": Face(14, 560),
    "small": Face(12.5, 450),
    "small_label": Face(12.5, 560),
    "number": Face(14, 650),
    "tiny": Face(11.5, 450),
}
