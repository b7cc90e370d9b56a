"""Insights as a person uses them: counts and sentences, filters, what is behind a mark, keeping it."""

from __future__ import annotations

import csv
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import InterviewKind
from interview_coach.store import interviews, opportunity
from interview_coach.ui.desk import Desk
from interview_coach.ui.insights.behind import BehindDialog
from interview_coach.ui.insights.card import InsightCard, MarkRow
from interview_coach.ui.insights.page import InsightsPage
from interview_coach.ui.theme import Theme
from tests.ui.insights.conftest import Show

LEFT = Qt.MouseButton.LeftButton


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def behind(page: InsightsPage, qtbot: QtBot) -> BehindDialog:
    qtbot.waitUntil(lambda: page.behind is not None and page.behind.isVisible())
    dialog = page.behind
    assert dialog is not None
    return dialog


def listed(dialog: BehindDialog) -> list[MarkRow]:
    return [row for row in dialog.rows.rows if isinstance(row, MarkRow)]


def close(dialog: BehindDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_every_rate_has_its_counts(page: InsightsPage) -> None:
    assert page.tiles.isVisible()
    everything = " ".join(said(page))
    assert "From 29 interviews, 27 of them reviewed." in everything
    assert "11 of 12 said yes" in everything
    assert "Too few for a point: 1 of 3 at 30 %" in everything
    assert "4 of 7 (25 to 84 %)" in everything
    assert "5 of 6 (44 to 97 %)" in everything
    assert "within 6 days (95 %: 4 to 6)" in everything
    assert "Kaplan–Meier" in everything
    assert "landed 8 of 9" in [row.count.text() for row in page.lands.findChildren(MarkRow)]


def test_nothing_scores_the_person_or_names_a_chance(page: InsightsPage) -> None:
    everything = " ".join(said(page)).casefold()
    for word in (
        "average candidate",
        "you are",
        "probability",
        "chance of",
        "failure",
        "other people",
    ):
        assert word not in everything


def test_a_newcomer_is_told_what_will_be_here(
    show: Show, desk: Desk, opened: list[Place], qtbot: QtBot
) -> None:
    page = show(desk)
    assert page.empty.isVisible()
    assert not page.tiles.isVisible()
    assert not page.filters.isVisible()
    page.empty.acted.emit()
    assert opened == [Place("new_interview")]


def test_keys_go_from_mark_to_mark_and_open_what_is_behind(
    page: InsightsPage, opened: list[Place], qtbot: QtBot
) -> None:
    chart = page.forecasts.chart
    assert [mark.cases for mark in chart.marks] == [12, 6]
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.at == 0
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 1
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    dialog = behind(page, qtbot)
    rows = listed(dialog)
    assert len(rows) == 6
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(rows[0].count, Qt.Key.Key_Space)
    assert [place.kind for place in opened] == ["interview"]
    assert page.behind is None


def test_a_click_on_a_point_opens_what_is_behind(page: InsightsPage, qtbot: QtBot) -> None:
    plot = page.felt.chart.findChildren(QWidget)[0]
    item = plot.getPlotItem()  # type: ignore[attr-defined]
    mark = page.felt.chart.marks[-1]
    scene = item.getViewBox().mapViewToScene(_point(mark.x, mark.y))
    qtbot.mouseClick(plot.viewport(), LEFT, pos=plot.mapFromScene(scene))  # type: ignore[attr-defined]
    dialog = behind(page, qtbot)
    assert len(listed(dialog)) == mark.cases
    close(dialog, qtbot)


def _point(x: float, y: float) -> object:
    from PySide6.QtCore import QPointF

    return QPointF(x, y)


def test_every_line_opens_its_interviews(page: InsightsPage, qtbot: QtBot) -> None:
    for card in (page.asked, page.lands, page.noes, page.lessons, page.prepared):
        row = card.findChildren(MarkRow)[0]
        qtbot.mouseClick(row, LEFT)
        dialog = behind(page, qtbot)
        assert listed(dialog)
        close(dialog, qtbot)
    page.far.counts[0].click()
    close(behind(page, qtbot), qtbot)


def test_lessons_say_whether_they_came_up_and_were_done(page: InsightsPage) -> None:
    texts = [row.count.text() for row in page.lessons.findChildren(MarkRow)]
    assert texts[-2:] == ["8 of 12", "5 of 8"]
    everything = said(page.lessons)
    assert "31 to 86 % (95 %, Wilson)" in everything
    assert ("You did it when it came up", 5, 8) in page.lessons.table()


def test_what_was_prepared_stands_against_what_was_asked(page: InsightsPage, qtbot: QtBot) -> None:
    rows = page.against.findChildren(MarkRow)
    assert [row.count.text() for row in rows[:2]] == ["10 of 17", "10 of 29"]
    assert "36 to 78 % (95 %, Wilson)" in said(page.against)
    assert ("All kinds", 17, 10, 29, 10) in page.against.table()
    rows[0].count.click()
    dialog = behind(page, qtbot)
    assert len(listed(dialog)) == 8
    close(dialog, qtbot)


def test_filters_narrow_all_of_it(page: InsightsPage, qtbot: QtBot) -> None:
    page.filters.kind.set_value(InterviewKind.PANEL)
    page.filters.changed.emit()
    qtbot.waitUntil(lambda: not page.jobs.busy)
    assert any(text.startswith("From ") for text in said(page))
    assert not any("From 29 interviews" in text for text in said(page))


def test_where_nothing_fits_all_can_be_shown_again(
    show: Show, full_desk: Desk, qtbot: QtBot
) -> None:
    page = show(full_desk)
    found = full_desk.ask(interviews.interview_list)
    page.filters.kind.set_value(InterviewKind.CASE)
    page.filters.company.set_value(page.filters.company._options[1][0])
    page.filters.changed.emit()
    qtbot.waitUntil(page.nothing.isVisible)
    assert not page.tiles.isVisible()
    page.nothing.acted.emit()
    qtbot.waitUntil(page.tiles.isVisible)
    assert found.closed_total


def test_a_deed_is_counted_the_next_time_the_page_is_seen(
    page: InsightsPage, full_desk: Desk, qtbot: QtBot
) -> None:
    before = page.far.counts[0].text()
    page.hide()
    job = full_desk.ask(interviews.interview_list).no_round[0].id
    full_desk.do(opportunity.delete_opportunity, job)
    page.show()
    qtbot.waitUntil(lambda: page.far.counts[0].text() == str(int(before) - 1))


def test_counting_can_be_stopped(show: Show, full_desk: Desk, qtbot: QtBot) -> None:
    page = show(full_desk)
    # Work before it keeps it waiting, so that it cannot be done before the click.
    held = threading.Event()
    page.jobs.start(lambda _told: held.wait(20))
    page.refresh()
    page.cancel.click()
    held.set()
    qtbot.waitUntil(lambda: not page.jobs.busy)
    assert page.stopped.isVisible()
    page.refresh()
    qtbot.waitUntil(lambda: not page.jobs.busy)
    assert not page.stopped.isVisible()


def test_a_card_is_copied_as_a_picture(page: InsightsPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    choose(page.far, 0)
    image = QGuiApplication.clipboard().image()
    assert image.size() == page.far.grab().toImage().size()


def choose(card: InsightCard, place: int) -> None:
    menu = card.menu()
    menu.actions()[place].trigger()
    menu.deleteLater()


def write(page: InsightsPage, card: InsightCard, place: int, path: Path, qtbot: QtBot) -> None:
    choose(card, place)
    dialog = page.dialog
    assert dialog is not None
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: page.dialog is None)


def test_a_card_is_saved_as_a_picture(page: InsightsPage, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "far.png"
    write(page, page.far, 1, path, qtbot)
    assert QImage(str(path)).width() > 100
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_data_of_every_card_are_a_table(
    page: InsightsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    for place, card in enumerate(page.cards):
        path = tmp_path / f"{place}.csv"
        write(page, card, 2, path, qtbot)
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}


def test_both_themes_and_larger_text_are_drawn_at_once(page: InsightsPage, theme: Theme) -> None:
    light = page.forecasts.chart.grab().toImage()
    theme.set_mode("dark")
    try:
        assert page.forecasts.chart.grab().toImage() != light
    finally:
        theme.set_mode("light")


def test_a_narrow_page_has_fewer_columns(page: InsightsPage, qtbot: QtBot) -> None:
    assert page.tiles.columns == 3
    page.resize(760, 820)
    qtbot.waitUntil(lambda: page.tiles.columns == 2)
    page.resize(620, 820)
    qtbot.waitUntil(lambda: page.tiles.columns == 1)


def test_the_day_of_a_filter_is_todays(page: InsightsPage, full_desk: Desk) -> None:
    page.filters.time.set_value("year")
    today = datetime(2026, 11, 22, tzinfo=UTC).date()
    assert page.filters.filters(today).since == today - timedelta(days=365)
