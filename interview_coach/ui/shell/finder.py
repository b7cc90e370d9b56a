"""Find anything: one line that searches everything written and runs any command (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from interview_coach.domain import search
from interview_coach.domain.changes import Place
from interview_coach.domain.kinds import EntryKind, LibraryKind
from interview_coach.domain.timeline import Card, Filters, Show
from interview_coach.ui import dates, words
from interview_coach.ui.desk import Desk
from interview_coach.ui.shell.actions import key_text, plain
from interview_coach.ui.text import tr
from interview_coach.ui.theme import RADIUS, current
from interview_coach.ui.widgets import Label, SearchField, announce, paint_box

SHOWN = 12
KEPT_SHOWN = 6
NOTE = Qt.ItemDataRole.UserRole
EDGE = 10
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_STEPS = {
    EntryKind.REVIEW: "review",
    EntryKind.REMARK: "review",
    EntryKind.LESSON: "review",
    EntryKind.OUTCOME: "outcome",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Something to go to, or an action to run."""

    text: str
    note: str
    place: Place | None = None
    action: QAction | None = None


def place_of(card: Card) -> Place:
    """Where an entry of the timeline opens."""
    if card.interview_id:
        return Place("interview", card.interview_id, _STEPS.get(card.kind, ""))
    return Place("opportunity", card.opportunity_id)


class HitDelegate(QStyledItemDelegate):
    """Paints a line with its note at the end, quieter, and both cut where there is no room."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint ground and both texts."""
        colours = current().colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box: QRect = option.rect.adjusted(2, 1, -2, -1)
        if chosen:
            paint_box(painter, QRectF(box), RADIUS.control, fill=colours.accent_soft)
        inner = box.adjusted(EDGE, 0, -EDGE, 0)
        note = str(index.data(NOTE) or "")
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        body, small = QFontMetrics(current().font("body")), QFontMetrics(current().font("small"))
        name_width = min(body.horizontalAdvance(text) + 1, inner.width())
        room = max(inner.width() - name_width - EDGE, 0)
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(current().font("body"))
        painter.setPen(QColor(colours.ink))
        painter.drawText(
            inner,
            MIDDLE | int(Qt.AlignmentFlag.AlignLeading),
            body.elidedText(text, elide, inner.width()),
        )
        painter.setFont(current().font("small"))
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            inner, MIDDLE | int(Qt.AlignmentFlag.AlignTrailing), small.elidedText(note, elide, room)
        )

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line with room around it."""
        del option, index
        return QSize(200, current().px(34))


class Finder(QDialog):
    """The dialog of find-anything.

    Signals:
        wanted(Place): the person chose something to open.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find anything"))
        self._desk = desk
        self._actions = actions
        self._hits: list[Hit] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        self.field = SearchField(tr("Search everything, or name a command"))
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Found"))
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(HitDelegate(self.list))
        self._hint = Label(tr("Enter opens. Arrows choose. Esc closes."), "small", "muted")
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint)
        self.field.textChanged.connect(self._search)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.list.currentItemChanged.connect(self._say)
        self.resize(620, 460)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the line move in the list, Enter takes what is chosen."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in {
                Qt.Key.Key_Down,
                Qt.Key.Key_Up,
                Qt.Key.Key_PageDown,
                Qt.Key.Key_PageUp,
            }:
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8}.get(
                    Qt.Key(event.key()), -8
                )
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _say(self, item: QListWidgetItem | None) -> None:
        # The focus stays in the line, so the ear would not hear what the arrows choose.
        if item is not None and self.field.hasFocus():
            announce(self.field, str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text()))

    def _search(self, query: str) -> None:
        self._hits = [*self._entries(query), *self._commands(query)]
        self.list.clear()
        for hit in self._hits:
            item = QListWidgetItem(hit.text)
            item.setData(NOTE, hit.note)
            # Read out whole, as what stands at the end is only painted.
            spoken = tr("{text}, {note}", text=hit.text, note=hit.note) if hit.note else hit.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        if not self._hits:
            item = QListWidgetItem(tr("Nothing found."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _entries(self, query: str) -> list[Hit]:
        from interview_coach.store import timeline

        if search.match_expression(query) is None:
            return []
        filters = Filters(show=Show.EVERYTHING, query=query)
        keys = self._desk.ask(timeline.keys, filters, limit=SHOWN)
        cards = self._desk.ask(timeline.cards, list(keys), query)
        hits = [self._hit(cards[key]) for key in keys if key in cards]
        return hits + self._kept(query)

    def _kept(self, query: str) -> list[Hit]:
        """What of the library has these words."""
        from interview_coach.store import libraries

        known = {kind.value: words.word(kind) for kind in LibraryKind}
        known |= {"template": tr("Template"), "person": tr("Person"), "company": tr("Company")}
        found = self._desk.ask(libraries.found, query, KEPT_SHOWN)
        return [
            Hit(one.text, known[one.what], Place("library", one.id))
            for one in found
            if one.what in known
        ]

    @staticmethod
    def _hit(card: Card) -> Hit:
        what = words.word(card.kind).lower()
        if card.kind is EntryKind.INTERVIEW and card.interview_kind:
            what = words.kind_word(card.interview_kind)
        line = words.line_parts(card.line_code, card.line)[0] if card.line else card.title
        name = tr(
            "{company} · {what} · {day}",
            company=card.company,
            what=what,
            day=dates.short_day(card.wall.date()),
        )
        return Hit(name, line, place_of(card))

    def _commands(self, query: str) -> list[Hit]:
        wanted = search.words(query)
        found = []
        for action in self._actions:
            text = plain(action)
            folded = search.fold(text)
            if action.isEnabled() and text and all(word in folded for word in wanted):
                found.append(Hit(text, key_text(action), action=action))
        return found

    def _take(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._hits):
            return
        hit = self._hits[row]
        self.accept()
        if hit.action is not None:
            hit.action.trigger()
        elif hit.place is not None:
            self.wanted.emit(hit.place)
