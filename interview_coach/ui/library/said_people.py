"""Owns what cards and sheets say of people and companies: where one met, how far things went."""

from __future__ import annotations

from datetime import date

from interview_coach.domain.people import CompanyLine, Job, Meeting, Met, PersonLine
from interview_coach.ui import dates, words
from interview_coach.ui.library.cards import CardText
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import Tone


def met_chip(met: Met) -> str:
    """How often we met: met 2 times."""
    return tr_n("met once", "met {n} times", met.times) if met.times else ""


def person_card(line: PersonLine, today: date) -> CardText:
    """One person as a card."""
    parts = [line.company]
    if line.met.next is not None:
        parts.append(tr("next {day}", day=dates.day_text(line.met.next.date(), today)))
    if line.met.last is not None:
        parts.append(tr("last {day}", day=dates.day_text(line.met.last.date(), today)))
    parts.append(line.line)
    text = " · ".join(part for part in parts if part)
    tone: Tone = "accent" if line.met.next is not None else "neutral"
    return CardText(line.id, line.name, line.title, line=text, chip=met_chip(line.met), tone=tone)


def company_card(line: CompanyLine) -> CardText:
    """One company as a card."""
    parts = []
    if line.jobs:
        parts.append(tr_n("{n} opportunity", "{n} opportunities", line.jobs))
    if line.people:
        parts.append(tr_n("{n} person", "{n} people", line.people))
    parts.append(line.line)
    chip = tr_n("{n} interview", "{n} interviews", line.rounds) if line.rounds else ""
    return CardText(line.id, line.name, line=" · ".join(p for p in parts if p), chip=chip)


def met_summary(met: Met, today: date) -> str:
    """How often we met, when last and when next, in a sentence or two."""
    sentences = []
    if met.times and met.last is not None:
        day = dates.day_text(met.last.date(), today)
        sentences.append(
            tr_n("Met once, on {day}.", "Met {n} times, last on {day}.", met.times, day=day)
        )
    if met.next is not None:
        day = dates.day_text(met.next.date(), today)
        sentences.append(tr("You meet on {day}.", day=day))
    return " ".join(sentences) or tr("No interview with them yet.")


def meeting_text(meeting: Meeting, today: date) -> str:
    """Which interview it was: Halden Bank · panel, 21 Nov."""
    return tr(
        "{company} · {kind}, {day}",
        company=meeting.company,
        kind=words.kind_word(meeting.kind),
        day=dates.day_text(meeting.start.date(), today),
    )


def meeting_note(meeting: Meeting) -> str:
    """Their part there, and how it stands."""
    parts = [words.word(meeting.part)] if meeting.part is not None else []
    return " · ".join([*parts, words.standing_text(meeting.standing)])


def job_note(job: Job) -> str:
    """How far an opportunity went, and what was decided."""
    parts = [words.word(job.stage)] if job.stage is not None else [tr("no interview yet")]
    if job.decision is not None:
        parts.append(words.word(job.decision))
    if job.archived:
        parts.append(tr("archived"))
    return " · ".join(parts)
