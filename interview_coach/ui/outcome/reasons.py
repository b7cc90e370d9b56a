"""Owns the card of reasons: two families, what can be added to them, and the way out for today."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from interview_coach.domain.kinds import Decision, Family, ReasonKind
from interview_coach.domain.outcome import (
    NOT_MINE_MORE,
    NOT_MINE_USUAL,
    Debrief,
    OwnWording,
    ReasonDraft,
    ReasonRow,
)
from interview_coach.domain.search import index_text
from interview_coach.store import outcomes
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.outcome.own import OwnReason
from interview_coach.ui.outcome.row import Key, ReasonLine, key_of
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Ink
from interview_coach.ui.widgets import (
    Card,
    FlatButton,
    Label,
    QuietButton,
    SectionHeading,
    small,
)

# So much of one's own words stands in a menu.
_MENU_WIDTH = 80
_ICONS = {Family.NOT_MINE: "wind", Family.MINE: "sprout"}
_INKS: dict[Family, Ink] = {Family.NOT_MINE: "not_yours", Family.MINE: "accent"}


class FamilyBlock(QWidget):
    """One family of reasons under its heading.

    Signals: none of its own.
    """

    def __init__(self, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = family
        self.lines: dict[Key, ReasonLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self.heading = SectionHeading(
            words.word(family), _ICONS[family], ink=_INKS[family], parent=self
        )
        self._none = small()
        self._none.setContentsMargins(0, 8, 0, 8)
        self._column.addWidget(self.heading)
        self._column.addWidget(self._none)
        self._none.hide()

    def say(self, note: str, nothing: str = "") -> None:
        """The note behind the heading, and what stands there while there is no reason."""
        self.heading.set_text(words.word(self.family), note)
        self._none.setText(nothing)
        self._none.setVisible(bool(nothing) and not self.lines)

    def place(self, line: ReasonLine, at: int) -> None:
        """Put a line at its place, moving nothing that stands there already."""
        index = at + 1
        if self._column.indexOf(line) != index:
            self._column.insertWidget(index, line)
            # At once, not when the layout gets to it: the focus may go there next.
            line.show()
        line.set_first(at == 0)


class ReasonsCard(Card):
    """What can explain it: the reasons by family, each with its sign.

    Signals:
        weighed(ReasonDraft): the person said something of a reason, or added one.
        removed(str): the person took an added reason away; its id.
        later(): not today.
    """

    weighed = Signal(object)
    removed = Signal(str)
    later = Signal()

    def __init__(self, desk: Desk, outcome_id: str, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._desk = desk
        self._outcome = outcome_id
        # First one kind sentence, which neither blames nor absolves.
        self._kind = Label(
            tr("That is a hard thing to hear. It can wait: nothing here runs away."), wrap=True
        )
        self.body.insertWidget(0, self._kind)
        self.another_day = QuietButton(tr("Not today"))
        does = tr("Leave this for now and go to Today. What you have said is kept.")
        self.another_day.setToolTip(does)
        self.another_day.setAccessibleDescription(does)
        self.add_to_heading(self.another_day)
        self._lead = small()
        self.add(self._lead)
        self.blocks = {family: FamilyBlock(family) for family in (Family.NOT_MINE, Family.MINE)}
        for block in self.blocks.values():
            self.add(block)
        self.more = FlatButton(tr("Another reason"), "plus")
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        self._more_note = small()
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.more)
        line.addWidget(self._more_note, 1)
        self.add_layout(line)
        self.own = OwnReason(desk, outcome_id)
        self.own.hide()
        self.add(self.own)
        self._there: set[str] = set()
        self._menu.triggered.connect(self._chose)
        self._menu.aboutToShow.connect(self._offer_own)
        self.another_day.clicked.connect(self.later)
        self.own.closed.connect(self._own_closed)

    @property
    def lines(self) -> list[ReasonLine]:
        """All lines, family by family."""
        return [line for block in self.blocks.values() for line in block.lines.values()]

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in the order of reading."""
        lines = [stop for line in self.lines for stop in line.stops]
        return [self.another_day, *lines, self.more, *self.own.stops]

    def show_debrief(self, debrief: Debrief) -> None:
        """Show the reasons; lines that are there already are brought up to date in place."""
        rejected = debrief.outcome is not None and debrief.outcome.decision is Decision.REJECTED
        self._kind.setVisible(rejected)
        self.set_heading(
            tr("Not this time. What can explain it?") if rejected else tr("What was behind it?")
        )
        self._lead.setText(
            tr("Go by signs, not by mood. “No sign” is a good answer.")
            if rejected
            else tr("Only if you want to keep it. Go by signs, not by mood.")
        )
        # The shorter form lays nothing out: only what the person added.
        shown = [r for r in debrief.reasons if rejected or r.id]
        # A review that was sealed after the answer offers its lines all the same.
        offered = any(reason.note for reason in shown)
        typed = self._desk.store.scribbled(f"outcome:{self._outcome}:")
        for family, block in self.blocks.items():
            self._fill(block, [r for r in shown if r.family is family], typed)
            block.setVisible(rejected or bool(block.lines))
        self.blocks[Family.NOT_MINE].say("")
        self.blocks[Family.MINE].say(
            tr("from your sealed review") if offered else "", self._nothing(debrief)
        )
        self._offer(shown)
        if self.own.typing.dirty:
            self.own.show()

    @staticmethod
    def _nothing(debrief: Debrief) -> str:
        if debrief.sealed_at is None:
            return tr("No sealed review names anything here. You can add a reason below.")
        return tr("Your sealed review names nothing here: no low rating, no point left unsaid.")

    def _fill(
        self, block: FamilyBlock, reasons: Sequence[ReasonRow], typed: Collection[str]
    ) -> None:
        wanted = {key_of(reason): reason for reason in reasons}
        for key in [key for key in block.lines if key not in wanted]:
            line = block.lines.pop(key)
            line.let_go()
            line.hide()
            line.deleteLater()
        for at, (key, reason) in enumerate(wanted.items()):
            known = block.lines.get(key)
            if known is None:
                known = ReasonLine(self._desk, self._outcome, reason)
                known.weighed.connect(self.weighed)
                known.removed.connect(self._remove)
                block.lines[key] = known
            known.show_reason(reason, typed=any(x.startswith(known.field) for x in typed))
            block.place(known, at)
        block.lines = {key: block.lines[key] for key in wanted}

    def _offer(self, shown: Sequence[ReasonRow]) -> None:
        there = {r.what for r in shown if r.family is Family.NOT_MINE}
        self._menu.clear()
        kinds = [kind for kind in (*NOT_MINE_USUAL, *NOT_MINE_MORE) if kind not in there]
        for kind in kinds:
            self._menu.addAction(words.word(kind)).setData(kind)
        if kinds:
            self._menu.addSeparator()
        self._menu.addAction(tr("In my own words…")).setData(ReasonKind.OWN)
        self._there = {index_text(r.text) for r in shown if r.what is ReasonKind.OWN}
        listed = [words.word(kind).lower() for kind in kinds if kind in NOT_MINE_MORE]
        self._more_note.setText(" · ".join([*listed, tr("my own words")]))

    def _offer_own(self) -> None:
        """What was put in own words before, asked for when the menu opens."""
        for action in [a for a in self._menu.actions() if isinstance(a.data(), OwnWording)]:
            self._menu.removeAction(action)
        for own in self._desk.ask(outcomes.own_wordings):
            if index_text(own.text) not in self._there:
                whose = words.word(own.family).lower()
                text = tr("“{words}” ({whose})", words=own.text[:_MENU_WIDTH], whose=whose)
                self._menu.addAction(text.replace("&", "&&")).setData(own)

    def _chose(self, action: QAction) -> None:
        own = action.data()
        if isinstance(own, OwnWording):
            self.weighed.emit(ReasonDraft(own.family, ReasonKind.OWN, text=own.text))
            added = self.blocks[own.family].lines.get((own.family, ReasonKind.OWN, "", own.text))
            if added is not None:
                added.sign.choices[0].setFocus()
            return
        kind = ReasonKind(action.data())
        if kind is ReasonKind.OWN:
            self.own.open()
            return
        self.weighed.emit(ReasonDraft(Family.NOT_MINE, kind))
        added = self.blocks[Family.NOT_MINE].lines.get((Family.NOT_MINE, kind, "", ""))
        if added is not None:
            added.sign.choices[0].setFocus()

    def _remove(self, key: str) -> None:
        self.more.setFocus()
        self.removed.emit(key)

    def _own_closed(self) -> None:
        self.more.setFocus()
