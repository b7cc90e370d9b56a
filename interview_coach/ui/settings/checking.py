"""Owns the card of the thorough check: how far it is, what it found, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.examination import Examination, Fault
from interview_coach.ui import words_check
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Bar, Card, QuietButton, announce, small


class CheckCard(Card):
    """Is everything in order?

    Signals:
        wanted(): check now.
        stopped(): stop checking.
        mend_wanted(): make search and timeline anew.
    """

    wanted = Signal()
    stopped = Signal()
    mend_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Check"), parent=parent)
        self.add(
            small(
                tr("Looks over the file, what belongs to what, search and timeline, and every row.")
            )
        )
        self.check = QuietButton(tr("Check now"), "shield-check")
        self.stop = QuietButton(tr("Cancel"))
        self.bar = Bar(0, 1, tr("Check"))
        self._progress = QWidget()
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        line = QHBoxLayout()
        line.addWidget(self.check)
        line.addStretch(1)
        self._said = small()
        self.mend = QuietButton(tr("Make search and timeline anew"))
        self.add_layout(line)
        self.add(self._progress)
        self.add(self._said)
        self.add(self.mend)
        for hidden in (self._progress, self._said, self.mend):
            hidden.hide()
        self.check.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.stopped)
        self.mend.clicked.connect(self.mend_wanted)

    @property
    def said(self) -> str:
        """What the check said."""
        return self._said.text()

    def begin(self) -> None:
        """It is being checked."""
        self.check.setEnabled(False)
        self.bar.set_share(0, 1)
        self._progress.show()
        self.mend.hide()
        self.stop.setFocus()
        self.say(tr("Checking…"))

    def show_result(self, found: Examination) -> None:
        """Say what was found and what to do."""
        lines = [words_check.verdict(found)]
        lines += [words_check.finding(one) for one in found.findings]
        lines += [words_check.next_step(found)] if not found.sound else []
        self.end("\n".join(lines), wrong=not found.sound)
        derived = {Fault.INDEX, Fault.ENTRIES}
        faults = {one.fault for one in found.findings}
        self.mend.setVisible(bool(faults) and faults <= derived)

    def end(self, text: str, *, wrong: bool = False) -> None:
        """It is over."""
        waited = self.window().focusWidget() is self.stop
        self.check.setEnabled(True)
        if waited:
            self.check.setFocus()
        self._progress.hide()
        self.say(text, wrong=wrong)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say how it stands."""
        self._said.setText(text)
        self._said.set_ink("bad" if wrong else "muted")
        self._said.setVisible(bool(text))
        announce(self, text)
