"""Owns the Insights page: it has the picture made aside, and shows it card by card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QBuffer, QIODevice, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.insights import Filters, Insights
from interview_coach.domain.kinds import Topic
from interview_coach.store import insights, timeline
from interview_coach.store.store import Store
from interview_coach.ui.desk import Desk
from interview_coach.ui.insights.against import AgainstCard
from interview_coach.ui.insights.behind import BehindDialog
from interview_coach.ui.insights.card import InsightCard, Table
from interview_coach.ui.insights.far import FarCard
from interview_coach.ui.insights.filters import InsightFilters
from interview_coach.ui.insights.forecasts import FeltCard, ForecastCard
from interview_coach.ui.insights.lessons import LessonsCard
from interview_coach.ui.insights.lists import (
    AskedCard,
    LandsCard,
    NoesCard,
    PreparedCard,
)
from interview_coach.ui.insights.tiles import Tiles
from interview_coach.ui.insights.waits import WaitCard
from interview_coach.ui.jobs import Job, Jobs, Told, Work
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Bar,
    EmptyState,
    PageHeader,
    QuietButton,
    ScrollPage,
    announce,
    small,
)

# (path, a picture's bytes or a table's rows); see exchange/figures.py.
Keeper = Callable[[Path, bytes | Table], None]
_PATIENCE_MS = 400
_BESIDE = 520


def insights_work(store: Store, filters: Filters) -> Work:
    """The work of one picture, on a reader of its own."""

    def work(told: Told) -> Insights:
        # The charts' own numbers take their time to load, and that need not hold up the window.
        import numpy  # noqa: F401, ICN001

        with store.aside() as reader:
            return insights.insights(reader, filters, told)

    return work


class InsightsPage(Page):
    """What many interviews show together.

    `keep` writes a picture or a table to a file. Whoever closes the store calls `jobs.drain()` before.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(Topic) - {Topic.SETTING}

    def __init__(
        self, desk: Desk, navigator: Navigator, keep: Keeper | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, navigator, parent)
        self._keep = keep
        self.jobs = Jobs(self)
        self._job: Job | None = None
        self.dialog: QFileDialog | None = None
        self.behind: BehindDialog | None = None
        self.header = PageHeader(tr("Insights"))
        self.filters = InsightFilters()
        self.header.add(self.filters)
        self.forecasts, self.far, self.felt = ForecastCard(), FarCard(), FeltCard()
        self.asked, self.lands, self.noes = AskedCard(), LandsCard(), NoesCard()
        self.waits, self.lessons, self.prepared = WaitCard(), LessonsCard(), PreparedCard()
        self.against = AgainstCard()
        self.tiles = Tiles(
            (
                (self.forecasts, 2),
                (self.far, 1),
                (self.asked, 1),
                (self.lands, 1),
                (self.noes, 1),
                (self.felt, 2),
                (self.waits, 1),
                (self.lessons, 1),
                (self.prepared, 1),
                (self.against, 1),
            )
        )
        self.empty = EmptyState(
            "chart-line",
            tr("Nothing to show yet"),
            tr(
                "Once you have held interviews, this page shows what they have in common, with counts"
                " before rates."
            ),
            tr("New interview"),
        )
        self.nothing = EmptyState(
            "filter",
            tr("No interview like that"),
            tr("None was held in that time, of that kind, at that company."),
            tr("Show all"),
            primary=False,
        )
        self._progress, self.bar, self.cancel = self._make_progress()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_PATIENCE_MS)
        self._slow.timeout.connect(self._progress.show)
        self.stopped = small(tr("Not up to date: you stopped it. F5 counts again."))
        self.sheet = ScrollPage()
        for part in (
            self.header,
            self._progress,
            self.stopped,
            self.empty,
            self.nothing,
            self.tiles,
        ):
            self.sheet.add(part)
        self.sheet.body.addStretch(1)
        for hidden in (self._progress, self.stopped, self.empty, self.nothing, self.tiles):
            hidden.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self._connect()

    def _make_progress(self) -> tuple[QWidget, Bar, QuietButton]:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        bar, cancel = Bar(0, 1, tr("Counting")), QuietButton(tr("Cancel"))
        row.addWidget(small(tr("Counting…")))
        row.addWidget(bar, 1)
        row.addWidget(cancel)
        return frame, bar, cancel

    @property
    def cards(self) -> tuple[InsightCard, ...]:
        """All cards, in the order in which they stand."""
        return (
            self.forecasts,
            self.far,
            self.asked,
            self.lands,
            self.noes,
            self.felt,
            self.waits,
            self.lessons,
            self.prepared,
            self.against,
        )

    def _connect(self) -> None:
        self.filters.changed.connect(self.refresh)
        self.cancel.clicked.connect(self._stop)
        self.empty.acted.connect(lambda: self.navigator.open("new_interview"))
        self.nothing.acted.connect(self.filters.clear)
        self.noes.all_wanted.connect(lambda: self.navigator.open("reasons"))
        for card in self.cards:
            card.behind_wanted.connect(self._show_behind)
            card.copy_wanted.connect(partial(self._copy, card))
            card.picture_wanted.connect(partial(self._picture, card))
            card.data_wanted.connect(partial(self._data, card))

    # --- showing ----------------------------------------------------------------------------------

    def title(self) -> str:
        """The page's name."""
        return tr("Insights")

    def place(self) -> Place:
        """Here."""
        return Place("insights")

    def focus_first(self) -> None:
        """Begin at what narrows it."""
        self.filters.company.setFocus()

    def refresh(self) -> None:
        """Have it counted again, aside; what is shown stays until then."""
        self.filters.set_companies(self.desk.ask(timeline.companies))
        if self._job is not None:
            self._job.cancel()
        job = self.jobs.start(insights_work(self.desk.store, self.filters.filters(self._today())))
        self._job = job
        job.progress.connect(self.bar.set_share)
        job.finished.connect(partial(self._finished, job))
        job.failed.connect(partial(self._failed, job))
        job.cancelled.connect(partial(self._cancelled, job))
        self._slow.start()

    def _today(self) -> date:
        return self.desk.now().astimezone(self.desk.local()).date()

    def _over(self, job: Job) -> bool:
        """Whether it was the newest job that ended; an older one says nothing any more."""
        if job is not self._job:
            return False
        self._job = None
        self._slow.stop()
        self._progress.hide()
        self.stopped.hide()
        return True

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _finished(self, job: Job, found: Insights) -> None:
        if self._over(job):
            self.show_insights(found)

    def _cancelled(self, job: Job) -> None:
        if self._over(job):
            self.stopped.show()

    def _failed(self, job: Job, error: BaseException) -> None:
        if self._over(job):
            # Known trouble is told by the window, the unknown by its crash dialog.
            raise error

    def show_insights(self, found: Insights) -> None:
        """Show these."""
        none = not found.interviews and not found.reached[0].opportunities
        narrowed = not self.filters.filters(self._today()).whole
        self.empty.setVisible(none and not narrowed)
        self.nothing.setVisible(none and narrowed)
        self.tiles.setVisible(not none)
        self.filters.setVisible(not none or narrowed)
        self.header.set_subtitle("" if none else self._summary(found))
        if none:
            return
        self.forecasts.show_forecasts(found.forecasts)
        self.far.show_reached(found.reached, len(found.my_noes))
        self.felt.show_felt(found.felt)
        self.asked.show_asked(found.asked)
        self.lands.show_lands(found.lands)
        self.noes.show_noes(found.noes)
        self.waits.show_waits(found.wait, found.wait_curve)
        self.lessons.show_lessons(found.lessons, found.tried)
        self.prepared.show_prepared(found.prepared)
        self.against.show_against(found.against)
        announce(self, self._summary(found))

    @staticmethod
    def _summary(found: Insights) -> str:
        return tr_n(
            "From {n} interview, {reviewed} of them reviewed. Where there is too little to tell, this"
            " page says so.",
            "From {n} interviews, {reviewed} of them reviewed. Where there is too little to tell, this"
            " page says so.",
            found.interviews,
            reviewed=found.reviewed,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences stand beside a chart where there is room for both."""
        super().resizeEvent(event)
        for card in (self.forecasts, self.felt):
            card.beside(wide=self.width() > _BESIDE)

    # --- what is behind, and keeping it -----------------------------------------------------------

    def _show_behind(self, title: str, ids: tuple[str, ...]) -> None:
        wanted = [key for key in ids if key]
        found = self.desk.ask(insights.behind, wanted)
        self.behind = BehindDialog(
            title, found, len(set(wanted)), self._today(), self.navigator, self
        )
        self.behind.destroyed.connect(self._behind_gone)
        self.behind.open()

    def _behind_gone(self) -> None:
        self.behind = None

    def _copy(self, card: InsightCard) -> None:
        QGuiApplication.clipboard().setPixmap(card.grab())
        announce(self, tr("Copied."))

    def _picture(self, card: InsightCard) -> None:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        card.grab().save(buffer, "PNG")
        self._choose(card, tr("Pictures (*.png)"), "png", bytes(buffer.data().data()))

    def _data(self, card: InsightCard) -> None:
        self._choose(card, tr("Tables (*.csv)"), "csv", card.table())

    def _choose(self, card: InsightCard, kinds: str, ending: str, content: bytes | Table) -> None:
        dialog = QFileDialog(self, card.name, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{card.name.rstrip('?')}.{ending}")
        dialog.fileSelected.connect(lambda name: self._write(Path(name), content))
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        self.dialog = None

    def _write(self, path: Path, content: bytes | Table) -> None:
        if self._keep is not None:
            self._keep(path, content)
            announce(self, tr("{name} is written.", name=path.name))
