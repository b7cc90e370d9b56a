"""Owns the cards about feeling and outcome: forecasts, and the one word that an interview felt like."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.insights import FeltTurnedOut, Forecasts
from interview_coach.domain.kinds import Felt
from interview_coach.ui import words, words_insights
from interview_coach.ui.insights.card import InsightCard, Table, table_of
from interview_coach.ui.insights.chart import Axes, Chart, Mark
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, small

_PERCENTS = [(0, "0"), (25, "25"), (50, "50"), (75, "75"), (100, "100")]


class _ChartCard(InsightCard):
    """A chart with sentences: beside it where there is room, under it where there is none.

    Signals: those of InsightCard.
    """

    def __init__(self, heading: str, chart: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self.chart = Chart(chart)
        self.chart.chosen.connect(self._chosen)
        self.sentence = Label("", "small_label", wrap=True)
        self.details = [small() for _ in range(3)]
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for label in (self.sentence, *self.details):
            column.addWidget(label)
        column.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self._row.addWidget(self.chart, 3)
        self._row.addWidget(said, 2)
        self.add_layout(self._row)

    def say(self, sentence: str, *details: str) -> None:
        """Change the sentences; empty ones take no room."""
        self.sentence.setText(sentence)
        for label, text in zip(self.details, (*details, "", "", ""), strict=False):
            label.setText(text)
            label.setVisible(bool(text))

    def beside(self, *, wide: bool) -> None:
        """Put the sentences beside the chart, or under it."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _chosen(self, place: int) -> None:
        raise NotImplementedError


class ForecastCard(_ChartCard):
    """Forecast against outcome.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Does it turn out the way you say?"), tr("What you said against what came"), parent
        )
        self._found = Forecasts()
        self._marked: list[tuple[str, tuple[str, ...]]] = []

    def show_forecasts(self, found: Forecasts) -> None:
        """Show these."""
        self._found = found
        marks, self._marked = [], []
        for band in found.bands:
            interval, rate = band.share.interval, band.share.rate
            if interval is None or rate is None:
                continue
            said = tr(
                "You said about {said} %: {counts} said yes",
                said=round(band.said),
                counts=words_insights.counted(band.share),
            )
            low, high = (100 * end for end in interval)
            marks.append(Mark(band.said, 100 * rate, low, high, band.share.cases, said))
            self._marked.append((said, band.interview_ids))
        self.chart.show_marks(
            Axes(_PERCENTS, _PERCENTS, tr("You said, % likely"), diagonal=True), marks
        )
        self.say(
            words_insights.leaning(found),
            words_insights.most_said(found),
            words_insights.few_said(found),
            words_insights.scored(found),
        )

    def table(self) -> Table:
        """One row per band."""
        head = (tr("You said, %"), tr("Yes"), tr("Answers"), tr("Low, %"), tr("High, %"))
        rows = []
        for band in self._found.bands:
            interval = band.share.interval
            ends = [round(100 * end, 1) for end in interval] if interval else ["", ""]
            rows.append([round(band.said, 1), band.share.hits, band.share.cases, *ends])
        return table_of(head, rows)

    def _chosen(self, place: int) -> None:
        self.behind_wanted.emit(*self._marked[place])


class FeltCard(_ChartCard):
    """What it felt like, against what came.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Does it feel the way it turns out?"), tr("How it felt against what came"), parent
        )
        self._found: tuple[FeltTurnedOut, ...] = ()
        self._marked: list[tuple[str, tuple[str, ...]]] = []

    def show_felt(self, found: tuple[FeltTurnedOut, ...]) -> None:
        """Show these."""
        self._found = found
        marks, few, self._marked = [], [], []
        for one in found:
            share, word = one.went_on.share, words.word(one.felt)
            interval, rate = share.interval, share.rate
            said = tr("{felt}: {counts} went on", felt=word, counts=words_insights.counted(share))
            if interval is None or rate is None:
                few.append(
                    tr("{felt} {hits} of {cases}", felt=word, hits=share.hits, cases=share.cases)
                )
                continue
            low, high = (100 * end for end in interval)
            marks.append(Mark(float(one.felt), 100 * rate, low, high, share.cases, said))
            self._marked.append((said, one.went_on.interview_ids))
        ticks = [(float(felt), words.word(felt)) for felt in Felt]
        self.chart.show_marks(
            Axes(ticks, _PERCENTS, tr("% that went on"), x_range=(0.6, 5.4)), marks
        )
        counts = tr("Too few for a point: {counts}.", counts=", ".join(few)) if few else ""
        if marks:
            self.say(marks[-1].words + ".", counts, tr("A great interview is not a promise."))
        else:
            self.say(tr("Too few to tell."), counts)

    def table(self) -> Table:
        """One row per word."""
        head = (tr("It felt"), tr("Went on"), tr("Answers"), tr("Low, %"), tr("High, %"))
        rows = []
        for one in self._found:
            interval = one.went_on.share.interval
            ends = [round(100 * end, 1) for end in interval] if interval else ["", ""]
            share = one.went_on.share
            rows.append([words.word(one.felt), share.hits, share.cases, *ends])
        return table_of(head, rows)

    def _chosen(self, place: int) -> None:
        self.behind_wanted.emit(*self._marked[place])
