"""Takes a document over into the store: what that would do, and the deed that does it.

The rules stand in `domain/merging.py`. The plan is made twice from the same code: once aside for the
preview, and once more by the deed, inside its transaction, so that nothing done between the two is
overwritten by a plan that did not know it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from sqlalchemy import Table
from sqlcipher3 import dbapi2

from interview_coach.domain.incoming import Refused, Told, unheard
from interview_coach.domain.merging import Clash, Conflict, Fate, Merge, tally
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.merging_shown import shown
from interview_coach.store.preparing import Prepared, Row
from interview_coach.store.rows import below, uniques
from interview_coach.store.stamps import new_key, utc_text
from interview_coach.store.tables import KEPT

_AT_ONCE = 500
# What says nothing by itself: times, the trash, the order of lines, and what derives from the start.
_SILENT = frozenset(
    {"created_at", "changed_at", "trashed_at", "trash_batch", "position", "start_at", "end_at"}
)
# Never taken over from theirs: the row stays the one it was.
_OWN = frozenset({"id", "created_at", "changed_at", "trashed_at", "trash_batch"})
_REVIEW = "review"
_VERSION = "version"
# A sealed review still takes dated remarks.
_AFTER_SEAL = frozenset({"remark"})


@question
def plan_import(r: Reader, prepared: Prepared, told: Told = unheard) -> Merge:
    """What an import of this document would do, with mine kept in every conflict."""
    return _Merger(r.raw, prepared, (), told).merge()


@deed("import_document")
def import_document(
    w: Writer, prepared: Prepared, theirs: Collection[str] = (), told: Told = unheard
) -> Merge:
    """Take the document over; `theirs` are the keys of the conflicts in which theirs is taken.

    Gives what was done, with the conflicts that were there. Raises `Refused` when the rows do not
    fit together, and then nothing has changed.
    """
    merger = _Merger(w.raw, prepared, theirs, told)
    done = merger.merge()
    try:
        merger.write(w)
    except dbapi2.IntegrityError as error:
        raise Refused("damaged", part="tables") from error
    w.forget()
    w.at("interviews", "")
    return done


class _Merger:
    """Decides for each row of the file, parents first."""

    def __init__(
        self, raw: dbapi2.Connection, prepared: Prepared, theirs: Collection[str], told: Told
    ) -> None:
        self._raw = raw
        self._tables = prepared.tables
        self._theirs = frozenset(theirs)
        self._told = told
        self._fates: dict[str, dict[str, Fate]] = {}
        self._conflicts: list[Conflict] = []
        # Rows of the file that will not stand here, and why: what belongs to them goes the same way.
        self._left: dict[tuple[str, str], Fate] = {}
        # Reviews taken as a whole, or left as a whole.
        self._followed: set[str] = set()
        self._in_file = {
            name: {str(row["id"]) for row in rows} for name, rows in prepared.tables.items()
        }
        self._new: dict[str, list[Row]] = {}
        self._changed: dict[str, list[tuple[str, Row]]] = {}
        self._added: set[str] = set()
        self._replaced: list[tuple[str, str]] = []
        self._live: dict[tuple[str, str], bool | None] = {}
        self._sealed: dict[str, bool] = {}

    def merge(self) -> Merge:
        """Decide about every row."""
        total = sum(len(rows) for rows in self._tables.values())
        done = 0
        for table in KEPT:
            fates = self._fates[table.name] = {}
            for some in _chunks(self._tables.get(table.name, ())):
                self._told(done, total)
                mine = self._mine(table, [str(row["id"]) for row in some])
                for row in some:
                    key = str(row["id"])
                    fates[key] = fate = self._decide(table, row, mine.get(key))
                    if fate in {Fate.SEALED, Fate.DELETED} and key not in mine:
                        self._left[table.name, key] = fate
                done += len(some)
        self._told(total, total)
        return Merge(
            tuple(tally(name, fates.values()) for name, fates in self._fates.items() if fates),
            tuple(self._conflicts),
        )

    # --- one row ------------------------------------------------------------------------------

    def _decide(self, table: Table, row: Row, mine: Row | None) -> Fate:
        if table.name == _VERSION:
            return self._version(table, row, mine)
        missing = self._parent_left(table, row)
        if mine is not None and _alike(row, mine) and mine["trashed_at"] is None:
            return Fate.SAME
        if missing is not None:
            return missing
        if table.name in _of_review():
            return self._of_review(table, row, mine)
        if mine is not None and mine["trashed_at"] is not None:
            return Fate.DELETED
        if table.name == _REVIEW:
            return self._review(table, row, mine)
        if mine is None:
            return self._unless_double(table, row)
        return self._conflict(table, row, mine)

    def _unless_double(self, table: Table, row: Row) -> Fate:
        double = self._double(table, row)
        if double is None:
            return self._add(table, row)
        return self._instead(table, row, double)

    def _review(self, table: Table, row: Row, mine: Row | None) -> Fate:
        key = str(row["id"])
        if mine is None:
            double = self._double(table, row)
            if double is None:
                return self._add(table, row)
            if double["sealed_at"] is not None:
                return Fate.SEALED
            return self._instead(table, row, double)
        if mine["sealed_at"] is not None:
            return Fate.SEALED
        if row["sealed_at"] is not None:
            fate = self._conflict(table, row, mine, Clash.SEALED_THERE)
            if key in self._theirs:
                self._followed.add(key)
                self._drop_what_is_only_mine(key)
            else:
                self._left[_REVIEW, key] = Fate.CHANGED
            return fate
        return self._conflict(table, row, mine)

    def _of_review(self, table: Table, row: Row, mine: Row | None) -> Fate:
        """A question, a signal, a tick: it shares the fate of its review, which may be sealed."""
        review = str(row["review_id"])
        if self._is_sealed(review) or (
            mine is not None and self._is_sealed(str(mine["review_id"]))
        ):
            return Fate.SEALED
        if review in self._followed:
            return self._add(table, row) if mine is None else self._take(table, row)
        if mine is None:
            return self._add(table, row)
        if mine["trashed_at"] is not None:
            return Fate.DELETED
        return self._conflict(table, row, mine)

    def _version(self, table: Table, row: Row, mine: Row | None) -> Fate:
        """An earlier version of a text: it comes along with what is new, as each store thins its own."""
        owner = str(row["owner_id"])
        if mine is None and owner in self._added:
            return self._add(table, row)
        left = {self._left.get((name, owner)) for name in LONG_TEXTS}
        return Fate.DELETED if mine is None and Fate.DELETED in left else Fate.SAME

    def _add(self, table: Table, row: Row) -> Fate:
        self._added.add(str(row["id"]))
        self._new.setdefault(table.name, []).append(self._freed(table, row))
        self._live[table.name, str(row["id"])] = True
        return Fate.NEW

    def _take(self, table: Table, row: Row) -> Fate:
        values = {n: v for n, v in self._freed(table, row).items() if n not in _OWN}
        values |= {"trashed_at": None, "trash_batch": None}
        self._changed.setdefault(table.name, []).append((str(row["id"]), values))
        return Fate.CHANGED

    def _conflict(self, table: Table, row: Row, mine: Row, clash: Clash = Clash.CHANGED) -> Fate:
        if (double := self._double(table, row)) is not None and double["id"] != mine["id"]:
            # It would take the place of a third one.
            return Fate.CHANGED
        self._say(table, row, mine, clash)
        if row["id"] in self._theirs:
            self._take(table, row)
        return Fate.CHANGED

    def _instead(self, table: Table, row: Row, double: Row) -> Fate:
        """Another row of mine stands where only one can."""
        self._say(table, row, double, Clash.DOUBLE)
        if row["id"] in self._theirs:
            self._replaced.append((table.name, str(double["id"])))
            self._live[table.name, str(double["id"])] = False
            self._add(table, row)
        else:
            self._left[table.name, str(row["id"])] = Fate.CHANGED
        return Fate.CHANGED

    def _say(self, table: Table, row: Row, mine: Row, clash: Clash) -> None:
        differing = [
            column.name
            for column in table.columns
            if column.name not in _SILENT
            and column.name != "id"
            and row[column.name] != mine[column.name]
        ]
        self._conflicts.append(shown(self._raw, self._tables, table, row, mine, clash, differing))

    def _drop_what_is_only_mine(self, review: str) -> None:
        """Of a review that becomes theirs, what they do not have goes in the trash."""
        for name in _of_review():
            found = self._raw.execute(
                f"SELECT id FROM {name} WHERE review_id = ? AND trashed_at IS NULL", (review,)
            )
            known = self._in_file.get(name, set())
            self._replaced += [(name, key) for (key,) in found if key not in known]

    # --- what is here ---------------------------------------------------------------------------

    def _mine(self, table: Table, keys: Sequence[str]) -> dict[str, Row]:
        names = [column.name for column in table.columns]
        found = self._raw.execute(
            f"SELECT {', '.join(names)} FROM {table.name} "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(keys),),
        )
        rows = [dict(zip(names, row, strict=True)) for row in found]
        return {str(row["id"]): row for row in rows}

    def _double(self, table: Table, row: Row) -> Row | None:
        """Another row outside the trash with what only one may have."""
        names = [column.name for column in table.columns]
        for columns in uniques(table.name):
            tests = " AND ".join(f"{column} IS ?" for column in columns)
            found = self._raw.execute(
                f"SELECT {', '.join(names)} FROM {table.name} "
                f"WHERE trashed_at IS NULL AND id <> ? AND {tests}",
                (row["id"], *(row[column] for column in columns)),
            ).fetchone()
            if found is not None:
                return dict(zip(names, found, strict=True))
        return None

    def _is_sealed(self, review: str) -> bool:
        """Whether a review of that key stands here, sealed."""
        if review not in self._sealed:
            found = self._raw.execute(
                "SELECT sealed_at FROM review WHERE id = ?", (review,)
            ).fetchone()
            self._sealed[review] = found is not None and found[0] is not None
        return self._sealed[review]

    def _stands(self, table: str, key: str) -> bool | None:
        """Whether a row is outside the trash here, or will be; None when nobody knows it."""
        place = (table, key)
        if place not in self._live:
            found = self._raw.execute(
                f"SELECT trashed_at FROM {table} WHERE id = ?", (key,)
            ).fetchone()
            self._live[place] = None if found is None else found[0] is None
        return self._live[place]

    def _parent_left(self, table: Table, row: Row) -> Fate | None:
        """The fate that a row shares with what it belongs to; None when that stands."""
        for reference in table.foreign_keys:
            if reference.parent.nullable:
                continue
            parent, key = reference.column.table.name, str(row[reference.parent.name])
            left = self._left.get((parent, key))
            if left is not None:
                return left
            stands = self._stands(parent, key)
            if stands is None:
                raise Refused("damaged", part=f"{table.name}.{reference.parent.name}")
            if not stands:
                return Fate.DELETED
        return None

    def _freed(self, table: Table, row: Row) -> Row:
        """The row, letting go of what it only names and what does not stand here."""
        for reference in table.foreign_keys:
            name = reference.parent.name
            if not reference.parent.nullable or row[name] is None:
                continue
            place = reference.column.table.name, str(row[name])
            if place in self._left or not self._stands(*place):
                row = {**row, name: None}
        return row

    # --- writing --------------------------------------------------------------------------------

    def write(self, w: Writer) -> None:
        """Do what was decided."""
        batch = new_key()
        for name, key in self._replaced:
            w.trash_as(batch, name, [key])
        stamp = utc_text(w.now)
        for table in KEPT:
            names = [column.name for column in table.columns]
            marks = ", ".join("?" * len(names))
            w.raw.executemany(
                f"INSERT INTO {table.name}({', '.join(names)}) VALUES ({marks})",
                [[row[name] for name in names] for row in self._new.get(table.name, ())],
            )
            for key, values in self._changed.get(table.name, ()):
                sets = ", ".join(f"{name} = ?" for name in values)
                w.raw.execute(
                    f"UPDATE {table.name} SET {sets}, changed_at = ? WHERE id = ?",
                    [*values.values(), stamp, key],
                )


def _alike(row: Row, mine: Row) -> bool:
    return all(value == mine[name] for name, value in row.items() if name not in _SILENT)


@cache
def _of_review() -> tuple[str, ...]:
    """The tables whose rows are part of a review, and sealed with it."""
    return tuple(
        name for name, column in below(_REVIEW) if column == "review_id" and name not in _AFTER_SEAL
    )


def _chunks(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]
