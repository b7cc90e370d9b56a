"""All of the kit in one window: it draws in both themes, at both sizes, both ways, and cuts nothing."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import DARK, LIGHT, Theme
from interview_coach.ui.widgets import ElidedLabel, Label
from tests.ui.widgets.gallery import build_gallery
from tests.ui.widgets.pieces import show_active

_WIDTH = 1200


def _cut(page: QWidget) -> list[str]:
    """Return the texts that have less room than they need."""
    found: list[str] = []
    for label in page.findChildren(Label):
        if not label.isVisible() or isinstance(label, ElidedLabel):
            continue
        needed = (
            label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        )
        if label.height() < needed - 1:
            found.append(label.text())
        if not label.wordWrap() and label.width() < label.sizeHint().width():
            found.append(label.text())
    return found


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2], ids=["ltr", "rtl"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(
    scale: float, direction: Qt.LayoutDirection, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(direction)
    try:
        theme.set_scale(scale)
        page = build_gallery()
        qtbot.addWidget(page)
        page.resize(round(_WIDTH * max(1.0, scale * 0.8)), 900)
        show_active(qtbot, page)
        assert not _cut(page)
        assert page.content.width() <= page.viewport().width()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_draws_in_both_themes(theme: Theme, qtbot: QtBot) -> None:
    page = build_gallery()
    qtbot.addWidget(page)
    page.resize(_WIDTH, 2000)
    show_active(qtbot, page)
    for mode, colours in (("light", LIGHT), ("dark", DARK)):
        theme.set_mode("dark" if mode == "dark" else "light")
        image = page.grab().toImage()
        seen = {
            image.pixelColor(x, y).name().upper()
            for x in range(0, image.width(), 3)
            for y in range(0, image.height(), 3)
        }
        wanted = {colours.page, colours.card, colours.accent, colours.accent_soft, colours.track}
        assert wanted <= seen


def test_everything_that_takes_the_focus_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    page = build_gallery()
    qtbot.addWidget(page)
    show_active(qtbot, page)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert not nameless
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText
        for label in page.findChildren(QLabel)
        if label.text()
    )


def test_it_is_freed(theme: Theme, qtbot: QtBot) -> None:
    page = build_gallery()
    page.show()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(page)
    # What is gone must not hear of the next theme.
    theme.set_mode("dark")
