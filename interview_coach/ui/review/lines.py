"""Owns the list that grows as fast as one types: questions they asked, and signals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from interview_coach.domain.trouble import Invalid
from interview_coach.store import review
from interview_coach.ui import spots
from interview_coach.ui.review.keeping import Keeping, first_complaint
from interview_coach.ui.review.paragraph import ErrorLine, Paragraph, ParagraphLook
from interview_coach.ui.text import Marked, mark, tr_marked


class Item(Protocol):
    """What a line shows."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def text(self) -> str:
        """Its text."""


@dataclass(frozen=True, slots=True)
class LineKind:
    """What the lines are of: the name of their scratch, their deeds, and what they are called."""

    name: str
    add: Callable[..., Any]
    edit: Callable[..., Any]
    delete: Callable[..., Any]
    called: Marked
    next_called: Marked
    placeholder: Marked


ASKED = LineKind(
    "asked",
    review.add_asked,
    review.edit_asked,
    review.delete_asked,
    mark("Question {n}"),
    mark("Next question"),
    mark("A question they asked"),
)
SIGNALS = LineKind(
    "signal",
    review.add_signal,
    review.edit_signal,
    review.delete_signal,
    mark("Signal {n}"),
    mark("Next signal"),
    mark("Something they did or said"),
)


class Line(QWidget):
    """One line; `key` is empty for the one at the end, where the next is typed.

    Signals: none of its own.
    """

    def __init__(
        self, kind: LineKind, keeping: Keeping, key: str = "", *, look: ParagraphLook = "framed"
    ) -> None:
        super().__init__()
        self.key = key
        self.kind = kind
        self.keeping = keeping
        placeholder = tr_marked(kind.placeholder)
        self.text = Paragraph("", placeholder=placeholder, look=look, splits=True)
        self.error = ErrorLine(self.text)
        name = f"{kind.name}:{key or 'new'}"
        self.typing = keeping.keep(self.text, name, self._commit, self.error)
        if key:
            spots.tag(self, key)
        self.lay_out()

    def lay_out(self) -> None:
        """Set its parts out; a kind of line with more parts does it otherwise."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.error)

    def show_item(self, item: Item, place: int) -> None:
        """Show what is stored of it, and call it by its place."""
        self.text.setAccessibleName(tr_marked(self.kind.called, n=place))
        self.typing.show(item.text)

    def finish(self) -> bool:
        """Keep it now; whether it was kept. The line at the end is empty again."""
        kept = self.typing.finish()
        if kept and not self.key:
            self.typing.show("")
        return kept

    def let_go(self) -> None:
        """It goes away, and what it was about is gone."""
        self.keeping.let_go(self.typing)

    def _commit(self, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]] | None:
        if not self.key:
            return (self.kind.add, (self.keeping.interview, text)) if text.strip() else None
        if not text.strip():
            return self.kind.delete, (self.key,)
        return self.kind.edit, (self.key, text)


class Lines(QWidget):
    """Lines under each other: Enter goes on, Backspace in an empty one goes back.

    A line that has lost all its text is deleted; several pasted lines become several.

    Signals:
        moved(): the focus went to another line, or a line came or went.
        left_upwards(): Up in the first line.
    """

    moved = Signal()
    left_upwards = Signal()

    def __init__(
        self,
        kind: LineKind,
        keeping: Keeping,
        make: Callable[[str], Line],
        *,
        spacing: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._keeping = keeping
        self._make = make
        self._rows: dict[str, Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)
        self.new = self._made("")
        self.new.text.setAccessibleName(tr_marked(kind.next_called))
        self._column.addWidget(self.new)

    @property
    def rows(self) -> list[Line]:
        """The lines, in order, without the one at the end."""
        return list(self._rows.values())

    def show_items(self, items: Sequence[Item]) -> None:
        """Show what is stored, each in the line it has already."""
        wanted = [item.id for item in items]
        changed = wanted != list(self._rows)
        for key in [key for key in self._rows if key not in set(wanted)]:
            self._remove(key)
        if changed:
            self._rows = {key: self._rows.get(key) or self._made(key) for key in wanted}
            # Else Qt would lay the whole page out anew for each line that comes.
            self._column.setEnabled(False)
            for place, row in enumerate(self._rows.values()):
                if self._column.indexOf(row) != place:
                    self._column.insertWidget(place, row)
                    row.show()
        for place, item in enumerate(items, 1):
            self._rows[item.id].show_item(item, place)
        if changed:
            self._column.setEnabled(True)
            self._column.invalidate()
        self.new.typing.show("")
        if changed:
            self.moved.emit()

    def focus_new(self) -> None:
        """Go to the line where the next is typed."""
        self.new.text.setFocus()
        self.moved.emit()

    def _made(self, key: str) -> Line:
        row = self._make(key)
        row.text.submitted.connect(partial(self._next, row))
        row.text.emptied.connect(partial(self._back, row))
        row.text.went.connect(partial(self._go, row))
        row.text.lines_pasted.connect(partial(self._several, row))
        return row

    def _remove(self, key: str) -> None:
        row = self._rows[key]
        # First, or leaving it would do a deed on what is gone.
        row.let_go()
        focused = QApplication.focusWidget()
        if focused is not None and row.isAncestorOf(focused):
            (self._beside(row, -1) or self.new).text.setFocus()
        del self._rows[key]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _beside(self, row: Line, way: int) -> Line | None:
        everything = [*self._rows.values(), self.new]
        if row not in everything:
            return None
        place = everything.index(row) + way
        return everything[place] if 0 <= place < len(everything) else None

    def _next(self, row: Line) -> None:
        after = self._beside(row, 1) or self.new
        if row.finish():
            after.text.setFocus()
            self.moved.emit()

    def _back(self, row: Line) -> None:
        before = self._beside(row, -1)
        if before is not None:
            self._enter(before)

    def _go(self, row: Line, way: int) -> None:
        other = self._beside(row, way)
        if other is not None:
            self._enter(other)
        elif way < 0:
            self.left_upwards.emit()

    def _enter(self, row: Line) -> None:
        row.text.setFocus()
        row.text.moveCursor(QTextCursor.MoveOperation.End)
        self.moved.emit()

    def _several(self, row: Line, lines: list[str]) -> None:
        """Make a line of each line that was pasted, in one step."""
        add, interview = self._kind.add, self._keeping.interview
        first = (
            partial(self._kind.edit, key=row.key, text=lines[0])
            if row.key
            else partial(add, interview=interview, text=lines[0])
        )
        rest = [partial(add, interview=interview, text=text) for text in lines[1:]]
        try:
            self._keeping.desk.store.together(first, *rest)
        except Invalid as error:
            row.error.say(first_complaint(error))
            return
        # All of it is in the file now, the text that stood there included.
        self._keeping.drop(row.typing)
        row.typing.show(lines[0] if row.key else "")
        self.focus_new()
