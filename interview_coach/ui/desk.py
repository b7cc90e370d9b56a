"""The desk: the one door from the window to the store.

Deeds go in by `do`, questions by `ask`; after every commit `changed` tells all pages. What the
person is typing right now is kept by `Typing`, one per field, within a second.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal

from interview_coach.domain.changes import Changes, HistoryState
from interview_coach.domain.trouble import Invalid
from interview_coach.domain.zones import is_zone

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader, Writer
    from interview_coach.store.store import Store

P = ParamSpec("P")
R = TypeVar("R")
SCRIBBLE_AFTER_MS = 600


def local_zone() -> str:
    """The IANA name of the system's zone now; it follows a change of the system's."""
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if is_zone(name) else "UTC"


class Desk(QObject):
    """The window's way to the store.

    Signals:
        changed(Changes): a deed, an undo or a redo has been committed.
        history_changed(): what undo and redo would do has changed.
        scribbled(str): scratch of this field has been kept.
    """

    changed = Signal(object)
    history_changed = Signal()
    scribbled = Signal(str)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        store.heard = self._heard
        self._typing: list[Typing] = []

    def do(self, deed: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Do a deed; what it returns. Raises `Invalid` (show it beside the field) or `Trouble`."""
        return self.store.do(deed, *args, **kwargs)

    def ask(
        self, question: Callable[Concatenate[Reader, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer to a question. Raises `Trouble`."""
        return self.store.ask(question, *args, **kwargs)

    def undo(self) -> Changes:
        """Take the last deed back."""
        self.flush()
        return self.store.undo()

    def redo(self) -> Changes:
        """Do the last undone deed again. What is being typed comes first: nothing may bury it."""
        self.flush()
        return self.store.redo()

    def can(self) -> HistoryState:
        """What undo and redo would do now."""
        return self.store.can()

    def now(self) -> datetime:
        """The present instant by the store's clock, aware, in UTC."""
        return self.store.clock()

    def local(self) -> tzinfo:
        """The system's zone."""
        return ZoneInfo(local_zone())

    def flush(self) -> None:
        """Turn whatever is being typed into deeds now: before undo, on closing, on a signal."""
        # All are kept as scratch before any is done: trouble with one must not cost another.
        self.scribble_all()
        for typing in list(self._typing):
            typing.finish()

    def scribble_all(self) -> None:
        """Keep whatever is being typed as scratch at once."""
        for typing in list(self._typing):
            typing.scribble()

    def _heard(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.history_changed.emit()

    def watch(self, typing: Typing) -> None:
        """Include a field in `flush`, until it is destroyed."""
        self._typing.append(typing)
        typing.destroyed.connect(lambda: self._typing.remove(typing))


class Typing(QObject):
    """What is being typed in one field, kept as scratch within a second and done as a deed at the end.

    `field` names the field in scratch, e.g. "review:<interview>:went_well". `read` gives the
    widget's text, `write` sets it. `commit(text)` gives the deed and its arguments that the
    editing ends with, or None when the text is not to be kept.

    Signals:
        refused(Invalid): the deed was refused; the text stays in the field and in scratch.
        recovered(): the field opened with text from before a crash.
    """

    refused = Signal(object)
    recovered = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        field: str,
        read: Callable[[], str],
        write: Callable[[str], None],
        commit: Callable[[str], tuple[Callable[..., Any], tuple[Any, ...]] | None],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = field
        self._read, self._write, self._commit = read, write, commit
        self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SCRIBBLE_AFTER_MS)
        self._timer.timeout.connect(self.scribble)
        desk.watch(self)

    @property
    def dirty(self) -> bool:
        """Whether something typed has not become a deed yet."""
        return self._dirty

    def show(self, stored: str) -> None:
        """Show the stored text, or what scratch kept of this field; never over fresh typing."""
        if self._dirty:
            return
        kept = self._desk.store.scribbled(self.field).get(self.field)
        if kept is not None and kept != stored:
            self._write(kept)
            self._dirty = True
            self.recovered.emit()
        elif self._read() != stored:
            self._write(stored)

    def edited(self) -> None:
        """Something was typed: connect the widget's `edited` signal here."""
        self._dirty = True
        # Not restarted: the longest that can be lost is one interval, however fast one types.
        if not self._timer.isActive():
            self._timer.start()

    def scribble(self) -> None:
        """Keep the text as scratch now."""
        self._timer.stop()
        if self._dirty:
            self._desk.store.scribble(self.field, self._read())
            self._desk.scribbled.emit(self.field)

    def finish(self) -> bool:
        """Editing ends: do the deed. Connect the widget's `left` signal here. Whether it was kept."""
        if not self._dirty:
            return True
        self.scribble()
        wanted = self._commit(self._read())
        if wanted is None:
            self._desk.store.wipe(self.field)
            self._dirty = False
            return True
        deed, args = wanted
        self._dirty = False
        try:
            self._desk.store.settle(self.field, deed, *args)
        except Invalid as error:
            self._dirty = True
            self.refused.emit(error)
            return False
        except BaseException:
            self._dirty = True
            raise
        return True

    def drop(self) -> None:
        """Forget what was typed: it has been taken over by another deed, or let go on purpose."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False
            self._desk.store.wipe(self.field)
