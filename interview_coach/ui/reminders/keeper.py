"""Owns when reminders come: it looks at the clock now and then, tells each once, and minds the bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, QTimer

from interview_coach.domain import reminders
from interview_coach.domain.changes import Changes
from interview_coach.domain.kinds import Topic
from interview_coach.domain.reminders import Reminder, ReminderKind
from interview_coach.store.reminding import subjects
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.reminder_choice import keep_seen, kept_choice, kept_seen
from interview_coach.ui.reminders.bar import ReminderBar
from interview_coach.ui.reminders.notifying import Notifier
from interview_coach.ui.text import tr
from interview_coach.ui.words_reminders import told_text

LOOK_MS = 30_000
_STEPS = {
    ReminderKind.PREPARE: "prepare",
    ReminderKind.LEAVE: "interview",
    ReminderKind.REVIEW: "review",
    ReminderKind.ANSWER: "outcome",
}
# These go by themselves when the thing is done; until then they come back.
_UNTIL_DONE = frozenset({ReminderKind.REVIEW, ReminderKind.THANKS, ReminderKind.ANSWER})
_TOPICS = frozenset({Topic.INTERVIEW, Topic.OPPORTUNITY, Topic.PREP, Topic.REVIEW, Topic.OUTCOME})


class ReminderKeeper(QObject):
    """Keeps the reminders of one window.

    Signals: none of its own.
    """

    def __init__(
        self,
        desk: Desk,
        settings: QSettings,
        navigator: Navigator,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = settings
        self._navigator = navigator
        self._notifier = notifier
        self._seen = kept_seen(settings)
        self.bar = ReminderBar()
        self.bar.opened.connect(self._open)
        self.bar.postponed.connect(self._later)
        self.bar.dismissed.connect(self._off)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self._desk.changed.connect(self._heard)
        self.check()

    def stop(self) -> None:
        """The store is about to close."""
        self._timer.stop()

    def check(self) -> None:
        """Look what is due: show it, and tell what was not told."""
        if self._desk.closed:
            return
        now = self._desk.now()
        choice = kept_choice(self._settings)
        every = reminders.reminders(self._desk.ask(subjects), choice, local_zone())
        found = reminders.show_now(every, now, self._seen)
        if found.to_tell:
            self._notifier.tell(tr("Interview Coach"), told_text(found.to_tell))
        seen = reminders.told(self._seen, found.to_tell, now)
        self._keep(reminders.still_known(seen, every) if every else seen)
        self.bar.show_reminders(found.shown)

    def asked_for_review(self, interview: str) -> None:
        """The window asks for this review already: the reminder waits its turn."""
        now = self._desk.now()
        choice = kept_choice(self._settings)
        every = reminders.reminders(self._desk.ask(subjects), choice, local_zone())
        for one in every:
            if one.kind is ReminderKind.REVIEW and one.interview_id == interview:
                self._keep(reminders.later(self._seen, one, now))

    def _heard(self, changes: Changes) -> None:
        if changes.topics & _TOPICS:
            self.check()

    def _open(self, one: Reminder) -> None:
        if one.kind in _UNTIL_DONE:
            self._keep(reminders.later(self._seen, one, self._desk.now()))
        else:
            self._keep(reminders.off(self._seen, one))
        self.check()
        if one.kind is ReminderKind.THANKS:
            self._navigator.open("thanks", one.interview_id)
        else:
            self._navigator.open("interview", one.interview_id, _STEPS[one.kind])

    def _later(self, one: Reminder) -> None:
        self._keep(reminders.later(self._seen, one, self._desk.now()))
        self.check()

    def _off(self, one: Reminder) -> None:
        self._keep(reminders.off(self._seen, one))
        self.check()

    def _keep(self, seen: dict[str, reminders.Seen]) -> None:
        if seen != self._seen:
            self._seen = seen
            keep_seen(self._settings, seen)
