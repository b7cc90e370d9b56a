"""Owns the page of one opportunity: its rounds, what was decided and why, what it taught, the posting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from interview_coach.domain.changes import Place
from interview_coach.domain.interview import OpportunityHead
from interview_coach.domain.kinds import Decision, Topic
from interview_coach.domain.opportunity import OpportunityTold, brief_for
from interview_coach.domain.outcome import OutcomeDraft
from interview_coach.domain.trouble import Trouble
from interview_coach.store import afterwards, opportunities, opportunity, outcome
from interview_coach.ui import spots, words, words_opportunity
from interview_coach.ui.beside import BesideCard, DecidedPart, around_opportunity
from interview_coach.ui.dates import closes_text, day_ago, day_text, short_day
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.acting import Acting
from interview_coach.ui.interviews.opportunity_cards import RoundsTold, ToldCards
from interview_coach.ui.interviews.posting_card import PostingCard
from interview_coach.ui.interviews.subject import Act, Subject, icon_of, subject_of, text_of
from interview_coach.ui.navigator import Navigator
from interview_coach.ui.page import Page
from interview_coach.ui.text import tr
from interview_coach.ui.theme import Tone
from interview_coach.ui.widgets import (
    Card,
    Chip,
    Columns,
    Crumbs,
    EmptyState,
    Facts,
    FlowLayout,
    Label,
    LinkButton,
    PageHeader,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    body,
    small,
)
from interview_coach.ui.writings import KeptWritings


class OpportunityPage(Page):
    """One opportunity; it shows nothing until `show_opportunity`.

    Signals: none of its own.
    """

    topics = frozenset(
        {
            Topic.COMPANY,
            Topic.OPPORTUNITY,
            Topic.INTERVIEW,
            Topic.REVIEW,
            Topic.LESSON,
            Topic.OUTCOME,
            Topic.SETTING,
        }
    )

    def __init__(
        self,
        desk: Desk,
        navigator: Navigator,
        parent: QWidget | None = None,
        beside: Sequence[BesideCard] = (),
        decided: DecidedPart | None = None,
    ) -> None:
        super().__init__(desk, navigator, parent)
        self._id = ""
        self.beside = tuple(beside)
        self.decided = decided
        self._head: OpportunityHead | None = None
        self._told, self._far = OpportunityTold(), ""
        self._acting = Acting(desk, navigator, self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.sheet = ScrollPage()
        outer.addWidget(self.sheet)
        self.gone = EmptyState(
            "briefcase",
            tr("This opportunity is not there any more"),
            tr("It was deleted, or its adding was undone. Undo or redo brings it back."),
            tr("To all interviews"),
            primary=False,
        )
        self.gone.acted.connect(self._to_all)
        self.gone.hide()
        outer.addWidget(self.gone)
        self._build_head()
        self._build_columns()
        self.sheet.body.addStretch(1)

    def _build_head(self) -> None:
        self.header = PageHeader()
        self.crumbs = Crumbs([tr("Interviews"), ""])
        self.crumbs.chosen.connect(self._crumb)
        self.header.add_above(self.crumbs)
        self.facts = Facts()
        self.header.add_below(self.facts)
        self.chip = Chip("")
        self.header.add(self.chip)
        self.add_round = PrimaryButton("", icon_of(Act.NEXT_ROUND))
        self.edit = QuietButton(tr("Edit"), icon_of(Act.EDIT))
        self.header.add(self.edit)
        self.header.add(self.add_round)
        spots.tag(self.header, "opportunity", "company")
        self.sheet.add(self.header)
        more = QWidget()
        flow = FlowLayout(more, spacing=16, line_spacing=4)
        self.record = LinkButton(tr("Record an outcome"), icon_of(Act.OUTCOME))
        self.brief = LinkButton(tr("Brief"), "printer")
        self.brief.setAccessibleName(tr("A brief to print"))
        self.archive = LinkButton("", icon_of(Act.ARCHIVE))
        self.delete = LinkButton(tr("Delete"), icon_of(Act.DELETE))
        self.outcome_menu = QMenu(self.record)
        self.record.setMenu(self.outcome_menu)
        self.outcome_menu.aboutToShow.connect(self._fill_outcomes)
        for button in (self.record, self.brief, self.archive, self.delete):
            flow.addWidget(button)
        self.sheet.add(more)
        self.add_round.clicked.connect(self._add_round)
        self.edit.clicked.connect(self._edit)
        self.brief.clicked.connect(self._brief)
        self.archive.clicked.connect(self._archive)
        self.delete.clicked.connect(self._delete)

    def _build_columns(self) -> None:
        columns = Columns()
        self.posting_card = PostingCard()
        shown = self.posting_card
        self.posting, self.long_posting, self.address = (
            shown.posting,
            shown.long_posting,
            shown.address,
        )
        self.notes_card = Card(tr("Notes"))
        self.notes = Label("", "body", wrap=True, selectable=True)
        self.notes_card.add(self.notes)
        spots.tag(self.notes_card, "opportunity.notes")
        self.rounds_card = Card(tr("Rounds"))
        self.rounds = RoundsTold()
        self.rounds.opened.connect(self._open_round)
        self.no_rounds = small(tr("No round yet. Add one as soon as there is a date."))
        self.rounds_card.add(self.rounds)
        self.rounds_card.add(self.no_rounds)
        self.sent_card = Card(tr("What I sent"))
        self.sent = body()
        self.sent_day = small()
        spots.tag(self.sent_card, "opportunity.sent", "opportunity.sent_on")
        self.sent_card.add(self.sent)
        self.sent_card.add(self.sent_day)
        self.cards = ToldCards()
        self.kept_card = Card(tr("What you wrote for yourself"))
        self.kept = KeptWritings(lambda key: self.desk.do(afterwards.delete_writing, key))
        self.kept_card.add(self.kept)
        self.cards.why.edit_wanted.connect(self._open_outcome)
        self.cards.learned.opened.connect(self._open_review)
        told = self.cards
        for card in (self.rounds_card, told.why, told.learned, told.remarks):
            columns.main.addWidget(card)
        if self.decided is not None:
            columns.main.insertWidget(1, self.decided)
        columns.main.addWidget(self.posting_card)
        columns.main.addStretch(1)
        noted = (self.sent_card, self.notes_card, self.kept_card)
        for card in (told.signs, told.people, *self.beside, *noted):
            columns.side.addWidget(card)
        columns.side.addStretch(1)
        self.sheet.add(columns)

    # --- what every page has ------------------------------------------------------------------

    def show_opportunity(self, key: str) -> None:
        """Show this one. Raises `Trouble("missing")`."""
        if key != self._id:
            head, told = self._asked(key)
            self._id = key
            self.sheet.verticalScrollBar().setValue(0)
            self._stale = False
            self._show(head, told)

    def title(self) -> str:
        """The role, for the window's title."""
        return self._head.title if self._head is not None else tr("Opportunity")

    def place(self) -> Place:
        """This opportunity."""
        return Place("opportunity", self._id)

    def focus_first(self) -> None:
        """Begin at the next thing to do."""
        self.add_round.setFocus()

    def make_fresh(self) -> None:
        """Refresh if something changed and there is an opportunity."""
        if self._id:
            super().make_fresh()

    def tick(self) -> None:
        """What was upcoming is over."""
        self.refresh()

    def refresh(self) -> None:
        """Ask again and show the answer."""
        try:
            head, told = self._asked(self._id)
        except Trouble as trouble:
            if trouble.code != "missing":
                raise
            self._head = None
            self.sheet.hide()
            self.gone.show()
            return
        self._show(head, told)

    def _asked(self, key: str) -> tuple[OpportunityHead, OpportunityTold]:
        head = self.desk.ask(opportunity.opportunity_head, key)
        return head, self.desk.ask(opportunities.opportunity_told, key)

    def menu_actions(self) -> list[QAction]:
        """What can be done with this opportunity, for the menu bar."""
        subject = self._subject
        if subject is None:
            return []
        return [x for x in self._acting.actions(subject) if x.data() != Act.OPEN.value]

    # --- shown --------------------------------------------------------------------------------

    def _show(self, head: OpportunityHead, told: OpportunityTold) -> None:
        self.gone.hide()
        self.sheet.show()
        today = self.desk.now().astimezone(self.desk.local()).date()
        self._show_told(told, today)
        for card in self.beside:
            card.show_around(around_opportunity(head))
        far = words_opportunity.as_far_as(told)
        if (head, far) == (self._head, self._far):
            return
        self._head, self._far = head, far
        draft = head.draft
        self.crumbs.set_texts([tr("Interviews"), head.company])
        self.header.set_title(head.title, tr("at {company}", company=head.company))
        facts = []
        if far:
            facts.append(("flag", far))
        if draft.place:
            facts.append(("map-pin", draft.place))
        if draft.closes_on:
            facts.append(("hourglass", closes_text(draft.closes_on, today)))
        if draft.found_at:
            facts.append(("search", draft.found_at))
        if draft.pay:
            facts.append(("wallet", draft.pay))
        added = head.created_at.astimezone(self.desk.local()).date()
        facts.append(("calendar", tr("Added {ago}", ago=day_ago(added, today))))
        self.facts.set_facts(facts)
        self._show_chip(head)
        self.add_round.setText(text_of(Act.NEXT_ROUND, subject_of(head)))
        self.add_round.setVisible(not head.archived)
        act = Act.UNARCHIVE if head.archived else Act.ARCHIVE
        self.archive.setText(text_of(act, Subject(head.id)))
        self.archive.set_icon(icon_of(act))
        self.posting_card.show_posting(draft.posting_text, draft.posting_url)
        self.notes.setText(draft.notes)
        self.notes_card.setVisible(bool(draft.notes))
        self.sent_card.setVisible(bool(draft.sent or draft.sent_on))
        self.sent.setText(draft.sent)
        self.sent.setVisible(bool(draft.sent))
        sent_on = draft.sent_on
        self.sent_day.setVisible(sent_on is not None)
        if sent_on is not None:
            self.sent_day.setText(
                tr("{day}, {ago}", day=day_text(sent_on, today), ago=day_ago(sent_on, today))
            )

    def _show_told(self, told: OpportunityTold, today: date) -> None:
        self._told = told
        self.rounds.show_rounds(told.rounds)
        self.rounds.setVisible(bool(told.rounds))
        self.no_rounds.setVisible(not told.rounds)
        self.brief.setVisible(bool(told.rounds))
        self.cards.show_told(told, today, self.desk.local())
        if self.decided is not None and self.decided.show_opportunity(self._id):
            # It shows all of this, and lets it be edited.
            self.cards.why.hide()
            kept_after: list[str] = []
        else:
            kept_after = [one.id for one in told.outcomes]
        kept = self.desk.ask(afterwards.writings, kept_after)
        self.kept_card.setVisible(bool(kept))
        self.kept.show_writings(kept, self.desk.local())

    def _show_chip(self, head: OpportunityHead) -> None:
        text, tone = "", "neutral"
        last = head.rounds[-1].standing if head.rounds else None
        if last is not None and (head.decision is None or last.value != head.decision.value):
            # A round after the last answer: where that one stands is where all of it stands.
            text, tone = words.word(last), words.tone(last)
        elif head.decision is not None:
            text = words.word(head.decision)
            if head.decided_on is not None:
                text = tr("{decision} · {day}", decision=text, day=short_day(head.decided_on))
            tone = "good" if head.decision is Decision.OFFER else "neutral"
        elif head.archived:
            text = tr("Archived")
        elif not head.rounds:
            text = tr("No round yet")
        self.chip.setText(text)
        self.chip.set_tone(cast("Tone", tone))
        self.chip.setVisible(bool(text))

    # --- done ---------------------------------------------------------------------------------

    @property
    def _subject(self) -> Subject | None:
        return subject_of(self._head) if self._head is not None else None

    def _do(self, act: Act) -> None:
        if self._subject is not None:
            self._acting.do(act, self._subject)

    def _add_round(self) -> None:
        self._do(Act.NEXT_ROUND)

    def _edit(self) -> None:
        self._do(Act.EDIT)

    def _archive(self) -> None:
        archived = self._head is not None and self._head.archived
        self._do(Act.UNARCHIVE if archived else Act.ARCHIVE)

    def _delete(self) -> None:
        self._do(Act.DELETE)
        self._to_all()

    def _fill_outcomes(self) -> None:
        """Five decisions; and, where one stands that no round brought, taking it back."""
        menu = self.outcome_menu
        menu.clear()
        for decision in Decision:
            action = menu.addAction(words.word(decision))
            action.setData(decision.value)
            action.triggered.connect(self._record)
        if self._head is not None and self._head.outcome_id and not self._head.rounds:
            menu.addSeparator()
            back = menu.addAction(tr("No answer yet, after all"))
            back.triggered.connect(self._take_back)

    def _record(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        today = self.desk.now().astimezone(self.desk.local()).date()
        draft = OutcomeDraft(Decision(action.data()), today)
        head = self._head
        if head is not None and head.outcome_id and not head.rounds:
            self.desk.do(outcome.edit_outcome, head.outcome_id, draft)
        else:
            self.desk.do(outcome.record_outcome, self._id, draft)

    def _take_back(self) -> None:
        if self._head is not None and self._head.outcome_id:
            self.desk.do(outcome.delete_outcome, self._head.outcome_id)

    def _open_round(self, key: str) -> None:
        self.navigator.open("interview", key)

    def _open_outcome(self, key: str) -> None:
        self.navigator.open("interview", key, "outcome")

    def _open_review(self, key: str) -> None:
        self.navigator.open("interview", key, "review")

    def _brief(self) -> None:
        self.navigator.open("brief", brief_for(self._told.rounds))

    def _crumb(self, place: int) -> None:
        if place == 0:
            self._to_all()

    def _to_all(self) -> None:
        self.navigator.open("interviews")
