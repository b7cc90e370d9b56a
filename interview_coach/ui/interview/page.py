"""Owns an interview's page: its head, the four steps, and which of their panels shows."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import InterviewHead
from interview_coach.domain.kinds import Topic
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews
from interview_coach.ui import spots
from interview_coach.ui.desk import Desk
from interview_coach.ui.interview.acts import PageActs
from interview_coach.ui.interview.head import HeadBar
from interview_coach.ui.interview.steps import (
    DAY,
    OUTCOME,
    PREPARE,
    REVIEW,
    SHORT,
    STEPS,
    done_steps,
    fitting_step,
)
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page, StepPanel
from interview_coach.ui.prep.panel import PreparePanel
from interview_coach.ui.text import tr
from interview_coach.ui.theme import SPACE
from interview_coach.ui.widgets import Steps
from interview_coach.ui.widgets.choices import Choice


class InterviewPage(Page):
    """One interview, along its four steps.

    Signals: none of its own.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {
            Topic.COMPANY,
            Topic.OPPORTUNITY,
            Topic.INTERVIEW,
            Topic.PREP,
            Topic.REVIEW,
            Topic.OUTCOME,
        }
    )

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, navigator, parent)
        self._interview = ""
        self._step = PREPARE
        self._head: InterviewHead | None = None
        self._panels: dict[str, StepPanel] = {}
        self.bar = HeadBar()
        spots.tag(self.bar, "interview", "opportunity", "company")
        self.steps = Steps([tr("Prepare"), tr("Interview"), tr("Review"), tr("Outcome")])
        self.stack = QStackedWidget()
        self.acts = PageActs(desk, navigator, self)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(SPACE.page, 20, SPACE.page, SPACE.gap)
        column.setSpacing(13)
        column.addWidget(self.bar)
        column.addWidget(self.steps)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(top)
        outer.addWidget(self.stack, 1)
        self.bar.crumb_chosen.connect(self._leave_to)
        self.bar.more.clicked.connect(self._open_menu)
        self.steps.step_chosen.connect(self._choose)
        self._keys()

    # --- what is shown --------------------------------------------------------------------------

    @property
    def interview(self) -> str:
        """The interview that is shown."""
        return self._interview

    @property
    def step(self) -> str:
        """The step that is shown."""
        return self._step

    @property
    def panel(self) -> StepPanel:
        """The panel of the step that is shown."""
        return self._panel(self._step)

    def show_interview(self, key: str, step: str = "") -> None:
        """Show an interview at a step, or at the one that fits now. Raises `Trouble("missing")`."""
        head = self.desk.ask(interviews.interview_head, key)
        self._interview, self._head = key, head
        known = step in STEPS or step == SHORT
        self._show_step(step if known else fitting_step(head.standing))
        self._show_head()
        self._stale = False

    def refresh(self) -> None:
        """Ask again; an interview that is gone leads back to all interviews."""
        if not self._interview:
            return
        try:
            self._head = self.desk.ask(interviews.interview_head, self._interview)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            self._forget()
            # What has happened is said by the window's note, with the way back in it.
            self.navigator.open("interviews")
            return
        self._show_head()

    def tick(self) -> None:
        """A minute has passed: countdowns read differently, and a step may be done."""
        self.refresh()
        if self._interview:
            self.panel.tick()

    def title(self) -> str:
        """The role and the company."""
        if self._head is None:
            return tr("Interview")
        return tr("{role} at {company}", role=self._head.title, company=self._head.company)

    def place(self) -> Place:
        """The interview and the step."""
        if not self._interview:
            return Place("interviews")
        return Place("interview", self._interview, self._step)

    def menu_actions(self) -> list[QAction]:
        """What can be done with this interview now."""
        return self.acts.offered()

    def open_search(self) -> bool:
        """The search of the step, if it has one."""
        return self.panel.open_search()

    def focus_first(self) -> None:
        """Where one begins on the step."""
        if self._interview:
            self.panel.focus_first()

    # --- the steps ------------------------------------------------------------------------------

    def _choose(self, place: int) -> None:
        if self._interview:
            self.desk.flush()
            self._show_step(STEPS[place])
            self._show_head()

    def _choose_by_key(self) -> None:
        place = int(self.sender().property("place"))
        self._choose(place)
        self.focus_first()
        focused = QApplication.focusWidget()
        if isinstance(focused, Choice):
            focused.show_ring()

    def _show_step(self, step: str) -> None:
        short = step == SHORT
        self._step = PREPARE if short else step
        panel = self.panel
        panel.show_interview(self._interview)
        self.stack.setCurrentWidget(panel)
        if short and isinstance(panel, PreparePanel):
            panel.make_fresh()
            panel.set_short(on=True)

    def _show_head(self) -> None:
        if self._head is None:
            return
        self.bar.show_head(self._head, self.desk.now(), self.desk.local())
        self.acts.show_head(self._head)
        self.steps.set_state(STEPS.index(self._step), done_steps(self._head))

    def _forget(self) -> None:
        self._interview, self._head = "", None
        for panel in self._panels.values():
            # Without an interview a panel shows nothing and asks nothing.
            panel.interview = ""

    def _panel(self, step: str) -> StepPanel:
        if step not in self._panels:
            panel = self._make(step)
            self._panels[step] = panel
            self.stack.addWidget(panel)
        return self._panels[step]

    def _make(self, step: str) -> StepPanel:
        # Each is loaded when it is first seen, so that opening an interview stays quick.
        from interview_coach.ui.pay.card import PayCard

        if step == DAY:
            from interview_coach.ui.day.panel import DayPanel

            return DayPanel(self.desk, self.navigator, beside=(PayCard(self.desk),))
        if step == REVIEW:
            from interview_coach.ui.interview.blocks import PayBlock, WrongBlock, WrongTold
            from interview_coach.ui.review.panel import ReviewPanel

            return ReviewPanel(
                self.desk,
                self.navigator,
                blocks=(WrongBlock, PayBlock),
                sealed_blocks=(WrongTold,),
            )
        if step == OUTCOME:
            from interview_coach.ui.outcome.panel import OutcomePanel

            return OutcomePanel(self.desk, self.navigator, beside=(PayCard(self.desk),))
        from interview_coach.ui.interview.opposite import OppositeCard
        from interview_coach.ui.research.card import ResearchCard

        opposite = OppositeCard(self.desk, self.navigator)
        beside = (opposite, ResearchCard(self.desk), PayCard(self.desk))
        return PreparePanel(self.desk, self.navigator, beside=beside)

    # --- the head -------------------------------------------------------------------------------

    def _leave_to(self, place: int) -> None:
        if place == 0 or self._head is None:
            self.navigator.open("interviews")
        else:
            self.navigator.open("opportunity", self._head.opportunity_id)

    def _open_menu(self) -> None:
        if self._head is not None:
            self.bar.open_menu(self.acts.menu())

    def _keys(self) -> None:
        for place in range(len(STEPS)):
            shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setProperty("place", place)
            shortcut.activated.connect(self._choose_by_key)
        menu = QShortcut(QKeySequence("Ctrl+."), self)
        menu.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        menu.activated.connect(self._open_menu)
