"""Owns the card of the next interview: how long until, how far prepared, what is worth doing."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Mode
from interview_coach.domain.today import USEFUL_COUNT, NextUp, Useful
from interview_coach.ui import words
from interview_coach.ui.setbacks import SetbacksLine
from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.today import said
from interview_coach.ui.widgets import (
    Card,
    CheckRow,
    Chip,
    Divider,
    FlatButton,
    FlowLayout,
    IconLabel,
    Label,
    LinkButton,
    PrimaryButton,
    QuietButton,
    Ring,
    live,
    paint_box,
    show_when,
)

if TYPE_CHECKING:
    from interview_coach.ui.widgets import EmptyState

_ICONS = {Mode.VIDEO: "video", Mode.PHONE: "phone", Mode.ON_SITE: "map-pin"}


class JoinLine(QFrame):
    """Where it is and with whom, and the way in.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        self._icon = IconLabel("video", "ink", 16)
        self._text = Label("", "small", wrap=True, selectable=True)
        self.join_button = FlatButton(tr("Join"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self.join_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.join_button.clicked.connect(self._join)
        live(self.update)

    def show_line(self, ready: NextUp) -> None:
        """Show it, or nothing where nothing is known."""
        text = said.join_line(ready)
        self._link = ready.link if said.sound_link(ready.link) else ""
        self._icon.set_icon(_ICONS[ready.mode])
        self._text.setText(text)
        show_when(self.join_button, bool(self._link))
        self.join_button.setAccessibleName(tr("Join {company}", company=ready.company))
        show_when(self, bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line around it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), RADIUS.control, line=current().colours.line)

    def _join(self) -> None:
        from interview_coach.ui.links import open_link

        open_link(self._link, self)


class NextUpCard(Card):
    """The next interview, or that there is none.

    Signals:
        ticked(Useful, bool): the person ticked one of the three, or took the tick back.
        prepare_wanted(): go on preparing; while it is under way, its own page.
        card_wanted(): the cue card.
        short_wanted(): the ten that matter.
        new_wanted(): plan one.
    """

    ticked = Signal(object, bool)
    prepare_wanted = Signal()
    card_wanted = Signal()
    short_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.shown: NextUp | None = None
        self._useful: tuple[Useful, ...] = ()
        self.setAccessibleName(tr("Next interview"))
        self._none: EmptyState | None = None
        self._content = QWidget(self)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.countdown = Chip("", "accent", "clock")
        self._when = Label("", "small", "muted", wrap=True)
        self._when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.countdown)
        top.addWidget(self._when, 1)
        column.addLayout(top)
        column.addSpacing(14)
        column.addLayout(self._head())
        column.addSpacing(14)
        self._heading = Label(tr("Worth doing next"), "heading")
        column.addWidget(self._heading)
        column.addSpacing(4)
        self.rows: list[CheckRow] = []
        self.answers: list[LinkButton] = []
        self._lines: list[Divider] = []
        for place in range(USEFUL_COUNT):
            line = Divider()
            check = CheckRow("", fades=True)
            check.setProperty("place", place)
            check.ticked.connect(self._ticked)
            answer = LinkButton(tr("Open Prepare"))
            answer.setProperty("place", place)
            answer.clicked.connect(self._answer)
            check.add_trailing(answer)
            column.addWidget(line)
            column.addWidget(check)
            self.rows.append(check)
            self.answers.append(answer)
            self._lines.append(line)
        column.addSpacing(12)
        self.setbacks = SetbacksLine()
        column.addWidget(self.setbacks)
        column.addSpacing(8)
        self.join_line = JoinLine()
        column.addWidget(self.join_line)
        column.addSpacing(14)
        column.addWidget(self._foot())
        # What the card is higher than its content stays blank at its end.
        column.addStretch(1)
        self.add(self._content)

    def _show_none(self, shown: bool) -> None:
        """Say that nothing is planned; most starts have something to show instead."""
        if self._none is None and shown:
            from interview_coach.ui.widgets import EmptyState

            self._none = EmptyState(
                "calendar-plus",
                tr("No interview planned"),
                tr("When one is agreed, put it in. Its checklist is there at once."),
                tr("New interview"),
                primary=False,
                parent=self,
            )
            self._none.acted.connect(self.new_wanted)
            self.add(self._none, 1)
        if self._none is not None:
            show_when(self._none, shown)

    def _head(self) -> QHBoxLayout:
        self._ring = Ring(0, tr("Prepared"))
        self._company = Label("", "name", wrap=True)
        self._role = Label("", "body", "muted", wrap=True)
        self._progress = Label("", "small", "muted", wrap=True)
        names = QVBoxLayout()
        names.setSpacing(6)
        names.addStretch(1)
        for label in (self._company, self._role, self._progress):
            names.addWidget(label)
        names.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(names, 1)
        return row

    def _foot(self) -> QWidget:
        self.prepare_button = PrimaryButton("")
        self.card_button = QuietButton(tr("Cue card"), "rectangle-ellipsis")
        self.short_button = QuietButton(tr("Short on time: the ten that matter"), "timer")
        holder = QWidget()
        flow = FlowLayout(holder, spacing=12, line_spacing=8)
        flow.addWidget(self.prepare_button)
        flow.addWidget(self.card_button)
        flow.addWidget(self.short_button)
        self.prepare_button.clicked.connect(self.prepare_wanted)
        self.card_button.clicked.connect(self.card_wanted)
        self.short_button.clicked.connect(self.short_wanted)
        return holder

    @property
    def useful(self) -> tuple[Useful, ...]:
        """What the rows show."""
        return self._useful

    def show_next(
        self, ready: NextUp | None, now: datetime, local: tzinfo, *, useful: bool = True
    ) -> None:
        """Show the next interview; None when none is planned. Without `useful` the rows stay."""
        self.shown = ready
        self._show_none(ready is None)
        show_when(self._content, ready is not None)
        if ready is None:
            return
        self.show_time(now, local)
        self._ring.set_percent(said.percent(ready), empty=not ready.prepared)
        self._company.setText(ready.company)
        self._role.setText(f"{ready.title} · {words.kind_title(ready.kind)}")
        self._progress.setText(said.progress(ready))
        self.join_line.show_line(ready)
        self.setbacks.show_wanted(ready.setbacks)
        show_when(self.short_button, ready.prepared < ready.planned)
        if useful:
            self.show_useful(ready.useful)

    def show_time(self, now: datetime, local: tzinfo) -> None:
        """Show how long it is until then."""
        ready = self.shown
        if ready is None:
            return
        under_way = now >= ready.start_at
        self.countdown.setText(said.countdown(ready, now))
        self.countdown.set_tone("attention" if under_way else "accent")
        self._when.setText(said.when(ready, now, local))
        text = tr("Continue preparing") if ready.prepared else tr("Start preparing")
        self.prepare_button.setText(tr("Open the interview") if under_way else text)
        self.prepare_button.updateGeometry()

    def show_useful(self, found: tuple[Useful, ...]) -> None:
        """Show what is worth doing; the same rows are used again, so that the focus stays."""
        self._useful = found
        show_when(self._heading, bool(found))
        for place, (row, line) in enumerate(zip(self.rows, self._lines, strict=True)):
            shown = place < len(found)
            show_when(row, shown)
            show_when(line, shown and place > 0)
            if shown:
                row.set_text(said.useful(found[place]))
                row.set_detail(words.word(found[place].why))
                row.set_checked(False)
                # What is answered and not ticked has a way there instead of a box.
                answered = found[place].candidate.what in {"requirement", "question"}
                show_when(row.tick, not answered)
                row.setFocusProxy(self.answers[place] if answered else row.tick)
                show_when(self.answers[place], answered)
                self.answers[place].setAccessibleName(
                    tr("Open Prepare: {what}", what=said.useful(found[place]))
                )

    def _answer(self) -> None:
        button = self.sender()
        if isinstance(button, LinkButton):
            self.ticked.emit(self._useful[int(button.property("place"))], bool(button.isChecked()))

    def _ticked(self, checked: bool) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self.ticked.emit(self._useful[int(row.property("place"))], checked)
