"""Owns the questions that are expected in an interview: listed, worded, ordered, offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.expected import Expected, ExpectedList, Offer
from interview_coach.store import expected
from interview_coach.ui import spots, words_expected
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.expectdialog import ExpectDialog
from interview_coach.ui.prep.expectedline import ExpectedLine
from interview_coach.ui.prep.textrow import TextRow
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import icon
from interview_coach.ui.widgets import Card, Divider, IconButton, Label, LinkButton, small
from interview_coach.ui.widgets.column import Column, chain


class ExpectedRow(TextRow):
    """One expected question: Enter edits it, Delete deletes, Alt with an arrow moves it.

    Signals: those of TextRow, and
        delete_wanted(str): the person wants it gone.
        moved(str, int): the person wants it one up (-1) or down (1).
    """

    delete_wanted = Signal(str)
    moved = Signal(str, int)

    def __init__(self, shown: Expected, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self.fixed = False
        spots.tag(self, shown.id)
        self.show_expected(shown, fixed=False)

    def show_expected(self, shown: Expected, *, fixed: bool) -> None:
        """Show what the store says of it now; a `fixed` one belongs to a sealed review."""
        self.shown, self.fixed = shown, fixed
        before = words_expected.before(shown)
        self.lines.set(shown.text, before)
        self.setAccessibleName(shown.text)
        self.setAccessibleDescription(before)
        self.updateGeometry()
        self.update()

    def delete(self) -> None:
        """Ask for it to be gone."""
        if not self.fixed:
            self.delete_wanted.emit(self.shown.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves it."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(way)
            return
        super().keyPressEvent(event)

    def fill(self, menu: QMenu) -> None:
        """Edit, move and delete."""
        if self.fixed:
            menu.addAction(tr("Fixed with the sealed review")).setEnabled(False)
            return
        acts: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("pencil", tr("Edit"), "F2", self.click),
            ("arrow-up", tr("Move up"), "Alt+Up", partial(self._move, -1)),
            ("arrow-down", tr("Move down"), "Alt+Down", partial(self._move, 1)),
            ("trash-2", tr("Delete"), "Del", self.delete),
        )
        for name, text, keys, run in acts:
            action = menu.addAction(icon(name), text)
            action.setShortcut(QKeySequence(keys))
            # It is shown here, and heard by the row.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, run=run: run())

    def _move(self, way: int) -> None:
        if not self.fixed:
            self.moved.emit(self.shown.id, way)


class OfferRow(QWidget):
    """A question that came unprepared before, with one click to expect it.

    Signals:
        taken(): the person expects it.
    """

    taken = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Label(offer.text, "body", "muted", wrap=True))
        texts.addWidget(small(words_expected.offered(offer)))
        row.addLayout(texts, 1)
        self.button = LinkButton(tr("Expect it"))
        self.button.setAccessibleName(tr("Expect: {question}", question=offer.text))
        self.button.clicked.connect(self.taken)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class ExpectedCard(Card):
    """Questions I expect.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("Questions you expect"), parent=parent)
        self._desk = desk
        self._interview = ""
        self._shown = ExpectedList()
        self._rows: dict[str, ExpectedRow] = {}
        self._editors: dict[str, ExpectedLine] = {}
        self._offers: list[tuple[Offer, OfferRow]] = []
        self.new: ExpectedLine | None = None
        self.choose = IconButton("library", tr("Choose questions that you may expect"))
        self.choose.clicked.connect(self.open_choice)
        self.add_to_heading(self.choose)
        self.body.setSpacing(3)
        self._column = Column()
        self._quiet = small(
            tr(
                "What will they ask? After the interview you tick what came: so you learn to expect."
            )
        )
        self._below = QVBoxLayout()
        self._below.setSpacing(0)
        self.add(Divider())
        self.add(self._quiet)
        self.add(self._column)
        self.add_layout(self._below)

    @property
    def rows(self) -> list[ExpectedRow]:
        """The rows, in order."""
        return [self._rows[one.id] for one in self._shown.questions]

    @property
    def offers(self) -> list[OfferRow]:
        """What is proposed, in order."""
        return [row for _, row in self._offers]

    def show_expected(self, interview: str, shown: ExpectedList) -> None:
        """Show these, in place."""
        if interview != self._interview:
            self._begin(interview)
        self._step_aside(shown)
        self._shown = shown
        wanted = {one.id: one for one in shown.questions}
        for key in [key for key in self._rows if key not in wanted]:
            self._column.let_go(self._rows.pop(key))
            if key in self._editors:
                self._column.let_go(self._editors.pop(key))
        for key, one in wanted.items():
            if key not in self._rows:
                self._rows[key] = self._make(one)
            self._rows[key].show_expected(one, fixed=shown.sealed)
            if key in self._editors:
                self._editors[key].show_expected(one)
        self._recover()
        count = len(wanted)
        self.set_note(tr_n("{n} question", "{n} questions", count) if count else "")
        self.choose.setVisible(not shown.sealed)
        self._quiet.setVisible(not count and not shown.sealed)
        if self.new is not None:
            self.new.setVisible(not shown.sealed)
        self.setVisible(bool(interview) and (bool(count) or not shown.sealed))
        self._show_offers(shown.again)
        self._arrange()

    def reset(self) -> None:
        """Forget the rows: another interview follows."""
        self.show_expected("", ExpectedList())

    def open_choice(self) -> ExpectDialog:
        """Offer what came before and what is in the bank."""
        dialog = ExpectDialog(self._desk, self._interview, self.window())
        dialog.open()
        return dialog

    def edit(self, key: str) -> None:
        """Open the field of one of them in its place."""
        if self._shown.sealed:
            return
        if key not in self._editors:
            self._open(key)
        self._arrange(self._editors[key].begin)

    # --- inside ---------------------------------------------------------------------------------

    def _begin(self, interview: str) -> None:
        self._interview = interview
        for key in list(self._editors):
            self._column.let_go(self._editors.pop(key))
        if self.new is not None:
            self._column.let_go(self.new)
            self.new = None
        if interview:
            self.new = ExpectedLine(self._desk, interview, None, self._column)
            self.new.ended.connect(lambda _key: self._leave_new())

    def _leave_new(self) -> None:
        (self.rows[-1] if self._rows else self.choose).setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, one: Expected) -> ExpectedRow:
        row = ExpectedRow(one, self._column)
        row.clicked.connect(self._clicked)
        row.delete_wanted.connect(self._delete)
        row.moved.connect(self._move)
        return row

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ExpectedRow):
            self.edit(row.shown.id)

    def _delete(self, key: str) -> None:
        self._desk.do(expected.delete_expected, key)

    def _move(self, key: str, way: int) -> None:
        keys = [one.id for one in self._shown.questions]
        place = keys.index(key) + way
        if 0 <= place < len(keys):
            self._desk.do(expected.move_expected, key, place)
            self._rows[key].setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, key: str) -> None:
        shown = self._rows[key].shown
        editor = ExpectedLine(self._desk, self._interview, shown, self._column)
        editor.ended.connect(self._ended)
        editor.left.connect(self._close)
        self._editors[key] = editor

    def _ended(self, key: str) -> None:
        self._close(key, partial(self._rows[key].setFocus, Qt.FocusReason.TabFocusReason))

    def _close(self, key: str, focus: Callable[[], None] | None = None) -> None:
        editor = self._editors.pop(key, None)
        if editor is not None:
            self._arrange(focus)
            self._column.let_go(editor)

    def _recover(self) -> None:
        prefix = f"expected:{self._interview}:"
        if not self._interview:
            return
        for field in self._desk.store.scribbled(prefix):
            key = field.removeprefix(prefix)
            if key in self._rows and key not in self._editors:
                self._open(key)

    def _step_aside(self, after: ExpectedList) -> None:
        """Before the row with the focus goes, give the focus to its neighbour."""
        left = {one.id for one in after.questions}
        keys = [one.id for one in self._shown.questions if one.id in self._rows]
        focused = next((k for k in keys if self._rows[k].hasFocus()), None)
        if focused is None or focused in left:
            return
        at = keys.index(focused)
        near = [k for k in keys[at + 1 :] + keys[:at][::-1] if k in left]
        goal: QWidget = self._rows[near[0]] if near else (self.new or self.choose)
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        if tuple(offer for offer, _ in self._offers) == offers:
            return
        for _, row in self._offers:
            if row.button.hasFocus() and self.new is not None:
                self.new.setFocus(Qt.FocusReason.OtherFocusReason)
            self._below.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._offers = []
        for offer in offers:
            row = OfferRow(offer)
            row.taken.connect(partial(self._take, offer))
            self._below.addWidget(row)
            self._offers.append((offer, row))

    def _take(self, offer: Offer) -> None:
        self._desk.do(expected.add_expected, self._interview, offer.text, offer.question_id)

    def _arrange(self, focus: Callable[[], None] | None = None) -> None:
        wanted: list[QWidget] = [
            self._editors.get(one.id) or self._rows[one.id] for one in self._shown.questions
        ]
        for row in self.rows:
            row.set_last(row is wanted[-1])
        if self.new is not None and not self._shown.sealed:
            wanted.append(self.new)
        everything = [*self._rows.values(), *self._editors.values()]
        if self._column.put(wanted, everything, focus):
            stops = [part.line if isinstance(part, ExpectedLine) else part for part in wanted]
            chain([self.choose, *stops, *(row.button for row in self.offers)])
