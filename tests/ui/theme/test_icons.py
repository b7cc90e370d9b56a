"""Icons: all of them draw something, in the theme's colour, crisp, and mirrored where they point."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from interview_coach.shipped import folder
from interview_coach.ui.theme import DARK, LIGHT, Theme, icon, icon_names, paint_icon
from interview_coach.ui.theme import icons as icons_module
from interview_coach.ui.widgets import IconButton


def _drawn(name: str, size: int = 32) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_icon(painter, name, QRect(0, 0, size, size), "#FF0000")
    painter.end()
    return image


def _colours(image: QImage) -> set[str]:
    found: set[str] = set()
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() > 250:
                found.add(pixel.name().upper())
    return found


def test_every_shipped_icon_draws_something(theme: Theme) -> None:
    blank = [name for name in icon_names() if not _colours(_drawn(name))]
    assert not blank
    assert len(icon_names()) > 70


def test_the_licence_is_beside_them() -> None:
    assert "ISC" in (folder("icons") / "LICENSE.txt").read_text("utf-8")
    assert "SIL Open Font License" in (folder("fonts") / "OFL.txt").read_text("utf-8")


def test_every_icon_named_in_the_code_is_shipped() -> None:
    known = set(icon_names())
    package = folder("icons").parent.parent / "interview_coach" / "ui"
    calls = re.compile(r"\b(?:icon|IconLabel|IconButton|set_icon)\(\s*\"([a-z0-9-]+)\"")
    named = {
        (path.name, name)
        for path in package.rglob("*.py")
        for name in calls.findall(path.read_text("utf-8"))
    }
    assert not [pair for pair in named if pair[1] not in known]


def test_an_icon_follows_the_theme(theme: Theme) -> None:
    made = icon("square", "accent")
    assert LIGHT.accent in _colours(made.pixmap(32, 32).toImage())
    theme.set_mode("dark")
    assert DARK.accent in _colours(made.pixmap(32, 32).toImage())


def test_a_disabled_icon_steps_back(theme: Theme) -> None:
    made = icon("square").pixmap(32, 32, QIcon.Mode.Disabled)
    assert QColor(LIGHT.control_line).name().upper() in _colours(made.toImage())


def test_it_is_drawn_at_the_devices_resolution(theme: Theme) -> None:
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    paint_icon(painter, "check", QRect(0, 0, 16, 16), "#FF0000")
    painter.end()
    image.setDevicePixelRatio(1.0)
    assert image == _drawn("check", 32)


def test_what_points_turns_around_and_the_rest_does_not(theme: Theme, qapp: QApplication) -> None:
    arrow, clock = _drawn("arrow-right"), _drawn("clock")
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert _drawn("arrow-right") == arrow.flipped(Qt.Orientation.Horizontal)
        assert _drawn("clock") == clock
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_an_unknown_icon_draws_nothing(theme: Theme) -> None:
    assert not _colours(_drawn("no-such-icon"))
    assert icons_module._source("no-such-icon") == ""


def test_an_icon_is_made_once_and_outlives_the_buttons_that_show_it(
    qtbot: QtBot, theme: Theme
) -> None:
    made = icon("square", "accent")
    key = made.cacheKey()
    del made
    for _ in range(3):
        button = IconButton("square", "Square")
        qtbot.addWidget(button)
        assert button.icon().cacheKey() == icon("square").cacheKey()
        assert icon("square", "accent").cacheKey() == key != button.icon().cacheKey()
