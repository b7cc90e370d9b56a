"""Owns the cue card: a small window above the call, with what to say, ask and remember.

It holds only what the person wrote. A tick says "said" in the review, a jotted question is a question
that was asked; both are deeds like any other, so that nothing is lost when the card is hidden.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from interview_coach.domain.changes import Changes
from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import Coverage, Topic
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, prep, review, reviews
from interview_coach.ui import words
from interview_coach.ui.day.cue_jot import CueJot
from interview_coach.ui.day.cue_lines import CueLines, card_cues, plain_label, relook
from interview_coach.ui.day.cue_look import CueLook
from interview_coach.ui.day.cue_place import SMALLEST, can_come_forward, place_within, stays_on_top
from interview_coach.ui.day.cue_time import time_left
from interview_coach.ui.desk import Desk
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.theme.palette import make_palette
from interview_coach.ui.widgets import tab_on

_SECOND_MS = 1000


class CueWindow(QWidget):
    """The cue card of one interview.

    Signals:
        toggle_wanted(): the key of the card, pressed in the card itself.
    """

    toggle_wanted = Signal()
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.INTERVIEW, Topic.OPPORTUNITY, Topic.COMPANY, Topic.PREP, Topic.LESSON, Topic.REVIEW}
    )

    def __init__(self, desk: Desk, settings: QSettings) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._desk = desk
        self._settings = settings
        self._head: InterviewHead | None = None
        self._said: dict[str, Coverage | None] = {}
        self.interview = ""
        self.setObjectName("cue_card")
        self.setWindowTitle(tr("Cue card"))
        # The program goes on without it, and ends with its own window.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(SMALLEST)
        self.look = self._kept_look()
        self.company = plain_label("")
        self.people = plain_label("", "muted")
        self.clock = plain_label("", "clock")
        self.clock.setWordWrap(False)
        self.switch = QToolButton()
        self.lines = CueLines(self.look)
        self.jot = CueJot(desk)
        self.note = plain_label("", "muted")
        self.shared = plain_label("", "muted")
        self._set_out()
        self._second = QTimer(self)
        self._second.setInterval(_SECOND_MS)
        self._second.timeout.connect(self.show_time)
        self.switch.clicked.connect(self.toggle_look)
        self.lines.ticked.connect(self._ticked)
        desk.changed.connect(self._heard)
        current().follow(self._dress)
        for keys, deed in (
            ("Esc", self.hide),
            ("Ctrl+Shift+C", self.toggle_wanted.emit),
            ("Ctrl+Shift+D", self.toggle_look),
            ("Ctrl++", lambda: self._resize(1)),
            ("Ctrl+=", lambda: self._resize(1)),
            ("Ctrl+-", lambda: self._resize(-1)),
            ("Ctrl+0", lambda: self._resize(0)),
        ):
            QShortcut(QKeySequence(keys), self, deed)
        self._dress()
        self._place()

    def _set_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.company)
        names.addWidget(self.people)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addLayout(names, 1)
        for part in (self.clock, self.switch):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 10, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.lines, 1)
        for below in (self.shared, self.note, self.jot):
            column.addWidget(below)
        self.shared.hide()
        self.note.setVisible(not stays_on_top(QGuiApplication.platformName()))
        self.note.setText(
            tr("This desktop does not let a window stay on top: another one may cover it.")
        )

    # --- what is shown ------------------------------------------------------------------------

    def show_interview(self, key: str) -> None:
        """Open the card of an interview, in front. Raises `Trouble("missing")`."""
        if key != self.interview:
            # Whatever is being jotted for another one is kept first.
            self._desk.flush()
        self._head = self._desk.ask(interviews.interview_head, key)
        if key != self.interview:
            self.interview = key
            self.jot.begin(key)
        self.refresh()
        if not self.isVisible():
            self._say_once_that_it_is_seen()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if can_come_forward(QGuiApplication.platformName()):
            self.raise_()
        self.activateWindow()
        self._second.start()
        self.jot.focus_line()

    def refresh(self) -> None:
        """Ask again and show the answer; without its interview the card goes."""
        try:
            head = self._desk.ask(interviews.interview_head, self.interview)
            form = self._desk.ask(reviews.review_form, self.interview)
            found = self._desk.ask(prep.checklist, self.interview)
        except Trouble as error:
            if error.code != "missing":
                raise
            self.hide()
            return
        self._head = head
        self._said = {item.id: item.coverage for item in form.planned}
        sealed = form.sealed_at is not None
        self.company.setText(head.company)
        names = ", ".join(person.name for person in head.interviewers)
        self.people.setText(names)
        self.people.setVisible(bool(names))
        said = {
            key: coverage in {Coverage.SAID, Coverage.LANDED}
            for key, coverage in self._said.items()
        }
        self.lines.show_cues(card_cues(found), said, enabled=not sealed)
        self.jot.show_kept(sealed=sealed)
        self.show_time()

    def show_time(self) -> None:
        """Show how much is left."""
        if self._head is None:
            return
        text, spoken = time_left(self._head, self._desk.now())
        over = self._desk.now() >= self._head.end_at
        self.clock.setText(text)
        self.clock.setAccessibleName(spoken)
        relook(self.clock, "over" if over else "clock")

    def _heard(self, changes: Changes) -> None:
        if self.isVisible() and self.topics & changes.topics:
            self.refresh()

    def _say_once_that_it_is_seen(self) -> None:
        told = self._settings.contains("cue_card/told")
        self._settings.setValue("cue_card/told", "1")
        self.shared.setVisible(not told)
        self.shared.setText(tr("If you share your screen, others see this card too."))

    # --- what the person does -----------------------------------------------------------------

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes as one reads, where Qt would go to the lines last, which are made last."""
        return tab_on(self, forwards=forwards) or super().focusNextPrevChild(forwards)

    def _ticked(self, key: str, said: bool) -> None:
        coverage = Coverage.SAID if said else None
        if said and self._said.get(key) is Coverage.LANDED:
            return
        try:
            self._desk.do(review.cover_item, self.interview, key, coverage)
        except Trouble as error:
            # Sealed or gone in the meantime: what stands there is shown again.
            self.jot.say(words.trouble(error).title, wrong=True)
            self.refresh()

    def toggle_look(self) -> None:
        """Light or dark, whatever the program's window is."""
        self.look = self.look.toggled()
        self._keep_look()

    def _resize(self, step: int) -> None:
        self.look = self.look.resized(step)
        self._keep_look()

    # --- its look and its place ---------------------------------------------------------------

    def _dress(self) -> None:
        self.setPalette(make_palette(self.look.colours))
        self.setStyleSheet(self.look.sheet())
        self.company.setFont(self.look.plain_font("heading"))
        self.people.setFont(self.look.plain_font("small"))
        self.clock.setFont(self.look.plain_font("number"))
        for small in (self.note, self.shared):
            small.setFont(self.look.plain_font("small"))
        dark = self.look.colours.dark
        self.switch.setIcon(self.look.icon("sun" if dark else "moon"))
        name = tr("Light card (Ctrl+Shift+D)") if dark else tr("Dark card (Ctrl+Shift+D)")
        self.switch.setAccessibleName(name)
        self.switch.setToolTip(name)
        self.lines.dress(self.look)
        self.jot.dress(self.look)

    def _kept_look(self) -> CueLook:
        try:
            letters = float(str(self._settings.value("cue_card/letters", 1.0)))
        except ValueError:
            letters = 1.0
        return CueLook(str(self._settings.value("cue_card/look", "")), letters)

    def _keep_look(self) -> None:
        self._settings.setValue("cue_card/look", self.look.mode)
        self._settings.setValue("cue_card/letters", self.look.letters)
        self._dress()

    def _place(self) -> None:
        kept = self._settings.value("cue_card/place")
        first = QGuiApplication.primaryScreen()
        screens = [first, *(s for s in QGuiApplication.screens() if s is not first)]
        wanted = kept if isinstance(kept, QRect) and kept.isValid() else None
        self.setGeometry(place_within(wanted, [s.availableGeometry() for s in screens]))

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden is put aside: where it stood is kept, and so is a half-typed question."""
        super().hideEvent(event)
        self._second.stop()
        self._settings.setValue("cue_card/place", self.geometry())
        if not event.spontaneous():
            self.jot.keep()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross hides it, as Esc does."""
        event.accept()
