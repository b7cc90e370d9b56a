"""Owns what the posting asks for and what answers it: added, edited, weighed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.kinds import Strength
from interview_coach.domain.prep import Requirement
from interview_coach.store import opportunity as opportunities
from interview_coach.ui.desk import Desk
from interview_coach.ui.prep.proposals import ProposalsDialog
from interview_coach.ui.prep.requirement import RequirementRow
from interview_coach.ui.prep.requirementeditor import BLANK, NEW, Offers, RequirementEditor
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import Card, Divider, IconButton, LinkButton, small
from interview_coach.ui.widgets.column import Column, chain


class RequirementsCard(Card):
    """What they ask for, what you have.

    Signals: none of its own.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("What they ask for, what you have"), parent=parent)
        self._desk = desk
        self._opportunity = ""
        self._offers: Offers = tuple
        self._requirements: dict[str, Requirement] = {}
        self._rows: dict[str, RequirementRow] = {}
        self._editors: dict[str, RequirementEditor] = {}
        self._plus = IconButton("plus", tr("Add what they ask for"))
        self._plus.clicked.connect(self.add_one)
        self._propose = IconButton("file-text", tr("See what the posting asks for"))
        self._propose.clicked.connect(self.propose)
        self.add_to_heading(self._propose)
        self.add_to_heading(self._plus)
        self._divider = Divider()
        self._quiet = QWidget()
        quiet = QHBoxLayout(self._quiet)
        quiet.setContentsMargins(0, 0, 0, 0)
        quiet.addWidget(small(tr("What does the posting ask for? Put your evidence beside it.")), 1)
        self._link = LinkButton(tr("Add one"))
        self._link.setAccessibleName(tr("Add what they ask for"))
        self._link.clicked.connect(self.add_one)
        self._seek = LinkButton(tr("Look in it"))
        self._seek.setAccessibleName(tr("See what the posting asks for"))
        self._seek.clicked.connect(self.propose)
        quiet.addWidget(self._seek, 0, Qt.AlignmentFlag.AlignTop)
        quiet.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(3)
        self.add(self._divider)
        self.add(self._quiet)
        self._column = Column()
        self.add(self._column)

    @property
    def rows(self) -> list[RequirementRow]:
        """The rows, in order."""
        return [self._rows[key] for key in self._requirements]

    def show_requirements(self, opportunity: str, wanted: tuple[Requirement, ...]) -> None:
        """Show these, in place."""
        self._opportunity = opportunity
        self._requirements = {one.id: one for one in wanted}
        self._step_aside()
        for key in [key for key in self._rows if key not in self._requirements]:
            self._column.let_go(self._rows.pop(key))
            if key in self._editors:
                self._column.let_go(self._editors.pop(key))
        for one in wanted:
            if one.id not in self._rows:
                self._rows[one.id] = self._make(one)
            self._rows[one.id].set_requirement(one)
            if one.id in self._editors:
                self._editors[one.id].set_requirement(one)
        self._recover()
        answered = sum(one.strength is not Strength.GAP for one in wanted)
        tally = tr("{answered} of {wanted}", answered=answered, wanted=len(wanted))
        self.set_note(tally if wanted else "")
        self._arrange()

    def reset(self) -> None:
        """Forget the rows: another opportunity follows."""
        for key in list(self._editors):
            self._column.let_go(self._editors.pop(key))
        self.show_requirements("", ())

    def set_offers(self, offers: Offers) -> None:
        """What gives the stories and points that can be put beside what is asked."""
        self._offers = offers

    def propose(self) -> None:
        """Look over what the posting seems to ask for, but for what is noted already."""
        if self._opportunity:
            known = frozenset(one.text.casefold() for one in self._requirements.values())
            dialog = ProposalsDialog(self._desk, self._opportunity, known, self.window())
            dialog.open()

    def add_one(self) -> None:
        """Open the fields of a new one."""
        self.edit(NEW)

    def edit(self, key: str) -> None:
        """Open the fields of one of them in its place."""
        if key not in self._editors:
            self._open(key)
        self._arrange(self._editors[key].begin)

    def _open(self, key: str) -> None:
        shown = self._requirements.get(key, BLANK)
        editor = RequirementEditor(self._desk, self._opportunity, shown, self._column, self._offers)
        editor.ended.connect(self._ended)
        editor.left.connect(self._close)
        self._editors[key] = editor

    def _ended(self, key: str) -> None:
        back: QWidget = self._plus
        if key != NEW:
            back = self._rows[key]
        elif not self._requirements:
            back = self._link
        self._close(key, partial(back.setFocus, Qt.FocusReason.TabFocusReason))

    def _close(self, key: str, focus: Callable[[], None] | None = None) -> None:
        editor = self._editors.pop(key, None)
        if editor is not None:
            self._arrange(focus)
            self._column.let_go(editor)

    def _recover(self) -> None:
        prefix = f"requirement:{self._opportunity}:"
        if not self._opportunity:
            return
        for field in self._desk.store.scribbled(prefix):
            key = field.removeprefix(prefix)
            if key not in self._editors and (key == NEW or key in self._rows):
                self._open(key)

    def _make(self, one: Requirement) -> RequirementRow:
        row = RequirementRow(one, self._column)
        row.clicked.connect(self._edit_clicked)
        row.strength_wanted.connect(self._weigh)
        row.delete_wanted.connect(self._delete)
        return row

    def _edit_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, RequirementRow):
            self.edit(row.requirement.id)

    def _weigh(self, key: str, strength: Strength) -> None:
        one = self._requirements[key]
        self._desk.do(opportunities.edit_requirement, key, one.text, one.evidence, strength)

    def _delete(self, key: str) -> None:
        self._desk.do(opportunities.delete_requirement, key)

    def _step_aside(self) -> None:
        before = list(self._rows)
        focused = next((k for k, row in self._rows.items() if row.hasFocus()), None)
        if focused is None or focused in self._requirements:
            return
        at = before.index(focused)
        left = [k for k in before[at + 1 :] + before[:at][::-1] if k in self._requirements]
        (self._rows[left[0]] if left else self._plus).setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self, focus: Callable[[], None] | None = None) -> None:
        wanted: list[QWidget] = [self._editors.get(k) or self._rows[k] for k in self._requirements]
        if NEW in self._editors:
            wanted.append(self._editors[NEW])
        for row in self.rows:
            row.set_last(row is wanted[-1])
        self._quiet.setVisible(not wanted)
        everything = [*self._rows.values(), *self._editors.values()]
        if self._column.put(wanted, everything, focus):
            stops: list[QWidget] = []
            for part in wanted:
                stops += part.stops if isinstance(part, RequirementEditor) else [part]
            chain([self._propose, self._plus, *stops])
