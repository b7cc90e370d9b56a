"""Owns the card of lessons: where they stand, whether they came up again, and whether I did them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.insights import Counted, LessonsCount, LessonsTried
from interview_coach.domain.proportions import Share
from interview_coach.ui import words_insights
from interview_coach.ui.insights.card import ListCard, MarkRow, Row, Table, table_of
from interview_coach.ui.text import tr, tr_n

_NONE = Counted(Share(0, 0), ())
NOTHING_TRIED = LessonsTried(_NONE, _NONE)


class LessonsCard(ListCard):
    """Where lessons stand, and what later reviews say of them.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What lessons became"), parent)
        self._found: tuple[LessonsCount, ...] = ()
        self._tried = NOTHING_TRIED

    def show_lessons(
        self, found: tuple[LessonsCount, ...], tried: LessonsTried = NOTHING_TRIED
    ) -> None:
        """Show these."""
        self._found, self._tried = found, tried
        self.rows.clear()
        for one in found:
            name = words_insights.lesson_state(one.state)
            note = tr_n("{n} as an if-then plan", "{n} as if-then plans", one.if_then)
            row = MarkRow(
                name,
                str(one.times),
                tr("{what}, {n}", what=name, n=one.times),
                note=note if one.if_then else "",
            )
            self.rows.add(self.open_by(row, name, one.interview_ids))
        for name, counted in self._shares():
            if counted.share.cases:
                count = tr("{n} of {cases}", n=counted.share.hits, cases=counted.share.cases)
                row = MarkRow(
                    name,
                    count,
                    tr("{what}, {count}", what=name, count=count),
                    note=words_insights.luck(counted.share),
                )
                self.rows.add(self.open_by(row, name, counted.interview_ids))
        if not found:
            self.say(tr("No lessons yet: they come from reviews."))
        elif not tried.happened.share.cases:
            self.say(tr("Whether they came up since is asked in each review."))
        else:
            self.say("")

    def _shares(self) -> tuple[tuple[str, Counted], ...]:
        return (
            (tr("Came up again, of those you looked for"), self._tried.happened),
            (tr("You did it when it came up"), self._tried.did),
        )

    def table(self) -> Table:
        """One row per state, and one for each share with its cases."""
        head = (tr("Lessons"), tr("Number"), tr("As if-then plans, or of how many"))
        rows: list[Row] = [
            (words_insights.lesson_state(one.state), one.times, one.if_then) for one in self._found
        ]
        rows += [(name, one.share.hits, one.share.cases) for name, one in self._shares()]
        return table_of(head, rows)
