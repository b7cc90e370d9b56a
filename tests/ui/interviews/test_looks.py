"""What is shown is all there: no button cut, no text wider than its place, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.store import interviews
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.interview_dialog import InterviewDialog
from interview_coach.ui.interviews.opportunity_page import OpportunityPage
from interview_coach.ui.interviews.page import InterviewsPage
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.theme import Theme
from interview_coach.ui.widgets import Chip, Label, PaintedButton


def cut(root: QWidget) -> list[str]:
    """The words of visible widgets that have less room than they need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if (
            isinstance(widget, PaintedButton | Chip) and widget.width() < widget.sizeHint().width()
        ) or (
            isinstance(widget, Label)
            and widget.wordWrap()
            and widget.height() < widget.heightForWidth(widget.width())
        ):
            found.append(widget.text())
    return found


def whole(qtbot: QtBot, root: QWidget) -> None:
    """Wait until the layout has settled with nothing cut."""

    def nothing_is_cut() -> None:
        assert cut(root) == []

    qtbot.waitUntil(nothing_is_cut, timeout=2000)


def sides(root: QWidget) -> list[str]:
    """The widgets that stick out at the right of the window."""
    return [
        type(w).__name__
        for w in root.findChildren(QWidget)
        if w.isVisible() and w.mapTo(root, QPoint(w.width(), 0)).x() > root.width() + 1
    ]


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: widget.width() == width)
    return widget


def colours(widget: QWidget) -> int:
    """How many different colours a picture of it holds, by a coarse grid."""
    image = widget.grab().toImage()
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    return len({image.pixel(x, y) for x, y in points})


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(896, 610), (1072, 780), (1712, 1000)])
def test_the_list_at_every_width(
    qtbot: QtBot,
    qapp: QApplication,
    full_desk: Desk,
    navigator: Navigator,
    theme: Theme,
    mode: str,
    width: int,
    height: int,
) -> None:
    theme.set_mode(mode)  # type: ignore[arg-type]
    page = InterviewsPage(full_desk, navigator)
    shown(qtbot, page, width, height)
    page.list.fold.click()
    assert colours(page) > 20
    for key in page.list.keys:
        page.list.choose(key)
        whole(qtbot, page.preview)
    whole(qtbot, page.header)
    assert sides(page) == []
    assert page.preview.isVisible()


@pytest.mark.parametrize("width", [896, 1712])
def test_the_empty_list(qtbot: QtBot, desk: Desk, navigator: Navigator, width: int) -> None:
    page = InterviewsPage(desk, navigator)
    shown(qtbot, page, width, 700)
    whole(qtbot, page)
    assert page.empty.isVisible()


@pytest.mark.parametrize("width", [896, 1072])
def test_an_opportunity(qtbot: QtBot, full_desk: Desk, navigator: Navigator, width: int) -> None:
    found = full_desk.ask(interviews.interview_list)
    page = OpportunityPage(full_desk, navigator)
    shown(qtbot, page, width, 700)
    for key in [found.waiting[-1].opportunity_id, found.no_round[0].id]:
        page.show_opportunity(key)
        whole(qtbot, page)
        assert sides(page) == []


def test_the_dialog_in_a_small_screen_scrolls_and_cuts_nothing(
    qtbot: QtBot, full_desk: Desk
) -> None:
    key = full_desk.ask(interviews.interview_list).upcoming[1].id
    dialog = InterviewDialog(full_desk, None, None, key)
    shown(qtbot, dialog, 760, 520)
    dialog.save_button.setFocus()
    whole(qtbot, dialog)
    assert sides(dialog) == []
