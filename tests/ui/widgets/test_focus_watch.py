"""Proves that the focus is told to widgets that live, and to no others."""

import gc

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.ui import widgets as kit
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets.focus_watch import on_focus_change


class _Hearer(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[QWidget | None] = []
        on_focus_change(self.hear)

    def hear(self, before: QWidget | None, now: QWidget | None) -> None:
        del before
        self.heard.append(now)


def test_the_focus_is_told_while_the_widget_lives(theme: Theme, qtbot: QtBot) -> None:
    hearer, first, second = _Hearer(), QLineEdit(), QLineEdit()
    holder = QVBoxLayout(hearer)
    holder.addWidget(first)
    holder.addWidget(second)
    qtbot.addWidget(hearer)
    hearer.show()
    qtbot.waitUntil(first.hasFocus)
    second.setFocus()
    assert hearer.heard[-1] is second


def _a_page_with_the_focus(qtbot: QtBot) -> None:
    window, page, line = QWidget(), kit.ScrollPage(), QLineEdit()
    page.add(line)
    QVBoxLayout(window).addWidget(page)
    page.itself = page  # type: ignore[attr-defined]
    line.window_ = window  # type: ignore[attr-defined]
    window.show()
    qtbot.waitUntil(line.hasFocus)


def test_a_page_is_not_told_while_it_is_taken_apart(theme: Theme, qtbot: QtBot) -> None:
    _a_page_with_the_focus(qtbot)
    # Python lets go of the page before Qt moves the focus away from it.
    gc.collect()
    theme.set_scale(1.2)
