"""Owns the interviews page: what each interview needs from me, with a preview beside the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place, Touched
from interview_coach.domain.kinds import Topic
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews, silence
from interview_coach.ui import words
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.acting import Acting
from interview_coach.ui.interviews.card_list import CardList
from interview_coach.ui.interviews.lines import Group, Grouped, grouped
from interview_coach.ui.interviews.preview import Preview
from interview_coach.ui.interviews.quiet_dialog import QuietDialog
from interview_coach.ui.interviews.quiet_line import QuietLine
from interview_coach.ui.interviews.subject import Subject
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import SPACE, current
from interview_coach.ui.widgets import (
    Columns,
    EmptyState,
    FlatButton,
    PageHeader,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    SearchField,
    set_tooltip,
)

_SEARCH_AFTER_MS = 120
_MORE = 100
_SIDE = 360
_STACKED_BELOW = 1000
_STACKED_HEIGHT = 236
_STRIP_SHARE = 0.45
_ROOMY = 1320
_WIDEST = 16_777_215


class InterviewsPage(Page):
    """All interviews and opportunities by what they need, searchable, with a preview.

    Signals: none of its own.
    """

    topics = frozenset(
        {
            Topic.COMPANY,
            Topic.OPPORTUNITY,
            Topic.INTERVIEW,
            Topic.PREP,
            Topic.REVIEW,
            Topic.LESSON,
            Topic.OUTCOME,
            Topic.SETTING,
        }
    )

    def __init__(self, desk: Desk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(desk, navigator, parent)
        self._limit = _MORE
        self._acting = Acting(desk, navigator, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.page, 22, SPACE.page, 22)
        column.setSpacing(SPACE.gap)
        self.header = PageHeader(tr("Interviews"))
        self.search = SearchField(tr("Search interviews"), hint=tr("Ctrl F"))
        self.new_opportunity = QuietButton(tr("New opportunity"))
        self.new_interview = PrimaryButton(tr("New interview"), "plus")
        self.from_posting = QuietButton(tr("From a posting"), "file-text")
        set_tooltip(self.new_opportunity, words.what_an_opportunity_is())
        for button in (self.from_posting, self.new_opportunity, self.new_interview):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._in_header = (self.search, self.from_posting, self.new_opportunity, self.new_interview)
        for widget in self._in_header:
            self.header.add(widget)
        column.addWidget(self.header)

        self.columns = Columns(_SIDE, below=_STACKED_BELOW)
        self.list = CardList()
        self.nothing = EmptyState("search", "", "", tr("Clear the search"), primary=False)
        self.quiet = QuietLine()
        self.columns.main.addWidget(self.quiet)
        self.columns.main.addWidget(self.list, 1)
        self.columns.main.addWidget(self.nothing, 1)
        self.nothing.hide()
        self.side = ScrollPage(margin=0)
        self.side.body.setContentsMargins(0, 0, 0, 0)
        self.preview = Preview(desk, navigator, self._acting)
        self.side.add(self.preview, 1)
        self.columns.side.addWidget(self.side, 1)

        self.empty = EmptyState(
            "calendar-days",
            tr("No interviews yet"),
            tr(
                "Add the next one. This page then shows what is coming up, what to review, and "
                "whose answer you are waiting for. A job without a date yet goes in as an opportunity."
            ),
            tr("New interview"),
        )
        self.empty_opportunity = FlatButton(tr("New opportunity"))
        self.empty_posting = FlatButton(tr("New from a posting"))
        layout = self.empty.layout()
        if isinstance(layout, QVBoxLayout):
            for flat in (self.empty_opportunity, self.empty_posting):
                layout.insertWidget(layout.count() - 1, flat, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack = QStackedWidget()
        middle = QWidget()
        row = QHBoxLayout(middle)
        self.empty.setMaximumWidth(current().px(560))
        row.addWidget(self.empty)
        self.stack.addWidget(self.columns)
        self.stack.addWidget(middle)
        column.addWidget(self.stack, 1)

        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SEARCH_AFTER_MS)
        self._wait.timeout.connect(self.refresh)
        self.search.edited.connect(self._wait.start)
        self.search.submitted.connect(self._to_first_hit)
        self.nothing.acted.connect(self._clear_search)
        self.quiet.wanted.connect(self._put_aside)
        self.new_interview.clicked.connect(self._add_interview)
        self.empty.acted.connect(self._add_interview)
        self.new_opportunity.clicked.connect(self._add_opportunity)
        self.empty_opportunity.clicked.connect(self._add_opportunity)
        self.from_posting.clicked.connect(self._add_from_posting)
        self.empty_posting.clicked.connect(self._add_from_posting)
        self.list.chosen.connect(self._show)
        self.list.wanted.connect(self._acting.do)
        self.list.menu_wanted.connect(self._menu)
        self.list.fold_toggled.connect(self.refresh)
        self.list.more_wanted.connect(self._show_older)

    # --- what every page has ------------------------------------------------------------------

    def title(self) -> str:
        """The page's name."""
        return tr("Interviews")

    def place(self) -> Place:
        """Where the person is."""
        return Place("interviews")

    def open_search(self) -> bool:
        """Focus the search."""
        if self.search.isHidden():
            return False
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def focus_first(self) -> None:
        """Begin at the chosen card, or at what to do first."""
        if self.stack.currentIndex():
            self.empty.action_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.list.focus_chosen():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def point_at(self, found: Sequence[Touched], *, mine: bool) -> QWidget | None:
        """Choose the card, too."""
        card = super().point_at(found, mine=mine)
        if card is not None:
            self.list.choose_card(card)
        return card

    def tick(self) -> None:
        """Days wait, and what was upcoming is over."""
        self.refresh()

    def refresh(self) -> None:
        """Ask again, keep cards, focus and scroll position."""
        self._wait.stop()
        query = self.search.text().strip()
        today = self.desk.now().astimezone(self.desk.local()).date()
        found = self.desk.ask(interviews.interview_list, query, self._limit, today)
        threshold = self.desk.ask(silence.quiet_after)
        groups = grouped(found, self.desk.now(), self.desk.local(), threshold)
        self.quiet.show_quiet(
            0 if query else len(self.desk.ask(silence.silent, today, self.desk.local())), threshold
        )
        count = sum(group.total for group in groups)
        self.list.force_open(any(g.group is Group.CLOSED for g in groups) if query else None)
        self.list.show_groups(groups)
        nothing_at_all = not count and not query
        self.stack.setCurrentIndex(1 if nothing_at_all else 0)
        for widget in self._in_header:
            widget.setVisible(not nothing_at_all)
        self.search.set_note(tr("{count} found", count=count) if query else "")
        self.list.setVisible(bool(count))
        self.nothing.setVisible(bool(query) and not count)
        self.columns.show_side(bool(count))
        if query and not count:
            self.nothing.set_texts(
                tr("Nothing holds “{query}”", query=query),
                tr("All that you wrote about an interview is searched: plans, reviews, postings."),
                tr("Clear the search"),
            )
        if query:
            self.header.set_subtitle(tr("Searched in everything you wrote"))
        else:
            self.header.set_subtitle(_summary(groups))
        self._show(self.list.current)

    def _put_aside(self) -> None:
        today = self.desk.now().astimezone(self.desk.local()).date()
        found = self.desk.ask(silence.silent, today, self.desk.local())
        QuietDialog(self.desk, found, self).open()

    # --- what the person does -----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search, Down goes to the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._to_first_hit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under the list the preview takes a strip, not half the page."""
        super().resizeEvent(event)
        self._fit_side()

    def showEvent(self, event: QShowEvent) -> None:
        """The window is known now."""
        self._fit_side()
        super().showEvent(event)

    def _fit_side(self) -> None:
        width = self.window().width() / max(current().scale, 1.0)
        stacked = width < _STACKED_BELOW
        strip = min(current().px(_STACKED_HEIGHT), round(self.height() * _STRIP_SHARE))
        limit = strip if stacked else _WIDEST
        self.search.setFixedWidth(current().px(240 if width >= _ROOMY else 180))
        if self.side.maximumHeight() != limit:
            self.side.setMaximumHeight(limit)
            self.side.setMinimumHeight(limit if stacked else 0)

    def _to_first_hit(self) -> None:
        if self._wait.isActive():
            self.refresh()
        if self.list.keys:
            self.list.choose(self.list.keys[0], Qt.FocusReason.TabFocusReason)

    def _clear_search(self) -> None:
        self.search.clear_search()
        self.refresh()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_interview(self) -> None:
        self.navigator.open("new_interview")

    def _add_opportunity(self) -> None:
        self.navigator.open("new_opportunity")

    def _add_from_posting(self) -> None:
        self.navigator.open("posting")

    def _show_older(self) -> None:
        self._limit += _MORE
        self.refresh()

    def _show(self, subject: Subject | None) -> None:
        try:
            self.preview.show_subject(subject)
        except Trouble:
            # Gone between two questions: the change that took it away refreshes the page.
            self.preview.show_subject(None)

    def _menu(self, subject: Subject, at: QPoint) -> None:
        menu = self._acting.menu(subject, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_actions(self) -> list[QAction]:
        """What can be done with the chosen card, for the menu bar."""
        quiet = [self.quiet.action] if self.quiet.isVisibleTo(self) else []
        return [*self._acting.actions(self.list.current), *quiet]


def _summary(groups: tuple[Grouped, ...]) -> str:
    """3 coming up, 2 to review."""
    totals = {group.group: group.total for group in groups}
    parts = []
    if n := totals.get(Group.UPCOMING, 0):
        parts.append(tr_n("{n} coming up", "{n} coming up", n))
    if n := totals.get(Group.TO_REVIEW, 0):
        parts.append(tr_n("{n} to review", "{n} to review", n))
    if n := totals.get(Group.WAITING, 0):
        parts.append(tr_n("{n} to hear from", "{n} to hear from", n))
    return ", ".join(parts)
