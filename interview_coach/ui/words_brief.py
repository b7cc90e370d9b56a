"""The brief in words: its headings, when and where, and what a page had no room for."""

from __future__ import annotations

from datetime import date, tzinfo

from interview_coach.domain.brief import Block, Brief, LeftOut, Part, pick
from interview_coach.domain.interview import Interviewer, InterviewHead
from interview_coach.domain.kinds import CARRIED_LIMIT
from interview_coach.domain.lessons import RETURNING
from interview_coach.domain.prep import CarriedLesson, Checklist
from interview_coach.ui import dates, words
from interview_coach.ui.text import Marked, mark, tr, tr_marked, tr_n

_HEADINGS: dict[Part, Marked] = {
    Part.THEM: mark("About them"),
    Part.ME: mark("About me"),
    Part.STORIES: mark("Stories"),
    Part.QUESTIONS: mark("Questions to ask"),
    Part.LESSONS: mark("Remember"),
}


def brief_of(head: InterviewHead, found: Checklist, local: tzinfo, today: date) -> Brief:
    """The brief of an interview: who, when, where, and what is ready to be said and asked."""
    picked = pick(found)
    lessons = [x for x in found.lessons if x.state in RETURNING][:CARRIED_LIMIT]
    lines = {
        Part.THEM: picked.them,
        Part.ME: picked.me,
        Part.STORIES: picked.stories,
        Part.QUESTIONS: picked.questions,
        Part.LESSONS: tuple(lesson_text(x) for x in lessons),
    }
    blocks = tuple(Block(part, tr_marked(_HEADINGS[part]), lines[part]) for part in Part)
    subtitle = tr("{role} · {kind}", role=head.title, kind=words.kind_title(head.kind))
    return Brief(head.company, subtitle, _facts(head, local, today), blocks)


def lesson_text(lesson: CarriedLesson) -> str:
    """A lesson as it is read on the day: its plan where there is one."""
    if lesson.if_text and lesson.then_text:
        return tr("If {cause}, then {deed}", cause=lesson.if_text, deed=lesson.then_text)
    return lesson.text


def _facts(head: InterviewHead, local: tzinfo, today: date) -> tuple[str, ...]:
    when = dates.when_text(head.start, head.minutes, today)
    other = dates.both_zones(head.start, head.zone, head.start_at, local)
    zoned = tr("{when} ({zone})", when=when, zone=head.zone)
    facts = [f"{zoned} · {other}" if other else zoned]
    where = [part for part in (words.word(head.mode), head.place, head.link) if part]
    facts.append(" · ".join(where))
    facts += [_person(person) for person in head.interviewers]
    return tuple(facts)


def _person(person: Interviewer) -> str:
    about = [person.title, words.word(person.part).lower() if person.part else ""]
    said = " · ".join(part for part in about if part)
    return tr("{name}, {about}", name=person.name, about=said) if said else person.name


def left_out_text(left: LeftOut) -> str:
    """What the page had no room for, in one line; nothing when all of it is there."""
    parts = []
    for part, count in left.lines.items():
        parts.append(
            tr("{heading}: {count}", heading=tr_marked(_HEADINGS[part]).lower(), count=count)
        )
    if left.facts:
        parts.append(tr_n("{n} person", "{n} people", left.facts))
    if not parts:
        return tr("Some lines are shortened to fit the page.") if left.shortened else ""
    listed = ", ".join(parts)
    if left.shortened:
        return tr("No room for more: {list}. Some lines are shortened.", list=listed)
    return tr("No room for more: {list}.", list=listed)
