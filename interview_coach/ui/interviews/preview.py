"""Owns the preview beside the list: the chosen card's details, and all that can be done with it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from interview_coach.domain.interview import (
    InterviewHead,
    OpportunityHead,
    Round,
    is_link,
)
from interview_coach.domain.kinds import Mode
from interview_coach.domain.zones import same_zone
from interview_coach.store import interviews, opportunity
from interview_coach.ui import words
from interview_coach.ui.dates import (
    both_zones,
    closes_text,
    day_text,
    length_text,
    short_day,
    when_text,
)
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.interviews.acting import Acting
from interview_coach.ui.interviews.subject import (
    Act,
    Subject,
    icon_of,
    offers,
    subject_of,
    text_of,
)
from interview_coach.ui.interviews.zone_box import city
from interview_coach.ui.links import open_link
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Divider,
    Facts,
    FlowLayout,
    IconLabel,
    Label,
    LinkButton,
    PaintedButton,
    PrimaryButton,
    QuietButton,
    Rows,
)

_EXCERPT = 420
_MODE_ICONS = {Mode.VIDEO: "video", Mode.PHONE: "phone", Mode.ON_SITE: "map-pin"}
_SMALL = (Act.ARCHIVE, Act.UNARCHIVE, Act.DELETE, Act.NOT_HELD)


def excerpt(text: str, limit: int = _EXCERPT) -> str:
    """The beginning of a text, cut at a word."""
    flat = "\n".join(line for line in text[: limit * 4].splitlines() if line.strip())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit].rsplit(" ", 1)[0]
    return tr("{beginning} …", beginning=cut.rstrip(" ,;.:"))


class RoundLink(LinkButton):
    """One round of an opportunity; a click opens it.

    Signals: those of QPushButton.
    """

    def __init__(self, found: Round, *, here: bool) -> None:
        text = tr("{kind} · {day}", kind=words.word(found.kind), day=short_day(found.start.date()))
        super().__init__(text)
        self.key = found.id
        self.setEnabled(not here)


class RoundRows(Rows):
    """The rounds of an opportunity under each other, each with where it stands.

    Signals:
        opened(str): the id of the round to open.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rounds: tuple[tuple[Round, ...], str] = ((), "")

    def show_rounds(self, rounds: tuple[Round, ...], here: str = "") -> None:
        """Show them; `here` is the one that is shown already."""
        if (rounds, here) == self._rounds:
            return
        self._rounds = (rounds, here)
        self.clear()
        for found in rounds:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 6, 0, 6)
            line.setSpacing(8)
            link = RoundLink(found, here=found.id == here)
            link.clicked.connect(self._clicked)
            line.addWidget(link, 1)
            tone = cast("Tone", words.tone(found.standing))
            line.addWidget(Chip(words.word(found.standing), tone))
            self.add(row)

    def _clicked(self) -> None:
        link = self.sender()
        if isinstance(link, RoundLink):
            self.opened.emit(link.key)


