"""Owns what is still to do once the interview is over: the thank-you, written elsewhere and ticked here."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.trouble import Trouble
from interview_coach.store import thanks
from interview_coach.ui import dates, spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, CheckRow, QuietButton
from interview_coach.ui.words_thanks import listed


def sent_text(desk: Desk, sent: datetime) -> str:
    """When it was ticked as sent."""
    zone = desk.local()
    moment = sent.astimezone(zone)
    today = desk.now().astimezone(zone).date()
    return tr(
        "Sent {day}, {time}", day=dates.day_text(moment.date(), today), time=dates.time_text(moment)
    )


class FollowUp(Card):
    """The thank-you: ticked when sent, and a button that opens it.

    Signals:
        wanted(): the person wants to write it.
    """

    wanted = Signal()

    def __init__(self, desk: Desk, interview: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Follow up"), parent=parent)
        self._desk = desk
        self._interview = interview
        self.open = QuietButton(tr("Open"), "mail")
        self.open.setAccessibleName(tr("Open the thank-you note"))
        self.row = CheckRow(tr("Thank-you note"), trailing=self.open)
        # The tick itself is the stop of Tab: one that is handed on would be put where it is not read.
        self.row.setFocusProxy(None)  # type: ignore[arg-type]
        self.add(self.row)
        spots.tag(self.row, "interview.thanks", "interview.thanked_at")
        self.row.ticked.connect(self._ticked)
        self.open.clicked.connect(self.wanted)

    def refresh(self) -> None:
        """Ask again and show the answer."""
        try:
            found = self._desk.ask(thanks.thank_you, self._interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            return
        names = listed(found.names)
        self.row.set_text(
            tr("Thank-you note to {names}", names=names) if names else tr("Thank-you note")
        )
        if found.thanked_at is not None:
            detail = sent_text(self._desk, found.thanked_at)
        elif found.text:
            detail = tr("Written, not sent yet")
        else:
            detail = tr("Drafted from your own notes; you send it yourself")
        self.row.set_detail(detail)
        if self.row.checked != (found.thanked_at is not None):
            self.row.set_checked(found.thanked_at is not None)

    def _ticked(self, sent: bool) -> None:
        self._desk.do(thanks.tick_thanks, self._interview, sent=sent)
