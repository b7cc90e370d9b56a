"""Owns the line of filters above the ledger: whose no, and what narrows it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from interview_coach.domain.kinds import Certainty, Family, Sign
from interview_coach.domain.ledger import LedgerFilters, Side
from interview_coach.ui import words, words_outcome
from interview_coach.ui.ledger import said
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import DropChip, FilterChips, FilterOption, FlowLayout

_GAP = 16
_DAYS = {"quarter": 92, "half": 183, "year": 365}


class LedgerBar(QWidget):
    """Whose no it was, in lists apart, and four chips that narrow.

    Signals:
        changed(): the person chose something else.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = FilterChips(
            [FilterOption(side, said.side_word(side)) for side in Side], Side.THEIRS, tr("Whose no")
        )
        self.family = DropChip(
            [(None, tr("Mine or not")), *((f, words.word(f)) for f in Family)],
            "filter",
            tr("Whose it is"),
        )
        signs = [(sign, words_outcome.sign_text(sign)) for sign in Sign]
        self.sign = DropChip(
            [(None, tr("Any sign")), *((s, t[:1].upper() + t[1:]) for s, t in signs)],
            "flag",
            tr("Sign"),
        )
        self.certainty = DropChip(
            [(None, tr("However known")), *((c, words.word(c)) for c in Certainty)],
            "quote",
            tr("How it is known"),
        )
        self.time = DropChip(
            [
                (None, tr("All time")),
                ("quarter", tr("Last 3 months")),
                ("half", tr("Last 6 months")),
                ("year", tr("Last 12 months")),
            ],
            "calendar",
            tr("Time"),
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._drops = QWidget()
        flow = FlowLayout(self._drops, spacing=6, line_spacing=6)
        for drop in self.drops:
            flow.addWidget(drop)
            drop.value_changed.connect(self.changed)
        self._row.addWidget(self.side)
        self._row.addStretch(1)
        self._row.addWidget(self._drops)
        self.side.value_changed.connect(self.changed)

    @property
    def drops(self) -> tuple[DropChip, DropChip, DropChip, DropChip]:
        """The chips that narrow."""
        return self.family, self.sign, self.certainty, self.time

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What narrows goes below where there is no room for both."""
        super().resizeEvent(event)
        needed = self.side.sizeHint().width() + _GAP + self._drops.sizeHint().width()
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if self.width() >= needed else ways.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)

    def clear(self) -> None:
        """Take back all that narrows; whose no stays."""
        for drop in self.drops:
            drop.set_value(None)
        self.changed.emit()

    def filters(self, today: date) -> LedgerFilters:
        """What is meant, seen from `today`."""
        days = _DAYS.get(str(self.time.value))
        # A menu gives back plain strings where it was given members of a vocabulary.
        family, sign, known = self.family.value, self.sign.value, self.certainty.value
        return LedgerFilters(
            Side(str(self.side.value)),
            Family(str(family)) if family else None,
            Sign(str(sign)) if sign else None,
            Certainty(str(known)) if known else None,
            today - timedelta(days=days) if days else None,
        )
