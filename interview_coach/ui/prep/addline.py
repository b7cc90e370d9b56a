"""Owns the line that new items are typed into, under the section that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.domain.prep import PrepDraft
from interview_coach.domain.text import without_bullet
from interview_coach.domain.trouble import Invalid
from interview_coach.store import prep
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.prep.groups import Group
from interview_coach.ui.prep.row import GUTTER
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import LineText, small
from interview_coach.ui.widgets.mouse import MouseFree

_MOST_LINES = 200
Ending = tuple[Callable[..., Any], tuple[Any, ...]]


class AddLine(QWidget):
    """A field for the next item. Enter adds it and waits for one more, Esc adds it and leaves.

    Signals:
        ended(object): the person ended it by a key; the group.
        left(object): the focus went elsewhere, and nothing is left in it.
    """

    ended = Signal(object)
    left = Signal(object)

    def __init__(
        self, desk: Desk, interview: str, group: Group, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interview = interview
        self.group = group
        name = tr("New: {section}", section=words.section_title(group.section, group.about))
        self.line = LineText(
            name=name, placeholder=words.belongs(group.section, group.about), splits=True
        )
        self._note = small(tr("Enter adds it and goes on. Esc adds it and leaves."))
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 8, GUTTER, 8)
        column.setSpacing(5)
        column.addWidget(self.line)
        column.addWidget(self._note)
        self.setFocusProxy(self.line)
        field = f"prep:{interview}:add:{group.key}"
        self._free = MouseFree(self)
        self._free.came.connect(self._close)
        self.typing = Typing(desk, self, field, self.line.text, self.line.set_text, self._commit)
        self.typing.refused.connect(self._refuse)
        Recovery(self.typing, self.line, keep=self._submit)
        self.line.edited.connect(self._edited)
        self.line.submitted.connect(self._submit)
        self.line.left.connect(self._left)
        self.line.lines_pasted.connect(self._several)
        self.line.paste_refused.connect(self._cannot_paste)
        self.typing.show("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; what stands here is kept, as on leaving in any other way."""
        if event.key() == Qt.Key.Key_Escape:
            if self.typing.finish():
                self.line.set_text("")
                self.ended.emit(self.group)
            return
        super().keyPressEvent(event)

    def settle(self) -> None:
        """Be empty again once what stood here has become an item."""
        if not self.typing.dirty:
            self.line.set_text("")

    def _close(self) -> None:
        if not self.line.hasFocus():
            self.left.emit(self.group)

    def _commit(self, text: str) -> Ending | None:
        if not text.strip():
            return None
        draft = PrepDraft(self.group.section, text, about=self.group.about)
        return prep.add_item, (self._interview, draft)

    def _edited(self) -> None:
        self._say(tr("Enter adds it and goes on. Esc adds it and leaves."))
        self.typing.edited()

    def _submit(self) -> None:
        if not self.line.text().strip():
            self.ended.emit(self.group)
        elif self.typing.finish():
            self.line.set_text("")

    def _several(self, lines: list[str]) -> None:
        """Make an item of each line that was pasted, in one step; what stands here stays."""
        if len(lines) > _MOST_LINES:
            self._cannot_paste(
                tr("More than {most} lines at once. Paste them in parts.", most=_MOST_LINES)
            )
            return
        section, about = self.group.section, self.group.about
        drafts = [PrepDraft(section, without_bullet(line), about=about) for line in lines]
        try:
            self._desk.store.together(
                *(partial(prep.add_item, interview=self._interview, draft=one) for one in drafts)
            )
        except Invalid as error:
            self._refuse(error)
            return
        self._say(
            tr_n(
                "{n} item added, one for each line. Ctrl+Z takes it back.",
                "{n} items added, one for each line. Ctrl+Z takes them back.",
                len(drafts),
            )
        )

    def _cannot_paste(self, why: str) -> None:
        self._say(why, wrong=True)

    def _left(self) -> None:
        # A window that loses the focus leaves the half-typed line alone; scratch has it.
        if not self.isActiveWindow():
            self.typing.scribble()
        elif self.typing.finish():
            self.line.set_text("")
            self._free.wait()

    def _refuse(self, error: Invalid) -> None:
        self._say(" ".join(words.complaint(c) for c in error.complaints), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self._note.setText(text)
        self._note.set_ink("bad" if wrong else "muted")
        self.line.setAccessibleDescription(text)