class Preview(Card):
    """The chosen card's details and actions.

    Signals: none of its own; actions go to `Acting`.
    """

    def __init__(
        self, desk: Desk, navigator: Navigator, acting: Acting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._acting = acting
        self._subject: Subject | None = None
        self._link = ""
        self.chip = Chip("")
        self.add_to_heading(self.chip)
        self.about = Label("", "body", "muted", wrap=True)
        self.when = Label("", "body", wrap=True)
        self.zones = Label("", "small", "muted", wrap=True)
        self.facts = Facts()
        self._join = QWidget()
        join = QHBoxLayout(self._join)
        join.setContentsMargins(0, 0, 0, 0)
        join.setSpacing(6)
        self.link = LinkButton("")
        self.link.clicked.connect(self._follow)
        join.addWidget(IconLabel("link", "muted", 15))
        join.addWidget(self.link, 1)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, spacing=8, line_spacing=8)
        self._small_buttons = QWidget()
        self._small_flow = FlowLayout(self._small_buttons, spacing=16, line_spacing=4)
        self.buttons: dict[Act, PaintedButton] = {}
        self.call_off: QuietButton | None = None
        self._offered: tuple[object, ...] = ()
        self._shown: object = None
        self._facts: list[tuple[str, str]] = []
        self._rounds_head = Label(tr("Rounds"), "heading")
        self.rounds = RoundRows()
        self.rounds.opened.connect(self._open_round)
        self._posting_head = Label(tr("Posting"), "heading")
        self.posting = Label("", "small", "muted", wrap=True)
        self.read_on = LinkButton(tr("The whole opportunity"), "briefcase")
        self.read_on.clicked.connect(self._open_opportunity)
        self._notes_head = Label(tr("Notes"), "heading")
        self.notes = Label("", "small", "muted", wrap=True)
        self.body.setSpacing(8)
        for widget in (self.about, self.when, self.zones, self.facts, self._join):
            self.add(widget)
        self.body.addSpacing(4)
        self.add(self._buttons)
        self.add(self._small_buttons)
        self._line = Divider()
        self.add(self._line)
        for widget in (
            self._rounds_head,
            self.rounds,
            self._posting_head,
            self.posting,
            self._notes_head,
            self.notes,
        ):
            self.add(widget)
        self.add(self.read_on)
        self.body.addStretch(1)

    @property
    def subject(self) -> Subject | None:
        """What is shown."""
        return self._subject

    def show_subject(self, subject: Subject | None) -> None:
        """Show an interview or an opportunity as it is now."""
        self._subject = subject
        self.setVisible(subject is not None)
        if subject is None:
            return
        today = self._desk.now().astimezone(self._desk.local()).date()
        if subject.interview:
            head = self._desk.ask(interviews.interview_head, subject.interview)
            if (head, today) != self._shown:
                self._shown = (head, today)
                self._show_interview(head)
            return
        job = self._desk.ask(opportunity.opportunity_head, subject.opportunity)
        if (job, today) != self._shown:
            self._shown = (job, today)
            self._show_opportunity(job)

    def _show_interview(self, head: InterviewHead) -> None:
        local = self._desk.local()
        today = self._desk.now().astimezone(local).date()
        self.set_heading(head.company)
        self.chip.setText(words.standing_text(head.standing, None, head.answer))
        self.chip.set_tone(cast("Tone", words.tone(head.standing)))
        self.about.setText(
            tr("{title} · {kind}", title=head.title, kind=words.kind_word(head.kind))
        )
        self._put(self.when, when_text(head.start, head.minutes, today))
        zones = both_zones(head.start, head.zone, head.start_at, local)
        if not same_zone(head.zone, local_zone()):
            place = tr("{city} time", city=city(head.zone))
            zones = tr("{place} · {mine}", place=place, mine=zones) if zones else place
        self._put(self.zones, zones)
        facts = [
            ("clock", length_text(head.minutes)),
            (_MODE_ICONS[head.mode], words.word(head.mode)),
        ]
        if head.planned:
            done = tr("{done} of {planned} prepared", done=head.prepared, planned=head.planned)
            facts.append(("list-checks", done))
        if head.place:
            facts.append(("map-pin", head.place))
        facts += [("user", _named(name, part)) for name, part in _people(head)]
        if head.called_off_by is not None:
            facts.append(("calendar-x", words.word(head.called_off_by)))
        if head.decided_on is not None:
            facts.append(("flag", tr("Answer on {day}", day=short_day(head.decided_on))))
        if head.archived:
            facts.append(("archive", tr("Archived")))
        self._show_facts(facts)
        self._show_link(head.link)
        self._show_rest(head.rounds, head.id, head.posting_text, head.notes)
        self._offer(subject_of(head))

    def _show_opportunity(self, head: OpportunityHead) -> None:
        draft = head.draft
        self.set_heading(head.company)
        chip, tone = tr("No round yet"), "neutral"
        if head.decision is not None:
            chip = words.word(head.decision)
        self.chip.setText(chip)
        self.chip.set_tone(cast("Tone", tone))
        self.about.setText(head.title)
        self._put(self.when, "")
        self._put(self.zones, "")
        today = self._desk.now().astimezone(self._desk.local()).date()
        facts = []
        if draft.sent or draft.sent_on:
            day = day_text(draft.sent_on) if draft.sent_on else ""
            facts.append(("mail", " · ".join(x for x in (day, draft.sent) if x)))
        if draft.place:
            facts.append(("map-pin", draft.place))
        if draft.closes_on:
            facts.append(("hourglass", closes_text(draft.closes_on, today)))
        if draft.found_at:
            facts.append(("search", draft.found_at))
        if draft.pay:
            facts.append(("wallet", draft.pay))
        if head.archived:
            facts.append(("archive", tr("Archived")))
        self._show_facts(facts)
        self._show_link(draft.posting_url)
        self._show_rest(head.rounds, "", draft.posting_text, draft.notes)
        self._offer(subject_of(head))

    def _show_link(self, link: str) -> None:
        self._link = link if is_link(link) else ""
        self.link.setText(link.removeprefix("https://"))
        self._join.setVisible(bool(self._link))

    def _show_rest(self, rounds: tuple[Round, ...], here: str, posting: str, notes: str) -> None:
        several = len(rounds) > 1
        self._rounds_head.setVisible(several)
        self.rounds.setVisible(several)
        self.rounds.show_rounds(rounds if several else (), here)
        for head, label, text in (
            (self._posting_head, self.posting, posting),
            (self._notes_head, self.notes, notes),
        ):
            head.setVisible(bool(text))
            self._put(label, excerpt(text))
        self.read_on.setVisible(bool(here))

    def _show_facts(self, facts: list[tuple[str, str]]) -> None:
        if facts != self._facts:
            self._facts = facts
            self.facts.set_facts(facts)

    @staticmethod
    def _put(label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    # --- actions ------------------------------------------------------------------------------

    def _offer(self, subject: Subject) -> None:
        self._subject = subject
        acts = offers(subject)
        wanted = tuple((act, text_of(act, subject)) for act in acts)
        if wanted == self._offered:
            return
        self._offered = wanted
        focused = next((act for act, button in self.buttons.items() if button.hasFocus()), None)
        self._flow.clear()
        self._small_flow.clear()
        self.buttons = {}
        self.call_off = None
        for act, text in wanted:
            if act in {Act.THEY_CALL_OFF, Act.I_CALL_OFF}:
                if self.call_off is None:
                    self.call_off = self._call_off_button(subject)
                continue
            button: PaintedButton
            if act is Act.OPEN:
                button = PrimaryButton(text)
            elif act in _SMALL:
                button = LinkButton(text, icon_of(act))
            else:
                button = QuietButton(text)
            button.setProperty("act", act.value)
            button.clicked.connect(self._clicked)
            self.buttons[act] = button
            self._place(button, small=act in _SMALL)
        if focused in self.buttons:
            self.buttons[focused].setFocus()
        self.updateGeometry()

    def _call_off_button(self, subject: Subject) -> QuietButton:
        button = QuietButton(tr("Cancel this round"), "calendar-x")
        menu = QMenu(button)
        self._acting.call_off_menu(menu, subject)
        menu.aboutToShow.connect(self._fill_call_off)
        button.setMenu(menu)
        self._place(button, small=False)
        return button

    def _place(self, button: PaintedButton, *, small: bool) -> None:
        button.setParent(self._small_buttons if small else self._buttons)
        (self._small_flow if small else self._flow).addWidget(button)
        button.show()

    def _fill_call_off(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu) and self._subject is not None:
            self._acting.call_off_menu(menu, self._subject)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PaintedButton) and self._subject is not None:
            self._acting.do(Act(str(button.property("act"))), self._subject)

    def _follow(self) -> None:
        open_link(self._link, self)

    def _open_round(self, key: str) -> None:
        self._navigator.open("interview", key)

    def _open_opportunity(self) -> None:
        if self._subject is not None:
            self._navigator.open("opportunity", self._subject.opportunity)


def _people(head: InterviewHead) -> list[tuple[str, str]]:
    return [
        (who.name, words.word(who.part).lower() if who.part is not None else who.title)
        for who in head.interviewers
    ]


def _named(name: str, part: str) -> str:
    return tr("{name} ({part})", name=name, part=part) if part else name
