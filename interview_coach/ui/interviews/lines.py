"""Owns the groups of the list and the words on its cards: pure functions of the rows and the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from interview_coach.domain.interview import InterviewList, InterviewRow, OpportunityRow
from interview_coach.domain.kinds import Answer, Decision
from interview_coach.domain.silence import QUIET_AFTER, quiet
from interview_coach.domain.standing import Standing
from interview_coach.domain.zones import same_zone, to_wall
from interview_coach.ui import words
from interview_coach.ui.dates import day_ago, day_text, month_short, short_day, time_text
from interview_coach.ui.desk import local_zone
from interview_coach.ui.interviews.subject import Subject, subject_of
from interview_coach.ui.interviews.zone_box import city
from interview_coach.ui.text import tr, tr_n


class Group(StrEnum):
    """What a card needs from me."""

    UPCOMING = "upcoming"
    TO_REVIEW = "to_review"
    OFFERS = "offers"
    WAITING = "waiting"
    NO_ROUND = "no_round"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CardText:
    """One card: when at its left, what it is about, what stands there now."""

    subject: Subject
    day: date | None
    month: str
    company: str
    about: str
    line: str
    chip: str
    tone: str
    rating: int | None = None

    @property
    def spoken(self) -> str:
        """The card as one sentence, for screen readers."""
        return ", ".join(x for x in (self.company, self.about, self.chip, self.line) if x)


@dataclass(frozen=True, slots=True)
class Grouped:
    """A group with its cards; `total` counts those that are not shown too."""

    group: Group
    cards: tuple[CardText, ...]
    total: int


def group_title(group: Group) -> str:
    """The words over a group."""
    titles = {
        Group.UPCOMING: tr("Upcoming"),
        Group.TO_REVIEW: tr("To review"),
        Group.OFFERS: tr("Offers to answer"),
        Group.WAITING: tr("Waiting to hear"),
        Group.NO_ROUND: tr("No round yet"),
        Group.CLOSED: tr("Closed"),
    }
    return titles[group]


def grouped(
    found: InterviewList, now: datetime, local: tzinfo, quiet_after: int = QUIET_AFTER
) -> tuple[Grouped, ...]:
    """The list by what each card needs from me; groups without cards are left out.

    An offer that is not answered needs an answer, and a last round that advanced needs its next
    round: neither is closed, whatever the domain's broad groups say.
    """
    closed: list[InterviewRow | OpportunityRow] = []
    offered: list[InterviewRow | OpportunityRow] = []
    no_round: list[InterviewRow | OpportunityRow] = []
    for row in found.closed:
        if row.archived or not row.last:
            closed.append(row)
        elif row.standing is Standing.OFFER and row.answer in {None, Answer.OPEN}:
            offered.append(row)
        elif row.standing is Standing.ADVANCED:
            no_round.append(row)
        else:
            closed.append(row)
    for job in found.no_round:
        if job.archived or job.decision not in {None, Decision.ADVANCED}:
            closed.append(job)
        else:
            no_round.append(job)
    moved = len(offered) + sum(isinstance(row, InterviewRow) for row in no_round)
    decided = sum(isinstance(row, OpportunityRow) for row in closed)
    groups: tuple[tuple[Group, list[InterviewRow | OpportunityRow], int], ...] = (
        (Group.UPCOMING, list(found.upcoming), len(found.upcoming)),
        (Group.TO_REVIEW, list(found.to_review), len(found.to_review)),
        (Group.OFFERS, offered, len(offered)),
        (Group.WAITING, list(found.waiting), len(found.waiting)),
        (Group.NO_ROUND, no_round, len(no_round)),
        (Group.CLOSED, closed, found.closed_total - moved + decided),
    )
    return tuple(
        Grouped(group, tuple(card_text(row, group, now, local, quiet_after) for row in rows), total)
        for group, rows, total in groups
        if rows
    )


def card_text(
    row: InterviewRow | OpportunityRow,
    group: Group,
    now: datetime,
    local: tzinfo,
    quiet_after: int = QUIET_AFTER,
) -> CardText:
    """The words of one card; after `quiet_after` days of silence it says that no answer came."""
    if isinstance(row, OpportunityRow):
        return _job_card(row, now.astimezone(local).date())
    today = now.astimezone(local).date()
    tone = words.tone(row.standing)
    chip = words.standing_text(row.standing, row.forecast, row.answer)
    if group is Group.OFFERS:
        line = _joined(_offered(row, today), tr("It waits for your answer"))
        tone = "good"
    elif group is Group.NO_ROUND:
        line = _joined(
            day_text(row.start.date(), today), tr("They want to go on: add the next round")
        )
    elif group is Group.CLOSED:
        line = _closed_line(row, today)
    elif group is Group.WAITING:
        line = _waiting_line(row, today, local)
        held_on = row.end_at.astimezone(local).date()
        if quiet(held_on, row.promised_on, today, quiet_after):
            chip, tone = tr("No answer"), "neutral"
    else:
        line = _joined(when_line(row, today, local), _need_line(row))
    return CardText(
        subject_of(row),
        row.start.date(),
        month_short(row.start.date(), today),
        row.company,
        tr("{title} · {kind}", title=row.title, kind=words.kind_word(row.kind)),
        line,
        chip,
        tone,
        row.my_answers,
    )


def _job_card(row: OpportunityRow, today: date) -> CardText:
    line = (
        tr("Sent on {day}, {ago}", day=short_day(row.sent_on), ago=day_ago(row.sent_on, today))
        if row.sent_on is not None
        else tr("Nothing sent yet · added {ago}", ago=day_ago(row.created_on, today))
    )
    chip, tone = tr("No round yet"), "neutral"
    if row.decision is not None:
        chip = words.word(row.decision)
        tone = "good" if row.decision is Decision.OFFER else "neutral"
    if row.archived:
        line = _joined(tr("Archived"), line)
    day = row.sent_on or row.created_on
    month = month_short(day, today)
    return CardText(subject_of(row), day, month, row.company, row.title, line, chip, tone)


def when_line(row: InterviewRow, today: date, local: tzinfo) -> str:
    """Tue 24 Nov, 14:00 – 14:45; with the zone's place and the person's own time where they differ."""
    end = to_wall(row.end_at, row.zone)
    text = tr(
        "{day}, {start} – {end}",
        day=day_text(row.start.date(), today),
        start=time_text(row.start),
        end=time_text(end),
    )
    if same_zone(row.zone, local_zone()):
        return text
    text = tr("{when} {city} time", when=text, city=city(row.zone))
    here = row.end_at.astimezone(local).replace(tzinfo=None) - (end - row.start)
    if here == row.start:
        return text
    mine = time_text(here)
    if here.date() != row.start.date():
        mine = tr("{day}, {time}", day=day_text(here.date()), time=mine)
    return tr("{when} ({mine} for you)", when=text, mine=mine)


def _need_line(row: InterviewRow) -> str:
    if row.standing is Standing.TO_REVIEW:
        return tr("Review begun") if row.review_started else tr("Review while it is fresh")
    if not row.planned:
        return tr("Nothing planned yet")
    return tr("{done} of {planned} prepared", done=row.prepared, planned=row.planned)


def _waiting_line(row: InterviewRow, today: date, local: tzinfo) -> str:
    days = max(0, (today - row.end_at.astimezone(local).date()).days)
    waited = tr_n("Waiting {n} day", "Waiting {n} days", days) if days else tr("Since today")
    return _joined(day_text(row.start.date(), today), waited, promised(row.promised_on, today))


def promised(day: date | None, today: date) -> str:
    """What they promised, against today."""
    if day is None:
        return tr("no date promised")
    left = (day - today).days
    said = short_day(day)
    if left > 0:
        return tr_n(
            "they said by {day}, in {n} day", "they said by {day}, in {n} days", left, day=said
        )
    if not left:
        return tr("they said by today")
    return tr_n(
        "they said by {day}, {n} day ago", "they said by {day}, {n} days ago", -left, day=said
    )


def _offered(row: InterviewRow, today: date) -> str:
    if row.decided_on is None:
        return ""
    return tr(
        "Offered on {day}, {ago}",
        day=short_day(row.decided_on),
        ago=day_ago(row.decided_on, today),
    )


def _closed_line(row: InterviewRow, today: date) -> str:
    parts = [tr("Archived") if row.archived else "", day_text(row.start.date(), today)]
    if row.called_off_by is not None:
        parts.append(words.word(row.called_off_by))
    elif row.standing is Standing.ADVANCED and not row.last:
        parts.append(tr("Went on to the next round"))
    elif row.decided_on is not None:
        parts.append(tr("Answer on {day}", day=short_day(row.decided_on)))
    return _joined(*parts)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
