"""What tests of the Settings page do and look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.store import interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.settings.page import SettingsPage
from interview_coach.ui.theme import Theme

Show = Callable[..., SettingsPage]


class FolderWindow(QObject):
    """Stands where the system's file manager would: remembers which folders were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show_folder(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible(), widget
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def said(root: QWidget) -> list[str]:
    labels = [x for x in root.findChildren(QLabel) if x.isVisibleTo(root)]
    return [x.text().replace("\u00a0", " ") for x in labels if x.text()]


def is_dark(theme: Theme) -> bool:
    return theme.colours.dark


def first_closed(desk: Desk) -> str:
    return desk.ask(interviews.interview_list).closed[0].id


def choose(page: SettingsPage, qtbot: QtBot, path: Path) -> None:
    """Press the button and answer the file dialog as a person does."""
    click(qtbot, page.export.export)
    dialog = page.export.dialog
    assert isinstance(dialog, QFileDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
