"""Owns the head of an interview's page: where it belongs, what, when, with whom, how it stands."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import Cancelled, Mode
from interview_coach.domain.standing import Standing
from interview_coach.ui import dates, words
from interview_coach.ui.links import address_of, open_link
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import Chip, Crumbs, Facts, IconButton, PageHeader, QuietButton

_MODES = {Mode.VIDEO: "video", Mode.PHONE: "phone", Mode.ON_SITE: "map-pin"}
_TONES: dict[str, Tone] = {"accent": "accent", "attention": "attention", "good": "good"}
_JOINABLE = frozenset({Standing.UPCOMING, Standing.UNDER_WAY})
_ENDED_MINUTES = 24 * 60


def chip_of(head: InterviewHead, now: datetime, local: tzinfo) -> tuple[str, Tone, str]:
    """The chip's words, tone and icon: countdown, "ended 25 min ago", or the outcome with its day."""
    tone = _TONES.get(words.tone(head.standing), "neutral")
    match head.standing:
        case Standing.UPCOMING:
            return dates.until_text(head.start_at, now), tone, "clock"
        case Standing.UNDER_WAY:
            left = dates.length_text(max(1, int((head.end_at - now).total_seconds() // 60)))
            return tr("now · {left} left", left=left), tone, "clock"
        case Standing.TO_REVIEW:
            return _ended(head, now, local), tone, "clock"
        case Standing.CALLED_OFF:
            by = head.called_off_by or Cancelled.THEM
            return words.word(by), tone, "calendar-x"
        case Standing.NOT_HELD:
            return words.word(head.standing), tone, "calendar-x"
        case Standing.WAITING:
            return words.standing_text(head.standing), tone, "hourglass"
        case _:
            return _decided(head), tone, "circle-check" if tone == "good" else "circle-minus"


def _decided(head: InterviewHead) -> str:
    text = words.standing_text(head.standing, answer=head.answer)
    if head.decided_on is not None:
        text = tr("{what} · {day}", what=text, day=dates.short_day(head.decided_on))
    return text


def _ended(head: InterviewHead, now: datetime, local: tzinfo) -> str:
    if (now - head.end_at).total_seconds() < _ENDED_MINUTES * 60:
        return tr("ended {when}", when=dates.since_text(head.end_at, now))
    days = dates.day_ago(head.end_at.astimezone(local).date(), now.astimezone(local).date())
    return tr("ended {when}", when=days)


def facts_of(head: InterviewHead, now: datetime, local: tzinfo) -> list[tuple[str, str]]:
    """When, how and with whom, each with its icon."""
    when = dates.when_text(head.start, head.minutes, now.astimezone(local).date())
    here = dates.both_zones(head.start, head.zone, head.start_at, local)
    if here:
        when = tr("{when} {zone} ({here})", when=when, zone=head.zone, here=here)
    facts = [("calendar", when), (_MODES[head.mode], words.word(head.mode))]
    if head.interviewers:
        facts.append(("users", ", ".join(person.name for person in head.interviewers)))
    return facts


class HeadBar(QWidget):
    """The head of the page.

    Signals:
        crumb_chosen(int): 0 is all interviews, 1 the company's opportunity.
    """

    crumb_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.header = PageHeader()
        self.crumbs = Crumbs()
        self.crumbs.chosen.connect(self.crumb_chosen)
        self.facts = Facts()
        self.header.add_above(self.crumbs)
        self.header.add_below(self.facts)
        self.chip = Chip("")
        self.join = QuietButton(tr("Join"), "external-link")
        self.join.clicked.connect(self._join)
        self.join.hide()
        self._link = ""
        self.more = IconButton("ellipsis", tr("More about this interview (Ctrl+.)"), framed=True)
        row.addWidget(self.header, 1)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        pair.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        pair.addWidget(self.join, 0, Qt.AlignmentFlag.AlignVCenter)
        pair.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        side.addLayout(pair)
        side.addStretch(1)
        row.addLayout(side)
        self._shown: tuple[object, ...] = ()

    def show_head(self, head: InterviewHead, now: datetime, local: tzinfo) -> None:
        """Show an interview; only what reads differently is made anew."""
        crumbs = [tr("Interviews"), head.company]
        facts = facts_of(head, now, local)
        shown = (crumbs, head.title, head.company, facts)
        if shown != self._shown:
            self._shown = shown
            self.crumbs.set_texts(crumbs)
            self.header.set_title(head.title, tr("at {company}", company=head.company))
            self.facts.set_facts(facts)
        self._link = head.link if head.standing in _JOINABLE and now < head.end_at else ""
        self.join.setVisible(address_of(self._link) is not None)
        text, tone, picture = chip_of(head, now, local)
        self.chip.setText(text)
        self.chip.set_tone(tone)
        self.chip.set_icon(picture)
        self.chip.updateGeometry()

    def _join(self) -> None:
        open_link(self._link, self)

    def open_menu(self, menu: QMenu) -> None:
        """Show a menu under the dots."""
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
