"""The style sheet: Qt understands it, and the standard controls have the design's height."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from interview_coach.ui.theme import DARK, LIGHT, Colours, Theme
from interview_coach.ui.theme.sheet import make_sheet


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_is_filled_in_and_every_image_exists(colours: Colours) -> None:
    sheet = make_sheet(colours, 1.0)
    assert "$" not in sheet
    images = re.findall(r'url\("([^"]+)"\)', sheet)
    assert images
    assert all(Path(image).is_file() for image in images)


@pytest.mark.parametrize("kind", [QPushButton, QComboBox, QSpinBox, QDateEdit, QTimeEdit])
def test_controls_are_34_high_with_and_without_focus(
    kind: type[QWidget], theme: Theme, qtbot: QtBot
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    control, other = kind(), QPushButton()
    column.addWidget(other)
    column.addWidget(control)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    other.setFocus()
    assert control.height() == 34
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    assert control.height() == 34
