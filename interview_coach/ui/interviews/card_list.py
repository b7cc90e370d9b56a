"""Owns the list of cards in their groups: kept in place by id, walked by keyboard, Closed folded."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from interview_coach.ui.interviews.cards import CardButton
from interview_coach.ui.interviews.lines import CardText, Group, Grouped, group_title
from interview_coach.ui.interviews.subject import Act, Subject
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Label, LinkButton, ScrollPage

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
_WALKING = frozenset({*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End})
# Cards made before the first look, in each idle moment after, and before one has to ask for more.
_AT_ONCE = 16
_AT_A_TIME = 6
_MOST = 150


class FoldHead(LinkButton):
    """The head of the closed group: opens and folds it.

    Signals: those of QPushButton.
    """

    role = "label"
    height_ = 30

    def show_count(self, title: str, count: int, *, is_open: bool) -> None:
        """Show how many there are, and which way it goes."""
        self.setText(tr("{title} · {count}", title=title, count=count))
        self.set_icon("chevron-down" if is_open else "chevron-right")
        state = tr("unfolded") if is_open else tr("folded")
        self.setAccessibleName(
            tr("{title}, {count}, {state}", title=title, count=count, state=state)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's; a button would hand them to its neighbours."""
        if event.key() in _WALKING:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CardList(ScrollPage):
    """Groups of cards; the closed ones fold away.

    Signals:
        chosen(Subject): the person went to another card.
        wanted(Act, Subject): a key asked for this.
        menu_wanted(Subject, QPoint): a context menu, at a global point.
        fold_toggled(): the closed group was opened or folded.
        more_wanted(): older closed ones.
    """

    chosen = Signal(object)
    wanted = Signal(object, object)
    menu_wanted = Signal(object, QPoint)
    fold_toggled = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=0)
        self.body.setContentsMargins(0, 0, 8, 16)
        self.body.setSpacing(0)
        self._cards: dict[str, CardButton] = {}
        self._heads: dict[Group, Label] = {}
        self._order: list[str] = []
        self._shown: list[QWidget] = []
        self._chosen = ""
        self._open = False
        self._forced: bool | None = None
        self.fold = FoldHead("", "chevron-right")
        self.fold.clicked.connect(self._toggle)
        self.fold.hide()
        self.more = LinkButton(tr("Show older ones"), "chevron-down")
        self.more.clicked.connect(self.more_wanted)
        self.more.hide()
        self.further = LinkButton(tr("Show further ones"), "chevron-down")
        self.further.clicked.connect(self._show_further)
        self.further.hide()
        self._groups: Sequence[Grouped] = ()
        self._most = _MOST
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.timeout.connect(self._go_on)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(holder)
        self.body.addStretch(1)
        self.setAccessibleName(tr("Interviews"))

    # --- what is shown ------------------------------------------------------------------------

    @property
    def keys(self) -> list[str]:
        """The ids of the cards that are shown, in order."""
        return list(self._order)

    @property
    def is_open(self) -> bool:
        """Whether the closed group shows its cards."""
        return self._open if self._forced is None else self._forced

    @property
    def current(self) -> Subject | None:
        """What the chosen card is about."""
        card = self._cards.get(self._chosen)
        return card.card.subject if card is not None else None

    def card(self, key: str) -> CardButton:
        """A card by its id."""
        return self._cards[key]

    def force_open(self, is_open: bool | None) -> None:
        """Open or fold the closed group for a search; None leaves it as the person had it."""
        self._forced = is_open

    def show_groups(self, groups: Sequence[Grouped]) -> None:
        """Show these; cards that stay keep their place, their focus and their widget.

        New ones are made as many as one sees, and the others a few at a time while nobody waits.
        """
        self._groups = groups
        place = self._order.index(self._chosen) if self._chosen in self._order else 0
        focus = self._cards[self._chosen].hasFocus() if self._chosen in self._cards else False
        self._fill(_AT_ONCE)
        if self._chosen not in self._order:
            self._chosen = self._order[min(place, len(self._order) - 1)] if self._order else ""
            if focus and self._chosen:
                self._cards[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark()

    def _fill(self, budget: int) -> None:
        """Show what there is, with at most so many new cards; the rest follows by itself."""
        wanted: list[QWidget] = []
        order: list[str] = []
        complete = True
        for found in self._groups:
            if not complete:
                break
            closed = found.group is Group.CLOSED
            wanted.append(self._head(found))
            if closed and not self.is_open:
                continue
            for text in found.cards:
                key = text.subject.key
                card = self._cards.get(key)
                if card is not None:
                    card.show_card(text)
                elif len(order) >= self._most or budget <= 0:
                    complete = False
                    break
                else:
                    budget -= 1
                    card = self._cards[key] = self._make(text)
                order.append(key)
                wanted.append(card)
            if complete and closed and found.total > len(found.cards):
                wanted.append(self.more)
        if not complete and len(order) >= self._most:
            wanted.append(self.further)
        elif not complete:
            self._slices.start()
        self._lay_out(wanted)
        self._order = order
        self._drop_gone()

    def _drop_gone(self) -> None:
        there = {text.subject.key for found in self._groups for text in found.cards}
        if any(f.group is Group.CLOSED for f in self._groups) and not self.is_open:
            there -= {
                text.subject.key
                for found in self._groups
                if found.group is Group.CLOSED
                for text in found.cards
            }
        for key in [key for key in self._cards if key not in there]:
            card = self._cards.pop(key)
            card.hide()
            card.deleteLater()

    def _go_on(self) -> None:
        self._fill(_AT_A_TIME)
        self._mark()

    def _show_further(self) -> None:
        self._most += _MOST
        at = len(self._order)
        self._fill(_AT_ONCE)
        if at < len(self._order):
            # Where one was reading on.
            self.choose(self._order[at], Qt.FocusReason.OtherFocusReason)

    def choose(self, key: str, reason: Qt.FocusReason | None = None) -> None:
        """Choose a card; with a reason it gets the focus too."""
        if key not in self._cards:
            return
        changed = key != self._chosen
        self._chosen = key
        self._mark()
        card = self._cards[key]
        if reason is not None and not card.hasFocus():
            card.setFocus(reason)
        if changed:
            self.ensureWidgetVisible(card, 0, 12)
            self.chosen.emit(card.card.subject)

    def choose_card(self, card: QWidget) -> None:
        """Choose what a card is about."""
        for key, known in self._cards.items():
            if known is card:
                self.choose(key)

    def focus_chosen(self) -> bool:
        """Give the focus to the chosen card; whether there is one."""
        if self._chosen in self._cards:
            self._cards[self._chosen].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    # --- keyboard and menu --------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the cards over the heads of groups, F2 edits, Delete deletes."""
        key = Qt.Key(event.key())
        current = self.current
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _STEPS:
            self._walk(_STEPS[key])
        elif plain and key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._fill(_MOST)
            if self._order:
                end = self._order[0 if key == Qt.Key.Key_Home else -1]
                self.choose(end, Qt.FocusReason.TabFocusReason)
        elif plain and key == Qt.Key.Key_F2 and current is not None:
            self.wanted.emit(Act.EDIT, current)
        elif plain and key == Qt.Key.Key_Delete and current is not None and self._on_card():
            self.wanted.emit(Act.DELETE, current)
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions of the card under the mouse, or of the one with the focus."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            under = self.content.childAt(self.content.mapFromGlobal(event.globalPos()))
            if not isinstance(under, CardButton):
                return
            self.choose(under.card.subject.key)
            self.menu_wanted.emit(under.card.subject, event.globalPos())
        elif self.current is not None:
            card = self._cards[self._chosen]
            at = card.mapToGlobal(QPoint(card.width() // 3, card.height() // 2))
            self.menu_wanted.emit(self.current, at)

    def _on_card(self) -> bool:
        return self._cards[self._chosen].hasFocus()

    def _walk(self, step: int) -> None:
        folded = self.fold.isVisible() and not self.is_open
        if self.fold.hasFocus():
            target = self._after_fold(step)
        elif not self._order:
            return
        else:
            place = self._order.index(self._chosen) + step
            if place >= len(self._order) and self._slices.isActive():
                self._fill(_AT_ONCE)
            if place >= len(self._order) and folded:
                self.fold.setFocus(Qt.FocusReason.TabFocusReason)
                return
            target = max(0, min(place, len(self._order) - 1))
        if 0 <= target < len(self._order):
            self.choose(self._order[target], Qt.FocusReason.TabFocusReason)

    def _after_fold(self, step: int) -> int:
        """The place in the order that a step from the head of the closed group leads to."""
        at = self._shown.index(self.fold)
        before = sum(isinstance(widget, CardButton) for widget in self._shown[:at])
        return before + step - (1 if step > 0 else 0)

    def _toggle(self) -> None:
        self._open = not self.is_open
        self._forced = None
        self.fold_toggled.emit()

    # --- putting it together ------------------------------------------------------------------

    def _make(self, text: CardText) -> CardButton:
        card = CardButton(text)
        card.chosen.connect(self._was_chosen)
        card.opened.connect(self._was_opened)
        return card

    def _was_chosen(self) -> None:
        card = self.sender()
        if isinstance(card, CardButton):
            self.choose(card.card.subject.key)

    def _was_opened(self) -> None:
        card = self.sender()
        if isinstance(card, CardButton):
            self.wanted.emit(Act.OPEN, card.card.subject)

    def _head(self, found: Grouped) -> QWidget:
        title = group_title(found.group)
        if found.group is Group.CLOSED:
            self.fold.show_count(title, found.total, is_open=self.is_open)
            return self.fold
        head = self._heads.get(found.group)
        if head is None:
            head = self._heads[found.group] = Label("", "label", "muted")
            head.setContentsMargins(0, 6, 0, 4)
        head.setText(
            title if found.total == 1 else tr("{title} · {count}", title=title, count=found.total)
        )
        return head

    def _lay_out(self, wanted: list[QWidget]) -> None:
        if wanted == self._shown:
            return
        kept = 0
        for shown, widget in zip(self._shown, wanted, strict=False):
            if shown is not widget:
                break
            kept += 1
        staying = set(wanted)
        for widget in self._shown[kept:]:
            self._column.removeWidget(widget)
            if widget not in staying:
                widget.hide()
        before = next((w for w in reversed(wanted[:kept]) if not isinstance(w, Label)), None)
        for widget in wanted[kept:]:
            self._column.addWidget(widget)
            widget.show()
            if not isinstance(widget, Label):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget
        self._shown = wanted

    def _mark(self) -> None:
        for key, card in self._cards.items():
            card.set_selected(key == self._chosen)
