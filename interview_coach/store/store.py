"""The open store: runs deeds and questions, undoes and redoes, keeps scratch, rests when idle."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from sqlcipher3 import dbapi2

from interview_coach.domain.changes import Changes, HistoryState, Label, Way
from interview_coach.domain.examination import Examination
from interview_coach.domain.kinds import Topic
from interview_coach.domain.trouble import Trouble
from interview_coach.store import backup, behind, entries, keeping, second_place, trash, undo
from interview_coach.store.deeds import IndexBehind, Reader, Writer, deed_of, label_of
from interview_coach.store.engine import statements_on
from interview_coach.store.opening import Opened, connect, quick_check
from interview_coach.store.stamps import follow, utc_now
from interview_coach.store.tables import KEPT
from interview_coach.store.touched import touched
from interview_coach.store.troubled import known_trouble
from interview_coach.store.undo import RowChange
from interview_coach.store.views import one_view

P = ParamSpec("P")
R = TypeVar("R")
Clock = Callable[[], datetime]

TOPICS = {
    "company": Topic.COMPANY,
    "person": Topic.COMPANY,
    "opportunity": Topic.OPPORTUNITY,
    "requirement": Topic.OPPORTUNITY,
    "imported": Topic.OPPORTUNITY,
    "interview": Topic.INTERVIEW,
    "interviewer": Topic.INTERVIEW,
    "invitation": Topic.INTERVIEW,
    "prep_item": Topic.PREP,
    "review": Topic.REVIEW,
    "asked": Topic.REVIEW,
    "signal": Topic.REVIEW,
    "covered": Topic.REVIEW,
    "remark": Topic.REVIEW,
    "lesson": Topic.LESSON,
    "outcome": Topic.OUTCOME,
    "reason": Topic.OUTCOME,
    "library_item": Topic.LIBRARY,
    "template": Topic.LIBRARY,
    "template_item": Topic.LIBRARY,
    "research_note": Topic.OPPORTUNITY,
    "pay_talk": Topic.OPPORTUNITY,
    "expected_question": Topic.PREP,
    "lesson_check": Topic.LESSON,
    "reason_change": Topic.OUTCOME,
    "free_writing": Topic.OUTCOME,
    "setting": Topic.SETTING,
    "version": Topic.VERSION,
}


class Store:
    """One open store. `heard` is called after every commit with what changed.

    All writing goes through one connection under one lock, from whichever thread.
    """

    def __init__(self, opened: Opened, clock: Clock = utc_now) -> None:
        self.folder = opened.folder
        self.path = opened.path
        self.fresh = opened.fresh
        self.clock = clock
        self.heard: Callable[[Changes], None] = lambda _changes: None
        self.history = undo.History()
        self._lock = opened.lock
        self._writer = opened.writer
        self._raw_reader = opened.reader
        self._closed = False
        self._lane = threading.RLock()
        self._reading = threading.RLock()
        undo.install(opened.writer, [table.name for table in KEPT], entries.QUIET)
        for table in KEPT:
            (newest,) = opened.reader.execute(f"SELECT max(id) FROM {table.name}").fetchone()
            follow(newest or "")
        # Made now: on its first use SQLAlchemy ends whatever transaction it finds.
        self._write_statements = statements_on(opened.writer)
        self._read_statements = statements_on(opened.reader)

    # --- questions ----------------------------------------------------------------------------

    def ask(
        self, question: Callable[Concatenate[Reader, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The answer to a question, on one consistent view. Raises `Trouble`."""
        with suppress(IndexBehind), self._view(exact=True) as reader:
            return question(reader, *args, **kwargs)
        self._catch_up()
        with self._view() as reader:
            return question(reader, *args, **kwargs)

    @contextmanager
    def _view(self, *, exact: bool = False) -> Iterator[Reader]:
        raw = self._raw_reader
        with self._reading, known_trouble(), one_view(raw):
            yield Reader(self._read_statements, raw, self.clock(), exact)

    def _catch_up(self) -> None:
        """Index the words that deeds left for later; not where that has to wait, or cannot be."""
        if not self._lane.acquire(blocking=False):
            return  # a long deed is under way, and what it changed will be asked for after it
        try:
            with suppress(Trouble), known_trouble(), self._transaction(self.clock()):
                entries.catch_up(self._writer)
        finally:
            self._lane.release()

    @contextmanager
    def aside(self) -> Iterator[Reader]:
        """A reader of its own for long work on another thread."""
        raw = connect(self.path)
        try:
            raw.execute("PRAGMA query_only=ON")
            with known_trouble(), statements_on(raw) as connection, one_view(raw):
                yield Reader(connection, raw, self.clock())
        finally:
            raw.close()

    # --- deeds --------------------------------------------------------------------------------

    def do(self, deed: Callable[Concatenate[Writer, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a deed in a transaction of its own; what it returns. Raises `Invalid` or `Trouble`."""
        return self._run("", deed, *args, **kwargs)

    def settle(
        self,
        field: str,
        deed: Callable[Concatenate[Writer, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run the deed that the editing of a field ends with; its scratch goes in the same transaction."""
        return self._run(field, deed, *args, **kwargs)

    def _run(
        self,
        field: str,
        deed: Callable[Concatenate[Writer, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        registered = deed_of(deed)
        with self._lane, known_trouble():
            now = self.clock()
            with self._transaction(now) as writer:
                result = deed(writer, *args, **kwargs)
                rows = self._noted(now)
                if field:
                    self._writer.execute("DELETE FROM scratch WHERE field = ?", (field,))
            label = label_of(deed, writer.args)
            final = registered.final or writer.final
            if final:
                self.history.forget()
            elif rows:
                expires = undo.expiry(now, registered.lasts)
                self.history.push(undo.Step(label, writer.place, rows, expires, now))
        if rows or writer.topics:
            undoable = bool(rows) and not final
            self._tell(rows, label, writer, Way.DONE, undoable=undoable)
        return result

    def together(self, *deeds: Callable[[Writer], object]) -> None:
        """Run several bound deeds as one transaction and one step, under the first one's label."""
        with self._lane, known_trouble():
            now = self.clock()
            label = label_of(getattr(deeds[0], "func", deeds[0]), {})
            with self._transaction(now) as writer:
                for run in deeds:
                    run(writer)
                rows = self._noted(now)
            label = Label(label.code, writer.args)
            if rows:
                self.history.push(undo.Step(label, writer.place, rows))
        if rows or writer.topics:
            self._tell(rows, label, writer, Way.DONE, undoable=bool(rows))

    def undo(self) -> Changes:
        """Take the last deed back. Raises `Trouble("nothing_to_undo")`."""
        return self._move(back=True)

    def redo(self) -> Changes:
        """Do the last undone deed again. Raises `Trouble("nothing_to_undo")`."""
        return self._move(back=False)

    def can(self) -> HistoryState:
        """What undo and redo would do now."""
        return self.history.state(self.clock())

    def _move(self, *, back: bool) -> Changes:
        with self._lane, known_trouble():
            now = self.clock()
            step = self.history.last_done(now) if back else self.history.last_undone()
            if step is None:
                raise Trouble("nothing_to_undo")
            with self._transaction(now) as writer:
                undo.put(self._writer, step.rows, now, back=back)
                rows = self._noted()
            if back:
                self.history.moved_back()
            else:
                self.history.moved_forward()
            writer.place = step.place
        way = Way.UNDONE if back else Way.REDONE
        return self._tell(rows, step.label, writer, way)

    @contextmanager
    def _transaction(self, now: datetime) -> Iterator[Writer]:
        raw = self._writer
        raw.execute("BEGIN IMMEDIATE")
        try:
            yield Writer(self._write_statements, raw, now)
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:
                raw.execute("ROLLBACK")
            raise

    def _noted(self, now: datetime | None = None) -> tuple[RowChange, ...]:
        """What was noted; of a deed, done at `now`, with the versions that its long texts leave."""
        rows = undo.taken(self._writer)
        if now is not None and keeping.keep(self._writer, rows, now):
            rows += undo.taken(self._writer)
        entries.refresh(self._writer, rows)
        return rows

    def _tell(
        self,
        rows: tuple[RowChange, ...],
        label: Label,
        writer: Writer,
        way: Way,
        *,
        undoable: bool = True,
    ) -> Changes:
        # Outside the lane: what hears of it may ask and do at once, and its faults are not the store's.
        topics = {TOPICS[row.table] for row in rows} | writer.topics
        # Only who goes to where it was asks what that was about.
        about = () if way is Way.DONE else touched(rows)
        changes = Changes(frozenset(topics), label, writer.place, way, undoable, about)
        self.heard(changes)
        return changes

    # --- scratch: typing that no deed has taken over yet --------------------------------------

    def scribble(self, field: str, text: str, base: str | None = None) -> None:
        """Keep what stands in a field, until the deed that its editing ends with.

        `base` is what was stored when the typing began, where it began with something stored.
        """
        self._scratch(
            "INSERT INTO scratch(field, text, saved_at, base) "
            "VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ'), ?) ON CONFLICT(field) DO UPDATE SET "
            "text = excluded.text, saved_at = excluded.saved_at, base = excluded.base",
            # Half a character, as a slip of the keyboard leaves it, is nothing that a file can hold.
            (field, _sound(text), None if base is None else _sound(base)),
        )

    def scribbled(self, prefix: str = "") -> dict[str, str]:
        """What is in scratch: field to text, for fields that begin with `prefix`."""
        rows = self._raw_reader.execute(
            f"SELECT field, text FROM scratch WHERE substr(field, 1, ?) = ? AND {behind.TYPED}",
            (len(prefix), prefix),
        )
        return dict(rows.fetchall())

    def scribbled_on(self, field: str) -> str | None:
        """What was stored when the typing that scratch holds of a field began, where that is known."""
        row = self._raw_reader.execute(
            "SELECT base FROM scratch WHERE field = ?", (field,)
        ).fetchone()
        return None if row is None else row[0]

    def wipe(self, field: str) -> None:
        """Scratch of a field is no longer needed."""
        self._scratch("DELETE FROM scratch WHERE field = ?", (field,))

    def _scratch(self, sql: str, args: tuple[str | None, ...]) -> None:
        with self._lane, known_trouble():
            self._writer.execute(sql, args)

    # --- care ---------------------------------------------------------------------------------

    def rest(self) -> None:
        """Checkpoint and merge the index; for idle moments."""
        with self._lane, known_trouble():
            if behind.anything(self._writer):
                with self._transaction(self.clock()):
                    entries.catch_up(self._writer)
            self._writer.execute("INSERT INTO search(search, rank) VALUES('merge', 64)")
            self._writer.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def back_up(self, why: str = "") -> Path:
        """Make a verified backup now; gives its path. May run on another thread."""
        with known_trouble():
            raw = connect(self.path)
            try:
                return backup.make(raw, self.folder, why, self.clock())
            finally:
                raw.close()

    def back_up_if_changed(self, why: str) -> Path | None:
        """Back up unless the last backup holds all this already, and thin the older ones.

        Gives the new one's path. Raises `Trouble`, also "damaged". May run on another thread.
        """
        now = self.clock()
        with known_trouble():
            raw = connect(self.path)
            try:
                made = backup.make_if_changed(raw, self.folder, why, now)
            finally:
                raw.close()
            if made is not None:
                backup.thin(self.folder, now)
        return made

    def copy_to_second_place(self) -> Path | None:
        """Bring the last backup to the second place; gives the copy's path, None if none was needed."""
        with known_trouble():
            return second_place.copy_there(self.folder, self.clock())

    def check(self) -> None:
        """Let SQLite look the file over; raises `Trouble("damaged")`. May run on another thread."""
        with known_trouble():
            raw = connect(self.path)
            try:
                quick_check(raw)
            finally:
                raw.close()

    def expire_trash(self) -> Changes | None:
        """Delete for good what has been in the trash too long; what to tell of it, if anything went.

        It is no step of the history, and takes none away. May run on another thread, which is why
        it tells nobody.
        """
        with self.aside() as reader:
            if not trash.anything_expired(reader):
                return None
        with self._lane, known_trouble():
            now = self.clock()
            with self._transaction(now):
                count = trash.expire(self._writer, now, self.history.keys())
                rows = self._noted()
        topics = frozenset(TOPICS[row.table] for row in rows)
        return Changes(topics, Label("empty_trash"), undoable=False) if count else None

    def examine(self, told: Callable[[int, int], None]) -> Examination:
        """The thorough check, on a copy; `told` may raise to give it up. For another thread."""
        from interview_coach.store.examining import examine

        with known_trouble():
            raw = connect(self.path)
            try:
                return examine(raw, self.folder, told)
            finally:
                raw.close()

    def rebuild_entries(self) -> None:
        """Make timeline and search index anew from the rows."""
        with self._lane, known_trouble(), self._transaction(self.clock()):
            entries.rebuild(self._writer)

    def close(self) -> None:
        """Close both connections (the last close folds the log into the file) and free the folder."""
        with self._lane:
            # Where that fails the marks stay, and the next search catches up.
            with suppress(Trouble, dbapi2.Error):
                if not self._closed and behind.anything(self._writer):
                    self._catch_up()
            self._closed = True
            self._read_statements.close()
            self._write_statements.close()
            self._raw_reader.close()
            self._writer.close()
            self._lock.release()


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
