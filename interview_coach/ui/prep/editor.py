"""Owns editing one item in its place: saved on leaving, restored by Esc, kept through a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import PrepDraft, PrepItem
from interview_coach.domain.trouble import Invalid
from interview_coach.store import prep
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.offering import offer_versions
from interview_coach.ui.prep.groups import GROUPS
from interview_coach.ui.prep.row import GUTTER
from interview_coach.ui.recovery import Recovery
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Field, LineText, LongText, small
from interview_coach.ui.widgets.focus_watch import on_focus_change
from interview_coach.ui.widgets.mouse import MouseFree

Ending = tuple[Callable[..., Any], tuple[Any, ...]]


def draft_of(item: PrepItem) -> PrepDraft:
    """An item as it would be typed."""
    return PrepDraft(
        item.section, item.text, item.details, item.source, item.about, item.minutes, item.weight
    )


def _packed(draft: PrepDraft) -> str:
    about = draft.about.value if draft.about else ""
    kept = [draft.section.value, about, draft.text, draft.details, draft.source]
    return json.dumps(kept, ensure_ascii=False)


def _as_read(packed: str) -> str:
    return "\n".join(text for text in json.loads(packed)[2:] if text)


class ItemEditor(QFrame):
    """The fields of one item, where its row was.

    Signals:
        ended(str): the person ended editing by a key, so the focus belongs back on the row; its id.
        left(str): the focus went elsewhere, and what was typed is kept.
    """

    ended = Signal(str)
    left = Signal(str)

    def __init__(
        self, desk: Desk, interview: str, item: PrepItem, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item = item
        self._before = draft_of(item)
        self._closing = False
        self._free = MouseFree(self)
        self._free.came.connect(self._close)
        self._text = LineText(name=tr("Text"))
        self._details = LongText(name=tr("Details"), min_lines=2, max_lines=8)
        offer_versions(desk, self._details, "prep_item.details", lambda: self._item.id)
        self._source = LineText(name=tr("Source"))
        self._section = QComboBox()
        for group in GROUPS:
            self._section.addItem(words.section_title(group.section, group.about), group)
        self._text_field = Field(tr("Text"), self._text)
        self._source_field = Field(tr("Source"), self._source)
        self._details_field = Field(tr("Details"), self._details)
        self._lay_out()
        self.typing = Typing(
            desk,
            self,
            f"prep:{interview}:item:{item.id}",
            self._read,
            self._write,
            self._commit,
            plain=_as_read,
        )
        Recovery(self.typing, self._hint, keep=self._submit)
        self.typing.refused.connect(self._refuse)
        for field in (self._text, self._details, self._source):
            field.edited.connect(self._edited)
        for line in (self._text, self._source):
            line.submitted.connect(self._submit)
        self._details.submitted.connect(self._submit)
        self._text.paste_refused.connect(self._text_field.show_error)
        self._source.paste_refused.connect(self._source_field.show_error)
        self._details.paste_refused.connect(self._details_field.show_error)
        self._section.activated.connect(self._edited)
        self.typing.show(_packed(self._before))
        on_focus_change(self._focus_moved)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self._text, self._details, self._source, self._section)

    @property
    def item_id(self) -> str:
        """The item that is edited."""
        return self._item.id

    def set_item(self, item: PrepItem) -> None:
        """Show what the store says now, unless something has been typed."""
        self._item = item
        self.typing.show(_packed(draft_of(item)))

    def begin(self) -> None:
        """Put the cursor where editing begins."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text.setCursorPosition(len(self._text.text()))

    def restore(self) -> None:
        """Esc: what was there before editing began is there again."""
        self._closing = True
        self.typing.drop()
        if draft_of(self._item) != self._before:
            self._desk.do(prep.edit_item, self._item.id, self._before)
        self.ended.emit(self._item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc restores."""
        if event.key() == Qt.Key.Key_Escape:
            self.restore()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 8, GUTTER, 12)
        column.setSpacing(8)
        column.addWidget(self._text_field)
        column.addWidget(self._details_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._source_field, 1)
        row.addWidget(Field(tr("Section"), self._section), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        keys = tr("Enter saves, Esc brings back what was there.")
        self._hint = small(keys)
        column.addWidget(self._hint)

    def _edited(self) -> None:
        self._text_field.clear_error()
        self._source_field.clear_error()
        self._details_field.clear_error()
        self.typing.edited()

    def _submit(self) -> None:
        if self.typing.finish():
            self._closing = True
            self.ended.emit(self._item.id)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._closing or before is None or not self._holds(before) or self._holds(now):
            return
        kept = self.typing.finish()
        # Without a focus the window has lost it: what was typed is kept, and one can go on here.
        if kept and now is not None:
            self._closing = True
            self._free.wait()

    def _close(self) -> None:
        self.left.emit(self._item.id)

    def _holds(self, widget: QWidget | None) -> bool:
        # The section's list is a window of its own, so isAncestorOf does not do.
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def _read(self) -> str:
        return _packed(self._draft())

    def _draft(self) -> PrepDraft:
        group = self._section.currentData()
        return PrepDraft(
            group.section,
            self._text.text(),
            self._details.text,
            self._source.text(),
            group.about,
            self._item.minutes,
            self._item.weight,
        )

    def _write(self, packed: str) -> None:
        section, about, text, details, source = json.loads(packed)
        wanted = (Section(section), About(about) if about else None)
        places = [(group.section, group.about) for group in GROUPS]
        self._section.setCurrentIndex(places.index(wanted))
        self._text.set_text(text)
        self._details.set_text(details)
        self._source.set_text(source)

    def _commit(self, packed: str) -> Ending | None:
        del packed
        draft = self._draft().cleaned()
        if draft == draft_of(self._item):
            return None
        return prep.edit_item, (self._item.id, draft)

    def _refuse(self, error: Invalid) -> None:
        fields = {
            "text": self._text_field,
            "details": self._details_field,
            "source": self._source_field,
        }
        for complaint in error.complaints:
            fields[complaint.field].show_error(words.complaint(complaint))
