"""Owns the ledger's rows: keys of all, and the few that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from interview_coach.domain.ledger import LedgerKey, LedgerRow
from interview_coach.ui.ledger import said

BLOCK = 16
KEPT = 256
AnyIndex = QModelIndex | QPersistentModelIndex
AskRows = Callable[[Sequence[str]], dict[str, LedgerRow]]
_NOWHERE = QModelIndex()


class LedgerModel(QAbstractTableModel):
    """One column of reasons; only those that are looked at are asked for.

    Signals: those of QAbstractTableModel.
    """

    def __init__(self, ask: AskRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._keys: list[LedgerKey] = []
        self._rows: OrderedDict[str, LedgerRow | None] = OrderedDict()
        self.today = date(2000, 1, 1)

    @property
    def keys(self) -> list[LedgerKey]:
        """The reasons shown, in order."""
        return self._keys

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One for each reason."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """All can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a screen reader says; everything that the card shows. Painting asks `row`."""
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if role not in wanted or not index.isValid():
            return None
        row = self.row(index.row())
        if row is None:
            return ""
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return said.whole(row, self.today) if spoken else said.title(row)

    def key(self, place: int) -> LedgerKey | None:
        """The key of a row; None where there is no such row."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def place_of(self, key: LedgerKey | None) -> int:
        """The row of a key, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def row(self, place: int) -> LedgerRow | None:
        """What a row shows; it and its neighbours are asked for when they are not known."""
        key = self._keys[place].id
        if key in self._rows:
            self._rows.move_to_end(key)
            return self._rows[key]
        first = place // BLOCK * BLOCK
        near = [k.id for k in self._keys[first : first + BLOCK] if k.id not in self._rows]
        found = self._ask(near)
        for one in near:
            self._rows[one] = found.get(one)
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)
        return found.get(key)

    def start(self, keys: Sequence[LedgerKey], today: date) -> None:
        """Show another list, from its beginning."""
        self.beginResetModel()
        self.today = today
        self._rows.clear()
        self._keys = list(keys)
        self.endResetModel()

    def extend(self, keys: Sequence[LedgerKey]) -> None:
        """Put more at the end."""
        if keys:
            first = len(self._keys)
            self.beginInsertRows(_NOWHERE, first, first + len(keys) - 1)
            self._keys += keys
            self.endInsertRows()
