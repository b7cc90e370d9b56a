"""The Settings page in a window, and a stand-in for the file manager."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from interview_coach.app.borders import borders
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.settings.page import SettingsPage
from interview_coach.ui.theme import Theme
from tests.ui.settings.acting import FolderWindow, Show

_WAYS = borders()


@pytest.fixture
def show(navigator: Navigator, theme: Theme, qtbot: QtBot) -> Show:
    def shown(desk: Desk, ways: Borders | None = _WAYS) -> SettingsPage:
        page = SettingsPage(desk, navigator, theme, borders=ways)
        qtbot.addWidget(page, before_close_func=lambda p: p.jobs.drain())
        page.resize(1072, 820)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


@pytest.fixture
def folder_window(qapp: object) -> Iterator[FolderWindow]:
    manager = FolderWindow()
    # The stub asks for bytes, the call takes only text.
    QDesktopServices.setUrlHandler("file", manager, "show_folder")  # type: ignore[arg-type]
    yield manager
    QDesktopServices.unsetUrlHandler("file")
