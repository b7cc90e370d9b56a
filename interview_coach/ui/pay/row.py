"""Owns one talk of pay on the page: when, to whom, what they asked, what I said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.pay import PayTalk
from interview_coach.ui import dates, spots, words
from interview_coach.ui.inplace_rows import ShownRow
from interview_coach.ui.text import tr
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import Divider, IconButton, body, muted, show_when, small


class TalkRow(ShownRow):
    """One talk. A click on its words edits it.

    Signals:
        edit_wanted(str): the person wants to change it.
        delete_wanted(str): the person wants it gone.
    """

    edit_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, talk: PayTalk, today: date) -> None:
        super().__init__()
        self.key = talk.id
        self.talk = talk
        spots.tag(self, talk.id)
        self.facts = small()
        self.asked = muted()
        self.said = body()
        self.more = IconButton("ellipsis", tr("More"))
        self._line = Divider()
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.facts, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.asked)
        column.addWidget(self.said)
        column.addSpacing(6)
        column.addWidget(self._line)
        self.setFocusProxy(self.more)
        self.more.clicked.connect(self._open_menu)
        self.show_talk(talk, today)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The dots."""
        return (self.more,)

    def set_last(self, last: bool) -> None:
        """Leave out the line under it."""
        show_when(self._line, not last)

    def show_talk(self, talk: PayTalk, today: date) -> None:
        """Show what the store says of it now."""
        self.talk = talk
        day = dates.day_text(talk.said_on, today)
        facts = [day]
        if talk.person:
            facts.append(tr("to {person}", person=talk.person))
        if talk.kind is not None:
            facts.append(words.word(talk.kind))
        self.facts.setText(" · ".join(facts))
        show_when(self.asked, bool(talk.asked))
        self.asked.setText(tr("They asked: {text}", text=talk.asked))
        show_when(self.said, bool(talk.said))
        self.said.setText(tr("I said: {text}", text=talk.said))
        self.more.set_name(tr("More about pay, {day}", day=day))
        self.setAccessibleName(talk.said or talk.asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 edits, Delete deletes."""
        match event.key():
            case Qt.Key.Key_F2:
                self.edit_wanted.emit(self.key)
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit(self.key)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words edits them."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.rect().contains(event.position().toPoint()):
            self.edit_wanted.emit(self.key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with it."""
        del event
        self._open_menu()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, key, picture, signal in (
            (tr("Edit"), "F2", "pencil", self.edit_wanted),
            (tr("Delete"), "Del", "trash-2", self.delete_wanted),
        ):
            action = menu.addAction(icon(picture), text)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _checked=False, to=signal: to.emit(self.key))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
