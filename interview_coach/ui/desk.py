"""The desk: the one door from the window to the store.

Deeds go in by `do`, questions by `ask`; after every commit `changed` tells all pages. What the
person is typing right now is kept by `Typing`, one per field, within a second.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, QTimeZone, Signal

from interview_coach.domain.changes import Changes, HistoryState
from interview_coach.domain.trouble import Invalid, Trouble
from interview_coach.domain.zones import is_zone, zone_of

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader, Writer
    from interview_coach.store.store import Store

P = ParamSpec("P")
R = TypeVar("R")
SCRIBBLE_AFTER_MS = 600
_LOCAL_TIME = "/etc/localtime"


def local_zone() -> str:
    """The IANA name of the system's zone now; it follows a change of the system's."""
    if "TZ" not in os.environ:
        # Where it is a link to the zone's file, the link says it: the first paint does not wait for
        # Qt to read all that it knows of zones.
        name = os.path.realpath(_LOCAL_TIME).partition("/zoneinfo/")[2]
        if name and is_zone(name):
            return name
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if is_zone(name) else "UTC"


class Desk(QObject):
    """The window's way to the store.

    Signals:
        changed(Changes): a deed, an undo or a redo has been committed.
        versions_wanted(VersionsWish): the person wants to see a long text as it was.
        history_changed(): what undo and redo would do has changed.
        scribbled(str): scratch of this field has been kept.
        troubled(Trouble): what is being typed could not be kept just now; it stays in its field.
    """

    changed = Signal(object)
    versions_wanted = Signal(object)
    history_changed = Signal()
    scribbled = Signal(str)
    troubled = Signal(object)
    # From another thread to this one, where pages may be touched.
    _elsewhere = Signal(object)

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        store.heard = self._heard
        self._elsewhere.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.closed = False
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
        """Take the last deed back. What is being typed is kept, but is no deed to be taken back."""
        self.scribble_all()
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
        return zone_of(local_zone())

    def flush(self) -> None:
        """Turn whatever is being typed into deeds now: before a page changes, on closing.

        Raises the first `Trouble` after all fields have had their turn.
        """
        # All are kept as scratch before any is done: trouble with one must not cost another.
        self.scribble_all()
        self._each(lambda typing: typing.settle())

    def scribble_all(self) -> None:
        """Keep whatever is being typed as scratch at once. Raises the first `Trouble`, after all."""
        self._each(lambda typing: typing.keep())

    def close(self) -> None:
        """The store is about to close: no field reaches for it any more."""
        self._typing.clear()
        self.closed = True

    def _each(self, act: Callable[[Typing], object]) -> None:
        first: Trouble | None = None
        for typing in list(self._typing):
            try:
                act(typing)
            except Trouble as error:
                first = first or error
        if first is not None:
            raise first

    def _heard(self, changes: Changes) -> None:
        if QThread.currentThread() is self.thread():
            self._tell(changes)
        else:
            # An import does its deed on another thread; pages hear of it on theirs.
            self._elsewhere.emit(changes)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.history_changed.emit()

    def watch(self, typing: Typing) -> None:
        """Include a field in `flush`, until it is destroyed."""
        self._typing.append(typing)
        typing.destroyed.connect(lambda: self._forget(typing))

    def _forget(self, typing: Typing) -> None:
        if typing in self._typing:
            self._typing.remove(typing)


class Typing(QObject):
    """What is being typed in one field, kept as scratch within a second and done as a deed at the end.

    `field` names the field in scratch, e.g. "review:<interview>:went_well". `read` gives the
    widget's text, `write` sets it. `commit(text)` gives the deed and its arguments that the
    editing ends with, or None when the text is not to be kept. `plain(text)` is how a person reads
    it; `begins_stored` says whether the field begins with what is stored, so that a change of that
    meanwhile is noticed.

    Signals:
        refused(Invalid): the deed was refused; the text stays in the field and in scratch.
        recovered(): the field opened with text from before a crash.
        settled(): nothing in the field is unsaved any more.
    """

    refused = Signal(object)
    recovered = Signal()
    settled = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        field: str,
        read: Callable[[], str],
        write: Callable[[str], None],
        commit: Callable[[str], tuple[Callable[..., Any], tuple[Any, ...]] | None],
        *,
        plain: Callable[[str], str] = str,
        begins_stored: bool = True,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.field = field
        self._read, self._write, self._commit = read, write, commit
        self.plain = plain
        self._begins_stored = begins_stored
        self._dirty = False
        self._undecided = False
        self._stored = ""
        self._base: str | None = None
        self._thrown = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SCRIBBLE_AFTER_MS)
        self._timer.timeout.connect(self.scribble)
        desk.watch(self)

    @property
    def dirty(self) -> bool:
        """Whether something typed has not become a deed yet."""
        return self._dirty

    @property
    def undecided(self) -> bool:
        """Whether what was typed before a crash and what has been stored since are two texts.

        Then leaving the field does nothing: neither may bury the other unasked.
        """
        return self._undecided

    @property
    def texts(self) -> tuple[str, str]:
        """What stands in the field and what is stored, as a person reads them."""
        return self.plain(self._read()), self.plain(self._stored)

    def show(self, stored: str) -> None:
        """Show the stored text, or what scratch kept of this field; never over fresh typing."""
        if self._dirty:
            return
        kept = self._desk.store.scribbled(self.field).get(self.field)
        self._stored = stored
        self._base = stored if self._begins_stored else None
        if kept is not None and kept != stored:
            base = self._desk.store.scribbled_on(self.field)
            if base is not None and self._begins_stored:
                self._undecided = base != stored
                self._base = base
            self._write(kept)
            self._dirty = True
            self.recovered.emit()
            return
        if kept is not None:
            # It says nothing new, and must not pass for unsaved typing once the stored text changes.
            self._desk.store.wipe(self.field)
        if self._read() != stored:
            self._write(stored)

    def edited(self) -> None:
        """Something was typed: connect the widget's `edited` signal here."""
        self._dirty = True
        # Not restarted: the longest that can be lost is one interval, however fast one types.
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keep the text as scratch now. Raises `Trouble`."""
        self._timer.stop()
        if self._dirty and not self._desk.closed:
            self._desk.store.scribble(self.field, self._read(), self._base)
            self._desk.scribbled.emit(self.field)

    def scribble(self) -> None:
        """Keep the text as scratch now; trouble is told by the desk, and tried again with the next key."""
        try:
            self.keep()
        except Trouble as error:
            self._desk.troubled.emit(error)

    def finish(self) -> bool:
        """Editing ends: do the deed. Connect the widget's `left` signal here. Whether it was kept.

        Trouble is told by the desk; the text stays in its field, unsaved.
        """
        try:
            return self.settle()
        except Trouble as error:
            self._desk.troubled.emit(error)
            return False

    def settle(self) -> bool:
        """Editing ends: do the deed; whether it was kept. Raises `Trouble`."""
        if not self._dirty or self._desk.closed:
            return True
        self.keep()
        if self._undecided:
            return False
        wanted = self._commit(self._read())
        if wanted is None:
            self._desk.store.wipe(self.field)
            self.clean()
            return True
        deed, args = wanted
        self._dirty = False
        try:
            self._desk.store.settle(self.field, deed, *args)
        except Invalid as error:
            self._dirty = True
            self.refused.emit(error)
            return False
        except Trouble as error:
            if error.code == "missing":
                # What it belonged to is gone, perhaps only until an undo: the words stay in scratch.
                return True
            self._dirty = True
            raise
        except BaseException:
            self._dirty = True
            raise
        self.settled.emit()
        return True

    def decide(self) -> None:
        """Of two texts the one in the field is meant."""
        self._undecided = False
        self._base = self._stored

    def drop(self) -> None:
        """Forget what was typed: it has been taken over by another deed, or let go on purpose."""
        self._timer.stop()
        if self._dirty and not self._desk.closed:
            self._desk.store.wipe(self.field)
            self.clean()

    def throw_away(self) -> None:
        """Let what was typed go, for what is stored; `bring_back` undoes that."""
        self._thrown = self._read()
        self.drop()
        self._write(self._stored)

    def bring_back(self) -> None:
        """What was thrown away stands in the field again, unsaved."""
        self._write(self._thrown)
        self.edited()

    def clean(self) -> None:
        """Nothing here is unsaved any more."""
        self._dirty = self._undecided = False
        self.settled.emit()
