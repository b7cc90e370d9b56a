"""Owns the timeline's rows: an array of keys with a row for each month, and a few cards of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from interview_coach.domain.search import words as words_of
from interview_coach.domain.timeline import Card, key_at, key_month
from interview_coach.ui.dates import month_text
from interview_coach.ui.timeline import said

BLOCK = 8
KEPT_CARDS = 256
AnyIndex = QModelIndex | QPersistentModelIndex
AskCards = Callable[[Sequence[int], str], dict[int, Card]]
_NOWHERE = QModelIndex()


def month_of(row: int) -> tuple[int, int]:
    """The (year, month) of a month's row."""
    return divmod(-row - 1, 12)[0], divmod(-row - 1, 12)[1] + 1


def with_months(keys: array[int]) -> array[int]:
    """The keys, newest first, with a negative number before the first one of each month."""
    rows: array[int] = array("q")
    start = 0
    while start < len(keys):
        year, month = key_month(keys[start])
        # A month's keys are found by halving, as there may be very many.
        end = _first_below(keys, key_at(date(year, month, 1)), start)
        rows.append(-(year * 12 + month - 1) - 1)
        rows.extend(keys[start:end])
        start = end
    return rows


def _first_below(keys: Sequence[int], key: int, start: int = 0) -> int:
    """The place of the first key that is smaller than `key`, in keys that fall."""
    return bisect_left(keys, -key + 1, start, key=lambda k: -k)


class TimelineModel(QAbstractTableModel):
    """One column of rows; only the cards that are looked at are asked for.

    Signals: those of QAbstractTableModel.
    """

    def __init__(self, ask: AskCards, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._keys: array[int] = array("q")
        self._rows: array[int] = array("q")
        self._cards: OrderedDict[int, Card | None] = OrderedDict()
        self.query = ""
        self.words: list[str] = []

    @property
    def keys(self) -> array[int]:
        """The keys shown, newest first."""
        return self._keys

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Entries and months."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """A month cannot be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_month(index.row()):
            return Qt.ItemFlag.ItemNeverHasChildren
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says; everything that the card shows. Painting asks `card`."""
        wanted = {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.AccessibleDescriptionRole,
        }
        if role not in wanted or not index.isValid():
            return None
        if self.is_month(index.row()):
            described = role == Qt.ItemDataRole.AccessibleDescriptionRole
            return "" if described else month_text(*month_of(self._rows[index.row()]))
        card = self.card(index.row())
        if card is None:
            return ""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return said.second_line(card)[0]
        return said.head(card) if role == Qt.ItemDataRole.DisplayRole else said.whole(card)

    def is_month(self, row: int) -> bool:
        """Whether a row is a month's."""
        return self._rows[row] < 0

    def key(self, row: int) -> int | None:
        """The key of an entry's row; None for a month's, or none at all."""
        found = self._rows[row] if 0 <= row < len(self._rows) else -1
        return found if found >= 0 else None

    def row_of(self, key: int | None) -> int:
        """The row of a key, or -1."""
        if key is None:
            return -1
        place = _first_below(self._keys, key + 1)
        if place >= len(self._keys) or self._keys[place] != key:
            return -1
        # Further down by as many rows as months stand before it.
        return self._rows.index(key, place)

    def month_rows(self, first: int, last: int) -> list[int]:
        """The rows of months among these."""
        return [row for row in range(first, last + 1) if self._rows[row] < 0]

    def card(self, row: int) -> Card | None:
        """What a row shows; it and its neighbours are asked for when they are not known."""
        key = self._rows[row]
        if key in self._cards:
            self._cards.move_to_end(key)
            return self._cards[key]
        first = row // BLOCK * BLOCK
        near = [k for k in self._rows[first : first + BLOCK] if k >= 0 and k not in self._cards]
        found = self._ask(near, self.query)
        for asked in near:
            self._cards[asked] = found.get(asked)
        while len(self._cards) > KEPT_CARDS:
            self._cards.popitem(last=False)
        return found.get(key)

    def forget(self) -> None:
        """What cards say may have changed: ask anew for those that are seen."""
        self._cards.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def start(self, keys: array[int], query: str) -> None:
        """Show the first keys of another list."""
        self.beginResetModel()
        self._cards.clear()
        self.query, self.words = query, words_of(query)
        self._keys = array("q", keys)
        self._rows = with_months(self._keys)
        self.endResetModel()

    def splice(self, keys: array[int], below: int | None, *, end: bool) -> None:
        """Put `keys` where the keys from just below `below` to the last of them stand now.

        With `end` nothing follows them. Only the rows that differ are taken out and put in.
        """
        start = 0 if below is None else _first_below(self._keys, below)
        stop = len(self._keys) if end or not keys else _first_below(self._keys, keys[-1], start)
        if self._keys[start:stop] == keys:
            return
        wanted = self._keys[:start] + keys + self._keys[stop:]
        rows = with_months(wanted)
        before = _common(self._rows, rows)
        after = _common(self._rows[before:][::-1], rows[before:][::-1])
        out, in_ = len(self._rows) - after, len(rows) - after
        if out > before:
            self.beginRemoveRows(_NOWHERE, before, out - 1)
            gone = [k for k in self._rows[before:out] if k >= 0]
            first = _first_below(self._keys, gone[0] + 1) if gone else 0
            self._rows = self._rows[:before] + self._rows[out:]
            self._keys = self._keys[:first] + self._keys[first + len(gone) :]
            self.endRemoveRows()
        if in_ > before:
            self.beginInsertRows(_NOWHERE, before, in_ - 1)
            self._rows, self._keys = rows, wanted
            self.endInsertRows()


def _common(one: array[int], other: array[int]) -> int:
    """How many elements two arrays have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
