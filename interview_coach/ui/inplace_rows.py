"""Owns rows that turn into fields where they stand, and back again; one of them can be a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from interview_coach.ui.inplace import InPlace
from interview_coach.ui.widgets.column import Column, chain

NEW = ""
_TAB = Qt.FocusReason.TabFocusReason


class ShownRow(QWidget):
    """A row that can be edited in its place.

    Signals: none of its own.
    """

    key = ""

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order; the first one stands for the row."""
        raise NotImplementedError

    def set_last(self, last: bool) -> None:
        """Leave out the line under it, for the last one."""


class RowsInPlace(Column):
    """The rows of a card, and the fields that are open.

    An editor's key is that of the row it stands for, `NEW`, or "below:" and the key of the row that it
    stands under.

    Signals:
        settled(): the order of the parts is another one, or one of them came or went.
    """

    settled = Signal()

    def __init__(self, make_editor: Callable[[str], InPlace], home: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make_editor = make_editor
        self._home = home
        self._rows: dict[str, ShownRow] = {}
        self.editors: dict[str, InPlace] = {}

    @property
    def rows(self) -> list[ShownRow]:
        """The rows, in order."""
        return list(self._rows.values())

    def row(self, key: str) -> ShownRow | None:
        """The row of a thing, if it is there."""
        return self._rows.get(key)

    def show_rows(self, keys: Sequence[str], make: Callable[[str], ShownRow]) -> None:
        """Let these have a row each, in this order; new ones are made, the others stay as they are."""
        self._step_aside(keys)
        for key in [key for key in self._rows if key not in keys]:
            self.let_go(self._rows.pop(key))
            for name in (key, below(key)):
                if name in self.editors:
                    # What is typed stays in scratch: an undo may bring the row back.
                    self.let_go(self.editors.pop(name))
        self._rows = {key: self._rows.get(key) or make(key) for key in keys}
        self._arrange()

    def recover(self, names: Iterable[str]) -> None:
        """Open what a crash left half typed: it says so itself."""
        for name in names:
            about = name.removeprefix("below:")
            if name not in self.editors and (about == NEW or about in self._rows):
                self._open(name)
        self._arrange()

    def edit(self, name: str) -> InPlace:
        """Open the fields of one, or go to them."""
        if name not in self.editors:
            self._open(name)
        editor = self.editors[name]
        self._arrange(editor.begin)
        return editor

    def forget(self) -> None:
        """Let all rows and fields go: something else follows."""
        while self.editors:
            self.let_go(self.editors.popitem()[1])
        self.show_rows((), lambda key: self._rows[key])

    def _open(self, name: str) -> None:
        editor = self._make_editor(name)
        editor.ended.connect(self._ended)
        editor.left.connect(self._close)
        self.editors[name] = editor

    def _ended(self, name: str) -> None:
        row = self._rows.get(name.removeprefix("below:"))
        back = row.stops[0] if row is not None else self._home()
        self._close(name, partial(back.setFocus, _TAB))

    def _close(self, name: str, focus: Callable[[], None] | None = None) -> None:
        editor = self.editors.pop(name, None)
        if editor is not None:
            self._arrange(focus)
            self.let_go(editor)
            self.settled.emit()

    def _step_aside(self, wanted: Sequence[str]) -> None:
        """Move the focus from a row that goes to the next one that stays."""
        before = list(self._rows)
        focused = next((k for k, r in self._rows.items() if any(s.hasFocus() for s in r.stops)), "")
        if not focused or focused in wanted:
            return
        at = before.index(focused)
        left = [k for k in before[at + 1 :] + before[:at][::-1] if k in wanted]
        (self._rows[left[0]].stops[0] if left else self._home()).setFocus(_TAB)

    def _arrange(self, focus: Callable[[], None] | None = None) -> None:
        wanted: list[QWidget] = []
        for key, row in self._rows.items():
            wanted.append(self.editors.get(key) or row)
            if below(key) in self.editors:
                wanted.append(self.editors[below(key)])
        if NEW in self.editors:
            wanted.append(self.editors[NEW])
        for row in self._rows.values():
            row.set_last(bool(wanted) and row is wanted[-1])
        self.put(wanted, [*self._rows.values(), *self.editors.values()], focus)
        stops: list[QWidget] = []
        for part in wanted:
            if isinstance(part, InPlace | ShownRow):
                stops += part.stops
        chain(stops)
        self.settled.emit()


def below(key: str) -> str:
    """The name of the fields that stand under a row."""
    return f"below:{key}"
