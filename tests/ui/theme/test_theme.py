"""The theme: what it installs, what it follows, and that nothing breaks without its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from interview_coach import shipped
from interview_coach.ui.theme import DARK, LIGHT, TextRole, Theme, current, fonts
from interview_coach.ui.theme import theme as theme_module


def _window(app: QApplication) -> str:
    return app.palette().color(QPalette.ColorRole.Window).name().upper()


def test_it_installs_its_own_palette_for_each_mode(theme: Theme, qapp: QApplication) -> None:
    theme.set_mode("dark")
    assert (_window(qapp), theme.colours) == (DARK.page, DARK)
    theme.set_mode("light")
    assert (_window(qapp), theme.colours) == (LIGHT.page, LIGHT)


def test_a_change_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    told: list[str] = []
    theme.changed.connect(lambda: told.append(theme.mode))
    theme.set_mode("dark")
    theme.set_mode("dark")
    assert told == ["dark"]


class _Hints:
    """Stands for the desktop's settings."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Unknown

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        """Do as bare X11 does: nothing."""


def test_system_follows_the_desktop(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = _Hints()

    class _Gui:
        @staticmethod
        def styleHints() -> _Hints:
            return hints

    monkeypatch.setattr(theme_module, "QGuiApplication", _Gui)
    theme.set_mode("system")
    assert theme.colours == LIGHT
    hints.scheme = Qt.ColorScheme.Dark
    theme._follow()
    assert theme.colours == DARK
    theme.set_mode("light")
    theme._follow()
    assert theme.colours == LIGHT


def test_text_grows_and_controls_with_it(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.ensurePolished()
    before = (field.sizeHint().height(), theme.font("body").pointSizeF())
    theme.set_scale(1.5)
    assert theme.px(10) == 15
    assert theme.font("body").pointSizeF() == pytest.approx(before[1] * 1.5)
    assert field.sizeHint().height() > before[0]
    theme.set_scale(9)
    assert theme.scale == 2.0


def test_the_current_theme_is_the_one_that_was_applied(theme: Theme) -> None:
    assert current() is theme


def _ink(weight_role: TextRole) -> int:
    font = fonts.make_font(weight_role)
    font.setPixelSize(30)
    font.setVariableAxis(QFont.Tag("opsz"), 14)
    image = QImage(400, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, 45, "Hamburgefonts")
    painter.end()
    return sum(255 - value for value in bytes(image.constBits()))


def test_the_weights_between_the_named_ones_are_really_drawn(theme: Theme) -> None:
    inks = [_ink("body"), _ink("label"), _ink("heading"), _ink("title")]
    assert inks == sorted(set(inks))


def test_digits_are_as_wide_as_each_other(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("body"))
    assert metrics.horizontalAdvance("11:11") == pytest.approx(metrics.horizontalAdvance("28:46"))


def test_half_pixels_keep_their_width(theme: Theme) -> None:
    small, body = (QFontMetricsF(theme.font(role)) for role in ("small", "body"))
    text = "Memory of the questions fades fast"
    share = small.horizontalAdvance(text) / body.horizontalAdvance(text)
    assert share == pytest.approx(12.5 / 14, abs=0.01)


def test_without_the_font_the_system_serves(
    theme: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "folder", lambda name: tmp_path / name)
    fonts.load_fonts.cache_clear()
    try:
        assert fonts.make_font("title").pointSizeF() > 0
    finally:
        fonts.load_fonts.cache_clear()


def test_shipped_files_are_found_in_a_wheel_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "site" / "interview_coach"
    package.mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", package)
    assert shipped.folder("icons") == tmp_path / "site" / "resources" / "icons"
    (package / "_resources").mkdir()
    assert shipped.folder("icons") == package / "_resources" / "icons"
