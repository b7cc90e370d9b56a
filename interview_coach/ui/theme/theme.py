"""Owns the look of the running program: which theme is on, how large text is, and applying both."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from interview_coach.ui.theme.followers import Followers
from interview_coach.ui.theme.fonts import make_font
from interview_coach.ui.theme.palette import make_palette
from interview_coach.ui.theme.sheet import make_sheet
from interview_coach.ui.theme.tokens import DARK, LIGHT, Colours, TextRole

Mode = Literal["system", "light", "dark"]
SMALLEST_SCALE = 0.8
LARGEST_SCALE = 2.0
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
# Widgets of Qt that carry another font than the body's.
_FONTS: dict[str, TextRole] = {
    "QPushButton": "label",
    "QTabBar": "label",
    "QHeaderView": "small_label",
    "QToolTip": "small",
    "QTipLabel": "small",
    "QGroupBox": "heading",
}


class Theme(QObject):
    """The current look.

    Signals:
        changed(): colours or text size are others now; the application has them already.
    """

    changed = Signal()
    _current: ClassVar[Theme | None] = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "system"
        self._scale = 1.0
        self._app: QApplication | None = None
        self._colours = LIGHT
        self._fonts: dict[TextRole, QFont] = {}
        self._followers: Followers[[]] = Followers()
        if isinstance(QGuiApplication.instance(), QGuiApplication):
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
            self._colours = self._chosen()

    @property
    def mode(self) -> Mode:
        """What the person chose: a theme, or to follow the system."""
        return self._mode

    @property
    def colours(self) -> Colours:
        """The colours that are on."""
        return self._colours

    @property
    def scale(self) -> float:
        """How much larger than designed text is."""
        return self._scale

    def px(self, design: float) -> int:
        """Return a distance that has to grow with the text, in logical pixels."""
        return round(design * self._scale)

    def font(self, role: TextRole) -> QFont:
        """Return the font of a role of text at the current size."""
        if role not in self._fonts:
            self._fonts[role] = make_font(role, self._scale)
        return QFont(self._fonts[role])

    def follow(self, slot: Callable[[], None]) -> None:
        """Call a widget's method after every change, while the widget lives."""
        self._followers.add(slot)

    def set_mode(self, mode: Mode) -> None:
        """Choose a theme, or follow the system."""
        if mode == self._mode:
            return
        self._mode = mode
        if self._app is not None:
            # Where the platform heeds it, title bars and native dialogs follow.
            QGuiApplication.styleHints().setColorScheme(_SCHEMES[mode])
        self._recolour()

    def set_scale(self, scale: float) -> None:
        """Make text larger or smaller; 1.0 is the designed size."""
        wanted = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        if wanted != self._scale:
            self._scale = wanted
            self._fonts.clear()
            self._dress()

    def apply(self, app: QApplication) -> None:
        """Dress the application, from now on and through every change."""
        self._app = app
        Theme._current = self
        # By name: a style as an object would cost the start more than everything else here.
        app.setStyle("Fusion")
        if self._mode != "system":
            QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._mode])
        self._colours = self._chosen()
        self._dress()

    def _chosen(self) -> Colours:
        if self._mode == "system":
            scheme = QGuiApplication.styleHints().colorScheme()
            return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def _follow(self) -> None:
        if self._mode == "system":
            self._recolour()

    def _recolour(self) -> None:
        chosen = self._chosen()
        if chosen != self._colours:
            self._colours = chosen
            self._dress()

    def _dress(self) -> None:
        app = self._app
        if app is not None:
            app.setPalette(make_palette(self._colours))
            app.setFont(self.font("body"))
            for name, role in _FONTS.items():
                # The stub asks for bytes, the call takes only text.
                QApplication.setFont(self.font(role), name)  # type: ignore[arg-type]
            app.setStyleSheet(make_sheet(self._colours, self._scale))
        self.changed.emit()
        self._followers.tell()


def current() -> Theme:
    """Return the theme that is on; without one, a first one that nothing wears yet."""
    theme = Theme._current  # noqa: SLF001
    if theme is None or not shiboken6.isValid(theme):
        theme = Theme()
        Theme._current = theme  # noqa: SLF001
    return theme
