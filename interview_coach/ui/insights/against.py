"""Owns the card of what was prepared against what was asked."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from interview_coach.domain.expected import AgainstOf
from interview_coach.domain.proportions import Share
from interview_coach.ui import words, words_insights
from interview_coach.ui.insights.card import ListCard, MarkRow, Row, Table, table_of
from interview_coach.ui.text import tr


class AgainstCard(ListCard):
    """Of what was expected, how much came; of what was asked, how much had been prepared.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Prepared against asked"), parent)
        self._found: tuple[AgainstOf, ...] = ()

    def show_against(self, found: tuple[AgainstOf, ...]) -> None:
        """Show these: both shares over all kinds, then what was asked by kind."""
        self._found = found
        self.rows.clear()
        for one in found:
            if one.kind is None:
                self._add(tr("Came, of what you expected"), one.precision, one)
                self._add(tr("You had prepared, of what they asked"), one.recall, one)
            else:
                came = tr("{n} of {cases} came", n=one.precision.hits, cases=one.precision.cases)
                self._add(words.kind_title(one.kind), one.recall, one, came)
        self.say(
            tr("Where you expected something. By kind: prepared, of what they asked.")
            if found
            else tr("List what you expect when you prepare, and tick after it what came.")
        )

    def table(self) -> Table:
        """One row per kind, the first over all of them."""
        head = (tr("Kind"), tr("Expected"), tr("Came"), tr("Asked"), tr("Prepared"))
        rows: list[Row] = [
            (
                words.kind_title(one.kind) if one.kind else tr("All kinds"),
                one.precision.cases,
                one.precision.hits,
                one.recall.cases,
                one.recall.hits,
            )
            for one in self._found
        ]
        return table_of(head, rows)

    def _add(self, name: str, share: Share, one: AgainstOf, came: str = "") -> None:
        count = tr("{n} of {cases}", n=share.hits, cases=share.cases)
        parts = [words_insights.luck(share), came]
        note = " · ".join(part for part in parts if part)
        row = MarkRow(name, count, tr("{what}, {count}", what=name, count=count), note=note)
        self.rows.add(self.open_by(row, name, one.interview_ids))
