"""Owns the card about silence: how long answers took, with the open ones counted as not yet over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.silence import Step, UsualWait
from interview_coach.ui import words_insights
from interview_coach.ui.insights.card import InsightCard, Table, table_of
from interview_coach.ui.insights.chart import Axes, Chart, Curve
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import Label, small

_PERCENTS = [(0, "0"), (50, "50"), (100, "100")]
_TICKS = 4


class WaitCard(InsightCard):
    """How long I usually wait.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How long answers take"), parent)
        self._steps: tuple[Step, ...] = ()
        self.chart = Chart(tr("Still waiting after so many days"), 170)
        self.sentence = Label("", "small_label", wrap=True)
        self.details = small()
        for part in (self.sentence, self.chart, self.details):
            self.add(part)

    def show_waits(self, found: UsualWait, steps: tuple[Step, ...]) -> None:
        """Show these."""
        self._steps = steps
        said = words_insights.usual_wait(found)
        self.sentence.setText(said)
        self.chart.setVisible(found.enough)
        if found.enough:
            last = max(found.longest, steps[-1].days + 1)
            every = max(1, round(last / _TICKS))
            ticks = [(float(day), str(day)) for day in range(0, last + 1, every)]
            axes = Axes(ticks, _PERCENTS, tr("Days; % still waiting"), x_range=(0, float(last)))
            self.chart.show_curve(
                axes,
                Curve(
                    [0, *(step.days for step in steps)],
                    [100.0, *(100 * step.share for step in steps)],
                    [100.0, *(100 * step.low for step in steps)],
                    [100.0, *(100 * step.high for step in steps)],
                ),
                said,
            )
        left = found.waits - found.answered
        self.details.setText(
            tr_n(
                "From {n} wait of yours, {open} of them without an answer: those count as not over yet"
                " (Kaplan–Meier).",
                "From {n} waits of yours, {open} of them without an answer: those count as not over yet"
                " (Kaplan–Meier).",
                found.waits,
                open=left,
            )
        )

    def table(self) -> Table:
        """One row per step."""
        head = (
            tr("Days"),
            tr("Still waiting, %"),
            tr("Low, %"),
            tr("High, %"),
            tr("At risk"),
            tr("Answers"),
        )
        return table_of(
            head,
            (
                [
                    one.days,
                    round(100 * one.share, 1),
                    round(100 * one.low, 1),
                    round(100 * one.high, 1),
                    one.at_risk,
                    one.answers,
                ]
                for one in self._steps
            ),
        )
