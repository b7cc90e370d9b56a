"""The sample's research, talk of pay, expected questions, and what reviews and later days taught."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from interview_coach.domain.kinds import Certainty, Confidence, LessonState, LibraryKind, Sign
from interview_coach.shipped import folder
from interview_coach.store import lessons
from interview_coach.store.deeds import Writer
from interview_coach.store.tables import (
    Asked,
    Company,
    ExpectedQuestion,
    FreeWriting,
    Interview,
    Lesson,
    LessonCheck,
    LibraryItem,
    Opportunity,
    Outcome,
    PayTalk,
    Reason,
    ReasonChange,
    ResearchNote,
    Review,
)

Data = dict[str, Any]


def fill_learning(w: Writer, today: date, names: dict[str, str]) -> None:
    """Add them, once the sample's interviews are there; `names` are the companies by their keys."""
    text = (folder("sample") / "learning.json").read_text(encoding="utf-8")
    data: Data = json.loads(text)
    jobs = _Jobs(w, names)
    for place, (company, said, link, days, confidence, disproved, learned) in enumerate(
        data["research"]
    ):
        job = jobs.job(company)
        w.add(
            ResearchNote,
            opportunity_id=job,
            text=said,
            link=link,
            noted_on=today + timedelta(days=days),
            confidence=Confidence(confidence),
            disproved=disproved,
            disproved_in_id=jobs.rounds(job)[0] if disproved else None,
            learned=learned,
            position=place,
        )
    for company, held, days, person, asked, said in data["pay"]:
        job = jobs.job(company)
        w.add(
            PayTalk,
            opportunity_id=job,
            interview_id=jobs.rounds(job)[held],
            said_on=today + timedelta(days=days),
            person=person,
            asked=asked,
            said=said,
        )
    _expected(w, data, jobs)
    _later(w, data, jobs)


def _expected(w: Writer, data: Data, jobs: _Jobs) -> None:
    bank = {row.text: row.id for row in w.all(LibraryItem, kind=LibraryKind.QUESTION)}
    for place, (company, held, text, question, came_as) in enumerate(data["expected"]):
        round_ = jobs.rounds(jobs.job(company))[held]
        made = w.add(
            ExpectedQuestion,
            interview_id=round_,
            text=text,
            question_id=bank[question] if question else None,
            position=place,
        )
        if came_as:
            w.change(jobs.asked(round_, came_as), expected_id=made.id)


def _later(w: Writer, data: Data, jobs: _Jobs) -> None:
    for company, held, text, topic, state in data["lessons"]:
        lesson = jobs.lesson(jobs.rounds(jobs.job(company))[held], text)
        w.change(lesson, topic=topic)
        if state:
            lessons.close_lesson(w, lesson.id, LessonState(state))
    for company, held, teacher, taught, text, happened, done in data["checks"]:
        lesson = jobs.lesson(jobs.rounds(jobs.job(teacher))[taught], text)
        round_ = jobs.rounds(jobs.job(company))[held]
        w.add(LessonCheck, lesson_id=lesson.id, interview_id=round_, happened=happened, done=done)
    for company, what, days, sign, certainty, evidence, because in data["changes"]:
        w.add(
            ReasonChange,
            created_at=w.now + timedelta(days=days),
            reason_id=jobs.reason(jobs.job(company), what),
            sign=Sign(sign),
            certainty=Certainty(certainty),
            evidence=evidence,
            because=because,
        )
    for company, days, text in data["writing"]:
        said = jobs.outcomes(jobs.job(company))[-1]
        w.add(FreeWriting, created_at=w.now + timedelta(days=days), outcome_id=said, text=text)


class _Jobs:
    """Finds the sample's rows again by what they are about."""

    def __init__(self, w: Writer, names: dict[str, str]) -> None:
        self._w = w
        self._companies = {row.name: row.id for row in w.all(Company)}
        self._names = names

    def job(self, company: str) -> str:
        wanted = self._companies[self._names[company]]
        return next(row.id for row in self._w.all(Opportunity) if row.company_id == wanted)

    def rounds(self, job: str) -> list[str]:
        held = [row for row in self._w.all(Interview) if row.opportunity_id == job]
        return [row.id for row in sorted(held, key=lambda row: row.start_at)]

    def outcomes(self, job: str) -> list[str]:
        said: Iterable[Outcome] = (r for r in self._w.all(Outcome) if r.opportunity_id == job)
        return [row.id for row in sorted(said, key=lambda row: row.decided_on)]

    def reason(self, job: str, what: str) -> str:
        said = set(self.outcomes(job))
        found = (r for r in self._w.all(Reason) if r.outcome_id in said and r.what == what)
        return next(found).id

    def asked(self, held: str, text: str) -> Asked:
        (review,) = self._w.all(Review, interview_id=held)
        return next(row for row in self._w.all(Asked, review_id=review.id) if row.text == text)

    def lesson(self, held: str, text: str) -> Lesson:
        return next(
            row for row in self._w.all(Lesson) if row.interview_id == held and row.text == text
        )
