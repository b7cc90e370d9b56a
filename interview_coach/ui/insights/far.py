"""Owns the card that shows how far opportunities went, stage by stage."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from interview_coach.domain.courses import Reached, Stage
from interview_coach.ui import words_insights
from interview_coach.ui.insights.card import InsightCard, Table, table_of
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, Label, LinkButton, small


class _StageBar(Bar):
    """The bar of one stage; a click on it is one on its count.

    Signals: those of Bar.
    """

    def __init__(self, count: LinkButton) -> None:
        super().__init__(thickness=20)
        self._count = count
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what is behind it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._count.click()


class FarCard(InsightCard):
    """How many opportunities came how far, and where they ended.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("How far they went"), parent)
        self._found: tuple[Reached, ...] = ()
        self.bars: list[Bar] = []
        self.counts: list[LinkButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        for place, stage in enumerate(Stage):
            self._add_stage(place, stage)
        self.add_layout(self._grid)
        self.sentence = small()
        self.endings = small()
        self.add(self.sentence)
        self.add(self.endings)

    def _add_stage(self, place: int, stage: Stage) -> None:
        count = LinkButton("0")
        bar = _StageBar(count)
        bar.setAccessibleName(words_insights.stage(stage))
        count.clicked.connect(lambda: self._open(place))
        self._grid.addWidget(Label(words_insights.stage(stage), "small"), place, 0)
        self._grid.addWidget(bar, place, 1)
        self._grid.addWidget(count, place, 2, Qt.AlignmentFlag.AlignRight)
        self.bars.append(bar)
        self.counts.append(count)

    def show_reached(self, found: tuple[Reached, ...], my_noes: int) -> None:
        """Show these; `my_noes` were mine."""
        self._found = found
        most = found[0].opportunities if found else 0
        for one, bar, count in zip(found, self.bars, self.counts, strict=True):
            bar.set_share(one.opportunities, most)
            count.setText(str(one.opportunities))
            name = words_insights.stage(one.stage)
            count.setAccessibleName(
                tr("{stage}, {n}: show the interviews", stage=name, n=one.opportunities)
            )
            count.setEnabled(bool(one.interview_ids))
        self.sentence.setText(words_insights.most_end(found))
        self.sentence.setVisible(bool(self.sentence.text()))
        lines = [
            tr(
                "{stage}: {ends}",
                stage=words_insights.stage(one.stage),
                ends=words_insights.ends(one),
            )
            for one in found
            if one.ends
        ]
        text = tr("Ended – {endings}.", endings="; ".join(lines)) if lines else ""
        if my_noes:
            mine = tr("Your own no, offers you declined included: {n}.", n=my_noes)
            text = f"{text} {mine}".strip()
        self.endings.setText(text)
        self.endings.setVisible(bool(text))

    def table(self) -> Table:
        """One row per stage."""
        head = (tr("Stage"), tr("Reached"), tr("Ended there"), tr("Of those decided"))
        return table_of(
            head,
            (
                [
                    words_insights.stage(one.stage),
                    one.opportunities,
                    one.ended.hits,
                    one.ended.cases,
                ]
                for one in self._found
            ),
        )

    def _open(self, place: int) -> None:
        if place < len(self._found):
            one = self._found[place]
            self.behind_wanted.emit(words_insights.stage(one.stage), one.interview_ids)
