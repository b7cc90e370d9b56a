"""Owns the cards of lines: what is asked again, what lands, why the noes were noes, preparation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from interview_coach.domain.insights import PreparedRated
from interview_coach.domain.kinds import Family
from interview_coach.domain.noes import Noes
from interview_coach.domain.recurring import AskedAgain, Lands
from interview_coach.ui import dates, words_insights
from interview_coach.ui.insights.card import ListCard, MarkRow, Row, Table, table_of
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import FlowLayout, LinkButton, RatingDots, ThreeParts

# How many ratings of one question are written out.
_RATINGS = 6


class AskedCard(ListCard):
    """Questions that were asked in more than one interview, with my ratings over time.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Asked again and again"), parent)
        self._found: tuple[AskedAgain, ...] = ()

    def show_asked(self, found: tuple[AskedAgain, ...]) -> None:
        """Show these."""
        self._found = found
        self.rows.clear()
        for one in found:
            dots, note = None, ""
            if one.ratings:
                rating = one.ratings[-1][1]
                dots = RatingDots(rating, tr("Your newest rating"), read_only=True)
            if len(one.ratings) > 1:
                ratings = " → ".join(str(rating) for _, rating in one.ratings[-_RATINGS:])
                since = dates.short_day(one.ratings[-_RATINGS:][0][0])
                note = tr("Rated {ratings} since {day}", ratings=ratings, day=since)
            spoken = tr_n(
                "{what}, asked in {n} interview",
                "{what}, asked in {n} interviews",
                one.times,
                what=one.text,
            )
            row = MarkRow(one.text, tr("{n}×", n=one.times), spoken, note=note, beside=dots)
            self.rows.add(self.open_by(row, one.text, one.interview_ids))
        self.say("" if found else tr("No question has come in two interviews yet."))

    def table(self) -> Table:
        """One row per rating, or one for a question without any."""
        head = (tr("Question"), tr("Interviews"), tr("Day"), tr("Rating"))
        rows: list[Row] = []
        for one in self._found:
            rows += [(one.text, one.times, day.isoformat(), n) for day, n in one.ratings] or [
                (one.text, one.times, "", "")
            ]
        return table_of(head, rows)


class LandsCard(ListCard):
    """What became of points and stories.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What lands"), parent)
        self._found: tuple[Lands, ...] = ()

    def show_lands(self, found: tuple[Lands, ...]) -> None:
        """Show these."""
        self._found = found
        self.rows.clear()
        for one in found:
            said = one.landed or one.said
            count = (
                tr("landed {n} of {planned}", n=one.landed, planned=one.planned)
                if said
                else tr("unsaid {n} of {planned}", n=one.unsaid, planned=one.planned)
            )
            row = MarkRow(one.text, count, tr("{what}, {count}", what=one.text, count=count))
            self.rows.add(self.open_by(row, one.text, one.interview_ids))
        self.say(
            tr("Of the interviews for which you planned it.")
            if found
            else tr("Nothing planned has been ticked in a review yet.")
        )

    def table(self) -> Table:
        """One row per point or story."""
        head = (tr("What"), tr("Planned"), tr("Landed"), tr("Said"), tr("Not said"))
        return table_of(
            head, ([one.text, one.planned, one.landed, one.said, one.unsaid] for one in self._found)
        )


class NoesCard(ListCard):
    """Why the company's noes were noes, as the person weighed each.

    Signals:
        all_wanted(): the list of all reasons is wanted.
    """

    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Why the noes were noes"), parent)
        self._found = Noes()
        self.parts = ThreeParts(solid=True)
        self.sides = QWidget()
        self._legend = FlowLayout(self.sides, spacing=10, line_spacing=2)
        self.body.insertWidget(1, self.parts)
        self.body.insertWidget(2, self.sides)
        self.all = LinkButton(tr("All reasons"), "arrow-right")
        self.all.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self.all.clicked.connect(self.all_wanted)

    def show_noes(self, found: Noes) -> None:
        """Show these."""
        self._found = found
        sides = (
            (tr("Not yours"), found.not_yours),
            (tr("Can’t know"), found.cant_know),
            (tr("Yours"), found.yours),
        )
        counts = [len(ids) for _, ids in sides]
        self.parts.setVisible(bool(found.total))
        self.sides.setVisible(bool(found.total))
        self.parts.set_parts(counts, [name for name, _ in sides])
        self._legend.cut(0)
        for name, ids in sides:
            if ids:
                self._legend.addWidget(self._side(name, ids))
        self.rows.clear()
        for one in found.reasons:
            text = words_insights.reason(one)
            whose = (
                tr("Not yours to control")
                if one.family is Family.NOT_MINE
                else tr("Yours to work on")
            )
            note = tr(
                "{whose} · {certainty}", whose=whose, certainty=words_insights.certainties(one)
            )
            row = MarkRow(
                text, tr("{n}×", n=one.times), tr("{what}, {n}", what=text, n=one.times), note=note
            )
            self.rows.add(self.open_by(row, text, one.interview_ids))
        if not found.total:
            self.say(tr("No company has said no."))
        else:
            weighed = tr(
                "Counted by where the signs you gave point most; a weighing, not a measurement."
            )
            self.say(f"{words_insights.most_often(found.reasons)} {weighed}".strip())

    def _side(self, name: str, ids: tuple[str, ...]) -> LinkButton:
        text = tr("{side} {n}", side=name, n=len(ids))
        button = LinkButton(text)
        button.setAccessibleName(tr("{what}: show the interviews", what=text))
        button.clicked.connect(lambda: self.behind_wanted.emit(name, ids))
        return button

    def table(self) -> Table:
        """One row per reason and certainty."""
        head = (tr("Whose"), tr("Reason"), tr("Certainty"), tr("Times"))
        return table_of(
            head,
            (
                [one.family.value, words_insights.reason(one), known.value, count]
                for one in self._found.reasons
                for known, count in one.by_certainty
            ),
        )


class PreparedCard(ListCard):
    """How I rated my answers, by how much was prepared: stated as an association.

    Signals: those of InsightCard.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Preparation and your ratings"), parent)
        self._found: tuple[PreparedRated, ...] = ()

    def show_prepared(self, found: tuple[PreparedRated, ...]) -> None:
        """Show these."""
        self._found = found
        self.rows.clear()
        for one in found:
            name = words_insights.prepared(one)
            counted = tr_n("{n} interview", "{n} interviews", one.cases)
            row = MarkRow(
                name,
                counted,
                tr("{what}, {count}", what=name, count=counted),
                note=words_insights.mean_rating(one),
            )
            self.rows.add(self.open_by(row, name, one.interview_ids))
        self.say(
            tr(
                "Your own ratings of your answers. The two go together or not; that says nothing about why."
            )
            if found
            else tr("No review with a rating of your answers yet.")
        )

    def table(self) -> Table:
        """One row per share of the checklist."""
        head = (tr("Prepared"), tr("Interviews"), tr("Mean rating of my answers"))
        return table_of(
            head,
            (
                (
                    words_insights.prepared(one),
                    one.cases,
                    "" if one.mean is None else round(one.mean, 2),
                )
                for one in self._found
            ),
        )
