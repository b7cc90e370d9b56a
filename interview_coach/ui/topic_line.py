"""Owns the field in which a lesson is given its topic: completed from earlier topics and the library's tags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from interview_coach.store import lesson_list, lessons
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import LineText


class TopicLine(LineText):
    """A word or two on what a lesson is about; saved on leaving, kept through a crash.

    A `ruled` one has a line under it, as the fields of a sealed review have.

    Signals: those of LineText.
    """

    def __init__(
        self, desk: Desk, key: str, *, ruled: bool = False, parent: QWidget | None = None
    ) -> None:
        # Before the base's own set-up, which chooses the size of the letters already.
        self._ruled = ruled
        super().__init__("", tr("Topic"), placeholder=tr("a word, such as testing"), parent=parent)
        if ruled:
            self.setProperty("look", "ruled")
        self._desk = desk
        self._key = key
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.typing = Typing(
            desk, self, f"lesson:{key}:topic", self.text, self.set_text, self._commit
        )
        Recovery(self.typing, self)
        self.edited.connect(self.typing.edited)
        # What is chosen from the list was not typed.
        completer.activated.connect(self.typing.edited)
        self.left.connect(self.typing.finish)
        self.submitted.connect(self.typing.finish)

    def show_topic(self, stored: str) -> None:
        """Show what the store says, never over fresh typing."""
        self.typing.show(stored)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Complete from what there is by now."""
        if not self._desk.closed:
            self._known.setStringList(list(self._desk.ask(lesson_list.topics)))
        super().focusInEvent(event)

    def _retheme(self) -> None:
        self.setFont(current().font("small" if self._ruled else "body"))

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return lessons.set_lesson_topic, (self._key, text)
