"""Owns the items of a checklist on the page: rows that are updated in place, never made anew.

All rows, headings and editors lie in one column, so that a row that moves keeps the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from interview_coach.domain.kinds import Section
from interview_coach.domain.prep import PrepItem
from interview_coach.store import prep
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.addline import AddLine
from interview_coach.ui.prep.dragging import Dragging, Landing
from interview_coach.ui.prep.editor import ItemEditor
from interview_coach.ui.prep.groups import GROUPS, Group, group_of
from interview_coach.ui.prep.head import EmptyLine, GroupFoot, GroupHead
from interview_coach.ui.prep.row import SPOKEN, PrepRow, Wish
from interview_coach.ui.prep.rowmenu import WISHED, row_menu
from interview_coach.ui.prep.stops import stops_in
from interview_coach.ui.text import tr
from interview_coach.ui.widgets.column import Column, chain

_TAB = Qt.FocusReason.TabFocusReason


class ItemList(Column):
    """The five sections with their items.

    Signals:
        moved(QWidget): this has gone elsewhere, or has been opened, and should be in sight.
        turning(QWidget): this is about to make room for what comes in its place.
        turned(QWidget): this has come in its place, and its top should be where that one's was.
    """

    moved = Signal(QWidget)
    turning = Signal(QWidget)
    turned = Signal(QWidget)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._interview = ""
        self._items: tuple[PrepItem, ...] = ()
        self._rows: dict[str, PrepRow] = {}
        self._editors: dict[str, ItemEditor] = {}
        self._adders: dict[Group, AddLine] = {}
        self._filter: Section | None = None
        self._short: tuple[str, ...] | None = None
        self._current: PrepRow | None = None
        self._heads = {group: GroupHead(group, self) for group in GROUPS}
        self._empties = {group: EmptyLine(group, self) for group in GROUPS}
        self._feet = {group: GroupFoot(self) for group in GROUPS}
        for head in self._heads.values():
            head.add_wanted.connect(self.add_to)
        for empty in self._empties.values():
            empty.add_wanted.connect(self.add_to)
        self._drag = Dragging(self, self._landing)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def rows(self) -> list[PrepRow]:
        """The rows that can be seen, in order."""
        return [self._rows[key] for key in self._order() if key not in self._editors]

    @property
    def row_in_use(self) -> PrepRow | None:
        """The row that Tab returns to."""
        return self._current

    def row(self, key: str) -> PrepRow:
        """The row of an item."""
        return self._rows[key]

    def show_items(self, interview: str, items: Sequence[PrepItem]) -> None:
        """Show these items, touching only what differs from what is shown."""
        wanted = {item.id for item in items}
        self._step_aside(wanted)
        self._interview = interview
        self._items = tuple(items)
        for key in [key for key in self._rows if key not in wanted]:
            self._remove(key, drop=True)
        for item in items:
            row = self._rows.get(item.id)
            if row is None:
                self._rows[item.id] = self._make(item)
            else:
                row.set_item(item)
            if item.id in self._editors:
                self._editors[item.id].set_item(item)
        for adder in self._adders.values():
            adder.settle()
        self._recover()
        if self._arrange():
            self.keep_in_sight()

    def set_filter(self, section: Section | None) -> None:
        """Show one section, or all of them."""
        if section != self._filter:
            self._filter = section
            self._arrange()

    def set_short(self, keys: Sequence[str] | None) -> None:
        """Show only these items in this order, with their minutes; None shows all again."""
        wanted = None if keys is None else tuple(keys)
        if wanted != self._short:
            self._short = wanted
            self._arrange()

    def reset(self) -> None:
        """Forget all rows and open editors: another interview follows."""
        self._filter = self._short = None
        for key in list(self._rows):
            self._remove(key)
        while self._adders:
            self.let_go(self._adders.popitem()[1])
        self._items = ()
        self._arrange()

    # --- adding and editing ---------------------------------------------------------------------

    def group_in_use(self) -> Group:
        """The group that a new item would go to: that of the row in use, else the first in sight."""
        for group, adder in self._adders.items():
            if adder.line.hasFocus():
                return group
        seen = [g for g in GROUPS if self._filter in {None, g.section}]
        if self._current is not None and group_of(self._current.item) in seen:
            return group_of(self._current.item)
        return seen[0]

    def add_to(self, group: Group) -> None:
        """Open a line for a new item under this group."""
        if self._short is not None or self._filter not in {None, group.section}:
            return
        if group not in self._adders:
            self._open_adder(group)
        adder = self._adders[group]
        self._arrange(partial(adder.line.setFocus, Qt.FocusReason.OtherFocusReason))
        self.moved.emit(adder)

    def edit(self, key: str) -> None:
        """Open the fields of an item in its place."""
        if key in self._editors:
            self._editors[key].begin()
            return
        self.turning.emit(self._rows[key])
        self._open_editor(self._rows[key].item)
        self._arrange(self._editors[key].begin)
        self.turned.emit(self._editors[key])

    def keep_in_sight(self) -> None:
        """Show the line that is typed into, which what is added above it pushes down."""
        for adder in (one for one in self._adders.values() if one.line.hasFocus()):
            self.moved.emit(adder)

    def _open_adder(self, group: Group) -> None:
        adder = AddLine(self._desk, self._interview, group, self)
        adder.ended.connect(self._adder_ended)
        adder.left.connect(self._close_adder)
        self._adders[group] = adder

    def _adder_ended(self, group: Group) -> None:
        self._close_adder(group, partial(self._focus_end, group))

    def _close_adder(self, group: Group, focus: Callable[[], None] | None = None) -> None:
        adder = self._adders.pop(group, None)
        if adder is not None:
            self._arrange(focus)
            self.let_go(adder)

    def _focus_end(self, group: Group) -> None:
        own = [row for row in self.rows if group_of(row.item) == group]
        nearest = own[-1] if own else self._current
        if nearest is not None:
            nearest.setFocus(_TAB)
        elif not self._empties[group].isHidden():
            self._empties[group].link.setFocus(_TAB)

    def _open_editor(self, item: PrepItem) -> None:
        editor = ItemEditor(self._desk, self._interview, item, self)
        editor.ended.connect(self._editor_ended)
        editor.left.connect(self._close_editor)
        self._editors[item.id] = editor

    def _editor_ended(self, key: str) -> None:
        self._close_editor(
            key, partial(self._rows[key].setFocus, _TAB) if key in self._rows else None
        )

    def _close_editor(self, key: str, focus: Callable[[], None] | None = None) -> None:
        editor = self._editors.get(key)
        if editor is not None:
            self.turning.emit(editor)
            del self._editors[key]
            self._arrange(focus)
            self.let_go(editor)
            if key in self._rows:
                self.turned.emit(self._rows[key])

    def _recover(self) -> None:
        # What a crash left half typed opens where it was typed, and says so itself.
        prefix = f"prep:{self._interview}:"
        for field in self._desk.store.scribbled(prefix):
            kind, _, name = field.removeprefix(prefix).partition(":")
            group = next((g for g in GROUPS if g.key == name), None)
            if kind == "add" and group is not None and group not in self._adders:
                self._open_adder(group)
            elif kind == "item" and name in self._rows and name not in self._editors:
                self._open_editor(self._rows[name].item)

    # --- what a person does with a row ----------------------------------------------------------

    def _tick(self) -> None:
        row = self.sender()
        if isinstance(row, PrepRow):
            wanted = row.isChecked()
            try:
                self._desk.do(prep.tick_item, row.item.id, done=wanted)
            except BaseException:
                row.setChecked(not wanted)
                raise

    def _wish(self, row: PrepRow, wish: Wish) -> None:
        match wish:
            case Wish.EDIT:
                self.edit(row.item.id)
            case Wish.DELETE | Wish.KEEP:
                self._desk.do(WISHED[wish], row.item.id)
            case Wish.REHEARSE if row.item.section in SPOKEN:
                self._desk.do(prep.note_rehearsal, row.item.id)
            case Wish.MOVE_UP | Wish.MOVE_DOWN if self._short is None:
                self._shift(row, -1 if wish is Wish.MOVE_UP else 1)
            case Wish.PREVIOUS | Wish.NEXT | Wish.FIRST | Wish.LAST:
                self._step(row, wish)
            case _:
                pass  # a question is not said out loud, what is short on time is not sorted

    def _step(self, row: PrepRow, wish: Wish) -> None:
        rows = self.rows
        at = rows.index(row)
        places = {Wish.PREVIOUS: at - 1, Wish.NEXT: at + 1, Wish.FIRST: 0, Wish.LAST: len(rows) - 1}
        rows[min(max(places[wish], 0), len(rows) - 1)].setFocus(_TAB)

    def _shift(self, row: PrepRow, by: int) -> None:
        """Move a row by one place; at the edge of a half of the points into the other half."""
        group = group_of(row.item)
        keys = self._keys(group)
        place = keys.index(row.item.id) + by
        if not 0 <= place < len(keys):
            other = GROUPS.index(group) + by
            if not 0 <= other < len(GROUPS) or GROUPS[other].section is not group.section:
                return
            group = GROUPS[other]
            place = len(self._keys(group)) if by < 0 else 0
        self._move(row, group, place)

    def _move_to(self, row: PrepRow, group: Group) -> None:
        self._move(row, group, len(self._keys(group)))

    def _move(self, row: PrepRow, group: Group, place: int) -> None:
        self._desk.do(prep.move_item, row.item.id, group.section, group.about, place)
        self.moved.emit(row)

    def _menu(self, row: PrepRow, at: QPoint) -> None:
        row.setFocus(Qt.FocusReason.PopupFocusReason)
        free = self._short is None
        menu = row_menu(self, row, self._wish, self._move_to, self.add_to, movable=free)
        menu.popup(at)

    def _dragged(self, row: PrepRow, at: QPoint) -> None:
        self._drag.move(row, at)

    def _dropped(self, row: PrepRow, at: QPoint) -> None:
        found = self._drag.drop(row, at)
        if found is None:
            return
        same_group = found.group == group_of(row.item)
        if not same_group or self._keys(found.group).index(row.item.id) != found.place:
            self._move(row, found.group, found.place)

    def _landing(self, row: QWidget, y: int) -> Landing | None:
        seen = [g for g in GROUPS if not self._heads[g].isHidden()]
        above = [g for g in seen if self._heads[g].y() <= y]
        if not seen or not isinstance(row, PrepRow):
            return None
        group = above[-1] if above else seen[0]
        others = [self._shown(key) for key in self._keys(group) if key != row.item.id]
        place = sum(part.geometry().center().y() < y for part in others)
        if place < len(others):
            return Landing(group, place, others[place].y())
        last = others[-1] if others else self._heads[group]
        return Landing(group, place, last.geometry().bottom())

    # --- the column -----------------------------------------------------------------------------

    def _keys(self, group: Group) -> list[str]:
        return [item.id for item in self._items if group_of(item) == group]

    def _order(self) -> list[str]:
        if self._short is not None:
            return [key for key in self._short if key in self._rows]
        seen = [g for g in GROUPS if self._filter in {None, g.section}]
        return [key for group in seen for key in self._keys(group)]

    def _shown(self, key: str) -> QWidget:
        return self._editors.get(key) or self._rows[key]

    def _arrange(self, focus: Callable[[], None] | None = None) -> bool:
        """Put everything in its place, and `focus` on what is new; whether the order is another."""
        wanted = [self._shown(key) for key in self._order()]
        if self._short is None:
            seen = [g for g in GROUPS if self._filter in {None, g.section}]
            wanted = [part for group in seen for part in self._parts(group)]
        self._dress()
        if changed := self.put(wanted, self._all_parts(), focus):
            chain([stop for part in wanted for stop in stops_in(part)])
        return changed

    def _all_parts(self) -> Iterator[QWidget]:
        yield from self._heads.values()
        yield from self._empties.values()
        yield from self._feet.values()
        yield from self._rows.values()
        yield from self._editors.values()
        yield from self._adders.values()

    def _parts(self, group: Group) -> list[QWidget]:
        rows = [self._shown(key) for key in self._keys(group)]
        parts: list[QWidget] = [self._heads[group], *rows]
        if group in self._adders:
            parts.append(self._adders[group])
        elif not rows:
            parts.append(self._empties[group])
        return [*parts, self._feet[group]]

    def _dress(self) -> None:
        short = self._short is not None
        for group in GROUPS:
            keys = self._order() if short else self._keys(group)
            for key in keys:
                row = self._rows[key]
                row.set_last(key == keys[-1])
                row.set_movable(not short)
                row.set_minutes(tr("{n} min", n=row.item.minutes) if short else "")
            if short:
                break
        if self._current is None or self._current not in self.rows:
            self._use(self.rows[0] if self.rows else None)

    # --- rows come and go -----------------------------------------------------------------------

    def _make(self, item: PrepItem) -> PrepRow:
        row = PrepRow(item, self)
        row.clicked.connect(self._tick)
        row.wished.connect(self._wish)
        row.menu_wanted.connect(self._menu)
        row.entered.connect(self._use)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        row.drag_ended.connect(self._drag.end)
        return row

    def _remove(self, key: str, *, drop: bool = False) -> None:
        row = self._rows.pop(key)
        if self._current is row:
            self._current = None
        editor = self._editors.pop(key, None)
        if editor is not None:
            if drop:
                editor.typing.drop()
            self.let_go(editor)
        self.let_go(row)

    def _use(self, row: PrepRow | None) -> None:
        if row is self._current:
            return
        if self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = row
        if row is not None:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _step_aside(self, wanted: set[str]) -> None:
        """Move the focus from a row that goes to the next one that stays."""
        focused = next((key for key, row in self._rows.items() if row.hasFocus()), None)
        if focused is None or focused in wanted:
            return
        before = [row.item.id for row in self.rows]
        at = before.index(focused) if focused in before else 0
        left = [key for key in before[at + 1 :] + before[:at][::-1] if key in wanted]
        if left:
            self._rows[left[0]].setFocus(_TAB)
